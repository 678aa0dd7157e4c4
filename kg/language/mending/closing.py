"""Who reports a sentence, told at its end: his clause takes nothing of what he reports, and his sources are his."""

from __future__ import annotations

from kg import lexicon
from kg.language.token import Token, after_comma, hang, is_finite

CITING = {"citing", "quoting"}
#: Behind a noun these begin what says more of it ("a letter *seen by* Veyra", "an aide *with* knowledge of it").
BEHIND_NOUN = {"prep", "acl", "amod", "punct"}
#: What the parser takes the verb of a closing report for.
TAKEN_FOR = {"relcl", "advcl", "conj", "ccomp", "acl", "appos", "dobj"}
#: Whoever does so says it of somebody, who may stand before ("the man *the state accuses* of theft").
OF_SOMEBODY = {"accuse", "suspect", "describe", "call", "quote"}
#: With one of these opens no name of a speaker.
NO_SPEAKER = {"CC", "IN", "WDT", "WP", "WP$", "WRB", "TO", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG", "RB", "PRP", "PRP$"}


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


def reporter_at_end(verb: Token) -> None:
    """ "ordered the firm to block Veyra, *a letter seen by AFP showed*": who closes a sentence so has told all of it.

    The parser takes what stands behind the last comma for a relative clause or another name of what stands before.
    """
    if verb.lemma not in lexicon.verbs("saying") - OF_SOMEBODY or verb.tag not in {"VBD", "VBZ", "VBP"}:
        return
    if verb.head is None or verb.dep not in TAKEN_FOR or verb.child("mark", "cc", "ccomp", "xcomp", "aux"):
        return
    root = [*verb.ancestors()][-1]
    sentence = [t for t in root.subtree() if t.text not in {'"', "“", "”"}]
    comma = next((t for t in reversed(sentence) if t.text == "," and t.i < verb.i), None)
    between = [t for t in sentence if comma is not None and comma.i < t.i < verb.i]
    speaker = _head_noun(between)
    closing = [t for t in sentence if t.i > verb.i and t.pos != "PUNCT"]
    if speaker is None or comma is None or root.i > comma.i or not is_finite(root) or not _is_closing(closing, verb):
        return
    for told in [c for c in verb.children if c.i < comma.i and c is not root]:
        hang(told, root, told.dep)
    hang(verb, root, "parataxis")
    hang(speaker, verb, "nsubj")
    for word in between:
        if word is not speaker and word.head is not None and word.head.i < comma.i:
            hang(word, speaker, word.dep if word.dep in BEHIND_NOUN else "nmod")


def media_report(report: Token) -> None:
    """ "Lumio was blocked, *state media report*": what the press does behind the last comma is no noun."""
    media, above = report.child("compound"), report.head
    if report.lower not in {"report", "reports"} or report.pos != "NOUN" or media is None or above is None:
        return
    root = [*report.ancestors()][-1]
    sentence = root.subtree()
    ends = all(t.pos == "PUNCT" for t in sentence if t.i > report.i)
    first = min(t.i for c in report.children for t in c.subtree() if c is media or c.dep in {"amod", "det"})
    comma = next((t for t in sentence if t.text == "," and t.i == first - 1), None)
    if comma is None or not (ends and media.i == report.i - 1 and _is_media(media)) or report.child("det") is not None:
        return
    for word in [c for c in report.children if c.i < comma.i]:  # "the editor of *Lumio*, state media report"
        hang(word, above, report.dep)
    report.pos, report.tag, report.lemma = "VERB", "VBZ" if report.lower == "reports" else "VBP", "report"
    for word in [c for c in report.children if c is not media]:
        hang(word, media, word.dep)
    media.dep = "nsubj"
    hang(report, root, "parataxis")


def state_media(state: Token) -> None:
    """ "Lumio was blocked, *state media reports*": the state does not say what "media reports" are."""
    reports = state.child("nsubj")
    media = reports.child("compound") if reports is not None else None
    if state.lower != "state" or state.tag not in {"VB", "VBP", "VBZ"} or reports is None or media is None:
        return
    if reports.lower not in {"report", "reports"} or [media.i, reports.i] != [state.i + 1, state.i + 2]:
        return
    hang(reports, state.head, state.dep)
    reports.pos, reports.tag, reports.lemma = "VERB", "VBZ", "report"
    for word in [c for c in state.children if c is not reports]:
        hang(word, reports, word.dep)
    hang(media, reports, "nsubj")
    hang(state, media, "compound")
    state.pos, state.tag, state.lemma = "NOUN", "NN", "state"


def _is_media(noun: Token) -> bool:
    named = noun.mention is not None and noun.mention.type == "MediaOutlet"
    return named or lexicon.heads().get(noun.lower) == "MediaOutlet"


def _head_noun(phrase: list[Token]) -> Token | None:
    """The noun of a phrase that has no clause of its own: its last one before a preposition or a participle."""
    if not phrase or phrase[0].tag in NO_SPEAKER or any(is_finite(t) for t in phrase):
        return None
    ends = (k for k, t in enumerate(phrase) if k and t.tag in {"IN", "VBN", "VBG", "JJ"} and _is_noun(phrase[k - 1]))
    before = phrase[: next(ends, None)]
    return before[-1] if before and _is_noun(before[-1]) else None


def _is_noun(token: Token) -> bool:
    return token.pos in {"NOUN", "PROPN"}


def _is_closing(closing: list[Token], verb: Token) -> bool:
    """Whether behind the verb stands nothing but when, where and to whom it is told."""
    told = {"dobj", "dative"} if verb.lemma in {"tell", "inform"} else set()
    return all(t.head is not verb or t.dep in {"npadvmod", "advmod", "prep"} | told for t in closing)
