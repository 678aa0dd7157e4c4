"""The known names: entries of `names/` and where they stand in a text.

Matching is case-sensitive on whole words, the longest name first. An ambiguous alias links only where one of its
context words, or another name of the same entry, stands in the document. Context words match in any case, those that
are all capitals only as they are written: `US` is not the pronoun.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from pydantic import Field, field_validator

from kg import datafile, vocabulary
from kg.errors import FileProblems, KgError, Where
from kg.language.surroundings import WORD, Context, goes_on, is_pronoun
from kg.model import PLACES, Entity

NAMES = Path(__file__).parent / "names"
#: How the names of parts of laws begin.
PARTS_OF_LAWS = ("Section ", "Sections ", "Article ", "Articles ", "Rule ", "Clause ")
#: The kinds of entries that publish; a beginning of a name must be this long to tell whose it is.
PUBLISHING = {"ngo", "media", "body", "company", "platform", "intl", "court"}
LONG_ENOUGH = 8
#: Words of the longest demonym ("Papua New Guinean").
LONGEST_DEMONYM = 3
#: Whose names venues and teams bear.
SPONSORS = {"Company", "Platform"}


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
    label: str = Field(min_length=1)
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

    @field_validator("type")
    @classmethod
    def _known_type(cls, type: str) -> str:
        if type not in vocabulary.entity_types():
            raise ValueError(f"unknown type {type!r}; there is " + ", ".join(sorted(vocabulary.entity_types())))
        return type

    @property
    def names(self) -> tuple[str, ...]:
        """The label and every alias, each once."""
        return tuple(dict.fromkeys((self.label, *self.aliases)))

    def entity(self) -> Entity:
        """The entry as an entity of the graph."""
        return Entity(self.id, self.type, self.label, tuple(self.aliases), self.country, self.wikidata)


@dataclass(frozen=True, slots=True)
class Name:
    """A known name found in a text."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a place of a text: the entry that it may name, and what supports that or why it is refused."""

    start: int
    end: int
    name: str
    entry: Entry
    support: str = ""
    refused: str = ""


def _articles(entry: Entry) -> Iterator[str]:
    """ "under *section* 69A": a part of a law is often written small, whichever way its name is listed."""
    for name in entry.names if entry.type == "Law" else ():
        if name.startswith(PARTS_OF_LAWS) and name not in entry.needs:
            yield name[0].lower() + name[1:]


