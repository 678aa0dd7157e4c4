"""Where "it" takes up a paper, not somebody: "The complaint names the firm. *It* also alleges that ..."."""

from __future__ import annotations

from kg.language.token import Sentence, Token

PAPERS = {
    "complaint", "lawsuit", "suit", "petition", "indictment", "order", "settlement", "letter", "report", "decision",
    "ruling", "judgment", "judgement", "notice", "filing", "motion", "injunction", "decree", "bill", "law", "agreement",
}  # fmt: skip
#: What a paper is said to do.
TOLD_OF_PAPERS = {
    "accuse", "allege", "argue", "ask", "ban", "bar", "call", "charge", "cite", "claim", "contain", "contend", "demand",
    "describe", "detail", "direct", "impose", "include", "list", "mention", "name", "note", "order", "outline",
    "prohibit", "require", "resolve", "say", "seek", "state", "urge", "warn",
}  # fmt: skip


def takes_up_paper(pronoun: Token, sentence: Sentence, before: Sentence | None) -> bool:
    """Whether "it" does what papers do, behind a sentence of which a paper is the subject."""
    verb = pronoun.head
    if pronoun.lower != "it" or pronoun.dep != "nsubj" or verb is None or verb.lemma not in TOLD_OF_PAPERS:
        return False
    if verb.head is not None or before is None or before.end > sentence.start:
        return False
    root = before.root
    subject = root.child("nsubj", "nsubjpass") if root is not None else None
    return subject is not None and subject.lemma in PAPERS
