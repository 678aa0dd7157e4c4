"""Participles and gerunds, hung on the wrong noun or verb or taken for the verb itself."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.antecedent import SENT
from kg.language.token import Token, hang, hang_subject, is_finite, is_name

#: What kind of paper is filed beside another one; the model takes the words for verbs.
PAPER_KINDS = {"stipulated", "proposed", "amended", "revised", "agreed", "sealed", "redacted"}
#: What opens a clause as well as a phrase.
CLAUSE_OPENINGS = {"as", "after", "before", "since", "until"}
#: A participle that only says whose something is ("a *Veyra owned* site").
RELATED = {"own", "run", "back", "base", "lead", "link", "relate", "make", "build", "use", "sponsor", "fund", "control",
           "power", "host", "enable", "style", "generate", "affiliate"}  # fmt: skip
#: What is done to somebody or something, never without an object.
IMPOSING = {"impose", "levy", "inflict", "hand", "issue", "lodge", "bring", "slap", "mete"}
#: What a letter does.
PLEADING = {"ask", "urge", "request", "demand", "seek", "call", "warn", "inform", "say", "tell", "state", "accuse"}
#: What befalls people before the law.
BEFALLING = {
    "accuse", "acquit", "arrest", "charge", "convict", "detain", "fine", "imprison", "indict", "jail", "sentence",
    "suspect",
}  # fmt: skip
#: What befalls nobody: who is told by its past has done so himself.
UTTERING = {"boast", "brag", "gloat", "complain", "apologise", "apologize", "respond", "reply", "protest", "testify"}
#: Who investigates.
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
    hang_subject(subject, clause)
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
    hang_subject(subject, deed)
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
    hang_subject(subject, verb)
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
    name = _doer_before(participle, noun)
    if name is None or participle.lemma in RELATED:
        return
    for article in [c for c in noun.children if c.i == name.i - 1 and c.dep == "det"]:
        hang(article, name, "det")
    hang(participle, None, "ROOT")
    participle.pos, participle.tag = "VERB", "VBD"
    if opening is not None and opening.head is not None:
        hang(participle, opening.head, "advcl")
        hang(opening, participle, "mark")
    kept_from = participle.lemma in lexicon.verbs("object_control")
    for child in [c for c in noun.children if c.i > noun.i]:
        if child.dep in {"punct", "advcl", "npadvmod"} or (kept_from and child.lower == "from"):
            hang(child, participle, child.dep)
    hang(name, participle, "nsubj")
    hang(noun, participle, "dobj")


def _doer_before(participle: Token, noun: Token) -> Token | None:
    """The name right before a participle with which its noun's phrase begins, but for "the"."""
    name = next((c for c in noun.children if c.i == participle.i - 1 and c.dep in {"nmod", "compound"}), None)
    if name is None or not _is_doer(name):
        return None
    article = next((c for c in noun.children if c.dep == "det" and c.i == name.i - 1 and c.lower == "the"), None)
    return name if noun.subtree()[0] in {name, article} else None


def _is_doer(name: Token) -> bool:
    """Whether a name is that of a firm or body, which does things: a person's or place's stands before a noun, too."""
    if name.mention is None or name.mention.kind != "name" or name.children:
        return False
    kind = name.mention.type
    return kind in {"Platform", "Company", "InternationalOrganisation"} or vocabulary.is_a(kind, "PublicBody")


def behind_object(participle: Token) -> None:
    """ "because of *clips deemed* insulting": beside the object of its preposition a participle is a part of it."""
    preposition = participle.head
    if participle.dep != "pcomp" or participle.tag not in {"VBN", "VBD"} or preposition is None:
        return
    noun = preposition.child("pobj")
    if noun is None or noun.subtree()[-1].i != participle.subtree()[0].i - 1 or participle.child("nsubj", "mark"):
        return
    hang(participle, noun, "acl")
    participle.tag = "VBN"


def case_told(participle: Token) -> None:
    """ "hears a case *challenging laws*": what a case does to laws, which the parser takes for a second object."""
    noun = participle.head if participle.dep == "amod" and participle.tag == "VBG" else None
    verb = noun.head if noun is not None and noun.dep == "dobj" else None
    if noun is None or verb is None or noun.child("det", "poss") is not None:
        return
    first = next((c for c in verb.children if c.dep == "dobj" and c.i == participle.i - 1), None)
    if first is not None and first.child("det") is not None:
        hang(participle, first, "acl")
        hang(noun, participle, "dobj")


