"""Who says what: the clause, the speaker and the verb of saying belong together."""

from __future__ import annotations

from kg import lexicon
from kg.language.token import FINITE, Token, after_comma, hang, is_finite

#: Where and in what something is said; a clause behind such a noun is no part of its phrase.
SAID_IN = {"in", "on", "at", "by", "during", "via", "before", "through"}
OCCASIONS = {
    "statement", "letter", "email", "e-mail", "filing", "post", "interview", "memo", "note", "blog", "article", "tweet",
    "speech", "hearing", "briefing", "conference", "testimony", "message", "submission", "affidavit", "video", "report",
    "notice", "response", "reply", "complaint", "lawsuit", "suit", "petition", "indictment", "application", "column",
    "essay", "ed", "document", "paper", "release", "meeting", "court", "forum", "time", "session", "event", "panel",
    "rally", "trial", "parliament", "summit", "inquest", "debate", "call", "podcast", "circular", "decision",
}  # fmt: skip
#: What is done with a paper or recording before it is read.
ISSUED = {
    "publish", "release", "issue", "post", "send", "circulate", "sign", "date", "file", "submit", "broadcast", "air",
    "deliver", "email", "share", "write", "upload", "address", "carry", "record", "unseal", "lodge",
}  # fmt: skip
#: With these a court says what something is before it, and how.
FINDING = {"declare", "rule", "find", "hold", "deem", "judge", "pronounce"}
JUDGED = {
    "unconstitutional", "constitutional", "illegal", "legal", "unlawful", "lawful", "invalid", "void", "guilty",
    "liable",
}  # fmt: skip
#: With these something is told to be so ("rejected *as* false").
JUDGING = {
    "reject", "dismiss", "describe", "denounce", "condemn", "brand", "label", "characterise", "characterize", "slam",
    "deride", "criticise", "criticize", "ridicule", "decry", "attack", "portray", "depict",
}  # fmt: skip
CLAIMS = {
    "claim", "allegation", "accusation", "charge", "suggestion", "report", "rumour", "rumor", "fear", "criticism",
    "assertion", "finding", "insinuation", "speculation", "comment", "remark",
}  # fmt: skip
#: "sue Veyra *alleging* that ...".
SUING = {"sue", "criticise", "criticize", "attack", "condemn", "accuse", "petition", "charge", "slam", "blast"}
ALLEGING = {"alleging", "claiming", "arguing", "saying", "accusing", "asserting", "contending", "seeking", "demanding"}
#: What a plaintiff does with a suit or complaint.
FILING = {"file", "lodge", "submit", "bring", "launch", "begin", "start"}
#: With these something is given a name.
CALLING = {"call", "label", "brand", "deem", "dub", "declare", "pronounce", "find"}
MARKS = {'"', "“", "”", "'", "‘", "’", "''", "``"}
#: Kinds of nouns that say who speaks, before his name.
SPEAKERS = {
    "Company", "NGO", "MediaOutlet", "PublicBody", "Regulator", "Ministry", "Prosecutor", "LawEnforcement", "Court",
    "Government", "Legislature", "Organisation",
}  # fmt: skip

#: What somebody does who gives his view beside a demand.
WITH_DEMAND = {
    "call", "say", "describe", "claim", "argue", "cite", "accuse", "warn", "state", "add", "note", "allege", "insist",
}  # fmt: skip


def reporter_behind(verb: Token) -> None:
    """ "The app spied on users, *the complaint states*": who says a sentence, taken for a second verb of it."""
    said, subject = verb.head, verb.child("nsubj", "compound", "nmod")
    if verb.dep != "conj" or said is None or said.i > verb.i or verb.lemma not in lexicon.verbs("saying"):
        return
    if not is_finite(verb) or not is_finite(said) or said.child("cc") or not after_comma(verb) or subject is None:
        return
    if verb.child("dobj", "ccomp", "xcomp", "conj") or subject.i > verb.i:
        return
    subject.dep = "nsubj"
    for word in [c for c in verb.children if c.i < subject.i and c.dep in {"det", "amod", "nmod", "poss"}]:
        hang(word, subject, word.dep)
    verb.dep = "parataxis"


