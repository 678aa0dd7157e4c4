"""Whether two places of a text tell one event in other words, as a summary and the background below it do."""

from __future__ import annotations

import re

from kg import vocabulary
from kg.model import PARTIES, Fact, Filler, is_local

#: Words that only say how many or which of somebody unnamed there are.
VAGUE = frozenset(
    "a an the various several many almost all most some nearly multiple certain these those such numerous few "
    "different respective concerned".split()
)
#: Words that tell nothing of what is demanded or asked.
EMPTY = frozenset(
    "the that this these those with from their there which were have been about against into under certain "
    "through between while such other more also will would should".split()
)
#: Letters by which "remove" and "removal" are one word.
STEM = 5
#: Words that two tellings of one demand share, and their part of the shorter.
FEWEST, PART = 3, 0.6
#: What is taken down.
ITEMS = re.compile(r"\b(account|tweet|post|handle|page|video|channel|profile|group|message)s?\b", re.IGNORECASE)
PLATFORMS = re.compile(r"\b(twitter|facebook|instagram|youtube|whatsapp|telegram|tiktok|google)\b", re.IGNORECASE)
#: Longest description of what is taken down that only points back to it ("the 250 or so accounts").
SHORT = 5
#: What only announces a list.
STEPS = re.compile(r"\b(?:following|these|below|(?:two|three|four|five|six) \w+) (?:\w+ )?(?:steps|measures|actions)\b")
#: Characters within which a notice is followed by what it demands.
NEAR = 800
#: Events that one party brings once over one matter.
BROUGHT = {"Lawsuit", "Appeal", "Investigation", "InformationRequest", "Ruling"}


def retells(first: Fact, second: Fact) -> bool:
    """Whether the second fact tells the event of the first in other words, or with fewer parties."""
    if first.type != second.type or first.polarity != second.polarity or _contradict(first, second):
        return False
    if {e.start for e in first.evidence} & {e.start for e in second.evidence}:
        return False  # "was ordered to delete the data and *ordered to pay*": two things of one sentence
    pair = {first.modality, second.modality}
    if len(pair) > 1 and not (first.type == "Order" and pair == {"actual", "demanded"}):
        return False
    if first.type == "Order":
        return _is_one_demand(first, second)
    if first.type in BROUGHT:
        return _is_one_step(first, second)
    if first.type == "Hearing":
        return _is_one_day(first, second)
    if first.type == "ContentRemoval":
        return _is_one_removal(first, second)
    if first.type == "LawProposal":
        return _share(first, second, "law") and (_alike(first, second, 1) or not _both(first, second, "matter"))
    return first.type == "Fine" and all(_share(first, second, role) for role in ("agent", "target"))


def without_announced(facts: list[Fact]) -> list[Fact]:
    """The facts without a demand "to take the following steps" where the steps were read as demands themselves."""
    told = [(e.start, fact) for fact in facts if fact.type == "Order" for e in fact.evidence]

    def is_announcing(fact: Fact) -> bool:
        if fact.type != "Order" or not any(STEPS.search(m.label) for m in fact.args.get("matter", ())):
            return False
        return any(start == fact.evidence[0].start and other is not fact for start, other in told)

    return [fact for fact in facts if not is_announcing(fact)]


def kin(a: Filler, b: Filler) -> bool:
    """Whether two fillers name the same, or unnamed people in words that differ in number only.

    "various state governments" and "almost all state governments" are one, and so are "the agency" and "agencies".
    """
    if a.id and a.id == b.id:
        return True
    if not all(is_local(f.id) for f in (a, b)):
        return False
    one, other = (_bare(f.label) for f in (a, b))
    return bool(one) and one == other


def _bare(label: str) -> tuple[str, ...]:
    """The words of a description without its quantifiers, each as a singular."""
    words = (w.removesuffix("s") if not w.endswith("ies") else w[:-3] + "y" for w in label.casefold().split())
    return tuple(w for w in words if w not in VAGUE and w + "s" not in VAGUE)


def _contradict(first: Fact, second: Fact) -> bool:
    """Whether a party, a day, a place or an amount of one is not that of the other."""
    parties = [role for role in PARTIES if role != "target" or first.type != "ContentRemoval"]
    if any(_both(first, second, role) and not _share(first, second, role) for role in (*parties, "place")):
        return not _is_vaguer(first, second)
    times = [[t.value or "" for t in f.args.get("time", ())] for f in (first, second)]
    if all(times) and not any(a.startswith(b) or b.startswith(a) for a in times[0] for b in times[1]):
        return True
    amounts = [{(t.value or "").partition(" ")[::2] for t in f.args.get("amount", ())} for f in (first, second)]
    currencies = [{currency for currency, _ in found} for found in amounts]
    return all(amounts) and not amounts[0] & amounts[1] and bool(currencies[0] & currencies[1])


