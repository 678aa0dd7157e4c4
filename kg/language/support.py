"""Verbs that only carry a noun's event ("*file* an appeal", "hit *with* a fine"), and where such a noun stands."""

from __future__ import annotations

from kg.language.token import Token
from kg.lexicon import verbs

#: "a *series* of fines": what it is a group of happened.
SERIES = {"series", "number", "string", "set", "raft", "round", "flurry", "wave", "spate", "pair", "couple", "slew"}

#: What somebody serves that has befallen him; any other paper he serves on another.
SERVED_OUT = {"sentence", "term", "time", "year", "month", "ban", "suspension", "punishment", "detention", "arrest"}
#: What others do about an event, which is not theirs ("a ban *circumvented* by users", "a ruling *hailed* by Veyra").
MET = {
    "bypass", "circumvent", "condemn", "criticise", "criticize", "decry", "defy", "denounce", "dodge", "evade", "flout",
    "hail", "ignore", "mock", "oppose", "praise", "ridicule", "skirt", "slam", "welcome",
}  # fmt: skip


def is_met(verb: Token | None) -> bool:
    """Whether who stands behind "by" only meets the event: "Peru's ban is *circumvented* by millions"."""
    return verb is not None and verb.lemma in MET


def befalls(verb: Token, noun: Token) -> bool:
    """ "*faces* a fine", "*served* a sentence": the subject suffers it, but "*served* an order" on another."""
    return verb.lemma in verbs("support_patient") and (verb.lemma != "serve" or noun.lemma in SERVED_OUT)


def counted(noun: Token) -> Token:
    """ "filed *a series of* complaints": where a group of events stands, its noun does."""
    of = noun.head
    group = of.head if of is not None and noun.dep == "pobj" and of.lower == "of" else None
    return group if group is not None and group.lower in SERIES else noun


def support_verb(noun: Token) -> Token | None:
    """The verb that only carries an event noun: "*file* an appeal", "an inquiry *was opened*", "hit *with* a fine"."""
    noun = counted(noun)
    head = noun.head
    while head is not None and noun.dep in {"conj", "compound", "amod", "nmod"} and head.pos in {"NOUN", "PROPN"}:
        noun, head = head, head.head
    if head is None:
        return None
    if noun.dep in {"dobj", "nsubjpass", "oprd"} and head.pos == "VERB":
        return head
    if noun.dep == "nsubj" and head.pos == "VERB" and head.tag == "VBN":
        return head
    if noun.dep == "pobj" and head.lower in {"with", "to", "under", "into", "in"} and head.head is not None:
        verb = head.head
        if verb.dep == "dobj" and verb.head is not None and head.lower == "with":
            verb = verb.head
        if verb.pos == "VERB" and (head.lower != "with" or verb.lemma in verbs("moves")):
            return verb
    if head.pos == "NOUN" and noun.dep == "nsubj":
        return None
    return None
