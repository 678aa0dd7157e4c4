"""Mentions of one document -> entities: names, roles as names, pronouns, "the company", "the defendants".

Conservative, by rule: an unclear mention stays without an entity rather than get a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import vocabulary
from kg.gazetteer import Entry, Gazetteer
from kg.language.syntax import Sentence, Token
from kg.mention.nominal import AGED, FIRST_PERSON, PLACES, PUBLIC
from kg.model import Entity, Mention
from kg.reference.part import GUILTY, HELD, INNOCENT, gender, part
from kg.reference.parties import SIDES
from kg.reference.register import Register, fold, slug
from kg.reference.seat import seat
from kg.role.filler import coordinates

#: What a generic noun can stand for, by the class that its head names; other classes stand for themselves.
STANDS_FOR = {
    "Company": ("Company", "Platform", "Organisation"),
    "Platform": ("Platform", "Company", "Product", "Organisation"),
    "Product": ("Product", "Platform"),
    "NGO": ("NGO", "Organisation", "InternationalOrganisation", "MediaOutlet"),
    "PublicBody": ("PublicBody", "Regulator", "Ministry", "LawEnforcement", "Prosecutor", "InternationalOrganisation"),
    "Regulator": ("Regulator", "PublicBody", "InternationalOrganisation"),
}
#: What a head noun that names a party of a case can stand for.
PARTY = ("Company", "Platform", "Person", "Organisation", "NGO")
#: Head nouns that can take up any one person told of before.
ANYBODY = {
    AGED, "man", "woman", "suspect", "accused", "victim", "teenager", "defendant", "youth", "couple", "men", "pair",
}  # fmt: skip
#: Head nouns for who is thought to have done something: never whoever merely was told of before, least of all a victim.
CULPRITS = {
    "suspect", "accused", "attacker", "perpetrator", "culprit", "offender", "gunman", "assailant", "thief", "hacker",
    "scammer", "fraudster", "criminal", "convict", "detainee", "prisoner", "inmate",
}  # fmt: skip
#: Head nouns for who wants no name: never a person whom the text names.
UNNAMED = {"source", "insider", "informant"}
FREE_MODIFIERS = frozenset(
    "same messaging social american us video online internet tech technology latter former popular controversial said "
    "digital media search giant streaming networking sharing ride-hailing gaming chinese russian embattled "
    "microblogging".split()
)
MASCULINE = {"he", "him", "his", "himself"}
PERSONAL = MASCULINE | {"she", "her", "hers", "herself"}
NEUTER = {"it", "its", "itself"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
NO_ACTOR = {"Document", "Content", "ContentCategory", "Law"}
MEMORY = 4
#: How much likelier what accuses means somebody of whom that is told already.
BLAMED = 2.5
NOBODY: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Referent:
    """Whom the text has spoken of at a place: one entity or a coordinated group; how prominently, by which noun."""

    entities: tuple[Entity, ...]
    sentence: int
    position: int
    subject: bool
    acts: bool
    plural: bool
    head: str | None
    part: str = ""
    gender: str = ""

    @property
    def named(self) -> bool:
        """Whether it has a name, and is not only "a man" of this document."""
        return not self.entities[0].id.startswith("doc/")


class Coreference:
    """Resolves the mentions of one document; build it with all its sentences, then ask for mentions."""

    def __init__(
        self, document: str, sentences: Iterable[Sentence], gazetteer: Gazetteer, date: str | None = None
    ) -> None:
        self.document, self.gazetteer, self.date = document, gazetteer, date
        ordered = list(sentences)
        self.register = Register(ordered, gazetteer)
        self._resolved: dict[tuple[int, int], tuple[tuple[Entity, ...], str | None]] = {}
        self._history: list[Referent] = []
        self._blamed: set[str] = set()
        self._gender: dict[str, str] = {}
        self._names = [m for s in ordered for t in s.tokens for m in _names_at(t)]
        for sentence in ordered:
            for token in sentence.tokens:
                if token.mention is not None and token.mention.kind in {"name", "nominal", "pronoun"}:
                    self._resolve(token, token.mention, sentence)

    def entities(
        self,
        mention: Mention,
        allowed: tuple[str, ...] = (),
        others: frozenset[str] = frozenset(),
        accusing: bool = False,
    ) -> tuple[tuple[Entity, ...], str | None]:
        """Whom a mention means, none if unclear, and how that was found: None for a name, else acronym, role and so on.

        A pronoun fits the types that a role allows, and is none of the `others` in the same event: where the one found
        first does not, an earlier one that does is taken. In a role of one who is `accusing`ly told of (as arrested, as
        convicted) nobody is found who was told of before as a victim, a plaintiff or an official.
        """
        if mention.kind == "name":
            return (self.register.entity(mention),), self.register.short_form(mention)
        found, via = self._resolved.get((mention.start, mention.end), (NOBODY, None))
        innocent = self._innocent(mention) if accusing else {}
        instead = innocent.get(found[0].id) if found else None
        others |= innocent.keys()
        wrong = not found or found[0].id in others or (allowed and not _allowed(found[0], allowed))
        if mention.kind == "pronoun" and (wrong or (accusing and mention.head in PERSONAL)):
            found, via = self._antecedent(mention, allowed, False, others, instead, accusing), "pronoun"
            if accusing and not wrong and self._unclear(mention, found):
                found, via = NOBODY, None
        elif via == "nominal" and found and (found[0].id in others or (wrong and mention.type == "Person")):
            # "Yahoo closed its search engine"; "Meta noted that *the plaintiff* was arrested"
            found, via = (_local(self.document, mention),), None
        return found, via

    def _unclear(self, mention: Mention, found: tuple[Entity, ...]) -> bool:
        """Whether a "he" or "she" may mean another: one named beside, or a name of unknown kind told of as clearly.

        ("*Ann Lee* and *Bo Kim* fought. He was held", "*Ana Ruiz* sued the mayor. She was held".) Between an accuser
        and the accused nothing decides but their sex, which a name does not tell.
        """
        if mention.head not in PERSONAL:
            return False
        before = [r for r in self._history if r.position < mention.start]
        own = [r for r in before if r.entities == found]
        pairs = {r.position for r in before if len(r.entities) > 1 and all(e.type == "Person" for e in r.entities)}
        score = max((_weight(r, mention) for r in own), default=0.0)
        unsure = (r for r in before if r.sentence >= before[-1].sentence - 1 and _maybe_person(r.entities[0]))
        together = bool(own) and own[-1].position in pairs
        if any(r.part == "accuser" for r in own) and any(r.part == "denounced" for r in before):
            return True  # "*Ann Lee* accused *Bo Kim* of theft; he was held"
        return together or any(_weight(r, mention) > score for r in unsure)

    def _foreign(self, mention: Mention, referent: Referent) -> bool:
        """Whether a phrase says another country than that of an American body ("the *Chinese* company" is not Google).

        Others are often registered abroad.
        """
        home = referent.entities[0].country
        said = {self.gazetteer.demonyms[w].id for w in mention.text.split() if w in self.gazetteer.demonyms}
        return mention.kind == "nominal" and home == "US" and bool(said) and "country/US" not in said

    def _innocent(self, mention: Mention) -> dict[str, str]:
        """Who was told of before as a victim, a plaintiff or an official, and nowhere by name as accused."""
        before = (r for r in self._history if r.position < mention.start and r.part in INNOCENT)
        return {e.id: r.part for r in before for e in r.entities if e.id not in self._blamed}

    def actor(self, entity: Entity) -> Entity | None:
        """Who acts where a place is said to: for a capital its country ("*Brussels* fined Meta"), else nobody."""
        if entity.type != "City":
            return entity
        entry = self.gazetteer.entries.get(entity.id)
        return self.gazetteer.entries[entry.government].entity() if entry is not None and entry.government else None

    def seat(self, holder: Mention, title: Mention) -> Entity | None:
        """The body in which somebody holds an office that is told by its bare title (see `seat`)."""
        found, _ = self.entities(holder)
        before = [self.register.entity(m) for m in self._names if m.start < title.start]
        told = [self.register.entity(m) for m in self._names]
        return seat(found[0], title.text, told, before, self.gazetteer) if found else None

    def _resolve(self, token: Token, mention: Mention, sentence: Sentence) -> None:
        if mention.kind == "name":
            found: tuple[Entity, ...] = (self.register.entity(mention),)
        elif mention.kind == "pronoun":
            listed = self._listed_before(token) if mention.head in {"its", "their"} else None
            found = (listed,) if listed is not None else self._antecedent(mention, ())
            self._resolved[mention.start, mention.end] = (found, "pronoun")
        else:
            found, via = self._nominal(mention, token, sentence)
            self._resolved[mention.start, mention.end] = (found, via)
        in_passing = mention.kind == "nominal" and token.dep == "compound"  # "the *court* order": nobody to return to
        if found and not in_passing:
            self._remember(found, token, mention, sentence)

    def _remember(self, found: tuple[Entity, ...], token: Token, mention: Mention, sentence: Sentence) -> None:
        further = coordinates(token) if token.dep != "conj" else ()
        others = [c.mention for c in further if c.mention is not None and c.mention.kind == "name"]
        group = tuple(dict.fromkeys((*found, *(self.register.entity(m) for m in others))))
        plural = len(group) > 1 or token.tag in {"NNS", "NNPS", "CD"} or token.lower in PLURAL
        head = mention.head if mention.kind == "nominal" else None
        acts = token.dep in {"nsubj", "nsubjpass", "pobj"} and (
            token.head is None or token.head.dep != "prep" or token.head.lower == "by"
        )
        role, sex = part(token), gender(token)
        new = self._resolved.get((mention.start, mention.end), (found, None))[1] is None
        if role in GUILTY and new:
            self._blamed.update(entity.id for entity in found)
        if sex:
            self._gender.setdefault(found[0].id, sex)
        sex = self._gender.get(found[0].id, "")
        spoken = [(found, plural and len(group) == len(found))] + ([(group, True)] if len(group) > len(found) else [])
        for entities, many in spoken:
            place = mention.start
            told = Referent(entities, sentence.index, place, _is_subject(token), acts, many, head, role, sex)
            self._history.append(told)

    # noun phrases

    def _nominal(self, mention: Mention, token: Token, sentence: Sentence) -> tuple[tuple[Entity, ...], str | None]:
        apposed = self._apposition(mention, token) or self._beside(mention, token, sentence)
        if apposed is not None:
            return (apposed,), "nominal"
        holder = self._office_holder(mention, token)
        if holder is not None:
            return (holder.entity(),), "role"
        if mention.definite and _is_generic(mention, token) and not (mention.head in SIDES and token.tag == "NNS"):
            types = PARTY if mention.head in SIDES else STANDS_FOR.get(mention.type, (mention.type,))
            antecedent = self._antecedent(mention, types, plural=token.tag in {"NNS", "NNPS"})
            if antecedent:
                return antecedent, "nominal"
        if any(c.lower == "another" for c in token.children):
            return (_local(self.document, mention, "another "),), None
        return (self._again(mention) or _local(self.document, mention),), None

    def _again(self, mention: Mention) -> Entity | None:
        """Somebody unnamed of whom the text has spoken in the same words."""
        same = (r.entities[0] for r in reversed(self._history) if fold(r.entities[0].label) == fold(mention.text))
        return next(same, None)

    def _apposition(self, mention: Mention, token: Token) -> Entity | None:
        beside = [c for c in token.children if c.dep == "appos"]
        if token.dep == "appos" and token.head is not None:
            beside.append(token.head)
        if token.dep == "attr" and token.head is not None and token.head.lemma == "be" and not token.head.child("neg"):
            beside.extend(c for c in token.head.children if c.dep == "nsubj")
        for other in beside:
            if other.mention is not None and other.mention.kind == "name":
                entity = self.register.entity(other.mention)
                if _compatible(entity.type, STANDS_FOR.get(mention.type, (mention.type,))):
                    return entity
        return None

    def _beside(self, mention: Mention, token: Token, sentence: Sentence) -> Entity | None:
        """The name that a noun describes, however parsed: "the app *Kwento*", "*Kwento*, the storytelling app"."""
        first = next((t.i for t in sentence.tokens if t.start >= mention.start), token.i)
        if first and sentence.tokens[first - 1].dep == "det":
            first -= 1
        near = []
        if token.tag == "NN" and token.end == mention.end:
            near = [t for t in sentence.tokens[token.i + 1 : token.i + 4] if t.start_of_mention - mention.end <= 1]
        if mention.definite and first > 1 and sentence.tokens[first - 1].text == ",":
            near.append(sentence.tokens[first - 2])
        for name in (t.mention for t in near if t.mention is not None):
            if name.kind == "name" and _compatible(name.type, STANDS_FOR.get(mention.type, (mention.type,))):
                return self.register.entity(name)
        return None

    def _office_holder(self, mention: Mention, token: Token) -> Entry | None:
        """ "the Telegram CEO": the one person known to have held that office at the document's date."""
        if mention.type != "Person":
            return None
        organisations = set(_organisations(token))
        words = mention.text.lower()
        holders = {
            entry.id: entry
            for organisation in organisations
            for entry, office in self.gazetteer.holders.get(organisation, ())
            if office.title.lower() in words and _in_office(office.since, office.until, self.date)
        }
        spoken_of = {e.id for r in self._history for e in r.entities}
        chosen = [holders[id_] for id_ in holders if id_ in spoken_of] or list(holders.values())
        return chosen[0] if len(chosen) == 1 else None

    # antecedents

    def _listed_before(self, possessor: Token) -> Entity | None:
        """ "Veyra and *its* founder", "Veyra's chief and *its* founder": the organisation of the same list."""
        noun = possessor.head if possessor.dep == "poss" else None
        while noun is not None and noun.dep in {"conj", "appos", "compound"} and noun.head is not None:
            noun = noun.head
            owner = noun.child("poss")
            for token in (noun, *([owner] if owner is not None else ())):
                mention = token.mention
                if mention is not None and mention.kind == "name" and mention.start < possessor.start:
                    entity = self.register.entity(mention)
                    if vocabulary.is_a(entity.type, "Organisation") or vocabulary.is_a(entity.type, "Platform"):
                        return entity
        return None

    def _antecedent(
        self,
        mention: Mention,
        types: tuple[str, ...],
        plural: bool = False,
        others: frozenset[str] = frozenset(),
        instead: str | None = None,
        accusing: bool = False,
    ) -> tuple[Entity, ...]:
        """Whom a mention takes up; `instead` of one who is innocent only somebody of whom wrong is told.

        What is `accusing` rather takes up somebody of whom that is told already.
        """
        before = [r for r in self._history if r.position < mention.start and r.entities[0].id not in others]
        if not before:
            return NOBODY
        here = before[-1].sentence
        near = [r for r in before if here - r.sentence < MEMORY]
        fitting = [r for r in near if _can_be(r, mention, types, plural) and not self._foreign(mention, r)]
        if instead is not None:
            fitting = [r for r in fitting if r.part in GUILTY or (r.subject and instead != "victim")]

        def likelihood(referent: Referent) -> tuple[float, int]:
            score, position = _salience(referent, here, mention, plural)
            return score + (BLAMED if accusing and referent.part in HELD else 0.0), position

        return max(fitting, key=likelihood).entities if fitting else NOBODY