def _is_vaguer(first: Fact, second: Fact) -> bool:
    """Whether the only party that differs is somebody unnamed ("the owner of the account"), and all else is alike."""
    if first.type != "Ruling" or not _share(first, second, "agent") or not _alike(first, second, FEWEST):
        return False
    unnamed = any(is_local(f.id) for fact in (first, second) for f in fact.args.get("target", ()))
    return unnamed and not any(_both(first, second, role) and role != "target" for role in ("recipient", "place"))


def _both(first: Fact, second: Fact, role: str) -> bool:
    return role in first.args and role in second.args


def _share(first: Fact, second: Fact, role: str) -> bool:
    return any(
        kin(a, b) or (not a.id and a.label.casefold() == b.label.casefold())
        for a in first.args.get(role, ())
        for b in second.args.get(role, ())
    )


def _alike(first: Fact, second: Fact, fewest: int) -> bool:
    """Whether what the two are about shares most of its words."""
    pairs = [
        (_stems(a.label), _stems(b.label)) for a in first.args.get("matter", ()) for b in second.args.get("matter", ())
    ]
    return any(len(a & b) >= max(fewest, PART * min(len(a), len(b))) for a, b in pairs if a and b)


def _stems(label: str) -> frozenset[str]:
    """The beginnings of the longer words of a phrase, without its punctuation."""
    words = re.findall(r"[\w'’-]+", label.casefold())
    return frozenset(w.strip("'’-")[:STEM] for w in words if len(w) > len("and") and w not in EMPTY)


def _is_one_demand(first: Fact, second: Fact) -> bool:
    """ "asked Veyra to remove the tag", "sought *removal of the tag* affixed by it"; a notice and what it demands."""
    shared = [role for role in ("agent", "target") if _share(first, second, role)]
    if shared and _alike(first, second, FEWEST if "agent" not in shared else FEWEST - 1):
        return True
    notices = [f for f in (first, second) if "matter" not in f.args and f.evidence[0].rule == "order.notice"]
    court = any(vocabulary.is_a(a.type, "Court") for a in first.args.get("agent", ()))
    near = _both(first, second, "time") or abs(first.evidence[0].start - second.evidence[0].start) < NEAR
    return len(notices) == 1 and len(shared) == len(("agent", "target")) and not court and near


def _is_one_step(first: Fact, second: Fact) -> bool:
    """ "filed a suit for libel", "filed *a suit* against Veyra *for libel*"."""
    if not _share(first, second, "agent"):
        return False
    same = {m.label.casefold() for m in first.args.get("matter", ())} & {
        m.label.casefold() for m in second.args.get("matter", ())
    }
    if first.type == "InformationRequest" and _share(first, second, "target"):
        return bool(same) or _alike(first, second, 1) or not _both(first, second, "matter")
    return bool(same) or _alike(first, second, FEWEST)


def _is_one_day(first: Fact, second: Fact) -> bool:
    """Whether a court's case is up on one day: "the hearing is on 3 May", "adjourned the matter to 3 May"."""
    days = [
        {t.value for t in f.args.get("time", ()) if len(t.value or "") == len("2024-05-03")} for f in (first, second)
    ]
    return bool(days[0] & days[1]) and not _both(first, second, "target")


def _is_one_removal(first: Fact, second: Fact) -> bool:
    """ "disabled 250 accounts", "restored *the blocked accounts*": what is only pointed back to."""
    labels = [" ".join(x.label for r in ("target", "matter") for x in f.args.get(r, ())[:1]) for f in (first, second)]
    items = [ITEMS.search(label) for label in labels]
    if not all(items) or "@" in labels[1] or ("agent" in second.args and not _share(first, second, "agent")):
        return False
    if items[0][1].casefold() != items[1][1].casefold():  # type: ignore[index]
        return False
    said = [x.label for r in ("target", "matter") for x in second.args.get(r, ())[:1]]
    found = [(set(re.findall(r"\d+", x)), {p.casefold() for p in PLATFORMS.findall(x)}) for x in labels]
    apart = any(found[0][i] and found[1][i] and not found[0][i] & found[1][i] for i in (0, 1))
    return not apart and any(len(x.split()) <= SHORT for x in said) and not _share(first, second, "target")
