"""Participles and gerunds, hung on the wrong noun or verb or taken for the verb itself."""

from __future__ import annotations

from kg import lexicon
from kg.language.token import Token, hang, is_finite

#: What kind of paper is filed beside another one; the model takes the words for verbs.
PAPER_KINDS = {"stipulated", "proposed", "amended", "revised", "agreed", "sealed", "redacted"}
#: What opens a clause as well as a phrase.
CLAUSE_OPENINGS = {"as", "after", "before", "since", "until"}
#: A participle that only says whose something is ("a *Veyra owned* site").
RELATED = {"own", "run", "back", "base", "lead", "link", "relate", "make", "build", "use", "sponsor", "fund", "control",
           "power", "host", "enable", "style", "generate", "affiliate"}  # fmt: skip
#: What is done to somebody or something, never without an object.
IMPOSING = {"impose", "levy", "inflict", "hand", "issue", "lodge", "bring", "slap", "mete"}
#: What investigators do, and who they are.
INQUIRING = {"look", "investigate", "probe", "examine", "inquire"}
INQUIRERS = {"Court", "Prosecutor", "LawEnforcement", "Regulator", "Legislature"}


def reduced(participle: Token) -> None:
    """ "The man *jailed in May* was freed": of two verbs behind one subject the first is a part of its phrase."""
    subject, above = participle.child("nsubj", "nsubjpass"), participle.head
    if (
        participle.tag not in {"VBN", "VBD"}
        or (
            participle.tag == "VBD"
            and (participle.child("dobj", "mark") or participle.lemma in lexicon.verbs("saying"))
        )
        or subject is None
        or subject.pos not in {"NOUN", "PROPN"}
        or participle.child("aux", "auxpass")
    ):
        return
    clause = next((c for c in participle.children if c.dep == "ccomp" and c.i > participle.i), None)
    if clause is None or not is_finite(clause) or clause.child("nsubj", "nsubjpass", "expl", "csubj", "mark"):
        return
    hang(clause, above, participle.dep)
    hang(subject, clause, "nsubjpass" if clause.child("auxpass") else "nsubj")
    hang(participle, subject, "acl")
    participle.tag = "VBN"


def joined_by(participle: Token) -> None:
    """ "The ministry, *joined by ten states*, accused Veyra": set off by commas a part of the subject's phrase."""
    subject, deed = participle.child("nsubj", "nsubjpass"), participle.child("conj")
    if participle.tag != "VBN" or participle.head is not None or subject is None or deed is None:
        return
    if participle.child("aux", "auxpass", "cc", "dobj") is not None or participle.child("agent", "prep") is None:
        return
    comma = any(c.text == "," and c.i == participle.i - 1 for c in (*participle.children, *subject.children))
    own = deed.child("nsubj", "nsubjpass", "mark", "expl")
    if not comma or own is not None or deed.tag not in {"VBD", "VBZ", "VBP"}:
        return
    hang(deed, None, "ROOT")
    hang(subject, deed, "nsubjpass" if deed.child("auxpass") else "nsubj")
    hang(participle, subject, "acl")


