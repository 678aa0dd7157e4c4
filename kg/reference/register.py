"""The names of one document: which entity a full name, a surname, a short form or an acronym means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.gazetteer import Gazetteer
from kg.language.token import Sentence, Token
from kg.mention.calling import introduced
from kg.mention.propername import TRAILING_TYPES
from kg.model import PLACES, Entity, Mention

#: The first part of an unseen entity's id; every other kind of organisation is a body.
FIRST = {
    "Person": "person", "Platform": "platform", "Company": "company", "MediaOutlet": "media", "NGO": "ngo",
    "Court": "court", "Law": "law", "Product": "product", "Country": "country", "Region": "region", "City": "city",
    "InternationalOrganisation": "intl", "Organisation": "organisation", "Document": "document",
}  # fmt: skip
#: What the end of a firm's name says of its kind.
FIRM_WORDS = {
    *TRAILING_TYPES["Company"].split(),
    *"technology international limited company co llp ag sa platforms global".split(),
}
#: What a firm calls its services after itself ("Veyra *Store*"), so that its bare name is the firm's.
SERVICES = frozenset(
    "store play pay wallet market marketplace maps search app cloud music tv video videos messenger mail photos phone"
    " os assistant ads chat ai drive shop prime plus premium go news t taxi eats home watch browser".split()
)
#: What stands before a surname and belongs to it ("Ivo Santos *Da* Costa").
PARTICLES = frozenset("da das de del della den der di do dos du el la le ten ter van von".split())
SMALL_WORDS = {"of", "and", "for", "the", "on", "in"}
SHORTEST_PART = 4


class Register:
    """Learns every name of a document's sentences, so that a short form finds its full one wherever that stands."""

    def __init__(self, sentences: Iterable[Sentence], gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.names: dict[str, Entity] = {}
        ordered = list(sentences)
        for mention in sorted(_names(ordered), key=lambda mention: -len(mention.text.split())):
            self._learn(mention)
        for sentence in ordered:
            self._introduce_acronyms(sentence)

    def entity(self, mention: Mention) -> Entity:
        """The entity that a name means; a name seen nowhere else makes a new one."""
        key = fold(mention.text)
        if mention.entity is not None:
            return self.names.get(key) or self.gazetteer.entries[mention.entity].entity()
        if key not in self.names:
            self.names[key] = self._longer(key, mention.type) or new(mention.text, mention.type)
        return self.names[key]

    def short_form(self, mention: Mention) -> str | None:
        """How a name differs from the entity's full one: "acronym", "surname", or None."""
        entity = self.entity(mention)
        if fold(mention.text) == fold(entity.label):
            return None
        if mention.text in entity.aliases:
            return "acronym" if mention.text.isupper() and len(mention.text) > 1 else None
        return "surname" if entity.type == "Person" else None

    def _longer(self, key: str, type_: str) -> Entity | None:
        """The entity of a longer name that begins or ends with this one, if it can be of the same class."""
        around = (
            e
            for k, e in self.names.items()
            if (len(key) >= SHORTEST_PART or e.type == type_ == "Company")  # "*Sun*" for Sun Microsystems
            and ((k.startswith(key + " ") and k.removeprefix(key + " ") not in SERVICES) or k.endswith(" " + key))
        )
        return next((e for e in around if e.type not in PLACES and _alike(type_, e.type)), None)

    def _firm_of(self, mention: Mention) -> Entity | None:
        """The firm whose name says what sort of firm it is besides ("Aerio Air" for Aerio Air *Technologies Inc.*)."""
        key = fold(mention.text)
        for longer, entity in self.names.items():
            further = longer.removeprefix(key + " ").split() if longer.startswith(key + " ") else []
            if further and _alike(mention.type, entity.type) and all(w.rstrip(".") in FIRM_WORDS for w in further):
                return entity
        return None

    def _body_of(self, mention: Mention) -> Entity | None:
        """The only body whose name says of what it is besides ("Media Authority" for the Media Authority *of Peru*)."""
        key = fold(mention.text)
        longer = {e.id: e for k, e in self.names.items() if k.startswith(key + " of ")}
        alike = [e for e in longer.values() if _alike(mention.type, e.type)]
        return alike[0] if len(longer) == 1 and alike else None

    def _body_of_people(self, mention: Mention) -> Entity | None:
        """The only body whose name says besides of which people it is ("Air Wing" for the *Danish* Air Wing)."""
        key = fold(mention.text)
        whose = {k.removesuffix(key).strip(): e for k, e in self.names.items() if k.endswith(" " + key)}
        peoples = {people.casefold() for people in self.gazetteer.demonyms}
        alike = [e for people, e in whose.items() if people in peoples and _alike(mention.type, e.type)]
        return alike[0] if len(alike) == 1 else None

    def _learn(self, mention: Mention) -> None:
        if mention.entity is not None:
            entity = self.names.setdefault(fold(mention.text), self.gazetteer.entries[mention.entity].entity())
        elif " " in mention.text:
            key = fold(mention.text)
            if key not in self.names:
                longer = self._firm_of(mention) or self._body_of(mention) or self._body_of_people(mention)
                self.names[key] = longer or new(mention.text, mention.type)
            entity = self.names[key]
        else:
            return
        if mention.type == "Person":
            self._learn_surname(entity)

    def _learn_surname(self, person: Entity) -> None:
        parts = person.label.split()
        if len(parts) > 1:
            self.names.setdefault(fold(parts[-1]), person)
        if len(parts) > 2 and (parts[-2][0].islower() or parts[-2].lower() in PARTICLES):
            self.names.setdefault(fold(" ".join(parts[-2:])), person)

    def _introduce_acronyms(self, sentence: Sentence) -> None:
        """ "National Center for Missing and Exploited Children (NCMEC)": the name in brackets is an alias."""
        for bracket, token in introduced(sentence):
            if token.text.isalnum():
                holder = _named_before(bracket, sentence)
                if holder is not None and is_acronym(token.text, holder.text):
                    entity = self._same_as_the_acronym(token, holder) or self.entity(holder)
                    alias = replace(entity, aliases=tuple(dict.fromkeys((*entity.aliases, token.text))))
                    self.names[fold(token.text)] = self.names[fold(holder.text)] = alias

    def call(self, short: str, entity: Entity) -> None:
        """Let a short form mean somebody, where no name has it."""
        self.names.setdefault(fold(short), entity)

    def _same_as_the_acronym(self, acronym: Token, holder: Mention) -> Entity | None:
        """The known entity of an acronym, if the longer name only says more: "*Irish* Data Commission"."""
        if acronym.mention is None or acronym.mention.entity is None or holder.entity is not None:
            return None
        entity = self.gazetteer.entries[acronym.mention.entity].entity()
        if (entity.type in PLACES) != (holder.type in PLACES):
            return None  # "the *North Island Consumer Association* (NI)" is not the island
        shared = set(fold(entity.label).split()) & set(fold(holder.text).split())
        return entity if len(shared - SMALL_WORDS) > 1 else None


def _alike(one: str, other: str) -> bool:
    """Whether a short and a long name can be of the same class, where one word alone says little of its own."""
    return one == other or bool({"Organisation", "Actor"} & {one, other})


def _names(sentences: Iterable[Sentence]) -> Iterator[Mention]:
    for sentence in sentences:
        for token in sentence.tokens:
            for mention in (token.mention, *(inner.mention for inner in token.within)):
                if mention is not None and mention.kind == "name":
                    yield mention


def _named_before(bracket: Token, sentence: Sentence) -> Mention | None:
    near = (t.mention for t in reversed(sentence.tokens[max(0, bracket.i - 2) : bracket.i]) if t.mention is not None)
    mention = next(near, None)
    return mention if mention is not None and mention.kind == "name" else None


def is_acronym(short: str, name: str) -> bool:
    """Whether capitals can stand for a name: its initials with or without small words, or some of them in order."""
    words = re.findall(r"\w+", name)
    letters = "".join(w[0].upper() for w in words if w[0].isupper() or w.lower() not in SMALL_WORDS)
    every = "".join(w[0].upper() for w in words)
    return short == letters or (short[0] == every[0] and _subsequence(short, every))


def _subsequence(short: str, long: str) -> bool:
    remaining: Iterator[str] = iter(long)
    return all(letter in remaining for letter in short)


def slug(text: str) -> str:
    """A name as the last part of an id: ASCII, lower case, hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "x" + text.encode().hex()[:16]


def new(label: str, type_: str) -> Entity:
    """An entity that no file knows: its id depends on its name and class alone, so that all documents agree."""
    label = re.sub(r"^[Tt]he (?=[A-Z])", "", label)
    type_ = "Organisation" if type_ == "Actor" else type_
    return Entity(f"{FIRST.get(type_, 'body')}/{slug(label)}", type_, label)


def fold(text: str) -> str:
    """A name without article, punctuation, accents and case, for comparison."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return re.sub(r"^the ", "", re.sub(r"[^\w +]", "", plain))


def names_at(token: Token) -> Iterator[Mention]:
    """The name at a token and those inside it."""
    for mention in (token.mention, *(inner.mention for inner in token.within)):
        if mention is not None and mention.kind == "name":
            yield mention
