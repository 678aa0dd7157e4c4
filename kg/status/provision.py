"""What a text tells as a rule, a condition, a duty or somebody's denial of it, and so of nobody in particular."""

from __future__ import annotations

from kg.language.token import Sentence, Token, is_definite, is_finite, tense
from kg.model import Claim

#: What is done of one's own accord, and so is no fact where it is only owed, or a condition of something else.
CONDUCT = {
    "Compliance", "Cooperation", "Refusal", "Statement", "Accusation", "Denial", "Commitment", "Conviction",
    "Designation",
}  # fmt: skip
#: With these a law speaks of whoever does something.
OPEN = {"can", "may", "could", "might", "will", "would", "must", "shall", "should", "'ll", "face", "risk"}
LAWS = {"law", "bill", "act", "rule", "decree", "statute", "legislation", "regulation", "directive", "code"}
ANYBODY = {"anyone", "anybody", "those", "whoever", "everyone", "everybody", "any", "every", "each", "all"}
DUTIES = {"require", "oblige", "compel", "force", "mandate"}
ASKING = {"ask", "request", "demand", "inquire", "enquire", "wonder", "question", "seek", "want"}
#: What a law or a court does to conduct, of which there may be none.
FORBIDDING = {"prohibit", "forbid", "bar", "outlaw", "criminalise", "criminalize", "preclude", "disallow"}
#: What a measure of its kind is held to be, which tells of none.
JUDGED = {
    "illegal", "unlawful", "impermissible", "unconstitutional", "disproportionate", "permissible", "lawful", "legal",
    "constitutional", "justified", "unjustified", "proportionate", "legitimate", "inadmissible", "valid", "invalid",
    "justifiable", "unjustifiable", "inexcusable", "unacceptable", "arbitrary", "drastic",
}  # fmt: skip
#: What nobody forbids without there being one.
MEASURES = {"Ban", "BanLifted", "Order", "Ruling", "Fine", "LawAdoption", "LawProposal"}


def is_provided(claim: Claim, sentence: Sentence) -> bool:
    """Whether what was found is nobody's deed: owed or supposed conduct, a rule for all, or what a speaker denies."""
    trigger, event = sentence.tokens[claim.match.trigger], claim.match.type
    if event == "Statement" and claim.modality == "possible":
        return True
    if event in CONDUCT and (claim.modality == "demanded" or _is_condition(trigger) or _is_anybodys(trigger)):
        return True
    if event == "Order" and _is_of_condition(trigger):
        return True
    if claim.modality == "demanded" and event != "Order" and _is_not_demanded(trigger):
        return True
    return (
        (event not in {"Order", "InformationRequest"} and _is_counted_by_question(trigger))
        or _is_what_question(sentence)
        or (event not in MEASURES and _is_forbidden(trigger))
        or (event == "Order" and _is_kept_from(trigger))
        or _is_of_any(trigger)
        or (event in {"Ban", "ContentRemoval", "InformationRequest", "Order"} and _is_kind_judged(trigger))
        or (event in {"LawAdoption", "LawProposal"} and (_is_duty(trigger) or _is_awaited(trigger)))
        or (event in {"Sentence", "Arrest", "Conviction"} and _is_allowed(trigger))
        or (claim.polarity == "affirmed" and _is_denied(claim, trigger))
    )


def _clause(trigger: Token) -> Token:
    """The verb by whose label the clause of a trigger hangs on the one above."""
    clause = trigger
    while clause.head is not None and clause.dep in {"xcomp", "conj", "dobj", "pobj", "prep", "nsubjpass", "acomp"}:
        clause = clause.head
    return clause


