"""Clauses that a reader takes wrong at first: a participle for the verb, a said clause for an object and a rest."""

from __future__ import annotations

from kg import lexicon
from kg.language.token import FINITE, RELATIVES, SUBJECTS, Token, after_comma, hang, hang_subject, is_finite, tense

#: Verbs with what somebody did behind a preposition.
BLAMING = {"charge", "accuse", "convict", "suspect", "acquit", "fine", "jail", "sentence", "arrest", "sue", "blame"}
ASKING = {"question", "interrogate", "grill", "quiz", "interview", "ask", "press", "brief", "inform", "tell", "warn"}
#: What a paper or a picture does.
SHOWING = {"show", "depict", "detail", "contain", "portray", "describe", "reveal", "expose", "outline", "list"}
PAPERS = {
    "video", "document", "file", "report", "letter", "email", "e-mail", "footage", "photo", "photograph", "picture",
    "image", "recording", "memo", "cable", "paper", "audio", "clip", "data", "datum", "record", "message", "log",
    "transcript", "list", "database", "tape", "study", "dossier", "trove",
}  # fmt: skip
#: Nouns whose own clause says what they are ("told it of *its view* that it breaks the law").
CONTENT = {
    "view", "finding", "opinion", "conclusion", "assessment", "belief", "decision", "allegation", "claim", "suspicion",
    "concern", "fear", "fact", "intention", "warning", "complaint", "ruling", "position", "report", "evidence",
}  # fmt: skip
#: Verbs that no "that" can be the object of.
OBJECTLESS = {
    "lie", "fail", "close", "cheat", "cooperate", "comply", "interfere", "spy", "collapse", "crash", "happen", "exist",
    "vanish", "shut", "rise", "fall", "act", "apologise", "apologize", "work", "die", "emerge", "resign",
    "result", "arise", "ensue", "occur", "expire", "continue", "remain", "apply",
}  # fmt: skip
#: Verbs that take a clause as well as an object.
TELLING = {"allege", "claim", "fear", "deny", "find", "rule", "believe", "suspect", "report", "confirm", "admit"}
#: Verbs that often tell what they tell without "that".
SAID_BARE = TELLING | {"say", "state", "announce", "reveal", "tell", "show", "warn", "argue", "acknowledge", "disclose"}


def described_subject(clause: Token) -> None:
    """ "warn that the lock *built into toys* is weak": of two clauses said, the first is part of the second's subject.

    So with what looks like a clause that is a subject ("rules that *the tax levied on firms* is void").
    """
    first = clause.child("csubj") or _clause_before(clause)
    if clause.dep != "ccomp" or not is_finite(clause) or clause.child("nsubj", "nsubjpass", "expl"):
        return
    if first is None or first.tag not in {"VBN", "VBD"} or first.child("dobj", "aux", "auxpass", "ccomp", "conj"):
        return
    subject = first.child("nsubj", "nsubjpass")
    if subject is None or subject.pos not in {"NOUN", "PROPN"} or subject.i > first.i:
        return
    if first.child("prep", "agent", "xcomp", "npadvmod", "advcl") is None:
        return
    for mark in [c for c in first.children if c.dep == "mark"]:
        hang(mark, clause, "mark")
    hang_subject(subject, clause)
    hang(first, subject, "acl")
    first.tag = "VBN"


def _clause_before(clause: Token) -> Token | None:
    """The clause said that ends where another one begins, with nothing between that would join the two."""
    verb = clause.head
    if verb is None:
        return None
    beside = [c for c in verb.children if c.dep == "ccomp" and verb.i < c.i < clause.i]
    first = clause.subtree()[0].i  # of "and", which would join the two, too
    return beside[-1] if beside and beside[-1].subtree()[-1].i == first - 1 else None


def main_behind_relative(verb: Token) -> None:
    """ "The union *Veyra*, which lobbied for it, *called* for a vote": what is left of a sentence without a verb."""
    name = verb.head
    if name is None or name.head is not None or name.pos not in {"NOUN", "PROPN"} or verb.dep not in {"acl", "relcl"}:
        return
    own = verb.child("nsubj", "nsubjpass", "mark", "expl")
    if verb.tag not in {"VBD", "VBZ", "VBP"} or own is not None or not after_comma(verb):
        return
    if not any(c.dep == "relcl" and name.i < c.i < verb.i and c.child(*SUBJECTS) for c in name.children):
        return
    hang(verb, None, "ROOT")
    hang_subject(name, verb)


