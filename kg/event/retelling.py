"""Whether two places of a text tell one event in other words, as a summary and the background below it do."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.event.compare import FEWEST, alike, both, share
from kg.event.ties import Ties
from kg.model import PARTIES, Fact, is_local

#: What is taken down.
ITEMS = re.compile(r"\b(account|tweet|post|handle|page|video|channel|profile|group|message)s?\b", re.IGNORECASE)
PLATFORMS = re.compile(r"\b(twitter|facebook|instagram|youtube|whatsapp|telegram|tiktok|google)\b", re.IGNORECASE)
#: What somebody mostly has one of.
ONLY = {"account", "handle", "profile"}
#: How a text tells of one thing more.
BESIDES = re.compile(r"\b(?:also|another|separately|in addition)\b", re.IGNORECASE)
#: Longest description of what is taken down that only points back to it ("the 250 or so accounts").
SHORT = 5
#: What only announces a list.
STEPS = re.compile(r"\b(?:following|these|below|(?:two|three|four|five|six) \w+) (?:\w+ )?(?:steps|measures|actions)\b")
#: Characters within which a notice is followed by what it demands.
NEAR = 800


def retells(first: Fact, second: Fact, ties: Ties) -> bool:
    """Whether the second fact tells the event of the first in other words, or with fewer parties."""
    if first.type != second.type or first.polarity != second.polarity:
        return False
    pair = {first.modality, second.modality}
    if len(pair) > 1 and not (first.type == "Order" and pair == {"actual", "demanded"}):
        return False
    if first.type == "Settlement":
        return _is_one_deal(first, second, ties)
    if _contradict(first, second, ties) or {e.start for e in first.evidence} & {e.start for e in second.evidence}:
        return False  # "was ordered to delete the data and *ordered to pay*": two things of one sentence
    if first.type == "Fine":
        return all(both(first, second, role) and ties.agree(first, second, role) for role in ("agent", "target"))
    is_one = ONE_OF.get(first.type)
    return is_one is not None and is_one(first, second)


def without_announced(facts: list[Fact]) -> list[Fact]:
    """The facts without a demand "to take the following steps" where the steps were read as demands themselves."""
    told = [(e.start, fact) for fact in facts if fact.type == "Order" for e in fact.evidence]

    def is_announcing(fact: Fact) -> bool:
        if fact.type != "Order" or not any(STEPS.search(m.label) for m in fact.args.get("matter", ())):
            return False
        return any(start == fact.evidence[0].start and other is not fact for start, other in told)

    return [fact for fact in facts if not is_announcing(fact)]


def _contradict(first: Fact, second: Fact, ties: Ties) -> bool:
    """Whether a party, a day, a place or an amount of one is not that of the other."""
    parties = [role for role in PARTIES if role != "target" or first.type != "ContentRemoval"]
    if any(both(first, second, role) and not ties.agree(first, second, role) for role in (*parties, "place")):
        return not _is_vaguer(first, second)
    return _are_measured_apart(first, second)


def _are_measured_apart(first: Fact, second: Fact) -> bool:
    """Whether the two are of other days, or of other sums in one currency."""
    times = [[t.value or "" for t in f.args.get("time", ())] for f in (first, second)]
    if all(times) and not any(a.startswith(b) or b.startswith(a) for a in times[0] for b in times[1]):
        return True
    amounts = [{(t.value or "").partition(" ")[::2] for t in f.args.get("amount", ())} for f in (first, second)]
    currencies = [{currency for currency, _ in found} for found in amounts]
    return all(amounts) and not amounts[0] & amounts[1] and bool(currencies[0] & currencies[1])


def _is_vaguer(first: Fact, second: Fact) -> bool:
    """Whether the only party that differs is somebody unnamed ("the owner of the account"), and all else is alike."""
    if first.type != "Ruling" or not share(first, second, "agent") or not alike(first, second, FEWEST):
        return False
    unnamed = any(is_local(f.id) for fact in (first, second) for f in fact.args.get("target", ()))
    return unnamed and not any(both(first, second, role) and role != "target" for role in ("recipient", "place"))


def _is_one_demand(first: Fact, second: Fact) -> bool:
    """ "asked Veyra to remove the tag", "sought *removal of the tag* affixed by it"; a notice and what it demands."""
    shared = [role for role in ("agent", "target") if share(first, second, role)]
    if shared and alike(first, second, FEWEST if "agent" not in shared else FEWEST - 1):
        return True
    notices = [f for f in (first, second) if "matter" not in f.args and f.evidence[0].rule == "order.notice"]
    court = any(vocabulary.is_a(a.type, "Court") for a in first.args.get("agent", ()))
    near = both(first, second, "time") or abs(first.evidence[0].start - second.evidence[0].start) < NEAR
    return len(notices) == 1 and len(shared) == len(("agent", "target")) and not court and near


def _is_one_step(first: Fact, second: Fact) -> bool:
    """ "filed a suit for libel", "filed *a suit* against Veyra *for libel*"."""
    if not share(first, second, "agent"):
        return False
    same = {m.label.casefold() for m in first.args.get("matter", ())} & {
        m.label.casefold() for m in second.args.get("matter", ())
    }
    if first.type == "InformationRequest" and share(first, second, "target"):
        return bool(same) or alike(first, second, 1) or not both(first, second, "matter")
    return bool(same) or alike(first, second, FEWEST)


def _is_one_deal(first: Fact, second: Fact, ties: Ties) -> bool:
    """ "Veyra settled with *40 attorneys general*", "*its office* reached a deal with Veyra": on either side."""
    if _are_measured_apart(first, second):
        return False
    sides = [{f.id: f for role in PARTIES for f in one.args.get(role, ()) if f.id} for one in (first, second)]
    firms = {id_ for id_ in sides[0].keys() & sides[1].keys() if not is_local(id_)}
    one, other = (tuple(f for id_, f in side.items() if id_ not in sides[0].keys() & sides[1].keys()) for side in sides)
    unnamed = any(all(is_local(f.id) for f in rest) for rest in (one, other))
    return bool(firms) and (unnamed or ties.joins(one, other) or any(ties.can_be(a, b) for a in one for b in other))


def _is_one_day(first: Fact, second: Fact) -> bool:
    """Whether a court's case is up on one day: "the hearing is on 3 May", "adjourned the matter to 3 May"."""
    days = [
        {t.value for t in f.args.get("time", ()) if len(t.value or "") == len("2024-05-03")} for f in (first, second)
    ]
    return bool(days[0] & days[1]) and not both(first, second, "target")