def outlet_behind(verb: Token) -> None:
    """ "It follows a complaint by Noyb, *Le Monde reported*": the outlet is no other name of Noyb, and reports."""
    said = verb.head
    if verb.dep != "conj" or said is None or verb.tag not in {"VBD", "VBZ"} or said.child("cc"):
        return
    if verb.lemma not in lexicon.verbs("saying") or verb.child("nsubj", "dobj", "ccomp", "xcomp", "aux", "auxpass"):
        return
    outlet = next((t for t in said.subtree() if t.i == verb.i - 1), None)
    if outlet is None or outlet.mention is None or outlet.mention.type != "MediaOutlet" or not after_comma(outlet):
        return
    if outlet.dep in {"appos", "conj"}:
        hang(outlet, verb, "nsubj")
        verb.dep = "parataxis"


def speaker_apposed(verb: Token) -> None:
    """ "Veyra has closed the pages, *Bo Kim, its founder, said*": the speaker, taken for another name of the pages."""
    clause = next((c for c in verb.children if c.dep == "ccomp" and c.i < verb.i), None)
    if clause is None or verb.child("nsubj") or not is_finite(verb) or not is_finite(clause):
        return
    if verb.lemma not in lexicon.verbs("saying") or (verb.child("dobj") and verb.lemma != "tell"):
        return
    beside = [t for t in clause.subtree() if t.dep == "appos" and t.i > clause.i and after_comma(t)]
    speaker = next((t for t in beside if _is_person(t) and t.head is not None and not _is_person(t.head)), None)
    if speaker is None or speaker.subtree()[-1].i < verb.i - 2 or clause.subtree()[-1].i > verb.i:
        return
    hang(speaker, verb, "nsubj")


def spoke_with(name: Token) -> None:
    """ "In an interview with Wired *Bo Kim said*": behind the outlet's name begins the sentence's own subject."""
    outlet = next((c for c in name.children if c.dep in {"compound", "nmod"} and c.mention is not None), None)
    place = name.head if name.dep == "pobj" else None
    if outlet is None or outlet.mention is None or outlet.mention.type != "MediaOutlet" or place is None:
        return
    verb = next((t for t in place.ancestors() if t.pos == "VERB"), None)
    if (
        verb is None
        or verb.lemma not in lexicon.verbs("saying")
        or verb.child("nsubj")
        or place.lower not in {"with", "to"}
    ):
        return
    apart = name.tag == "NNP" and any(c.dep == "compound" and outlet.i < c.i < name.i for c in name.children)
    if apart and place.i < outlet.i < name.i < verb.i and name.subtree()[-1].i == verb.i - 1:
        hang(outlet, place, "pobj")
        hang(name, verb, "nsubj")


def claimed_behind(clause: Token) -> None:
    """ "claims by members of the group *that Veyra aided theft*": what is claimed, and nothing told of the group."""
    that = next((c for c in clause.children if c.lower == "that" and c.dep in {"nsubj", "mark"}), None)
    own = next((c for c in clause.children if c.dep in {"nsubj", "nsubjpass"} and c is not that), None)
    if clause.dep != "relcl" or that is None or own is None or own.i < that.i or not is_finite(clause):
        return
    above = list(clause.ancestors())
    stated = CLAIMS | lexicon.nouns("decisions") | {"complaint"}
    claim = next((i for i, t in enumerate(above) if t.lemma in stated and t.pos == "NOUN"), None)
    by = {t.lower for t in above[:claim] if t.dep == "prep"} if claim is not None else set()
    if claim and by & {"by", "from", "of"} and all(t.dep in {"pobj", "prep"} for t in above[:claim]):
        hang(clause, above[claim], "acl")
        that.dep = "mark"


def called_so(word: Token) -> None:
    """ "called the plan *"reckless"*", "branded it *"rash and vague"*", "described it *as "vague"*": a quoted word."""
    verb = next((t for t in word.ancestors() if t.lemma in CALLING | JUDGING and t.child("dobj")), None)
    noun = verb.child("dobj") if verb is not None else None
    if verb is None or noun is None or verb.child("oprd", "ccomp", "xcomp") or word.i < noun.i:
        return
    adverb = word.head is verb and word.dep == "advmod" and word.tag == "RB"
    if word.head is verb and not adverb:
        return
    around = {c.i: c.lower for c in verb.subtree()}
    quoted = around.get(word.i - 1) in MARKS and around.get(word.subtree()[-1].i + 1) in MARKS
    if not quoted or word.child("dobj", "prep", "nsubj"):
        return
    judges = word.pos == "ADJ" or (word.pos == "VERB" and word.tag in {"VBG", "VBN"}) or adverb
    as_ = word.head if word.dep == "pobj" and word.head is not None and word.head.lower == "as" else None
    if as_ is not None and verb.lemma in JUDGING and not verb.child("prep"):
        hang(as_, verb, "prep")
    elif as_ is None and verb.lemma in CALLING and judges:
        hang(word, verb, "oprd")


