"""A parsed sentence: its tokens with the parser's labels, a walk over them, and how one is hung elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import Mention

DEFINITE = {"the", "this", "that", "these", "those", "both"}
FINITE = {"VBD", "VBZ", "VBP", "MD"}
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
RELATIVES = {"which", "that", "who", "whom"}
#: Whoever says so speaks for others too ("*We* will appeal"), or for himself alone.
WE = ("we", "us", "our", "ours", "ourselves")
FIRST_PERSON = (*WE, "i", "me", "my", "mine", "myself")
#: What a clause with a subject or an opening of its own has.
OPENING = ("nsubj", "nsubjpass", "expl", "mark")
#: Between the parties of a case ("Veyra *v.* Oppo").
VERSUS = {"v", "v.", "vs", "vs."}


@dataclass(slots=True, eq=False)
class Token:
    """One word (or one known name) of a sentence; offsets point into the document's original text."""

    i: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    start: int
    end: int
    mention: Mention | None = None
    head: Token | None = None
    children: list[Token] = field(default_factory=list)
    within: list[Token] = field(default_factory=list)
    speaker: list[Token] = field(default_factory=list)
    author: list[Token] = field(default_factory=list)
    voice: list[Token] = field(default_factory=list)
    folded: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case; of a title that is folded with its field ("Minister of Justice") the title alone."""
        return self.lemma if self.folded else self.text.lower()

    @property
    def start_of_mention(self) -> int:
        """Where the token's mention begins, or the token itself."""
        return self.mention.start if self.mention is not None else self.start

    @property
    def end_of_mention(self) -> int:
        """Where the token's mention ends, or the token itself."""
        return self.mention.end if self.mention is not None else self.end

    @property
    def text_of_mention(self) -> str:
        """The words of the token's mention, or the token itself."""
        return self.mention.text if self.mention is not None else self.text

    def child(self, *deps: str) -> Token | None:
        """The first child that hangs by one of the labels."""
        return next((c for c in self.children if c.dep in deps), None)

    def ancestors(self) -> Iterator[Token]:
        """The heads from the nearest to the root."""
        token = self.head
        while token is not None:
            yield token
            token = token.head

    def top(self) -> Token:
        """The word above all those above it, be it itself."""
        return next((t for t in self.ancestors() if t.head is None), self)

    def subtree(self) -> list[Token]:
        """The token and all below it, in the order of the text."""
        found, stack = [], [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        return sorted(found, key=lambda t: t.i)


@dataclass(slots=True, eq=False)
class Sentence:
    """The tokens of one sentence; `zone` is title for a headline line, else body."""

    index: int
    start: int
    end: int
    zone: str
    tokens: list[Token]

    @property
    def root(self) -> Token | None:
        """The first word that hangs on none: the main verb, or of a headline its noun."""
        return next((t for t in self.tokens if t.head is None), None)


def tense(verb: Token) -> str:
    """The finite tag of a verb or of its first auxiliary."""
    finite = [c.tag for c in verb.children if c.dep in {"aux", "auxpass"} and c.tag in FINITE]
    return finite[0] if finite else verb.tag


def after_comma(clause: Token) -> bool:
    """Whether a clause stands behind a comma of the one above."""
    above = clause.head
    first = clause.subtree()[0].i
    return above is not None and any(c.text == "," and c.i == first - 1 for c in above.subtree())


def hang(token: Token, head: Token | None, dep: str) -> None:
    """Hang a token, with all below it, on another head, or on none: it is a root then; below itself it cannot hang."""
    if head is token or (head is not None and token in head.ancestors()):
        return
    if token.head is not None:
        token.head.children.remove(token)
    token.head, token.dep = head, dep
    if head is not None:
        head.children.append(token)
        head.children.sort(key=lambda child: child.i)


def hang_subject(noun: Token, verb: Token) -> None:
    """Hang a noun on the verb whose subject it is, by the label of the verb's voice."""
    hang(noun, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")


def hang_beside(verb: Token, first: Token, above: Token) -> None:
    """Hang a verb beside the one above, and no longer on a word between, with the "and" that stands before it."""
    for conjunction in [c for c in first.children if c.dep == "cc" and first.i < c.i < verb.i]:
        hang(conjunction, above, "cc")
    hang(verb, above, "conj")


def is_name(token: Token) -> bool:
    """Whether a word is, or ends, somebody's or something's name."""
    return token.mention is not None and token.mention.kind == "name"


def is_definite(noun: Token) -> bool:
    """Whether a noun tells of something known: "the fine", "this ban", "Apple's appeal"."""
    return any(c.dep == "poss" or (c.dep == "det" and c.lower in DEFINITE) for c in noun.children)


def is_finite(verb: Token) -> bool:
    """Whether a verb form or an auxiliary of it has a tense."""
    return verb.tag in FINITE or any(c.tag in FINITE for c in verb.children if c.dep in {"aux", "auxpass"})


def called_by(clause: Token) -> list[Mention]:
    """The names by which a clause calls somebody: "known *as the Chat Act*", "called *Veyra*"."""
    below = (g for t in (clause, *clause.children) for g in t.children if g.dep in {"pobj", "oprd", "dobj"})
    return [t.mention for t in below if t.mention is not None and t.mention.kind == "name"]


def has_to(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(c.dep == "aux" and c.lower == "to" for c in verb.children)