def _is_one_removal(first: Fact, second: Fact) -> bool:
    """ "disabled 250 accounts", "restored *the blocked accounts*": what is only pointed back to.

    Of the one account that somebody has a text tells twice that it was closed; posts he may have many.
    """
    labels = [_removed(fact) for fact in (first, second)]
    items = [item(fact) for fact in (first, second)]
    if not all(items) or "@" in labels[1] or is_another(second):
        return False
    if ("agent" in second.args and not share(first, second, "agent")) or items[0].rstrip("s") != items[1].rstrip("s"):
        return False
    said = [x.label for r in ("target", "matter") for x in second.args.get(r, ())[:1]]
    numbers = [(set(re.findall(r"\d+", x)), {p.casefold() for p in PLATFORMS.findall(x)}) for x in labels]
    if any(numbers[0][i] and numbers[1][i] and not numbers[0][i] & numbers[1][i] for i in (0, 1)):
        return False
    if share(first, second, "target"):
        return items[0] == items[1] and items[0] in ONLY
    return any(ITEMS.search(x) and len(x.split()) <= SHORT for x in said)


def item(fact: Fact) -> str:
    """The word for what is taken down ("account"), which may stand beside who had it and why."""
    found = ITEMS.search(_removed(fact)) or ITEMS.search(fact.evidence[0].quote)
    return found[0].lower() if found is not None else ""


def _removed(fact: Fact) -> str:
    return " ".join(x.label for role in ("target", "matter") for x in fact.args.get(role, ())[:1])


def is_another(fact: Fact) -> bool:
    """Whether a text says of an event that it came besides one told before ("it *also* removed an app")."""
    return all(BESIDES.search(e.quote) for e in fact.evidence)


def _is_one_bill(first: Fact, second: Fact) -> bool:
    return share(first, second, "law") and (alike(first, second, 1) or not both(first, second, "matter"))


#: By what two events of a kind, in which nothing differs, are one; what one party brings it brings once over a matter.
ONE_OF = {
    "Order": _is_one_demand,
    "Hearing": _is_one_day,
    "ContentRemoval": _is_one_removal,
    "LawProposal": _is_one_bill,
    **dict.fromkeys(("Lawsuit", "Appeal", "Investigation", "InformationRequest", "Ruling"), _is_one_step),
}
