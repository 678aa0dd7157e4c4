"""Where an event was: told in its clause, at the opening of the sentence, or by where its authority sits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.language.preposition import OCCASIONS
from kg.language.token import VERSUS, Sentence, Token
from kg.model import SPEECH, Argument, Mention
from kg.role.filler import fill, fits
from kg.role.homeland import of_governments, of_seizure, of_speaker, of_users, place_called
from kg.role.moment import at_last
from kg.rulebook import Arg, Rule
from kg.vocabulary import is_a

#: "at *Lima* airport", "in *Lima* schools": a noun that is called after the place where it is.
AT_STATION = "pp[in|at|from] .[airport|station]"
IN_SITE = (
    "pp[in|across|throughout|from|off] .[city|state|town|region|province|market|school|road|street|shop"
    "|store|storefront|marketplace|edition|version|territory|soil|airwaves|network|networks|shelves"
    "|area|district|county|suburb|prefecture|governorate|capital|neighbourhood|neighborhood]"
)
CASE = "lawsuit|suit|trial|litigation|case|proceedings|prosecution"
#: What is done to a service that is then to be had there no more.
LEAVING = "remove|withdraw|pull|exit|disappear|retreat|depart|vanish|delist|withdrawal|removal|retreat|exit|departure"
#: Where the place of any event stands, unless its rule says otherwise.
PLACE = Arg(
    path="pp[in|at|across|inside|within|throughout] | pp[in|across] pp[of]"
    " | acl[file|bring|lodge|launch|impose] pp[in]"
    f" | .[{LEAVING}] pp[from]"  # "withdrew it *from Kenya*"
    " | pp[in|across] .[@Government] within"  # "in the *state of Ohio*", the name of its government
    " | pp[in|at|from] .[airport|station|university|hotel|embassy|home|flat|apartment|restaurant|prison] within"
    f" | {AT_STATION} compound | {AT_STATION} npadvmod | {AT_STATION} appos"
    " | <nsubj[take|begin|start|open|resume] pp[in] | <nsubjpass[hold|schedule] pp[in]"
    f" | {IN_SITE} compound | {IN_SITE} amod | {IN_SITE} appos"
    " | obj[headquarters|office|offices|premises] compound | obj[headquarters|office|offices|premises] amod"
    f" | .[{CASE}] compound[@City|@Region] | obj[{CASE}] compound[@City|@Region]"  # "a *Texas* lawsuit"
    f" | .[{CASE}] amod[@Country] | obj[{CASE}] amod[@Country]",  # "lost a *French* privacy case"
    type=["Place"],
)
#: Words in which the name of a case that opens a sentence comes to its "v.".
LONGEST_OPENING = 6
#: They open what something happens upon.
UPON = OCCASIONS | {"over", "before", "since", "about", "regarding", "concerning"}
#: "In" these stands what something else is an answer to.
ANSWERS = {"response", "reaction", "retaliation", "answer", "wake", "aftermath"}
#: They open what somebody is held or punished for.
GROUND = {"for", "over"}
#: The proper name of a court that is not that of its city alone ("the *Lahore High Court*"), unlike "a *Paris* court".
NAMED_COURT = re.compile(r"^(?!.* in |.*['’]s ).*\b(?:High|Supreme) Court(?: of .+)?$")
#: Parts of a country of which several are listed ("in the *provinces* of Lori and Syunik").
PROVINCES = {"province", "state", "region", "district", "city", "county", "town", "prefecture", "governorate"}
#: Who acts for a part of a country.
OFFICERS = {"magistrate", "commissioner", "governor", "mayor", "collector", "prefect", "sheriff", "superintendent"}
#: What is brought to a court, and so where it sits.
BROUGHT = {"Lawsuit", "Charge", "Appeal"}


def where(arguments: dict[str, list[Argument]], rule: Rule, token: Token, sentence: Sentence) -> list[Argument]:
    """The places of an event with the wider ones that say where they are, given those that its rule found."""
    seats = {t.start_of_mention for t in sentence.tokens if _is_seat(t)}
    if _opens_with_case(sentence):
        seats |= {sentence.tokens[1].start_of_mention}
    seats |= set(_parties_named(sentence))
    told = [a for a in arguments["place"] or _place_at_last(rule, token, sentence) if a.mention.start not in seats]
    own = _before_ground([a for a in told if not _of_occasion(a, token, sentence)], token)
    places = own or list(_leading(sentence)) or _of_bodies(arguments, rule, sentence)
    places = places or list(_told_by_the_way(arguments, rule, token, sentence))
    places = [*places, *_wider(places, sentence)]
    if not any(p.mention.type == "Country" for p in places):
        places += _places(of_speaker(token, rule.event))
    return places


def _told_by_the_way(
    arguments: dict[str, list[Argument]], rule: Rule, token: Token, sentence: Sentence
) -> Iterator[Argument]:
    """Where an event was by what its parties rule, whom it concerns, or what somebody was doing then."""
    rulers = [*arguments.get("agent", []), *arguments.get("target", [])]
    yield from _places(
        list(of_seizure(token, rule.event))
        or list(of_governments(rulers, rule.event, sentence))
        or list(of_users(arguments.get("matter", []), rule.event, sentence))
    )


def _place_at_last(rule: Rule, token: Token, sentence: Sentence) -> list[Argument]:
    """ "was arrested and *charged in Lagos*": the place told with the second of two verbs side by side."""
    last = at_last(token)
    return fill("place", PLACE, last, sentence, rule) if last is not None else []


def _of_bodies(arguments: dict[str, list[Argument]], rule: Rule, sentence: Sentence) -> list[Argument]:
    """Where who acts sits, or who is banned, or else the court to which a case is brought."""
    people = [a for a in arguments.get("target", []) if a.mention.type == "Person" and rule.event == "Ban"]
    courts = [a for a in arguments.get("recipient", []) if rule.event in BROUGHT and _is_sited(a)]
    agents = arguments.get("agent", []) if rule.event not in SPEECH else []  # where they sit is not where it is said
    local = list(_districts(agents, sentence)) if rule.event in {"Ban", "BanLifted", "Order"} else []
    return list(_seats([*agents, *people], sentence)) or local or list(_seats(courts, sentence))


def _districts(agents: list[Argument], sentence: Sentence) -> Iterator[Argument]:
    """ "the district magistrate *of Gaya* cut the internet": where a local officer orders something."""
    starts = {a.mention.start for a in agents}
    for token in sentence.tokens:
        officer = token.lemma in OFFICERS or token.lower.rpartition(" ")[2] in OFFICERS
        if officer and token.mention is not None and token.mention.start in starts:
            of = [w for c in token.children if c.dep == "prep" and c.lower == "of" for w in c.children]
            names = [w.mention for w in of if w.mention is not None and w.mention.kind == "name"]
            for name in (m for m in names if m.type in {"City", "Region", "Actor"}):
                yield Argument("place", name if name.type != "Actor" else replace(name, type="City"), ("Place",))


def _of_occasion(place: Argument, trigger: Token, sentence: Sentence) -> bool:
    """ "cut the internet *following riots in Osh*": where something else happened, which this comes after."""
    named = next((t for t in sentence.tokens if t.mention is not None and t.mention.start == place.mention.start), None)
    above = list(named.ancestors()) if named is not None else []
    if above and _is_of_source(above[0], sentence):
        return True
    verb = next((n for n, t in enumerate(above) if t is trigger or (t.pos in {"VERB", "AUX"} and t.dep != "prep")), 0)
    return any((t.dep == "prep" and t.lower in UPON) or _is_answer(t) for t in above[:verb])


def _is_answer(noun: Token) -> bool:
    """ "shut it down *in response to* riots in Osh", "*in the wake of* a coup in Mali"."""
    return noun.lower in ANSWERS and noun.dep == "pobj" and noun.head is not None and noun.head.lower == "in"


def _is_of_source(preposition: Token, sentence: Sentence) -> bool:
    """ "published cables *from the embassy in Lima*": where their source is, though the parser hung it on the verb."""
    if preposition.dep != "prep" or preposition.lower != "in" or preposition.i == 0:
        return False
    house = sentence.tokens[preposition.i - 1]
    source = house.head if house.dep == "pobj" else None
    kind = house.lower.split()[-1]
    return kind in {"embassy", "consulate", "mission", "office"} and source is not None and source.lower == "from"


def _before_ground(places: list[Argument], trigger: Token) -> list[Argument]:
    """ "held in London *for fraud in Sweden*": of two places the one behind the ground is where that was."""
    first = min((p.mention.start for p in places), default=0)
    grounds = [c.start for c in trigger.children if c.dep == "prep" and c.lower in GROUND and c.start > first]
    return [p for p in places if not any(ground < p.mention.start for ground in grounds)]


def _leading(sentence: Sentence) -> Iterator[Argument]:
    """ "In Germany, ...": a place that opens the sentence holds for its events."""
    opening = sentence.tokens[0] if sentence.tokens else None
    if opening is not None and opening.dep == "prep" and opening.lower == "in":
        yield from () if _opens_with_case(sentence) else _places(opening.children)


def _opens_with_case(sentence: Sentence) -> bool:
    """ "In *Peru v. Kim*, the court acquitted her": no place, but a party."""
    opening = sentence.tokens[:LONGEST_OPENING]
    return bool(opening) and opening[0].lower == "in" and any(t.lower in VERSUS for t in opening)


def _parties_named(sentence: Sentence) -> Iterator[int]:
    """ "upheld in *Lee v. Union of India*": the places in the name of a case are its parties, wherever it stands."""
    for token in sentence.tokens:
        behind = token.i > 0 and sentence.tokens[token.i - 1].lower in VERSUS
        before = token.i + 1 < len(sentence.tokens) and sentence.tokens[token.i + 1].lower in VERSUS
        whole = token.mention is not None and not VERSUS.isdisjoint(token.mention.text.lower().split())
        if behind or before or whole:
            inside = [w for c in token.children if c.dep == "prep" and c.lower == "of" for w in c.children]
            yield from (t.start_of_mention for t in (token, *token.within, *inside))


def _seats(agents: list[Argument], sentence: Sentence) -> Iterator[Argument]:
    """Where an authority sits is where it acts ("a *Paris* court", "the police in *Nairobi*")."""
    starts = {a.mention.start for a in agents if a.mention.kind != "pronoun"}
    for token in sentence.tokens:
        if token.mention is not None and token.mention.start in starts:
            inside = [c for g in _inside(token) for c in g.children]
            seats = [t for t in token.within if token.mention.type == "Court" and t.mention is not None]
            named = NAMED_COURT.search(token.mention.text) is not None
            cities = [t for t in seats if not named and t.mention is not None and t.mention.type in {"City", "Region"}]
            yield from list(_places([*inside, *(w for c in inside for w in _narrow_first(c)), *cities]))[:1]
            yield from _city_of(token.mention)
            yield from _places(c for c in _beside_place(token) if token.mention.type == "Court" and c.dep == "appos")


def _city_of(court: Mention) -> Iterator[Argument]:
    """ "at a *Milan* court", which is known by this name."""
    city, _, kind = court.text.rpartition(" ")
    if kind == "court" and (court.entity or "").startswith("court/city-"):
        yield Argument("place", replace(court, text=city, type="City", entity=None), ("Place",))


def _inside(body: Token) -> Iterator[Token]:
    """ "the police *in* Nairobi", "a court of appeals *in* Lima": the word before where a body sits."""
    kinds = [c for c in body.children if c.dep == "prep" and c.lower == "of"]
    for word in (body, *(t for c in kinds for t in c.children if t.lower in {"appeal", "appeals", "justice"})):
        yield from (c for c in word.children if c.dep == "prep" and c.lower == "in")


def _is_sited(court: Argument) -> bool:
    """ "in federal court *in Oakland*", "in a *Texas* court": told with its place, and not by its full title."""
    return court.mention.kind == "nominal" or " in " in court.mention.text or court.mention.text.endswith(" court")


def _narrow_first(noun: Token) -> list[Token]:
    """ "the Indian state of *Manipur*": the state before its country."""
    named = [g for c in noun.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"]
    return [*named, *sorted(noun.within, key=lambda t: t.mention is not None and t.mention.type == "Country")]


def _wider(places: list[Argument], sentence: Sentence) -> list[Argument]:
    """ "in Vancouver, *Canada*", "in the state of *Maryland*, *US*": the places that say where a place is."""
    starts = {place.mention.start for place in places}
    found = [
        wider
        for token in sentence.tokens
        if token.mention is not None and token.mention.start in starts
        for wider in _places(_beside_place(token))
    ]
    found += [inside for place in places for inside in _state_inside(place)]
    return [place for place in found if place.mention.start not in starts]


def _state_inside(city: Argument) -> Iterator[Argument]:
    """ "in San Jose, *California*": the state that a city's name in full ends with."""
    name = city.mention
    town, comma, state = name.text.partition(", ")
    if comma and name.type == "City" and state[:1].isupper() and "." not in state:
        start = name.start + len(town) + len(comma)
        told = replace(name, start=start, text=state, type="Region", entity=None)
        yield Argument("place", told, ("Place",))


