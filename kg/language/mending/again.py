"""What somebody says or does besides: a second verb that the parser hung on the first one's clause."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.token import OPENING, Token, after_comma, hang, hang_beside, has_to, tense

#: With these a speaker goes on beside what he said ("..., *contradicting* his spokesman").
SPEAKING_ON = {
    "contradict", "confirm", "deny", "dismiss", "accuse", "add", "blame", "reject", "criticise", "criticize", "warn",
    "promise", "vow", "insist", "urge", "call", "describe", "apologise", "apologize", "fault", "condemn", "welcome",
    "praise",
}  # fmt: skip
#: They open a clause beside the main one.
CIRCUMSTANTIAL = {"after", "because", "since", "when", "while", "although", "though"}
#: What only an authority does ("found that Veyra had copied the chip *and awarded* its maker a sum").
OF_AUTHORITIES = {
    "award", "order", "fine", "sentence", "convict", "acquit", "uphold", "overturn", "annul", "quash", "impose",
    "reprimand", "invalidate", "levy", "sanction",
}  # fmt: skip
#: What a court does besides holding that something *is* so.
DISPOSING = {
    "direct", "instruct", "dismiss", "allow", "restrain", "strike", "grant", "reject", "refer", "stay", "remand",
    "refuse", "ask", "set", "decline", "permit", "warn", "give", "call",
}  # fmt: skip
#: What befalls whoever is found guilty.
SENTENCING = {"sentence", "jail", "fine", "imprison", "order", "ban", "deport", "release", "disqualify", "remand"}
#: What somebody does who says that he will or will not do a thing.
INTENDING = {"offer", "promise", "pledge", "vow", "agree", "refuse", "decline", "threaten", "plan", "propose"}
#: What a speaker "would not" do himself ("said the case was pending *and would not comment*").
WITHHOLDING = {"answer", "comment", "confirm", "detail", "disclose", "discuss", "elaborate", "give", "say", "speculate"}
#: What a speaker of his own does behind another's words.
SPEAKING_UP = {"call", "urge", "demand", "accuse", "criticise", "criticize", "condemn", "warn", "deny", "ask", "refuse"}
#: What only somebody does ("says that the tool contains its code *and offers* to share it").
OFFERING = {
    "offer", "vow", "promise", "pledge", "urge", "warn", "threaten", "demand", "ask", "apologise", "apologize",
    "refuse", "agree", "deny", "accuse", "call", "plan", "announce", "say",
}  # fmt: skip


def among_objects(verb: Token) -> None:
    """ "has infringed *two patents and bans* its phones": a verb with an object of its own is no further object."""
    noun = verb.head
    above = noun.head if noun is not None and noun.dep == "dobj" else None
    if verb.dep != "conj" or verb.tag not in {"VBZ", "VBD"} or noun is None or above is None or above.pos != "VERB":
        return
    if noun.pos in {"NOUN", "PROPN"} and verb.child("dobj") is not None and not verb.child(*OPENING):
        hang_beside(verb, noun, above)


def matrix(verb: Token) -> None:
    """ "*rules* that Veyra broke the law and *bans* it": a verb of the first one's tense, not of the clause between."""
    first = verb.head
    above = first.head if first is not None and first.dep == "ccomp" else None
    if above is None or first is None or verb.dep != "conj" or verb.child("nsubj"):
        return
    if not above.i < first.i < verb.i or verb.tag != "VBZ" or above.tag != "VBZ" or first.tag == "VBZ":
        return
    perfect = first.tag == "VBN" and tense(first) == "VBZ"  # "says that it *has* failed and poses a risk"
    progressive = first.tag == "VBG" and first.child("aux") is not None
    if not progressive and not (perfect and above.lemma not in lexicon.verbs("deciding") | {"announce", "decide"}):
        hang(verb, above, "conj")


def number_again(verb: Token) -> None:
    """ "*We believe* that the ban harms many, *and have asked* Tixo to help": its number is the first verb's."""
    first = verb.head
    above = first.head if first is not None and first.dep in {"ccomp", "relcl"} else None
    if above is None or first is None or verb.dep != "conj" or verb.child(*OPENING, "auxpass") or above.pos != "VERB":
        return
    bare = verb.tag == "VB" and verb.child("aux") is None
    own = "VBP" if bare else tense(verb)
    if above.i < first.i < verb.i and (tense(above), tense(first), own) == ("VBP", "VBZ", "VBP"):
        hang(verb, above, "conj")


