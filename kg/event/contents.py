"""What a law is to do, told in the sentence behind: "Utah's senate passed a bill. *It would make stores check ages*".

A text names the bill first and says what is in it with "it", "the bill" or "under the law".
"""

from __future__ import annotations

from collections.abc import Sequence

from kg import vocabulary
from kg.event.behind import Behind
from kg.event.filling import filled
from kg.language.edges import up_to
from kg.language.phrase import LONGEST, phrase, surface
from kg.language.token import Sentence, Token
from kg.model import Fact, Filler, is_local
from kg.status.provision import LAWS, OPEN

LAWMAKING = {"LawProposal", "LawAdoption"}
#: How a text takes up the law that it has told of.
BILLS = LAWS | {"measure", "proposal", "ordinance", "draft", "amendment", "provision", "piece", "text"}
PRONOUNS = {"it", "they", "both", "this", "these"}
#: What laws do, so that "it" is one.
DOING = {
    "require", "oblige", "force", "compel", "mandate", "ban", "bar", "prohibit", "outlaw", "forbid", "criminalise",
    "criminalize", "allow", "let", "enable", "empower", "authorise", "authorize", "permit", "impose", "make", "give",
    "grant", "restrict", "limit", "regulate", "hold", "protect", "punish", "fine", "introduce", "set", "create",
    "establish", "apply", "cover", "define", "provide", "stop", "prevent", "target", "tighten", "extend", "order",
}  # fmt: skip
#: What a law is said to be for.
MEANT = {"design", "intend", "mean", "aim", "seek", "want"}
#: How what must be done is told "under the law".
DUTY = OPEN | {"have"}


#: Words of a law's description that do not tell what it is about.
BARE = BILLS | MEANT | {
    "a", "an", "the", "this", "that", "these", "those", "such", "any", "some", "its", "their", "his", "her", "our",
    "new", "proposed", "draft", "planned", "current", "existing", "latest", "final", "revised", "several", "one", "two",
    "three", "four", "other", "same", "key", "major", "possible", "potential", "recent", "future", "fresh", "further",
    "more", "stricter", "strict", "tougher", "stringent", "controversial", "act", "bill", "rule", "code", "piece", "of",
    "change", "entire", "whole", "said", "relevant", "additional", "many", "similar", "legal", "and", "good", "bad",
}  # fmt: skip
CORE = ("agent", "target", "recipient", "matter")


def of_a_law(facts: Sequence[Fact]) -> list[Fact]:
    """The facts, without those of a law of which nothing is told; one that is only described is about what that says.

    "these *draft rules*" tell of no event that could be told from others, a "*farm law*" that was passed does.
    """
    found = []
    for fact in facts:
        laws = fact.args.get("law", ())
        told_of = any(role in fact.args for role in CORE) or any(not is_local(f.id) for f in laws)
        if fact.type not in LAWMAKING or told_of:
            found.append(fact)
        elif told := tuple(f for f in laws if not _is_bare(f.label)):
            matter = tuple(Filler(f.label, "Phrase", f.start, f.end) for f in told if f.label[:1].islower())
            found.append(filled(fact, {"matter": matter}) if matter else fact)
    return found


def _is_bare(label: str) -> bool:
    """Whether a law's description says no more than that it is one, or is to be."""
    return all(word in BARE or word.removesuffix("s") in BARE for word in label.lower().split())


def with_contents(facts: list[Fact], sentences: Sequence[Sentence]) -> list[Fact]:
    """The facts with what the sentence behind a law without contents tells of them."""
    behind = Behind(sentences)
    return [_with_content(fact, behind) for fact in facts]


def _with_content(fact: Fact, behind: Behind) -> Fact:
    if fact.type not in LAWMAKING or fact.polarity == "negated" or "matter" in fact.args:
        return fact
    laws = {f.label.lower() for f in fact.args.get("law", ())}
    for sentence in behind.of(fact):
        told = _content(sentence, laws)
        if told is not None:
            return filled(fact, {"matter": (told,)})
    return fact


def _content(sentence: Sentence, laws: set[str]) -> Filler | None:
    """What the sentence tells the law to do."""
    verb = sentence.root
    if verb is None or verb.pos not in {"VERB", "AUX"} or verb.child("neg"):
        return None
    return _required(verb, sentence, laws) or _done(verb, sentence, laws)


def _required(verb: Token, sentence: Sentence, laws: set[str]) -> Filler | None:
    """ "Under it, *platforms must store data locally*": what is so by the law."""
    under = next((c for c in verb.children if c.dep == "prep" and c.lower == "under" and c.i < verb.i), None)
    law = under.child("pobj") if under is not None else None
    bound = any(c.lower in DUTY for c in verb.children if c.dep == "aux") or verb.lemma in DUTY
    if under is None or law is None or not bound or not _takes_up(law, laws):
        return None
    last = under.subtree()[-1]
    return _filler([t for t in verb.subtree() if t.i > last.i], verb, sentence)


def _done(verb: Token, sentence: Sentence, laws: set[str]) -> Filler | None:
    """ "It would *make stores check ages*", "the bill is meant to *protect children*": what the law does."""
    subject = verb.child("nsubj", "nsubjpass")
    if subject is None or not _takes_up(subject, laws):
        return None
    if verb.lemma in MEANT:
        goal = next((c for c in verb.children if c.dep == "xcomp" and c.i > verb.i), None)
        at = verb.child("prep")
        if goal is None and at is not None and at.lower in {"at", "for"}:
            goal = at.child("pcomp", "pobj")
        found = phrase(goal, sentence) if goal is not None else None
        return Filler(found.text, "Phrase", found.start, found.end) if found is not None else None
    if verb.lemma not in DOING or subject.dep == "nsubjpass":
        return None
    return _filler([t for t in verb.subtree() if t.i >= verb.i], verb, sentence)


def _takes_up(noun: Token, laws: set[str]) -> bool:
    """Whether a word means the law that was told before."""
    if noun.lower in PRONOUNS or noun.text_of_mention.lower() in laws:
        return True
    named = noun.mention is not None and noun.mention.kind == "name" and vocabulary.is_a(noun.mention.type, "Law")
    definite = any(c.dep == "det" and c.lower in {"the", "this", "these", "both"} for c in noun.children)
    return not named and noun.lemma in BILLS and definite


def _filler(words: list[Token], verb: Token, sentence: Sentence) -> Filler | None:
    kept = up_to([t for t in words if t.text not in {".", "!", ";"}], LONGEST, verb)
    while kept and kept[0].text in {",", ":"}:
        kept.pop(0)
    return Filler(surface(kept, sentence), "Phrase", kept[0].start, kept[-1].end) if len(kept) > 1 else None
