"""Groups that a document names once: "the defendants" of its case, a firm's "owners", what "the complaint" alleges."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.event.filling import elsewhere, filled
from kg.model import PARTIES, Fact, Filler, is_local
from kg.reference.part import SIDES
from kg.reference.register import slug
from kg.vocabulary import is_a

#: What names the parties of a case, the surest first.
CASES = ("Lawsuit", "Charge", "Accusation", "Arrest", "Sentence")
#: The relations that tell who "its owners" are.
HOLDERS = {
    "owner": ("ownerOf",),
    "founder": ("founderOf",),
    "co-founder": ("founderOf",),
    "executive": ("holdsOffice",),
    "officer": ("holdsOffice",),
    "principal": ("ownerOf", "founderOf", "holdsOffice"),
}
#: What has owners, founders and executives.
HOUSES = {"Company", "Platform", "Organisation", "NGO", "MediaOutlet"}
#: The relations by which somebody belongs to a house.
BELONGING = {"ownerOf", "founderOf", "holdsOffice", "partOf", "agencyOf", "citizenOf", "memberOf"}
#: What tells of what somebody is accused, and the bare nouns that take it up.
ACCUSING = {"Accusation", "Charge", "Lawsuit", "Investigation", "Arrest"}
BARE_CHARGE = re.compile(
    r"(?:(?:all|any|both|such|these|those|the|his|her|their|its) )*(?:the )?"
    r"(?:allegation|accusation|claim|charge|report|suggestion|assertion|complaint)s?(?: against (?:him|her|it|them))?",
    re.IGNORECASE,
)
DROPPED = re.compile(
    r"(?:(?:all|both|the|these|those|his|her|their) )*(?:charge|prosecution|indictment|criminal case)s?", re.IGNORECASE
)
#: Whom a complaint speaks for, not against.
SUFFERERS = frozenset(
    "consumers users customers people children parents subscribers players teens teenagers minors members borrowers "
    "patients families victims workers drivers investors businesses shoppers buyers".split()
)
#: Nouns for a firm by which a speaker mostly means himself, where they take up nobody told of before.
NOBODY_ELSE = {"company", "firm"}
#: The rules by which a text names who is sued.
NAMING = {"lawsuit.names", "lawsuit.defendants", "lawsuit.the-defendants"}
#: Characters within which a fine follows the finding that it punishes.
NEAR = 600
#: Such papers bring no case themselves.
PAPERS = re.compile(r"\b(?:application|complaint|lawsuit|suit|petition|indictment|filing|motion)s?$", re.IGNORECASE)
PAPER = re.compile(r"\b(?:complaint|lawsuit|suit|petition|indictment|filing)s?\b", re.IGNORECASE)


def with_parties(facts: list[Fact]) -> list[Fact]:
    """The facts with everybody whom such a noun means in its place; what "the complaint" alleges its plaintiff does."""
    case = _case(facts)
    held = [f for f in facts if f.type in {"ownerOf", "founderOf", "holdsOffice"} and f.polarity == "affirmed"]
    houses = _houses(facts)
    facts = [_with_denied(_with_named_alone(fact), facts) for fact in facts]
    facts = [told for fact in facts if (told := _with_dropped(fact, facts)) is not None]
    facts = [_with_finder(fact, facts) for fact in facts]
    facts = [told for fact in facts if (told := _of_decision(fact, facts)) is not None]
    whole = [_without_own_house(_with_party(_with_fined(fact, facts), case, held), houses) for fact in facts]
    return [_with_plaintiff_as_source(fact, case) for fact in whole]


def _with_named_alone(fact: Fact) -> Fact:
    """ "sued *a ticket seller*. The complaint names Veyra and its owner": the names, where they are told."""
    naming = [e for e in fact.evidence if e.rule in NAMING]
    target = fact.args.get("target", ())
    named = [f for f in target if not is_local(f.id) and any(e.start <= f.start < e.end for e in naming)]
    if fact.type != "Lawsuit" or not named:
        return fact
    before = min(e.start for e in naming)
    kept = tuple(f for f in target if not (is_local(f.id) and f.start < before))
    return replace(fact, args={**fact.args, "target": kept})


def _with_plaintiff_as_source(fact: Fact, case: Fact | None) -> Fact:
    """ "According to *the complaint*": on the word of who brought the case, or where none is known on the paper's."""
    brought = case.args.get("agent", ()) if case is not None and case.type in {"Lawsuit", "Charge"} else ()
    brought = tuple(f for f in brought if not PAPERS.search(f.label))
    if all(source.id for source in fact.attribution):
        return fact
    speakers = fact.ids("agent") | ({f.id for f in brought} if fact.type in CASES else set())
    paper = [f if f.id else _paper(f, fact.doc) for f in fact.attribution]
    sources = (
        f
        for source, own in zip(fact.attribution, paper, strict=True)
        for f in (brought if not source.id and brought and PAPER.search(source.label) else [own])
    )
    return replace(fact, attribution=tuple(dict.fromkeys(f for f in sources if f.id not in speakers)))