def relative(clause: Token) -> None:
    """ "announces a flaw in its phones *that lets* others in": what has "that" for its subject tells of the object."""
    verb, subject = clause.head, clause.child("nsubj", "nsubjpass")
    if clause.dep != "ccomp" or verb is None or subject is None or subject.lower not in RELATIVES:
        return
    noun = verb.child("dobj")
    if subject.tag in {"WDT", "WP"} and noun is not None and verb.i < noun.i < subject.i:
        hang(clause, noun, "relcl")


def day_told(noun: Token) -> None:
    """ "On 3 May, *the day of the vote*, the regulator blocked it": what a day was does not block anything."""
    verb = noun.head
    if noun.dep != "nsubj" or verb is None or noun.lemma not in {"day", "eve", "date", "anniversary", "night"}:
        return
    if any(c.dep in SUBJECTS and noun.i < c.i < verb.i for c in verb.children):
        hang(noun, verb, "npadvmod")


def named_extremist(noun: Token) -> None:
    """ "declared the movement Free City *extremist*": what it is declared, and no part of its name."""
    names = [c for c in noun.children if c.dep == "compound" and c.i < noun.i]
    verb = next((t for t in noun.ancestors() if t.pos == "VERB"), None)
    if noun.lower not in {"extremist", "terrorist", "undesirable"} or not names or verb is None:
        return
    last = names[-1]
    if verb.lemma not in {"declare", "label", "brand", "deem", "designate", "name"} or last.tag not in {"NNP", "NNPS"}:
        return
    assert noun.head is not None
    hang(last, noun.head, noun.dep)
    for child in [c for c in noun.children if c.i < noun.i and c is not last]:
        hang(child, last, child.dep)
    hang(noun, verb, "oprd")


def of_whom(clause: Token) -> None:
    """ "the founder of the site Tixo, *who was held*": a person, and not what he has founded."""
    noun = clause.head
    who = clause.child("nsubj", "nsubjpass", "dobj") if clause.dep == "relcl" else None
    if who is None or noun is None or who.lower not in {"who", "whom"} or who.i > clause.i or not _is_thing(noun):
        return
    for above in noun.ancestors():
        if above.dep not in {"pobj", "prep", "appos", "compound"} and above.pos not in {"NOUN", "PROPN"}:
            return
        if above.pos == "NOUN" and lexicon.heads().get(above.lower) == "Person":
            hang(clause, above, "relcl")
            return
        if above.pos == "VERB":
            return


def _is_thing(noun: Token) -> bool:
    """Whether a noun or name is known for no person's: by itself, or by the noun beside it ("the *site* Tixo")."""
    beside = [c for c in noun.children if c.dep == "compound" and c.tag == "NN"]
    if noun.dep == "appos" and noun.head is not None and noun.head.tag == "NN":
        beside.append(noun.head)
    told = noun.mention.type if noun.mention is not None else ""
    kinds = [kind for t in (noun, *beside) if (kind := lexicon.heads().get(t.lower))]
    kinds = [told] if told else kinds
    return bool(kinds) and "Person" not in kinds


def subject_of_said(noun: Token) -> None:
    """ "in which she alleges *editors at the paper* | were aware": no object, but the subject of what is alleged."""
    verb = noun.head
    if noun.dep != "dobj" or verb is None or verb.lemma not in SAID_BARE or verb.child("ccomp", "auxpass"):
        return
    end = noun.subtree()[-1].i
    if noun.child("acl", "relcl") is not None or end != verb.subtree()[-1].i:
        return
    for above in verb.ancestors():
        for clause in above.children:
            opens = clause.i > end and clause.subtree()[0].i == end + 1
            if opens and clause.dep in {"ccomp", "conj", "advcl"} and _lacks_subject(clause):
                hang(clause, verb, "ccomp")
                hang_subject(noun, clause)
                return


