"""Whose paper speaks: "Noyb *filed a complaint* in May. *The complaint* says that the app spies on its users."

A paper that is taken up as known gets as its `author` whoever issued the paper of that kind told of last: its owner,
who stands after "by" or "from", or who filed, sent or published it. So does the "it" that stands for a paper.
"""

from __future__ import annotations

from kg.language.syntax import subjects
from kg.language.token import DEFINITE, Sentence, Token
from kg.lexicon import verbs
from kg.vocabulary import is_a

#: Papers in which somebody speaks; those of one group are called by each other's name.
KINDS = (
    {"letter", "email", "e-mail", "missive", "representation", "write"},
    {"report", "study", "analysis", "paper", "survey", "audit", "assessment", "research", "investigation", "article"},
    set("sue complaint lawsuit suit petition plea application filing submission motion brief".split()),
    {"affidavit", "counter-affidavit", "declaration", "reply", "response", "answer", "respond"},
    {"statement", "release"},
    {"memo", "memorandum", "note", "notice", "circular", "advisory"},
    {"order", "directive", "direction", "notification", "decree", "proclamation"},
    {"post", "tweet", "blog"},
)
PAPERS = frozenset().union(*KINDS)
#: Beside the verbs of issuing: who does so with a paper speaks in it.
WRITING = {
    "author", "commission", "draft", "prepare", "produce", "serve", "table", "unveil", "address", "bring", "swear",
}  # fmt: skip
#: Who does so brings forth a paper, though none is named ("*wrote to* the ministry", "*replied*").
BRINGING_FORTH = {"sue", "write", "reply", "respond", "answer", "report"}
#: How many sentences a paper is remembered.
MEMORY = 12


def link(sentences: list[Sentence]) -> None:
    """Set `author` on papers that are told of as known and whose author stands in an earlier place."""
    told: list[tuple[Token, int, list[Token]]] = []
    for sentence in sentences:
        for token in sentence.tokens:
            if token.lemma in BRINGING_FORTH and token.pos == "VERB" and (writing := _writing(token)):
                told.append((token, sentence.index, writing))
            if token.lemma not in PAPERS or token.pos not in {"NOUN", "PROPN"}:
                continue
            own = authors(token)
            if own and _are_grievances(token, own):
                continue
            if own and not _is_of_the_sued(token, own, sentences, told):
                told.append((token, sentence.index, own))
            elif own or _is_known(token):
                token.author = _told_before(token, sentence.index, told)
        _link_second(sentence)
        _link_pronoun(sentence, sentences)
    _link_items(sentences)


def _are_grievances(paper: Token, own: list[Token]) -> bool:
    """ "was slow to resolve *their complaints*": what customers say to a firm is no paper that a text takes up."""
    return paper.tag == "NNS" and paper.lemma == "complaint" and own[0].dep == "poss"


def _is_of_the_sued(
    paper: Token, own: list[Token], sentences: list[Sentence], told: list[tuple[Token, int, list[Token]]]
) -> bool:
    """ "The ministry filed a complaint against Veyra. *The Veyra complaint* says ...": it is called after the sued."""
    if own[0].dep not in {"compound", "nmod"} or own[0].head is not paper or own[0].mention is None:
        return False
    kind = next(kind for kind in KINDS if paper.lemma in kind)
    name = own[0].mention
    for other, at, by in told:
        if other.lemma in kind and "complaint" in kind and all(t.text_of_mention != own[0].text_of_mention for t in by):
            named = (t for t in sentences[at].tokens if t.mention is not None and t.i > other.i)
            if any(t.mention and t.mention.kind == "name" and name.text in t.mention.text for t in named):
                return True
    return False


def _writing(verb: Token) -> list[Token]:
    """Who sues, writes to somebody or replies; the paper in which something "was reported"."""
    if verb.lemma == "report":
        media = [*subjects(verb), *(g for c in verb.children if c.lower == "in" for g in c.children if c.dep == "prep")]
        return [t for t in media if t.mention is not None and t.mention.type == "MediaOutlet"]
    addressed = verb.lemma != "write" or any(c.dep in {"prep", "dative"} and c.lower == "to" for c in verb.children)
    return _actors(subjects(verb)) if addressed else []


def _link_items(sentences: list[Sentence]) -> None:
    """ "The affidavit: | 1. *Denies* all claims. | 2. *States* that ...": who does what the items of a list tell."""
    lead: list[Token] = []
    for sentence in sentences:
        root = sentence.root
        _drop_number(sentence)
        if root is not None and (sentence.tokens[-1].text == ":" or _leads(root, sentence)):
            subject = root if root.pos in {"NOUN", "PROPN"} else root.child("nsubj")
            lead = [] if subject is None else subject.author or authors(subject) or [subject]
        elif root is None or not lead or not _opens_item(root, sentence):
            lead = lead if all(t.pos in {"NUM", "PUNCT", "X"} or t.tag == "LS" for t in sentence.tokens) else []
        else:
            root.author = lead


def _leads(root: Token, sentence: Sentence) -> bool:
    """Whether a line is the subject of the list below it ("ON THESE GROUNDS, *THE AUTHORITY*")."""
    last = sentence.tokens[-1] is root or sentence.tokens[-2:-1] == [root]
    return last and root.pos in {"NOUN", "PROPN"} and _is_body(root) and root.child("det") is not None


