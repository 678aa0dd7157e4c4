"""To whom somebody speaks: the edge `hearer` of a verb of speech, whatever carries the words to him.

The words for it do not depend on the verb: "in a letter *to Veyra*" stands with "said", "denied" and "called" alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.support import SERIES
from kg.language.token import Token, is_name

#: What somebody says something in.
PAPERS = frozenset(
    "letter memo memorandum email e-mail mail message response reply answer sms note submission filing brief report "
    "complaint op-ed statement comment comments interview conversation call testimony briefing presentation notice "
    "affidavit remarks speech address notification communication representation missive telegram fax remark "
    "correspondence evidence post tweet appeal petition note".split()
)
#: What stands before whom a paper is for.
TOWARDS = {"to", "with", "for", "before"}
#: How a paper comes to be read ("a letter *sent to* Veyra").
SENT = {"send", "address", "write", "submit", "publish", "give", "deliver", "issue", "circulate", "provide", "show"}
ANSWERS = {"response", "reply", "answer"}
#: What is answered: whoever it came from gets the answer.
ASKED = {"letter", "question", "request", "query", "inquiry", "enquiry", "email", "e-mail", "demand", "questionnaire"}
#: Participles that tell before or behind whom somebody speaks ("*speaking to* reporters, she said").
SPEAKING = {"speak", "talk", "write", "testify", "reply", "respond", "appear", "address"}
ASKING = {"ask", "question", "press", "quiz", "interview"}
#: Verbs that carry words by themselves ("*emailed* its users to say").
CARRYING = {
    "email", "e-mail", "mail", "text", "message", "write", "phone", "call", "contact", "ring", "cable", "approach",
    "petition", "appeal", "turn",
}  # fmt: skip


def hearers(verb: Token) -> list[Token]:
    """Whom a verb of speech addresses by what it is said in, or by the verb that it hangs on."""
    found = (*_in_papers(verb), *_of_relative(verb), *_of_sent_paper(verb), *_of_carrier(verb), *_spoken_to(verb))
    return list({t.i: t for t in found}.values())


def _in_papers(verb: Token) -> Iterator[Token]:
    """ "said *in a letter to Veyra*", "Ann Lee, *in a note to users*, called it": on the verb or the subject."""
    subject = verb.child("nsubj")
    for holder in (verb, *([subject] if subject is not None else [])):
        for preposition in holder.children:
            if preposition.dep != "prep" or preposition.lower not in {"in", "via", "by", "during", "with", "through"}:
                continue
            for paper in preposition.children:
                if paper.dep == "pobj" and PAPERS & {paper.lemma, paper.lower}:
                    yield from _readers(paper)
                    yield from _readers_within(paper)
                    behind = [c for c in holder.children if c.i == paper.i + 1 and c.lower in TOWARDS]
                    yield from (reader for to in behind for reader in _listed(to))


def _readers(paper: Token) -> Iterator[Token]:
    """Whom a paper is for: behind its own preposition, or behind that of a participle that says how it was sent."""
    sent = [c for c in paper.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in SENT]
    for holder in (paper, *sent):
        for preposition in holder.children:
            if preposition.lower in TOWARDS and preposition.dep in {"prep", "dative"}:
                yield from _listed(preposition)


def _readers_within(paper: Token) -> Iterator[Token]:
    """ "said in a statement *in response to a Veyra request*": whom the paper inside the phrase is for."""
    inside = (c for c in paper.children if c.dep == "prep" and c.lower == "in")
    for inner in (p for c in inside for p in c.children if p.dep == "pobj" and p.lemma in ANSWERS):
        yield from _readers(inner)


def _of_relative(verb: Token) -> Iterator[Token]:
    """ "wrote a letter *to Veyra, in which* it asked", "sent *Veyra* a note *in which* it said": whom it is for."""
    clause = verb
    while clause.dep == "conj" and clause.head is not None:
        clause = clause.head
    paper = clause.head if clause.dep == "relcl" else None
    opened = any(c.dep == "prep" and any(g.lower == "which" for g in c.children) for c in clause.children)
    if paper is None or not opened:
        return
    to = paper.head if paper.dep == "pobj" and paper.head is not None and paper.head.lower == "to" else None
    sent = to.head if to is not None else None
    if sent is not None and (sent.lemma in PAPERS or (sent.lemma in SENT and _is_paper(sent.child("dobj")))):
        yield paper  # the parser hung the clause on the reader
        yield from (c for c in paper.children if c.dep == "conj" and c.pos in {"NOUN", "PROPN"})
        return
    if not _is_paper(paper):
        return
    yield from _readers(paper)
    if paper.dep == "dobj" and paper.head is not None and paper.head.lemma in SENT:
        yield from _given(paper.head)


def _is_paper(noun: Token | None) -> bool:
    return noun is not None and noun.lemma in PAPERS


def _listed(preposition: Token) -> Iterator[Token]:
    for inner in preposition.children:
        if inner.dep == "pobj" and inner.lemma in ASKED:
            yield from _askers(inner)
        elif inner.dep == "pobj":
            yield inner
            yield from (c for c in inner.children if c.dep == "conj" and c.pos in {"NOUN", "PROPN"})


def _askers(question: Token) -> Iterator[Token]:
    """ "in response to *a letter from four senators*", "replying to *the ministry's question*": who had asked.

    So with "a *Veyra* request for comment"; a question "in *the Bundestag*" gets its answer there.
    """
    yield from (c for c in question.children if c.dep == "poss" or (c.dep == "compound" and is_name(c)))
    raised = [c for c in question.children if c.dep == "acl" and c.tag == "VBN"]
    wanted = (g for c in question.children if c.lower == "for" for g in c.children)
    raised += [g for g in wanted if g.lemma == "comment"]
    for preposition in (c for holder in (question, *raised) for c in holder.children):
        if preposition.dep in {"prep", "agent"} and preposition.lower in {"from", "by"}:
            yield from _listed(preposition)
        elif preposition.dep == "prep" and preposition.lower in {"in", "of"}:
            yield from (t for t in _listed(preposition) if t.mention and t.mention.type == "Legislature")


def _spoken_to(verb: Token) -> Iterator[Token]:
    """ "*Responding to Veyra*, the ministry said", "*addressing parliament*", "*asked by reporters*, she replied"."""
    subject = verb.child("nsubj")
    for clause in (*verb.children, *(subject.children if subject is not None else ())):
        if clause.dep not in {"advcl", "acl"}:
            continue
        if clause.tag == "VBN" and clause.lemma in ASKING:
            yield from (reader for by in clause.children if by.dep == "agent" for reader in _listed(by))
        if clause.tag != "VBG" or clause.lemma not in SPEAKING:
            continue
        if clause.lemma == "address":
            yield from (c for c in clause.children if c.dep == "dobj")
        for preposition in (c for c in clause.children if c.dep == "prep"):
            if preposition.lower in {"to", "before"}:
                yield from _listed(preposition)
            elif preposition.lower in {"in", "on", "for"}:
                yield from (t for t in _listed(preposition) if t.mention and t.mention.type == "MediaOutlet")


def _of_sent_paper(participle: Token) -> Iterator[Token]:
    """ "sent *its users* an email *saying* that ...", "sent a notice *to artists* stating that ..."."""
    paper = participle.head if participle.dep == "acl" else None
    if paper is not None and paper.dep == "pobj" and (to := paper.head) is not None and to.lower == "to":
        paper = to.head  # "a notice to artists *stating*", "sent it to artists *stating*": hung on the reader
        paper = paper.child("dobj") if paper is not None and paper.lemma in SENT else paper
    verb = paper.head if paper is not None and paper.lemma in PAPERS else None
    head = participle.head if participle.dep == "advcl" and participle.child("nsubj", "mark") is None else None
    if head is not None and head.lemma in SENT:
        paper, verb = head.child("dobj"), head
    sent = _of_series(paper) if paper is not None else None
    if paper is None or sent is None or sent.lemma not in PAPERS:
        return
    if sent is not paper:
        yield from _readers(sent)
    yield from _readers(paper)
    if verb is not None and verb.lemma in SENT and paper.dep == "dobj":
        yield from _given(verb)


def _of_carrier(infinitive: Token) -> Iterator[Token]:
    """ "*emailed its users* to say that ...", "*wrote to the court* saying that ..."."""
    verb = infinitive.head if infinitive.dep in {"xcomp", "advcl"} else None
    if verb is not None and verb.lemma in CARRYING and verb.i < infinitive.i:
        yield from _given(verb)
        yield from (c for c in verb.children if c.dep == "dobj" and c.lemma not in PAPERS)


def _of_series(paper: Token) -> Token:
    """ "sent *a number of notes*": the papers that a noun of quantity counts."""
    of = paper.child("prep") if paper.lemma in SERIES else None
    return (of.child("pobj") if of is not None and of.lower == "of" else None) or paper


def _given(verb: Token) -> Iterator[Token]:
    """Whom a verb of sending names: without a preposition, or behind "to"."""
    for child in verb.children:
        if child.dep == "dative" and child.pos != "ADP":
            yield child
        elif child.dep in {"prep", "dative"} and child.lower == "to":
            yield from _listed(child)
