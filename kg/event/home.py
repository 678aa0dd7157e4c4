"""In which country a ban holds, where the text does not say it: in that of whoever bans."""

from __future__ import annotations

from dataclasses import replace

from kg import vocabulary
from kg.event.filling import distinct
from kg.gazetteer import Gazetteer
from kg.model import Filler, is_local


def located(type_: str, args: dict[str, tuple[Filler, ...]], gazetteer: Gazetteer) -> dict[str, tuple[Filler, ...]]:
    """A ban by a country, or by a body called after it, holds in that country; "in the country" alone says nothing."""
    places = tuple(f for f in args.get("place", ()) if f.id is not None and not is_local(f.id))
    if not places and type_ in {"Ban", "BanLifted"}:
        told = bool(args.get("place"))
        homes = (_home(f, gazetteer, told) for f in args.get("agent", ()))
        places = tuple(distinct(home for home in homes if home is not None))
    others = {role: fillers for role, fillers in args.items() if role != "place"}
    return {**others, "place": places} if places else others


def _home(agent: Filler, gazetteer: Gazetteer, anyhow: bool) -> Filler | None:
    """The country of a public body whose name says it ("a *Turkish* court"), or `anyhow` where the place is only known
    to be "the country"."""
    if agent.type == "Country":
        return agent
    if not vocabulary.is_a(agent.type, "PublicBody"):
        return None
    entry = gazetteer.entries.get(agent.id or "")
    named = [found.entry.id for found in gazetteer.find(agent.label, {"Country"})]
    named.extend(found.entry.id for found in gazetteer.peoples(agent.label))
    federal = entry is not None and entry.country == "US" and entry.type != "Government"
    says_where = not federal  # the "U.S." in an agency's name is no more than that
    home = f"country/{entry.country}" if entry is not None else next(iter(named), "")
    country = gazetteer.entries.get(home)
    if country is None or country.type != "Country" or not (anyhow or (home in named and says_where)):
        return None
    return replace(agent, label=country.label, id=country.id, type=country.type, via=None)