def _lacks_subject(clause: Token) -> bool:
    return clause.pos in {"VERB", "AUX"} and is_finite(clause) and clause.child("mark", "cc", *SUBJECTS) is None


def said_bare(clause: Token) -> None:
    """ "reports *data on its users* | *were stolen*": between a verb of saying and a verb with a tense, its subject."""
    verb = clause.head
    if verb is None or not _may_be_said_bare(clause, verb):
        return
    noun = next((c for c in verb.children if c.dep == "dobj" and verb.i < c.i < clause.i), None)
    if noun is None or noun.pos not in {"NOUN", "PROPN"} or noun.child("relcl") is not None:
        return
    between = [c for c in verb.children if noun.i < c.i < clause.i]
    if not _fills_gap(noun, between, clause):
        return
    hang(clause, verb, "ccomp")
    hang_subject(noun, clause)
    for part in between:
        hang(part, noun, part.dep)


def _may_be_said_bare(clause: Token, verb: Token) -> bool:
    """Whether a clause that lacks its subject may be what a verb tells."""
    if clause.dep not in {"ccomp", "conj", "advcl"} or not _lacks_subject(clause):
        return False
    said = verb.lemma in SAID_BARE and verb.child("auxpass", "neg") is None
    return said and (clause.dep == "ccomp" or _is_full(clause))


def _fills_gap(noun: Token, between: list[Token], clause: Token) -> bool:
    """Whether a noun, with its prepositions and asides, is all that stands before a clause."""
    phrases = [c for c in between if c.dep != "punct"]
    last = max(t.i for c in (noun, *between) for t in c.subtree())
    if last + 1 != clause.subtree()[0].i or any(c.dep != "prep" or clause.dep != "ccomp" for c in phrases):
        return False
    if len(phrases) == len(between):
        return True
    aside = any(t.lower == "," for c in (noun, *phrases) for t in c.subtree())
    return aside and clause.dep != "conj"  # "announces charges, *paid its staff*": one thing beside another


def _is_full(clause: Token) -> bool:
    """Whether a form that may be a participle, too, stands for a tense: with an auxiliary, an object, or in "-s"."""
    return clause.tag == "VBZ" or clause.child("aux", "auxpass", "dobj") is not None


def said_of_many(that: Token) -> None:
    """ "rules *that* two mails on her server held secrets": before a plural no article, but the opening of a clause."""
    noun = that.head
    verb = noun.head if noun is not None else None
    if that.lower != "that" or that.dep != "det" or noun is None or verb is None or noun.tag not in {"NNS", "NNPS"}:
        return
    if noun.dep != "dobj" or verb.lemma not in lexicon.verbs("saying") | lexicon.verbs("deciding") | TELLING:
        return
    clause = next((c for c in noun.children if c.dep == "acl" and c.tag in {"VBD", "VBN"} and c.child("dobj")), None)
    if clause is None or that.i != verb.i + 1:
        return
    hang(clause, verb, "ccomp")
    hang(noun, clause, "nsubj")
    hang(that, clause, "mark")
    clause.tag = "VBD"


def deed_to_name(gerund: Token) -> None:
    """ "charged with *hacking Tixo*": what somebody is charged with is a deed, and no part of the name behind it."""
    name = gerund.head
    preposition = name.head if name is not None and name.dep == "pobj" else None
    verb = preposition.head if preposition is not None else None
    if gerund.tag != "VBG" or gerund.dep not in {"amod", "compound"} or name is None or verb is None:
        return
    if name.pos != "PROPN" or verb.lemma not in BLAMING or preposition is None or name.subtree()[0] is not gerund:
        return
    hang(gerund, preposition, "pcomp")
    hang(name, gerund, "dobj")


def asked_about(about: Token) -> None:
    """ "questioned lawyers *representing Veyra about its data*": what somebody is asked about belongs to the verb."""
    above = about.head
    if about.dep != "prep" or about.lower != "about" or above is None or above.pos not in {"PROPN", "VERB"}:
        return
    verb = next((t for t in above.ancestors() if t.lemma in ASKING and t.pos == "VERB"), None)
    whom = verb.child("dobj", "nsubjpass") if verb is not None else None
    if whom is None or above is whom or about not in whom.subtree() or whom.child("acl") is None:
        return
    matter, described = about.child("pobj"), whom.child("acl")
    if above.pos == "PROPN" or above.lemma in {"represent", "work", "act"}:
        hang(about, verb, "prep")
        for late in [c for c in (described.children if described else []) if c.dep == "prep" and c.i > about.i]:
            if matter is not None and late.i == matter.subtree()[-1].i + 1:
                hang(late, matter, "prep")


