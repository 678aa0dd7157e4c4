"""Words that the tagger takes for another kind: a noun for a verb, a name for an infinitive."""

from __future__ import annotations

from kg import lexicon
from kg.language.token import FINITE, RELATIVES, Token, hang, is_finite

#: What a thing is made by whoever tells of it.
MADE = {"public", "available", "clear", "known"}
#: Pronouns that are objects.
OBJECTS = {"it", "them", "him", "her", "us", "me"}
CALENDAR = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
}  # fmt: skip
#: Participles that the model takes for names where they open a sentence before one.
OPENING = {"citing": "cite", "invoking": "invoke", "using": "use", "breaching": "breach", "violating": "violate"}
SWELLING = {"grow", "mount", "come", "intensify", "increase", "emerge", "rise", "multiply", "follow", "swell"}


def present(verb: Token) -> None:
    """ "Prosecutors *issue* a warrant and *raid* a firm": a present, which the parser takes for an infinitive."""
    if verb.pos != "VERB" or verb.tag != "VB" or verb.child("aux", "auxpass"):
        return
    subject, above = verb.child("nsubj"), verb.head
    joined = verb.dep == "conj" and above is not None and above.tag == "VBP" and verb.i > above.i
    if joined or (above is None and subject is not None and subject.i < verb.i):
        verb.tag = "VBP"


def in_case(case: Token) -> None:
    """ "*In case* the rules are adopted, we will sue": it opens a condition, as "if" does."""
    preposition = case.head
    verb = preposition.head if preposition is not None and preposition.dep == "prep" else None
    if case.lower != "case" or preposition is None or verb is None or preposition.lower != "in" or case.children:
        return
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or subject.subtree()[0].i != case.i + 1 or subject.i > verb.i or not is_finite(verb):
        return
    if verb.dep in {"advcl", "ROOT", "ccomp"} and preposition.i == case.i - 1:
        hang(case, verb, "mark")
        hang(preposition, case, "fixed")


def plural_verb(token: Token) -> None:
    """A noun that the parser took a verb for; see `name_verb`."""
    name_verb(token, {"NN", "NNS"})


def name_verb(token: Token, tags: set[str]) -> None:
    """ "Police in Lagos *arrest* ten men", "it lied, they *allege*": what subject and object hang on is a verb."""
    third = token.lower in lexicon.stand_ins("third_person")
    if token.tag not in tags or not (third or token.lower in lexicon.stand_ins("plural")):
        return
    subject, patient = token.child("nsubj"), token.child("dobj")
    said = token.child("ccomp") is not None and token.lower.removesuffix("s") in lexicon.verbs("saying")
    if subject is None or subject.i > token.i or token.child("det", "cop", "aux"):
        return
    if said or (patient is not None and (patient.i > token.i or patient.lower in RELATIVES)):
        token.pos, token.tag = "VERB", "VBZ" if third else "VBP"


def before_pronoun(noun: Token) -> None:
    """ "Blocks the site and *fines it* 300 euros": a plural right before "it" is a further verb of the sentence."""
    verb = noun.head
    while verb is not None and verb.pos != "VERB":
        verb = verb.head
    if noun.tag != "NNS" or noun.dep not in {"conj", "dobj", "pobj"} or verb is None or not is_finite(verb):
        return
    patient = next((c for c in (*verb.children, *noun.children) if c.i == noun.i + 1 and c.lower in OBJECTS), None)
    joined = any(c.dep == "cc" and c.i == noun.i - 1 for t in (verb, noun.head) if t is not None for c in t.children)
    if patient is None or not joined or noun.lower not in lexicon.stand_ins("third_person") or noun.i < verb.i:
        return
    for child in [c for c in verb.children if c.i > noun.i]:
        hang(child, noun, "dobj" if child is patient else child.dep)
    hang(noun, verb, "conj")
    hang(patient, noun, "dobj")
    noun.pos, noun.tag = "VERB", "VBZ"


