"""A second look at sentences that the parser cannot have read right.

The small model takes a verb for a noun where a noun would do ("Police in Lagos *arrest* ten men", "A court *rules* that
..."), and then bends the clause around it. Such a parse shows: a sentence without a verb that has a tense, a verb
without a subject, "a" before a plural, an adjective with an object. Then each word that could be the verb is shown to
the parser as one that it knows, a heading before a colon as a sentence of its own, and the reading with the fewest such
faults is taken, if it is better than the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg import lexicon
from kg.language.mending.wording import name_verb
from kg.language.parse import StandIn
from kg.language.token import FINITE, RELATIVES, SUBJECTS, Sentence, Token, hang

#: What follows a noun rather than a verb ("orders *against* Google"); a few verbs take it all the same.
AFTER_NOUN = {"of", "against", "on", "by", "from", "for", "in", "at", "and", "or", "with", "is", "are", "was", "were",
              "which", "who", "have", "has", "had", "will"}  # fmt: skip
INTRANSITIVE = {"rule", "side", "appeal", "move", "settle", "file", "vote", "call", "apologise", "apologize", "post",
                "state", "tweet", "search", "report", "protest"}  # fmt: skip
#: Nouns in the singular that act as many ("Police arrest", "Danish *media* report").
MANY = {"police", "media", "people", "staff", "team", "group", "company", "firm", "government", "family", "couple",
        "public", "jury", "committee", "council", "panel", "union", "party", "crew", "pair", "trio", "half", "majority",
        "dozen", "hundred", "thousand", "number", "enforcement", "gendarmerie", "personnel"}  # fmt: skip
#: "2011 Egyptian protests: Police arrest ...": what the sentence is about, before a colon; a title has no common noun.
HEADING = re.compile(
    r"[A-Z0-9][^:;.!?\"“”]{0,70}?[a-z]{3,}(?: (?:in|of|on|against|over|to|by|at|with|between) [^:;.!?\"“”]{2,50})?"
    r"(:)\s+(?=[A-Z\"“0-9])"
)
#: What an unknown place is shown as.
PLACE = "London"
MOST = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """What to show the parser in place of some words, and where the sentence proper begins."""

    shown: tuple[StandIn, ...]
    start: int


def readings(sentence: Sentence, text: str) -> list[Reading]:
    """The other readings to try of a sentence whose parse has a fault; the likeliest first."""
    heading = _heading(sentence, text)
    begin = heading.end() if heading else sentence.start
    faults = [t for t in sentence.tokens if t.start >= begin and _is_fault(t)]
    if not faults and not _within_heading(sentence, begin):
        return []
    verbs = _possible_verbs(sentence, begin, faults)[:MOST]
    plain = [Reading(one, begin) for one in verbs]
    if heading is None:
        return plain
    stop = StandIn(heading.start(1), heading.end(1), ".")
    return [*plain, Reading((stop,), begin), *(Reading((stop, *one), begin) for one in verbs)]


def best(first: Sentence, others: list[tuple[Reading, Sentence]]) -> int | None:
    """Which of the other readings is better than the first, if any."""
    if not others:
        return None
    begin = others[0][0].start
    before = _faults(first, begin) + _within_heading(first, begin)
    marks = [_faults(s, begin) + _within_heading(s, begin) for _, s in others]
    fit = [n for n, (reading, s) in enumerate(others) if marks[n] < before and _holds(reading, s)]
    return min(fit, key=lambda n: marks[n], default=None)


def _heading(sentence: Sentence, text: str) -> re.Match[str] | None:
    """The heading before a colon; what somebody says or is told to do before one is none."""
    heading = HEADING.match(text, sentence.start, sentence.end)
    if heading is None:
        return None
    words = [t for t in sentence.tokens if t.start < heading.start(1)]
    common = any(t.pos == "NOUN" and (t.text.islower() or t is words[0]) for t in words)
    return heading if common and not any(t.tag in {*FINITE, "VBG"} for t in words) else None


def settle(sentence: Sentence, text: str) -> None:
    """Put right what shows once no better reading was found: verbs taken for adjectives, and headings."""
    for token in sentence.tokens:
        name_verb(token, {"JJ"})
        if token.tag == "VBZ" and token.lower in _plural():
            token.tag = "VB" if token.child("aux") is not None else "VBP"
    _part_heading(sentence, text)


def _part_heading(sentence: Sentence, text: str) -> None:
    """Hang no word of a topic before a colon on the clause behind it: its year is not that of what happened."""
    heading = _heading(sentence, text)
    if heading is None:
        return
    for word in [t for t in sentence.tokens if t.start < heading.start(1)]:
        above = word.head
        topic = word.tag in {"NN", "NNS"} and (word.mention is None or word.mention.kind != "name")
        apart = above is not None and above.start > heading.start(1) and word.dep not in SUBJECTS
        if above is not None and apart and (topic or word.tag == "CD"):
            hang(word, None, "ROOT")


def _within_heading(sentence: Sentence, begin: int) -> int:
    """Whether what the sentence says hangs on its heading, or has it for a subject."""
    if begin == sentence.start:
        return 0
    roots = [t for t in sentence.tokens if t.head is None]
    subject = any(t.head is not None and t.start < begin <= t.head.start and t.dep in SUBJECTS for t in sentence.tokens)
    return int(subject or not any(t.start >= begin for t in roots))


def _faults(sentence: Sentence, begin: int) -> int:
    """How many signs a parse has that it is wrong."""
    return sum(_is_fault(t) for t in sentence.tokens if t.start >= begin)


def _is_fault(token: Token) -> bool:
    if token.head is None and token.pos != "PUNCT":
        return not _is_tensed(token) or token.child(*SUBJECTS) is None or _lacks_subject(token)
    if token.tag == "VB":
        return token.dep in {"pobj", "appos", "nmod", "compound"} and token.child("aux") is None
    if token.tag in FINITE and token.pos == "VERB":
        return _lacks_subject(token)
    known = token.lower in _third()
    if token.tag == "NNS" and known:
        named = token.dep == "compound" and token.head is not None and token.head.pos == "PROPN"
        return named or any(c.dep == "det" and c.lower in {"a", "an"} for c in token.children) or _says(token)
    noun = token.tag in {"JJ", "NN", "NNS"} and (known or token.lower in _plural())
    return noun and token.child("dobj") is not None


def _lacks_subject(verb: Token) -> bool:
    """Whether a verb with a tense has no subject though it opens a clause, or is itself taken for one."""
    if verb.dep in SUBJECTS or verb.dep in {"compound", "nmod"}:
        return verb.lower in _third() or verb.lower in _plural()
    subject = verb.child("nsubj")
    if subject is not None and verb.tag == "VBP" and subject.i == verb.i - 1 and subject.lower in _third():
        return True  # "Turkey *lifts* | *ban* on ..."
    return verb.dep in {"ccomp", "advcl"} and verb.tag in {"VBZ", "VBP"} and verb.child(*SUBJECTS) is None


def _says(noun: Token) -> bool:
    """ "court *rules* that the firm lied": no noun, though a clause with its own subject hangs on it."""
    if noun.lower not in {"rules", "states", "tweets", "posts"}:
        return False
    clauses = [c for c in noun.children if c.dep in {"relcl", "acl", "ccomp"} and c.child(*SUBJECTS) is not None]
    return any(c.lower == "that" and c.dep == "mark" for clause in clauses for c in clause.children)


def _is_tensed(verb: Token) -> bool:
    return verb.tag in FINITE or any(c.tag in FINITE and c.dep in {"aux", "auxpass"} for c in verb.children)


def _possible_verbs(sentence: Sentence, begin: int, faults: list[Token]) -> list[tuple[StandIn, ...]]:
    """The words that could be the verb, each with the verb coordinated with it ("convicts and sentences").

    They stand beside a fault in the parse, or are shown in place of a root that is none.
    """
    rootless = not faults or any(t.head is None for t in faults)
    found: list[tuple[StandIn, ...]] = []
    tokens = sentence.tokens
    for number in range(1, len(tokens) - 1):
        token = tokens[number]
        stand_ins = _stand_ins(token)
        if not stand_ins or token.start < begin or not _follows_subject(tokens, number):
            continue
        if not rootless and not any(f is token or f is token.head or f.head is token for f in faults):
            continue
        after = tokens[number + 1]
        joined = tokens[number + 2] if after.lower in {"and", "or"} and number + 3 < len(tokens) else None
        second = _stand_ins(joined) if joined is not None else []
        place = _place_before(tokens, number)
        if second:
            found.extend((*place, *pair) for pair in zip(stand_ins, second, strict=False))
        elif _takes(token, after):
            found.extend((*place, one) for one in stand_ins)
    return found


def _place_before(tokens: list[Token], number: int) -> tuple[StandIn, ...]:
    """ "Police in *Hue* arrest ten men": an unknown place before a verb, which the model would join to it."""
    name, preposition = tokens[number - 1], tokens[number - 2] if number > 2 else None
    if preposition is None or preposition.lower not in {"in", "at", "near"} or name.mention is not None:
        return ()
    return (StandIn(name.start, name.end, PLACE),) if name.pos == "PROPN" and name.text[:1].isupper() else ()


def _stand_ins(token: Token) -> list[StandIn]:
    """What a word is shown as that may be a verb and is not read as one.

    The plural form of a verb is shown in the singular, too: the model takes that for no noun, and minds no number.
    """
    known = _plural().get(token.lower)
    words = [known, lexicon.plural(known)] if known is not None else [_third().get(token.lower, "")]
    if not words[0] or token.mention is not None or token.text.isupper() or token.text[:1].isupper():
        return []
    if token.tag in FINITE and token.child(*SUBJECTS) is not None and token.dep not in SUBJECTS:
        return []
    return [StandIn(token.start, token.end, word) for word in words]


def _follows_subject(tokens: list[Token], number: int) -> bool:
    """Whether a subject may end before a word, an adverb between them left out."""
    before = tokens[number - 1]
    if before.pos == "ADV" and number > 1:
        before = tokens[number - 2]
    capital = before.pos == "ADJ" and before.text[:1].isupper()  # "*Pakistan* arrests blogger"
    return before.pos in {"NOUN", "PROPN", "PRON", "NUM"} or before.text in {")", ",", "%"} or capital


def _takes(verb: Token, after: Token) -> bool:
    """Whether what follows a word can follow it as a verb."""
    known = _third().get(verb.lower) or _plural().get(verb.lower)
    if verb.lower in INTRANSITIVE or verb.lower in {lexicon.plural(w) for w in INTRANSITIVE}:
        return True
    if after.lower in {"in", "on", "at"}:
        return known in {"say", "says", "insist", "insists"}  # "*claims* in a post that"
    return after.lower not in AFTER_NOUN and after.pos != "PUNCT"


def _holds(reading: Reading, sentence: Sentence) -> bool:
    """Whether the words shown as verbs came out as such, each with a subject of its number."""
    places = [s.start for s in reading.shown if s.word not in {".", PLACE}]
    verbs = [t for t in sentence.tokens if t.start in places]
    return len(verbs) == len(places) and all(_is_verb(v) for v in verbs)


def _is_verb(verb: Token) -> bool:
    if verb.pos != "VERB" or verb.tag not in FINITE or not _leads(verb):
        return False
    subject = verb.child(*SUBJECTS)
    if subject is None:
        return verb.dep in {"conj", "relcl"}
    if subject.lower in RELATIVES or verb.lower in {"cut", "put", "hit"}:
        return True
    return _is_many(subject) if verb.lower in _plural() else not _is_plural(subject)


def _leads(verb: Token) -> bool:
    """Whether a verb is what its sentence says, or a clause of that."""
    return verb.head is None or (verb.dep in {"conj", "ccomp", "advcl", "relcl", "parataxis"} and _leads(verb.head))


def _is_plural(subject: Token) -> bool:
    if subject.mention is not None and subject.mention.kind == "name":
        return False
    return subject.tag in {"NNS", "NNPS"} and subject.lower not in {"media", "news", "politics"} and subject.i > 0


def _is_many(subject: Token) -> bool:
    if subject.tag in {"NNS", "NNPS", "CD", "NNP", "PRP", "DT"} or subject.lower in MANY:
        return True
    return any(c.dep == "conj" for c in subject.children)


def _third() -> dict[str, str]:
    return lexicon.stand_ins("third_person")


def _plural() -> dict[str, str]:
    return lexicon.stand_ins("plural")