def set_off(participle: Token) -> None:
    """ "Ann Lee, *wanted in Peru over a hack*, was held": between commas before the verb a part of its subject."""
    verb, subject = participle.head, participle.child("nsubj", "nsubjpass")
    if participle.tag not in {"VBN", "VBD"} or participle.dep not in {"advcl", "ccomp"} or verb is None:
        return
    if subject is None or subject.pos not in {"NOUN", "PROPN"} or not subject.i < participle.i < verb.i:
        return
    if participle.child("aux", "auxpass", "dobj", "mark", "ccomp", "xcomp", "conj") is not None:
        return
    if not is_finite(verb) or verb.child("nsubj", "nsubjpass", "expl", "csubj", "mark") is not None:
        return
    commas = {t.i for t in verb.subtree() if t.text == ","}
    if participle.i - 1 not in commas or not any(participle.i < i < verb.i for i in commas):
        return
    hang(subject, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")
    hang(participle, subject, "acl")
    participle.tag = "VBN"


def deed_of_name(participle: Token) -> None:
    """ "(as) *Veyra shuttered* accounts that ...": where nothing else is a verb, what stands between the nouns is."""
    noun = participle.head
    if participle.tag != "VBN" or participle.dep != "amod" or noun is None:
        return
    opening = noun.head
    if opening is not None and not (noun.dep == "pobj" and opening.lower in CLAUSE_OPENINGS and opening.head):
        return
    name = next((c for c in noun.children if c.i == participle.i - 1 and c.dep in {"nmod", "compound"}), None)
    if name is None or name.mention is None or name.mention.type not in {"Platform", "Company"} or name.children:
        return
    if noun.subtree()[0] is not name or participle.lemma in RELATED:
        return
    hang(participle, None, "ROOT")
    participle.pos, participle.tag = "VERB", "VBD"
    if opening is not None and opening.head is not None:
        hang(participle, opening.head, "advcl")
        hang(opening, participle, "mark")
    for child in [c for c in noun.children if c.dep in {"punct", "advcl", "npadvmod"} and c.i > noun.i]:
        hang(child, participle, child.dep)
    hang(name, participle, "nsubj")
    hang(noun, participle, "dobj")


def deed_of_subject(participle: Token) -> None:
    """ "when *Veyra shuttered* accounts": what has a subject of its own before it is a verb, the noun its object."""
    noun, subject = participle.head, participle.child("nsubj")
    if participle.tag != "VBN" or participle.dep != "amod" or noun is None or subject is None:
        return
    if not subject.i < participle.i < noun.i:
        return
    hang(participle, noun.head, noun.dep if noun.head is not None else "ROOT")
    participle.pos, participle.tag = "VERB", "VBD"
    for child in [c for c in noun.children if c.i < participle.i]:
        hang(child, participle, child.dep)
    hang(noun, participle, "dobj")


def second_gerund(gerund: Token) -> None:
    """ "*asking* him to pardon the boy and *offering* to help": a gerund goes with the gerund, not the infinitive."""
    head = gerund.head
    if head is None or gerund.dep != "conj" or gerund.tag != "VBG" or gerund.child("aux", "nsubj"):
        return
    above = head.head
    if head.tag != "VB" or head.dep not in {"xcomp", "ccomp"} or above is None or above.tag != "VBG":
        return
    hang(gerund, above, gerund.dep)


def second_paper(participle: Token) -> None:
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


def inquirer(gerund: Token) -> None:
    """ "answered questions from a *grand jury* in Ohio *looking into* the leak": whoever was named last inquires."""
    verb = gerund.head
    if gerund.tag != "VBG" or gerund.dep != "advcl" or gerund.lemma not in INQUIRING or verb is None:
        return
    noun = next((t for t in verb.subtree() if t.i == gerund.subtree()[0].i - 1), None)
    if noun is not None and noun.dep == "pobj" and noun.head is not None and noun.head.lower == "in":
        noun = noun.head.head
    if noun is not None and noun.dep in {"pobj", "dobj"} and lexicon.heads().get(noun.lower, "") in INQUIRERS:
        hang(gerund, noun, "acl")


def imposed(participle: Token) -> None:
    """ "upheld the fine *levied against Veyra*": what is never done without an object tells what was done to a noun."""
    noun, above = participle.child("nsubj"), participle.head
    if participle.dep != "ccomp" or participle.lemma not in IMPOSING or noun is None or above is None:
        return
    if participle.tag not in {"VBD", "VBN"} or noun.tag not in {"NN", "NNS"} or not above.i < noun.i < participle.i:
        return
    if participle.child("dobj", "dative", "aux", "auxpass", "mark", "ccomp") or above.child("dobj"):
        return
    hang(noun, above, "dobj")
    hang(participle, noun, "acl")
    participle.tag = "VBN"
