"""The noun that a relative clause, or a pronoun in it, stands for."""

from __future__ import annotations

from kg.language.token import RELATIVES, VERSUS, Token, is_finite
from kg.model import PLACES
from kg.vocabulary import is_a

#: What one gets from somebody, who speaks in it.
SENT = {
    "letter", "email", "e-mail", "mail", "notice", "message", "notification", "reply", "response", "communication",
    "note", "memo", "text", "intimation", "representation", "petition",
}  # fmt: skip


def antecedents(pronoun: Token, verb: Token) -> list[Token]:
    """The head of the relative clause that a relative pronoun stands for."""
    if pronoun.lower in RELATIVES and pronoun.tag in {"WDT", "WP", "IN"}:
        clause = verb
        while clause.dep in {"conj", "xcomp"} and clause.head is not None:
            clause = clause.head
        clause = telling_clause(clause) or clause
        if clause.dep in {"relcl", "acl", "ccomp"} and clause.head is not None:
            nouns = noun_antecedents(clause)
            people = _people(nouns) if pronoun.lower in {"who", "whom"} else []
            return _row(people, clause) or people or nouns
    return [pronoun]


def telling_clause(said: Token) -> Token | None:
    """ "the firm *that he said* had lied", "apps *it said* spied on her": the relative clause round what is said."""
    above = said.head
    telling = above is not None and said.dep in {"ccomp", "xcomp"} and is_finite(said)
    if not telling or above is None or above.dep not in {"relcl", "ccomp"} or above.i > said.i:
        return None
    subject = said.child("nsubj", "nsubjpass", "expl")
    own = above.child("nsubj")
    if own is None or above.head is None or above.head.pos not in {"NOUN", "PROPN"} or own.lower in RELATIVES:
        return None
    fronted = subject is not None and subject.lower in RELATIVES and subject.i < own.i
    lifted = above.child("dobj")
    bare = subject is None and (lifted is None or (lifted.lower in RELATIVES and lifted.i < own.i))
    return above if fronted or bare else None


def _people(nouns: list[Token]) -> list[Token]:
    """Those that "who" can stand for, the nearest first: persons, or at least no places.

    "The staff of *Ann Lee*, who", "the prosecutors of Ohio and Iowa, who": a name is meant before what it is a part of.
    """
    people = [t for t in nouns if t.mention is not None and t.mention.type == "Person"] or _person_above(nouns)
    if people and people[0].mention is not None and people[0].mention.kind == "name":
        return [t for t in people if t not in people[0].ancestors()]
    return people or [t for t in nouns if t.mention is None or t.mention.type not in {*PLACES, "Place"}]


def _person_above(nouns: list[Token]) -> list[Token]:
    """ "the reporter *Ann Lee* of the Veyra Post, who": the person of whose phrase the firm or body is a part."""
    inner = nouns[-1] if nouns else None
    preposition = inner.head if inner is not None and inner.dep == "pobj" else None
    above = preposition.head if preposition is not None and preposition.lower in {"of", "at", "from", "with"} else None
    mention = above.mention if above is not None else None
    named = mention is not None and mention.kind == "name" and mention.type == "Person"
    return [above] if above is not None and named else []


def _row(people: list[Token], clause: Token) -> list[Token]:
    """ "two reporters, Ann Lee and *Bo Kim, who were* jailed": a plural verb tells of the row, not of its last name."""
    verb = clause.child("auxpass", "aux") or clause
    last = people[0] if people else None
    if last is None or last.tag != "NNP" or verb.lower not in {"were", "are", "have"}:
        return []
    row = [last]
    while row[0].dep == "conj" and row[0].head is not None and row[0].head.tag == "NNP":
        row.insert(0, row[0].head)
    return row if len(row) > 1 else []


def possessors(owner: Token) -> list[Token]:
    """Who owns; "whose" stands for the head of its relative clause ("Ann Lee, *whose* allegations ...")."""
    clause = next((t for t in owner.ancestors() if t.dep == "relcl"), None) if owner.lower == "whose" else None
    return noun_antecedents(clause) if clause is not None else [owner]


def noun_antecedents(clause: Token) -> list[Token]:
    """The noun before a relative clause; where the parser hung it on a phrase, every noun of it, the nearest first.

    The parser hangs relative clauses on the phrase's head ("a standoff between X and the ministry, which threatened");
    which noun is meant is left to the types that a rule asks for.
    """
    head = clause.head
    assert head is not None
    if head.lower in {"both", "all"} and head.dep == "appos" and head.head is not None:
        return [head.head, *_joined(head.head)]  # "Facebook and Instagram, *both owned* by Meta"
    nouns = [t for t in head.subtree() if t.pos in {"NOUN", "PROPN", "PRON"} and head.i <= t.i < clause.i]
    below = {t.i for t in clause.subtree()}
    beside = clause.tag == "VBG" or any(c.lower == "that" and c.dep == "nsubj" for c in clause.children)
    seats = {t.i for t in nouns if (clause.tag == "VBG" and _is_seat(t)) or (beside and _is_medium(t, head))}
    seats |= _of_its_case(head, clause)
    return [t for t in reversed(nouns) if t.i not in below | seats and t.dep not in {"compound", "poss"}] or [head]