def awards_besides(noun: Token) -> None:
    """ "issues a judgment against Lee and *awards Veyra $5 million*": before a name and a sum no second addressee."""
    verb = next((t for t in noun.ancestors() if t.pos == "VERB"), None)
    if noun.lower != "awards" or noun.dep != "conj" or noun.head is None or verb is None or noun.i < verb.i:
        return
    behind = [t for t in verb.subtree() if t.i > noun.i]
    payee, total = _payee(noun, behind), _total(behind)
    joined = next((c for c in noun.head.children if c.dep == "cc" and c.i == noun.i - 1), None)
    if payee is None or total is None or joined is None or total.i < payee.i:
        return
    hang(joined, verb, "cc")
    hang(noun, verb, "conj")
    hang(total, noun, "dobj")
    hang(payee, noun, "dative")
    noun.pos, noun.tag, noun.lemma = "VERB", "VBZ", "award"
    payee.pos, payee.tag = "PROPN", "NNP"


def _payee(awards: Token, behind: list[Token]) -> Token | None:
    """The name of one or two words right behind "awards"."""
    if not any(t.i == awards.i + 1 and t.tag in {"NNP", "NNPS", "VBP"} for t in behind):
        return None
    return next((t for t in behind if t.dep != "compound" and t.i in {awards.i + 1, awards.i + 2}), None)


def _total(behind: list[Token]) -> Token | None:
    """The first sum, told with its sign."""
    numbers = (t for t in behind if t.tag == "CD" and t.dep != "compound")
    return next((t for t in numbers if any(c.tag == "$" for c in t.children)), None)


def made_public(adjective: Token) -> None:
    """ "has made *public* its contracts": what something is made, before a long object, is no part of its phrase."""
    noun = adjective.head
    if adjective.dep == "ccomp" and (subject := adjective.child("nsubj")) is not None and noun is not None:
        if noun.lemma == "make" and adjective.i == noun.i + 1 and adjective.lower in MADE and subject.i > adjective.i:
            hang(subject, noun, "dobj")
            adjective.dep = "oprd"
        return
    verb = noun.head if noun is not None and noun.dep == "dobj" else None
    if verb is None or verb.lemma != "make" or adjective.i != verb.i + 1 or adjective.lower not in MADE:
        return
    hang(adjective, verb, "oprd")


def by_name(name: Token) -> None:
    """ "files seen *by Reuters* show that": a name right behind an empty "by" is its object, no part of the verb."""
    verb = name.head
    if verb is None or verb.pos != "VERB" or name.mention is None or name.dep not in {"compound", "nmod", "npadvmod"}:
        return
    by = next((t for c in verb.children for t in c.subtree() if t.lower == "by" and t.i < name.subtree()[0].i), None)
    if by is not None and not by.children and by.i >= name.subtree()[0].i - 2:
        hang(name, by, "pobj")


def named_object(name: Token) -> None:
    """ "Veyra bans *Ada Lee*, an activist": a name behind a verb that has no object tells no time or measure."""
    verb = name.head
    if (
        name.dep not in {"npadvmod", "appos"}
        or name.tag != "NNP"
        or verb is None
        or verb.pos != "VERB"
        or name.lower in CALENDAR
    ):
        return
    between = [c for c in verb.children if verb.i < c.i < name.subtree()[0].i]
    known = verb.lower in lexicon.stand_ins("third_person") or verb.lower in lexicon.stand_ins("plural")
    if known and verb.i < name.i and not between and not verb.child("dobj", "ccomp", "xcomp", "auxpass", "nsubjpass"):
        name.dep = "dobj"


def citing(word: Token) -> None:
    """ "*Citing* Section 7, the ministry blocked the app": no part of the name before which it stands."""
    law = word.head
    verb = law.head if law is not None else None
    if word.lower in OPENING and word.dep == "advcl" and word.tag == "NNP":
        word.pos, word.tag, word.lemma = "VERB", "VBG", OPENING[word.lower]
    if word.lower not in OPENING or word.dep not in {"compound", "nmod"} or law is None or law.dep == "dobj":
        return
    if verb is None or verb.pos != "VERB" or word.i > law.i or word.i != law.subtree()[0].i:
        return
    hang(word, verb, "advcl")
    hang(law, word, "dobj")
    word.pos, word.tag, word.lemma = "VERB", "VBG", OPENING[word.lower]


def infinitive(name: Token) -> None:
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


