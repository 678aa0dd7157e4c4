"""Whom a document's case is against, where it is told in one place and left unsaid in the others.

A release says "the agency sued *a ticket reseller*" and names the firm below; "the complaint alleges that the scheme
misled users", "during its investigation" and "filed the complaint in court" name nobody. All that one authority tells
there is against the same: where its measures name different people nothing is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.event.filling import elsewhere, filled
from kg.event.history import told_before, trigger
from kg.event.parties import named_in
from kg.model import DEMANDS, PARTIES, Fact, Filler, is_local
from kg.vocabulary import is_a, is_official

#: Events of a case, those first that name everybody whom it is against.
CASE = ("Lawsuit", "Charge", "Accusation", "Settlement", "Order", "Fine", "Ban", "Ruling", "Investigation")
#: Those that say nothing of a new party where they name none.
UNSAID = {"Lawsuit", "Charge", "Accusation", "Investigation", "Ruling", "Fine"}
#: What is told without its author ("allegations that", "the order requires") and still is of the case.
UNSIGNED = {"Accusation", "Order", "Fine", "Ban"}
#: What somebody does who was ordered or asked to do something, and how he was.
ANSWERS = {"Compliance", "Refusal"}
#: How an answer takes up what was demanded before.
TAKEN_UP = re.compile(
    r"\b(?:the|this|that|these|those|both|its|his|their) (?:\w+ ){0,2}"
    r"(?:orders?|directives?|directions?|demands?|requests?|instructions?|notices?|rulings?|decisions?)\b"
)
#: How somebody answers without saying whom.
IN_REPLY = re.compile(
    r"\b[Ii]n (?:its|their|his|her|a|an|the|one|both) (?:\w+ )?(?:repl(?:y|ies)|responses?|answers?)\b(?! to\b)"
    r"|\bIn (?:reply|response),"
)
#: What a lead calls those whom the text names below.
DESCRIBED = re.compile(
    r"\b(?:operat(?:ors?|ion)|scheme|owners?|makers?|provider|brokers?|seller|developers?|company|firm"
    r"|business|corporations|individuals|entities|platform|app|site|website|startup|giant)\b"
)
#: Rules for one more who is sued in a case that was brought against others.
ADDED = {"lawsuit.add-defendant"}
#: What is done by an authority where a text leaves it unsaid ("it was also ordered to ...").
MEASURES = {"Order", "Fine", "Ban", "Investigation", "Designation", "InformationRequest"}
#: Rules for a vote of an authority's own members.
VOTES = {"ruling.vote", "ruling.vote-noun"}
#: Rules for a step of the case that a text tells, which say no more than when it was.
OPENED = {"investigation.opened-then"}
#: Measures and findings that tell whose case it is.
ACTING = {*MEASURES, "Ruling"}
#: Acts of state that others contest in court.
CONTESTABLE = {"Order", "Ban", "Fine", "LawAdoption", "InformationRequest"}
#: What a suit contests, so that it is against who took it.
CONTESTED = re.compile(
    r"\b(?:decisions?|orders?|bans?|fines?|penalt(?:y|ies)|summons(?:es)?|notices?|rulings?|measures?|blocking"
    r"|subpoenas?)\b"
)
#: By what somebody is barred and made to pay at once, and how a text goes on to the next such paper.
ORDERS = re.compile(r"\b(?:order|settlement|decree|judge?ment|stipulation)s?\b", re.IGNORECASE)
FURTHER = re.compile(
    r"\b(?:other|another|second|third|separate) (?:\w+ ){0,3}(?:order|settlement|decree)", re.IGNORECASE
)
#: Characters within which an order is told on.
REACH = 600
#: As many events must name somebody before a description is taken for him.
TWICE = 2


def with_case(facts: list[Fact]) -> list[Fact]:
    """The facts with whom the case of their authority is against, where they only describe him or say nobody.

    What "the complaint" says without a name, or is "allegedly" so, is alleged by whoever alone filed a case.
    """
    facts = [_of_the_case(fact, facts) for fact in _one_settlement(facts)]
    facts = [_with_target(fact, facts) for fact in facts]
    facts = [_with_target(fact, facts) for fact in facts]  # what has found whom it is against tells it of the others
    facts = [_of_last_order(fact, facts) for fact in facts]
    facts = [_with_contested(_with_authority(fact, facts), facts) for fact in facts]
    facts = [_with_demander(_with_silent(fact, facts), facts) for fact in facts]
    facts = [_with_asker(fact, facts) for fact in facts]
    facts = [told for fact in facts if (told := _with_bench(_of_only_court(fact, facts), facts)) is not None]
    suits = [fact for fact in facts if fact.type in {"Lawsuit", "Charge", "Settlement"} and _bodies(fact)]
    if any(suit.type != "Settlement" for suit in suits):
        suits = [suit for suit in suits if suit.type != "Settlement"]
    plaintiffs = {f.id: f for suit in suits for role in PARTIES for f in _authorities(suit.args.get(role, ()))}
    if len(plaintiffs) != 1:
        return facts
    plaintiff = next(iter(plaintiffs.values()))
    return [_with_plaintiff(_with_accuser(fact, suits, plaintiff), suits, plaintiff) for fact in facts]


def _one_settlement(facts: list[Fact]) -> list[Fact]:
    """ "*The settlement* resolves allegations" tells no second settlement, where the text has told one with parties."""
    between = [fact for fact in facts if fact.type == "Settlement" and _all_parties(fact)]
    again = [fact for fact in facts if fact.type == "Settlement" and not _all_parties(fact)]
    if len(between) != 1 or not again:
        return facts
    whole = between[0]
    for fact in again:
        evidence = (*whole.evidence, *(e for e in fact.evidence if e not in whole.evidence))
        whole = replace(whole, args={**fact.args, **whole.args}, evidence=evidence)
    whole = filled(whole, {"matter": whole.args["matter"]}) if "matter" in whole.args else whole
    return [whole if fact is between[0] else fact for fact in facts if fact not in again]


def _of_the_case(fact: Fact, facts: list[Fact]) -> Fact:
    """ "The regulator fined Veyra. *The probe was opened in May*": of the first that it acts on, where no other is."""
    others = [one for one in facts if one.type == "Investigation" and one is not fact]
    if any(e.rule not in OPENED for e in fact.evidence) or others:
        return fact
    acts = [one for one in facts if one.type in ACTING and one.polarity == "affirmed" and one.args.get("target")]
    first = next((one for one in acts if one.modality == "actual" and _authorities(one.args.get("agent", ()))), None)
    if first is None or first.evidence[0].start > fact.evidence[0].start:
        return fact
    return filled(fact, {"matter": (), **{role: elsewhere(first.args[role]) for role in ("agent", "target")}})


def is_of_no_case(fact: Fact) -> bool:
    """Whether a step of a case is told of whom the text says nothing."""
    return all(e.rule in OPENED for e in fact.evidence) and not {"agent", "target"} & fact.args.keys()


def _with_authority(fact: Fact, facts: list[Fact]) -> Fact:
    """ "The regulator found that Veyra broke the law. It *was also ordered* to stop": by the only one that acts on it.

    What somebody pays or does under a settlement nobody imposed.
    """
    told = fact.modality == "actual" or (fact.type == "Fine" and fact.modality in {"possible", "planned", "threatened"})
    if fact.type not in MEASURES or not told or "agent" in fact.args or "target" not in fact.args:
        return fact
    targets = fact.ids("target")
    settled = (one for one in facts if one.type == "Settlement")
    if any(targets & {f.id for role in ("agent", "recipient") for f in one.args.get(role, ())} for one in settled):
        return fact
    acting = _acting_on(targets, facts)
    return filled(fact, {"agent": elsewhere([acting[0]])}) if len(acting) == 1 else fact


def _with_contested(fact: Fact, facts: list[Fact]) -> Fact:
    """ "The regulator banned Veyra. Veyra sued *over the ban*": against the only one that took measures on it.

    Who sues for another contests what the only authority of the text did.
    """
    if fact.type != "Lawsuit" or "target" in fact.args or not any(CONTESTED.search(e.quote) for e in fact.evidence):
        return fact
    acting = [f for f in _acting_on(fact.ids("agent"), facts) if not is_a(f.type, "Court")]
    if not acting:
        acts = (one for one in facts if one.type in CONTESTABLE and one.modality == "actual")
        acting = list({f.id: f for one in acts for f in _authorities(one.args.get("agent", ()))}.values())
    return filled(fact, {"target": elsewhere([acting[0]])}) if len(acting) == 1 else fact


def _with_silent(fact: Fact, facts: list[Fact]) -> Fact:
    """ "Ann Lee asked the firm for her file. *She is still waiting* for an answer": who alone was asked is silent."""
    if fact.type != "Refusal" or "agent" in fact.args or "recipient" not in fact.args:
        return fact
    waiting = fact.ids("recipient")
    start = fact.evidence[0].start
    asked = {
        f.id: f
        for one in facts
        if one.type in DEMANDS and one.evidence[0].start <= start
        if waiting & one.ids("agent")
        for f in one.args.get("target", ())
    }
    return filled(fact, {"agent": elsewhere(asked.values())}) if len(asked) == 1 else fact


def _with_demander(fact: Fact, facts: list[Fact]) -> Fact:
    """ "The court ordered Veyra to close the page. Veyra *refused*": to whom alone has demanded something of it."""
    if fact.type not in ANSWERS or "recipient" in fact.args or "law" in fact.args or "agent" not in fact.args:
        return fact
    if fact.type == "Compliance" and not any(TAKEN_UP.search(e.quote) for e in fact.evidence):
        return fact  # "we comply with valid requests" is no answer to any
    agents = fact.ids("agent")
    start = fact.evidence[0].start
    demands = [
        one
        for one in facts
        if one.type in DEMANDS and one.polarity == "affirmed" and one.evidence[0].start <= start
        if agents & one.ids("target")
    ]
    asking = {f.id: f for one in demands for f in one.args.get("agent", ())}
    if len(asking) != 1 or agents & asking.keys():
        return fact
    fact = filled(fact, {"recipient": elsewhere(asking.values())})
    wanted = demands[0].args.get("matter", ()) if len(demands) == 1 and "matter" not in fact.args else ()
    return filled(fact, {"matter": wanted}) if wanted else fact


def _with_asker(fact: Fact, facts: list[Fact]) -> Fact:
    """ "Ann Lee asked the firm for her file. *In its reply* the firm said ...": to whoever had last turned to it."""
    if fact.type not in {"Statement", "Denial"} or "recipient" in fact.args or "agent" not in fact.args:
        return fact
    if not any(IN_REPLY.search(e.quote) for e in fact.evidence):
        return fact
    agents = fact.ids("agent")
    start = fact.evidence[0].start
    turned = [
        one
        for one in facts
        if one.evidence[0].start < start and one.polarity == "affirmed"
        if agents & {f.id for f in one.args.get("target" if one.type in DEMANDS else "recipient", ())}
        if one.type in DEMANDS or one.type == "Statement"
    ]
    asking = [f for f in turned[-1].args.get("agent", ()) if f.id not in agents] if turned else []
    return filled(fact, {"recipient": elsewhere(asking)}) if asking else fact


def _acting_on(targets: set[str | None], facts: list[Fact]) -> list[Filler]:
    """The public bodies that take measures on somebody or find something about him; a court may only judge theirs."""
    acts = (one for one in facts if one.type in ACTING and one.modality != "possible")
    on = [one for one in acts if targets & one.ids("target")]
    taken = [one for one in on if one.type != "Ruling" or _authorities(one.args.get("agent", ()))]
    bodies = {f.id: f for one in taken for f in one.args.get("agent", ()) if is_official(f.type)}
    judges = {f.id: f for one in on for f in one.args.get("agent", ()) if _is_judge(f, one)}
    return list((bodies or judges).values())


def _is_judge(filler: Filler, fact: Fact) -> bool:
    """Whether somebody is told of with a judge's title ("*Justice* Ann Lee")."""
    titled = [f"{title} {name}" for title in ("Justice", "Judge") for name in (filler.label, *filler.aliases)]
    return filler.type == "Person" and any(name in e.quote for e in fact.evidence for name in titled)


