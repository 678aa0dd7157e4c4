"""The body that a bare title before a name means: "*Prime Minister* Ann Lee", "*chief executive* Bo Kim".

Of a person known in office it is the body of that office, where the text names that too. Of anybody else it is the only
country that the text has named before a minister, the only city before a mayor, the only firm before a chief executive,
and the only body of any kind that it has told of at all before a spokesman.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kg import lexicon
from kg.gazetteer import Entry, Gazetteer
from kg.mention.calling import OFFICERS
from kg.model import Entity, is_local

#: What stands before a title and changes nothing of whose it is.
TEMPORAL = {"former", "acting", "interim", "outgoing", "then", "ex", "late", "current", "new"}
#: What a title calls the firm or service by that the text has named ("*site* founder Ann Lee").
KINDS = frozenset("company site firm platform website app service".split())
#: Who rules a country or sits in its parliament.
RULERS = frozenset("president premier king queen emir sultan chancellor senator".split())
#: Words of titles that firms alone give; of chief executives, regulators and agencies have some too.
FOUNDERS = {"founder", "co-founder", "cofounder"}
BUSINESS = {"ceo", "cfo", "coo", "cto", "co-ceo", *FOUNDERS}
#: Whose secretaries sit in a government.
DEPARTMENTS = frozenset("home foreign culture defence defense interior trade health justice treasury commerce".split())
#: In these one holds a public office.
OF_STATE = {"Ministry", "Legislature", "Government", "PublicBody", "Country"}
FIRMS = {"Company", "Platform", "NGO", "Organisation"}
STATES = {"Country", "Government", "Legislature", "Court", "Prosecutor", "MediaOutlet"}
BODIES = {*FIRMS, "Regulator", "PublicBody", "InternationalOrganisation", "Ministry", "LawEnforcement"}


#: Titles that every body gives.
STAFF = frozenset("spokesman spokeswoman spokesperson head director manager president vice-president".split())
#: Whose officers are of a country or of a state of it, and what makes a body's name of an officer's.
LAWYERS = {"attorney general", "attorney-general", "solicitor general", "solicitor-general"}
#: Countries whose states have such officers of their own.
OF_STATES = {"country/US", "country/AU", "country/NG", "country/IN"}


def seat(
    holder: Entity,
    title: str,
    told: Collection[Entity],
    before: Collection[Entity],
    gazetteer: Gazetteer,
    around: Collection[Entity] = (),
) -> Entity | None:
    """The body of a title, of those that the text names (`before` the title, for a person not known in office).

    `around` are all bodies that it has told of before the title, by name or not.
    """
    words, field = _parts(title)
    if not words or (" ".join(words) not in lexicon.titles() and words[-1] not in {"minister", *OFFICERS, *STAFF}):
        return None
    entry = gazetteer.entries.get(holder.id)
    if entry is not None and (entry.offices or (words[-1] in RULERS and "vice" not in words)):
        return _known(entry, words, told, gazetteer) or _home(entry, words, told, gazetteer)
    if words == ["president"]:
        of_state = "President" in title and entry is None and not any(e.type in FIRMS for e in before)
        return _only(before, {"Country"}) if of_state else None
    governing = words[-1] == "secretary" and (field != "" or words[0] in DEPARTMENTS)
    if words[-1] == "minister" or governing:
        return _only([e for e in told if field and _is_ministry(e, field)]) or _only(before, {"Country"})
    if words[-1] in STAFF:
        return _only([e for e in around if not (is_local(e.id) and e.type in FIRMS)], {*BODIES, *STATES})
    if words[-1] in OFFICERS:
        return _only([e for e in told if _is_called(e, words)])
    if words[-1] in {"mayor", "governor"}:
        return _only(before, {"City"} if words[-1] == "mayor" else {"Region"})
    if " ".join(words) in LAWYERS:
        states = [e for e in before if e.type == "Region"]
        return _only(states) if states else _only([e for e in before if e.id not in OF_STATES], {"Country"})
    if words[-1] in BUSINESS:
        return _only(before, FIRMS)
    return _only(before, BODIES) if words[:2] == ["chief", "executive"] else None


def _parts(title: str) -> tuple[list[str], str]:
    """The words of a title that tell of which kind it is, and its field ("former *Minister* for *Trade*")."""
    bare, _, field = re.sub(r" (?:of|for) (?:the )?", "|", title.lower(), count=1).partition("|")
    words = [word for word in bare.split() if word not in TEMPORAL]
    if words and words[-1] not in lexicon.titles():
        words[-1] = words[-1].removesuffix("s")  # "*Commissioners* Ann Lee and Bo Kim"
    while len(words) > 1 and words[0] in KINDS:
        words.pop(0)
    return words, field


def _is_called(entity: Entity, words: list[str]) -> bool:
    """Whether a body bears the name of its head ("the *Information Commissioner*'s Office")."""
    names = (name.lower() for name in (entity.label, *entity.aliases))
    return len(words) > 1 and entity.type in BODIES and any(name.startswith(" ".join(words)[:-2]) for name in names)


def _is_ministry(entity: Entity, field: str) -> bool:
    """Whether a body is the ministry of a field ("Minister for *Digital Affairs*")."""
    names = (name.lower().replace("&", "and") for name in (entity.label, *entity.aliases))
    return entity.type == "Ministry" and any(
        f" {word} {field.replace('&', 'and')}" in n for n in names for word in ("of", "for")
    )


def _known(entry: Entry, words: list[str], told: Collection[Entity], gazetteer: Gazetteer) -> Entity | None:
    """The one body, of those told of, in which a person is known to have held an office of such a title.

    Whoever founded it is listed with a later office there as often as not; a text may name the firm by its service.
    """
    wanted = {part for word in words for part in word.split("-")} | ({"ceo"} if "executive" in words else set())
    offices = [o for o in entry.offices if wanted & set(o.title.lower().replace("-", " ").split())]
    seats = {o.organisation for o in (entry.offices if words[-1] in FOUNDERS else offices)}
    owned = [e for e in told if (known := gazetteer.entries.get(e.id)) is not None and known.owner in seats]
    found = [entity for entity in told if entity.id in seats] or owned
    return _only(found, FIRMS if words[-1] in FOUNDERS else ())


def _home(entry: Entry, words: list[str], told: Collection[Entity], gazetteer: Gazetteer) -> Entity | None:
    """The country of somebody who is known in a public office there, where the text names that alone ("*Home Secretary*
    Ann Lee" of a British ministry)."""
    wanted = set(words)
    bodies = (gazetteer.entries.get(o.organisation) for o in entry.offices if wanted & set(o.title.lower().split()))
    public = any(b is not None and b.type in OF_STATE and b.country == entry.country for b in bodies)
    public = public or (not entry.offices and words[-1] in RULERS)
    return next((e for e in told if public and e.id == f"country/{entry.country}"), None)


def _only(told: Collection[Entity], types: Collection[str] = ()) -> Entity | None:
    found = {entity.id: entity for entity in told if not types or entity.type in types}
    return next(iter(found.values())) if len(found) == 1 else None