def _paper(source: Filler, document: str) -> Filler:
    """A paper without a name, as a document of this text alone."""
    return replace(source, id=f"doc/{document}#{slug(source.label)}", type="Document", value=None)


def _with_denied(fact: Fact, facts: list[Fact]) -> Fact:
    """ "X was accused of theft. It denies *the claims*": what a bare noun takes up is what the denier is accused of."""
    matter = fact.args.get("matter", ())
    if fact.type != "Denial" or (matter and not BARE_CHARGE.fullmatch(matter[0].label)):
        return fact
    deniers = fact.ids("agent")
    start = fact.evidence[0].start
    against = [
        other
        for other in facts
        if other.type in ACCUSING
        and other.args.get("matter")
        and deniers & other.ids("target")
        and any(e.start <= start for e in other.evidence)
    ]
    return replace(fact, args={**fact.args, "matter": against[-1].args["matter"]}) if against else fact


def _with_dropped(fact: Fact, facts: list[Fact]) -> Fact | None:
    """ "She was charged with libel. *The charge was dropped*": against whom alone a charge was told of before."""
    if fact.type != "Charge" or fact.polarity != "negated" or "target" in fact.args:
        return fact
    matter = fact.args.get("matter", ())
    if not matter or not DROPPED.fullmatch(matter[0].label):
        return fact
    start = fact.evidence[0].start
    before = [f for f in facts if f.type in {"Charge", "Accusation", "Arrest"} and f.polarity == "affirmed"]
    before = [f for f in before if f.args.get("target") and any(e.start <= start for e in f.evidence)]
    if not before:
        return fact if len(facts) == 1 else None
    told = before[-1].args
    return filled(fact, {"target": told["target"], "matter": told.get("matter", matter)})


def _houses(facts: list[Fact]) -> dict[str, set[str]]:
    """What each person or body holds office in, founded, owns or is a part of, as the document tells it."""
    houses: dict[str, set[str]] = {}
    for tie in facts:
        if tie.type in BELONGING and tie.polarity == "affirmed":
            for holder in tie.args["subject"]:
                houses.setdefault(holder.id or "", set()).update(f.id or "" for f in tie.args.get("object", ()))
    return houses


def _without_own_house(fact: Fact, houses: dict[str, set[str]]) -> Fact:
    """Who speaks of his own firm, office or service speaks for it, not about another ("Meta's head said Meta ...")."""
    if fact.type != "Statement" or "target" not in fact.args:
        return fact
    agents = fact.args.get("agent", ())
    own = {f.id or "" for f in agents}
    for _ in range(len(houses)):
        own |= {house for holder in own for house in houses.get(holder, ())}
    called = [f.label for f in agents]
    others = tuple(f for f in fact.args["target"] if f.id not in own and not any(f.label in c for c in called))
    others = tuple(f for f in others if not (is_local(f.id) and f.label in NOBODY_ELSE))
    args = {role: others if role == "target" else fillers for role, fillers in fact.args.items()}
    return replace(fact, args={role: fillers for role, fillers in args.items() if fillers})


