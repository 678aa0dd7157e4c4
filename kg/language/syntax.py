"""A parsed sentence, with enhanced dependencies.

Beside the parser's own labels (nsubj, dobj, prep, ...) a token has the edges that rules want to speak of, whatever
the voice or construction (the idea is that of Schuster & Manning 2016, "Enhanced English Universal Dependencies"):

- `subj` who does it: the active subject, the passive's by-agent, the controller of an infinitive, the head of a
  relative or participial clause, the subject shared with a coordinated verb, the subject of a noun's support verb
  ("Apple *filed* an appeal": `appeal -subj-> Apple`), the possessor of a nominal event ("Apple's appeal");
- `obj` whom it is done to: the object, the passive's subject, the head of a reduced relative clause;
- `pp[on]` the object of a preposition, wherever the parser hung the phrase (verb, object, or the object's phrase);
- `within` the place inside a name or noun phrase ("the *French* judiciary", "the *U.S.* Supreme Court");
- `speaker` who says a sentence that stands in a quotation begun before it;
- `comp` the clause that the word governs (infinitive, that-clause, gerund after a preposition).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.lexicon import verbs
from kg.model import Mention

DEFINITE = {"the", "this", "that", "these", "those", "both"}
RELATIVES = {"which", "that", "who", "whom"}


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

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def start_of_mention(self) -> int:
        """Where the token's mention begins, or the token itself."""
        return self.mention.start if self.mention is not None else self.start

    @property
    def end_of_mention(self) -> int:
        """Where the token's mention ends, or the token itself."""
        return self.mention.end if self.mention is not None else self.end

    def child(self, *deps: str) -> Token | None:
        """The first child that hangs by one of the labels."""
        return next((c for c in self.children if c.dep in deps), None)

    def ancestors(self) -> Iterator[Token]:
        """The heads from the nearest to the root."""
        token = self.head
        while token is not None:
            yield token
            token = token.head

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


