"""On whose word something stands: the chain of sources that a sentence names, the outermost first.

Unlike a doubt, a voice holds for all that it says, relative clauses and presupposed events too.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.language.share import denied_subject
from kg.language.syntax import is_passive, subjects
from kg.language.token import Token, after_comma, has_to, is_finite
from kg.lexicon import verbs
from kg.model import Mention
from kg.status.source import (
    PAPERS,
    REPORTS,
    carriers,
    cited_by,
    cites,
    is_paper_or_person,
    objects_of,
    outlets,
    owner_of,
    source_or_paper,
    sources_of,
)
from kg.vocabulary import is_a

#: Prepositions of a source ("*per* a court filing"); of two words the first stands over the second.
BY_WORD_OF = {"according": "to", "per": ""}
#: What somebody announces where he says what he will do.
INTENTIONS = {"plan", "intention", "intent", "decision", "proposal"}
#: Deeds of others that somebody in office announces: they stand on his word.
DEEDS = {"arrest", "detention", "capture", "indictment", "seizure", "release", "extradition"}
#: "*denied* any part in the theft, *as alleged* by Lee": that stands beside what is denied, not beside the denial.
DENYING = {"deny", "refute", "reject", "dispute"}
CHARGING = {"allege", "claim", "accuse", "suggest"}
#: With these somebody's own words are set against another's.
CONTRASTING = {"while", "whereas", "although", "though"}
#: What has been told, taken up by a noun ("..., a *claim* the firm denies").
TOLD = {
    "claim", "charge", "allegation", "accusation", "report", "move", "decision", "step", "measure", "figure", "ruling",
    "fine", "something", "practice", "penalty", "sum", "suggestion", "assertion", "ban", "verdict", "amount",
}  # fmt: skip
#: With these an outlet is told of what it reports ("*confirmed* to Veyra that").
CONFIRMING = {"say", "confirm", "admit", "reveal", "disclose", "explain", "state", "acknowledge", "indicate"}
#: With these a text goes on with what came after.
SEQUEL = {"subsequently", "then", "later", "afterwards", "eventually"}
#: What observers do, and a court or an office decides ("*found* that the app had been removed").
FINDING = {"find", "conclude", "document", "verify", "uncover", "discover", "establish", "corroborate", "determine"}
#: Who does so tells.
OBSERVERS = {
    "researcher", "expert", "analyst", "academic", "scholar", "journalist", "reporter", "scientist", "rapporteur",
    "monitor", "activist", "advocate", "auditor", "outlet", "newspaper", "study", "research", "survey",
}  # fmt: skip
#: What reports do that are nobody's.
EMERGING = {"emerge", "surface", "circulate", "appear", "come"}
#: What is told by a clause behind them is told by whose they are ("the ministry's *announcement* that").
NOTICES = {
    "announcement", "report", "claim", "statement", "allegation", "revelation", "disclosure", "admission", "testimony",
    "confirmation", "assertion", "contention", "accusation", "acknowledgement", "acknowledgment", "insistence",
}  # fmt: skip
#: Who does not do this is no source.
TELLING = {
    "say", "disclose", "reveal", "specify", "explain", "confirm", "report", "announce", "admit", "acknowledge",
    "mention",
}  # fmt: skip


def attribution(trigger: Token) -> tuple[Mention, ...]:
    """Who says what the trigger tells, each source once, before the sources that he names himself."""
    seen: dict[tuple[int, int], Mention] = {}
    for mention in _chain(trigger):
        seen.setdefault((mention.start, mention.end), mention)
    return tuple(seen.values())


def _chain(trigger: Token) -> Iterator[Mention]:
    upwards = _own_words([trigger, *trigger.ancestors()])
    yield from _carried(trigger)
    for quoted in next((t.speaker for t in reversed(upwards) if t.speaker), ()):
        yield from sources_of(quoted)
    for token, lower in zip(reversed(upwards), [*reversed(upwards[:-1]), None], strict=True):
        yield from _beside(token, lower)
        if lower is None:
            yield from _below(token)
        if lower is not None and _quotes(token, lower):
            yield from _speakers(token)
        if lower is not None and _cites_as_saying(token, lower):
            yield from (*_speakers(token), *cited_by(token))
        if lower is not None and lower.dep in {"acl", "ccomp", "relcl"}:
            below = takewhile(lambda t: t is not lower, upwards)  # noqa: B023
            if not any(t.dep == "relcl" for t in below):  # "after reports that it spied, *which led Veyra to leave*"
                yield from _tellers(token, lower)
        told = lower is not None and _tells(token, lower)
        told = told and lower is not None and (_says(token, lower) or (lower is trigger and _is_news(token, lower)))
        told = told and not _is_of_cited(upwards, lower)
        if told and lower is not None and not _is_backdrop(token, lower, upwards):
            yield from _speakers(token)
            yield from _cited(token, upwards)


def _is_of_cited(upwards: list[Token], citing: Token | None) -> bool:
    """ "reported, *citing cables leaked by Lee*": what is told of a paper that somebody cites is not his news."""
    if citing is None or not cites(citing) or citing not in upwards:
        return False
    below = upwards[: upwards.index(citing)]
    paper = below[-1] if below else None
    told = paper is not None and paper.dep == "dobj" and paper.lemma in PAPERS - {"source"}
    described = len(below) > 1 and below[-2].dep in {"acl", "relcl"}
    return told and described and not any(t.lemma in verbs("saying") | verbs("sources") | {"show"} for t in below[:-1])


def _own_words(upwards: list[Token]) -> list[Token]:
    """What stands above up to where somebody else has his say, set against what is told of him.

    "Reuters said that Veyra was charged, *while Veyra insists* that it helped", "..., *a claim Veyra called* baseless".
    """
    end = next((i for i, t in enumerate(upwards) if _answers_back(t)), len(upwards))
    return upwards[: end + 1]


def _answers_back(verb: Token) -> bool:
    speaks = verb.lemma in verbs("saying") | verbs("voicing") | DENYING
    if not speaks or verb.child("nsubj") is None or not is_finite(verb) or verb.head is None or verb.i < verb.head.i:
        return False
    if verb.dep == "advcl":
        return any(c.dep == "mark" and c.lower in CONTRASTING for c in verb.children)
    taken_up = verb.head.dep == "appos" and verb.head.lemma in TOLD
    return verb.dep == "relcl" and (taken_up or (verb.lemma in DENYING and after_comma(verb)))


def _tells(verb: Token, content: Token) -> bool:
    """Whether a verb says something: "advised *that it plans*", but not "order", for which "tell" stands in."""
    if verb.lemma in {"advise", "concede", "notify"}:
        return content.dep == "ccomp" and is_finite(content)
    if verb.lemma in verbs("hearing"):
        return _is_outlets(verb)
    if verb.lemma in EMERGING:  # "*reports emerged* that the app was banned"
        return content.dep == "ccomp" and any(t.lower.endswith("reports") for t in subjects(verb))
    if verb.lemma in FINDING:
        return content.dep == "ccomp" and is_finite(content) and _observe(verb)
    if verb.lemma == "deny":  # "*denied* blocking the site": that it did not is only its word
        own = verb.child("neg", "dobj", "nsubjpass") is None and content.child("advcl") is None
        return own and content.dep in {"ccomp", "xcomp"}
    if verb.lemma in TELLING and (verb.child("neg") is not None or denied_subject(verb)):
        return False  # "would *not say* how many posts it removed"
    return verb.lemma in verbs("saying") - verbs("deciding") and not verb.lower.startswith("order")


def _observe(verb: Token) -> bool:
    """ "*the researchers* found that": whoever studies or reports tells; what a court or office finds it decides."""
    own = subjects(verb)
    return bool(own) and all(_is_observer(t) for t in own)


def _is_observer(token: Token) -> bool:
    mention = token.mention
    if token.lemma in OBSERVERS or (mention is not None and mention.type in {"MediaOutlet", "NGO"}):
        return True
    owner = owner_of(token, unnamed=True)
    return token.lemma in REPORTS | PAPERS and not (owner and _is_proceeding(token, owner))


def _is_outlets(verb: Token) -> bool:
    return any(True for _ in outlets(subjects(verb)))


def _quotes(verb: Token, content: Token) -> bool:
    """ "Reuters *cites* sources *as* saying that": it reports what they say."""
    return verb.lemma in verbs("sources") - verbs("saying") and content.dep == "prep" and content.lower == "as"


def _cites_as_saying(verb: Token, content: Token) -> bool:
    """ "the app was banned, *Reuters cited the ministry as saying*"."""
    saying = any(c.dep == "prep" and c.lower == "as" and c.child("pcomp") for c in verb.children)
    return saying and content.dep == "ccomp" and verb.lemma in verbs("sources") - verbs("saying")


def _tellers(noun: Token, clause: Token) -> Iterator[Mention]:
    """Whose word a clause is that tells what a noun of saying is about ("*the ministry's claim* that it was hacked").

    Reports that are nobody's stand for themselves ("protests over *reports* that the site was blocked").
    """
    told = noun.lemma in NOTICES and noun.pos == "NOUN" and clause.i > noun.i and is_finite(clause)
    if not told or not any(c.dep == "mark" and c.lower == "that" for c in clause.children):
        return
    denied = noun.dep == "dobj" and noun.head is not None and noun.head.lemma in DENYING
    if denied or any(c.dep == "det" and c.lower == "no" for c in noun.children):
        return
    owner = owner_of(noun, unnamed=True)
    if owner is not None:
        yield owner
    elif noun.lower == "reports":
        yield noun.mention or Mention(noun.start, noun.end, noun.text, "Document", "phrase")


def _is_backdrop(verb: Token, content: Token, upwards: list[Token]) -> bool:
    """Whether the trigger stands in what the text itself sets behind a speaker's words.

    "The firm announces that it will leave *amid pressure by Spain*", "... *as Spain moves to investigate*".
    """
    below = list(takewhile(lambda t: t is not verb, upwards))
    nested = next((i for i in reversed(range(len(below))) if below[i].lemma in verbs("saying")), -1)
    return any(_sets_scene(t, content) for t in below[nested + 1 :])


def _sets_scene(adjunct: Token, content: Token) -> bool:
    """ "amid ...", "as <clause>"; "after ..." where what is said lies ahead: the speaker does not say that.

    Nor what came of it: "said it will ban such videos, *subsequently* suspending a channel".
    """
    if adjunct.lower in {"amid", "amidst"}:
        return True
    if adjunct.dep == "advcl" and adjunct.tag == "VBG" and any(c.lower in SEQUEL for c in adjunct.children):
        return _lies_ahead(content)
    if adjunct.dep == "advcl":
        opening = next((c.lower for c in adjunct.children if c.dep in {"mark", "advmod"} and c.i < adjunct.i), "")
        if opening == "as":  # "as *it* can no longer censor" is the speaker's own reason
            return any(c.dep in {"nsubj", "nsubjpass"} and c.pos != "PRON" for c in adjunct.children)
        return opening == "after" and _lies_ahead(content)
    return adjunct.dep == "prep" and adjunct.lower in {"after", "following"} and _lies_ahead(content)


def _lies_ahead(content: Token) -> bool:
    return any(c.dep == "aux" and c.lower in {"will", "would"} for c in content.children)


def _says(verb: Token, content: Token) -> bool:
    """Whether the climb came to a verb of saying out of what is said, not out of its subject or adjunct.

    The parser may hang what is said on "citing two officials", which stands between.
    """
    if verb.lemma == "tell" and has_to(content):
        return False  # "told the firm *to pay*": who bids somebody do a thing does not say that it was done
    if content.dep in {"ccomp", "xcomp", "parataxis"} or cites(content):
        return not any(c.dep == "mark" and c.lower in {"as", "while"} for c in content.children)
    if content.dep == "dobj" and verb.lemma in {"announce", "disclose", "reveal", "confirm", "report"}:
        # "announced *plans to file charges*", "the minister confirmed *the arrest* of two hackers"
        return content.lemma in INTENTIONS or (content.lemma in DEEDS and _of_others(content, verb))
    charged = content.dep == "prep" and content.lower in {"of", "as", "with"}
    return charged and verb.lemma in {"accuse", "suspect", "quote"}


def _is_news(verb: Token, event: Token) -> bool:
    """ "*Veyra reported the probe*", "the probe was first *reported by Veyra*"."""
    told = verb.lemma in {"report", "reveal", "confirm", "disclose"} and event.dep in {"dobj", "nsubjpass"}
    return told and _is_outlets(verb)


def _of_others(deed: Token, verb: Token) -> bool:
    """Whether who announces a deed has not done it: it has an author of its own, or a person tells what a body did."""
    if any(c.dep in {"prep", "agent"} and c.lower == "by" and c.i > deed.i for c in (*deed.children, *verb.children)):
        return True
    speakers = [t.mention for t in subjects(verb)]
    return bool(speakers) and all(m is not None and m.type in {"Person", "MediaOutlet"} for m in speakers)


def _beside(token: Token, lower: Token | None) -> Iterator[Mention]:
    """The sources that a clause names beside itself; `lower` is where the event stands: it is not its own source."""
    telling = token.lemma in verbs("saying")
    for child in sorted(token.children, key=_is_opened_by_as, reverse=True):  # "sources say, *as Veyra reports*"
        if child is lower:
            continue
        if child.dep == "prep" and child.lower in BY_WORD_OF:
            yield from _by_word(child)
        elif child.dep == "conj" and child.pos in {"VERB", "AUX"} and child is not lower:
            yield from _at_the_end(child)
        elif child.dep == "prep" and child.lower == "in":  # "*In a Reuters report*, the firm is accused"
            papers = [c for c in child.children if c.lemma in REPORTS]
            yield from (m for c in papers if (m := owner_of(c)) is not None and not _is_proceeding(c, m))
        elif token.lemma in DENYING and child.lemma in CHARGING:
            continue
        elif child.dep in {"advcl", "parataxis", "ccomp"} and not (telling and cites(child)):
            yield from _aside(child)


def _is_proceeding(paper: Token, owner: Mention) -> bool:
    """ "*in the CMA's investigation*, we filed papers": an authority's investigation is no report of it."""
    return paper.lemma == "investigation" and is_a(owner.type, "PublicBody")