def _is_condition(trigger: Token) -> bool:
    """ "will be fined *if it refuses* to comply": nobody has refused yet."""
    clause = _clause(trigger)
    if clause.dep == "ccomp" and clause.head is not None and clause.head.dep == "advcl":
        clause = clause.head
    if clause.dep == "relcl" and clause.head is not None and clause.head.lemma in {"date", "day", "time", "point"}:
        return tense(clause) in {"VBZ", "VBP"}
    if clause.dep != "advcl":
        return any(c.dep == "mark" and c.lower == "whether" for c in clause.children)
    marks = {c.lower for c in clause.children if c.dep == "mark"}
    if marks & {"if", "unless"}:
        return not any(c.dep == "aux" and c.lower == "had" for c in clause.children)
    return "until" in marks and tense(clause) in {"VBZ", "VBP"}


def _is_anybodys(trigger: Token) -> bool:
    """ "*Firms that refuse* can be fined", "jails *people convicted* of it": whoever it will be."""
    clause = _clause(trigger)
    noun = clause.head if clause.dep in {"relcl", "acl"} else None
    if noun is None or is_definite(noun) or (noun.mention is not None and noun.mention.kind == "name"):
        return False
    which = clause.child("dobj")
    if which is not None and which.lower == "which" and clause.child("nsubj") is not None:
        return False  # "faces charges, *which she denies*"
    bare = noun.tag == "NNS" or noun.lower in ANYBODY or any(c.lower in ANYBODY for c in noun.children)
    above = next((t for t in noun.ancestors() if t.pos in {"VERB", "AUX"}), None)
    if not bare or above is None or noun.child("nummod") is not None:
        return False
    subject = above.child("nsubj")
    paper = above.head if above.dep in {"relcl", "acl"} else subject
    law = paper is not None and paper.lemma in LAWS
    return law or above.lemma in OPEN or any(c.dep == "aux" and c.lower in OPEN for c in above.children)


def _is_counted_by_question(trigger: Token) -> bool:
    """ "asked *how many* sites were blocked": how many, if any, is what is asked."""
    clause = _clause(trigger)
    if clause.dep not in {"ccomp", "pcomp"}:
        return False
    asked = any(t.lemma in ASKING for t in clause.ancestors())
    return asked and [t.lower for t in clause.subtree()[:2]] in (["how", "many"], ["how", "much"])


def _is_what_question(sentence: Sentence) -> bool:
    """ "*What* is the regulator investigating?", as a heading over the answer."""
    quoted = any(t.text in {'"', "“", "”"} for t in sentence.tokens)
    return sentence.tokens[-1].text == "?" and sentence.tokens[0].lower == "what" and not quoted


def _is_forbidden(trigger: Token) -> bool:
    """ "*prohibits* firms *from forcing* users", "*forbid* it *to transfer* data": what is not to be done."""
    clause = trigger
    while clause.dep in {"conj", "xcomp", "dobj"} and clause.head is not None and clause.head.lemma not in FORBIDDING:
        clause = clause.head
    above = clause.head
    if above is not None and clause.dep == "pcomp" and above.lower == "from":
        above = above.head
    elif clause.dep not in {"xcomp", "ccomp", "dobj", "advcl"} or (clause.dep == "advcl" and clause.tag != "VB"):
        return False
    return above is not None and above.lemma in FORBIDDING and above is not trigger


def _is_duty(trigger: Token) -> bool:
    """ "*are required to* lay down rules": what others are to do by law."""
    for word in (trigger, *trigger.ancestors()):
        if word is not trigger and word.lemma in DUTIES:
            return word.i < trigger.i  # in "the bill, *passed in May*, would require it" the bill was passed
        if is_finite(word) or word.dep in {"acl", "relcl", "appos", "nsubj", "nsubjpass", "pobj"}:
            return False
    return False


def _is_awaited(trigger: Token) -> bool:
    """ "before *any rule is notified*", "till *a law is passed*": of whatever law there may once be."""
    subject = trigger.child("nsubjpass", "nsubj")
    if subject is None or not any(c.dep == "det" and c.lower in {"a", "an", "any", "no"} for c in subject.children):
        return False
    opening = {c.lower for c in trigger.children if c.dep in {"mark", "prep"}}
    return bool(opening & {"before", "until", "till", "unless", "if"}) and tense(trigger) in {"VBZ", "VBP"}


