"""What short news tears apart: a late object, a row behind a preposition, whose trial it is, a verb beside a gerund."""

from __future__ import annotations

from kg.language.token import FINITE, Token, hang, hang_beside, is_finite, is_name

#: Whose person or matter stands behind the place ("the trial begins *in Minsk* of a blogger").
STAGED = {"trial", "retrial", "hearing", "sentencing", "prosecution", "cross-examination"}
#: In what a bill is adopted.
READINGS = {"first", "second", "third", "final"}
#: What is voiced.
FEELINGS = {
    "alarm", "anger", "concern", "concerns", "criticism", "disappointment", "dismay", "doubt", "doubts", "fear",
    "fears", "frustration", "hope", "objection", "objections", "opposition", "outrage", "regret", "support", "unease",
}  # fmt: skip
#: What somebody does with papers, and never with what they tell.
RELEASING = {"release", "publish", "post", "leak", "dump", "upload", "obtain", "print", "show", "share"}
SAYING = {"claim", "say", "allege", "believe", "suggest"}


def listed_behind(name: Token) -> None:
    """ "Access to Veyra*, Tixo and Oppo* is cut": a second subject in a row of names goes with the name before."""
    verb = name.head
    if name.dep not in {"nsubj", "nsubjpass"} or verb is None or not is_name(name) or name.child("conj") is None:
        return
    subject = next((c for c in verb.children if c.dep == name.dep and c.i < name.i), None)
    if subject is None:
        return
    words = {t.i: t for t in subject.subtree()}
    start = name.subtree()[0].i
    before = words.get(start - 2)
    comma = words.get(start - 1) or next((c for c in verb.children if c.i == start - 1), None)
    if comma is None or comma.text != "," or before is None or before.dep not in {"pobj", "conj"} or before is subject:
        return
    if is_name(before):
        hang(name, before, "conj")


def finite_beside_gerund(verb: Token) -> None:
    """ "is accused of insulting the king *and faces* prison": a present form goes with the verb before, no gerund."""
    first = verb.head
    if verb.dep != "conj" or verb.tag != "VBZ" or first is None or first.tag != "VBG" or first.dep != "pcomp":
        return
    if verb.child("nsubj", "nsubjpass", "expl", "mark") is not None:
        return
    above = next((t for t in first.ancestors() if t.pos in {"VERB", "AUX"} and is_finite(t)), None)
    if above is None or above.i > first.i or above.tag in {"VBD", "MD"}:
        return
    hang_beside(verb, first, above)


def staged_of(of: Token) -> None:
    """ "*The trial* begins in Minsk *of Ann Lee*": no place of somebody, but whose trial it is."""
    place = of.head
    in_ = place.head if place is not None and place.dep == "pobj" else None
    verb = in_.head if in_ is not None and in_.dep == "prep" else None
    if of.dep != "prep" or of.lower != "of" or verb is None or place is None or not is_name(place):
        return
    subject, whom = verb.child("nsubj", "nsubjpass"), of.child("pobj")
    if subject is None or subject.lemma not in STAGED or whom is None or subject.child("prep") is not None:
        return
    hang(of, subject, "prep")


def in_reading(noun: Token) -> None:
    """ "adopts *in third reading legislation on data*": the reading is one thing, the law another."""
    in_, reading = noun.head, noun.child("compound")
    verb = in_.head if in_ is not None and noun.dep == "pobj" and in_.lower in {"in", "at", "on"} else None
    if reading is None or reading.lower != "reading" or in_ is None or verb is None or verb.child("dobj"):
        return
    which = next((c for c in noun.children if c.lower in READINGS and c.i < reading.i), None)
    if which is None or verb.pos != "VERB":
        return
    for child in [c for c in noun.children if c.i < reading.i]:
        hang(child, reading, child.dep)
    hang(noun, verb, "dobj")
    hang(reading, in_, "pobj")