def _at_the_end(conjunct: Token) -> Iterator[Mention]:
    """ "was arrested and charged, *according to Lee*": what closes a list of clauses holds for all of them."""
    for child in conjunct.children:
        if child.dep == "prep" and child.lower in BY_WORD_OF and child.i > conjunct.i:
            shared = conjunct.child("nsubj", "nsubjpass") is None
            if shared or any(c.text == "," and c.i == child.i - 1 for c in conjunct.subtree()):
                yield from _by_word(child)


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
            yield from source_or_paper(source)


def _aside(verb: Token) -> Iterator[Mention]:
    """ "as Spiegel explains", "as revealed by Spiegel", "citing two sources", "..., Reuters reports"."""
    if cites(verb):
        yield from cited_by(verb)
    elif (verb.lemma in verbs("saying") | verbs("sources") or _is_heard(verb)) and _is_aside(verb):
        yield from _speakers(verb)
        yield from _cited(verb, [])


def _is_heard(verb: Token) -> bool:
    return verb.lemma in verbs("hearing") and _is_outlets(verb)


def _is_opened_by_as(verb: Token) -> bool:
    return any(c.lower == "as" and c.i < verb.i and c.dep in {"mark", "advmod", "prep"} for c in verb.children)


def _is_aside(verb: Token) -> bool:
    bare = verb.child("ccomp", "dobj", "xcomp") is None and verb.head is not None and verb.i > verb.head.i
    told = any(c.dep == "mark" and c.lower == "that" for c in verb.children)  # "adding *that many users complained*"
    told = told or (verb.head is not None and verb.head.lemma == "tell" and not after_comma(verb))
    said = verb.child("dobj") if verb.lemma != "tell" else None
    if _is_opened_by_as(verb) and said is not None and said.lower not in {"it", "this"}:
        return False  # "blocks Tixo *as Ann Lee reveals her plan*": what she says is told, and is something else
    return _is_opened_by_as(verb) or verb.dep == "parataxis" or (verb.dep == "ccomp" and bare and not told)