def _names_at(token: Token) -> Iterator[Mention]:
    """The name at a token and those inside it."""
    for mention in (token.mention, *(inner.mention for inner in token.within)):
        if mention is not None and mention.kind == "name":
            yield mention


def _can_be(referent: Referent, mention: Mention, types: tuple[str, ...], plural: bool) -> bool:
    type_ = referent.entities[0].type
    if mention.kind == "nominal":
        if mention.head and mention.head == referent.head:
            return True
        if mention.head in UNNAMED:
            return False
        if (mention.head in CULPRITS and referent.part not in GUILTY) or (
            mention.head in CULPRITS | {"defendant"} and referent.part in INNOCENT | {"accuser"}
        ):
            return False
        if not _compatible(type_, types) or (len(referent.entities) > 1 and not plural):
            return False
        return referent.named or (mention.head in ANYBODY and not referent.plural)
    word = mention.head or ""
    if word in FIRST_PERSON:
        return False  # the speaker, who is known only once the claim is
    if types and not _allowed(referent.entities[0], types):
        return False
    if word in PERSONAL:
        sex = "male" if word in MASCULINE else "female"
        return type_ == "Person" and not referent.plural and referent.gender in {sex, ""}
    if word in NEUTER:
        place = type_ in PLACES and not referent.acts
        return not referent.plural and not place and type_ not in NO_ACTOR | {"Person", "City", "Region"}
    return referent.plural or type_ not in NO_ACTOR | PLACES


