"""Whether two tellings can be of one event, and how well they agree."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from kg.telling import PERSONAL, WORDY, Telling

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

    @classmethod
    def begin(cls, one: Telling) -> Gathered:
        """An event that one telling is known of."""
        parties = dict(one.parties)
        told = one.told
        return cls([one], parties, one.countries, one.states, one.start, one.end, told, told, one.amounts, one.offences)

    def add(self, one: Telling) -> None:
        """One telling more; of two times the sharper one stays."""
        self.tellings.append(one)
        self.parties = {role: names | one.parties[role] for role, names in self.parties.items()}
        self.countries, self.states = self.countries | one.countries, self.states | one.states
        self.amounts, self.offences = self.amounts | one.amounts, self.offences | one.offences
        if one.start is not None and (self.start is None or one.sharpness < self.tellings[0].sharpness):
            self.start, self.end = one.start, one.end
        told = [day for day in (self.first, self.last, one.told) if day is not None]
        self.first, self.last = (min(told), max(told)) if told else (None, None)


def agreement(event: Gathered, one: Telling) -> tuple[int, int] | None:
    """How well a telling agrees with an event: points, and days apart (negative, so that more is better).

    None where they contradict each other in what tells events apart, or where too little connects them.
    """
    near = _nearness(event, one)
    if near is None or not _one_country(event, one) or not _words_agree(event, one):
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


def _nearness(event: Gathered, one: Telling) -> int | None:
    """Days between the times; None where they cannot be one."""
    recent = RECENT_WORDS if one.fact.type in WORDY else RECENT.get(one.fact.type, RECENT_OTHERWISE)
    if event.start is not None and event.end is not None and one.start is not None and one.end is not None:
        apart = max(event.start - one.end, one.start - event.end, 0)
        return apart if apart <= DAY else None
    if event.start is not None and event.end is not None:
        return _looking_back(event.start, event.end, one.told, one.fact.type)
    if one.start is not None and one.end is not None:
        return _looking_back(one.start, one.end, event.last, one.fact.type)
    if event.first is None or event.last is None or one.told is None:
        return recent
    apart = max(event.first - one.told, one.told - event.first, 0)
    return apart if apart <= recent else None


def _looking_back(start: int, end: int, told: int | None, type: str) -> int | None:
    """From a document's day back to an event's time: a text without a time tells what was, not what will be."""
    if told is None:
        return REMEMBERED
    since = max(told - end, 0)
    remembered = RECENT_OTHERWISE if type in WORDY else REMEMBERED
    return since if told >= start - DAY and since <= remembered else None


def _one_country(event: Gathered, one: Telling) -> bool:
    return not event.countries or not one.countries or bool(event.countries & one.countries)


def _words_agree(event: Gathered, one: Telling) -> bool:
    if one.fact.type not in WORDY:
        return True
    return any(_alike(other.words, one.words) for other in event.tellings)


def _alike(one: str, other: str) -> bool:
    if not one or not other:
        return not one and not other
    return fuzz.token_set_ratio(one, other, score_cutoff=SAME_WORDS) > 0


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
    """Whether enough ties them: the target, or somebody else and the day, the amount or the words."""
    if "target" in shared:
        return True
    if not shared:
        return False
    tied = bool(event.amounts & one.amounts) or bool(event.offences & one.offences) or _same_day(event, one)
    if one.fact.type in WORDY:
        return True
    return tied or (len(shared) > 1 and not event.parties["target"] and not one.parties["target"])


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
    """Whether a document that tells both tells two events: it gives them other amounts or other days."""
    if one.amounts and other.amounts and not one.amounts & other.amounts:
        return True
    return None not in (one.start, other.start) and (one.start, one.end) != (other.start, other.end)
