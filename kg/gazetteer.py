"""The known names: entries of `names/` and where they stand in a text.

Matching is case-sensitive on whole words, the longest name first. An ambiguous alias links only where one of its
context words, or another name of the same entry, stands in the document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from pydantic import Field

from kg import datafile
from kg.errors import FileProblems, KgError, Where
from kg.model import Entity

NAMES = Path(__file__).parent / "names"
#: The kinds of entries that publish; a beginning of a name must be this long to tell whose it is.
PUBLISHING = {"ngo", "media", "body", "company", "platform", "intl", "court"}
LONG_ENOUGH = 8
WORD = re.compile(r"\w+|[^\w\s]")
HYPHENED = re.compile(r"[-](?!based|owned|backed|developed|run|led|made|style|approved|controlled|linked|funded)[a-z]")


class Office(datafile.Record):
    """A post that a person holds in an organisation, with ISO dates where known."""

    organisation: str
    title: str
    since: str | None = Field(default=None, alias="from")
    until: str | None = Field(default=None, alias="to")


class Entry(datafile.Record):
    """One known thing of the field; not `topical` if naming it makes no text one about platforms (an airline).

    `government` is whom a capital stands for where it acts ("*Brussels* fined Meta").
    """

    id: str = Field(pattern=r"^[a-z]+/[A-Za-z0-9][A-Za-z0-9-]*$")
    type: str
    label: str
    aliases: list[str] = []
    country: str | None = None
    owner: str | None = None
    parent: str | None = None
    needs: dict[str, list[str]] = {}
    demonyms: list[str] = []
    government: str | None = None
    offices: list[Office] = []
    topical: bool = True
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9][0-9]*$")

    def entity(self) -> Entity:
        """The entry as an entity of the graph."""
        return Entity(self.id, self.type, self.label, tuple(self.aliases), self.country, self.wikidata)


@dataclass(frozen=True, slots=True)
class Name:
    """A known name found in a text."""

    start: int
    end: int
    entry: Entry


class Gazetteer:
    """All entries, looked up by id or found in a text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self._index: dict[str, list[tuple[tuple[str, ...], str, Entry]]] = defaultdict(list)
        for entry in self.entries.values():
            for name in {entry.label, *entry.aliases}:
                words = tuple(WORD.findall(name))
                self._index[words[0]].append((words, name, entry))
        for candidates in self._index.values():
            candidates.sort(key=lambda candidate: (-len(candidate[0]), candidate[2].id))

    @classmethod
    def load(cls, *folders: Path) -> Gazetteer:
        """Entries of all folders; a later folder's entry replaces an earlier one of the same id.

        Raises FileProblems with every mistake of every file.
        """
        entries: dict[str, Entry] = {}
        problems: list[KgError] = []
        for folder in folders:
            paths = sorted(folder.glob("*.yaml"))
            if not paths:
                problems.append(KgError("no names here", Where(folder), "a folder with at least one .yaml file"))
            for path in paths:
                try:
                    entries.update({entry.id: entry for entry in datafile.compiled(path, Entry)})
                except FileProblems as error:
                    problems.extend(error.problems)
        if problems:
            raise FileProblems(problems)
        return cls(entries.values())

    @cached_property
    def demonyms(self) -> dict[str, Entry]:
        """Which place an adjective or demonym belongs to ("French": France)."""
        return {word: entry for entry in self.entries.values() for word in entry.demonyms if word not in entry.needs}

    @cached_property
    def _places(self) -> dict[str, Entry]:
        places = (e for e in self.entries.values() if e.type in {"Country", "Region", "City"})
        ordered = sorted(places, key=lambda e: ("Country", "Region", "City").index(e.type), reverse=True)
        return {name: entry for entry in ordered for name in (entry.label, *entry.aliases)}

    def place(self, name: str) -> Entry | None:
        """The place of that name, ambiguous or not (for a name that is known to be a place's); countries first."""
        return self._places.get(name)

    @cached_property
    def _run_together(self) -> list[tuple[str, Entry]]:
        """The names of organisations without blanks, sorted: what a web address makes of them."""
        organisations = (e for e in self.entries.values() if e.id.split("/")[0] in PUBLISHING)
        names = ((name, e) for e in organisations for name in (e.label, *e.aliases))
        return sorted(((re.sub(r"\W", "", name.lower()), e) for name, e in names), key=lambda pair: (pair[0], pair[1].id))

    def publisher(self, url: str) -> Entry | None:
        """Whose web address it is: a name run together ("ftc.gov"), or the beginning of just one ("internetfreedom.in")."""
        host = re.match(r"\w+://(?:www\.)?([\w-]+(?:\.[\w-]+)*?)\.(?:\w{2,3}\.)?\w{2,}(?:[:/]|$)", url)
        if host is None:
            return None
        core = host[1].split(".")[-1].replace("-", "").lower()
        start = bisect_left(self._run_together, core, key=lambda pair: pair[0])
        begins = list(takewhile(lambda pair: pair[0].startswith(core), self._run_together[start:]))
        exact = {e.id: e for name, e in begins if name == core}
        found = exact or ({e.id: e for _, e in begins} if len(core) >= LONG_ENOUGH else {})
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def holders(self) -> dict[str, list[tuple[Entry, Office]]]:
        """Who held which office in an organisation, by the organisation's id."""
        table: dict[str, list[tuple[Entry, Office]]] = defaultdict(list)
        for entry in self.entries.values():
            for office in entry.offices:
                table[office.organisation].append((entry, office))
        return table

    def find(self, text: str, types: Collection[str] | None = None) -> list[Name]:
        """The known names of a text (of some classes only), in order, not overlapping."""
        words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
        found = list(self._candidates(text, words))
        vocabulary = {word.casefold() for word, _, _ in words}
        sure = {entry.id for _, _, options in found for name, entry in options if name not in entry.needs}
        names: list[Name] = []
        for start, end, options in found:
            if names and start < names[-1].end:
                continue
            wanted = ((name, e) for name, e in options if types is None or e.type in types)
            entry = next((e for name, e in wanted if _supported(name, e, sure, vocabulary)), None)
            if entry:
                names.append(Name(start, end, entry))
        return names

    def _candidates(
        self, text: str, words: list[tuple[str, int, int]]
    ) -> Iterator[tuple[int, int, list[tuple[str, Entry]]]]:
        """Spans with the names that they may be: of the names at one place, each length apart, the longest first."""
        forms = [word for word, _, _ in words]
        for i, form in enumerate(forms):
            by_length: dict[int, list[tuple[str, Entry]]] = defaultdict(list)
            for name_words, name, entry in self._index.get(form, ()):
                n = len(name_words)
                if tuple(forms[i : i + n]) == name_words and not HYPHENED.match(text, words[i + n - 1][2]):
                    by_length[n].append((name, entry))
            for n, options in by_length.items():
                yield words[i][1], words[i + n - 1][2], options


def _supported(name: str, entry: Entry, sure: set[str], vocabulary: set[str]) -> bool:
    context = entry.needs.get(name)
    if context is None or entry.id in sure:
        return True
    return any(all(part.casefold() in vocabulary for part in WORD.findall(word)) for word in context if word != name)