def is_definite(noun: Token) -> bool:
    """Whether a noun tells of something known: "the fine", "this ban", "Apple's appeal"."""
    return any(c.dep == "poss" or (c.dep == "det" and c.lower in DEFINITE) for c in noun.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: by auxiliary or passive subject, as a reduced relative, or by coordination."""
    if verb.child("auxpass", "nsubjpass", "agent"):
        return True
    if verb.tag not in {"VBN", "VBD"} or verb.child("aux", "nsubj"):
        return False
    if verb.dep in {"acl", "amod"} and verb.tag == "VBN":
        return True
    if verb.dep == "advcl" and verb.tag == "VBN" and not verb.child("dobj"):
        return True
    return verb.dep == "conj" and verb.tag == "VBN" and verb.head is not None and is_passive(verb.head)


def step(token: Token, label: str) -> list[Token]:
    """The tokens one edge away: an enhanced edge, or the children of that dependency label."""
    match label:
        case "subj":
            return subjects(token)
        case "obj":
            return objects(token)
        case "comp":
            return complements(token)
        case "within":
            return token.within
        case "speaker":
            return token.speaker
        case "support":
            verb = support_verb(token)
            return [verb] if verb else []
        case _:
            return [c for c in token.children if c.dep == label]


def subjects(token: Token, depth: int = 0) -> list[Token]:
    """Who does what the token tells; see the module's head."""
    if depth > 6:
        return []
    if token.pos not in {"VERB", "AUX"}:
        return _noun_subjects(token, depth)
    if is_passive(token):
        return _by_agents(token)
    own = token.child("nsubj", "csubj")
    if own is not None:
        return _antecedents(own, token)
    return _shared_subjects(token, depth)


def _by_agents(token: Token) -> list[Token]:
    return [t for word, t in prepositional(token) if word == "by" and t.pos != "VERB"]


def _antecedents(pronoun: Token, verb: Token) -> list[Token]:
    """The head of the relative clause that a relative pronoun stands for."""
    if pronoun.lower in RELATIVES and pronoun.tag in {"WDT", "WP", "IN"}:
        clause = verb
        while clause.dep in {"conj", "xcomp"} and clause.head is not None:
            clause = clause.head
        if clause.dep in {"relcl", "acl", "ccomp"} and clause.head is not None:
            return _noun_antecedents(clause)
    return [pronoun]


def _noun_antecedents(clause: Token) -> list[Token]:
    """The noun before a relative clause; where the parser hung it on a phrase, every noun of it, the nearest first.

    The parser hangs relative clauses on the phrase's head ("a standoff between X and the ministry, which threatened");
    which noun is meant is left to the types that a rule asks for.
    """
    head = clause.head
    assert head is not None
    nouns = [t for t in head.subtree() if t.pos in {"NOUN", "PROPN", "PRON"} and head.i <= t.i < clause.i]
    below = {t.i for t in clause.subtree()}
    return [t for t in reversed(nouns) if t.i not in below and t.dep not in {"compound", "poss"}] or [head]


def _shared_subjects(token: Token, depth: int) -> list[Token]:
    head = token.head
    if head is None:
        return []
    if token.dep == "conj" and head.pos in {"VERB", "AUX"}:
        return objects(head, depth + 1) if is_passive(head) else subjects(head, depth + 1)
    if token.dep == "conj":
        return _shared_subjects(head, depth + 1) if head.dep in {"pcomp", "acl", "advcl", "xcomp"} else []
    if token.dep in {"xcomp", "ccomp"}:
        return _controllers(head, depth)
    if token.dep in {"acl", "relcl"}:
        titled = head.head is None and head.mention is not None and head.mention.kind == "name"
        if titled and token.tag == "VB":  # a headline: "Twitter *to pay* fine"
            return [head]
        return _noun_antecedents(token) if token.tag == "VBG" else _noun_subjects(head, depth + 1)
    if token.dep == "advcl":
        return _matrix_subjects(head, depth)
    if token.dep == "pcomp" and head.head is not None:
        return _gerund_subjects(head, depth)
    return []


def _controllers(head: Token, depth: int) -> list[Token]:
    if head.pos == "ADJ" and head.dep == "acomp" and head.head is not None:
        return subjects(head.head, depth + 1)
    if head.pos == "ADJ" or head.pos == "AUX":
        return subjects(head, depth + 1)
    if is_passive(head):
        return objects(head, depth + 1)
    controlled = [t for t in objects(head, depth + 1) if t.pos != "VERB"]
    if controlled and head.lemma in verbs("object_control"):
        return controlled
    on = (
        [t for word, t in prepositional(head) if word in {"on", "upon", "for"}]
        if head.lemma in {"call", "push"}
        else []
    )
    return on or subjects(head, depth + 1)


def _matrix_subjects(head: Token, depth: int) -> list[Token]:
    if head.pos not in {"VERB", "AUX"}:
        return []
    return objects(head, depth + 1) if is_passive(head) else subjects(head, depth + 1)


def _gerund_subjects(preposition: Token, depth: int) -> list[Token]:
    """ "accused X *of allowing*", "fined X *for failing*": the object; "*after arresting*": the subject."""
    governor = preposition.head
    assert governor is not None
    while governor.pos in {"ADV", "ADP", "SCONJ"} and governor.head is not None:
        governor = governor.head  # "stopped *short* of ordering"
    if governor.pos in {"VERB", "AUX"}:
        if preposition.lower in {"of", "for", "from", "over", "with", "into", "about"} and not is_passive(governor):
            patients = [t for t in objects(governor, depth + 1) if t.pos != "VERB"]
            if patients:
                return patients
        return _matrix_subjects(governor, depth)
    patients = objects(governor, depth + 1)
    return patients or _noun_subjects(governor, depth + 1)


def support_verb(noun: Token) -> Token | None:
    """The verb that only carries an event noun: "*file* an appeal", "an inquiry *was opened*", "hit *with* a fine"."""
    head = noun.head
    while head is not None and noun.dep in {"conj", "compound", "amod", "nmod"} and head.pos in {"NOUN", "PROPN"}:
        noun, head = head, head.head
    if head is None:
        return None
    if noun.dep in {"dobj", "nsubjpass", "oprd"} and head.pos == "VERB":
        return head
    if noun.dep == "nsubj" and head.pos == "VERB" and head.tag == "VBN":
        return head
    if noun.dep == "pobj" and head.lower in {"with", "to", "under", "into", "in"} and head.head is not None:
        verb = head.head
        if verb.dep == "dobj" and verb.head is not None and head.lower == "with":
            verb = verb.head
        if verb.pos == "VERB" and (head.lower != "with" or verb.lemma in verbs("moves")):
            return verb
    if head.pos == "NOUN" and noun.dep == "nsubj":
        return None
    return None


def _noun_subjects(noun: Token, depth: int) -> list[Token]:
    found = [c for c in noun.children if c.dep == "poss"]
    verb = support_verb(noun)
    if verb is not None and depth < 4:
        is_object = noun.dep in {"dobj", "nsubjpass", "oprd", "conj", "compound", "nsubj"}
        if (is_object and verb.lemma in verbs("support_agent")) or (not is_object and verb.lemma in verbs("moves")):
            found.extend(t for t in subjects(verb, depth + 1) if t is not noun)
    found.extend(_by_agents(noun))
    return found


def objects(token: Token, depth: int = 0) -> list[Token]:
    """Whom what the token tells is done to; see the module's head."""
    if depth > 6:
        return []
    if token.pos not in {"VERB", "AUX"}:
        return _noun_objects(token, depth)
    if is_passive(token):
        return _passive_objects(token, depth)
    own = [t for c in token.children if c.dep == "dobj" for t in _antecedents(c, token)]
    dative = [c for c in token.children if c.dep == "dative" and c.pos != "ADP"]
    own = [t for t in own if not _is_amount(t)] or own
    if own and _is_amount(own[0]):
        inside = [c for c in own[0].children if c.dep in {"nmod", "compound", "poss"} and c.mention is not None]
        return dative or inside or own
    if dative and not own:
        return dative
    if own:
        return own
    if token.dep == "relcl" and token.child("nsubj") and token.head is not None:
        subject = token.child("nsubj")
        if subject is not None and subject.lower not in RELATIVES:
            return _noun_antecedents(token)
    shared = [c for c in token.children if c.dep == "conj" and c.pos == "VERB" and not c.child("nsubj", "nsubjpass")]
    return objects(shared[0], depth + 1) if shared and not is_passive(shared[0]) else []


def _is_amount(token: Token) -> bool:
    """ "fined Twitter *$150 million*": the sum is an object too, but not the one fined."""
    return token.mention is not None and token.mention.type == "Amount"


def _passive_objects(token: Token, depth: int) -> list[Token]:
    own = token.child("nsubjpass") or (token.child("nsubj") if token.child("auxpass", "agent") else None)
    if own is not None:
        return _antecedents(own, token)
    head = token.head
    if head is None:
        return []
    if token.dep == "conj" and head.pos in {"VERB", "AUX"}:
        return objects(head, depth + 1) if is_passive(head) else subjects(head, depth + 1)
    if token.dep in {"acl", "relcl"}:
        return _noun_antecedents(token)
    if token.dep == "amod":
        return [head]
    return _shared_subjects(token, depth + 1)


def _noun_objects(noun: Token, depth: int) -> list[Token]:
    verb = support_verb(noun)
    if verb is None or depth > 4:
        return []
    if noun.dep == "pobj" and verb.lemma in verbs("moves") | {"subject", "bring", "place", "put", "take"}:
        return [t for t in objects(verb, depth + 1) if t is not noun]
    if noun.dep in {"dobj", "conj", "compound"} and verb.lemma in verbs("support_patient") and not is_passive(verb):
        return subjects(verb, depth + 1)
    if noun.dep in {"dobj", "conj", "compound"} and verb.lemma in verbs("support_agent"):
        return [c for c in verb.children if c.dep == "dative" and c.pos != "ADP"]
    return []


def complements(token: Token) -> list[Token]:
    """The clauses that a word governs: infinitives, that-clauses, gerunds after a preposition."""
    found: list[Token] = []
    for child in token.children:
        if child.dep in {"xcomp", "ccomp"} or (child.dep in {"acl", "relcl"} and child.tag == "VB"):
            found.append(child)
        elif child.dep == "prep":
            found.extend(c for c in child.children if c.dep == "pcomp")
        elif child.dep == "advcl" and child.tag == "VB" and child.child("aux") and not child.child("mark"):
            found.append(child)
    return found


def prepositional(token: Token) -> list[tuple[str, Token]]:
    """Prepositions with their objects, from the token's own phrase outwards to where the parser may have hung them."""
    found = list(_own_prepositions(token))
    if token.pos in {"VERB", "AUX"}:
        for child in token.children:
            if child.dep in {"dobj", "attr", "oprd", "xcomp"} or (child.dep == "nsubjpass" and child.pos != "PRON"):
                found.extend(_own_prepositions(child))
    else:
        verb = support_verb(token)
        if verb is not None:
            found.extend(_own_prepositions(verb))
    seen: set[int] = set()
    return [(w, t) for w, t in found if t is not token and not (t.i in seen or seen.add(t.i))]  # type: ignore[func-returns-value]


def _own_prepositions(token: Token, depth: int = 0) -> Iterator[tuple[str, Token]]:
    """The prepositions that hang on a token, then those on their objects and on what is coordinated with the token."""
    nested = [c for c in token.children if depth == 0 and c.dep == "conj" and c.pos == token.pos in {"NOUN", "PROPN"}]
    for child in token.children:
        if child.dep in {"prep", "agent", "prt"} or (child.dep == "dative" and child.pos == "ADP"):
            for word, inner in _prepositional_objects(child):
                yield word, inner
                nested.append(inner)
    for inner in nested if depth < 2 else ():
        if inner.pos not in {"VERB", "AUX"}:
            yield from _own_prepositions(inner, depth + 1)


def _prepositional_objects(preposition: Token) -> Iterator[tuple[str, Token]]:
    """A preposition's objects; of two in a row ("out of", "because of") both words and the second alone count."""
    for inner in preposition.children:
        if inner.dep in {"pobj", "pcomp"}:
            yield preposition.lower, inner
        elif inner.dep == "prep":
            for word, deep in _prepositional_objects(inner):
                yield word, deep
                yield f"{preposition.lower} {word}", deep
