"""Who or what a source is: somebody named, an outlet, or a paper, before or behind those from whom it has its news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language.preposition import prepositional
from kg.language.syntax import subjects
from kg.language.token import FIRST_PERSON, RELATIVES, Token
from kg.lexicon import titles, verbs
from kg.model import Mention
from kg.vocabulary import is_a

#: What speaks for who brought the case: "the *complaint* alleges", "according to the *lawsuit*".
CASE_PAPERS = {"complaint", "lawsuit", "suit", "indictment", "petition"}
#: Papers that stand for themselves as a source, though no name or actor.
PAPERS = {
    "copy", "testimony", "transcript", "document", "filing", "memo", "letter", "email", "statement", "record",
    "affidavit", "cable", "message", "note", "file", "paper", "post", "tweet", "log", "source", "report", "draft",
    "contract", "minute", "spreadsheet", "slide", "presentation", "notice", "submission", "correspondence",
    "memorandum", "reply", "answer", "response", "circular", "notification", "dossier", "audit", "survey", "study",
    "analysis",
}  # fmt: skip
#: What somebody objects to rather than has his news from ("citing *content* that harms children").
CONTENT = {"content", "material", "pornography", "misinformation", "disinformation", "speech"}
#: What an outlet does with the paper or person that it has its news from ("documents *seen* by Reuters").
CARRYING = {
    "cite", "quote", "see", "obtain", "review", "carry", "report", "publish", "broadcast", "air", "relay", "reference",
    "interview", "view", "run",
}  # fmt: skip
#: What makes an outlet say more than it heard ("Veyra, *which obtained* the memo, said").
HOLDING = {"see", "obtain", "review", "acquire", "read", "view"}
#: What sources do before an outlet tells of them ("two people, who *spoke* to Bloomberg").
CONFIDING = {"speak", "talk", "tell"}
#: Places where somebody tells something of his own.
PAGES = {"website", "site", "webpage", "page", "account", "blog", "channel", "feed", "portal"}
#: Of these the paper itself says more.
COPIES = {"copy", "draft", "transcript", "text"}
#: What makes a paper of a decision that nobody has taken yet ("a *draft* decision seen by Veyra").
UNSIGNED = {"draft", "leaked"}
#: Whose they are is the source: "a *report* by Politico", "Spiegel's *story*".
REPORTS = {"report", "article", "story", "investigation", "study", "analysis", "editorial", "data", "datum", "dispatch"}
#: What somebody says in them he says himself: "*the firm's statement* said that".
UTTERANCES = {"statement", "tweet", "announcement", "press release", "speech"}


def source_or_paper(source: Token) -> Iterator[Mention]:
    """A source, or the paper that stands for one though nothing else makes it a mention ("a leaked *draft*")."""
    named = [page] if (page := _page(source)) is not None else list(sources_of(source))
    if not named and (source.lemma in PAPERS | REPORTS or any(c.lower in UNSIGNED for c in source.children)):
        copied = _whole(source)
        named = [*carriers(source), *(carriers(copied) if copied is not None else ()), _titled(source)]
    yield from named


def _page(source: Token) -> Mention | None:
    """Whose page it is that tells something ("according to *the ministry's website*"): no platform told of before."""
    owner = source.child("poss")
    if source.lemma not in PAGES or owner is None or owner.mention is None or owner.mention.kind == "pronoun":
        return None
    if any(c.dep == "appos" and c.mention is not None and c.mention.kind == "name" for c in source.children):
        return None  # "Lee's website *Tixo* says": it has a name of its own
    text = f"{owner.mention.text}'s {source.text}"
    return Mention(owner.mention.start, source.end, text, "Document", "phrase")


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


def cites(verb: Token) -> bool:
    """ "*citing* two officials"; "citing them *as* protected speech" names no source."""
    as_what = any(c.dep == "prep" and c.lower == "as" and c.child("pcomp") is None for c in verb.children)
    refers = verb.lemma == "refer" and any(word == "to" for word, _ in prepositional(verb))
    return (refers or verb.lemma in verbs("sources")) and verb.tag == "VBG" and not as_what


def cited_by(verb: Token) -> Iterator[Mention]:
    """Whom or what somebody cites."""
    for source in verb.children:
        if source.dep == "dobj" and source.lower not in RELATIVES and not _is_grievance(source, verb):
            yield from source_or_paper(source)
    if verb.lemma == "refer":
        for source in objects_of("to", verb):
            if source.head is not None and source.head.head is verb:
                yield from source_or_paper(source)


def _is_grievance(content: Token, citing: Token) -> bool:
    """ "closed the page, *citing its content*", "will not pay, citing Lee's *remarks*": why, and on whose word not."""
    done = citing.dep == "advcl" and citing.head is not None and citing.head.lemma not in verbs("saying")
    return content.lemma in CONTENT or (done and content.lemma in {"comment", "remark", "behaviour", "behavior"})


def objects_of(preposition: str, verb: Token) -> list[Token]:
    """What stands behind a preposition of a word."""
    return [t for word, t in prepositional(verb) if word == preposition]


def outlets(tokens: Iterable[Token]) -> Iterator[Mention]:
    """Those that are media by name."""
    named = (t.mention for t in tokens if t.mention is not None and t.mention.kind == "name")
    yield from (m for m in named if m.type == "MediaOutlet")


def carriers(source: Token) -> Iterator[Mention]:
    """The outlet that a paper or person is known from ("a note *seen by Veyra*", "two men *who spoke to Veyra*")."""
    carrying = [c for c in source.children if c.dep == "acl" and c.tag == "VBN" and c.lemma in CARRYING]
    confiding = [t for t in source.subtree() if t.dep == "relcl" and t.lemma in CONFIDING and t.i > source.i]
    holding = source.head if source.dep == "dobj" else None  # "*The BBC has seen* files that show"
    yield from outlets(subjects(holding) if holding is not None and holding.lemma in CARRYING else ())
    yield from outlets(t for verb in carrying for t in objects_of("by", verb))
    holders = [c for c in source.children if c.dep == "relcl" and c.lemma in CARRYING and c.child("dobj", "nsubj")]
    # "a note *that Veyra has seen*"
    yield from outlets(t for verb in holders for t in verb.children if t.dep == "nsubj")
    yield from outlets(t for word, t in prepositional(source) if word == "in")
    yield from outlets(t for verb in confiding for t in objects_of("to", verb))
    yield from outlets(c for verb in confiding for c in verb.children if c.dep in {"dobj", "dative"})


def sources_of(token: Token) -> Iterator[Mention]:
    """A source, those coordinated with it, and those that it cites itself ("Politico, *which cites documents*")."""
    mention = _named(token)
    if mention is not None:
        yield from carriers(token)
        yield mention
    for child in (*token.children, *(g for c in token.children if c.dep == "appos" for g in c.children)):
        held = child.lemma in HOLDING and (paper := child.child("dobj")) is not None and paper.lemma in PAPERS
        citing = child.dep == "relcl" and (child.lemma in verbs("sources") or held)
        if citing or (child.dep in {"acl", "advcl"} and cites(child)):
            yield from cited_by(child)
        elif child.dep == "conj" and child.lower not in titles():  # "his lawyer and *a copy of the order*"
            yield from source_or_paper(child) if child.mention is None else sources_of(child)


def _named(token: Token) -> Mention | None:
    """The mention of a source; a name in apposition says more than the noun ("the weekly magazine *Spiegel*")."""
    if token.lemma in REPORTS | UTTERANCES and (owner := owner_of(token, unnamed=True)) is not None:
        return owner
    if token.lemma in PAPERS and (writer := _writer(token)) is not None:
        return writer
    if token.author and (issuer := token.author[0].mention) is not None and token.lemma not in CASE_PAPERS:
        return issuer
    for child in token.children:
        name = child.mention if child.dep == "appos" else None
        if name is not None and name.kind == "name" and not _is_dateline(name):
            return name
    mention = token.mention
    if mention is None and token.lemma in CASE_PAPERS:
        return Mention(token.start, token.end, token.text, "Document", "phrase")
    if mention is None:  # "the *Wired* web publication"
        before = (c.mention for c in token.children if c.dep in {"compound", "nmod"} and c.mention is not None)
        return next((m for m in before if m.kind == "name" and is_a(m.type, "Organisation")), None)
    return mention if mention.type not in {"Amount", "Time", "Law"} and not _is_dateline(mention) else None


def _is_dateline(mention: Mention) -> bool:
    """ "*SAINT PAUL* - Ann Lee announced that": where a text was written speaks not."""
    loose = mention.entity is None and mention.kind == "name" and " " in mention.text
    return mention.text.isupper() and (mention.type == "City" or loose)


def owner_of(paper: Token, *, unnamed: bool = False) -> Mention | None:
    """Whose report it is, told before or behind it; `unnamed`: be it by no name ("a statement from *the ministry*")."""
    before = [c for c in paper.children if c.dep in {"poss", "compound", "nmod"}]
    behind = [g for c in paper.children if c.lower in {"by", "from", "in"} for g in c.children if g.dep == "pobj"]
    names = (t.mention for t in (*before, *behind) if t.mention is not None and t.mention.kind == "name")
    named = next((m for m in names if is_a(m.type, "Actor")), None)
    if named is not None or not unnamed:
        return named
    others = [c for c in before if c.dep == "poss"] + [g for g in behind if g.head is not None and g.head.lower != "in"]
    kinds = (t.mention for t in others if t.mention is not None and t.mention.kind == "nominal")
    return next((m for m in kinds if is_a(m.type, "Actor")), None)


def _writer(paper: Token) -> Mention | None:
    """ "*a former employee's* leaked memo says": a person says himself what he has written."""
    mention = next((c.mention for c in paper.children if c.dep == "poss"), None)
    return mention if mention is not None and mention.type == "Person" and mention.head not in FIRST_PERSON else None


def is_paper_or_person(token: Token) -> bool:
    """Whether something can be where somebody has his news from."""
    mention = token.mention
    known = mention is not None and mention.type in {"Document", "Person", "MediaOutlet"}
    return known or token.lemma in PAPERS | REPORTS