def perfect_again(verb: Token) -> None:
    """ "*has rejected* claims that its app poses a risk, *and has asked* for talks": of the first perfect's form."""
    first = verb.head
    if verb.dep != "conj" or first is None or first.dep not in {"acl", "relcl", "ccomp", "advcl"}:
        return
    above = next((t for t in first.ancestors() if t.pos == "VERB"), None)
    if above is None or first.tag == "VBN" or verb.child(*OPENING, "auxpass") or above.child("auxpass"):
        return
    perfect = verb.tag == above.tag == "VBN" and tense(verb) == tense(above) in {"VBZ", "VBP"}
    cc = next((c for c in first.children if c.dep == "cc" and first.i < c.i < verb.i), None)
    comma = cc is not None and any(c.text == "," and c.i == cc.i - 1 for c in above.subtree())
    if perfect and comma and above.i < first.i < verb.i:
        hang(verb, above, "conj")


def authority_again(verb: Token) -> None:
    """ "found that Veyra had copied it *and awarded* its maker a sum": what the court does, not what it finds."""
    first = verb.head
    above = first.head if first is not None and first.dep == "ccomp" else None
    if above is None or first is None or verb.dep != "conj":
        return
    disposes = verb.lemma in DISPOSING and tense(verb) == "VBD" and tense(first) in {"VBZ", "VBP", "MD"}
    if verb.lemma not in OF_AUTHORITIES and not disposes and not _warns_of_measures(verb):
        return
    if verb.child(*OPENING, "aux", "auxpass") or not above.i < first.i < verb.i or tense(verb) != tense(above):
        return
    if _is_authority(above.child("nsubj")) and not _is_authority(first.child("nsubj")):
        hang(verb, above, "conj")


def _warns_of_measures(verb: Token) -> bool:
    """ "said the sites lacked checks *and warned of fines*": only an authority warns of what it may impose."""
    of = next((c for c in verb.children if c.dep == "prep" and c.lower == "of"), None)
    measure = of.child("pobj") if of is not None and verb.lemma == "warn" else None
    return measure is not None and measure.lemma in {"fine", "penalty", "sanction", "ban", "action", "block"}


def _is_authority(noun: Token | None) -> bool:
    """Whether a name or noun is known to be a court's or another public body's."""
    if noun is None:
        return False
    type_ = noun.mention.type if noun.mention is not None else lexicon.heads().get(noun.lower, "")
    return bool(type_) and vocabulary.is_a(type_, "PublicBody")


def speaker_again(verb: Token) -> None:
    """ "reports that files were stolen *and has warned* its users": the speaker's second verb, not what he says.

    Its form tells: the present of the speaker's verb after a past, or the singular after a plural subject. So does a
    participle of speech behind a comma ("said that it was fined, *accusing* the regulator of bias").
    """
    inner = verb.head
    said = inner.head if inner is not None and inner.dep == "ccomp" else None
    if inner is None or said is None or not said.i < inner.i < verb.i or verb.child(*OPENING):
        return
    speech = said.lemma in lexicon.verbs("saying") and inner.tag != "VB"
    if speech and verb.dep == "conj" and verb.pos == "VERB" and tense(verb) == tense(said) == "VBZ":
        if tense(inner) in {"VBD", "VBP", "MD"} or (verb.lemma in OFFERING and not _can_speak(inner)):
            hang(verb, said, "conj")
    elif speech and verb.dep == "conj" and verb.tag == said.tag == "VBD":  # "said the ban was fair *but faulted* Veyra"
        if verb.lemma in OFFERING | SPEAKING_ON and not _can_speak(inner):
            hang(verb, said, "conj")
    elif speech and verb.dep == "advcl" and verb.tag == "VBG" and verb.lemma in SPEAKING_ON and after_comma(verb):
        hang(verb, said, "advcl")


def offers_besides(verb: Token) -> None:
    """ "admits that it holds code that is licensed *and offers* a copy": no code offers anything, the speaker does."""
    inner = verb.head if verb.dep == "conj" and verb.lemma in OFFERING else None
    clause = next((t for t in inner.ancestors() if t.dep == "ccomp"), None) if inner is not None else None
    said = clause.head if clause is not None else None
    if inner is None or clause is None or said is None or inner.dep != "relcl" or verb.child(*OPENING):
        return
    speech = said.lemma in lexicon.verbs("saying") and said.i < clause.i < verb.i
    if speech and tense(verb) == tense(said) and not _can_speak(inner) and not _can_speak(clause):
        hang(verb, said, "conj")