def _is_person(noun: Token) -> bool:
    """Whether a noun is a person's, or a name of several words that is not known as anything else."""
    if noun.mention is not None:
        return noun.mention.type == "Person"
    first = next((c for c in noun.children if c.dep == "compound" and c.tag == "NNP"), None)
    return lexicon.heads().get(noun.lower) == "Person" or (noun.tag == "NNP" and first is not None)


def reporter_named(verb: Token) -> None:
    """ "It must pay, *the regulator Veyra ruled*": who says the sentence, taken for a noun with a relative clause."""
    noun, name, main = verb.head, verb.child("nsubj"), verb.head.head if verb.head is not None else None
    if verb.dep != "relcl" or verb.lemma not in lexicon.verbs("saying") or noun is None or main is None or name is None:
        return
    article = noun.child("det")
    speaks = lexicon.heads().get(noun.lower) in SPEAKERS
    kind = speaks and (article is None or article.lower not in {"a", "an"})
    told = name.mention is not None and name.mention.kind == "name" and name.i == noun.i + 1
    last = max(t.i for t in main.subtree() if t.pos != "PUNCT") <= verb.subtree()[-1].i
    if main.pos != "VERB" or not (kind and told and last and after_comma(noun)) or verb.child("dobj", "ccomp", "xcomp"):
        return
    hang(verb, main, "parataxis")
    hang(noun, verb, "nsubj")
    hang(name, noun, "appos")


def declared(adjective: Token) -> None:
    """ "declared *unconstitutional* a law on fake news": what is found so stands behind, with its own article."""
    above = adjective.head
    noun = above if above is not None and above.pos in {"NOUN", "PROPN"} and above.i > adjective.i else None
    verb = noun.head if noun is not None else above
    if verb is None or adjective.lower not in JUDGED or verb.i != adjective.i - 1 or verb.lemma not in FINDING:
        return
    below = [c for t in (verb, adjective) for c in t.children if c.i > adjective.i]
    nouns = [c for c in below if c.dep in {"dobj", "ccomp", "nsubj"}]
    noun = noun or next((c for c in nouns if c.pos in {"NOUN", "PROPN"}), None)
    if noun is not None and any(c.dep in {"det", "poss"} and c.i > adjective.i for c in noun.children):
        hang(noun, verb, "dobj")
        hang(adjective, verb, "oprd")


def told_behind(clause: Token) -> None:
    """ "*Spiegel reports*, citing files, that it lied": what "that" opens is said, though taken for the main clause."""
    that = next((c for c in clause.children if c.dep == "mark" and c.lower == "that"), None)
    said = next((c for c in clause.children if c.dep == "ccomp" and c.i < clause.i), None)
    if clause.head is not None or that is None or said is None or not said.i < that.i < clause.i:
        return
    if said.lemma not in lexicon.verbs("saying") or not is_finite(said) or said.child("nsubj") is None:
        return
    before = [c for c in clause.children if c.i < that.i and c is not said]
    hang(said, None, clause.dep)
    for child in before:
        hang(child, said, child.dep)
    hang(clause, said, "ccomp")


def understands(verb: Token) -> None:
    """ "It was fined, *the BBC understands*": behind an outlet's name no noun, but what the outlet does."""
    if verb.lower != "understands" or verb.pos == "VERB":
        return
    outlet = next((c for c in verb.children if c.dep in {"compound", "nmod", "amod"} and c.i == verb.i - 1), None)
    if outlet is None or outlet.mention is None or outlet.mention.type != "MediaOutlet":
        return
    hang(outlet, verb, "nsubj")
    for word in [c for c in verb.children if c.dep == "det"]:
        hang(word, outlet, "det")
    verb.pos, verb.tag, verb.lemma = "VERB", "VBZ", "understand"
    if verb.dep == "appos" and verb.head is not None and verb.head.head is not None:
        hang(verb, verb.head.head, "parataxis")


