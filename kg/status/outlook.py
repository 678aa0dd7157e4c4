"""What a clause says of an event that its subject names: "a ban *is likely*", "a fine *is on the table*"."""

from __future__ import annotations

from kg.language.token import Token
from kg.model import Cue

#: What is said of something that may come, and of what is about to.
OPEN = {"likely", "probable", "possible", "conceivable", "unlikely", "thinkable", "plausible", "feasible"}
NEAR = {"imminent", "inevitable", "pending", "unavoidable", "forthcoming"}
#: What something does that has not come.
HOVERING = {"loom", "beckon", "hover", "threaten"}
#: Where something is that is only talked of, and where it is that will not come.
TALKED_OF = {
    ("on", "table"), ("on", "agenda"), ("on", "way"), ("in", "pipeline"), ("in", "works"), ("in", "offing"),
    ("under", "discussion"), ("under", "consideration"), ("in", "preparation"), ("in", "planning"),
}  # fmt: skip
IN_VIEW = {("on", "cards"), ("on", "horizon"), ("on", "line"), ("in", "prospect")}
GIVEN_UP = {("off", "table"), ("off", "agenda"), ("out", "question"), ("of", "question"), ("off", "cards")}
#: What is done to a measure that is not taken yet.
DRAWN_UP = {"draft", "prepare", "moot", "float", "ponder", "tout", "envisage", "rumour", "rumor"}
#: What a measure does that a house does not take.
FAILING = {"fail", "founder", "collapse", "flop"}
#: What is there when it is told of, or is told of as a case that goes on.
GOING_ON = {"Statement", "Accusation", "Denial", "Lawsuit", "LawProposal", "Commitment", "Warning", "Disclosure"}


def outlook(event: str, trigger: Token) -> Cue | None:
    """The word of the clause that puts the event of its subject ahead, or says that it will not come."""
    verb = trigger.head
    if event in GOING_ON or trigger.pos != "NOUN" or trigger.dep not in {"nsubj", "nsubjpass"} or verb is None:
        return None
    if verb.lemma in HOVERING and verb.child("dobj") is None:
        return _cue("possible", verb)
    if event == "Ban" and _comes_to_nothing(verb):
        return Cue("polarity", "negated", verb.start, verb.end)
    if verb.lemma in DRAWN_UP and verb.child("auxpass") is not None and verb.child("xcomp") is None:
        return _cue("planned", verb)
    if verb.lemma != "be":
        return None
    return _said_to_be(verb) or _placed(event, verb)


def _comes_to_nothing(verb: Token) -> bool:
    """ "The ban *fails* in the Senate", "*fell through*": it never came; one that "fails to stop users" is there."""
    through = verb.lemma == "fall" and any(c.lower in {"through", "apart"} for c in verb.children)
    return (verb.lemma in FAILING or through) and verb.child("xcomp", "dobj", "neg") is None


def _said_to_be(verb: Token) -> Cue | None:
    word = verb.child("acomp", "attr")
    if word is None or word.child("xcomp", "ccomp", "prep") is not None:
        return None  # "the ban is *likely to hurt* shops"
    value = "possible" if word.lower in OPEN else "planned" if word.lower in NEAR else None
    return _cue(value, word) if value is not None else None


def _placed(event: str, verb: Token) -> Cue | None:
    for preposition in verb.children:
        for noun in (preposition, *preposition.children, *(n for c in preposition.children for n in c.children)):
            place = (noun.head.lower if noun.head is not None else "", noun.lower)
            if place in TALKED_OF or (noun.head is preposition and _is_debated(event, noun)):
                return _cue("planned", noun)
            if place in IN_VIEW:
                return _cue("possible", noun)
            if place in GIVEN_UP and preposition.i > verb.i:
                return Cue("polarity", "negated", noun.start, noun.end)
    return None


def _is_debated(event: str, house: Token) -> bool:
    """ "The ban is *before the Senate*": what a house has before it is not taken yet."""
    debated = house.head is not None and house.head.lower == "before" and event in {"Ban", "Fine", "Order"}
    return debated and house.mention is not None and house.mention.type == "Legislature"


def _cue(value: str, word: Token) -> Cue:
    return Cue("modality", value, word.start, word.end)
