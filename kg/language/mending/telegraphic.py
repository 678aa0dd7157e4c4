"""The short style of headlines: an object without its article, a passive without "was", a particle read as a verb."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.token import Token, hang

#: What is done to a measure or a case, never without an object.
DONE = {
    "adopt", "approve", "block", "cancel", "clear", "close", "dismiss", "drop", "extend", "impose", "launch", "levy",
    "lift", "overturn", "postpone", "quash", "reject", "remove", "renew", "restore", "reverse", "revoke", "scrap",
    "shelve", "suspend", "uphold", "widen", "withdraw",
}  # fmt: skip
#: The measures and cases to which it is done.
MEASURES = {
    "appeal", "ban", "bill", "block", "blockade", "case", "charge", "charges", "complaint", "conviction", "curbs",
    "fine", "injunction", "inquiry", "investigation", "law", "lawsuit", "order", "penalty", "petition", "probe",
    "restrictions", "ruling", "sanctions", "sentence", "shutdown", "suit", "suspension", "verdict",
}  # fmt: skip
#: Particles that the model takes for a verb or an adverb with an object ("rolls *back* its feed").
MISREAD = {"advmod", "prt", "prep", "xcomp", "ccomp"}
PARTICLES = {"back", "down", "off", "out", "over", "away", "up"}
#: Verbs that such a particle makes another verb of ("voted *down* a bill").
PHRASAL = {
    ("vote", "down"), ("strike", "down"), ("shut", "down"), ("water", "down"), ("roll", "back"), ("scale", "back"),
    ("walk", "back"), ("hand", "over"), ("shut", "off"), ("switch", "off"), ("turn", "off"),
}  # fmt: skip
#: Verbs of headlines with which a bare noun is no deed of the subject's.
CONSIDERING = {"mull", "weigh", "consider", "plan", "propose", "eye", "seek", "want", "face", "lift", "end", "impose"}

#: Plurals that a headline uses as verbs ("Veyra *teams up* with the police").
JOINING = {"team", "teams", "partner", "partners"}
BESIDE = {"compound", "nmod", "intj", "nsubj"}


def joins_another(noun: Token) -> None:
    """ "Veyra *partners with* the police", "the network *teams up*": what no verb is beside is one itself."""
    if noun.lower not in JOINING or noun.head is not None or noun.pos not in {"NOUN", "PROPN"}:
        return
    before, after = [c for c in noun.children if c.i < noun.i], [c for c in noun.children if c.i > noun.i]
    doer = before[-1] if before else None
    if doer is None or doer.i != noun.i - 1 or doer.dep not in BESIDE or not after or after[0].i != noun.i + 1:
        return
    if after[0].lower not in ({"up"} if noun.lemma == "team" else {"up", "with", "on"}):
        return
    if any(c.pos in {"VERB", "AUX"} and c.tag != "VB" for c in after):
        return
    named = next((c for c in before[:-1] if c.dep in {"intj", "nmod"} and c.mention is not None), None)
    for word in before[:-1]:
        if word is not named:
            hang(word, doer, word.dep)
    hang(doer, named or noun, "conj" if named is not None else "nsubj")
    if named is not None:
        named.dep = "nsubj"
    noun.pos, noun.tag = "VERB", "VBZ" if noun.lower.endswith("s") else "VBP"


def bare_passive(verb: Token) -> None:
    """ "*TikTok ban in Nepal lifted*": what is done to a measure is told of it without "was" in a headline."""
    subject = verb.child("nsubj")
    if verb.tag not in {"VBD", "VBN"} or verb.head is not None or subject is None or subject.lower not in MEASURES:
        return
    if verb.lemma not in DONE or not subject.i < verb.i or subject.child("det", "poss") is not None:
        return
    if verb.child("dobj", "ccomp", "xcomp", "aux", "auxpass", "oprd", "prt") is None:
        verb.tag = "VBN"
        subject.dep = "nsubjpass"


def bare_object(noun: Token) -> None:
    """ "Spain mulls *ban* on TikTok": a noun without an article behind its verb is an object, no clause."""
    verb = noun.head
    if noun.dep not in {"xcomp", "ccomp"} or noun.tag not in {"NN", "NNS"} or verb is None or noun.i < verb.i:
        return
    if verb.lemma not in CONSIDERING or verb.child("dobj") is not None:
        return
    if noun.child("nsubj", "nsubjpass", "aux", "mark", "dobj", "cop") is None:
        noun.dep = "dobj"


def bare_fine(fine: Token) -> None:
    """ "EU readies *fine* for Veyra": behind a verb that takes an object no adjective, where its target follows."""
    verb = fine.head
    if fine.lower != "fine" or fine.pos not in {"ADJ", "ADV"} or verb is None or fine.i != verb.i + 1:
        return
    if verb.pos != "VERB" or verb.child("dobj") is not None or fine.dep not in {"advmod", "acomp", "oprd", "dobj"}:
        return
    target = next((c for c in (*fine.children, *verb.children) if c.i == fine.i + 1 and c.dep == "prep"), None)
    if target is not None and target.lower in {"for", "on", "against", "of"}:
        fine.dep, fine.pos, fine.tag = "dobj", "NOUN", "NN"
        hang(target, fine, "prep")


def particle(word: Token) -> None:
    """ "Instagram rolls *back* its feed": a particle has no object; its verb has."""
    verb, patient = word.head, word.child("dobj", "pobj")
    if verb is None or word.lower not in PARTICLES or word.dep not in MISREAD:
        return
    if patient is None or verb.pos != "VERB" or word.i != verb.i + 1 or verb.child("dobj") is not None:
        return
    if patient.dep == "pobj" and (verb.lemma, word.lower) not in PHRASAL:
        return
    for child in [c for c in word.children if c.i > word.i]:
        hang(child, verb, "dobj" if child is patient else child.dep)
    word.dep, word.pos, word.tag = "prt", "ADP", "RP"


def to_do(infinitive: Token) -> None:
    """ "*Regulator to fine* Veyra": whoever opens a headline before an infinitive is to do it."""
    doer, to = infinitive.head, infinitive.child("aux")
    if infinitive.dep not in {"acl", "relcl"} or infinitive.tag != "VB" or doer is None:
        return
    if to is None or to.lower != "to" or to.i != doer.i + 1:
        return
    if doer.head is not None or doer.child("det") is not None or doer.subtree()[0].i > 0:
        return
    if not vocabulary.is_a(lexicon.heads().get(doer.lower, "Entity"), "PublicBody"):
        return
    for child in [c for c in doer.children if c.i > infinitive.i]:
        hang(child, infinitive, child.dep)
    hang(infinitive, None, "ROOT")
    hang(doer, infinitive, "nsubj")