def sue(word: Token) -> None:
    """ "Newspapers owned by Lee Corp. *sue* Veyra": the one verb of a headline, taken for a part of a name."""
    name = word.head
    if word.text != "sue" or word.dep != "compound" or name is None or name.i < word.i or not is_name(name):
        return
    top = [*word.ancestors()][-1]
    if top.tag not in {"NNS", "NNP", "NNPS", "NN"} or top.i > word.i or any(t.tag in FINITE for t in top.children):
        return
    above = [c for t in word.ancestors() for c in t.children]
    for child in [c for c in above if c.i > name.i and c.dep in {"prep", "punct", "advcl"}]:
        hang(child, word, child.dep)
    before = [c for c in name.children if c.i < word.i]
    preposition = name.head
    word.tag, word.pos = "VBP", "VERB"
    hang(word, None, "ROOT")
    hang(name, word, "dobj")
    for child in [c for c in [*before, *word.children] if c.i < word.i and c is not top]:
        if preposition is not None and preposition.dep in {"prep", "agent"} and child.dep in {"compound", "nmod"}:
            hang(child, preposition, "pobj")
    hang(top, word, "nsubj")


def voiced(feeling: Token) -> None:
    """ "Oman *voices alarm* at the arrest", taken for a noun of nouns: who voices a feeling is the subject."""
    voice = next((c for c in feeling.subtree() if c.lower in {"voice", "voices"} and c.i == feeling.i - 1), None)
    if feeling.lower not in FEELINGS or feeling.head is not None or feeling.tag.startswith("VB") or voice is None:
        return
    before = [t for t in feeling.subtree() if t.i < voice.i]
    subject = voice.child("compound", "nsubj") or feeling.child("nsubj", "compound")
    if subject is voice:
        subject = next((c for c in feeling.children if c.dep == "compound" and c is not voice), None)
    if voice.dep == "pobj" and voice.head is not None:
        kind = voice.child("compound")
        if kind is not None:
            hang(kind, voice.head, "pobj")
    if not before or subject is None or any(t.dep == "det" and t.head is voice and t.i == voice.i - 1 for t in before):
        return
    voice.tag, voice.pos, voice.lemma = ("VBZ" if voice.lower == "voices" else "VBP"), "VERB", "voice"
    hang(voice, None, "ROOT")
    for child in list(voice.children):
        if child is not subject and subject is not None and child.i < subject.i:
            hang(child, subject, child.dep)
    hang(subject, voice, "nsubj")
    hang(feeling, voice, "dobj")


def verb_in_name(verb: Token) -> None:
    """ "Oman *bans* user web site Veyra after insulting clips are found": a present form with a subject is a verb."""
    noun, subject = verb.head, verb.child("nsubj")
    if (
        verb.tag != "VBZ"
        or verb.dep not in {"compound", "nmod"}
        or noun is None
        or subject is None
        or subject.i > verb.i
    ):
        return
    while noun.dep in {"compound", "nmod"} and noun.head is not None:
        noun = noun.head
    later = noun.head
    after = next((c for c in noun.children if c.dep == "prep" and c.lower in {"after", "as"} and c.i > noun.i), None)
    if later is None or after is None or noun.dep not in {"nsubj", "nsubjpass"} or not is_finite(later):
        return
    gerund = after.child("pcomp")
    patient = gerund.child("dobj") if gerund is not None else after.child("pobj")
    if patient is None or patient.i > later.i or later.head is not None:
        return
    verb.pos = "VERB"
    hang(verb, None, "ROOT")
    hang(patient, later, noun.dep)
    if gerund is not None:
        hang(gerund, patient, "amod")
    hang(after, later, "mark")
    hang(noun, verb, "dobj")
    hang(later, verb, "advcl")


def said_inside(verb: Token) -> None:
    """ "releases *papers that it claims* give details": the papers are released, and the second verb is the claim."""
    above = verb.head
    noun = verb.child("nsubj")
    if verb.dep != "ccomp" or above is None or above.lemma not in RELEASING or noun is None or noun.i < above.i:
        return
    claim = next((t for t in noun.subtree() if t.dep == "relcl" and t.lemma in SAYING and t.i == verb.i - 1), None)
    if claim is None or claim.child("ccomp", "dobj") is not None or above.child("dobj", "mark") is not None:
        return
    hang(noun, above, "dobj")
    hang(verb, claim, "ccomp")