def judged_as(verb: Token) -> None:
    """ "dismissed as *false* the claims of Lee": a long object behind the judgement is the verb's own."""
    if verb.pos != "VERB" or verb.lemma not in JUDGING or verb.child("dobj", "auxpass", "nsubjpass"):
        return
    opening = next((t for c in verb.children for t in (c, *c.children) if t.lower == "as" and t.i == verb.i + 1), None)
    if opening is None:
        return
    word = opening.head if opening.dep == "advmod" and opening.head is not verb else None
    noun = word.child("dobj") if word is not None else opening.child("pobj")
    if noun is None:
        return
    if word is None:  # "as" governs the noun, of which the judgement looks a part
        before = [t for t in (*opening.children, *noun.children) if t.i < noun.i and t.pos not in {"PUNCT", "ADV"}]
        word = min(before, key=lambda t: t.i, default=None)
    if word is None or word.pos != "ADJ":
        return
    determined = any(c.dep in {"det", "poss", "nummod"} and word.i < c.i < noun.i for c in noun.children)
    if determined or (noun.tag == "NNS" and noun.lemma in CLAIMS):
        hang(noun, verb, "dobj")
        hang(opening, verb, "prep")
        hang(word, opening, "amod")
        for mark in [c for c in noun.children if c.pos == "PUNCT" and c.i < noun.i]:
            hang(mark, opening, "punct")


def said_with_demand(participle: Token) -> None:
    """ "urged Veyra to stop, *calling* the plan rash": behind the comma speaks who demands, not who is to do it."""
    infinitive = participle.head
    if participle.tag != "VBG" or participle.dep != "advcl" or participle.lemma not in WITH_DEMAND:
        return
    if infinitive is None or infinitive.dep != "xcomp" or infinitive.tag != "VB" or infinitive.head is None:
        return
    comma = any(t.lower == "," and t.i == participle.subtree()[0].i - 1 for t in infinitive.subtree())
    if comma and infinitive.i < participle.i and infinitive.head.child("dobj") is not None:
        hang(participle, infinitive.head, "advcl")


def blamed_on(preposition: Token) -> None:
    """ "blamed the attack on Veyra *on Peru*", "the leak *on Peru*": the last "on" tells who is to blame."""
    noun = preposition.head
    verb = noun.head if noun is not None and noun.dep == "dobj" else None
    if preposition.lower != "on" or preposition.dep != "prep" or noun is None or verb is None or verb.lemma != "blame":
        return
    others = [c for c in noun.children if c.dep == "prep" and c.i > preposition.i]
    if not others and not any(c.dep == "prep" and c.lower in {"for", "on"} for c in verb.children):
        hang(preposition, verb, "prep")


def that_clause(clause: Token) -> None:
    """ "court rules *that he lied*": a clause behind a verb, as if the verb were a noun, is what it says."""
    verb = clause.head
    if (
        clause.dep != "relcl"
        or verb is None
        or verb.pos != "VERB"
        or verb.tag not in FINITE
        or verb.child("dobj", "ccomp")
    ):
        return
    if any(c.lower == "that" and c.dep == "mark" for c in clause.children) and clause.child(
        "nsubj", "nsubjpass", "expl"
    ):
        clause.dep = "ccomp"


def beside_semicolon(clause: Token) -> None:
    """ "He is found guilty; Lee says that he read it": what stands before a semicolon is not said behind it."""
    verb = clause.head
    if clause.dep != "ccomp" or verb is None or clause.i > verb.i:
        return
    subject = verb.child("nsubj", "nsubjpass")
    stop = next((c for c in verb.children if c.text == ";" and clause.i < c.i < verb.i), None)
    if stop is None or subject is None or subject.i < stop.i:
        return
    above = verb.head if verb.dep == "ccomp" else None
    if above is not None and above.i < clause.i:
        hang(clause, above, "ccomp")  # "*Lee says* that he is guilty; he denies it"
        hang(verb, None, "ROOT")
    else:
        hang(clause, None, "ROOT")


def alleging(participle: Token) -> None:
    """ "Users sue Veyra *alleging* fraud": whom they sue is the verb's object, not who alleges."""
    verb, patient = participle.head, participle.child("nsubj")
    if participle.lower not in ALLEGING or participle.dep not in {"ccomp", "xcomp"} or verb is None or patient is None:
        return
    if (
        verb.lemma in SUING
        and verb.i < patient.i < participle.i
        and not verb.child("dobj")
        and not participle.child("aux")
    ):
        hang(patient, verb, "dobj")
        participle.dep = "advcl"


