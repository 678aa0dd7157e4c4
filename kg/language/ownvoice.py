"""Whose opinion a text is where no verb of saying tells: "We wrote to the ministry. *Its order is unlawful.*"

The main verbs of what the author of an appeal says for itself get the author as their `voice`. An author is who says
"we" outside quotation marks and takes sides, or the rights group that publishes the text. A regulator's or a paper's
own text tells facts, so that nothing there is said in its own voice.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language import quotation
from kg.language.token import Sentence, Token, is_finite
from kg.model import Mention

#: Whoever does so takes sides.
TAKING_SIDES = {
    "argue", "ask", "believe", "call", "condemn", "demand", "fear", "file", "hope", "insist", "object", "oppose",
    "petition", "press", "recommend", "request", "stress", "submit", "support", "think", "urge", "want", "warn",
    "welcome", "write",
}  # fmt: skip
FEELING = {"concerned", "worried", "alarmed", "troubled", "disappointed", "grateful", "hopeful", "opposed"}
WE = {"we", "our"}
#: What puts its own clause into the author's mouth ("*this means that* nobody is safe", "it *is clear* that ...").
CONCLUDING = {"mean", "imply", "suggest", "show", "indicate", "demonstrate"}
PLAIN = {"apparent", "clear", "disappointing", "evident", "obvious", "regrettable", "unfortunate", "worrying", "true"}
#: Whose words a sentence gives that begins so.
BORROWED = {"according", "per"}


def link(sentences: list[Sentence], text: str, publisher: str | None) -> None:
    """Set `voice` on the main verbs of the author's own sentences; `publisher` is the id of the group."""
    inside = list(quotation.quotes(text))
    outside = [t for s in sentences for t in s.tokens if not any(q.start <= t.start < q.end for q in inside)]
    author = _author(outside, publisher)
    told = {id(t) for t in outside}
    for sentence in sentences if author is not None else ():
        for verb in _own_verbs(sentence):
            if id(verb) in told:
                verb.voice = [author] if author is not None else []


def _author(words: list[Token], publisher: str | None) -> Token | None:
    """The first "we" of an author who takes sides, or else the group that publishes the text, named there or not."""
    own = [t for t in words if t.lower in WE and t.mention is not None and t.mention.kind == "pronoun"]
    if own and (publisher is not None or any(_takes_side(t) for t in own)):
        return own[0]
    if publisher is None or not words:
        return None
    names = (t for t in words if t.mention is not None and t.mention.entity == publisher)
    return next(names, None) or _unnamed(words[0])


def _unnamed(first: Token) -> Token:
    """The group that publishes a text in which it neither names itself nor says "we": who writes it all the same."""
    we = Mention(first.start, first.start, "we", "Actor", "pronoun", head="we")
    return Token(-1, "we", "we", "PRP", "PRON", "nsubj", first.start, first.start, mention=we)


def _takes_side(we: Token) -> bool:
    verb = we.head if we.dep == "nsubj" else None
    if verb is None:
        return False
    felt = [c.lower for c in verb.children if c.dep == "acomp"]
    return verb.lemma in TAKING_SIDES or verb.lower in FEELING or any(word in FEELING for word in felt)


def _own_verbs(sentence: Sentence) -> Iterator[Token]:
    """The main verbs of a sentence that tells nobody else's words and asks nothing, or reproaches by its "why"."""
    main = sentence.root
    if main is None or main.speaker or main.author or sentence.tokens[0].lower == "should":
        return
    if any(t.text == "?" for t in sentence.tokens[-2:]) and not any(c.lower == "why" for c in main.children):
        return
    if any(c.lower in BORROWED and c.dep == "prep" for c in main.children):
        return
    for root in (t for t in sentence.tokens if t.head is None):  # "*Rights not defined*: the bill is vague" has two
        verb: Token | None = root
        while verb is not None:
            if verb.pos in {"VERB", "AUX"} and is_finite(verb) and not _is_that_clause(verb):
                yield verb
                yield from _concluded(verb)
            verb = next((c for c in verb.children if c.dep == "conj" and c.pos in {"VERB", "AUX"}), None)


def _concluded(main: Token) -> Iterator[Token]:
    """ "*This means that* Veyra is failing": what follows for the author from what was told, its own words again."""
    subject = main.child("nsubj")
    impersonal = subject is not None and subject.lower in {"this", "that", "it", "which"}
    plain = main.lemma == "be" and any(c.lower in PLAIN for c in main.children if c.dep == "acomp")
    if not impersonal or not (plain or main.lemma in CONCLUDING) or main.child("neg") is not None:
        return
    clauses = [c for c in main.children if c.dep == "ccomp" or (c.dep == "conj" and _is_that_clause(c))]
    rows = [verb for c in clauses for verb in (c, *(d for d in c.children if d.dep == "conj"))]
    yield from (verb for verb in rows if verb.pos in {"VERB", "AUX"} and is_finite(verb))


def _is_that_clause(verb: Token) -> bool:
    """ "said that it was slow *and that nobody cared*": a second clause of what was said, though it hangs on "said"."""
    return any(c.dep == "mark" and c.lower == "that" for c in verb.children)