def _joined(token: Token) -> list[Token]:
    """Those coordinated with a word."""
    return [t for c in token.children if c.dep == "conj" for t in (c, *_joined(c))]


def _is_medium(noun: Token, head: Token) -> bool:
    """ "a video on *YouTube* mocking the king", "a letter to *Veyra* that urges it": where or to whom it was said."""
    if noun.dep != "pobj" or noun.head is None or noun.mention is None or noun.mention is head.mention:
        return False
    if noun.head.lower == "to":
        return noun.head.head is head and head.lemma in SENT
    return noun.mention.type == "Platform" and noun.head.lower in {"on", "via", "through"}


def _of_its_case(court: Token, clause: Token) -> set[int]:
    """ "the High Court in *Roy v. Veyra*, which held": the court held it, and neither party of the case."""
    if court.mention is None or court.mention.type != "Court":
        return set()
    cases = [c for c in court.children if c.dep == "prep" and c.lower == "in" and c.i < clause.i]
    named = [c for c in cases if any(t.lower in VERSUS for t in c.subtree())]
    return {t.i for c in named for t in c.subtree()}


def _is_seat(noun: Token) -> bool:
    """Whether a noun only tells where somebody is ("a jury in *Maine* looking into the leak")."""
    place = noun.mention is not None and noun.mention.type in {*PLACES, "Place"}
    return place and noun.dep == "pobj" and noun.head is not None and noun.head.lower == "in"


def senders(participle: Token, head: Token) -> list[Token]:
    """ "received an email *from Veyra* informing her that ...": who sent it speaks in it, not whoever got it."""
    if participle.tag != "VBG":
        return []
    paper: Token | None = head
    if head.dep == "pobj" and head.head is not None and head.head.lower in {"from", "by"}:
        paper = head.head.head
    elif head.lemma in {"receive", "get"}:
        paper = head.child("dobj", "nsubjpass")
    if paper is None or not {paper.lemma, paper.lower} & SENT or paper.i > participle.i:
        return []
    was_given = _is_given(paper)
    verb = paper.head if paper.head is not None and (paper.head.lemma in {"receive", "get"} or was_given) else paper
    around = (c for c in (*paper.children, *verb.children) if paper.i < c.i < participle.i)
    sources = [c for c in around if c.dep in {"prep", "agent"} and c.lower in {"from", "by"}]
    named = [g for c in sources for g in c.children if g.dep == "pobj" and g.mention is not None]
    kinds = [(g, g.mention.type) for g in named if g.mention is not None]
    sent = [g for g, kind in kinds if kind == "Platform" or is_a(kind, "Actor")]
    return sent or ([paper] if was_given else [])


def _is_given(paper: Token) -> bool:
    """ "were served *a notice*", "was sent *a letter*": what somebody got whom the subject names."""
    verb = paper.head
    got = paper.dep == "dobj" and verb is not None and verb.lemma in {"send", "give", "hand", "serve", "issue"}
    return got and verb is not None and verb.child("auxpass") is not None and verb.child("nsubjpass") is not None


def bare_relative(verb: Token) -> Token | None:
    """ "a request *the firm rejected*", "a request *the firm is said to have rejected*": the clause of its object."""
    clause = verb
    while clause.dep == "xcomp" and clause.head is not None and not verb.child("prep", "xcomp", "ccomp"):
        clause = clause.head
    subject = clause.child("nsubj", "nsubjpass") if clause is not verb else clause.child("nsubj")
    bare = subject is not None and subject.lower not in RELATIVES and clause.child("dobj") is None
    return clause if bare and clause.dep == "relcl" and clause.head is not None else None


def appearance(participle: Token) -> Token | None:
    """The verb of "he *appeared* in court charged with fraud": he is charged, not the court, however parsed."""
    if participle.tag not in {"VBN", "VBD"} or participle.child("aux"):
        return None
    court = participle.head if participle.dep == "acl" else None
    if participle.dep == "advcl" and (mark := participle.child("mark")) is not None and mark.lower == "before":
        court = participle.child("nsubj")
    if court is None or not (court.lower == "dock" or (court.mention is not None and court.mention.type == "Court")):
        return None
    verb = next((t for t in participle.ancestors() if t.pos in {"VERB", "AUX"}), None)
    return verb if verb is not None and verb.lemma in {"appear", "arrive", "attend", "be", "stand"} else None