def from_within(verb: Token) -> None:
    """ "admits it was tracking users who had left *and halts* that": a present among pasts goes on with "admits"."""
    first = verb.head
    if verb.dep != "conj" or verb.tag != "VBZ" or first is None or verb.child(*OPENING, "aux"):
        return
    above = [t for t in first.ancestors() if t.pos in {"VERB", "AUX"}]
    said = next((t for t in above if t.tag == "VBZ"), None)
    if said is None or said.lemma not in lexicon.verbs("saying") or not said.i < first.i < verb.i:
        return
    between = [first, *above[: above.index(said)]]
    own = between[-1].dep == "ccomp" and between[-1].head is said and len(between) > 1
    if own and not any(tense(t) == "VBZ" and t.tag != "VBG" for t in between):
        hang(verb, said, "conj")


def meanwhile(verb: Token) -> None:
    """ "denies spying on Tixo *as regulators open* an inquiry": what happens meanwhile is none of what is denied."""
    deed = verb.head
    mark = verb.child("mark")
    if verb.dep != "advcl" or deed is None or deed.tag != "VBG" or mark is None or mark.lower != "as":
        return
    subject = verb.child("nsubj", "nsubjpass")
    said = next((t for t in deed.ancestors() if t.pos == "VERB"), None)
    gerund = deed.dep in {"xcomp", "pcomp"} and deed.child("aux", "nsubj") is None
    if not gerund or said is None or subject is None or subject.pos == "PRON" or not said.i < deed.i < mark.i:
        return
    if tense(verb) == tense(said) or {tense(verb), tense(said)} == {"VBZ", "VBP"}:
        hang(verb, said, "advcl")


def warning_besides(verb: Token) -> None:
    """ "Lee said the firm would leave any market that bans it, *warning that* ...": what the speaker says besides."""
    if verb.dep != "advcl" or verb.tag != "VBG" or verb.lemma not in SPEAKING_ON or not after_comma(verb):
        return
    inner = next((t for t in verb.ancestors() if t.dep == "ccomp"), None)
    said = inner.head if inner is not None else None
    if inner is None or said is None or said.lemma not in lexicon.verbs("saying") or not said.i < inner.i < verb.i:
        return
    ahead = any(c.dep == "aux" and c.lower in {"will", "would", "could", "must", "should"} for c in inner.children)
    if ahead and verb.head is not said and verb.child("ccomp") is not None and not verb.child("nsubj"):
        hang(verb, said, "advcl")


def other_speaker(verb: Token) -> None:
    """ "Lee said that it was closed, *and Kim said* it was open": a second speaker is none of whom the first one tells.

    So too behind what had been or would be: "..., *and lawmakers called* for an inquiry".
    """
    inner = verb.head
    said = inner.head if inner is not None and inner.dep == "ccomp" else None
    own = verb.child("nsubj")
    if inner is None or said is None or own is None or verb.dep != "conj" or not said.i < inner.i < verb.i:
        return
    if own.pos == "PRON" or said.lemma not in lexicon.verbs("saying") or verb.child("mark", "aux", "auxpass", "neg"):
        return
    first = inner.child("nsubj", "nsubjpass", "expl")
    comma = any(t.text == "," and t.i < own.i for t in (*inner.children, *said.children) if t.i > inner.i)
    joined = any(c.dep == "cc" and c.i == own.subtree()[0].i - 1 for c in inner.children)
    speaks = verb.lemma in lexicon.verbs("saying") or verb.lemma in SPEAKING_UP
    if comma and joined and first is not None and speaks and tense(verb) == tense(said):
        hang(verb, said, "conj")


def said_besides(verb: Token) -> None:
    """ "Ofcom said it was in talks *but had not opened* a case": a second thing said, no second deed of the speaker.

    Behind a past verb of saying one tells so only what had been or would be.
    """
    said = verb.head
    if verb.dep != "conj" or said is None or said.tag != "VBD" or said.lemma not in lexicon.verbs("saying"):
        return
    inner = next((c for c in said.children if c.dep == "ccomp" and said.i < c.i < verb.i), None)
    if inner is None or verb.child(*OPENING) or said.child("aux", "auxpass"):
        return
    subject = inner.child("nsubj", "nsubjpass")
    thing = subject is not None and subject.pos != "PRON" and not _can_speak(inner)
    if thing and verb.child("auxpass") is None:
        return  # "said the app was safe *and had sued* the ministry"
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    withheld = verb.lemma in WITHHOLDING and verb.child("neg") is not None
    if ("had" in aux and verb.tag == "VBN") or ("would" in aux and not withheld):
        hang(verb, inner, "conj")