def _salience(referent: Referent, here: int, mention: Mention, plural: bool) -> tuple[float, int]:
    score = -2.0 * (here - referent.sentence) + (1.5 if referent.subject else 0.0)
    if mention.kind == "nominal":
        score += 2.0 if mention.head == referent.head else 0.0
        score += 1.0 if referent.entities[0].type == mention.type else 0.0
        score -= 1.5 if referent.entities[0].type == "Organisation" else 0.0
        service = mention.type in {"Platform", "Product"}  # "Apple removed Veyra; *the app* ..." is not the firm
        score -= 1.0 if service and referent.entities[0].type == "Company" else 0.0
        score += 2.5 if mention.head in referent.entities[0].label.lower().split() else 0.0
    wants_group = plural or (mention.head or "") in PLURAL
    score += 2.5 if wants_group and (len(referent.entities) > 1 or referent.plural) else 0.0
    return score, referent.position


def _weight(referent: Referent, mention: Mention) -> float:
    """How likely what accuses means somebody, compared with others before it."""
    return _salience(referent, 0, mention, False)[0] + (BLAMED if referent.part in HELD else 0.0)


def _maybe_person(entity: Entity) -> bool:
    """Whether a name of unknown kind could be somebody's: two or three words of letters."""
    words = entity.label.split()
    return entity.id.startswith("organisation/") and len(words) in {2, 3} and all(w.isalpha() for w in words)


