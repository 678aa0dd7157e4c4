"""The words of a token's phrase as a mention: what a matter or a title says."""

from __future__ import annotations

from itertools import pairwise

from kg.language.syntax import Sentence, Token, resumed
from kg.model import Mention

LONGEST = 28
#: What says that an office is over; words of an organisation's name at most.
PAST = {"former", "ex", "onetime", "one-time"}
LONGEST_NAME = 6
TIME_UNITS = frozenset("minute minutes hour hours day days week weeks month months year years decades".split())
ORDINALS = frozenset("first second third fourth last same long short only next".split())
#: Determiners without which a phrase says the contrary ("*no* data was taken").
DENYING = {"no", "neither", "few"}
QUOTES = {'"', "'", "''", "``"}
VIEWS = {"view", "opinion", "eye", "assessment", "judgment", "judgement"}
EDGE_WORDS = {
    ",",
    ";",
    ":",
    "-",
    "--",
    '"',
    "'",
    "(",
    ")",
    "that",
    "to",
    "if",
    "whether",
    "of",
    "for",
    "the",
    "a",
    "an",
    ".",
}


def title(token: Token, sentence: Sentence) -> Mention:
    """The words of a title of office that end at a token, without the organisation's name."""
    first = token
    for before in reversed(sentence.tokens[: token.i]):
        if (
            before.dep not in {"compound", "amod", "nmod", "punct"}
            or before.mention is not None
            or before.text in {",", '"', "("}
        ):
            break
        first = before
    text = surface(sentence.tokens[first.i : token.i + 1], sentence)
    past = _former(first, sentence)
    if past is not None:  # "*former* Reddit *counsel*": that it is over is said before the organisation
        return Mention(past.start, token.end, f"former {text}", "Title", "phrase")
    return Mention(first.start, token.end, text, "Title", "phrase")


def _former(first: Token, sentence: Sentence) -> Token | None:
    """The word before a title and its organisation that says that the office is over."""
    for before in reversed(sentence.tokens[max(0, first.i - LONGEST_NAME) : first.i]):
        if before.lower in PAST:
            return before
        if before.dep not in {"compound", "amod", "nmod", "poss", "case", "punct", "det"} or before.text == ",":
            return None
    return None


def phrase(token: Token, sentence: Sentence, without: frozenset[int] = frozenset()) -> Mention | None:
    """A token's phrase as a mention: the words below it without what only introduces it, at most LONGEST.

    `without` are the indexes of words that head phrases of their own: they and what is below them are left out.
    """
    apart = {t.i for t in token.subtree() if any(a.i in without for a in (t, *t.ancestors()) if a.i > token.i)}
    words = [t for t in token.subtree() if t.i not in apart and not _apart(t, token)]
    words = _after_colon(_contiguous(words, token), token)
    if len(words) > 2 and words[0].lower in TIME_UNITS and words[1].lower in {"after", "before"}:
        words = words[2:]  # "restricts access *hours after* its leader was mocked"
    while words and words[0] is not token and _only_introduces(words[0], token):
        words.pop(0)
    words = _without_closing_time(_without_aside(words, token)[:LONGEST], token)
    while words and (words[-1].lower in EDGE_WORDS or words[-1].dep in {"cc", "det"}):
        words.pop()
    bare_time = (token.mention is not None and token.mention.type in {"Time", "Amount"}) or _span_of_time(token)
    if not words or bare_time or (len(words) == 1 and words[0].pos == "PRON"):
        return None
    parts = [[words[0]]]
    for before, word in pairwise(words):
        parts.append([word]) if word.i > before.i + 1 else parts[-1].append(word)
    text = " ".join(surface(part, sentence) for part in parts)
    return Mention(words[0].start, words[-1].end, text, "Phrase", "phrase")