def _with_fined(fact: Fact, facts: list[Fact]) -> Fact:
    """ "The regulator found that X broke the rules. It levied a fine of ...": whom it had found at fault it fined."""
    if fact.type != "Fine" or "target" in fact.args or "agent" not in fact.args:
        return fact
    agents = fact.ids("agent")
    near = [
        other
        for other in facts
        if other.type in {"Ruling", "Investigation"} and agents & other.ids("agent") and _follows(fact, other)
    ]
    fined = [f for f in near[-1].args.get("target", ()) if is_a(f.type, "Actor")] if near else []
    if len(fined) != 1:
        return fact
    return replace(fact, args={**fact.args, "target": elsewhere([fined[0]])})


def _follows(fact: Fact, other: Fact) -> bool:
    """Whether a fact is told right behind another."""
    return any(0 <= fact.evidence[0].start - e.start <= NEAR for e in other.evidence)


def _with_finder(fact: Fact, facts: list[Fact]) -> Fact:
    """ "ended its inquiry into X. *The decision finds* that X broke the rules": found by the body that inquired."""
    if fact.type != "Ruling" or "agent" in fact.args or fact.evidence[0].rule != "ruling.decision-finds":
        return fact
    found = fact.ids("target")
    finders = [
        other
        for other in facts
        if other.type == "Investigation"
        and "agent" in other.args
        and other.evidence[0].start < fact.evidence[0].start
        and found & other.ids("target")
    ]
    if len({frozenset(f.ids("agent")) for f in finders}) != 1:
        return fact
    return filled(fact, {"agent": elsewhere(finders[-1].args["agent"])})


def _of_decision(fact: Fact, facts: list[Fact]) -> Fact | None:
    """ "The decision finds that X broke the rules. *It includes fines of ...*": whose, by the decision told of."""
    if fact.type != "Fine" or fact.evidence[0].rule != "fine.in-decision" or {"agent", "target"} & set(fact.args):
        return fact
    found = [
        other
        for other in facts
        if other.type == "Ruling" and {"agent", "target"} <= set(other.args) and _follows(fact, other)
    ]
    return filled(fact, {role: found[-1].args[role] for role in ("agent", "target")}) if found else None


def _case(facts: list[Fact]) -> Fact | None:
    named = [f for f in facts if f.args.get("target") and not all(_side(t) for t in f.args["target"])]
    return next((f for type_ in CASES for f in named if f.type == type_), None)


def _with_party(fact: Fact, case: Fact | None, held: list[Fact]) -> Fact:
    args = {
        role: tuple(f for g in fillers for f in (_meant(g, fact, case, held) if role in PARTIES else [g]))
        for role, fillers in fact.args.items()
    }
    if fact.type == "Accusation" and case is not None and case.type in {"Lawsuit", "Charge"} and _of_case(fact, case):
        plaintiffs = {"agent": case.args["agent"]} if "agent" in case.args else {}
        args = {**plaintiffs, "target": named_in(fact, case.args["target"]), **_sided(args)}
    return replace(fact, args={role: _once(fillers) for role, fillers in args.items()})