def deed_to_national(participle: Token) -> None:
    """ "Ann Lee, *a Briton convicted* of hacking": it befell her, and not her country."""
    national = participle.head
    name = national.head if national is not None and national.dep == "appos" else None
    if participle.dep != "acl" or participle.tag != "VBN" or name is None or national is None:
        return
    article = national.child("det")
    if national.tag == "NNP" and article is not None and article.lower in {"a", "an"} and name.pos == "PROPN":
        hang(participle, name, "acl")


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
    if gerund.tag != "VBG" or gerund.dep != "advcl" or gerund.lemma not in lexicon.verbs("inquiring") or verb is None:
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


def of_paper_sent(gerund: Token) -> None:
    """ "helped her in writing a letter to Veyra *asking* it to stop": the letter asks, not whoever helped."""
    verb = gerund.head
    if gerund.tag != "VBG" or gerund.dep != "advcl" or gerund.lemma not in PLEADING or verb is None:
        return
    last = next((t for t in verb.subtree() if t.i == gerund.subtree()[0].i - 1), None)
    to = last.head if last is not None and last.dep == "pobj" else None
    sending = to.head if to is not None and to.lower == "to" else None
    if sending is None or sending is verb or sending.pos != "VERB":
        return
    paper = sending.child("dobj")
    if paper is not None and paper.lemma in SENT:
        hang(gerund, paper, "acl")


def only_verb(participle: Token) -> None:
    """ "The minister *submitted* to parliament a bill": where nothing else is a verb, a past with an object is it.

    So is "The spokesman for Veyra *informed Plaza* that it was out", taken for what describes the name behind it.
    """
    noun = participle.head
    told = noun if participle.dep == "amod" else None
    top = told.head if told is not None and told.dep == "appos" else noun
    if noun is None or top is None or not _lacks_verb(top, participle) or not _can_be_verb(participle, top):
        return
    if not any(c.text == "." for c in (*top.children, *noun.children)):
        return
    clauses = [c for c in top.children if c.dep in {"acl", "relcl"} and c.i > participle.i and c.child("mark")]
    last = [c for c in top.children if c.dep == "punct" and c.i > participle.i]
    hang(participle, None, "ROOT")
    participle.pos, participle.tag = "VERB", "VBD"
    if told is not None:
        hang(told, participle, "dobj")
    hang(top, participle, "nsubj")
    for clause in clauses:
        hang(clause, participle, "ccomp")
    for mark in last:
        hang(mark, participle, "punct")


def described_last(verb: Token) -> None:
    """ "users support *Paul Hale, a Dane convicted* of libel": what stands last only says who somebody is."""
    clause, noun = verb.child("ccomp"), verb.child("nsubj")
    if verb.head is not None or verb.tag not in {"VBN", "VBD"} or clause is None or noun is None:
        return
    article, first = noun.child("det"), noun.subtree()[0]
    opened = article is not None and article is first and article.lower in {"a", "an", "the"}
    if verb.lemma not in BEFALLING or verb.child("aux", "auxpass", "dobj") or not opened or noun.i + 1 != verb.i:
        return
    before = [t for t in clause.subtree() if t.i == first.i - 2]
    comma = any(c.text == "," and c.i == first.i - 1 for c in verb.children)
    if not comma or not before or not is_finite(clause) or not is_name(before[0]):
        return
    hang(clause, None, "ROOT")
    hang(noun, before[0], "appos")
    hang(verb, noun, "acl")
    verb.tag = "VBN"


def _lacks_verb(top: Token, participle: Token) -> bool:
    """Whether a sentence has a noun at its top and no verb with a tense beside it."""
    if top.head is not None or top.pos not in {"NOUN", "PROPN"} or top.i > participle.i:
        return False
    beside = (c for c in top.children if c is not participle and c.dep != "acl")
    return not any(is_finite(c) and c.pos in {"VERB", "AUX"} for c in beside)


def _can_be_verb(participle: Token, top: Token) -> bool:
    """Whether a form may be the past of the noun at the top: with an object, before whoever is told, or of speech."""
    if participle.child("aux", "auxpass", "agent", "mark"):
        return False
    if participle.dep == "acl" and participle.lemma in UTTERING:
        return participle.child("prep", "advmod") is not None and any(c.dep == "appos" for c in top.children)
    if participle.dep == "acl":
        return participle.tag == "VBD" and participle.child("dobj") is not None
    told = participle.head
    if participle.dep != "amod" or told is None or told is top or participle.lemma not in lexicon.verbs("addressing"):
        return False
    return told.i == participle.i + 1