def _beside_place(place: Token) -> list[Token]:
    """What stands beside a place, and those listed after it ("Norway, Spain *and Italy*")."""
    beside = [c for c in place.children if c.dep in {"appos", "npadvmod", "nmod", "conj"}]
    return [t for c in beside for t in (c, *(_beside_place(c) if c.dep == "conj" else ()))]


def _places(tokens: Iterable[Token]) -> Iterator[Argument]:
    for token in tokens:
        mention = place_called(token) or token.mention
        if mention is not None and (_is_unknown_beside_place(token) or _is_unknown_seat(token)):
            mention = replace(mention, type="City")
        if mention is not None and fits(mention, ("Place",)) and not _is_seat(token):
            yield Argument("place", mention, ("Place",))


def _is_unknown_beside_place(token: Token) -> bool:
    """ "in Lagos, *Ikeja* and *Epe*": what is listed with a place behind "in" is one, though its name is not known."""
    mention, above = token.mention, token.head
    if mention is None or mention.kind != "name" or mention.type != "Actor" or token.dep != "conj" or above is None:
        return False
    first = next((t for t in token.ancestors() if t.dep != "conj"), None)
    inside = first is not None and first.dep == "pobj" and first.head is not None and first.head.lower in {"in", "of"}
    if inside and first is not None and first.head is not None and first.head.lower == "of":
        inside = first.head.head is not None and first.head.head.lemma in PROVINCES
    return inside and first is not None and first.mention is not None and fits(first.mention, ("Place",))


def _is_unknown_seat(token: Token) -> bool:
    """ "the police in *Gaya*": what a body of the state is said to be in is a place, though its name is not known."""
    mention, inside = token.mention, token.head
    if mention is None or mention.kind != "name" or mention.type != "Actor" or token.dep != "pobj" or inside is None:
        return False
    body = inside.head.mention if inside.lower == "in" and inside.head is not None else None
    word = mention.text.isalpha() and mention.text.istitle()
    return word and body is not None and is_a(body.type, "PublicBody") and body.type not in {"Regulator", "Legislature"}


def _is_seat(place: Token) -> bool:
    """ "*based in* Oslo, Veyra was fined": where somebody is, not where the event was."""
    outer = place.head.head if place.head is not None and place.dep == "pobj" else None
    return outer is not None and outer.lower in {"based", "headquartered", "located", "registered", "incorporated"}
