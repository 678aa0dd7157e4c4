"""What a clause calls for: "what is needed is *a ban*", "the time has come for *a ban*", "*a ban* is overdue"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.token import Token, has_to, is_definite, tense
from kg.model import SPEECH, Cue
from kg.status.climb import Link

#: What somebody does to a thing that is not there.
WANTING = {"need", "require", "want", "lack", "demand", "ask", "call", "urge", "recommend", "seek", "miss", "propose"}
#: What somebody wants, told by a noun, and what would help.
WISHES = {"demand", "ask", "recommendation", "request", "wish", "goal", "aim", "priority", "hope", "plea", "suggestion"}
REMEDIES = {
    "solution", "answer", "remedy", "response", "way", "fix", "step", "cure", "path", "course", "need", "necessity",
    "antidote", "imperative", "minimum",
}  # fmt: skip
CHOICES = {"option", "alternative", "choice", "possibility"}
MISSING = {
    "necessary", "overdue", "essential", "vital", "crucial", "imperative", "indispensable", "needed", "required",
    "urgent", "warranted", "called", "due", "unavoidable", "desirable",
}  # fmt: skip
#: Nouns of those who want something, before "for", and of being for it, before "of".
BACKING = {
    "need", "case", "argument", "support", "backing", "clamour", "clamor", "cry", "outcry", "appetite", "majority",
    "necessity", "plea", "advocate", "bid", "campaign", "push", "drive", "lobby", "lobbying", "momentum", "consensus",
}  # fmt: skip
SIDING = {"favour", "favor", "need", "support"}
#: There may be some for a thing that has not come, or none.
GROUNDS = {"reason", "ground", "basis", "justification", "room", "scope"}
MOMENTS = {"time", "moment", "hour"}
JUDGING = {"consider", "deem", "see", "regard", "view", "think", "find", "call", "believe", "judge"}
OBLIGING = {"should", "must", "ought"}


def needed(event: str, chain: list[Link]) -> Cue | None:
    """The word of the clause by which an event is wanted, and so has not come."""
    if event in SPEECH or chain[0].token.lemma in WISHES | BACKING:
        return None
    for link in chain:
        if not link.close and link.token.head is not None and link.token.dep != "ccomp":
            break
        word = link.token
        for cue in (_answer(word), _moment(word), _existing(word), *_indefinite(word)):
            if cue is not None:
                return cue
    return None


def _indefinite(noun: Token) -> Iterator[Cue | None]:
    """What is said only of one that is not there yet; "*the* ban is necessary" defends the one that there is."""
    if noun.pos == "NOUN" and not is_definite(noun):
        yield from (_backed(noun), _missing(noun), _judged(noun), _alone(noun))


def _answer(word: Token) -> Cue | None:
    """ "What we need is *a ban*", "the only way is *banning* it"; what "Turkey's answer is" has been given."""
    if word.pos == "VERB" and word.tag == "VBG" and any(c.dep == "aux" and c.lemma == "be" for c in word.children):
        verb: Token | None = word
    elif word.dep in {"attr", "xcomp", "ccomp", "acomp"}:
        verb = word.head
    else:
        return None
    subject = verb.child("nsubj", "csubj", "csubjpass") if verb is not None else None
    if verb is None or subject is None or (verb is not word and verb.lemma not in {"be", "remain"}):
        return None
    if subject.pos == "VERB" or subject.dep.startswith("csubj"):
        asking = subject.lemma in WANTING and any(c.lower in {"what", "all"} for c in subject.children)
        return _cue("demanded", subject) if asking else None
    clause = subject.child("relcl", "acl")
    if subject.lower in {"what", "all", "thing"} and clause is not None and clause.lemma in WANTING:
        return _cue("demanded", clause)
    if subject.lemma in WISHES:
        return _cue("demanded", subject)
    return _remedy(subject, verb)


def _remedy(noun: Token, verb: Token) -> Cue | None:
    """What would help is called for; what was the answer has been given, and so has the answer of somebody."""
    past = tense(verb) == "VBD" or any(c.tag == "VBD" for c in verb.children if c.dep == "aux")
    if past or noun.child("poss") is not None:
        return None
    if noun.lemma in REMEDIES and not any(c.lower in {"one", "another"} for c in noun.children):
        return _cue("demanded", noun)
    if noun.lemma in CHOICES:
        best = any(c.lower in {"only", "best", "sole", "sensible"} for c in noun.children)
        return _cue("demanded" if best else "possible", noun)
    return None


def _moment(word: Token) -> Cue | None:
    """ "It is time *for a ban*", "the time has come *to ban* it"; "the third time it *banned* one", it did."""
    above = word.head
    if word.dep == "pobj" and above is not None and above.lower == "for" and not is_definite(word):
        above = above.head
    elif word.pos != "VERB" or not (has_to(word) or word.dep in {"acl", "relcl", "ccomp"}):
        return None
    if above is None:
        return None
    subject = above if above.lemma in MOMENTS and above.dep == "nsubj" else above.child("nsubj")
    if subject is not None and subject.lemma in MOMENTS and subject.head is not None and subject.head.lemma == "come":
        return _cue("demanded", subject)
    verb = above.head if above.lemma in MOMENTS and above.dep == "attr" else None
    if verb is None or verb.lemma != "be" or tense(verb) == "VBD":
        return None
    described = any(c.dep in {"det", "amod"} and c.lower != "high" for c in above.children)
    if word.pos == "VERB" and not has_to(word) and described:
        return None
    opening = verb.child("nsubj")
    return _cue("demanded", above) if opening is None or opening.lower in {"it", "now", "this"} else None


def _existing(noun: Token) -> Cue | None:
    """ "There *should* be a ban", "there *needs* to be a ban"."""
    verb = noun.head if noun.dep == "attr" else None
    if verb is None or verb.lemma != "be":
        return None
    above = verb.head if verb.dep == "xcomp" and has_to(verb) else None
    there = any(c.dep == "expl" for t in (verb, above) if t is not None for c in t.children)
    if there and above is not None and above.lemma in {"need", "have", "ought"}:
        return _cue("demanded", above)
    bound = next((c for c in verb.children if c.dep == "aux" and c.lower in OBLIGING), None)
    return _cue("demanded", bound) if there and bound is not None else None


def _backed(noun: Token) -> Cue | None:
    """ "The case *for a ban*", "in favour *of a ban*"."""
    preposition = noun.head if noun.dep == "pobj" else None
    above = preposition.head if preposition is not None else None
    if preposition is None or above is None:
        return None
    if preposition.lower == "for" and (above.lemma in BACKING or above.lemma in {"argue", "advocate", "lobby"}):
        return _cue("demanded", above)
    if preposition.lower == "for" and above.lemma in GROUNDS and above.dep == "attr":
        return _cue("possible", above)
    siding = above.lemma in SIDING and above.head is not None and above.head.lower == "in"
    return _cue("demanded", above) if siding and preposition.lower == "of" else None


def _missing(noun: Token) -> Cue | None:
    """ "A ban is *overdue*", "a ban is *the only solution*"."""
    verb = noun.head if noun.dep in {"nsubj", "nsubjpass"} else None
    if verb is None or verb.lemma not in {"be", "seem", "remain", "become", "appear"}:
        return None
    word = verb.child("acomp", "attr", "oprd")
    if word is None or word.child("ccomp") is not None:
        return None
    if word.lower in MISSING:
        return _cue("demanded", word)
    return _remedy(word, verb) if word.dep == "attr" else None


def _judged(noun: Token) -> Cue | None:
    """ "Experts consider a ban *necessary*", "see a ban *as necessary*"."""
    verb = noun.head
    if verb is not None and verb.lemma not in JUDGING:
        verb = verb.head  # "consider [a ban necessary]"
    if verb is None or verb.lemma not in JUDGING or noun.dep not in {"dobj", "nsubj", "nsubjpass"}:
        return None
    behind = [t for t in verb.subtree() if t.i > noun.i and t.lower in MISSING and t.pos in {"ADJ", "VERB"}]
    return _cue("demanded", behind[0]) if behind else None


def _alone(noun: Token) -> Cue | None:
    """ "*Only* a ban can stop it"."""
    only = next((c for c in noun.children if c.lower == "only" and c.i < noun.i), None)
    verb = noun.head if noun.dep == "nsubj" else None
    able = verb is not None and any(c.dep == "aux" and c.lower in {"can", "could", "will"} for c in verb.children)
    return _cue("demanded", only) if only is not None and able else None


def _cue(value: str, word: Token) -> Cue:
    return Cue("modality", value, word.start, word.end)
