"""Slips of the parser that wording alone gives away: what hangs in the wrong place is hung where it belongs."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.syntax import FINITE, Token, hang

#: Nouns that go with a preposition of their own, which the parser hangs on the verb.
PART_IN = {
    "involvement": {"in", "with"}, "participation": {"in"}, "complicity": {"in"}, "role": {"in"}, "part": {"in"},
    "responsibility": {"for"}, "link": {"to", "with"}, "tie": {"to", "with"}, "knowledge": {"of"}, "hand": {"in"},
    "connection": {"to", "with"}, "credit": {"for"}, "blame": {"for"}, "liability": {"for"},
}  # fmt: skip
#: What kind of paper is filed beside another one; the model takes the words for verbs.
PAPER_KINDS = {"stipulated", "proposed", "amended", "revised", "agreed", "sealed", "redacted"}
#: Names that say where, when or by what law, beside which no party is listed.
CIRCUMSTANCES = {"Time", "Amount", "Number", "Country", "Region", "City", "Law"}
#: Where and in what something is said; a clause behind such a noun is no part of its phrase.
SAID_IN = {"in", "on", "at", "by", "during", "via", "before", "through"}
OCCASIONS = {
    "statement", "letter", "email", "e-mail", "filing", "post", "interview", "memo", "note", "blog", "article", "tweet",
    "speech", "hearing", "briefing", "conference", "testimony", "message", "submission", "affidavit", "video", "report",
    "notice", "response", "reply", "column", "essay", "ed", "document", "paper", "release", "meeting", "court", "forum",
}  # fmt: skip
PLACES = {"Country", "Region", "City", "Place"}


def mend(token: Token) -> None:
    """Put right what the parser is known to get wrong about a word."""
    _infinitive(token)
    _said(token)
    _opening(token)
    _gerund(token)
    _paper(token)
    _list(token)
    _firm(token)
    _hearing(token)
    _given(token)
    _part_in(token)
    _subject_behind_place(token)


def _infinitive(name: Token) -> None:
    """A name is no verb: "a fine of £2 million *to Facebook*" is a preposition with its object."""
    to = name.child("aux")
    if name.mention is None or name.tag != "VB" or name.head is None or to is None or to.i != name.i - 1:
        return
    head = name.head
    for child in list(name.children):
        hang(child, head, child.dep)
    hang(name, to, "pobj")
    to.dep, to.pos, to.tag = "prep", "ADP", "IN"
    name.pos, name.tag = "PROPN", "NNP"


def _gerund(gerund: Token) -> None:
    """ "*asking* him to pardon the boy and *offering* to help": a gerund goes with the gerund, not the infinitive."""
    head = gerund.head
    if head is None or gerund.dep != "conj" or gerund.tag != "VBG" or gerund.child("aux", "nsubj"):
        return
    above = head.head
    if head.tag != "VB" or head.dep not in {"xcomp", "ccomp"} or above is None or above.tag != "VBG":
        return
    hang(gerund, above, gerund.dep)


def _paper(participle: Token) -> None:
    """ "filed the complaint and *stipulated* order in court": the kind of a second paper, not a second deed."""
    verb, paper, cc = participle.head, participle.child("dobj"), participle.child("cc")
    if participle.lower not in PAPER_KINDS or participle.dep != "conj" or verb is None or cc is not None:
        return
    first = verb.child("dobj")
    if paper is None or first is None or paper.i > participle.i + 3 or paper.child("det", "poss"):
        return
    for child in [c for c in participle.children if c is not paper]:
        hang(child, verb, child.dep)
    hang(paper, first, "conj")
    hang(participle, paper, "amod")
    participle.pos, participle.tag = "ADJ", "JJ"


def _list(noun: Token) -> None:
    """ "sued Veyra, *as well as* Ann Lee", "sued Veyra, its owner, *and* two firms": with the noun, not the verb."""
    above = noun.head
    verb = above.head if above is not None and above.dep == "cc" and above.lower == "as" else above
    kinds = {
        "VERB": {"NOUN", "PROPN"},
        "NOUN": {"PROPN"},
    }  # "an order *with Veyra* as well as Ann Lee" is a noun's list
    if above is None or verb is None or noun.pos not in kinds.get(verb.pos, ()) or noun.i < verb.i:
        return
    words = {"as", "and"} if noun.dep == "conj" and verb.pos == "VERB" else {"as"}
    if noun.dep not in {"conj", "dobj", "pobj"}:
        return
    cc = next((c for c in verb.children if c.dep == "cc" and c.lower in words and verb.i < c.i < noun.i), None)
    if cc is None or noun.child("nsubj", "cop", "aux"):
        return
    before = [t for t in verb.subtree() if verb.i < t.i < cc.i and t.dep in {"dobj", "pobj", "nsubjpass"}]
    named = [t for t in before if t.pos == "PROPN" and (t.mention is None or t.mention.type not in CIRCUMSTANCES)]
    if not named:
        return
    hang(noun, named[-1], "conj")


def _said(clause: Token) -> None:
    """What is said *in a letter* belongs to the verb: "told the court in a filing | *that it had no data*"."""
    verb = _said_beside(clause)
    that = next((c for c in clause.children if c.lower == "that" and c.dep in {"mark", "dobj"}), None)
    if verb is None or that is None or verb.lemma not in lexicon.verbs("saying") | {"deny"} or verb.child("ccomp"):
        return
    if that.dep == "dobj" and not (clause.child("nsubjpass") or (clause.child("nsubj") and _has_other(clause, that))):
        return  # "in a letter *that she wrote*"
    hang(clause, verb, "ccomp")
    that.dep = "mark"


def _opening(verb: Token) -> None:
    """ "*Confirming the case was filed*, Lee said: ...": of two clauses what stands behind the colon is said."""
    said = [c for c in verb.children if c.dep == "ccomp"]
    colon = next((c for c in verb.children if c.text == ":" and c.i > verb.i), None)
    if colon is None or len(said) < 2 or said[-1].i < colon.i:
        return
    for clause in said:
        if clause.i < verb.i:
            clause.dep = "advcl"


def _said_beside(clause: Token) -> Token | None:
    """The verb that a that-clause may belong to: above the noun of a paper or occasion, or that it hangs on loosely."""
    head = clause.head
    if head is None or clause.dep == "advcl":
        so = any(c.lower in {"so", "now", "such", "in"} for c in clause.children)
        return head if head is not None and head.i < clause.i and not so else None
    if clause.dep not in {"acl", "relcl"} or head.dep != "pobj" or head.head is None or head.head.lower not in SAID_IN:
        return None
    return head.head.head if head.lemma in OCCASIONS or head.tag in {"NNP", "NNPS"} else None


def _has_other(clause: Token, that: Token) -> bool:
    """Whether a clause has its object or predicate beside "that", which then only introduces it."""
    return any(c.dep in {"dobj", "ccomp", "xcomp", "acomp", "attr"} and c is not that for c in clause.children)


def _firm(firm: Token) -> None:
    """ "*The firm* further states that": before a verb without a subject "firm" is a noun."""
    verb = firm.head
    if firm.lower != "firm" or firm.pos != "ADJ" or verb is None or verb.tag not in FINITE or firm.i > verb.i:
        return
    if firm.dep not in {"amod", "advmod", "nsubj"} or (firm.dep != "nsubj" and verb.child("nsubj", "nsubjpass")):
        return
    for word in [c for c in verb.children if c.i < firm.i and c.dep in {"det", "compound", "poss"}]:
        hang(word, firm, word.dep)
    firm.dep, firm.pos, firm.tag = "nsubj", "NOUN", "NN"


def _hearing(hearing: Token) -> None:
    """ "Judge delays *hearing* on the ban": what is put off is a noun, though it looks like a gerund."""
    verb = hearing.head
    if hearing.lower != "hearing" or hearing.tag != "VBG" or verb is None or hearing.i != verb.i + 1:
        return
    if hearing.dep in {"xcomp", "ccomp", "advcl", "acl", "dobj"} and not hearing.child("dobj", "ccomp", "nsubj"):
        hearing.dep, hearing.pos, hearing.tag = "dobj", "NOUN", "NN"


def _given(given: Token) -> None:
    """ "investigated as terrorism *given that* he posted it": a reason of the verb, no part of the noun's phrase."""
    noun = given.head
    below = [t for t in given.subtree() if t.i > given.i]
    if given.lower != "given" or given.dep != "acl" or noun is None:
        return
    verb = next((t for t in noun.ancestors() if t.pos in {"VERB", "AUX"}), None)
    if verb is not None and (not below or below[0].lower == "that"):
        hang(given, verb, "prep")


