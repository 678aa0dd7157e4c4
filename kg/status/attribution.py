"""On whose word something stands: the chain of sources that a sentence names, the outermost first.

Unlike a doubt, a voice holds for all that it says, relative clauses and presupposed events too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from kg.language.preposition import prepositional
from kg.language.syntax import is_passive, subjects
from kg.language.token import RELATIVES, Token, after_comma, has_to, is_finite
from kg.lexicon import titles, verbs
from kg.model import Mention
from kg.vocabulary import is_a

#: Prepositions of a source ("*per* a court filing"); of two words the first stands over the second.
BY_WORD_OF = {"according": "to", "per": ""}
#: What speaks for who brought the case: "the *complaint* alleges", "according to the *lawsuit*".
CASE_PAPERS = {"complaint", "lawsuit", "suit", "indictment", "petition"}
#: What somebody announces where he says what he will do.
INTENTIONS = {"plan", "intention", "intent", "decision", "proposal"}
#: Deeds of others that somebody in office announces: they stand on his word.
DEEDS = {"arrest", "detention", "capture", "indictment", "seizure", "release", "extradition"}
#: Papers that stand for themselves as a source, though no name or actor.
PAPERS = {
    "copy", "testimony", "transcript", "document", "filing", "memo", "letter", "email", "statement", "record",
    "affidavit", "cable", "message", "note", "file", "paper", "post", "tweet", "log", "source", "report", "draft",
    "contract", "minute", "spreadsheet", "slide", "presentation", "notice", "submission", "correspondence",
    "memorandum", "reply", "response", "circular", "notification", "dossier", "audit", "survey", "study", "analysis",
}  # fmt: skip
#: What somebody objects to rather than has his news from ("citing *content* that harms children").
CONTENT = {"content", "material", "pornography", "misinformation", "disinformation", "speech"}
#: What an outlet does with the paper or person that it has its news from ("documents *seen* by Reuters").
CARRYING = {
    "cite", "quote", "see", "obtain", "review", "carry", "report", "publish", "broadcast", "air", "relay", "reference",
    "interview", "view", "run",
}  # fmt: skip
#: What sources do before an outlet tells of them ("two people, who *spoke* to Bloomberg").
CONFIDING = {"speak", "talk", "tell"}
#: Places where somebody tells something of his own.
PAGES = {"website", "site", "webpage", "page", "account", "blog", "channel", "feed", "portal"}
#: Of these the paper itself says more.
COPIES = {"copy", "draft", "transcript", "text"}
#: What makes a paper of a decision that nobody has taken yet ("a *draft* decision seen by Veyra").
UNSIGNED = {"draft", "leaked"}
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
#: Who does not do this is no source.
TELLING = {"say", "disclose", "reveal", "specify", "explain", "confirm", "report", "announce"}
#: Whose they are is the source: "a *report* by Politico", "Spiegel's *story*".
REPORTS = {"report", "article", "story", "investigation", "study", "analysis", "editorial", "data", "datum", "dispatch"}
#: What somebody says in them he says himself: "*the firm's statement* said that".
UTTERANCES = {"statement", "tweet", "announcement", "press release", "speech"}


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
        yield from _source(quoted)
    for token, lower in zip(reversed(upwards), [*reversed(upwards[:-1]), None], strict=True):
        yield from _beside(token, lower)
        if lower is None:
            yield from _below(token)
        if lower is not None and _quotes(token, lower):
            yield from _speakers(token)
        told = lower is not None and _tells(token, lower) and _says(token, lower)
        told = told and not _is_of_cited(upwards, lower)
        if told and lower is not None and not _is_backdrop(token, lower, upwards):
            yield from _speakers(token)
            yield from _cited(token, upwards)


def _is_of_cited(upwards: list[Token], citing: Token | None) -> bool:
    """ "reported, *citing cables leaked by Lee*": what is told of a paper that somebody cites is not his news."""
    if citing is None or not _cites(citing) or citing not in upwards:
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
    if verb.lemma == "deny":  # "*denied* blocking the site": that it did not is only its word
        own = verb.child("neg", "dobj", "nsubjpass") is None and content.child("advcl") is None
        return own and content.dep in {"ccomp", "xcomp"}
    if verb.lemma in TELLING and verb.child("neg") is not None:
        return False  # "would *not say* how many posts it removed"
    return verb.lemma in verbs("saying") - verbs("deciding") and not verb.lower.startswith("order")


def _is_outlets(verb: Token) -> bool:
    return any(True for _ in _outlets(subjects(verb)))


def _quotes(verb: Token, content: Token) -> bool:
    """ "Reuters *cites* sources *as* saying that": it reports what they say."""
    return verb.lemma in verbs("sources") - verbs("saying") and content.dep == "prep" and content.lower == "as"


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
    if content.dep in {"ccomp", "xcomp", "parataxis"} or _cites(content):
        return not any(c.dep == "mark" and c.lower in {"as", "while"} for c in content.children)
    if content.dep == "dobj" and verb.lemma in {"announce", "disclose", "reveal", "confirm", "report"}:
        # "announced *plans to file charges*", "the minister confirmed *the arrest* of two hackers"
        return content.lemma in INTENTIONS or (content.lemma in DEEDS and _of_others(content, verb))
    charged = content.dep == "prep" and content.lower in {"of", "as", "with"}
    return charged and verb.lemma in {"accuse", "suspect", "quote"}


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
            yield from (m for c in papers if (m := _owner(c)) is not None and not _is_proceeding(c, m))
        elif token.lemma in DENYING and child.lemma in CHARGING:
            continue
        elif child.dep in {"advcl", "parataxis", "ccomp"} and not (telling and _cites(child)):
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
            yield from _source_or_paper(source)


def _page(source: Token) -> Mention | None:
    """Whose page it is that tells something ("according to *the ministry's website*"): no platform told of before."""
    owner = source.child("poss")
    if source.lemma not in PAGES or owner is None or owner.mention is None or owner.mention.kind == "pronoun":
        return None
    if any(c.dep == "appos" and c.mention is not None and c.mention.kind == "name" for c in source.children):
        return None  # "Lee's website *Tixo* says": it has a name of its own
    text = f"{owner.mention.text}'s {source.text}"
    return Mention(owner.mention.start, source.end, text, "Document", "phrase")


def _source_or_paper(source: Token) -> Iterator[Mention]:
    """A source, or the paper that stands for one though nothing else makes it a mention ("a leaked *draft*")."""
    named = [page] if (page := _page(source)) is not None else list(_source(source))
    if not named and (source.lemma in PAPERS | REPORTS or any(c.lower in UNSIGNED for c in source.children)):
        copied = _whole(source)
        named = [*_carriers(source), *(_carriers(copied) if copied is not None else ()), _titled(source)]
    yield from named


def _titled(paper: Token) -> Mention:
    """A paper with the word that says what it is: "*draft* decision", "copy *of the notice*"."""
    first = next((c for c in paper.children if c.lower in UNSIGNED and c.i == paper.i - 1), paper)
    last = _whole(paper) or paper
    words = [t for t in (first, *paper.subtree()) if first.i <= t.i <= last.i]
    text = " ".join(t.text for t in dict.fromkeys(words))
    return Mention(first.start, last.end, text, "Document", "phrase")


def _whole(paper: Token) -> Token | None:
    """What a paper is a copy of."""
    of = next((c for c in paper.children if c.lower == "of" and c.i == paper.i + 1), None)
    return of.child("pobj") if of is not None and paper.lemma in COPIES else None


def _aside(verb: Token) -> Iterator[Mention]:
    """ "as Spiegel explains", "as revealed by Spiegel", "citing two sources", "..., Reuters reports"."""
    if _cites(verb):
        yield from _objects(verb)
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


def _cites(verb: Token) -> bool:
    """ "*citing* two officials"; "citing them *as* protected speech" names no source."""
    as_what = any(c.dep == "prep" and c.lower == "as" and c.child("pcomp") is None for c in verb.children)
    refers = verb.lemma == "refer" and any(word == "to" for word, _ in prepositional(verb))
    return (refers or verb.lemma in verbs("sources")) and verb.tag == "VBG" and not as_what


def _cited(verb: Token, upwards: list[Token]) -> Iterator[Mention]:
    """The sources that a speaker cites beside his verb ("Reuters reported, *citing two officials*, that ...").

    They do not stand for what is told of themselves ("citing *cables* that were released").
    """
    for child in verb.children:
        own = any(t in upwards for t in child.children if t.dep == "dobj")
        if child.dep in {"advcl", "acl", "conj"} and _cites(child) and not own:
            yield from _objects(child)
    if verb.lemma == "quote":
        yield from _objects(verb)


def _objects(verb: Token) -> Iterator[Mention]:
    for source in verb.children:
        if source.dep == "dobj" and source.lower not in RELATIVES and not _is_grievance(source, verb):
            yield from _source_or_paper(source)
    if verb.lemma == "refer":
        for source in _objects_of("to", verb):
            if source.head is not None and source.head.head is verb:
                yield from _source_or_paper(source)


def _is_grievance(content: Token, citing: Token) -> bool:
    """ "closed the page, *citing its content*", "will not pay, citing Lee's *remarks*": why, and on whose word not."""
    done = citing.dep == "advcl" and citing.head is not None and citing.head.lemma not in verbs("saying")
    return content.lemma in CONTENT or (done and content.lemma in {"comment", "remark", "behaviour", "behavior"})


def _speakers(verb: Token) -> Iterator[Mention]:
    if is_passive(verb):
        yield from (m for speaker in _objects_of("by", verb) for m in _source(speaker))
        if verb.lemma == "quote":
            yield from _quoted(verb)
        return
    if verb.lemma == "tell":  # what an outlet was told is the outlet's report
        yield from _outlets(c for c in verb.children if c.dep in {"dobj", "dative"})
    elif verb.lemma in CONFIRMING:
        yield from _outlets(_objects_of("to", verb))
    yield from _carried_in(verb)
    for speaker in subjects(verb):
        yield from _source_or_paper(speaker)
    if verb.lemma in verbs("hearing"):  # "has learned *from two officials* that"
        yield from (m for speaker in _objects_of("from", verb) for m in _source(speaker))


def _objects_of(preposition: str, verb: Token) -> list[Token]:
    return [t for word, t in prepositional(verb) if word == preposition]


def _outlets(tokens: Iterable[Token]) -> Iterator[Mention]:
    named = (t.mention for t in tokens if t.mention is not None and t.mention.kind == "name")
    yield from (m for m in named if m.type == "MediaOutlet")


def _carried(speech: Token) -> Iterator[Mention]:
    """Through whom it is known that somebody speaks ("*officials quoted by Reuters* said", "said in a letter seen by").

    So with any deed that is told in such a letter.
    """
    yield from _carried_in(speech)
    if speech.lemma in verbs("saying") | {"deny"} and not is_passive(speech):
        for speaker in subjects(speech):
            yield from _carriers(speaker)


def _carried_in(verb: Token) -> Iterator[Mention]:
    """ "said *in a letter seen by Reuters*"."""
    for child in verb.children:
        if child.dep == "prep" and child.lower in {"in", "during", "at"}:
            yield from (m for c in child.children if c.dep == "pobj" for m in _carriers(c))


def _quoted(verb: Token) -> Iterator[Mention]:
    """ "Google was fined, *Lee* was quoted *as saying by Reuters*": whom an outlet quotes, behind the outlet."""
    for saying in (g for c in verb.children if c.lower == "as" for g in c.children if g.dep == "pcomp"):
        yield from (m for outlet in _objects_of("by", saying) for m in _source(outlet))
    for subject in verb.children:
        if subject.dep == "nsubjpass":
            yield from _source(subject)


def _carriers(source: Token) -> Iterator[Mention]:
    """The outlet that a paper or person is known from ("a note *seen by Veyra*", "two men *who spoke to Veyra*")."""
    carrying = [c for c in source.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in CARRYING]
    confiding = [t for t in source.subtree() if t.dep == "relcl" and t.lemma in CONFIDING and t.i > source.i]
    yield from _outlets(t for verb in carrying for t in _objects_of("by", verb))
    yield from _outlets(t for word, t in prepositional(source) if word == "in")
    yield from _outlets(t for verb in confiding for t in _objects_of("to", verb))
    yield from _outlets(c for verb in confiding for c in verb.children if c.dep in {"dobj", "dative"})


def _source(token: Token) -> Iterator[Mention]:
    """A source, those coordinated with it, and those that it cites itself ("Politico, *which cites documents*")."""
    mention = _named(token)
    if mention is not None:
        yield from _carriers(token)
        yield mention
    for child in (*token.children, *(g for c in token.children if c.dep == "appos" for g in c.children)):
        citing = child.dep == "relcl" and child.lemma in verbs("sources")
        if citing or (child.dep in {"acl", "advcl"} and _cites(child)):
            yield from _objects(child)
        elif child.dep == "conj" and child.lower not in titles():
            yield from _source(child)


def _named(token: Token) -> Mention | None:
    """The mention of a source; a name in apposition says more than the noun ("the weekly magazine *Spiegel*")."""
    if token.lemma in REPORTS | UTTERANCES and (owner := _owner(token)) is not None:
        return owner
    if token.author and (issuer := token.author[0].mention) is not None and token.lemma not in CASE_PAPERS:
        return issuer
    for child in token.children:
        if child.dep == "appos" and child.mention is not None and child.mention.kind == "name":
            return child.mention
    mention = token.mention
    if mention is None and token.lemma in CASE_PAPERS:
        return Mention(token.start, token.end, token.text, "Document", "phrase")
    if mention is None:  # "the *Wired* web publication"
        before = (c.mention for c in token.children if c.dep in {"compound", "nmod"} and c.mention is not None)
        return next((m for m in before if m.kind == "name" and is_a(m.type, "Organisation")), None)
    loose = mention.entity is None and mention.kind == "name" and " " in mention.text
    dateline = mention.text.isupper() and (mention.type == "City" or loose)  # "*SAINT PAUL* - Ann Lee announced that"
    return mention if mention.type not in {"Amount", "Time", "Law"} and not dateline else None


def _owner(paper: Token) -> Mention | None:
    """The name of whose report it is, before or behind it."""
    before = (c for c in paper.children if c.dep in {"poss", "compound", "nmod"})
    behind = (g for c in paper.children if c.lower in {"by", "from", "in"} for g in c.children if g.dep == "pobj")
    names = (t.mention for t in (*before, *behind) if t.mention is not None and t.mention.kind == "name")
    return next((m for m in names if is_a(m.type, "Actor")), None)