def sentenced_too(verb: Token) -> None:
    """ "was found guilty of insulting the king *and sentenced* to a year": no second thing that he did."""
    deed = verb.head
    if verb.dep != "conj" or deed is None or deed.tag != "VBG" or deed.dep not in {"pcomp", "xcomp"}:
        return
    if verb.tag not in {"VBN", "VBD"} or verb.lemma not in SENTENCING or verb.child(*OPENING, "aux", "auxpass"):
        return
    object = verb.child("dobj")
    if object is not None and not object.child("nummod", "quantmod"):
        return  # "of lying to users and *banning* them"
    above = next((t for t in deed.ancestors() if t.pos == "VERB"), None)
    if above is not None and above.child("auxpass") is not None and above.i < deed.i < verb.i:
        hang(verb, above, "conj")


def _can_speak(verb: Token) -> bool:
    """Whether a clause is about somebody, who could do what its second verb tells too."""
    subject = verb.child("nsubj", "nsubjpass")
    mention = subject.mention if subject is not None else None
    return mention is not None and (mention.type == "Platform" or vocabulary.is_a(mention.type, "Actor"))


def main_before(verb: Token) -> None:
    """ "*Veyra ceased support* after Lee claimed that it lied": what stands before "after" is not what he claims."""
    main = next((c for c in verb.children if c.dep == "ccomp" and c.i < verb.i), None)
    opening = next((c for c in verb.children if c.dep == "mark" and c.lower in CIRCUMSTANTIAL), None)
    if main is None or opening is None or not main.subtree()[-1].i < opening.i < verb.i or not verb.child("nsubj"):
        return
    hang(main, verb.head, verb.dep if verb.head is not None else "ROOT")
    hang(verb, main, "advcl")


def meant_to(verb: Token) -> None:
    """ "offered in May *to open* its data": with nothing else offered, what the infinitive tells is what is offered."""
    above = verb.head
    if verb.dep != "advcl" or above is None or above.lemma not in INTENDING or verb.i < above.i or verb.tag != "VB":
        return
    bare = above.child("dobj", "xcomp", "ccomp", "auxpass") is None
    if bare and has_to(verb) and not verb.child("nsubj", "mark"):
        verb.dep = "xcomp"


def further_infinitive(verb: Token) -> None:
    """ "decided *to order* ..., *to fine* it and *to refer* it": one more of the same row, and no purpose."""
    to = next((c for c in verb.children if c.dep == "aux" and c.lower == "to"), None)
    above = verb.head
    if to is None or above is None or verb.dep not in {"advcl", "acl"} or verb.tag != "VB":
        return
    first = above if above.pos == "VERB" else next((t for t in above.ancestors() if t.pos == "VERB"), above)
    row = first.tag == "VB" and first.dep in {"xcomp", "conj"}
    if not row or not any(c.dep == "aux" and c.lower == "to" and c.i < first.i for c in first.children):
        return
    before = next((t for t in first.subtree() if t.i == to.i - 1), None)
    joined = before is not None and before.dep == "cc" and before.lower in {"and", "or"}
    last = verb.child("conj")
    comma = before is not None and before.text == ","
    listed = last is not None and last.child("cc") is None and has_to(last)
    if joined or (comma and listed):
        hang(verb, first, "conj")


#: They have no object behind them ("the ministry, which had appealed, *lost* in the High Court").
BARE = {"lose", "appeal", "appear", "win", "resign", "agree"}


def behind_relative(verb: Token) -> None:
    """ "Veyra, *which faced similar charges, offered* to change": behind the relative clause comes the main verb.

    The parser takes it for a participle of the clause's last noun, and the subject for a sentence without a verb.
    """
    if verb.dep not in {"acl", "conj", "amod", "advcl"} or verb.tag not in {"VBN", "VBD"} or not after_comma(verb):
        return
    above = list(verb.ancestors())
    name = above[-1] if above else None
    clause = above[-2] if len(above) > 1 else name.child("relcl") if name is not None else None
    if name is None or clause is None or name.pos not in {"NOUN", "PROPN"} or clause.dep != "relcl":
        return
    relative = clause.child("nsubj", "nsubjpass")
    if relative is None or relative.lower not in {"which", "who"} or not name.i < relative.i < clause.i < verb.i:
        return
    comma = any(c.text == "," and c.i == relative.i - 1 for c in (*name.children, *clause.children))
    if not verb.child("dobj", "xcomp", "ccomp", "advcl") and verb.lemma not in BARE:
        return  # "Veyra, which teenagers use, *blocked* in Iran"
    if not comma or verb.child(*OPENING, "agent") or any(c.dep == "cc" for c in (verb.head or verb).children):
        return
    hang(verb, None, "ROOT")
    hang(name, verb, "nsubj")
    verb.tag = "VBD"
