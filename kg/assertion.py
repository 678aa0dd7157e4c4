"""Matches + context rules -> claims: polarity, modality, attribution and legal stage, each with its cue.

From the trigger the sentence is climbed towards its root. Words on the way decide: those that hang on the event
("may", "not", "alleged"), those that govern it ("fail to", "threaten to", "call for"), those that introduce its clause
("if"), and those who say it ("according to", "X said that"). The climb ends where a clause stands on its own: a
relative clause does not inherit the doubts of the sentence that it sits in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from kg import vocabulary
from kg.attribution import attribution
from kg.language import paths
from kg.language.syntax import Sentence, Token, is_definite, is_finite, support_verb
from kg.lexicon import verbs
from kg.model import Claim, Cue, Match, Modality
from kg.rulebook import PARTS_OF_SPEECH, ContextRule, Rulebook

MODIFIERS = frozenset(("neg aux advmod det amod npadvmod preconj cc nmod compound acomp poss predet quantmod").split())
#: What an event's noun does when it comes into force.
BEGINNING = {"take", "begin", "start", "come", "enter", "apply"}
#: They put an event beside another; what is planned or denied of the one says nothing of the other.
ADJUNCT = {"after", "before", "during", "amid", "since", "following", "despite", "until", "besides", "beyond"}
STAGES = {
    "Investigation": "underInquiry", "Accusation": "suspected", "Arrest": "detained", "Charge": "charged",
    "Hearing": "onTrial", "Conviction": "convicted", "Acquittal": "acquitted", "Sentence": "sanctioned",
    "Fine": "sanctioned",    "Appeal": "onAppeal", "Settlement": "settled", "Release": "released",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """One word of the climb; `close` while the clause is the event's own, so that what hangs on the word counts."""

    token: Token
    close: bool


def claim(match: Match, sentence: Sentence, rulebook: Rulebook) -> Claim:
    """The match with its status."""
    trigger = sentence.tokens[match.trigger]
    if match.type in vocabulary.relations() and trigger.pos not in {"VERB", "AUX"}:
        return Claim(match)  # what a noun phrase says of somebody is taken for granted, whatever the clause doubts
    if match.type == "Statement" and (trigger.speaker or trigger.lower == "according"):
        return Claim(match)  # the quotation was spoken, whatever it plans or denies
    chain = list(climb(trigger, rulebook))
    cues = list(_cues(match, chain, rulebook))
    if match.rule in rulebook.negative:
        own = {c.start for c in trigger.children if c.dep == "neg"}
        cues = [cue for cue in cues if cue.start not in own]
    polarity = "negated" if sum(c.value == "negated" for c in cues) % 2 else "affirmed"
    modality = cast(Modality, next((c.value for c in cues if c.kind == "modality" and c.value != "actual"), "actual"))
    if modality == "actual" and not any(c.kind == "modality" for c in cues):
        bare = _bare_infinitive(trigger, chain) or _question(sentence, chain)
        if bare:
            modality, cues = bare[0], [*cues, Cue("modality", *bare)]
    if modality == "planned" and (asked := _question(sentence, chain)):
        modality, cues = asked[0], [*cues, Cue("modality", *asked)]
    cues = [cue for cue in cues if cue.value != "actual"]
    sources = attribution(trigger)
    cues.extend(Cue("attribution", m.text, m.start, m.end) for m in sources)
    stage = _stage(match, trigger, polarity, modality)
    return Claim(match, polarity, modality, sources, stage, tuple(cues))  # type: ignore[arg-type]


def is_supposed(claim: Claim, sentence: Sentence) -> bool:
    """Whether a decision is only asked for or supposed, and so none.

    "Snap asked *the court to dismiss* the suit" tells what a party wants, "*if* the court approves" how a case goes on.
    """
    if claim.match.type not in {"Ruling", "Investigation"}:
        return False
    court = any(a.role == "agent" and a.mention.type == "Court" for a in claim.match.arguments)
    asked = claim.match.type == "Ruling" and claim.modality == "demanded" and court
    trigger = sentence.tokens[claim.match.trigger]
    clauses = (trigger, *trigger.ancestors())
    conditions = {t.start for t in sentence.tokens if t.lower == "if" and t.head in clauses[:3] and t.i < trigger.i}
    return asked or any(cue.value == "possible" and cue.start in conditions for cue in claim.cues)


def climb(trigger: Token, rulebook: Rulebook) -> Iterator[Link]:
    """The words from the trigger to the last one that still governs it."""
    token, close = trigger, True
    yield Link(token, close)
    while token.head is not None and _climbs(token, rulebook):
        if (token.dep in {"ccomp", "acl", "relcl"} and is_finite(token)) or (
            token.dep == "conj" and token.child("nsubj", "nsubjpass")
        ):
            close = False
        token = token.head
        yield Link(token, close)