def named_in(fact: Fact, parties: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Those of the parties of a case whom the event's own sentences name, or all of them where none is named."""
    quotes = [e.quote for e in fact.evidence]
    named = (p for p in parties for name in (p.label, *p.aliases) if any(name in quote for quote in quotes))
    return tuple(dict.fromkeys(named)) or parties


def _meant(filler: Filler, fact: Fact, case: Fact | None, held: list[Fact]) -> list[Filler]:
    """Whom a bare "the defendants", "the plaintiff" or "its owners" means; anybody else is himself."""
    if not is_local(filler.id):
        return _on_his_side(filler, fact, case) if filler.via == "nominal" else [filler]
    side = _side(filler)
    named = case.args.get(side, ()) if side and case is not None else _holders(filler, fact, held)
    return [replace(f, start=filler.start, end=filler.end, via="nominal") for f in named] or [filler]


def _on_his_side(filler: Filler, fact: Fact, case: Fact | None) -> list[Filler]:
    """ "The union sued Veyra. *The defendant* argued ...": not who sued, though he was told of last."""
    words = [e.quote[filler.start - e.start : filler.end - e.start] for e in fact.evidence if e.start <= filler.start]
    nouns = [w.lower().split()[-1].removesuffix("s") for w in words if w.strip()]
    side = next((SIDES[noun] for noun in nouns if noun in SIDES), None)
    if case is None or case.type != "Lawsuit" or side is None:
        return [filler]
    own, others = case.args.get(side, ()), case.args.get("agent" if side == "target" else "target", ())
    wrong = filler.id in {f.id for f in others} and filler.id not in {f.id for f in own}
    named = own if wrong else (filler,)
    return [replace(f, start=filler.start, end=filler.end, via="nominal") for f in named] or [filler]


def _side(filler: Filler) -> str | None:
    return SIDES.get(filler.label.lower().removesuffix("s")) if is_local(filler.id) else None


def _holders(filler: Filler, fact: Fact, held: list[Fact]) -> list[Filler]:
    """The people whom the document names as owners (founders, officers) of a firm, if it tells so of one firm only."""
    kinds = HOLDERS.get(filler.label.lower().split()[-1].removesuffix("s"), ())
    ties = [tie for tie in held if tie.type in kinds and _fits_label(tie, filler)]
    present = {f.id for role in PARTIES for f in fact.args.get(role, ())}
    firms = {f.id for tie in ties for f in tie.args.get("object", ()) if f.type in HOUSES}
    chosen = firms & present or firms
    if len(chosen) != 1:
        return []
    people = [f for tie in ties if tie.ids("object") & chosen for f in tie.args["subject"]]
    return [f for f in people if f.type == "Person"]


def _fits_label(tie: Fact, filler: Filler) -> bool:
    """Whether a tie is to the house that a description names: "a *TikTok* executive" is none of another body."""
    words = {w.removesuffix("'s").removesuffix("’s") for w in filler.label.split() if w[0].isupper()}
    return not words or any(words & set(" ".join((f.label, *f.aliases)).split()) for f in tie.args.get("object", ()))


def _once(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    kept: dict[str, Filler] = {}
    for filler in fillers:
        kind = None if filler.type == "Phrase" else filler.value  # "mail fraud" and "wire fraud" are of one kind
        kept.setdefault(filler.id or kind or filler.label, filler)
    return tuple(kept.values())


def _of_case(fact: Fact, case: Fact) -> bool:
    """Whether an accusation is the case's own: by its plaintiff, or by a paper of it and nobody else."""
    plaintiffs = case.ids("agent")
    accusers = fact.ids("agent")
    return bool(accusers & plaintiffs) or (not accusers and _by_paper(fact))


def _sided(args: dict[str, tuple[Filler, ...]]) -> dict[str, tuple[Filler, ...]]:
    """The parties without those who only suffer what is alleged ("consumers were misled")."""
    accused = tuple(f for f in args.get("target", ()) if f.label.lower().split()[-1] not in SUFFERERS)
    others = {role: fillers for role, fillers in args.items() if role != "target"}
    return {**others, "target": accused} if accused else others


def _by_paper(fact: Fact) -> bool:
    """Whether the accusation is made by a paper of the case ("the complaint alleges")."""
    return any(PAPER.search(e.quote) for e in fact.evidence)
