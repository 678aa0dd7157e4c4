"""Single words and clauses that hang astray: objects, months, sources at the end, what a power is for."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.token import FINITE, OPENING, Token, after_comma, hang, hang_subject, is_finite

#: What somebody is granted, in nouns that name no kind of it ("grants *Veyra leave*", never "Veyra leave").
GRANTED = {"permission", "leave", "bail", "immunity", "asylum", "parole", "citizenship", "relief", "amnesty"}
#: What somebody may have or lack to do something.
POWERS = {"jurisdiction", "authority", "power", "powers", "right", "competence", "permission", "leave", "standing"}
#: How a writer keeps out of what he tells.
HEARSAY = {"allegedly", "apparently", "supposedly", "reportedly", "purportedly", "ostensibly"}
MONTHS = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
}  # fmt: skip

#: How somebody hands files or secrets to another.
HANDING = {"sell", "leak", "pass", "hand", "give", "send", "supply", "offer", "feed", "provide"}
#: Nouns with no "to" of their own ("a probe *into*", "a raid *on*"): one behind them belongs to the verb.
WITHOUT_TO = {
    "bribery", "case", "corruption", "hack", "hacking", "inquiry", "investigation", "probe", "raid", "scandal",
}  # fmt: skip
#: What is done with something in a place ("removed *from its store*").
TAKING = {"remove", "delete", "take", "pull", "drop", "withdraw", "purge", "delist", "strip", "ban", "kick"}


def granted_to(name: Token) -> None:
    """ "granted *Ann Lee* bail": the name before a bare noun is who is given it."""
    noun = name.head
    if name.dep != "compound" or noun is None or noun.lower not in GRANTED or noun.dep != "dobj" or noun.child("det"):
        return
    verb, named = noun.head, name.mention is not None and name.mention.kind == "name"
    if verb is None or verb.lemma not in {"grant", "give", "deny", "refuse", "offer"}:
        return
    if named and noun.child("compound") is name and name.start_of_mention <= verb.end + 1:
        hang(name, verb, "dative")


def told_body(kind: Token) -> None:
    """ "Told *the telecoms authority* to act": a plural between an article and a body is of its name, nobody told."""
    verb, body = kind.head, kind.head.child("dobj") if kind.head is not None else None
    if kind.dep != "dative" or kind.pos != "NOUN" or verb is None or body is None or body.i != kind.i + 1:
        return
    type_ = lexicon.heads().get(body.lower)
    official = type_ is not None and vocabulary.is_a(type_, "PublicBody")
    if official and body.tag == "NN" and body.child("det", "poss", "amod", "compound") is None:
        for child in list(kind.children):
            hang(child, body, child.dep)
        hang(kind, body, "compound")


def power_to(verb: Token) -> None:
    """ "lacks *jurisdiction to fine* Veyra": what the power is for belongs to it, and is no purpose of the verb."""
    above, to = verb.head, verb.child("aux")
    if verb.dep not in {"advcl", "xcomp"} or verb.tag != "VB" or above is None or to is None or to.lower != "to":
        return
    noun = next((c for c in above.children if c.dep == "dobj" and c.i == to.i - 1), None)
    if noun is not None and noun.lower in POWERS:
        hang(verb, noun, "acl")


def only_of_ground(adverb: Token) -> None:
    """ "was jailed *supposedly for fraud*": what is only said is the ground, and not what was done."""
    verb = adverb.head
    if adverb.dep != "advmod" or adverb.lower not in HEARSAY or verb is None or verb.pos != "VERB" or adverb.i < verb.i:
        return
    ground = next((c for c in verb.children if c.dep == "prep" and c.i == adverb.i + 1), None)
    if ground is not None and ground.lower in {"for", "over"}:
        hang(adverb, ground, "advmod")


def behind_verb(name: Token) -> None:
    """ "sued *Google*": a name right behind its verb is no adverb."""
    verb = name.head
    if name.dep != "npadvmod" or verb is None or name.mention is None or name.mention.kind != "name":
        return
    actor = vocabulary.is_a(name.mention.type, "Actor") or name.mention.type in {"Platform", "Product"}
    behind = verb.pos == "VERB" and name.start_of_mention <= verb.end + 1 and name.i > verb.i
    if actor and behind and verb.child("dobj") is None and verb.child("auxpass") is None:
        name.dep = "dobj"


def listed_object(name: Token) -> None:
    """ "orders Veyra, *Tixo* to explain": in a headline a comma joins the second object to the first."""
    verb = name.head
    first = verb.child("dobj") if verb is not None else None
    if name.dep != "npadvmod" or first is None or name.mention is None or name.mention.kind != "name":
        return
    listed = first.mention is not None and first.mention.kind == "name" and first.i == name.i - 2
    if listed and name.mention.type not in {"Time", "Amount"} and verb is not None:
        hang(name, first, "conj")


def behind_colon(name: Token) -> None:
    """ "The letters went to: *Veyra; Tixo*": who is named behind a colon belongs to the preposition before it."""
    if name.tag not in {"NNP", "NNPS"} or name.dep not in {"appos", "dobj", "npadvmod", "attr", "dep", "oprd"}:
        return
    first = name.subtree()[0]
    top = next((t for t in (name, *name.ancestors()) if t.head is None), name)
    words = {t.i: t for t in top.subtree()}
    colon, prep = words.get(first.i - 1), words.get(first.i - 2)
    if colon is None or colon.text != ":" or prep is None or prep.dep != "prep" or prep.child("pobj", "pcomp"):
        return
    if name not in prep.ancestors():
        hang(name, prep, "pobj")


def handed_to(to: Token) -> None:
    """ "sold files on the inquiry into hacking *to a tabloid*": to whom somebody hands a thing, and no object."""
    deed, whom = to.head, to.child("pobj")
    if to.dep != "prep" or to.lower != "to" or deed is None or whom is None or deed.dep != "pobj":
        return
    receiver = whom.mention
    if deed.lemma not in WITHOUT_TO or receiver is None or receiver.kind != "name" or receiver.type in {"", "Time"}:
        return
    if not vocabulary.is_a(receiver.type, "Actor"):
        return
    verb = next((t for t in deed.ancestors() if t.pos == "VERB"), None)
    thing = verb.child("dobj", "nsubjpass") if verb is not None else None
    if verb is not None and verb.lemma in HANDING and thing is not None and deed in thing.subtree():
        hang(to, verb, "prep")


def as_clause(verb: Token) -> None:
    """ "announces that it will close *as its inquiry continues*": a clause, which the parser takes for a phrase."""
    above = verb.head
    beside = verb.dep == "conj" and above is not None and _joined_by_nothing(verb, above)
    if above is None or not (verb.dep in {"ccomp", "advcl"} or beside) or verb.child(*OPENING):
        return
    if not (verb.tag in FINITE or (beside and is_finite(verb))):
        return
    nouns = (t for t in above.subtree() if t.dep == "pobj" and above.i < t.i < verb.i)
    openings = {"as"} if verb.dep == "ccomp" else {"as", "after", "before", "until"}
    subject = next((t for t in nouns if t.head and t.head.lower in openings and _ends_before(t, verb)), None)
    if subject is None or subject.head is None:
        return
    opening = subject.head
    hang_subject(subject, verb)
    hang(opening, verb, "mark")
    verb.dep = "advcl"


def _joined_by_nothing(verb: Token, above: Token) -> bool:
    """Whether nothing joins a second verb to the first one, which no sentence does."""
    return not any(c.dep in {"cc", "punct"} and above.i < c.i < verb.i for c in above.children)


def work_of(by: Token) -> None:
    """ "the site deleted a post *by Ann Lee*": beside a subject and an object nobody else does what the verb tells."""
    verb, author = by.head, by.child("pobj")
    named = author is not None and author.mention is not None and author.mention.kind == "name"
    beside = by.dep == "prep" and by.lower == "by" and named
    if not (by.dep == "agent" or beside) or verb is None or verb.child("nsubj") is None:
        return
    if verb.child("auxpass", "nsubjpass"):
        return
    patient = verb.child("dobj")
    if patient is not None and verb.i < patient.i < by.i:
        hang(by, patient, "prep")


def _ends_before(noun: Token, verb: Token) -> bool:
    first = verb.subtree()[0].i
    between = [t for t in noun.subtree() if t.i < first]
    return bool(between) and between[-1].i == first - 1


def examples_clause(participle: Token) -> None:
    """ "held ten people, including a mayor*, accused of* links": all of them are, where commas set the example off."""
    example = participle.head
    including = example.head if example is not None and example.dep == "pobj" else None
    if participle.dep != "acl" or participle.tag != "VBN" or including is None or including.lower != "including":
        return
    noun = including.head
    if noun is None or noun.tag != "NNS" or not after_comma(participle):
        return
    hang(participle, noun, "acl")


def closing_source(according: Token) -> None:
    """ "refused, fearing a suit, *according to* Lee": what closes a sentence behind a comma is of all of it."""
    clause = according.head
    if according.lower != "according" or clause is None or clause.i > according.i:
        return
    sentence = [*according.ancestors()][-1].subtree()
    before = [t for t in sentence if t.i < according.i]
    after = [t for t in sentence if t.i > according.subtree()[-1].i and t.pos != "PUNCT"]
    if after or not before or before[-1].text != ",":
        return
    semicolon = max((t.i for t in before if t.text == ";"), default=-1)
    above = [t for t in according.ancestors() if t.pos in {"VERB", "AUX"} and t.i > semicolon]
    if above and above[-1] is not clause:
        hang(according, above[-1], "prep")


def that_month(that: Token) -> None:
    """ "was banned *that March*": the word before a month says which one, and is no object of the verb."""
    if that.lower != "that" or that.head is None:
        return
    if that.dep == "mark":
        _month_before_clause(that)
        return
    if that.dep not in {"dobj", "nsubj", "npadvmod", "pobj", "advmod"}:
        return
    month = next((c for c in that.head.children if c.i == that.i + 1 and c.text in MONTHS), None)
    if month is not None and month.dep in {"npadvmod", "dobj", "pobj", "appos"}:
        hang(that, month, "det")


def _month_before_clause(that: Token) -> None:
    """ "was banned *that March*, and a court fined it": no clause of which the month is the subject."""
    clause = that.head
    above = clause.head if clause is not None and clause.dep == "ccomp" else None
    month = next((c for c in clause.children if c.i == that.i + 1 and c.text in MONTHS), None) if clause else None
    subjects = [c for c in clause.children if c.dep == "nsubj" and c is not month] if clause is not None else []
    second = month.child("conj") or next(iter(subjects), None) if month is not None else None
    if clause is None or above is None or month is None or second is None or month.dep != "nsubj":
        return
    for cc in [c for c in month.children if c.dep == "cc"]:
        hang(cc, above, "cc")
    hang(second, clause, "nsubj")
    hang(month, above, "npadvmod")
    hang(that, month, "det")
    clause.dep = "conj"


def called_on(on: Token) -> None:
    """ "have called *on* Minister Lee to resign": no particle, but the preposition before whom they call on."""
    verb = on.head
    if on.lower != "on" or on.dep != "prt" or verb is None or verb.lemma != "call":
        return
    asked = next((c for c in verb.children if c.dep == "dobj" and c.i > on.i), None)
    if asked is not None:
        hang(asked, on, "pobj")
        on.dep, on.pos, on.tag = "prep", "ADP", "IN"


def shifted_object(noun: Token) -> None:
    """ "has removed from its store *an app that tracked the police*": an object behind where it was taken from."""
    place = noun.head
    if noun.dep != "appos" or noun.pos != "NOUN" or place is None or place.dep != "pobj" or place.head is None:
        return
    preposition, article = place.head, noun.child("det", "nummod")
    verb = preposition.head
    if verb is None or verb.lemma not in TAKING or preposition.lower not in {"from", "off"} or article is None:
        return
    if verb.child("dobj", "auxpass", "nsubjpass") or article.lower in {"the", "this", "that"} or article.i < place.i:
        return
    if not any(t.lower == "," and place.i < t.i < noun.i for t in verb.subtree()):
        hang(noun, verb, "dobj")


def before_colon(verb: Token) -> None:
    """ "*Veyra ignored us*: according to its lawyers, only the court rules on it": no words of theirs."""
    later = verb.head
    if verb.dep != "ccomp" or later is None or later.i < verb.i or verb.child("nsubj", "nsubjpass") is None:
        return
    if later.lemma in lexicon.verbs("saying") or later.child("nsubj", "nsubjpass") is None or later.head is not None:
        return
    colon = next((t for t in later.subtree() if t.text == ":" and t.i > verb.i), None)
    own = later.child("nsubj", "nsubjpass")
    if colon is None or own is None or not verb.i < colon.i < own.i or verb.subtree()[-1].i > colon.i:
        return
    hang(verb, None, "ROOT")
    hang(later, verb, "parataxis")


def as_such(word: Token) -> None:
    """ "*As such*, the use of the app breaks the law": what joins the sentence to the last one, no part of the noun."""
    noun, as_ = word.head, word.child("mark", "prep", "advmod")
    verb = noun.head if noun is not None and noun.dep in {"nsubj", "nsubjpass"} else None
    if word.lower != "such" or as_ is None or as_.lower != "as" or as_.i != word.i - 1 or noun is None or verb is None:
        return
    comma = next((c for c in (*noun.children, *word.children) if c.text == "," and c.i == word.i + 1), None)
    if comma is not None and word.i < noun.i < verb.i:
        hang(as_, verb, "prep")
        hang(word, as_, "pobj")
        hang(comma, verb, "punct")