def _is_subject(token: Token) -> bool:
    owner = token.head if token.dep == "poss" else token
    return owner is not None and owner.dep in {"nsubj", "nsubjpass"}


def _is_generic(mention: Mention, token: Token) -> bool:
    """Whether a definite phrase says no more than its kind, so that it must mean somebody told of before."""
    owner = token.child("poss")
    if owner is not None and (mention.type == "Person" or (owner.mention is not None and owner.mention.kind == "name")):
        return False  # "its owners", "whose husband" are nobody told of before
    if any(
        c.dep == "appos" and (det := c.child("det")) is not None and det.lower in {"a", "an"} for c in token.children
    ):
        return False  # "the suspect, *a man of 40*" is told of for the first time
    if token.within and mention.type in PUBLIC:
        return False
    before = [c.lower for c in token.children if c.dep in {"amod", "compound", "nmod", "nummod"} and c.i < token.i]
    extra = [word for word in before if word not in FREE_MODIFIERS and word not in (mention.head or "").split()]
    return not extra and not any(c.dep == "prep" and c.i > token.i and c.lower in {"of", "for"} for c in token.children)


def _organisations(token: Token) -> Iterator[str]:
    """The known organisations that a noun phrase names: "the *Telegram* CEO", "the head of *Roskomnadzor*"."""
    inner = [g for c in token.children if c.dep == "prep" for g in c.children]
    for child in (*token.children, *inner):
        if child.mention is not None and child.mention.entity is not None:
            yield child.mention.entity


def _compatible(type_: str, types: Iterable[str]) -> bool:
    """Whether a class is one of those or below; one of unknown kind is no court, nor the reverse."""
    return any(type_ == t if t in {"Organisation", "PublicBody"} else vocabulary.is_a(type_, t) for t in types)


def _allowed(entity: Entity, types: tuple[str, ...]) -> bool:
    return any(t != "Phrase" and vocabulary.is_a(entity.type, t) for t in types)


def _in_office(since: str | None, until: str | None, date: str | None) -> bool:
    if date is None:
        return until is None
    return (since is None or since <= date) and (until is None or date <= until)


def _local(document: str, mention: Mention, which: str = "") -> Entity:
    """Somebody unnamed but definite: an entity of this document alone."""
    return Entity(f"doc/{document}#{slug(which + mention.text)}", mention.type, which + mention.text)