def _of_only_court(fact: Fact, facts: list[Fact]) -> Fact:
    """ "The High Court heard the petition. *The direction is quashed*; Veyra *shall* reopen the page": by the only
    court that acts in the text."""
    if "agent" in fact.args or not {e.rule for e in fact.evidence} <= {"ruling.outcome", "order.shall"}:
        return fact
    courts = {f.id: f for one in facts for f in _parties(one) if is_a(f.type, "Court")}
    return filled(fact, {"agent": (replace(next(iter(courts.values())), via="nominal"),)}) if len(courts) == 1 else fact


def _with_bench(fact: Fact, facts: list[Fact]) -> Fact | None:
    """ "The next hearing is on 3 May": before the only court by name that the text tells of, or nothing is told.

    Nor does "the order includes a judgment of $9 million" tell anything where nobody is found whom it is against.
    """
    if fact.type == "Fine" and len(facts) > 1 and not _all_parties(fact) and "matter" not in fact.args:
        return None
    if fact.type != "Hearing" or any(fact.args.get(role) for role in (*PARTIES, "matter")):
        return fact
    alone = fact if len(facts) == 1 else None  # a rule that is tried without the text
    courts = {f.id: f for one in facts for f in _all_parties(one) if is_a(f.type, "Court")}
    named = [f for f in courts.values() if not is_local(f.id)]
    return filled(fact, {"agent": elsewhere([named[0]])}) if len(named) == 1 else alone


