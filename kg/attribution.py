"""On whose word something stands: the chain of sources that a sentence names, the outermost first.

Unlike a doubt, a voice holds for all that it says, relative clauses and presupposed events too.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.syntax import RELATIVES, Token, is_finite, is_passive, prepositional, subjects
from kg.lexicon import titles, verbs
from kg.model import Mention
from kg.vocabulary import is_a

#: Prepositions of a source ("*per* a court filing"); of two words the first stands over the second.
BY_WORD_OF = {"according": "to", "per": ""}
#: What speaks for who brought the case: "the *complaint* alleges", "according to the *lawsuit*".
CASE_PAPERS = {"complaint", "lawsuit", "suit", "indictment", "petition"}
#: What somebody announces where he says what he will do.
INTENTIONS = {"plan", "intention", "decision", "proposal"}
#: Whose they are is the source: "a *report* by Politico", "Spiegel's *story*".
REPORTS = {"report", "article", "story", "investigation", "study", "analysis", "editorial", "data", "datum", "dispatch"}


def attribution(trigger: Token) -> tuple[Mention, ...]:
    """Who says what the trigger tells, each source once, before the sources that he names himself."""
    seen: dict[tuple[int, int], Mention] = {}
    for mention in _chain(trigger):
        seen.setdefault((mention.start, mention.end), mention)
    return tuple(seen.values())


def _chain(trigger: Token) -> Iterator[Mention]:
    upwards = [trigger, *trigger.ancestors()]
    for quoted in next((t.speaker for t in reversed(upwards) if t.speaker), ()):
        yield from _source(quoted)
    for token, lower in zip(reversed(upwards), [*reversed(upwards[:-1]), None], strict=True):
        yield from _beside(token, lower)
        if lower is None:
            yield from _below(token)
        if lower is not None and token.lemma in verbs("saying") - verbs("deciding") and _says(token, lower):
            yield from _speakers(token)
            yield from _cited(token)


def _says(verb: Token, content: Token) -> bool:
    """Whether the climb came to a verb of saying out of what is said, not out of its subject or adjunct.

    The parser may hang what is said on "citing two officials", which stands between.
    """
    if content.dep in {"ccomp", "xcomp", "parataxis"} or _cites(content):
        return True
    if content.dep == "dobj" and content.lemma in INTENTIONS:  # "announced *plans to file charges*"
        return verb.lemma in {"announce", "disclose", "reveal", "confirm"}
    return content.dep == "prep" and content.lower != "in" and verb.lemma in {"accuse", "suspect", "quote"}


def _beside(token: Token, lower: Token | None) -> Iterator[Mention]:
    """The sources that a clause names beside itself; `lower` is where the event stands: it is not its own source."""
    telling = token.lemma in verbs("saying")
    for child in token.children:
        if child is lower:
            continue
        if child.dep == "prep" and child.lower in BY_WORD_OF:
            yield from _by_word(child)
        elif child.dep == "prep" and child.lower == "in":  # "*In a Reuters report*, the firm is accused"
            yield from (m for c in child.children if c.lemma in REPORTS and (m := _owner(c)) is not None)
        elif child.dep in {"advcl", "parataxis", "ccomp"} and not (telling and _cites(child)):
            yield from _aside(child)


def _below(token: Token, depth: int = 0) -> Iterator[Mention]:
    """ "helps to find people tied to the site *according to* Lee": what closes a clause, hung on its last noun."""
    for child in token.children:
        if is_finite(child) or child.i < token.i:
            continue
        if depth and child.dep == "prep" and child.lower in BY_WORD_OF:
            yield from _by_word(child)
        yield from _below(child, depth + 1)


def _by_word(preposition: Token) -> Iterator[Mention]:
    """ "*according to* Politico", "*per* a court filing"."""
    second = BY_WORD_OF[preposition.lower]
    holder = next((c for c in preposition.children if c.lower == second), preposition) if second else preposition
    for source in holder.children:
        if source.dep == "pobj":
            yield from _source(source)


def _aside(verb: Token) -> Iterator[Mention]:
    """ "as Spiegel explains", "as revealed by Spiegel", "citing two sources", "..., Reuters reports"."""
    if _cites(verb):
        yield from _objects(verb)
    elif verb.lemma in verbs("saying") | verbs("sources") and _is_aside(verb):
        yield from _speakers(verb)


def _is_aside(verb: Token) -> bool:
    introduced = any(c.lower == "as" and c.dep in {"mark", "advmod", "prep"} for c in verb.children)
    bare = verb.child("ccomp", "dobj", "xcomp") is None and verb.head is not None and verb.i > verb.head.i
    return introduced or verb.dep == "parataxis" or (verb.dep == "ccomp" and bare)


def _cites(verb: Token) -> bool:
    return verb.lemma in verbs("sources") and verb.tag == "VBG"


def _cited(verb: Token) -> Iterator[Mention]:
    """The sources that a speaker cites beside his verb ("Reuters reported, *citing two officials*, that ...")."""
    for child in verb.children:
        if child.dep in {"advcl", "acl", "conj"} and _cites(child):
            yield from _objects(child)
    if verb.lemma == "quote":
        yield from _objects(verb)


def _objects(verb: Token) -> Iterator[Mention]:
    for source in verb.children:
        if source.dep == "dobj" and source.lower not in RELATIVES:
            yield from _source(source)


def _speakers(verb: Token) -> Iterator[Mention]:
    if is_passive(verb):
        for word, speaker in prepositional(verb):
            if word == "by":
                yield from _source(speaker)
        return
    if verb.lemma == "tell":  # what an outlet was told is the outlet's report
        for heard in verb.children:
            if heard.dep in {"dobj", "dative"} and heard.mention is not None and heard.mention.type == "MediaOutlet":
                yield heard.mention
    for speaker in subjects(verb):
        yield from _source(speaker)


def _source(token: Token) -> Iterator[Mention]:
    """A source, those coordinated with it, and those that it cites itself ("Politico, *which cites documents*")."""
    mention = _named(token)
    if mention is not None:
        yield mention
    for child in (*token.children, *(g for c in token.children if c.dep == "appos" for g in c.children)):
        citing = child.dep == "relcl" and child.lemma in verbs("sources")
        if citing or (child.dep in {"acl", "advcl"} and _cites(child)):
            yield from _objects(child)
        elif child.dep == "conj" and child.lower not in titles():
            yield from _source(child)


def _named(token: Token) -> Mention | None:
    """The mention of a source; a name in apposition says more than the noun ("the weekly magazine *Spiegel*")."""
    if token.lemma in REPORTS and (owner := _owner(token)) is not None:
        return owner
    for child in token.children:
        if child.dep == "appos" and child.mention is not None and child.mention.kind == "name":
            return child.mention
    mention = token.mention
    if mention is None and token.lemma in CASE_PAPERS:
        return Mention(token.start, token.end, token.text, "Document", "phrase")
    if mention is None:  # "the *Wired* web publication"
        before = (c.mention for c in token.children if c.dep in {"compound", "nmod"} and c.mention is not None)
        return next((m for m in before if m.kind == "name" and is_a(m.type, "Organisation")), None)
    return mention if mention.type not in {"Amount", "Time"} else None


def _owner(paper: Token) -> Mention | None:
    """The name of whose report it is, before or behind it."""
    before = (c for c in paper.children if c.dep in {"poss", "compound", "nmod"})
    behind = (g for c in paper.children if c.lower in {"by", "from", "in"} for g in c.children if g.dep == "pobj")
    names = (t.mention for t in (*before, *behind) if t.mention is not None and t.mention.kind == "name")
    return next((m for m in names if is_a(m.type, "Actor")), None)