def _without_aside(words: list[Token], top: Token) -> list[Token]:
    """ "the scheme—*which ran as Veyra*—used false claims": without what stands between two dashes."""
    dashes = [t.i for t in words if t.text == "—"]
    if len(dashes) != 2 or dashes[0] < top.i < dashes[1]:
        return words
    return [t for t in words if not dashes[0] <= t.i <= dashes[1]]


def _only_introduces(word: Token, top: Token) -> bool:
    """Whether a word at the edge belongs to what stands before; a circumstance goes with its preposition."""
    circumstance = word.dep == "prep" and word.head is top and top.pos in {"VERB", "AUX"}  # "*For years* it failed"
    article = word.dep in {"mark", "cc", "det"} and word.lower not in DENYING
    return (word.lower in EDGE_WORDS and not circumstance) or article


def _after_colon(words: list[Token], top: Token) -> list[Token]:
    """What is quoted, without what announces it (Lee released a statement: | "*We obey the law*.")."""
    colons = [t.i for t, after in pairwise(words) if t.text == ":" and after.text in QUOTES and t.i < top.i]
    return [t for t in words if t.i > colons[-1]] if colons else words


def _span_of_time(token: Token) -> bool:
    """ "for *two hours*", "for *the first time*": how long or which time, not what an event is about."""
    if token.dep != "pobj" or any(c.dep in {"acl", "relcl"} for c in token.children):
        return False
    ordinal = any(c.dep == "amod" and c.lower in ORDINALS for c in token.children)
    return token.lower in TIME_UNITS or (token.lower == "time" and ordinal)


def _without_closing_time(words: list[Token], top: Token) -> list[Token]:
    """Without "on Monday" at the end, which tells when the whole happened."""
    for index, word in enumerate(words):
        timed = word.mention is not None and word.mention.type == "Time" and word.dep != "poss"
        if timed and word.mention is not None and index >= len(words) - 3 and index > 1:
            start = word.mention.start
            first = next(i for i, t in enumerate(words) if t.start >= start)
            cut = first - 1 if first and words[first - 1].dep == "prep" else first
            return words[:cut] if words[cut] is not top else words
    return words


def _apart(token: Token, top: Token) -> bool:
    """What stands in a phrase but does not belong to what it says: asides, and who is to do an infinitive."""
    upwards = [token, *token.ancestors()]
    below = upwards[: upwards.index(top)]
    if any(t.dep in {"parataxis", "dep"} and t.head is top for t in below):
        return True
    if any(t.dep == "prep" and t.head is top and _names_voice(t) for t in below):
        return True
    if any(t.dep == "prep" and t.lower == "according" for t in below):
        return True
    if any(t.dep == "conj" and t.head is not None and resumed(t, t.head) is not None for t in below):
        return True  # "claimed a bombing which kills ten | *but denied another*"
    if top.pos in {"ADJ", "NOUN"} and any(t.dep == "advcl" and t.head is top and t.child("mark") for t in below):
        return True  # "calls the leak serious | *as Meta prepares for trial*"
    infinitive = any(c.dep == "aux" and c.lower == "to" for c in top.children)
    return infinitive and any(t.dep == "nsubj" and t.head is top for t in below)


def _names_voice(preposition: Token) -> bool:
    """ "*In Noyb's view*, the terms are void"."""
    return preposition.lower == "in" and any(c.lemma in VIEWS for c in preposition.children)


def _contiguous(words: list[Token], token: Token) -> list[Token]:
    """The run of words around the token: a subtree can have holes."""
    by_index = {t.i: t for t in words}
    first = last = token.i
    while first - 1 in by_index:
        first -= 1
    while last + 1 in by_index:
        last += 1
    return [by_index[i] for i in range(first, last + 1)]


def surface(words: list[Token], sentence: Sentence) -> str:
    parts = []
    for word in words:
        parts.append(word.text)
        following = sentence.tokens[word.i + 1] if word.i + 1 < len(sentence.tokens) else None
        parts.append(" " if following is not None and following.start > word.end else "")
    return "".join(parts).strip()
