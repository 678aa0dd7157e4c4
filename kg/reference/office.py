"""Who holds an office that is told by its title alone ("the Telegram CEO")."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.gazetteer import Entry, Gazetteer
from kg.language.token import Token
from kg.model import Mention


def office_holder(
    mention: Mention, token: Token, spoken_of: Collection[str], gazetteer: Gazetteer, date: str | None
) -> Entry | None:
    """The one person known to have held that office at the document's date; of several, whom the text has named.

    `spoken_of` are the ids of those told of before; `date` is ISO 8601, today's holders count where it is None.
    """
    if mention.type != "Person":
        return None
    organisations = set(_organisations(token))
    words = mention.text.lower()
    holders = {
        entry.id: entry
        for organisation in organisations
        for entry, office in gazetteer.holders.get(organisation, ())
        if office.title.lower() in words and _in_office(office.since, office.until, date)
    }
    chosen = [holders[id_] for id_ in holders if id_ in spoken_of] or list(holders.values())
    return chosen[0] if len(chosen) == 1 else None


def _organisations(token: Token) -> Iterator[str]:
    """The known organisations that a noun phrase names: "the *Telegram* CEO", "the head of *Roskomnadzor*"."""
    inner = [g for c in token.children if c.dep == "prep" for g in c.children]
    for child in (*token.children, *inner):
        if child.mention is not None and child.mention.entity is not None:
            yield child.mention.entity


def _in_office(since: str | None, until: str | None, date: str | None) -> bool:
    if date is None:
        return until is None
    return (since is None or since <= date) and (until is None or date <= until)
