"""What a clause puts ahead of the day of which it tells: what is done before it, and what follows a disobedience."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.token import Token, has_to, tense
from kg.model import Cue
from kg.status.climb import Link

#: What is done to somebody who does not do as he is told.
SANCTIONS = {"Ban", "Fine", "Lawsuit", "Arrest", "Charge", "ContentRemoval", "Sentence"}
FUTURE = {"will", "would", "'ll", "’ll", "'d", "’d", "shall", "wo"}
#: With them somebody does not do as he is told.
DISOBEYING = {"fail", "refuse", "ignore", "defy", "decline", "disobey", "flout", "disregard", "neglect"}
#: Whoever is told with these speaks of what will be done to him.
SUFFERING = {"pay", "have", "face", "get", "receive", "lose", "risk", "see"}
BINDING = {"must", "should", "may", "can", "could", "might", "need"}
#: Whoever has to do something is to do it.
OBLIGED = {"need", "have", "require", "oblige", "expect", "ask", "urge", "tell", "order", "want", "plan", "intend"}
EARLIER = {"before", "until", "till", "once"}
LATER = {"after", "when"}
#: Verbs of whom something still awaits ("*faces* ten years when sentenced").
AWAITING = {"face", "risk", "await"}


def prospects(chain: list[Link]) -> Iterator[Cue]:
    """An event beside which something is told as to come before it, or after it, is still to come itself."""
    clause = chain[-1].token
    opening = _opening(clause)
    main = _main(clause)
    if opening is None or main is None:
        return
    if clause.dep == "pcomp":
        still = opening.lower == "before" and _is_ahead(main)
    else:
        present, bare = tense(clause) in {"VBZ", "VBP"}, _is_bare(clause)
        still = (present and opening.lower in EARLIER) or ((present or bare) and _is_ahead(main))
    if still and (opening.lower in EARLIER or opening.lower in LATER):
        yield Cue("modality", "planned", opening.start, opening.end)


def _is_bare(clause: Token) -> bool:
    """Whether a clause is a participle alone, which has the time of the main clause ("*when sentenced*")."""
    return clause.tag == "VBN" and clause.child("nsubj", "nsubjpass", "aux", "auxpass") is None


def _opening(clause: Token) -> Token | None:
    """The word that puts a clause before or after another."""
    if clause.dep == "pcomp":
        return clause.head
    if clause.dep != "advcl":
        return None
    return next((c for c in clause.children if c.dep in {"mark", "advmod"} and c.lower in EARLIER | LATER), None)


def _main(clause: Token) -> Token | None:
    """The verb of the clause that another hangs on."""
    return next((t for t in clause.ancestors() if t.pos in {"VERB", "AUX"}), None)


def _is_ahead(verb: Token) -> bool:
    """Whether a clause tells what is to come ("*must report* once the law is in force")."""
    if any(c.dep == "aux" and c.lower in FUTURE | BINDING for c in verb.children):
        return True
    if verb.lemma in AWAITING and tense(verb) in {"VBZ", "VBP"}:
        return True
    if any(c.dep == "mark" and c.lower in {"if", "unless"} for c in verb.children):
        return True
    if not has_to(verb):
        return False
    return verb.head is not None and verb.head.lemma in OBLIGED and verb.dep in {"xcomp", "ccomp"}


def threat(event: str, chain: list[Link]) -> Cue | None:
    """A sanction that somebody is to get who does not do as he is told: "pull the app *or else* it will be blocked"."""
    if event not in SANCTIONS:
        return None
    for link in chain:
        verb = link.token
        own = [c for c in verb.children if c.dep == "aux" and c.lower in FUTURE]
        if link.close and own and verb.child("neg") is None:
            word = _alternative(verb) or _disobedience(verb)
            if word is not None:
                return Cue("modality", "threatened", word.start, word.end)
        if verb.dep in {"ccomp", "advcl", "conj", "parataxis"}:
            break
    return None


def _alternative(verb: Token) -> Token | None:
    """The "or" before a clause of its own: "remove it *or* you will be fined"; "otherwise" does the same."""
    otherwise = next((c for c in verb.children if c.dep == "advmod" and c.lower == "otherwise"), None)
    if otherwise is not None or verb.dep != "conj" or verb.head is None or verb.child("nsubj", "nsubjpass") is None:
        return otherwise
    joined = [c for c in verb.head.children if c.dep == "cc" and c.i < verb.i]
    return joined[-1] if joined and joined[-1].lower == "or" else None


def _disobedience(verb: Token) -> Token | None:
    """The word of the condition that somebody does not do as he is told: "*unless* it complies", "*if* it refuses".

    What "will be fined if it refuses" tells may be what the law has in store for all.
    """
    acting = verb.child("nsubj") is not None and verb.lemma not in SUFFERING
    for clause in (c for c in verb.children if c.dep == "advcl"):
        for mark in (c for c in clause.children if c.dep == "mark"):
            subject = clause.child("nsubj", "nsubjpass")
            nothing = subject is not None and any(c.lower == "no" for c in subject.children)
            unwilling = nothing or clause.child("neg") is not None or clause.lemma in DISOBEYING
            if mark.lower == "unless" or (mark.lower == "if" and unwilling and acting):
                return mark
    return None