def _cited(verb: Token, upwards: list[Token]) -> Iterator[Mention]:
    """The sources that a speaker cites beside his verb ("Reuters reported, *citing two officials*, that ...").

    They do not stand for what is told of themselves ("citing *cables* that were released").
    """
    for child in verb.children:
        own = any(t in upwards for t in child.children if t.dep == "dobj")
        if child.dep in {"advcl", "acl", "conj"} and cites(child) and not own:
            yield from cited_by(child)
    if verb.lemma == "quote":
        yield from cited_by(verb)
    yield from (m for token in (verb, *subjects(verb)) for child in token.children for m in _grounds(child))


def _grounds(child: Token) -> Iterator[Mention]:
    """On whose word a speaker tells something ("reported, *based on records*", "*on the basis of* interviews")."""
    if child.lemma in {"base", "rely", "draw"} and child.dep != "ROOT":
        found = [*objects_of("on", child), *objects_of("upon", child)]
    elif child.dep == "prep" and child.lower == "on":
        basis = [c for c in child.children if c.dep == "pobj" and c.lemma == "basis"]
        found = [t for c in basis for t in objects_of("of", c)]
    else:
        return
    for ground in found:
        asked = objects_of("with", ground) if ground.lemma in {"interview", "conversation", "talk"} else [ground]
        yield from (m for t in asked if is_paper_or_person(t) for m in source_or_paper(t))