def _part_in(noun: Token) -> None:
    """ "denies *involvement in the theft*": what somebody has a part in belongs to the noun, not to the verb."""
    verb = noun.head
    if noun.lemma not in PART_IN or noun.dep != "dobj" or verb is None or noun.child("prep"):
        return
    beside = next((c for c in verb.children if c.dep == "prep" and c.i == noun.i + 1), None)
    if beside is not None and beside.lower in PART_IN[noun.lemma]:
        hang(beside, noun, "prep")


def _subject_behind_place(verb: Token) -> None:
    """ "In London, *the head of Veyra*, which makes it, says": no apposition to the place, but the verb's subject."""
    if verb.tag not in FINITE or verb.child("nsubj", "nsubjpass", "csubj", "expl") or verb.pos not in {"VERB", "AUX"}:
        return
    for opening in [c for c in verb.children if c.dep == "prep" and c.i < verb.i]:
        for place in [t for t in opening.subtree() if t.mention is not None and t.mention.type in PLACES]:
            beside = [c for c in place.children if c.dep == "appos" and place.i < c.i < verb.i]
            if beside and _can_act(beside[0]):
                hang(beside[0], verb, "nsubj")
                for further in beside[1:]:
                    hang(further, beside[0], "appos")
                return


def _can_act(noun: Token) -> bool:
    """Whether a noun names somebody, or a kind of actor."""
    type_ = noun.mention.type if noun.mention is not None else lexicon.heads().get(noun.lower, "")
    return type_ not in {"", *PLACES} and vocabulary.is_a(type_, "Actor")