def _is_body(token: Token) -> bool:
    return token.mention is not None and is_a(token.mention.type, "PublicBody")


def _drop_number(sentence: Sentence) -> None:
    """ "*a)* orders the firm": the letter of an item is nobody who orders."""
    for token in sentence.tokens[:2]:
        if token.dep == "nsubj" and token.tag == "LS":
            token.dep = "meta"


def _opens_item(root: Token, sentence: Sentence) -> bool:
    """Whether a sentence begins with a verb in the third person, maybe taken for a noun ("*States* that ...")."""
    first = next((t for t in sentence.tokens if t.pos not in {"NUM", "PUNCT", "X", "ADV"} and t.tag != "LS"), None)
    before = {"nsubj", "nsubjpass", "det", "amod", "poss"}
    if first is not root or any(c.dep in before and c.i < root.i for c in root.children):
        return False
    clause = root.child("ccomp", "acl", "relcl")
    lemma = root.lower.removesuffix("s")
    if root.tag in {"NNS", "NNPS"} and lemma in verbs("saying") and clause is not None and clause.child("mark"):
        root.pos, root.tag, root.lemma, clause.dep, root.mention = "VERB", "VBZ", lemma, "ccomp", None
    elif root.tag == "NNS" and sentence.tokens[0].tag == "LS" and lemma in verbs("support_agent"):
        _read_as_verb(root, lemma)
    if root.tag == "VBN" and root.child("dobj", "ccomp") and not root.child("auxpass", "agent"):
        root.tag = "VBD"
    return root.tag in {"VBZ", "VBD"} and root.pos == "VERB"


def _read_as_verb(root: Token, lemma: str) -> None:
    """ "c) *imposes* on the firm a fine": behind the letter of an item the model takes the verb for a noun."""
    root.pos, root.tag, root.lemma, root.mention = "VERB", "VBZ", lemma, None
    for child in root.children:
        if child.dep in {"npadvmod", "appos"} and child.pos == "NOUN" and child.i > root.i:
            child.dep = "dobj"
            return


def authors(paper: Token) -> list[Token]:
    """Whom a paper's own phrase or clause names as who issued it."""
    before = [c for c in paper.children if c.dep in {"poss", "nmod", "compound"} and _is_actor(c)]
    by = [c for c in paper.children if c.dep in {"prep", "agent"} and c.lower in {"by", "from"}]
    issued = [c for c in paper.children if c.dep == "acl" and c.tag in {"VBN", "VBD"} and _issues(c)]
    by.extend(g for c in issued for g in c.children if g.dep in {"agent", "prep"} and g.lower == "by")
    behind = [g for c in by for g in c.children if g.dep == "pobj" and _is_actor(g)]
    within = [p for c in issued for p in c.children if p.lower in {"in", "on"}]
    behind = behind or [g for p in within for g in p.children if _prints(g)]
    verb = paper.head if paper.dep in {"dobj", "nsubjpass"} else None
    issuing = _actors(subjects(verb)) if verb is not None and _issues(verb) else []
    return before[:1] or behind or issuing


def _prints(outlet: Token) -> bool:
    return outlet.dep == "pobj" and outlet.mention is not None and outlet.mention.type == "MediaOutlet"


def _issues(verb: Token) -> bool:
    return verb.pos == "VERB" and verb.lemma in verbs("issuing") | WRITING


def _actors(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if _is_actor(t)]


def _is_actor(token: Token) -> bool:
    mention = token.mention
    return mention is not None and is_a(mention.type, "Actor") and mention.type != "Court"


def _is_known(paper: Token) -> bool:
    return any(c.dep == "det" and c.lower in DEFINITE for c in paper.children)


def _told_before(paper: Token, index: int, told: list[tuple[Token, int, list[Token]]]) -> list[Token]:
    """The author of the paper of the same name told of last, or else of one of its kind."""
    near = [(other, own) for other, at, own in reversed(told) if index - at <= MEMORY]
    same = (own for other, own in near if other.lemma == paper.lemma)
    kind = next(kind for kind in KINDS if paper.lemma in kind)
    alike = (own for other, own in near if other.lemma in kind)
    return next(same, None) or next(alike, [])


def _link_second(sentence: Sentence) -> None:
    """ "The letter urges the firm to stop *and it warns* of fines": the paper goes on."""
    for it in sentence.tokens:
        verb = it.head if it.lower == "it" and it.dep == "nsubj" else None
        first = verb.head.child("nsubj") if verb is not None and verb.dep == "conj" and verb.head is not None else None
        if first is not None and first.lemma in PAPERS and verb is not None and verb.lemma in verbs("saying"):
            it.author = first.author or authors(first) or [first]


def _link_pronoun(sentence: Sentence, sentences: list[Sentence]) -> None:
    """ "The letter, signed by Noyb, warns of spies. *It* states that ...": the same author's words."""
    root = sentence.root
    it = root.child("nsubj") if root is not None else None
    before = sentences[sentence.index - 1] if sentence.index else None
    if it is None or it.lower != "it" or before is None:
        return
    main = before.root
    paper = main.child("nsubj", "nsubjpass") if main is not None else None
    if paper is not None and (paper.author or paper.lemma in PAPERS):
        it.author = paper.author or authors(paper) or [paper]
