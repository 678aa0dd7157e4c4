"""Whether two tellings can be of one event, and how well they agree."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from kg.merging.telling import PERSONAL, WORDY, Telling

#: Days. An event that is told without a time happened not long before; a step against a person is remembered longer.
RECENT = {"Arrest": 120, "Charge": 120, "Conviction": 180, "Acquittal": 180, "Sentence": 180, "Fine": 60, "Ban": 45}
RECENT_OTHERWISE = 21
RECENT_WORDS = 4
#: An event with a known day is looked back on for so long.
REMEMBERED = 500
#: Reports of one day, with the night after it.
DAY = 1
#: Days within which two amounts of one fine are a contradiction and not two fines.
SAME_TIME = 3
SAME_WORDS = 72
#: What two reports of one lawsuit or ban say it is about, at the least.
LIKE_WORDS = 50
VERY_LIKE = 90
#: Two sentences that are one text but for a letter or two, of 100.
SAME_SENTENCE = 96
#: A longer time says when something was, but not which of several it was.
VAGUE = 31
NUMBER = re.compile(r"\d+")
WEEK = 7


@dataclass(slots=True)
class Gathered:
    """The tellings of one event so far, and what they have in common."""

    tellings: list[Telling]
    parties: dict[str, frozenset[str]]
    countries: frozenset[str]
    states: frozenset[str]
    start: int | None
    end: int | None
    first: int | None
    last: int | None
    amounts: frozenset[str]
    offences: frozenset[str]
    veiled: frozenset[str]

    @classmethod
    def begin(cls, one: Telling) -> Gathered:
        """An event that one telling is known of."""
        return cls(
            tellings=[one],
            parties=dict(one.parties),
            countries=one.countries,
            states=one.states,
            start=one.start,
            end=one.end,
            first=one.told,
            last=one.told,
            amounts=one.amounts,
            offences=one.offences,
            veiled=one.veiled,
        )

    def add(self, one: Telling) -> None:
        """One telling more; of two times the sharper one stays."""
        self.tellings.append(one)
        self.parties = {role: names | one.parties[role] for role, names in self.parties.items()}
        self.countries, self.states = self.countries | one.countries, self.states | one.states
        self.veiled |= one.veiled
        self.amounts, self.offences = self.amounts | one.amounts, self.offences | one.offences
        if one.start is not None and (self.start is None or one.sharpness < self.tellings[0].sharpness):
            self.start, self.end = one.start, one.end
        told = [day for day in (self.first, self.last, one.told) if day is not None]
        self.first, self.last = (min(told), max(told)) if told else (None, None)


def agreement(event: Gathered, one: Telling) -> tuple[int, int] | None:
    """How well a telling agrees with an event: points, and days apart (negative, so that more is better).

    None where they contradict each other in what tells events apart, or where too little connects them.
    """
    if _copied(event, one):
        return 99, 0
    near = _nearness(event, one)
    if near is None or not _one_country(event, one) or not _words_agree(event, one, near):
        return None
    shared = [role for role in event.parties if event.parties[role] & one.parties[role]]
    if _parties_differ(event, one, shared) or not _connected(event, one, shared):
        return None
    if event.amounts and one.amounts and not event.amounts & one.amounts and not _same_time(event, one, shared):
        return None
    if event.offences and one.offences and not event.offences & one.offences and not _same_day(event, one):
        return None
    if any(other.fact.doc == one.fact.doc and _apart(other, one) for other in event.tellings):
        return None
    points = 2 * len(shared) + 3 * bool(event.amounts & one.amounts) + bool(event.countries & one.countries)
    return points + 2 * bool(event.offences & one.offences) + 2 * _same_day(event, one), -near


def _copied(event: Gathered, one: Telling) -> bool:
    """Whether another document tells it in the same sentence, and of no other time.

    What an authority will do next, and how it voted, it announces in the same words in every case ("the Commission
    will vote on the petition", "the vote approving the order was 3-0"): without a party, time or sum such a sentence
    does not say of which case it speaks.
    """
    if one.procedural and not one.pinned:
        return False
    return any(
        (other.start, other.end) == (one.start, one.end)
        and any(_one_sentence(quote, own) for quote in other.quotes for own in one.quotes)
        for other in event.tellings
        if other.fact.doc != one.fact.doc
    )


def _one_sentence(some: str, other: str) -> bool:
    """Whether two sentences are one but for a word or what stands before or after it; a copy has the same numbers."""
    if some == other:
        return True
    alike = fuzz.partial_ratio(some, other, score_cutoff=SAME_SENTENCE) > 0
    return alike and set(NUMBER.findall(some)) == set(NUMBER.findall(other))


def _nearness(event: Gathered, one: Telling) -> int | None:
    """Days between the times; None where they cannot be one."""
    recent = _recent(event, one)
    if event.start is not None and event.end is not None and one.start is not None and one.end is not None:
        apart = max(event.start - one.end, one.start - event.end, 0)
        exact = max(event.end - event.start, one.end - one.start) <= DAY
        return apart if apart <= (DAY if exact else 0) else None
    if event.start is not None and event.end is not None and event.end - event.start <= VAGUE:
        return _looking_back(event.start, event.end, one.told, one.fact.type)
    if one.start is not None and one.end is not None and one.end - one.start <= VAGUE:
        return _looking_back(one.start, one.end, event.last, one.fact.type)
    if event.first is None or event.last is None or one.told is None:
        return recent
    apart = max(event.first - one.told, one.told - event.last, 0)
    return apart if apart <= recent else None


def _recent(event: Gathered, one: Telling) -> int:
    """For how many days a thing without a time is news: words for few, unless the same is said by one to another."""
    if one.fact.type not in WORDY:
        return RECENT.get(one.fact.type, RECENT_OTHERWISE)
    to_the_same = all(event.parties[role] & one.parties[role] for role in ("agent", "target"))
    return VAGUE if to_the_same and any(_alike(other, one, VERY_LIKE) for other in event.tellings) else RECENT_WORDS


def _looking_back(start: int, end: int, told: int | None, type: str) -> int | None:
    """From a document's day back to an event's time: a text without a time tells what was, not what will be."""
    if told is None:
        return REMEMBERED
    since = max(told - end, 0)
    remembered = RECENT_OTHERWISE if type in WORDY else REMEMBERED
    return since if told >= start - DAY and since <= remembered else None


def _one_country(event: Gathered, one: Telling) -> bool:
    return not event.countries or not one.countries or bool(event.countries & one.countries)


def _words_agree(event: Gathered, one: Telling, near: int) -> bool:
    """Whether both say the same words where words make the event; where they do not, that they do not differ."""
    if one.fact.type in PERSONAL:
        return True
    if one.fact.type in WORDY and not one.words and not any(other.words for other in event.tellings):
        return _same_day(event, one) or (near <= RECENT_WORDS and event.start is None and one.start is None)
    if one.fact.type in WORDY:
        return any(_alike(other, one, SAME_WORDS) for other in event.tellings)
    told = [other for other in event.tellings if other.words]
    if not one.words or not told or event.amounts & one.amounts:
        return True
    return _same_day(event, one) or any(_alike(other, one, LIKE_WORDS) for other in told)


def _alike(one: Telling, other: Telling, least: int) -> bool:
    """Whether the words are nearly the same, and the names in them not others."""
    if not one.words or not other.words or (one.names and other.names and not one.names & other.names):
        return False
    return fuzz.token_set_ratio(one.words, other.words, score_cutoff=least) > 0


def _parties_differ(event: Gathered, one: Telling, shared: list[str]) -> bool:
    """Whether both name somebody for a role and name others; a country and its authority are no others."""
    for role, names in event.parties.items():
        if not names or not one.parties[role] or role in shared:
            continue
        if role != "agent" or not event.countries & one.countries:
            return True
        if one.fact.type not in PERSONAL and not event.states and not one.states:
            return True
    return False


def _connected(event: Gathered, one: Telling, shared: list[str]) -> bool:
    """Whether enough ties them: the target, or somebody else and the day, the amount or the words.

    A service is banned and sued so often that the same target is not enough without who did it, when or over what.
    """
    if "target" in shared and (one.fact.type in PERSONAL or one.fact.type in (*WORDY, "Fine") or "agent" in shared):
        return True
    if "target" in shared:
        timeless = event.start is None and one.start is None and event.first is not None and one.told is not None
        days = abs((event.first or 0) - (one.told or 0))
        alike = any(_alike(other, one, SAME_WORDS) for other in event.tellings)
        stately = bool(event.states | one.states) and bool(event.countries & one.countries)
        return alike or stately or _same_day(event, one) or (timeless and days <= WEEK)
    if event.veiled and one.veiled and not _one_veil(event.veiled, one.veiled):
        return False
    wordy = one.fact.type in WORDY and bool(one.words)
    if "agent" not in shared and not (wordy and shared):
        return False
    tied = bool(event.amounts & one.amounts) or bool(event.offences & one.offences) or _same_day(event, one)
    targets = event.parties["target"] | one.parties["target"] | event.veiled | one.veiled
    return tied or wordy or (len(shared) > 1 and not targets)


def _one_veil(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two phrases can mean the same unnamed ones: one has all words of the other."""
    return any(set(a.split()) <= set(b.split()) or set(b.split()) <= set(a.split()) for a in some for b in others)


def _same_day(event: Gathered, one: Telling) -> bool:
    if event.start is None or event.end is None or one.start is None or one.end is None:
        return False
    return one.end - one.start <= DAY and event.end - event.start <= DAY and abs(event.start - one.start) <= DAY


def _same_time(event: Gathered, one: Telling, shared: list[str]) -> bool:
    """Whether two amounts can only be two versions: the same parties within days."""
    if not {"agent", "target"} <= set(shared):
        return False
    if event.start is not None and one.start is not None:
        return abs(event.start - one.start) <= DAY
    mine, other = event.first if event.start is None else event.start, one.told if one.start is None else one.start
    return mine is not None and other is not None and abs(mine - other) <= SAME_TIME


def _apart(one: Telling, other: Telling) -> bool:
    """Whether a document that tells both tells two events: what is one in a document was made one when it was read.

    Only of a step against a person it may speak again, unless it gives another day or sum.
    """
    if one.fact.type not in PERSONAL:
        return True
    if one.amounts and other.amounts and not one.amounts & other.amounts:
        return True
    return None not in (one.start, other.start) and (one.start, one.end) != (other.start, other.end)
