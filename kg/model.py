"""The types that flow through the house: small, frozen, without behaviour.

Offsets are 0-based character positions in the original text of the document, end exclusive.
Ids are paths relative to the base IRI ("person/pavel-durov", "fact/3f9a…"); `emit` makes them absolute.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "alleged", "threatened", "planned", "demanded", "possible"]
MentionKind = Literal["name", "nominal", "pronoun", "amount", "time", "phrase"]

ROLES = ("agent", "target", "recipient", "matter", "law", "amount", "place", "time")
#: What a standing relation has instead.
RELATION_ROLES = ("subject", "object", "title", "value")
#: The events that are told in words alone.
SPEECH = frozenset({"Statement", "Accusation", "Denial"})
#: The classes of places.
PLACES = frozenset({"Country", "Region", "City"})
#: Those of the parties of an event.
PARTIES = ROLES[:3]
EVERY_ROLE = (*ROLES, *RELATION_ROLES)
#: The events by which somebody asks others for something.
DEMANDS = frozenset({"Order", "InformationRequest"})
#: How the ids begin of those whom one document only describes ("the blogger").
LOCAL = "doc/"


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known about it; `date` is an ISO 8601 day."""

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with one identity across documents."""

    id: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of text that can fill a role: its class in the ontology, and the known entity where its name is known.

    A nominal ("the messaging service") has its head noun, and whether an article or pronoun makes it definite.
    """

    start: int
    end: int
    text: str
    type: str
    kind: MentionKind
    entity: str | None = None
    value: str | None = None
    head: str | None = None
    definite: bool = False

    def overlaps(self, other: Mention) -> bool:
        """Whether both have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Cue:
    """The span that decided a status: kind is polarity, modality, attribution or stage; value what it decided."""

    kind: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Argument:
    """One filler of one role, still as a mention."""

    role: str
    mention: Mention
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched: where its trigger stands (sentence and token index) and what fills its roles.

    `anaphoric`: the trigger speaks of an event as known ("the ban"), so that it may be one told before. `needs` are the
    groups of roles of which each must keep a filler when mentions are resolved. What only `adds` tells more of an event
    that the document has told ("the fine amounts to ..."), and nothing where there is none.
    """

    rule: str
    type: str
    sentence: int
    trigger: int
    start: int
    end: int
    arguments: tuple[Argument, ...]
    anaphoric: bool = False
    needs: tuple[tuple[str, ...], ...] = ()
    adds: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A match with its status: what the document says of whether it holds, and on whose word."""

    match: Match
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    attribution: tuple[Mention, ...] = ()
    stage: str | None = None
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Filler:
    """One resolved filler: an entity, a value (ISO date, amount, number) or a phrase; with its mention's offsets.

    `via` says how a mention that is not a full name was resolved: "surname", "acronym", "role", "pronoun" or "nominal".
    """

    label: str
    type: str
    start: int
    end: int
    id: str | None = None
    value: str | None = None
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None
    via: str | None = None

    @property
    def key(self) -> str:
        """By what two fillers are one and the same: the entity, or where none is known the words."""
        return self.id or self.label


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that proves a fact, with the rule that found it; `id` does not depend on the rule."""

    id: str
    start: int
    end: int
    quote: str
    rule: str
    cues: tuple[Cue, ...] = ()
    spans: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One event or standing relation that one document states, denies or reports somebody as stating.

    For a relation `type` is the property ("holdsOffice") and `args` has the roles subject, object, title, value.
    """

    id: str
    doc: str
    type: str
    args: dict[str, tuple[Filler, ...]]
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    attribution: tuple[Filler, ...] = ()
    stage: str | None = None
    evidence: tuple[Evidence, ...] = field(default=())

    def ids(self, role: str) -> set[str | None]:
        """The identifiers of those who fill a role; of what has none, None."""
        return {filler.id for filler in self.args.get(role, ())}


@dataclass(frozen=True, slots=True)
class Happening:
    """One event or standing relation of the world, as all its documents tell it with one polarity and modality.

    `facts` are its tellings, entities as the merge knows them; `args` what they say together, the more precise value
    where one is part of another. `publishers` counts independent ones, `own_word` those that name no source for it.
    `chains` are the sources that the others name.
    """

    id: str
    type: str
    args: dict[str, tuple[Filler, ...]]
    polarity: Polarity
    modality: Modality
    stage: str | None
    chains: tuple[tuple[Filler, ...], ...]
    facts: tuple[Fact, ...]
    publishers: int
    own_word: int


def is_local(id_: str | None) -> bool:
    """Whether an id is that of somebody whom one document describes, and no other can mean."""
    return (id_ or "").startswith(LOCAL)
