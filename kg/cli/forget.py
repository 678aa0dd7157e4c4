"""kg forget: a document out of a store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import _options
from kg.errors import UnknownName


@click.command
@click.argument("documents", nargs=-1, required=True, metavar="DOC...")
@_options.store
@_options.decisions
def command(documents: tuple[str, ...], store: str, decisions: Path | None) -> None:
    """Take documents out of a store, by id or address, with all that they alone tell."""
    from kg.merging import canonical
    from kg.rebuild import decisions_of, rebuild
    from kg.store import Store

    with Store.open(store) as graph:
        known = graph.documents()
        ids = {document.id: document.id for document in known}
        ids |= {address: document.id for document in known if (address := canonical.address(document.url))}
        for document in documents:
            id = ids.get(document) or ids.get(canonical.address(document) or "")
            if id is None:
                raise UnknownName(f"no document {document!r} in this store", right="its id or its address")
            graph.remove_document(id)
            click.echo(f"forgot {id}")
        rebuild(graph, decisions or decisions_of(store))
