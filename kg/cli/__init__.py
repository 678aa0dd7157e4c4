"""The command line. One module a command, loaded when it is called; each is thin over a plain function.

Standard output carries results only; messages go to standard error. Exit codes: 0 done, 1 done with something to
report (a bad document, a violation, a failing rule test), 2 not done.
"""

from __future__ import annotations

import errno
import sys
from typing import Any

import click

from kg import __version__, formats
from kg.cli._messages import complain
from kg.errors import KgError, Where


class Commands(click.Group):
    """The commands of this folder; every mistake that a user can make ends in one line and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the modules here."""
        return list(formats.names(__name__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of one module, imported now; None where there is no such module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = formats.load(__name__, cmd_name).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a closed pipe is left to click, which ends quietly."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except KgError as error:
            complain(error)
            ctx.exit(2)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            complain(KgError((error.strerror or str(error)).lower(), Where(error.filename)))
            ctx.exit(2)
        except KeyboardInterrupt:
            ctx.exit(130)


@click.group(name="kg", cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, package_name="kg", message="%(package)s %(version)s")
def main() -> None:
    """Turn documents about platform regulation into a knowledge graph in which every edge can be proved."""
