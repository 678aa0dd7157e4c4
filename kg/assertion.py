"""Matches + context rules -> claims: polarity, modality, attribution and legal stage, each with its cue.

From the trigger the sentence is climbed towards its root. Words on the way decide: those that hang on the event
("may", "not", "alleged"), those that govern it ("fail to", "threaten to", "call for"), those that introduce its clause
("if"), and those who say it ("according to", "X said that"). The climb ends where a clause stands on its own: a
relative clause does not inherit the doubts of the sentence that it sits in.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import cast

from kg import vocabulary
from kg.language.share import denied_subject
from kg.language.support import support_verb
from kg.language.token import VERSUS, Sentence, Token, has_to, is_finite
from kg.lexicon import nouns
from kg.model import SPEECH, Claim, Cue, Match, Modality
from kg.rulebook import PARTS_OF_SPEECH, ContextRule, Rulebook
from kg.status.attribution import attribution
from kg.status.climb import BEGINNING, FOUNDING, Link, climb, stands
from kg.status.need import needed
from kg.status.outlook import outlook
from kg.status.prospect import prospects, threat

MODIFIERS = frozenset(("neg aux advmod det amod npadvmod preconj cc nmod compound acomp poss predet quantmod").split())
#: What stands before the day for which something is due, and what is due to be paid.
DAY_BEHIND = {"on", "in", "by", "within", "before", "at"}
PAYABLE = {"fine", "penalty", "payment", "fee", "levy"}
#: Speech and steps of a case are over when they are told; a condition belongs to what is said or charged.
UNCONDITIONAL = {"Statement", "Accusation", "Denial", "Charge", "Conviction", "Lawsuit", "Commitment"}
#: How means are put to what they are for.
USING = {"invoke", "use", "rely", "exploit", "misuse", "abuse"}
#: What is done at a conference that was called for it.
ANNOUNCING = {"announce", "unveil", "declare", "reveal"}
#: What happens in a moment, so that it is "not until" then.
SUDDEN = {
    "Release", "BanLifted", "Ban", "Arrest", "Charge", "ContentRemoval", "LawAdoption", "Ruling", "Fine", "Sentence",
}  # fmt: skip
#: Context rules of conditions that are told by an auxiliary before its subject.
INVERTED = {"polarity.had", "modality.should-condition"}
#: What somebody may take, pass or make to do something, and what is not done where there is none of it.
ENACTING = {"take", "make", "reach", "pass", "adopt", "issue", "enact"}
UNDECIDED = {"decision", "move", "step", "effort", "attempt", "law", "bill", "order", "measure", "motion", "plan"}
STAGES = {
    "Investigation": "underInquiry", "Accusation": "suspected", "Arrest": "detained", "Charge": "charged",
    "Hearing": "onTrial", "Conviction": "convicted", "Acquittal": "acquitted", "Sentence": "sanctioned",
    "Fine": "sanctioned",    "Appeal": "onAppeal", "Settlement": "settled", "Release": "released",
}  # fmt: skip


def claim(match: Match, sentence: Sentence, rulebook: Rulebook) -> Claim:
    """The match with its status."""
    trigger = sentence.tokens[match.trigger]
    if match.type in vocabulary.relations() and (trigger.pos not in {"VERB", "AUX"} or trigger.dep == "amod"):
        return Claim(match)  # what a noun phrase says of somebody is taken for granted, whatever the clause doubts
    if any(c.lower in VERSUS for c in trigger.children):
        return Claim(match)  # a case that is called after its parties is there, whatever is said of it
    if match.type == "Statement" and _is_spoken(match, trigger):
        return Claim(match)  # whatever it plans or denies
    chain = list(climb(trigger, rulebook, match.type))
    found = [cue for cue in _cues(match, chain, rulebook) if not _is_past_end(cue, sentence)]
    cues = _concerning(match, trigger, found, rulebook)
    denied_by = {c.start for c in cues if c.value == "negated"}  # a word that two rules list denies once
    polarity = "negated" if len(denied_by) % 2 else "affirmed"
    modality = _modality(cues, trigger)
    tried = match.type in SPEECH and _is_way_of_trying(trigger)
    if modality == "actual" and not tried and not any(c.kind == "modality" for c in cues):
        bare = _bare_infinitive(trigger, chain) or _question(sentence, chain)
        if bare:
            modality, cues = bare[0], [*cues, Cue("modality", *bare)]
    if modality in {"planned", "possible"} and polarity == "affirmed" and (held := threat(match.type, chain)):
        modality, cues = "threatened", [*cues, held]
    if modality == "planned" and (asked := _question(sentence, chain)):
        modality, cues = asked[0], [*cues, Cue("modality", *asked)]
    cues = [cue for cue in cues if cue.value != "actual"]
    sources = attribution(trigger)
    cues.extend(Cue("attribution", m.text, m.start, m.end) for m in sources)
    stage = _stage(match, trigger, polarity, modality)
    return Claim(match, polarity, modality, sources, stage, tuple(cues))  # type: ignore[arg-type]


def _concerning(match: Match, trigger: Token, cues: list[Cue], rulebook: Rulebook) -> list[Cue]:
    """The cues without what a rule of a denied word has told, and without what words deny or doubt that were said."""
    if match.rule in rulebook.negative or (match.type in SUDDEN and _not_until(trigger)):
        cues = [cue for cue in cues if cue.start not in _own_negations(trigger)]
    if match.type in SPEECH and trigger.pos == "ADV" and trigger.head is not None and trigger.dep == "advmod":
        # "*allegedly* failed to tell users": what was not done is what is alleged
        cues = [cue for cue in cues if cue.kind != "polarity" or cue.start != trigger.head.start]
    near = {t.start for t in (trigger, *trigger.children, *denied_subject(trigger))}
    if match.type in SPEECH and trigger.pos in {"VERB", "AUX"} and is_finite(trigger) and _indicative(trigger):
        # what a verb with a tense tells was said, whatever stands above it ("hopes to settle what users *allege*")
        cues = [c for c in cues if c.kind == "polarity" or c.start in near or c.value == "alleged"]
    if match.type in SPEECH and _is_way_of_trying(trigger):
        cues = [c for c in cues if c.start in near or c.value == "alleged"]
    if match.type == "Statement" and is_finite(trigger):
        cues = [c for c in cues if c.kind != "polarity" or c.start in near]
    return cues


def _is_spoken(match: Match, trigger: Token) -> bool:
    """Whether words themselves are told: quoted, on somebody's word, of the author's own, or such as he would like."""
    given = bool(trigger.speaker) or trigger.lower == "according"
    return given or _in_own_voice(match, trigger) or _is_politely_said(trigger)


def _is_way_of_trying(saying: Token) -> bool:
    """ "*tried to calm users by saying* that it is safe": whoever tried so has said it, and only the calm is open."""
    by = saying.head if saying.dep == "pcomp" and saying.tag == "VBG" else None
    aim = by.head if by is not None and by.lower in {"by", "while"} else None
    trying = aim.head if aim is not None and aim.dep == "xcomp" else None
    tries = trying is not None and trying.lemma in {"try", "seek", "attempt"}
    return tries and trying is not None and is_finite(trying) and trying.tag != "VB"


def _is_politely_said(verb: Token) -> bool:
    """ "we *would like to stress* that": it is said thereby."""
    liking = verb.head if verb.dep == "xcomp" else None
    wished = liking is not None and liking.lemma in {"like", "wish", "want"} and liking.child("neg") is None
    return wished and liking is not None and any(c.lower in {"we", "i"} for c in liking.children if c.dep == "nsubj")


def _in_own_voice(match: Match, trigger: Token) -> bool:
    """Whether a verb without a verb of saying tells what whoever writes thinks ("the order *is* unlawful")."""
    agents = [a.mention for a in match.arguments if a.role == "agent"]
    return bool(trigger.voice) and any(t.mention in agents for t in trigger.voice)


def _not_until(verb: Token) -> bool:
    """ "was *not* freed *until Monday*": then it happened."""
    ends = (g for c in verb.children if c.dep == "prep" and c.lower in {"until", "till"} for g in c.children)
    return any(t.mention is not None and t.mention.type == "Time" for t in ends)


def _is_past_end(cue: Cue, sentence: Sentence) -> bool:
    """ "refused *until a judge ordered it*": what ended something in the past has happened."""
    word = next((t for t in sentence.tokens if t.start == cue.start and t.lower == "until"), None)
    verb = word.head if word is not None and word.dep == "mark" else None
    return verb is not None and verb.tag == "VBD" and cue.kind == "modality"


def _own_negations(trigger: Token) -> set[int]:
    """The "not" that a rule of a denied word starts from, also where it hangs above ("was *not* found guilty")."""
    hung = trigger.dep in {"aux", "neg"} or (trigger.pos == "ADJ" and trigger.dep in {"oprd", "acomp", "ccomp"})
    above = trigger.head if hung else None
    words = (trigger,) if above is None else (trigger, above)
    own = [c for word in words for c in word.children if c.dep == "neg" or c.lower in {"longer", "neither", "nor"}]
    own.extend(d for c in trigger.children for d in c.children if d.lower in {"no", "neither", "nor"})
    own.extend(c for c in trigger.children if c.dep == "nsubjpass" and c.lower in {"none", "neither"})
    if trigger.dep == "pcomp" and trigger.head is not None and trigger.head.lower == "without":
        own.append(trigger.head)  # "closed the file *without* answering"
    if trigger.dep == "xcomp" and trigger.head is not None and trigger.head.lemma == "have":  # "has *yet* to answer"
        own.extend(c for c in trigger.head.children if c.lower == "yet")
    if any(c.lower == "longer" for c in own):  # "*may no longer* use it": not allowed, rather than not sure
        own.extend(c for c in trigger.children if c.dep == "aux" and c.lower in {"may", "can"})
    return {t.start for c in own for t in (c, *c.children)}


def _modality(cues: list[Cue], trigger: Token) -> Modality:
    """The nearest modality; a demand told by its own word may itself be only allowed ("lets the state *demand* it")."""
    told = [c for c in cues if c.kind == "modality" and c.value != "actual"]
    nearest = next((c.value for c in told), "actual")
    if nearest == "alleged":
        nearest = _reported_intent(told, trigger) or nearest
    if nearest == "demanded":
        tokens = [trigger, *trigger.ancestors()][-1].subtree()
        conditions = {t.start for t in tokens if t.lower in {"if", "unless", "whether", "until"}}
        demanding = next((t for t in tokens if t.start == told[0].start), trigger)
        if demanding.dep == "aux" and demanding.head is not None:
            conditions.add(demanding.head.start)  # "*should allow* them to testify" asks for it
        above = (c for c in told if c.value == "possible" and c.start not in conditions)
        nearest = next((c.value for c in above), nearest)
    if nearest == "demanded" and trigger.lemma in PAYABLE and _has_condition(trigger):
        nearest = "possible"  # "*if* it fails, it will have to pay a penalty"
    return cast(Modality, nearest)


def _reported_intent(told: list[Cue], trigger: Token) -> str | None:
    """ "*reportedly threatened* to ban it", "is said to plan": what is only reported is the threat, and no ban."""
    tokens = {t.start: t for t in trigger.ancestors()}
    adverb = next((c for t in tokens.values() for c in t.children if c.start == told[0].start), None)
    intents = [c for c in told if c.value in {"threatened", "planned", "possible", "demanded"} and c.start in tokens]
    said_of = adverb.head if adverb is not None else None
    return next((c.value for c in intents if said_of is not None and c.start == said_of.start), None)


def _has_condition(trigger: Token) -> bool:
    """Whether the clause of a word, or the one above, stands under an "if"."""
    above = [t for t in trigger.ancestors() if t.pos in {"VERB", "AUX"}][:3]
    clauses = (c for verb in above for c in verb.children if c.dep == "advcl")
    return any(c.lower in {"if", "unless"} for clause in clauses for c in clause.children)


def _cues(match: Match, chain: list[Link], rulebook: Rulebook) -> Iterator[Cue]:
    for position, link in enumerate(chain):
        lower = chain[position - 1].token if position else None
        if lower is None:
            yield from _speaking(match, link.token, "is", rulebook)
            yield from _before_preposition(match, link.token, rulebook)
        if link.close:
            shared = not _has_own_auxiliary([one.token for one in chain[:position]])
            yield from _hanging(match, link.token, lower, rulebook, shared)
        if lower is not None and (lower.dep != "conj" or lower.pos == "ADP") and not _is_by_doing(lower):
            yield from _speaking(match, link.token, "governs", rulebook)
    yield from _due(chain[0].token)
    if (ahead := outlook(match.type, chain[0].token)) is not None:
        yield ahead
    if (wanted := needed(match.type, chain)) is not None:
        yield wanted
    yield from prospects(chain)
    settled = match.type in UNCONDITIONAL or _is_decreed(match, chain[0].token)
    if match.type != "Warning" and not (settled and _indicative(chain[0].token)):
        # a warning's condition is what it warns of ("threatened revenge *if* the film is shown")
        yield from _conditions(chain[0].token)
        if len(chain) > 1 and support_verb(chain[0].token) is chain[1].token:
            yield from _conditions(chain[1].token)  # "will *open* an inquiry if"


def _is_by_doing(preposition: Token) -> bool:
    """ "*stopped* the fraud *by blocking* 40 sites": that by which something is prevented is done."""
    return preposition.lower == "by" and any(c.dep == "pcomp" and c.tag == "VBG" for c in preposition.children)


def _before_preposition(match: Match, noun: Token, rulebook: Rulebook) -> Iterator[Cue]:
    """ "was arrested, *reportedly* on charges of fraud": an adverb of the phrase that tells the event."""
    preposition = noun.head
    if noun.dep != "pobj" or preposition is None or preposition.dep != "prep":
        return
    held = preposition.head if noun.lemma == "charge" else None  # "was *reportedly* arrested on charges of fraud"
    for child in (*preposition.children, *(held.children if held is not None else ())):
        if child.dep == "advmod" and child.i < preposition.i:
            yield from _cue_words(match, noun, child, "modifies", rulebook)


def _has_own_auxiliary(climbed: list[Token]) -> bool:
    """ "has not told it, hid it and *has not* shown it": the last of several verbs shares nothing of the first."""
    row = list(takewhile(lambda t: t.dep == "conj", reversed(climbed)))
    return any(c.dep in {"aux", "auxpass", "neg"} for verb in row[1:] for c in verb.children)


def _hanging(match: Match, token: Token, lower: Token | None, rulebook: Rulebook, shared: bool = True) -> Iterator[Cue]:
    """Cues that hang on a word of the climb: adverbs, auxiliaries, determiners, and what introduces the clause."""
    if token.lemma == "help" and lower is not None and lower.tag == "VBG":
        return  # "*cannot help* blocking it"
    if lower is None and token.pos == "VERB":
        yield from _in_arguments(token)
    elif lower is not None and has_to(lower) and token.lemma in ENACTING:
        yield from _in_decision(token)
    elif lower is not None and lower.pos == "NOUN" and support_verb(lower) is token:
        subject = token.child("nsubj", "nsubjpass")
        if subject is not None and subject is not lower:
            yield from _none_of(subject)  # "*neither* firm faces charges"
    for child in token.children:
        if child is lower or (child.i > token.i + 3 and child.dep not in {"neg", "advmod"}):
            continue
        if child.dep == "mark" and (lower is None or lower.dep != "conj" or not _of_another_time(token, lower)):
            yield from _cue_words(match, token, child, "marks", rulebook)
        elif child.dep in MODIFIERS and (lower is None or lower.dep != "conj" or (shared and _shared(child, lower))):
            yield from _cue_words(match, token, child, "modifies", rulebook)


def _is_decreed(match: Match, verb: Token) -> bool:
    """ "The order bans him from selling courses *unless* he has proof": the condition is a part of what is decreed."""
    paper = verb.child("nsubj")
    return match.type in {"Ban", "Order"} and paper is not None and paper.lemma in nouns("decrees")


def _due(noun: Token) -> Iterator[Cue]:
    """ "The trial is *due* to start in May", "a ruling is *due* in May": it is still to come."""
    verb = noun.head
    if noun.dep not in {"nsubj", "nsubjpass"} or noun.pos != "NOUN" or verb is None:
        return
    fixed = verb if verb.lemma in {"schedule", "expect", "set", "slate"} else verb.child("acomp")
    if fixed is None or fixed.lower not in {"due", "set", "scheduled", "expected", "slated", "ready"}:
        return
    begun = [c for c in (*verb.children, *fixed.children) if c.dep == "xcomp" and has_to(c)]
    near = [c for c in (*verb.children, *fixed.children) if c.dep == "prep" and c.lower in DAY_BEHIND]
    days = [t.mention for c in near for t in c.children if t.mention is not None and t.mention.kind == "time"]
    dated = bool(days) and verb.lemma in {"be", "remain"} and noun.lemma not in PAYABLE
    if dated or any(c.lemma in BEGINNING | {"open", "resume", "hold", "go"} for c in begun):
        yield Cue("modality", "planned", fixed.start, fixed.end)


def _of_another_time(verb: Token, conjunct: Token) -> bool:
    """ "if he *had known* of the risk and *claims* that": a present beside a past is no part of the condition."""
    past = verb.tag == "VBD" or any(c.tag == "VBD" for c in verb.children if c.dep in {"aux", "auxpass"})
    return past and conjunct.tag in {"VBZ", "VBP"}


def _cue_words(match: Match, token: Token, child: Token, scope: str, rulebook: Rulebook) -> Iterator[Cue]:
    for pos in ("", "ADJ", "VERB", "NOUN"):
        if pos and child.pos not in PARTS_OF_SPEECH[pos]:
            continue
        for rule in rulebook.cues.get((scope, child.lower, pos), ()):
            if rule.kind == "polarity" and _is_heightened(child, token):
                continue
            if _concerns(rule, match, token) and not (rule.id in INVERTED and _follows_subject(child, token)):
                yield Cue(rule.kind, rule.value, child.start, child.end)


def _follows_subject(auxiliary: Token, verb: Token) -> bool:
    """Whether an auxiliary stands where it always does: "*he had* said", and no condition "*had he* said"."""
    subject = verb.child("nsubj", "nsubjpass", "expl")
    return subject is not None and subject.i < auxiliary.i


def _is_heightened(negation: Token, verb: Token) -> bool:
    """ "did *not just* block it": it did, and more."""
    return any(c.i == negation.i + 1 and c.lower in {"just", "merely", "simply", "only"} for c in verb.children)


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


def _indicative(verb: Token) -> bool:
    """Whether a verb tells a fact: no infinitive, and no auxiliary that leaves it open."""
    modal = {"will", "would", "may", "might", "could", "can", "should", "must", "'ll", "'d", "to"}
    return (
        verb.pos in {"VERB", "AUX"}
        and verb.tag != "VB"
        and not any(c.dep == "aux" and c.lower in modal for c in verb.children)
    )


def _in_decision(verb: Token) -> Iterator[Cue]:
    """ "*No decision* has been taken to lift the ban": there is none of what would have been decided."""
    decision = verb.child("nsubjpass", "dobj")
    if decision is not None and decision.lemma in UNDECIDED:
        yield from _none_of(decision)


def _none_of(argument: Token) -> Iterator[Cue]:
    """ "*No* information was provided", "*neither* firm was fined": what does not exist was not done."""
    says_nothing = argument.lower == "nothing" and argument.dep == "dobj"
    if argument.lower in {"nobody", "none", "neither", "nothing"} and not says_nothing:
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
    passive = first is not None and first.child("auxpass") is not None
    own = own or (passive and conjunct.child("dobj", "ccomp") is not None)  # "has not *been charged* and said that"
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
    return stands(rule, token)


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
        if _is_one_more(token) or _is_means(token) or _is_occasion(token) or _is_task(token):
            continue
        return "planned", to.start, to.end
    return None


def _is_occasion(verb: Token) -> bool:
    """ "*held a press conference to announce* a partnership": there it is announced."""
    above = verb.head
    if verb.dep not in {"advcl", "xcomp", "acl"} or above is None:
        return False
    event = above if above.dep == "dobj" else above.child("dobj")
    held = event.head if event is not None else None
    if event is None or held is None or event.lemma not in {"conference", "briefing", "event", "ceremony"}:
        return False
    return verb.lemma in ANNOUNCING and held.lemma in {"hold", "call", "give", "host"} and is_finite(held)


def _is_task(verb: Token) -> bool:
    """ "The committee *constituted to investigate* the leak": a body that is there does what it was made for."""
    made = verb.head if verb.dep in {"advcl", "xcomp"} else None
    body = made.head if made is not None and made.dep == "acl" and made.tag in {"VBN", "VBD"} else None
    founded = made is not None and made.lemma in FOUNDING | {"task", "mandate"}
    return founded and body is not None and body.lemma in {"committee", "commission", "panel", "team", "unit", "force"}


def _is_means(verb: Token) -> bool:
    """ "*invoked an exemption to deny* the request", "*used its power to block* the site": what means were used for."""
    means = verb.head if verb.dep in {"acl", "advcl", "xcomp"} else None
    using = means.head if means is not None and means.dep in {"dobj", "conj"} else means
    while using is not None and using.dep in {"dobj", "conj"} and using.pos in {"NOUN", "PROPN"}:
        using = using.head
    if using is None or using.lemma not in USING or using.child("neg") is not None:
        return False
    who = using.child("nsubj")
    told = using.tag == "VBZ" or (using.tag == "VBP" and who is not None and who.child("nummod", "det") is not None)
    return using.tag in {"VBD", "VBN"} or (told and using.child("aux") is None)  # no "firms use patents to sue"


def _is_one_more(verb: Token) -> bool:
    """ "the *third* blogger to be jailed", "among *ten* people to be held": who is counted by it has undergone it."""
    noun = verb.head if verb.dep in {"acl", "relcl"} else None
    if noun is None:
        return False
    ordinals = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last", "latest", "only"}
    ordinal = any(c.dep in {"amod", "nummod"} and (c.lower in ordinals or c.lower[-2:] == "th") for c in noun.children)
    counted = (
        noun.dep == "pobj"
        and noun.head is not None
        and (noun.head.lower == "among" or (noun.head.head is not None and noun.head.head.lower in {"one", "some"}))
    )
    return ordinal or (counted and noun.child("nummod", "amod") is not None)


#: With these a question leaves open what it asks the reason of.
OPEN = {"should", "would", "could", "can", "may", "might", "must"}


def _question(sentence: Sentence, chain: list[Link]) -> tuple[Modality, int, int] | None:
    """A question tells nothing; but "*why* has Veyra closed the page?" takes for granted that it has."""
    last, asked = sentence.tokens[-1], [link.token for link in chain]
    supposed = any(c.dep == "aux" and c.lower in OPEN for t in asked for c in t.children)
    granted = not supposed and any(t.lower == "why" and t.head in asked for t in sentence.tokens)
    return ("possible", last.start, last.end) if last.text == "?" and not granted else None


def _stage(match: Match, trigger: Token, polarity: str, modality: str) -> str | None:
    """The stage that an event puts its target in; only what happened moves a case."""
    if polarity != "affirmed" or modality not in {"actual", "alleged"}:
        return None
    if match.type in {"Charge", "Investigation"} and any(c.lower == "formal" for c in trigger.children):
        return "formalInvestigation"
    return STAGES.get(match.type)
