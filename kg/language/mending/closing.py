"""Who reports a sentence, told at its end: his clause takes nothing of what he reports, and his sources are his."""

from __future__ import annotations

from kg import lexicon
from kg.language.token import Token, after_comma, hang, is_finite

CITING = {"citing", "quoting"}


def reason_before_reporter(verb: Token) -> None:
    """ "was fined by the AP, a watchdog, *for sending data*, the firm said": a phrase before a comma is no part of it.

    The parser takes the report for an adverbial clause, and the phrase before it for the report's own.
    """
    told, speaker = verb.head, verb.child("nsubj")
    if verb.dep not in {"advcl", "conj"} or told is None or speaker is None or not told.i < speaker.i < verb.i:
        return
    if verb.lemma not in lexicon.verbs("saying") or not is_finite(verb) or verb.child("mark", "cc", "dobj", "ccomp"):
        return
    first = speaker.subtree()[0].i
    if not any(c.text == "," and c.i == first - 1 for c in verb.children):
        return
    before = [c for c in verb.children if c.dep == "prep" and told.i < c.i < first]
    if not before or before[0].child("pcomp", "pobj") is None:
        return
    for phrase in before:
        hang(phrase, told, "prep")
    verb.dep = "parataxis"


def source_of_reporter(citing: Token) -> None:
    """ "has asked X to explain it, the Times reports*, citing an official*": the source is the reporter's."""
    told = citing.head
    if citing.lower not in CITING or told is None or citing.dep not in {"advcl", "xcomp", "acl", "conj"}:
        return
    if not after_comma(citing):
        return
    reports = [c for c in told.children if c.dep in {"parataxis", "ccomp"} and told.i < c.i < citing.i]
    report = next((c for c in reversed(reports) if c.lemma in lexicon.verbs("saying") and c.child("nsubj")), None)
    if report is not None and report.child("ccomp", "dobj") is None and report.subtree()[-1].i >= citing.i - 2:
        hang(citing, report, "advcl")