class Gazetteer:
    """All entries, looked up by id or found in a text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.id: entry for entry in entries}
        self._named: dict[tuple[str, ...], list[tuple[str, Entry]]] = defaultdict(list)
        lengths: dict[str, set[int]] = defaultdict(set)
        for entry in sorted(self.entries.values(), key=lambda entry: entry.id):
            for name in dict.fromkeys((*entry.names, *_articles(entry))):
                words = tuple(WORD.findall(name))
                self._named[words].append((name, entry))
                lengths[words[0]].add(len(words))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}

    @classmethod
    def load(cls, *folders: Path) -> Gazetteer:
        """Entries of all folders; a later folder's entry replaces an earlier one of the same id.

        Raises FileProblems with every mistake of every file.
        """
        entries: dict[str, Entry] = {}
        problems: list[KgError] = []
        with datafile.uncollected():
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

    def peoples(self, text: str) -> Iterator[Name]:
        """The places that a text names by their adjectives, of the longest words ("South African" is not Africa)."""
        words = [(m.start(), m.end()) for m in WORD.finditer(text)]
        taken = 0
        for i, (start, _) in enumerate(words):
            for last in reversed(words[i : i + LONGEST_DEMONYM]):
                entry = self.demonyms.get(text[start : last[1]])
                if entry is not None and start >= taken:
                    taken = last[1]
                    yield Name(start, taken, entry)
                    break

    @cached_property
    def given_names(self) -> frozenset[str]:
        """The first names of known persons."""
        labels = (entry.label.split() for entry in self.entries.values() if entry.type == "Person")
        return frozenset(words[0] for words in labels if len(words) > 1 and words[0].isalpha())

    @cached_property
    def _places(self) -> dict[str, Entry]:
        places = (e for e in self.entries.values() if e.type in PLACES)
        ordered = sorted(places, key=lambda e: ("Country", "Region", "City").index(e.type), reverse=True)
        return {name: entry for entry in ordered for name in (entry.label, *entry.aliases)}

    def knows(self, word: str) -> bool:
        """Whether some entry has that one word as a name, supported by the text or not."""
        return (word,) in self._named

    def place(self, name: str) -> Entry | None:
        """The place of that name, ambiguous or not (for a name that is known to be a place's); countries first."""
        return self._places.get(name)

    @cached_property
    def _run_together(self) -> list[tuple[str, Entry]]:
        """The names of organisations without blanks, sorted: what a web address makes of them."""
        organisations = (e for e in self.entries.values() if e.id.split("/")[0] in PUBLISHING)
        names = ((re.sub(r"\W", "", name.lower()), e) for e in organisations for name in e.names)
        return sorted(names, key=lambda pair: (pair[0], pair[1].id))

    def publisher(self, url: str) -> Entry | None:
        """Whose web address it is: a name run together ("ftc.gov"), or the beginning of one ("internetfreedom.in")."""
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
        return [Name(r.start, r.end, r.entry) for r in self.readings(text, types) if not r.refused]

    def readings(self, text: str, types: Collection[str] | None = None) -> Iterator[Reading]:
        """Every known name that stands in a text, in order, with what it links by or why it does not link."""
        words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text)]
        found = list(self._candidates(text, words))
        sure = {entry.id: name for _, _, options in found for name, entry in options if name not in entry.needs}
        context = Context([word for word, _, _ in words])
        taken, by = 0, ""
        for at, (start, end, options) in enumerate(found):
            for name, entry in options:
                if (types is not None and entry.type not in types) or _is_beginning(entry, end, found[at + 1 :]):
                    continue
                support = _support(name, entry, sure, context)
                refused = f"inside {by!r}" if start < taken else "" if support else _wanted(name, entry)
                yield Reading(start, end, name, entry, support, refused)
                if not refused:
                    taken, by = end, text[start:end]

    def _candidates(
        self, text: str, words: list[tuple[str, int, int]]
    ) -> Iterator[tuple[int, int, list[tuple[str, Entry]]]]:
        """Spans with the names that they may be: of the names at one place, each length apart, the longest first."""
        forms = [word for word, _, _ in words]
        for i, form in enumerate(forms):
            for n in self._lengths.get(form, ()):
                named = self._named.get(tuple(forms[i : i + n]), ()) if i + n <= len(forms) else ()
                if not named or (n == 1 and is_pronoun(forms, i)):
                    continue
                end = words[i + n - 1][2]
                options = [(name, e) for name, e in named if not goes_on(text, end, sponsor=e.type in SPONSORS)]
                if options:
                    yield words[i][1], end, options


def _is_beginning(entry: Entry, end: int, later: list[tuple[int, int, list[tuple[str, Entry]]]]) -> bool:
    """Whether a longer name of an entry begins inside this one ("*President Xi* | Jinping")."""
    inside = takewhile(lambda candidate: candidate[0] < end, later)
    return any(stop > end and any(other is entry for _, other in options) for _, stop, options in inside)


def _support(name: str, entry: Entry, sure: Mapping[str, str], context: Context) -> str:
    """What lets a name link: that it is nobody else's, another name of the entry, or a context word; else nothing."""
    needed = entry.needs.get(name)
    if needed is None:
        return "unambiguous"
    if entry.id in sure:
        return f"also named {sure[entry.id]!r}"
    return next((f"context {word!r}" for word in needed if word != name and word in context), "")


def _wanted(name: str, entry: Entry) -> str:
    """What a refused name would have needed."""
    return "needs one of: " + ", ".join(entry.needs[name]) if entry.needs[name] else "never links by itself"