def _speakers(verb: Token) -> Iterator[Mention]:
    if is_passive(verb):
        yield from (m for speaker in objects_of("by", verb) for m in sources_of(speaker))
        if verb.lemma == "quote":
            yield from _quoted(verb)
        return
    if verb.lemma == "tell":  # what an outlet was told is the outlet's report
        yield from outlets(c for c in verb.children if c.dep in {"dobj", "dative"})
    elif verb.lemma in CONFIRMING:
        yield from outlets(objects_of("to", verb))
    yield from _carried_in(verb)
    for speaker in subjects(verb):
        yield from source_or_paper(speaker)
    if verb.lemma in verbs("hearing"):  # "has learned *from two officials* that"
        yield from (m for speaker in objects_of("from", verb) for m in sources_of(speaker))


def _carried(speech: Token) -> Iterator[Mention]:
    """Through whom it is known that somebody speaks ("*officials quoted by Reuters* said", "said in a letter seen by").

    So with any deed that is told in such a letter.
    """
    yield from _carried_in(speech)
    if speech.lemma in verbs("saying") | {"deny"} and not is_passive(speech):
        for speaker in subjects(speech):
            yield from carriers(speaker)


def _carried_in(verb: Token) -> Iterator[Mention]:
    """ "said *in a letter seen by Reuters*"."""
    for child in verb.children:
        if child.dep == "prep" and child.lower in {"in", "during", "at"}:
            yield from (m for c in child.children if c.dep == "pobj" for m in carriers(c))


def _quoted(verb: Token) -> Iterator[Mention]:
    """ "Google was fined, *Lee* was quoted *as saying by Reuters*": whom an outlet quotes, behind the outlet."""
    for saying in (g for c in verb.children if c.lower == "as" for g in c.children if g.dep == "pcomp"):
        yield from (m for outlet in objects_of("by", saying) for m in sources_of(outlet))
    for subject in verb.children:
        if subject.dep == "nsubjpass":
            yield from sources_of(subject)