def shown(participle: Token) -> None:
    """ "releases a video from May *showing* the raid": what shows it is the video, not whoever releases it."""
    verb = participle.head
    paper = verb.child("dobj") if verb is not None and verb.pos == "VERB" else None
    if participle.dep != "advcl" or participle.lemma not in SHOWING or participle.tag != "VBG" or paper is None:
        return
    if paper.lemma not in PAPERS or paper.i > participle.i or participle.child("mark", "nsubj"):
        return
    between = [c for c in verb.children if paper.i < c.i < participle.i]  # type: ignore[union-attr]
    if all(c.dep == "prep" for c in between):
        for part in [*between, participle]:
            hang(part, paper, "prep" if part.dep == "prep" else "acl")


def told_with_that(that: Token) -> None:
    """ "assured the group *that satire* would be left alone": behind whom somebody tells it opens what he tells."""
    subject = that.head
    clause = subject.head if subject is not None and subject.dep in SUBJECTS else None
    whom = clause.head if clause is not None and clause.dep in {"acl", "relcl"} else None
    if that.lower != "that" or that.dep != "det" or clause is None or whom is None:
        return
    if whom.dep not in {"dobj", "dative"}:
        return
    verb = whom.head
    addressing = verb is not None and verb.lemma in lexicon.verbs("addressing") and verb.child("ccomp") is None
    if addressing and that.i == whom.i + 1:
        hang(that, clause, "mark")


def told_without_gap(that: Token) -> None:
    """ "warned three firms *that ads are bad* for Veyra": a clause in which nothing is left out tells what was told.

    In a relative clause "that" is what its verb or a preposition still lacks ("warned firms *that it had fined*").
    """
    clause = next((t for t in that.ancestors() if t.dep in {"relcl", "acl"}), None)
    whom = clause.head if clause is not None else None
    verb = whom.head if whom is not None and whom.dep in {"dobj", "dative"} else None
    if that.lower != "that" or clause is None or whom is None or verb is None or that.i != whom.i + 1:
        return
    subject = clause.child(*SUBJECTS)
    addressing = verb.lemma in lexicon.verbs("addressing") and verb.child("ccomp") is None
    later = subject is not None and subject is not that and subject.i > that.i
    if addressing and later and _lacks_nothing(clause, that):
        hang(that, clause, "mark")
        that.tag = "IN"


def told_participle(that: Token) -> None:
    """ "warned four shops *that paid reviews are* bad": behind "that" the participle describes the clause's subject."""
    participle = that.head
    whom = participle.head if participle is not None and participle.dep == "relcl" else None
    noun = participle.child("dobj") if participle is not None else None
    if that.lower != "that" or that.dep not in SUBJECTS or participle is None or whom is None or noun is None:
        return
    verb = whom.head
    if whom.dep != "dobj" or verb is None or verb.lemma not in lexicon.verbs("addressing"):
        return
    main = verb.child("ccomp")
    if main is None or not is_finite(main) or main.child(*SUBJECTS) or main.i < noun.i or participle.tag != "VBD":
        return
    if noun.child("det", "poss") is None and participle.i == that.i + 1:
        hang(noun, main, "nsubj")
        hang(participle, noun, "amod")
        hang(that, main, "mark")
        participle.tag = "VBN"


def _lacks_nothing(clause: Token, that: Token) -> bool:
    """Whether a clause has all that its verb wants without "that": what it is like, another object, or no object."""
    holder = that.head
    if that.dep == "pobj" and holder is not None:
        return holder.i > that.i and any(c.dep == "pobj" and c is not that for c in holder.children)
    if that.dep not in {"dobj", "attr", "acomp", "dative", "advmod"} or holder is not clause:
        return False
    if clause.lemma == "be":
        return any(c.dep in {"acomp", "attr"} and c is not that for c in clause.children)
    passive = clause.child("nsubjpass") is not None
    second = any(c.dep == "dobj" and c is not that for c in clause.children)
    return passive or second or clause.lemma in OBJECTLESS