def _with_accuser(fact: Fact, suits: list[Fact], plaintiff: Filler) -> Fact:
    if fact.type != "Accusation" or "agent" in fact.args or fact.attribution:
        return fact
    accused = fact.ids("target")
    if not any(accused & {f.id for f in _all_parties(suit)} for suit in suits):
        return fact
    return filled(fact, {"agent": elsewhere([plaintiff])})


def _with_plaintiff(fact: Fact, suits: list[Fact], plaintiff: Filler) -> Fact:
    """ "The FTC sued Veyra. Veyra will pay *to settle the charges*": with whoever alone brought the case."""
    if fact.type != "Settlement" or "recipient" in fact.args or _authorities(fact.args.get("agent", ())):
        return fact
    settling = fact.ids("agent")
    sued = {f.id for suit in suits for role in ("target", "agent") for f in suit.args.get(role, ())}
    return filled(fact, {"recipient": elsewhere([plaintiff])}) if settling and settling <= sued else fact


def _with_target(fact: Fact, facts: list[Fact]) -> Fact:
    if fact.type not in CASE or fact.polarity == "negated" or fact.modality == "possible":
        return fact
    if {e.rule for e in fact.evidence} <= VOTES:
        return fact  # what its members vote on is no judgment of anybody
    role = _accused_role(fact)
    told = fact.args.get(role, ())
    if told and not all(_is_described(filler) for filler in told):
        return fact
    open_ = fact.type in UNSAID and not (fact.type == "Investigation" and "matter" in fact.args)
    if not told and (not open_ or role != "target"):
        return fact
    against = _against(fact, facts, TWICE if told else 1)
    if not against:
        return fact
    named = elsewhere(against if told else named_in(fact, against))
    if told:
        named = tuple(replace(f, start=told[0].start, end=told[0].end) for f in named)
    others = {f.id for r in ("agent", "target", "recipient") if r != role for f in fact.args.get(r, ())}
    named = tuple(f for f in named if f.id not in others)
    return filled(fact, {role: named}) if named else fact


