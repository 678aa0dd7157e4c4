"""The tellings of many documents -> events: one event, however many tell it."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from kg.merging.agreement import DAY, REMEMBERED, VAGUE, Gathered, agreement
from kg.merging.corroborate import Origins
from kg.merging.spelling import fold
from kg.merging.telling import WORDY, Telling, telling
from kg.model import Fact, Filler, Happening, is_local
from kg.rdf import literal
from kg.vocabulary import is_a, relations, stages

Dates = dict[str, str | None]  # document to ISO day
Block = tuple[str, ...]
ENDS = ("subject", "object", "value")
#: Two phrases that say the same, of 100.
SAME_PHRASE = 88
#: Characters by which copied sentences find each other.
EDGE = 40
YEAR = 366
END_OF_TIME = 10**7
ALONE, ACCOMPANIED = "without target", "with target"


def gather(facts: Iterable[Fact], dates: Dates, countries: dict[str, str]) -> list[tuple[Fact, ...]]:
    """Facts grouped by what they tell, each group in the order of dates; `countries`: entity id to ISO code."""
    tellings, standing = [], defaultdict(list)
    for fact in facts:
        if fact.type in relations():
            standing[_standing(fact)].append(fact)
        else:
            tellings.append(telling(fact, dates.get(fact.doc), countries))
    groups = [tuple(one.fact for one in event.tellings) for event in _events(tellings)]
    groups += [tuple(group) for group in standing.values()]
    aged = (tuple(sorted(group, key=lambda fact: _age(fact, dates))) for group in groups)
    return sorted(aged, key=lambda group: group[0].id)


def together(facts: tuple[Fact, ...], origins: Origins) -> Happening:
    """What the tellings of one event say together; the first of them gives the event its id."""
    first = facts[0]
    own = [fact for fact in facts if not fact.attribution]
    chains = {tuple(f.key for f in fact.attribution): fact.attribution for fact in facts if fact.attribution}
    return Happening(
        id="event/" + hashlib.sha256(first.id.encode()).hexdigest()[:16],
        type=first.type,
        args=_args(facts),
        polarity=first.polarity,
        modality=first.modality,
        stage=_stage(facts),
        chains=tuple(chain for _, chain in sorted(chains.items())),
        facts=facts,
        publishers=origins.count(facts),
        own_word=origins.count(own),
    )


# ---------------------------------------------------------------- which tellings are of one event


def _events(tellings: list[Telling]) -> list[Gathered]:
    """Each telling joins the event that it agrees with best; the sharpest are asked first, so order plays no part."""
    found: list[Gathered] = []
    calendar: dict[Block, list[tuple[int, int]]] = defaultdict(list)  # day and number of each event of a block
    for one in sorted(tellings, key=lambda one: (one.sharpness, one.told or 0, one.fact.doc, one.fact.id)):
        near = sorted({number for block in _asked(one) for number in _near(one, calendar.get(block, []))})
        scored = [(score, -number) for number in near if (score := agreement(found[number], one)) is not None]
        if scored:
            number = -max(scored)[1]
            found[number].add(one)
        else:
            number = len(found)
            found.append(Gathered.begin(one))
        for block in _blocks(one):
            _enter(calendar[block], found[number], number)
    return found


def _blocks(one: Telling) -> Iterator[Block]:
    """Under what a telling can be found: its sentences and target; without one who else takes part; what ties them."""
    kind = _kind(one)
    yield from _sentences(one)
    for target in sorted(one.parties["target"]):
        yield *kind, "target", target
    for other in _others(one):
        yield *kind, _side(one), other
        for tie in _ties(one):
            yield *kind, _side(one), other, tie


def _asked(one: Telling) -> Iterator[Block]:
    """Where the events are that a telling may be of. Without a target much must agree, so that few are asked."""
    kind, wordy = _kind(one), one.fact.type in WORDY
    yield from _sentences(one)
    for target in sorted(one.parties["target"]):
        yield *kind, "target", target
    for side in (ALONE,) if one.parties["target"] else (ALONE, ACCOMPANIED):
        for other in _others(one):
            if wordy or (side == ALONE and not one.parties["target"]):
                yield *kind, side, other
            for tie in (*_ties(one), *_days_around(one)):
                yield *kind, side, other, tie


def _sentences(one: Telling) -> Iterator[Block]:
    """How its sentences begin and end: a copy often changes only the other end."""
    for quote in sorted(one.quotes):
        yield *_kind(one), "begins", quote[:EDGE]
        yield *_kind(one), "ends", quote[-EDGE:]


def _kind(one: Telling) -> Block:
    return one.fact.type, one.fact.polarity, one.fact.modality


def _side(one: Telling) -> str:
    return ACCOMPANIED if one.parties["target"] else ALONE


def _others(one: Telling) -> list[str]:
    return sorted(one.parties["agent"] | one.parties["recipient"])


def _ties(one: Telling) -> Iterator[str]:
    yield from sorted(one.amounts | one.offences)
    if one.start is not None:
        yield str(one.start)


def _days_around(one: Telling) -> Iterator[str]:
    if one.start is not None:
        yield from (str(one.start - DAY), str(one.start + DAY))


def _enter(days: list[tuple[int, int]], event: Gathered, number: int) -> None:
    sharp = event.start if event.start is not None and (event.end or event.start) - event.start <= VAGUE else None
    day = next((day for day in (sharp, event.first, event.start) if day is not None), 0)
    if (day, number) not in days:
        insort(days, (day, number))


def _near(one: Telling, days: list[tuple[int, int]]) -> Iterator[int]:
    """The events of a block that are near in time, and those without a day."""
    low, high = 1, END_OF_TIME
    if one.start is not None and one.end is not None and (one.end - one.start <= VAGUE or one.told is None):
        low, high = one.start - DAY - YEAR, max(one.end + DAY, one.start + REMEMBERED)
    elif one.told is not None:
        low, high = one.told - REMEMBERED - YEAR, one.told + REMEMBERED
    for _, number in days[: bisect_left(days, (1, 0))]:
        yield number
    for _, number in days[bisect_left(days, (low, 0)) : bisect_right(days, (high, END_OF_TIME))]:
        yield number


def _standing(fact: Fact) -> Block:
    """A relation is one if its ends are."""
    ends = [f.id or f.value or fold(f.label) for role in ENDS for f in fact.args.get(role, ())]
    return fact.type, fact.polarity, fact.modality, *ends


def _age(fact: Fact, dates: Dates) -> tuple[str, str, str]:
    return dates.get(fact.doc) or "9999", fact.doc, fact.id


# ---------------------------------------------------------------- what they say together


def _args(facts: tuple[Fact, ...]) -> dict[str, tuple[Filler, ...]]:
    args: dict[str, tuple[Filler, ...]] = {}
    for role in sorted({role for fact in facts for role in fact.args}):
        args[role] = tuple(_distinct([filler for fact in facts for filler in fact.args.get(role, ())]))
    return args


def _distinct(fillers: list[Filler]) -> Iterator[Filler]:
    """Each once, the most told first, without what another one says more precisely."""
    counts = Counter(_key(filler) for filler in fillers)
    chosen: dict[str, Filler] = {}
    for filler in fillers:
        chosen.setdefault(_key(filler), filler)
    ordered = [chosen[key] for key in sorted(chosen, key=lambda key: (-counts[key], key))]
    for number, filler in enumerate(ordered):
        if not any(_says_more(other, filler, i < number) for i, other in enumerate(ordered) if i != number):
            yield filler


def _key(filler: Filler) -> str:
    return filler.id or filler.value or fold(filler.label) or filler.label


def _says_more(other: Filler, filler: Filler, earlier: bool) -> bool:
    """Whether a filler says what this one does and more: a day of the month, a named court for "a court"."""
    if filler.type == "Time" and other.type == "Time":
        return _within(other.value, filler.value)
    if filler.id is not None and other.id is not None:
        unnamed = is_local(filler.id) and (not is_local(other.id) or earlier)
        return unnamed and (is_a(other.type, filler.type) or is_a(filler.type, other.type))
    if filler.type == "Phrase" and other.type == "Phrase" and not filler.value:
        alike = fuzz.token_set_ratio(fold(filler.label), fold(other.label)) >= SAME_PHRASE
        longer = len(other.label) > len(filler.label) or (len(other.label) == len(filler.label) and earlier)
        return alike and (bool(other.value) or longer)
    return False


def _within(one: str | None, other: str | None) -> bool:
    """Whether a time lies in another and is shorter."""
    if not one or not other or one == other:
        return False
    (start, end, _), (first, last, _) = literal.bounds(one), literal.bounds(other)
    if not (start and end and first and last):
        return False
    inside = first.value <= start.value and end.value <= last.value
    return inside and (start.value, end.value) != (first.value, last.value)


def _stage(facts: tuple[Fact, ...]) -> str | None:
    """The stage that most tellings give; of several the lowest, for none must be put further than is told."""
    counts = Counter(fact.stage for fact in facts if fact.stage)
    order = {stage: rung for rung, stage in enumerate(stages())}
    return min(counts, key=lambda stage: (-counts[stage], order.get(stage, 99), stage), default=None)