def _is_allowed(trigger: Token) -> bool:
    """ "*The law* does not *allow* bloggers to be jailed", "*a law that jails* liars": what may be done to anybody."""
    if trigger.dep == "relcl" and trigger.head is not None and trigger.head.lemma in LAWS:
        return trigger.tag in {"VBZ", "VBP"} and trigger.child("auxpass") is None
    above = trigger.head if trigger.dep in {"xcomp", "ccomp"} else None
    law = above.child("nsubj") if above is not None and above.lemma in {"allow", "permit", "let"} else None
    return law is not None and (law.lemma in LAWS or (law.mention is not None and law.mention.type == "Law"))


def _is_kept_from(trigger: Token) -> bool:
    """ "to stop Veyra *from requiring* users to pay": what it is to do no more."""
    opening = trigger.head if trigger.dep == "pcomp" else None
    above = opening.head if opening is not None and opening.lower == "from" else None
    return above is not None and above.lemma in FORBIDDING | {"stop", "prevent", "block", "keep", "ban"}


def _is_of_any(trigger: Token) -> bool:
    """ "will leave *any market where* it is compelled to", "has *no law that bans* it": what may not be at all."""
    noun = trigger.head if trigger.dep in {"relcl", "acl"} else None
    if noun is None or trigger.tag == "VBD" or (trigger.dep == "acl" and noun.lemma not in LAWS):
        return False
    if any(c.dep == "det" and c.lower in {"any", "no"} for c in noun.children):
        return True
    above = noun.head if noun.dep in {"dobj", "attr"} else None
    having = above is not None and above.lemma in {"have", "be"} and above.child("neg") is not None
    return having and any(c.dep == "det" and c.lower in {"a", "an"} for c in noun.children)


def _is_kind_judged(noun: Token) -> bool:
    """ "*an indefinite shutdown* of a network is unlawful", "*a ban* must be the last resort": of whatever ban."""
    verb = noun.head if noun.dep in {"nsubj", "nsubjpass"} else None
    if noun.pos != "NOUN" or verb is None or is_definite(noun) or noun.child("poss") is not None:
        return False
    if any(t.mention is not None and t.mention.kind in {"name", "time"} for t in noun.subtree()):
        return False
    if any(c.dep == "aux" and c.lower in {"must", "should", "shall", "can", "can't", "cannot"} for c in verb.children):
        return True
    told = verb.child("acomp", "oprd")
    return verb.tag in {"VBZ", "VBP"} and told is not None and told.lemma in JUDGED


def _is_of_condition(noun: Token) -> bool:
    """ "if they fail to comply with *a court order*": should there be one."""
    if noun.pos != "NOUN" or is_definite(noun) or noun.tag == "NNS":
        return False
    verbs = [t for t in noun.ancestors() if t.pos in {"VERB", "AUX"}][:2]
    return any(c.dep == "mark" and c.lower in {"if", "unless"} for verb in verbs for c in verb.children)


def _is_not_demanded(trigger: Token) -> bool:
    """ "does *not require* that they obtain a warrant": nobody asks for any."""
    for verb in trigger.ancestors():
        if verb.lemma in DUTIES | {"order", "ask", "demand", "urge", "call", "request"}:
            return verb.child("neg") is not None
    return False


def _is_denied(claim: Claim, trigger: Token) -> bool:
    """ "denied that the bill *amounts to a ban*": there is none; "that *the fine* was unfair" grants the fine."""
    if any(c.value == "negated" for c in claim.cues):
        return False
    request = trigger.pos == "NOUN" and trigger.head is not None and trigger.head.lower in {"at", "on"}
    if trigger.pos in {"NOUN", "PROPN"} and is_definite(trigger) and not request:
        return False
    for word in (trigger, *trigger.ancestors()):
        if word.dep in {"relcl", "advcl", "acl", "appos", "ROOT"}:
            return False
        if word.dep == "ccomp" and word.head is not None and word.head.lemma in {"deny", "dispute", "refute"}:
            return word.head.child("neg") is None
    return False