def _climbs(token: Token, rulebook: Rulebook) -> bool:
    """Whether the word above a token has a say in whether the token's event holds."""
    if token.pos in {"NOUN", "PROPN"}:
        return _carried(token, rulebook)
    if token.dep in {"acl", "relcl"}:
        return _infinitive(token) or token.child("mark") is not None
    if token.dep == "advcl":
        return token.tag == "VB"
    if token.dep == "pcomp" and token.head is not None and token.head.lower in ADJUNCT:
        return False
    return token.dep not in {"appos", "poss", "parataxis", "nsubj", "csubj", "npadvmod", "amod", "compound"}


def _carried(noun: Token, rulebook: Rulebook) -> bool:
    """Whether the word above tells of a noun's event: a support verb, or a word that decides a status.

    Any other verb presupposes the event ("seeks to expedite *its lawsuit*": the lawsuit is there).
    """
    if noun.dep == "conj":
        return True
    if noun.dep == "pobj" and _has_been_made(noun):
        return False
    if any(c.dep == "acl" and c.tag == "VBN" and c.lemma in verbs("creating") for c in noun.children):
        return False  # "a case *filed* by moderators" is there
    head = noun.head
    if head is not None and head.dep in {"prep", "agent"} and noun.dep == "pobj":
        if head.lower in ADJUNCT:
            return False
        head = head.head
    elif head is not None and noun.dep == "pobj":
        return True
    if head is not None and noun.dep == "nsubj" and _starts_or_supposes(noun, head):
        return True
    if head is None or noun.dep in {"nsubj", "poss", "appos", "compound", "amod", "npadvmod"}:
        return support_verb(noun) is not None
    if support_verb(noun) is head and head.lemma in (verbs("creating") if is_definite(noun) else _carriers()):
        return True
    return any(
        ("governs", head.lower, pos) in rulebook.cues and (not pos or head.pos in PARTS_OF_SPEECH[pos])
        for pos in ("VERB", "NOUN", "ADJ", "")
    )


def _has_been_made(noun: Token) -> bool:
    """ "Calls for an inquiry into *allegations*", "avoids extradition on *charges*": they have been made."""
    on_charges = noun.lower in {"charge", "charges"} and noun.head is not None and noun.head.lower == "on"
    return on_charges or noun.lower.removesuffix("s") in {"allegation", "accusation", "suspicion"}


def _starts_or_supposes(noun: Token, verb: Token) -> bool:
    """ "The ban *would take* effect in May" and "a ban *would be* hard to enforce" tell of none that is in force."""
    modal = any(c.dep == "aux" and c.lower in {"would", "could", "might", "may", "will"} for c in verb.children)
    return modal and (verb.lemma in BEGINNING or (not is_definite(noun) and noun.child("amod") is None))


def _carriers() -> frozenset[str]:
    """The support verbs of both kinds; who will appeal an order has one."""
    contesting = {"appeal", "challenge", "contest", "dispute", "fight"}
    return (verbs("support_agent") | verbs("support_patient") | verbs("moves")) - verbs("ending") - contesting


def _infinitive(verb: Token) -> bool:
    return any(c.dep == "aux" and c.lower == "to" for c in verb.children)


def _cues(match: Match, chain: list[Link], rulebook: Rulebook) -> Iterator[Cue]:
    for position, link in enumerate(chain):
        lower = chain[position - 1].token if position else None
        if lower is None:
            yield from _speaking(match, link.token, "is", rulebook)
        if link.close:
            yield from _hanging(match, link.token, lower, rulebook)
        if lower is not None and (lower.dep != "conj" or lower.pos == "ADP"):
            yield from _speaking(match, link.token, "governs", rulebook)
    if match.type != "Warning":  # its condition is what it warns of ("threatened revenge *if* the film is shown")
        yield from _conditions(chain[0].token)
        if len(chain) > 1 and support_verb(chain[0].token) is chain[1].token:
            yield from _conditions(chain[1].token)  # "will *open* an inquiry if"


def _hanging(match: Match, token: Token, lower: Token | None, rulebook: Rulebook) -> Iterator[Cue]:
    """Cues that hang on a word of the climb: adverbs, auxiliaries, determiners, and what introduces the clause."""
    if lower is None and token.pos == "VERB":
        yield from _in_arguments(token)
    for child in token.children:
        if child is lower or (child.i > token.i + 3 and child.dep not in {"neg", "advmod"}):
            continue
        if child.dep == "mark":
            yield from _cue_words(match, token, child, "marks", rulebook)
        elif child.dep in MODIFIERS and (lower is None or lower.dep != "conj" or _shared(child, lower)):
            yield from _cue_words(match, token, child, "modifies", rulebook)