def told_whom(clause: Token) -> None:
    """ "warned *shops selling the phones* | *that they could be fined*": who is told may be described before."""
    opens = any(c.dep == "mark" and c.lower == "that" for c in clause.children)
    above = clause.head
    if clause.dep not in {"relcl", "acl", "ccomp"} or not opens or above is None or clause.child(*SUBJECTS) is None:
        return
    verb = next((t for t in clause.ancestors() if t.lemma in lexicon.verbs("addressing") and t.pos == "VERB"), None)
    if verb is None or verb is above or above.lemma in lexicon.verbs("saying") | {"believe", "allege", "show", "fear"}:
        return
    if above.lemma in CONTENT and above.i < clause.i:
        return
    _describe(above, verb)
    whom = verb.child("dobj", "dative")
    if whom is not None and verb.i < whom.i < clause.i and clause in whom.subtree() and not verb.child("ccomp"):
        hang(clause, verb, "ccomp")


def _describe(participle: Token, verb: Token) -> None:
    """ "warns *men named in the files* that": whom somebody warns, taken for the subject of a clause said."""
    whom = participle.child("nsubj")
    if participle.head is not verb or participle.dep != "ccomp" or participle.tag not in {"VBD", "VBN"}:
        return
    if whom is None or verb.child("dobj") or participle.child("mark", "dobj", "aux", "auxpass"):
        return
    if whom.pos in {"NOUN", "PROPN"} and whom.subtree()[0].i == verb.i + 1:
        hang(whom, verb, "dobj")
        hang(participle, whom, "acl")
        participle.tag = "VBN"


def told_that(clause: Token) -> None:
    """ "told a panel *that the app was "plainly" lying*": behind "that" and a subject stands no infinitive."""
    mark, subject = clause.child("mark"), clause.child("nsubj", "nsubjpass")
    that = mark is not None and mark.lower == "that"
    if clause.dep == "xcomp" and that and subject is not None and is_finite(clause):
        clause.dep = "ccomp"


def told_before(that: Token) -> None:
    """ "testified before a panel *that Veyra put* profit first": what has another object is no clause about the panel.

    Nor is it one about the reader of a paper ("said in a note to users *that it lost data*"), or about the paper, where
    its verb never has an object ("sent users a message *that the app would close*").
    """
    clause = that.head
    whom = clause.head if clause is not None and clause.dep in {"acl", "relcl"} else None
    if that.lower != "that" or that.dep != "dobj" or clause is None or whom is None or not clause.child("nsubj"):
        return
    second = any(c.dep == "dobj" and c is not that for c in clause.children)
    if not second and (clause.lemma not in OBJECTLESS or clause.child("prep")):
        return
    verb = next((t for t in whom.ancestors() if t.pos == "VERB"), None)
    said = verb is not None and verb.lemma in lexicon.verbs("saying") and not verb.child("ccomp")
    if whom.dep != "pobj" or not said:
        if whom.dep == "dobj" and whom.lemma in PAPERS | {"notice", "note"}:
            that.dep, that.tag, clause.dep = "mark", "IN", "acl"
        return
    that.dep, that.tag = "mark", "IN"
    hang(clause, verb, "ccomp")


def beside_participle(verb: Token) -> None:
    """ "admits it took data *sent over* its net *and grounds* its cars": no verb with a tense goes with a participle.

    Nor one in the singular with a relative clause about many ("took data *people have sent* and grounds its cars").
    """
    first = verb.head
    if verb.dep != "conj" or verb.tag not in FINITE or first is None or verb.child("aux", "auxpass", *SUBJECTS):
        return
    many = first.dep == "relcl" and tense(first) == "VBP" and verb.tag == "VBZ"
    if not many and not (first.dep == "acl" and first.tag in {"VBN", "VBG"} and not is_finite(first)):
        return
    above = [t for t in first.ancestors() if t.pos == "VERB" and t.tag == verb.tag and t.i < first.i]
    if above:
        hang(verb, above[-1], "conj")