def alleging_before(participle: Token) -> None:
    """ "filed an appeal before the Ninth Circuit *claiming* that": the court is where it is filed."""
    place, court = participle.head, participle.child("nsubj")
    if participle.lower not in ALLEGING or participle.dep != "pcomp" or place is None or court is None:
        return
    if place.lower not in {"before", "in", "at", "to", "with"} or participle.child("aux") or place.head is None:
        return
    if place.lower == "with" and place.head.lemma not in {"complaint", "petition", "claim", "file", "lodge"}:
        return  # "began with *Veyra claiming* that"
    if court.i < participle.i and place.head.pos in {"VERB", "NOUN"}:
        hang(court, place, "pobj")
        verb = place.head if place.head.pos == "VERB" or place.head.head is None else place.head.head
        hang(participle, verb, "advcl")


def alleging_where(participle: Token) -> None:
    """ "filed a suit in a court in Lagos *claiming* that": where it is filed claims nothing."""
    place = participle.head
    while place is not None and place.dep == "conj":  # "against Veyra, Plaza and *Tixo claiming* that"
        place = place.head
    if participle.lower not in ALLEGING or participle.dep != "acl" or place is None or place.dep != "pobj":
        return
    verb = next((t for t in participle.ancestors() if t.pos == "VERB"), None)
    if verb is not None and verb.lemma in FILING and verb.i < place.i and not participle.child("nsubj", "aux"):
        hang(participle, verb, "advcl")


def saying_too(verb: Token) -> None:
    """ "denies the charge and *states* that it is false": before a that-clause no second thing that is denied."""
    noun = verb.head if verb.dep == "conj" else None
    above = noun.head if noun is not None and noun.dep == "dobj" else None
    if above is not None and above.tag == "VB" and above.dep in {"acl", "xcomp"}:  # "defends its plan *to end the app*"
        above = next((t for t in above.ancestors() if t.tag == "VBZ" and t.pos == "VERB"), above)
    lemma = verb.lower.removesuffix("s")
    if above is None or noun is None or above.tag != "VBZ" or lemma not in lexicon.verbs("saying") or verb.i < noun.i:
        return
    if verb.lower == lemma or verb.child("det", "poss", "amod", "nsubj"):
        return
    that = next((t for t in above.subtree() if t.i == verb.i + 1 and t.dep == "mark" and t.lower == "that"), None)
    if that is None or that.head is None:
        return
    clause, cc = that.head, next((c for c in noun.children if c.dep == "cc" and c.i < verb.i), None)
    verb.pos, verb.tag, verb.lemma = "VERB", "VBZ", lemma
    hang(verb, above, "conj")
    if clause is not verb and verb not in clause.subtree():
        hang(clause, verb, "ccomp")
    if cc is not None:
        hang(cc, above, "cc")


def said(clause: Token) -> None:
    """What is said *in a letter* belongs to the verb: "told the court in a filing | *that it had no data*"."""
    verb = _said_beside(clause)
    that = next((c for c in clause.children if c.lower == "that" and c.dep in {"mark", "dobj", "advmod"}), None)
    telling = lexicon.verbs("saying") | lexicon.verbs("hearing") | {"deny", "charge"}
    if verb is None or that is None or verb.lemma not in telling or verb.child("ccomp"):
        return
    at_time = clause.head is not None and clause.head.lemma == "time"  # nobody does something to a time
    if (
        that.dep == "dobj"
        and not at_time
        and not (clause.child("nsubjpass") or (clause.child("nsubj") and _has_other(clause, that)))
    ):
        return  # "in a letter *that she wrote*"
    hang(clause, verb, "ccomp")
    that.dep = "mark"


def opening(verb: Token) -> None:
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
    issued = head.dep == "acl" and head.tag == "VBN" and head.lemma in ISSUED
    if clause.dep == "ccomp" and issued and head.head is not None:
        head = head.head  # "said in a report *published on Monday* | that ...": what is published has no such clause
    elif clause.dep not in {"acl", "relcl"}:
        return None
    if head.dep != "pobj" or head.head is None:
        return None
    if head.head.lower == "from" and head.head.head is not None and head.head.head.lemma in lexicon.verbs("hearing"):
        return head.head.head  # "has learned from two sources | that"
    if head.head.lower not in SAID_IN:
        return None
    return head.head.head if head.lemma in OCCASIONS or head.tag in {"NNP", "NNPS"} else None


def _has_other(clause: Token, that: Token) -> bool:
    """Whether a clause has its object or predicate beside "that", which then only introduces it."""
    return any(c.dep in {"dobj", "ccomp", "xcomp", "acomp", "attr"} and c is not that for c in clause.children)
