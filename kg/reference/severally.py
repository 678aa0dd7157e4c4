"""Bodies of places that one plural names: "the governments *of Goa and Kerala*", "the *French and German* ones"."""

from __future__ import annotations

from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.language.token import Token
from kg.mention.extent import PUBLIC
from kg.model import PLACES, Entity, Mention
from kg.reference.referent import NOBODY
from kg.reference.unnamed import local
from kg.role.listing import coordinates

#: Plurals of bodies that each place has one of, and what each of them is called.
BODIES = {
    "governments": "government", "parliaments": "parliament", "senates": "senate", "legislatures": "legislature",
    "authorities": "authority", "regulators": "regulator", "watchdogs": "watchdog", "ministries": "ministry",
    "attorneys general": "attorney general", "attorneys-general": "attorney general",
}  # fmt: skip
#: Of which a country has one alone where the words before say of what ("the *privacy* regulators of ...").
OF_ONE_FIELD = {"authorities", "regulators", "watchdogs", "ministries"}


def severally(mention: Mention, token: Token, document: str, gazetteer: Gazetteer) -> tuple[Entity, ...]:
    """Each of the bodies that a plural with two or more places means, by its own name where that is known."""
    one = BODIES.get(token.lower)
    if one is None or mention.type not in PUBLIC or mention.kind != "nominal" or token.child("nummod") is not None:
        return NOBODY
    before = [w for c in token.children if c.dep in {"amod", "compound", "nmod", "det"} for w in c.subtree()]
    words = [w.text for w in before if w.i < token.i and not _is_place(w) and w.pos not in {"DET", "CCONJ", "PUNCT"}]
    of, beside = _behind(token), [w for w in before if _is_place(w)] if any(w.lower == "and" for w in before) else []
    row = of if len(of) > 1 else beside
    inside = all(mention.start <= t.start and t.end <= mention.end for t in row)
    if len(row) < 2 or (of and beside) or not inside or (token.lower in OF_ONE_FIELD and not words):
        return NOBODY
    kind = " ".join([*words, one])
    return tuple(_body(t, kind, t in of, mention, document, gazetteer) for t in row)


def _behind(bodies: Token) -> list[Token]:
    """The places of which they are, where all that stands behind "of" is places."""
    of = [w for c in bodies.children if c.dep == "prep" and c.lower == "of" and c.i > bodies.i for w in c.children]
    row = [t for w in of if w.dep == "pobj" for t in (w, *coordinates(w))]
    return row if all(_is_place(t) for t in row) else []


def _is_place(token: Token) -> bool:
    return token.mention is not None and token.mention.kind == "name" and token.mention.type in PLACES


def _body(place: Token, kind: str, behind: bool, mention: Mention, document: str, gazetteer: Gazetteer) -> Entity:
    """The body by its known name ("Government of Goa"), else one of this document alone that is called so."""
    told = place.mention.text if place.mention is not None else place.text
    entry = gazetteer.entries.get(place.mention.entity or "") if place.mention is not None else None
    where = entry.label if entry is not None else told
    name = f"{kind} of {told}" if behind else f"{told} {kind}"
    titles = (
        kind,
        kind.capitalize(),
        kind.title(),
        kind.split()[-1].capitalize() if kind.endswith("government") else kind,
    )
    people = (
        f"{word} {kind}" for word, land in gazetteer.demonyms.items() if entry is not None and land.id == entry.id
    )
    for text in (name, *(f"{title} of {where}" for title in titles), *people):
        found = gazetteer.find(text)
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
            return found[0].entry.entity()
    return local(document, replace(mention, text=name), name)
