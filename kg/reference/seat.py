"""The body that a bare title before a name means: "*Prime Minister* Ann Lee", "*chief executive* Bo Kim".

Of a person known in office it is the body of that office, where the text names that too. Of anybody else it is the only
country that the text has named before a minister, the only firm before a chief executive.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from kg import lexicon
from kg.gazetteer import Entry, Gazetteer
from kg.model import Entity

#: What stands before a title and changes nothing of whose it is.
TEMPORAL = {"former", "acting", "interim", "outgoing", "then", "ex", "late", "current", "new"}
#: Words of titles that firms alone give; of chief executives, regulators and agencies have some too.
FOUNDERS = {"founder", "co-founder", "cofounder"}
BUSINESS = {"ceo", "cfo", "coo", "cto", "co-ceo", *FOUNDERS}
#: Whose secretaries sit in a government.
DEPARTMENTS = frozenset("home foreign culture defence defense interior trade health justice treasury commerce".split())
FIRMS = {"Company", "Platform", "NGO", "Organisation"}
BODIES = {*FIRMS, "Regulator", "PublicBody", "InternationalOrganisation", "Ministry", "LawEnforcement"}


def seat(
    holder: Entity, title: str, told: Collection[Entity], before: Collection[Entity], gazetteer: Gazetteer
) -> Entity | None:
    """The body of a title, of those that the text names (`before` the title, for a person not known in office)."""
    bare, _, field = re.sub(r" (?:of|for) (?:the )?", "|", title.lower(), count=1).partition("|")
    words = [word for word in bare.split() if word not in TEMPORAL]
    if words and words[-1] not in lexicon.titles():
        words[-1] = words[-1].removesuffix("s")  # "*Commissioners* Ann Lee and Bo Kim"
    if " ".join(words) not in lexicon.titles():
        return None
    entry = gazetteer.entries.get(holder.id)
    if entry is not None and entry.offices:
        return _known(entry, words, told, gazetteer)
    governing = words[-1] == "secretary" and (field != "" or words[0] in DEPARTMENTS)
    if words[-1] == "minister" or governing:
        return _only([e for e in told if field and _is_ministry(e, field)]) or _only(before, {"Country"})
    if words[-1] in BUSINESS:
        return _only(before, FIRMS)
    return _only(before, BODIES) if words[:2] == ["chief", "executive"] else None


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


def _only(told: Collection[Entity], types: Collection[str] = ()) -> Entity | None:
    found = {entity.id: entity for entity in told if not types or entity.type in types}
    return next(iter(found.values())) if len(found) == 1 else None
