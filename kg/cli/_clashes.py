"""What can be wrong with the entries of names folders beyond their form: with names, contexts, links and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg import datafile, vocabulary
from kg.cli import _common
from kg.errors import FileProblems, KgError, Where
from kg.gazetteer import Entry
from kg.language.surroundings import WORD
from kg.model import PLACES

#: What an id begins with, and the types that it may have; a body is a public body other than a court, or unclear.
KINDS = {
    "platform": {"Platform"}, "company": {"Company"}, "person": {"Person"}, "court": {"Court"}, "law": {"Law"},
    "media": {"MediaOutlet"}, "intl": {"InternationalOrganisation"}, "product": {"Product"}, "city": {"City"},
    "region": {"Region"}, "country": {"Country", "Region"}, "ngo": {"NGO", "Organisation"},
    "organisation": {"Organisation"},
}  # fmt: skip
UNIONS = {"EU", "UN"}
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CODE = re.compile(r"[A-Z]{2}")
DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and where it stands: its file and its number there."""

    path: Path
    number: int
    entry: Entry

    def wrong(self, what: str, right: str, *inside: str | int) -> Finding:
        """A mistake of the entry, at a key inside it."""
        return Finding(self.path, (self.number, *inside), KgError(what, right=right))


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake and where it stands; its line is looked up only when it is told."""

    path: Path
    location: tuple[str | int, ...]
    error: KgError

    def told(self) -> KgError:
        """The error with file and line."""
        where = Where(self.path, datafile.line_of(self.path, self.location))
        return KgError(self.error.what, where, self.error.right)


def check(folders: Iterable[Path]) -> tuple[int, list[KgError]]:
    """The number of entries, and everything that is wrong with them, by file and line.

    An entry of a later folder takes the place of one of the same id in an earlier folder.
    """
    placed: dict[str, Placed] = {}
    problems: list[KgError] = []
    for folder in folders:
        read, malformed, twice = _read(folder)
        placed |= read
        problems += malformed + [finding.told() for finding in twice]
    entries = list(placed.values())
    found = [*_doubles(entries), *_names(entries), *_contexts(entries), *_links(entries, placed), *_facts(entries)]
    told = [finding.told() for finding in sorted(found, key=lambda f: (str(f.path), str(f.location[0])))]
    return len(entries), sorted((*problems, *told), key=_place)


def alone(entry: Entry, path: Path, folders: Iterable[Path]) -> list[KgError]:
    """What would be wrong with one more entry at a path, beside the entries of the folders."""
    placed: dict[str, Placed] = {}
    for folder in folders:
        placed |= _read(folder)[0]
    if entry.id in placed:
        return [placed[entry.id].wrong(f"{entry.id} is known already", "change it where it stands", "id").told()]
    new = Placed(path, 0, entry)
    entries = [*placed.values(), new]
    links = _links([new], placed | {entry.id: new})
    found = [*_doubles(entries), *_names([new]), *_contexts([new]), *links, *_facts([new])]
    return [KgError(f.error.what, right=f.error.right) for f in found if f.path == path]


def _read(folder: Path) -> tuple[dict[str, Placed], list[KgError], list[Finding]]:
    """The entries of a folder by id, the mistakes of those that are none, and the ids that stand twice."""
    placed: dict[str, Placed] = {}
    malformed: list[KgError] = []
    twice: list[Finding] = []
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        malformed.append(KgError("no names here", Where(folder), "a folder with at least one .yaml file"))
    for path in paths:
        try:
            good, bad = datafile.sound(path, Entry)
        except FileProblems as error:
            malformed += error.problems
            continue
        malformed += bad
        for number, entry in good:
            new = Placed(path, number, entry)
            if entry.id in placed:
                twice.append(new.wrong(f"the id {entry.id} stands twice", "one entry for one thing"))
            placed[entry.id] = new
    return placed, malformed, twice


def _doubles(placed: list[Placed]) -> Iterator[Finding]:
    """Two entries may share a name where both need context for it: a document then decides."""
    owners: dict[str, Entry] = {}
    items: dict[str, str] = {}
    right = "give both the context that they `need`, or one of them another name"
    for here in placed:
        entry = here.entry
        for name in dict.fromkeys((*entry.names, *entry.demonyms)):
            other = owners.setdefault(name, entry)
            if other.id != entry.id and not (name in entry.needs and name in other.needs):
                yield here.wrong(f"{name!r} of {entry.id} is also a name of {other.id}", right, "aliases")
        if entry.wikidata and items.setdefault(entry.wikidata, entry.id) != entry.id:
            what = f"{entry.id} is {entry.wikidata}, and so is {items[entry.wikidata]}"
            yield here.wrong(what, "one entry for one thing", "wikidata")


def _names(placed: list[Placed]) -> Iterator[Finding]:
    for here in placed:
        entry = here.entry
        for name in (*entry.names, *entry.demonyms):
            if not WORD.search(name) or name != " ".join(name.split()):
                yield here.wrong(f"{entry.id} has the name {name!r}", "words with one blank between them", "aliases")
        unguarded = (n for n in entry.names if n not in entry.needs and entry.type not in PLACES)
        for name in (n for n in unguarded if _common.is_common(n)):
            right = "say under `needs` what must stand in the document for it to link"
            yield here.wrong(f"{name!r} of {entry.id} is a common word", right, "aliases")


def _contexts(placed: list[Placed]) -> Iterator[Finding]:
    for here in placed:
        entry = here.entry
        for name, context in entry.needs.items():
            if name not in (*entry.names, *entry.demonyms):
                what = f"{entry.id} needs {name!r} explained, which is no name of it"
                yield here.wrong(what, "one of its names", "needs", name)
            for word in context:
                if _guards_nothing(word, name):
                    what = f"{word!r} does not guard {name!r} of {entry.id}: it stands wherever that does"
                    yield here.wrong(what, "words that only the right documents have", "needs", name)


def _guards_nothing(word: str, name: str) -> bool:
    """Whether a context word is part of the name itself, or stands in every text; all capitals are no common word."""
    words, own = WORD.findall(word.casefold()), WORD.findall(name.casefold())
    inside = any(own[i : i + len(words)] == words for i in range(len(own)))
    return inside or (not word.isupper() and word.casefold() in _common.stop_words())


def _links(placed: list[Placed], known: dict[str, Placed]) -> Iterator[Finding]:
    """Links to nothing, to themselves, or between things that cannot be linked so."""
    for here in placed:
        entry = here.entry
        linked = [("owner", entry.owner), ("parent", entry.parent), ("government", entry.government)]
        linked += [("offices", office.organisation) for office in entry.offices]
        for key, id in linked:
            if id and id not in known:
                yield here.wrong(f"{entry.id} has {id} under `{key}`, which is no entry", "the id of an entry", key)
        country = entry.country
        if country and country not in UNIONS and f"country/{country}" not in known:
            yield here.wrong(f"{entry.id} is of the unknown country {country!r}", "an ISO 3166 code", "country")
        if entry.id in _above(entry, known):
            yield here.wrong(f"{entry.id} is above itself", "an owner or parent that is not below it")


def _above(entry: Entry, known: dict[str, Placed]) -> set[str]:
    """The ids of everything that owns an entry or that it is a part of, at any height."""
    found: set[str] = set()
    waiting = [entry]
    while waiting:
        upper = waiting.pop()
        new = {id for id in (upper.owner, upper.parent) if id in known} - found
        found |= {id for id in new if id}
        waiting += [known[id].entry for id in new if id]
    return found


def _facts(placed: list[Placed]) -> Iterator[Finding]:
    for here in placed:
        entry = here.entry
        kind, _, slug = entry.id.partition("/")
        types = _types(kind)
        if not types:
            yield here.wrong(f"{entry.id} is of no known kind", "kinds: body, " + ", ".join(KINDS), "id")
        elif entry.type not in types:
            yield here.wrong(f"{entry.id} has the type {entry.type}", "here: " + ", ".join(sorted(types)), "type")
        if not (CODE if kind == "country" else SLUG).fullmatch(slug):
            right = "a country's code in capitals, any other name in lower case with hyphens"
            yield here.wrong(f"the id {entry.id} is malformed", right, "id")
        for office in entry.offices:
            yield from _term(here, office.since, office.until)


def _types(kind: str) -> frozenset[str]:
    """The types that an entry with such an id may have; none where there is no such kind."""
    if kind == "body":
        return vocabulary.subtypes("PublicBody") - {"Court"} | {"Organisation"}
    return frozenset(KINDS.get(kind, ()))


def _term(here: Placed, since: str | None, until: str | None) -> Iterator[Finding]:
    for value in (since, until):
        if value and not _is_day(value):
            yield here.wrong(f"{here.entry.id} has the date {value!r}", "2024, 2024-08 or 2024-08-28", "offices")
    if since and until and since > until:
        yield here.wrong(f"{here.entry.id} has an office until {until}, from {since}", "from before to", "offices")


def _is_day(value: str) -> bool:
    parts = DAY.fullmatch(value)
    try:
        return parts is not None and bool(date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1)))
    except ValueError:
        return False


def _place(error: KgError) -> tuple[str, int]:
    where = error.where or Where()
    return str(where.file), where.line or 0
