"""A clause that tells what a suit, a warrant or a named outlet says belongs to that, not to whoever acts above."""

from __future__ import annotations

from kg.language.mending.speech import ALLEGING, FILING, SUING
from kg.language.syntax import PLEADED
from kg.language.token import Token, hang, is_name
from kg.lexicon import nouns
from kg.vocabulary import is_a

VERBS = {"VERB", "AUX"}
SUITS = frozenset("action case challenge claim complaint countersuit lawsuit petition proceedings suit".split())
#: In what somebody is charged.
ACCUSING = {"information", "indictment", "complaint", "summons", "document"}


def charged_in_paper(with_: Token) -> None:
    """ "*charged* in a two-count *information* with fraud", "in an indictment unsealed today *with* fraud"."""
    paper = with_.head
    if with_.lower != "with" or with_.dep != "prep" or paper is None:
        return
    paper = paper.head if paper.dep == "acl" and paper.tag == "VBN" else paper
    by = paper.head if paper is not None and paper.dep == "pobj" and paper.lemma in ACCUSING else None
    if by is not None and by.head is not None and by.head.lemma == "charge" and by.head.pos in VERBS:
        hang(with_, by.head, "prep")


def suit_alleging(participle: Token) -> None:
    """ "will settle *the suit* filed by Kansas *alleging* that it lied": who settles alleges nothing."""
    above = participle.head
    if participle.lower not in ALLEGING or above is None or participle.child("nsubj", "mark", "aux"):
        return
    suit = _suit_before(participle, above) if participle.dep == "advcl" and above.pos in VERBS else None
    suit = suit or (_suit_by(above) if participle.dep == "acl" else None)
    if suit is None or suit.dep in {"nsubj", "nsubjpass"}:
        return
    if suit.head is not None and suit.dep == "dobj" and suit.head.lemma in FILING:
        return  # "*users* filed a suit against Veyra alleging ..."
    hang(participle, suit, "acl")


def alleging_beside(participle: Token) -> None:
    """ "filed a suit against Veyra, Plaza and *Tixo claiming* that it lied": the last one sued claims nothing."""
    verb, last = participle.head, participle.child("nsubj")
    if participle.lower not in ALLEGING or participle.dep not in {"conj", "advcl"} or verb is None or last is None:
        return
    if verb.lemma not in FILING | SUING or participle.child("aux", "mark") or not verb.i < last.i < participle.i:
        return
    opening = last.subtree()[0].i
    cc = next((c for c in verb.children if c.dep == "cc" and c.i == opening - 1), None)
    before = [
        t
        for t in verb.subtree()
        if t.dep in {"pobj", "dobj", "conj"} and verb.i < t.i < opening and (is_name(t) or t.tag == "NNP")
    ]
    listed = [t for t in before if t.dep != "conj" and t.head is not None and t.head.lower in {"against", verb.lower}]
    if cc is None or not listed or (not is_name(last) and last.tag != "NNP"):
        return
    comma = next((c for c in verb.children if c.text == "," and c.i == cc.i - 1), None)
    for mark in (comma, cc):
        if mark is not None:
            hang(mark, listed[-1], mark.dep)
    hang(last, listed[-1], "conj")
    participle.dep = "advcl"


def _suit_before(participle: Token, verb: Token) -> Token | None:
    """The suit whose phrase ends right before a participle."""
    first = participle.subtree()[0].i
    phrases = (t for t in verb.subtree() if t.lemma in PLEADED and verb.i < t.i < first)
    return next((t for t in phrases if t.subtree()[-1].i == first - 1), None)


def _suit_by(plaintiff: Token) -> Token | None:
    """The suit behind which its plaintiff is told ("the complaint *by Kansas* | alleging ...")."""
    by = plaintiff.head if plaintiff.dep == "pobj" else None
    filed = by.head if by is not None and by.lower in {"by", "from"} else None
    suit = filed.head if filed is not None and filed.dep == "acl" else filed
    return suit if suit is not None and suit.lemma in PLEADED else None


def with_outlet_claiming(participle: Token) -> None:
    """ "reports a leak, with *the Post claiming* that ...": whoever stands right behind "with" claims it."""
    noun = participle.head
    if participle.lower not in ALLEGING or participle.dep not in {"acl", "advcl"} or noun is None:
        return
    top = next((t for t in participle.ancestors() if t.head is None), None)
    first = participle.subtree()[0].i
    beside = next((t for t in top.subtree() if t.i == first - 1), None) if top is not None else None
    if beside is None or beside is noun or beside.dep != "pobj" or beside.head is None or beside.head.lower != "with":
        return
    if beside.head.head is not None and beside.head.head.lemma in {"complaint", "petition", "claim", *FILING}:
        return  # "lodged a complaint with *the regulator* accusing Veyra"
    if beside.mention is not None or beside.pos == "PROPN":
        hang(participle, beside, "acl")


def whose_allegations(noun: Token) -> None:
    """ "in settlement of *Veyra allegations* that ...": the body right before the noun makes the allegations.

    The parser takes its name for the whole phrase, and hangs the noun elsewhere.
    """
    if noun.lemma not in nouns("reproaches") or noun.tag != "NNS" or noun.head is None or noun.dep in {"pobj", "nsubj"}:
        return
    top = (noun, *noun.ancestors())[-1]
    name = next((t for t in top.subtree() if t.i == noun.i - 1), None)
    if name is None or name.dep != "pobj" or name.head is None or name.head is noun:
        return
    if name.mention is not None and name.mention.kind == "name" and is_a(name.mention.type, "PublicBody"):
        hang(noun, name.head, "pobj")
        hang(name, noun, "compound")


def in_settlement(preposition: Token) -> None:
    """ "was banned from selling plans *in settlement of* the charges": the ban settles them, not the selling."""
    deed, noun = preposition.head, preposition.child("pobj")
    if preposition.lower != "in" or noun is None or noun.lemma != "settlement" or deed is None or deed.dep != "pcomp":
        return
    verb = deed.head.head if deed.head is not None else None
    if verb is not None and verb.pos in VERBS and any(c.lower == "of" for c in noun.children):
        hang(preposition, verb, "prep")


def of_suit(preposition: Token) -> None:
    """ "its suit against the app Tixo *over pirate films*": what a suit is about belongs to it, not to the name."""
    name = preposition.head
    about = preposition.child("pobj")
    if preposition.dep != "prep" or preposition.lower not in {"over", "concerning"} or name is None or about is None:
        return
    if about.lemma in nouns("reproaches"):
        return  # "acts against the firm *over claims* that": who acts has made them
    while name.dep in {"appos", "conj"} and name.head is not None:
        name = name.head
    against = name.head
    named = preposition.head is not None and (preposition.head.mention is not None or is_name(preposition.head))
    if name.dep != "pobj" or against is None or against.lower != "against" or against.head is None or not named:
        return
    above = against.head
    suit = above.child("dobj") if above.pos in VERBS else above
    if suit is not None and suit.lemma in SUITS and suit.i < against.i:
        hang(preposition, suit, "prep")