def _of_last_order(fact: Fact, facts: list[Fact]) -> Fact:
    """ "An order bars Veyra and Lee from selling. *It includes a $9 million judgment*": against whom that order is."""
    if _all_parties(fact) or not {e.rule for e in fact.evidence} <= {"fine.judgment"}:
        return fact
    if any(FURTHER.search(e.quote) for e in fact.evidence):
        return fact
    before = told_before(facts, fact, trigger(fact), REACH)
    ordered = [
        one for one in before if one.type in {"Ban", "Order"} and any(ORDERS.search(e.quote) for e in one.evidence)
    ]
    if not ordered or ordered[-1].polarity == "negated":
        return fact
    return filled(fact, {"target": elsewhere(_named(ordered[-1].args.get("target", ())))})


def _accused_role(fact: Fact) -> str:
    """Who settles a case against himself is its agent."""
    return "agent" if fact.type == "Settlement" and not _authorities(fact.args.get("agent", ())) else "target"


def _against(fact: Fact, facts: list[Fact], least: int) -> tuple[Filler, ...]:
    """Whom all named measures of the fact's authority are against; nobody if they differ or are fewer than `least`."""
    bodies = _bodies(fact)
    if not bodies and fact.type not in {"Ban", "Order", "Fine"}:
        return ()
    measures = [
        (one, named)
        for one in facts
        if one is not fact and one.type in CASE and one.polarity == "affirmed"
        if one.evidence[0].rule not in ADDED
        if _bodies(one) & bodies or not bodies or (one.type in UNSIGNED and not _parties(one) and fact.type != "Ruling")
        if (named := _named(one.args.get(_accused_role(one), ())))
    ]
    acting = {b for one, _ in measures for b in _bodies(one)}
    judged = fact.type == "Fine" and all(one.type in UNSIGNED for one, _ in measures)
    if len(measures) < least or (not bodies and (len(acting) > 1 or not (acting or judged))):
        return ()
    ties = [tie for tie in facts if tie.type == "ownerOf"]
    owners = {o.id: s.id for tie in ties for s in tie.args["subject"] for o in tie.args.get("object", ())}
    if not set.intersection(*({owners.get(f.id, f.id) for f in named} for _, named in measures)):
        return ()
    return min(measures, key=lambda m: CASE.index(m[0].type))[1]


def _bodies(fact: Fact) -> set[str | None]:
    """The authorities that act in an event, or with whom it was settled."""
    return {f.id for role in ("agent", "recipient") for f in _authorities(fact.args.get(role, ()))}


def _parties(fact: Fact) -> tuple[Filler, ...]:
    """Who acts in an event or stands beside; nobody where it is only told against whom it is."""
    return (*fact.args.get("agent", ()), *fact.args.get("recipient", ()))


def _all_parties(fact: Fact) -> list[Filler]:
    return [f for role in PARTIES for f in fact.args.get(role, ())]


def _authorities(fillers: Iterable[Filler]) -> list[Filler]:
    return [f for f in fillers if is_official(f.type) and not is_a(f.type, "Court")]


def _named(fillers: Iterable[Filler]) -> tuple[Filler, ...]:
    """The parties that have a name, with those beside them; none if nobody has one or a body of state is among them."""
    parties = tuple(fillers)
    if any(is_a(f.type, "PublicBody") or not is_a(f.type, "Actor") for f in parties):
        return ()
    return parties if any(not is_local(f.id) for f in parties) else ()


def _is_described(filler: Filler) -> bool:
    return is_local(filler.id) and DESCRIBED.search(filler.label.lower()) is not None
