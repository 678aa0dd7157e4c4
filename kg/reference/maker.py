"""Who is told by what he makes or by who owns him: "*the iPhone maker*", "the *Meta-owned* app"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kg import vocabulary
from kg.gazetteer import Entry, Gazetteer
from kg.language.token import Token
from kg.model import Entity, Mention, is_local
from kg.reference.referent import Referent

#: Nouns for a firm by what stands before them; whose owner may also be a man, who is told of elsewhere.
MAKING = {"maker", "manufacturer", "developer", "creator", "publisher", "parent", "operator", "provider", "seller"}
OWNING = {"owner"}
INDEFINITE = {"a", "an", "another", "every", "each", "some", "any", "no", "one"}
MADE = ("Platform", "Product", "Company")


def maker(
    mention: Mention, token: Token, history: Sequence[Referent], named: Collection[str], gazetteer: Gazetteer
) -> Entity | None:
    """The firm of a product or service that stands before such a noun, or the service of a firm before "-owned".

    `named` are the ids of those whom the text names anywhere.
    """
    if token.tag not in {"NN", "NNP"} or any(c.dep == "det" and c.lower in INDEFINITE for c in token.children):
        return None
    owned = next((c for c in token.children if c.lower == "owned" and c.child("npadvmod") is not None), None)
    if owned is not None and mention.type in {"Platform", "Product"}:
        return _owned(owned, history, gazetteer)
    before = [c for c in token.children if c.dep in {"compound", "nmod"} and c.i < token.i]
    nouns = {token.lower, *(c.lower for c in before if token.lower == "company")} & (MAKING | OWNING)
    made = [c for c in before if c.lower not in MAKING and c.end < token.start]
    if not nouns or len(made) != 1 or token.child("prep", "relcl") is not None:
        return None
    entry = _entry(made[0], gazetteer)
    if entry is None:
        return _only_firm(history) if mention.definite and made[0].pos == "PROPN" else None
    firm = gazetteer.entries.get(entry.owner or entry.parent or "")
    is_made = any(vocabulary.is_a(entry.type, kind) for kind in MADE)
    if firm is None or not is_made or not vocabulary.is_a(firm.type, "Company") or firm.label.startswith(entry.label):
        return None
    return firm.entity() if firm.id in named or nouns & MAKING else None


def _entry(token: Token, gazetteer: Gazetteer) -> Entry | None:
    known = token.mention.entity if token.mention is not None else None
    return gazetteer.entries.get(known or "")


def _only_firm(history: Sequence[Referent]) -> Entity | None:
    """The only firm that a text has named, of which it tells by a product that nobody knows."""
    firms = {e.id: e for r in history for e in r.entities if vocabulary.is_a(e.type, "Company") and not is_local(e.id)}
    return next(iter(firms.values())) if len(firms) == 1 else None


def _owned(owned: Token, history: Sequence[Referent], gazetteer: Gazetteer) -> Entity | None:
    """The service told of last that belongs to the firm which stands before "-owned"."""
    firm = owned.child("npadvmod")
    house = _entry(firm, gazetteer) if firm is not None else None
    if house is None:
        return None
    for referent in reversed(history):
        for entity in referent.entities:
            known = gazetteer.entries.get(entity.id)
            if known is not None and known.owner == house.id:
                return entity
    return None
