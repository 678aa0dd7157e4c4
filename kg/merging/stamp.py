"""What the facts of a document depend on, as one digest: its text, and the rules and names that can matter to it.

A rule matters if one of its trigger words stands in the text, a name if it stands there or is linked to one that
does; context rules and the program matter always. So a changed rule or name stamps only those documents anew that
it can affect.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from kg import __version__
from kg.gazetteer import Entry, Gazetteer
from kg.mention.spot import normalise
from kg.model import Document
from kg.rulebook import Rulebook

WORDS = re.compile(r"[^\W_]+")


class Stamper:
    """Stamps documents for one set of rules and names."""

    def __init__(self, rulebook: Rulebook, gazetteer: Gazetteer) -> None:
        self.rulebook, self.gazetteer = rulebook, gazetteer
        context = sorted(rule.model_dump_json(exclude={"tests", "why"}) for rule in rulebook.context)
        self._always = _digest(__version__, *context)
        self._rules: dict[str, set[str]] = defaultdict(set)
        for rule in rulebook.rules:
            for word in rule.forms:
                self._rules[word if word.startswith("@") else WORDS.findall(word)[0]].add(rule.id)
        self._versions = rulebook.versions
        self._linked: dict[str, list[Entry]] = defaultdict(list)
        for entry in gazetteer.entries.values():
            for id in {entry.owner, entry.parent, *(office.organisation for office in entry.offices)} - {None}:
                self._linked[str(id)].append(entry)

    @cached_property
    def setup(self) -> str:
        """The digest of all rules and names."""
        names = (entry.model_dump_json() for _, entry in sorted(self.gazetteer.entries.items()))
        return _digest(self._always, *(f"{id} {version}" for id, version in sorted(self._versions.items())), *names)

    def stamp(self, document: Document) -> str:
        """The digest of everything that the facts of a document depend on."""
        about = (document.id, document.text, document.date or "", document.title or "", document.url or "")
        more = (document.publisher or "", document.author or "", document.language or "")
        text = normalise(document.text)
        return _digest(self._always, *about, *more, *self._of_rules(text), *self._of_names(text))

    def _of_rules(self, text: str) -> list[str]:
        """The versions of the rules whose trigger stands in a text, and of those that start from any name."""
        words = {word.casefold() for word in WORDS.findall(text)}
        ids = {id for word, rules in self._rules.items() if word.startswith("@") or word in words for id in rules}
        return sorted(f"{id} {self._versions[id]}" for id in ids)

    def _of_names(self, text: str) -> list[str]:
        """The entries that a text names, and those that an office, an owner or a parent links to them."""
        named = {name.entry.id: name.entry for name in self.gazetteer.find(text)}
        named.update({name.entry.id: name.entry for name in self.gazetteer.peoples(text)})
        for entry in list(named.values()):
            named.update({linked.id: linked for linked in self._around(entry)})
        return [entry.model_dump_json() for _, entry in sorted(named.items())]

    def _around(self, entry: Entry) -> Iterator[Entry]:
        yield from self._linked.get(entry.id, ())
        for id in (entry.owner, entry.parent, *(office.organisation for office in entry.offices)):
            if id in self.gazetteer.entries:
                yield self.gazetteer.entries[id]


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