def _cue_words(match: Match, token: Token, child: Token, scope: str, rulebook: Rulebook) -> Iterator[Cue]:
    for pos in ("", "ADJ", "VERB", "NOUN"):
        if pos and child.pos not in PARTS_OF_SPEECH[pos]:
            continue
        for rule in rulebook.cues.get((scope, child.lower, pos), ()):
            if _concerns(rule, match, token):
                yield Cue(rule.kind, rule.value, child.start, child.end)


def _in_arguments(verb: Token) -> Iterator[Cue]:
    """What the arguments of the event's verb say: "*no* information was given"."""
    for child in verb.children:
        if child.dep == "dobj":
            yield from _none_of(child)
    subject = verb.child("nsubj", "nsubjpass")
    while subject is None and verb.dep == "conj" and verb.head is not None:
        verb = verb.head  # "no information *was* or has been *given*"
        subject = verb.child("nsubj", "nsubjpass")
    if subject is not None:
        yield from _none_of(subject)


def _conditions(verb: Token) -> Iterator[Cue]:
    """What depends on a condition is possible, unless a nearer word says more ("*if* it fails, it faces a fine")."""
    for clause in verb.children:
        if clause.dep == "advcl":
            marks = (c for c in clause.children if c.dep == "mark" and c.lower in {"if", "unless"})
            yield from (Cue("modality", "possible", c.start, c.end) for c in marks)


def _none_of(argument: Token) -> Iterator[Cue]:
    """ "*No* information was provided", "*neither* firm was fined": what does not exist was not done."""
    if argument.lower in {"nobody", "none", "nothing"} and argument.dep != "dobj":
        yield Cue("polarity", "negated", argument.start, argument.end)
    for word in argument.children:
        if word.lower in {"no", "neither"} and word.dep in {"det", "preconj", "cc"}:
            yield Cue("polarity", "negated", word.start, word.end)


def _shared(modifier: Token, conjunct: Token) -> bool:
    """A modifier of the first verb holds for the second too, unless the second has its own or "but" stands between."""
    first = conjunct.head
    but = any(c.dep == "cc" and c.lower == "but" for c in first.children) if first is not None else False
    own = any(c.dep in {"aux", "auxpass", "neg"} for c in conjunct.children)
    own = own or (first is not None and first.tag == "VB" and conjunct.tag in {"VBD", "VBZ"})
    own = own or (first is not None and first.tag in {"VBN", "VBG"} and conjunct.tag in {"VBZ", "VBP"})
    return modifier.dep in {"neg", "aux", "preconj"} and not but and not own


def _speaking(match: Match, token: Token, scope: str, rulebook: Rulebook) -> Iterator[Cue]:
    """Cues that the word itself is; what is said of some events only comes before what is said of all."""
    for pos in ("VERB", "NOUN", "ADJ", ""):
        if pos and token.pos not in PARTS_OF_SPEECH[pos] and not (pos == "ADJ" and token.tag == "VBN"):
            continue
        rules = rulebook.cues.get((scope, token.lower, pos), ())
        for rule in sorted(rules, key=lambda rule: not rule.events):
            if _concerns(rule, match, token):
                yield Cue(rule.kind, rule.value, token.start, token.end)


def _concerns(rule: ContextRule, match: Match, token: Token) -> bool:
    if match.type in rule.spares or (rule.events and match.type not in rule.events):
        return False
    if not all(paths.holds(path, token) for path in rule.where):
        return False
    return not any(paths.holds(path, token) for path in rule.unless)


def _bare_infinitive(trigger: Token, chain: list[Link]) -> tuple[Modality, int, int] | None:
    """An infinitive that no word of the climb vouches for is a purpose, not a deed ("took steps *to* ban")."""
    for position, link in enumerate(chain):
        token = link.token
        to = next((c for c in token.children if c.dep == "aux" and c.lower == "to"), None)
        if to is None or not link.close:
            continue
        governor = chain[position + 1].token if position + 1 < len(chain) else None
        if governor is not None and governor.lower in {"unable"}:
            continue
        return "planned", to.start, to.end
    return None


def _question(sentence: Sentence, chain: list[Link]) -> tuple[Modality, int, int] | None:
    last = sentence.tokens[-1]
    return ("possible", last.start, last.end) if last.text == "?" else None


def _stage(match: Match, trigger: Token, polarity: str, modality: str) -> str | None:
    """The stage that an event puts its target in; only what happened moves a case."""
    if polarity != "affirmed" or modality not in {"actual", "alleged"}:
        return None
    if match.type in {"Charge", "Investigation"} and any(c.lower == "formal" for c in trigger.children):
        return "formalInvestigation"
    return STAGES.get(match.type)