def firm(firm: Token) -> None:
    """ "*The firm* further states that": before a verb without a subject "firm" is a noun."""
    verb = firm.head
    if firm.lower != "firm" or firm.pos != "ADJ" or verb is None or verb.tag not in FINITE or firm.i > verb.i:
        return
    if firm.dep not in {"amod", "advmod", "nsubj"} or (firm.dep != "nsubj" and verb.child("nsubj", "nsubjpass")):
        return
    for word in [c for c in verb.children if c.i < firm.i and c.dep in {"det", "compound", "poss"}]:
        hang(word, firm, word.dep)
    firm.dep, firm.pos, firm.tag = "nsubj", "NOUN", "NN"


def hearing(hearing: Token) -> None:
    """ "Judge delays *hearing* on the ban": what is put off is a noun, though it looks like a gerund."""
    verb = hearing.head
    if hearing.lower != "hearing" or hearing.tag != "VBG" or verb is None or hearing.i != verb.i + 1:
        return
    if hearing.dep in {"xcomp", "ccomp", "advcl", "acl", "dobj"} and not hearing.child("dobj", "ccomp", "nsubj"):
        hearing.dep, hearing.pos, hearing.tag = "dobj", "NOUN", "NN"


def titled(name: Token) -> None:
    """ "*Facebook* to pay a fine": a name that opens a headline is no verb, though it looks like an order."""
    if name.mention is None or name.mention.kind != "name" or name.tag != "VB" or name.head is not None:
        return
    clauses = (c for c in name.children if c.dep in {"advcl", "xcomp"} and c.tag == "VB" and c.i > name.i)
    infinitive = next(clauses, None)
    to = infinitive.child("aux") if infinitive is not None else None
    if infinitive is not None and to is not None and to.lower == "to" and to.i == name.i + 1:
        name.pos, name.tag, infinitive.dep = "PROPN", "NNP", "acl"


def sum(fine: Token) -> None:
    """ "a $50m *fine*": behind an article and a sum of money a noun."""
    if fine.lower == "fine" and fine.tag == "JJ" and fine.child("det") is not None and fine.child("nummod") is not None:
        fine.pos, fine.tag = "NOUN", "NN"


def calls(preposition: Token) -> None:
    """ "*Calls* are growing *for an inquiry*": what is called for hangs on the calls."""
    verb = preposition.head
    if preposition.dep != "prep" or preposition.lower not in {"for", "to"} or verb is None:
        return
    calls = verb.child("nsubj")
    if verb.lemma not in SWELLING or calls is None or not calls.i < verb.i < preposition.i:
        return
    if calls.lemma in {"call", "demand", "appeal", "plea", "pressure"}:
        hang(preposition, calls, "prep")


def home(word: Token) -> None:
    """ "raid *the Lima home* of a blogger": behind an article or an owner a noun, and no way where somebody goes."""
    verb = word.head
    if word.lower != "home" or word.tag != "RB" or verb is None or verb.pos != "VERB" or verb.child("dobj"):
        return
    if word.i > verb.i and word.child("det", "poss", "compound", "amod") is not None:
        word.pos, word.tag, word.dep = "NOUN", "NN", "dobj"


def what_was_asked(noun: Token) -> None:
    """ "asked Tixo to delete it, *requests that Tixo has rejected*": what was asked before, and no further verb.

    A verb would have "and" before it, and somebody to do what it asks in another form ("that Tixo reject").
    """
    clause, above = noun.child("ccomp"), noun.head
    that = clause.child("mark") if clause is not None else None
    if noun.lower not in {"requests", "demands", "claims", "orders"} or noun.dep != "conj" or above is None:
        return
    if clause is None or that is None or that.i != noun.i + 1 or noun.child("nsubj", "dobj", "aux"):
        return
    joined = any(c.dep == "cc" and above.i < c.i < noun.i for c in above.children)
    if joined or clause.child("dobj") or clause.child("nsubj") is None or not is_finite(clause):
        return
    noun.pos, noun.tag, noun.dep, clause.dep = "NOUN", "NNS", "npadvmod", "relcl"
    that.dep, that.tag, that.pos = "dobj", "WDT", "PRON"


def to(infinitive: Token) -> None:
    """ "a penalty *to settle* claims": an infinitive without a subject or relative pronoun is no relative clause."""
    to = infinitive.child("aux")
    bare = infinitive.dep == "relcl" and infinitive.tag == "VB" and to is not None and to.lower == "to"
    if bare and not any(c.i < infinitive.i and c is not to and c.pos != "ADV" for c in infinitive.children):
        infinitive.dep = "acl"
