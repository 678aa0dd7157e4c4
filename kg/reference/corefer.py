"""Mentions of one document -> entities: names, roles as names, pronouns, "the company", "the defendants".

Conservative, by rule: an unclear mention stays without an entity rather than get a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg import vocabulary
from kg.gazetteer import Gazetteer
from kg.language.token import WE, Sentence, Token
from kg.mention.nominal import AGED
from kg.model import Entity, Mention, is_local
from kg.reference.age import aged
from kg.reference.aside import carried_on, last_speaker, speaks, told_of, who_spoke
from kg.reference.bench import Bench
from kg.reference.binding import Binding
from kg.reference.calling import cannot_be, is_fined, is_of_another, is_of_firm
from kg.reference.client import Clients, is_whose_counsel
from kg.reference.described import described
from kg.reference.enumerated import enumerated
from kg.reference.generic import JUDGES, NATIONALS, is_generic, stands_for
from kg.reference.government import Governments
from kg.reference.group import all_of, both, counted, listed
from kg.reference.kindred import of_kind
from kg.reference.nextname import Spoken, named_behind, renamed
from kg.reference.office import office_holder
from kg.reference.paper import takes_up_paper
from kg.reference.part import GUILTY, HELD, INNOCENT, SIDES, gender, part
from kg.reference.quoted import is_quoted
from kg.reference.recall import BODIES, again, called_so, force, of_that_name, office, written_as_name
from kg.reference.referent import (
    BLAMED,
    NEUTER,
    NOBODY,
    PERSONAL,
    PLURAL,
    Referent,
    admits,
    can_be,
    maybe_person,
    protagonist,
    salience,
    weight,
)
from kg.reference.register import Register, names_at
from kg.reference.seat import seat
from kg.reference.severally import severally
from kg.reference.shortened import learn_short
from kg.reference.sides import of_case, own_name, told_judges, told_sides
from kg.reference.spokesman import Houses
from kg.reference.standing import is_joined, is_named_as, is_subject, noun_for
from kg.reference.struck import struck
from kg.reference.titled import OFFICES, titled, told_titles
from kg.reference.town import municipal, place_acting
from kg.reference.unnamed import local, unnamed
from kg.reference.writer import Signers, writer
from kg.role.listing import coordinates

MEMORY = 4
#: What lists of firms and services are taken up as.
HOUSES = {"company", "firm", "platform", "business", "network", "group", "site", "app", "service", "retailer"}
#: How much likelier a speaker who is told by a pronoun is who spoke before.
GOES_ON = 2.0
#: How much less likely "he" is somebody without a name than one who has one.
UNNAMED = 1.0
#: How much less likely "it" is the first of a list than somebody told alone ("said *Veyra and Tixo* knew *it* ...").
OF_LIST = 0.4
#: Bodies of which one also says "they".
COLLECTIVE = {"police", "authorities", "officials"}
#: What whoever writes may be; courts do not say "we" in what others than they publish.
WRITING = {"Actor", "Company", "NGO", "Organisation", "Person", "Platform"}


class Coreference:
    """Resolves the mentions of one document; build it with all its sentences, then ask for mentions."""

    def __init__(
        self, document: str, sentences: Iterable[Sentence], gazetteer: Gazetteer, date: str | None = None
    ) -> None:
        self.document, self.gazetteer, self.date = document, gazetteer, date
        ordered = list(sentences)
        self.register = Register(ordered, gazetteer)
        learn_short(document, ordered, self.register)
        self.bench = Bench(ordered, self.register)
        self._resolved: dict[tuple[int, int], tuple[tuple[Entity, ...], str | None]] = {}
        self._history: list[Referent] = []
        self._barred: dict[int, frozenset[str]] = {}
        self._blamed: set[str] = set()
        self._gender: dict[str, str] = {}
        self._by_capital: dict[str, Entity] = {}
        self._called: dict[str, set[str]] = {}
        self._binding = Binding(self.register, self._history, lambda mention: self.entities(mention)[0])
        self._sentences = ordered
        self._papers: set[int] = set()
        self._bound: set[int] = set()
        self._writer, self.signers = writer(ordered, self.register), Signers(document, ordered)
        self._names = [m for s in ordered for t in s.tokens for m in names_at(t)]
        self._governments = Governments(ordered, gazetteer)
        self._clients = Clients(lambda mention: self.entities(mention)[0])
        self._sides = dict(told_sides(document, ordered, self.register))
        self._enumerated = list(enumerated(ordered, self.register))
        self._unnamed: list[Spoken] = []
        self._bare: set[int] = set()
        self._titled = list(told_titles(ordered, self.register))
        self._judges = list(told_judges(ordered, self.register))
        for sentence in ordered:
            for token in sentence.tokens:
                if token.mention is None or token.start < sentence.start:
                    continue  # above a list, where it has been told
                if token.mention.kind in {"name", "nominal", "pronoun"}:
                    self._resolve(token, token.mention, sentence)
        self._name_behind()
        self.houses = Houses(ordered, lambda mention: self.entities(mention)[0], gazetteer)

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
        if mention.start in self._papers:
            return NOBODY, None
        found, via = self._resolved.get((mention.start, mention.end), (NOBODY, None))
        innocent = self._innocent(mention) if accusing else {}
        instead = innocent.get(found[0].id) if found else None
        others |= innocent.keys() | self._barred.get(mention.start, frozenset())
        if mention.head in WE and found and set(allowed) & WRITING:
            return found, via  # whoever writes may be anybody
        wrong = not found or found[0].id in others or (allowed and not any(admits(e, allowed) for e in found))
        if wrong and mention.start in self._bound and found[0].id not in others:
            return NOBODY, None  # of no class that the role allows
        if mention.kind == "pronoun" and (wrong or (accusing and mention.head in PERSONAL)):
            first = found
            found, via = self._antecedent(mention, allowed, False, others, instead, accusing), "pronoun"
            if not (found or wrong or instead):
                found = first  # "After *his* arrest, Bo Kim left": nobody was told of before
            if mention.head in PLURAL and self._is_told_before(found, first, mention):
                found = NOBODY  # "*Members of the party* left. *Their* spokesman ..." is none of those told of before
            if accusing and not wrong and self._unclear(mention, found):
                found, via = NOBODY, None
        elif via == "nominal" and found and (found[0].id in others or (wrong and mention.type == "Person")):
            # "Yahoo closed its search engine"; "Meta noted that *the plaintiff* was arrested"
            instead_of = self._instead_of(mention, others) if found[0].id in others else NOBODY
            found, via = (instead_of, via) if instead_of else ((local(self.document, mention, mention.text),), None)
        return found, via

    def _instead_of(self, mention: Mention, others: frozenset[str]) -> tuple[Entity, ...]:
        """ "Noyb said that *the firm* lied": the firm told of before, where the one found first says it itself."""
        if mention.start not in self._bare or mention.type not in {"Company", "Platform"}:
            return NOBODY
        found = self._antecedent(mention, stands_for(mention), others=others)
        fits = found and not is_local(found[0].id) and vocabulary.is_a(found[0].type, mention.type)
        return found if fits else NOBODY

    def _name_behind(self) -> None:
        """Puts the names in place of those whom the text names only behind (see `nextname`)."""
        officials = frozenset(t.person.id for t in self._titled)
        sued = self._sides.get("defendant", NOBODY)
        named = named_behind(
            self._unnamed, self._sentences, self._history, self._judges, officials, self._enumerated, sued
        )
        for key, (found, via) in self._resolved.items():
            if any(e.id in named for e in found):
                self._resolved[key] = renamed(found, named), via or "nominal"
        for i, referent in enumerate(self._history):
            if any(e.id in named for e in referent.entities):
                self._history[i] = replace(referent, entities=renamed(referent.entities, named))

    def _is_told_before(self, found: tuple[Entity, ...], first: tuple[Entity, ...], mention: Mention) -> bool:
        """Whether somebody was told of last in an earlier sentence than somebody else."""
        told = {r.entities: r.sentence for r in self._history if r.position < mention.start}
        return told.get(found, 0) < told.get(first, -1)

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
        score = max((weight(r, mention) for r in own), default=0.0)
        unsure = (r for r in before if r.sentence >= before[-1].sentence - 1 and maybe_person(r.entities[0]))
        together = bool(own) and own[-1].position in pairs
        if any(r.part == "accuser" for r in own) and any(r.part == "denounced" for r in before):
            return True  # "*Ann Lee* accused *Bo Kim* of theft; he was held"
        return together or any(weight(r, mention) > score for r in unsure)

    def _foreign(self, mention: Mention, referent: Referent) -> bool:
        """Whether a phrase says another country than that of an American body ("the *Chinese* company" is not Google).

        Others are often registered abroad.
        """
        home = referent.entities[0].country
        told = (*self.gazetteer.peoples(mention.text), *self.gazetteer.find(mention.text, {"Country"}))
        said = {name.entry.id for name in told}
        return mention.kind == "nominal" and home == "US" and bool(said) and "country/US" not in said

    def _innocent(self, mention: Mention) -> dict[str, str]:
        """Who was told of before as a victim, a plaintiff or an official, and nowhere by name as accused."""
        before = (r for r in self._history if r.position < mention.start and r.part in INNOCENT)
        return {e.id: r.part for r in before for e in r.entities if e.id not in self._blamed}

    def actor(self, entity: Entity) -> Entity:
        """Who acts where a city is said to: a capital's country ("*Brussels* fined Meta"), else its own government."""
        if entity.type != "City":
            return entity
        entry = self.gazetteer.entries.get(entity.id)
        if entry is not None and entry.government:
            return self.gazetteer.entries[entry.government].entity()
        return municipal(entity)

    def seat(self, holder: Mention, title: Mention) -> Entity | None:
        """The body in which somebody holds an office that is told by its bare title (see `seat`)."""
        found, _ = self.entities(holder)
        before = [self.register.entity(m) for m in self._names if m.start < title.start]
        told = [self.register.entity(m) for m in self._names]
        around = [e for (start, _), (meant, _) in self._resolved.items() if start < title.start for e in meant]
        return seat(found[0], title.text, told, before, self.gazetteer, [*before, *around]) if found else None

    def is_named(self, id_: str | None) -> bool:
        """Whether the text has somebody's name anywhere."""
        return any(self.register.entity(m).id == id_ for m in self._names)

    def _resolve(self, token: Token, mention: Mention, sentence: Sentence) -> None:
        if mention.kind == "name":
            found: tuple[Entity, ...] = (self.register.entity(mention),)
        elif takes_up_paper(token, sentence, self._before(sentence)):
            self._papers.add(mention.start)
            found = NOBODY
        elif mention.head in WE:
            if not is_quoted(token, sentence, self._sentences):
                we = self.signers.of(mention) or self._writer or Entity(f"doc/{self.document}#we", "Organisation", "we")
                self._resolved[mention.start, mention.end] = ((we,), "pronoun")
            return
        elif mention.kind == "pronoun":
            found = self._pronoun(token, mention, sentence)
            self._resolved[mention.start, mention.end] = (found, "pronoun")
        else:
            found, via = self._nominal(mention, token, sentence)
            self._resolved[mention.start, mention.end] = (found, via)
            if len(found) == 1 and is_local(found[0].id):
                self._unnamed.append(Spoken(token, mention, found[0], sentence.index))
        self._clients.note(token, found)
        # "the *court* order", "became a political *tool*": nobody to return to
        predicate = token.dep in {"attr", "oprd"} or (token.dep == "pobj" and is_named_as(token))
        unnamed = bool(found) and is_local(found[0].id) and predicate
        in_passing = mention.kind == "nominal" and (token.dep == "compound" or unnamed)
        if found and not in_passing:
            self._remember(found, token, mention, sentence)

    def _before(self, sentence: Sentence) -> Sentence | None:
        return self._sentences[sentence.index - 1] if sentence.index else None

    def _pronoun(self, token: Token, mention: Mention, sentence: Sentence) -> tuple[Entity, ...]:
        """Whom a pronoun means by where it stands, or else the likeliest of those told before."""
        barred = self._binding.barred(token) | self._speakers(token, sentence) | self._without_house(token)
        self._barred[mention.start] = barred
        bound = self._binding.bound(token) or carried_on(token, self._before(sentence), self._history)
        if bound:
            self._bound.add(mention.start)
        bound = bound or all_of(self._history, token)
        if found := bound or struck(token, self._before(sentence), self._history):
            return found
        blamed = mention.head in PERSONAL and (is_whose_counsel(token) or part(token) in HELD)
        return self._antecedent(mention, (), others=barred, accusing=blamed, speaker=(token, sentence))

    def _speakers(self, pronoun: Token, sentence: Sentence) -> frozenset[str]:
        """Who speaks a quotation: he says "I", so that a "he" or "it" in his own words is another."""
        if pronoun.mention is None or pronoun.mention.head not in PERSONAL:
            return frozenset()
        spoken = [s for t in sentence.tokens for s in t.speaker]
        if not spoken and is_quoted(pronoun, sentence, self._sentences):
            spoken = [t for t in sentence.tokens if speaks(t) and (t.i < pronoun.i or t.mention is not None)]
        mentions = [t.mention for t in spoken if t.mention is not None]
        named = {self.register.entity(m).id for m in mentions if m.kind == "name"}
        goes_on = any(m.head in PERSONAL for m in mentions if m.kind == "pronoun")  # "'He knew,' *she* told the court"
        return frozenset(named | (last_speaker(self._history, sentence) if goes_on else set()))

    def _without_house(self, pronoun: Token) -> frozenset[str]:
        """The authorities told of, where a pronoun says whose something is that a firm has, or who was fined."""
        told = self._history if is_of_firm(pronoun) or is_fined(pronoun) else ()
        return frozenset(e.id for r in told for e in r.entities if cannot_be(pronoun, e.type))

    def _remember(self, found: tuple[Entity, ...], token: Token, mention: Mention, sentence: Sentence) -> None:
        further = coordinates(token) if token.dep != "conj" else ()
        others = [name for c in further if (name := own_name(c)) is not None]
        group = tuple(dict.fromkeys((*found, *(self.register.entity(m) for m in others)))) or found
        group = self._list_ending(token, mention, found) or group
        somebody = mention.kind == "name" and mention.type == "Person"  # the tagger takes "Teles" for a plural
        many = (token.tag in {"NNS", "NNPS", "CD"} and not somebody) or token.lower in PLURAL | COLLECTIVE
        plural = len(group) > 1 or many
        head = noun_for(token, mention)
        acts = token.dep in {"nsubj", "nsubjpass", "pobj"} and (
            token.head is None or token.head.dep != "prep" or token.head.lower == "by"
        )
        self._learn(found, token, mention, head)
        role, sex = part(token), self._gender.get(found[0].id, "")
        spoken = [(found, plural and len(group) == len(found))] + ([(group, True)] if len(group) > len(found) else [])
        for entities, several in spoken:
            place = mention.start
            told = Referent(
                entities, sentence.index, place, is_subject(token), acts, several, head, role, sex, speaks(token),
                is_joined(token),
            )  # fmt: skip
            self._history.append(told)

    def _learn(self, found: tuple[Entity, ...], token: Token, mention: Mention, head: str | None) -> None:
        """What a phrase says of whom it means: that he is blamed, a man or a woman, and what he is called."""
        new = self._resolved.get((mention.start, mention.end), (found, None))[1] is None
        if part(token) in GUILTY and new:
            self._blamed.update(entity.id for entity in found)
        if sex := gender(token):
            self._gender.setdefault(found[0].id, sex)
        if head and found[0].type == "Person" and len(found) == 1:
            self._called.setdefault(found[0].id, set()).add(head)

    def _list_ending(self, token: Token, mention: Mention, found: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """ "*Ann Lee and her two co-founders* deny it. They ...": the list that ends with people who have no name."""
        if token.dep != "conj" or mention.kind != "nominal" or mention.type != "Person":
            return NOBODY
        first = token
        while first.dep == "conj" and first.head is not None:
            first = first.head
        before = [t.mention for t in (first, *coordinates(first)) if t.mention is not None and t.i < token.i]
        told = [e for m in before for e in self.entities(m)[0]]
        people = all(e.type == "Person" for e in told) and not any(e.id in {f.id for f in found} for e in told)
        return (*told, *found) if told and people else NOBODY

    # noun phrases

    def _nominal(self, mention: Mention, token: Token, sentence: Sentence) -> tuple[tuple[Entity, ...], str | None]:
        listed_as = (e.entities for e in self._enumerated if e.mention is mention)
        if members := next(listed_as, NOBODY) or severally(mention, token, self.document, self.gazetteer):
            return members, "nominal"
        apposed = described(mention, token, sentence, self.register)
        if apposed is not None:
            return (apposed,), "nominal"
        spoken_of = {e.id for r in self._history for e in r.entities}
        if (holder := office_holder(mention, token, spoken_of, self.gazetteer, self.date)) is not None:
            return (holder.entity(),), "role"
        named = {self.register.entity(m).id for m in self._names}
        if mention.head == "client" and (clients := self._clients.whose(token)):
            return clients, "nominal"
        told = of_kind(mention, token, self._history, named, self.gazetteer) or titled(mention, token, self._titled)
        if told is None and mention.definite and (mention.head == "bloc" or is_generic(mention, token)):
            told = place_acting(mention, self._history, self._names, self.gazetteer)
            told = told or self._governments.country(mention, sentence)
        if told is not None:
            return (told,), "nominal"
        court = self.bench.meant(mention, token, sentence)
        found = (court,) if court is not None else self._by_its_noun(mention, token)
        if not found and mention.definite and is_generic(mention, token):
            found = self._taken_up(mention, token, sentence)
        if found:
            return found, "nominal"
        made = unnamed(self.document, mention, token, sentence, lambda owner: self.entities(owner)[0])
        return (NOBODY if token.lower == "it" else (again(mention, made.label, self._history) or made,)), None

    def _by_its_noun(self, mention: Mention, token: Token) -> tuple[Entity, ...]:
        """Whom a noun means by what it says: the judge of the case, its sides, an office, an age, a number."""
        generic = is_generic(mention, token)
        if mention.head in JUDGES and mention.definite and generic and token.tag == "NN":
            sitting = [e for start, e in self._judges if start < mention.start]
            if len({e.id for e in sitting}) == 1:
                return (sitting[0],)
        if parties := of_case(mention, token, generic, self._sides):
            return parties
        if mention.head == "office" and (body := office(self.document, mention, token, self._history)) is not None:
            return (body,)
        so_called = called_so(mention, token, self._called, self._history)
        if so_called is not None and so_called.id not in self._of_clause(token):
            return (so_called,)
        if mention.definite and AGED in mention.text and token.tag in {"NN", "JJ"} and is_subject(token):
            called = aged(mention, self._sentences, self.register)
            called = called or self._antecedent(mention, ("Person",), others=self._of_clause(token))
            if called:  # "*The 38-year-old founder of Veyra* was held"
                return called
        return counted(self._history, mention, token)

    def _taken_up(self, mention: Mention, token: Token, sentence: Sentence) -> tuple[Entity, ...]:
        """Whom a definite noun that says no more than its kind takes up."""
        if mention.head in SIDES and token.tag == "NNS":
            return NOBODY
        if token.tag == "NN" and token.child("poss") is None:
            self._bare.add(mention.start)
        types = stands_for(mention)
        types = (*types, "Company", "Platform") if mention.head == "group" else types
        others = self._of_clause(token) | self._other_side(mention)
        others |= told_of(token, sentence, lambda other: self.entities(other)[0])
        if (called := self._by_capital.get(mention.text)) is not None and called.id not in others:
            return (called,)
        accused = mention.head in NATIONALS  # of whom one tells where he comes from is whom the text is about
        antecedent = self._antecedent(
            mention, types, plural=token.tag in {"NNS", "NNPS"}, others=others, accusing=accused
        )
        houses = token.tag == "NNS" and mention.head in HOUSES and token.child("poss", "nummod") is None
        if houses and not (antecedent and all(not is_local(e.id) for e in antecedent)):
            antecedent = listed(self._history, types, sentence) or both(self._history, token, types) or antecedent
        antecedent = self._since(antecedent, mention, sentence) or antecedent or force(mention, self._history)
        antecedent = of_that_name(mention, antecedent, self._history)
        if antecedent or (antecedent := written_as_name(mention, self._history)):
            if mention.text[:1].isupper() and mention.type in BODIES and not is_local(antecedent[0].id):
                self._by_capital.setdefault(mention.text, antecedent[0])
            return antecedent
        ruling = self._governments.meant(mention, sentence) if mention.head == "government" else None
        return (ruling,) if ruling is not None else NOBODY

    def _since(self, found: tuple[Entity, ...], mention: Mention, sentence: Sentence) -> tuple[Entity, ...]:
        """The government of a country told of since the one that was found was (see `Governments.since`)."""
        if mention.head != "government" or not found or found[0].country is None:
            return NOBODY
        told = [m.start for m in self._names if m.start < mention.start and self.register.entity(m).id == found[0].id]
        other = self._governments.since(max(told), mention, sentence) if told else None
        return NOBODY if other is None else (other,)

    # antecedents

    def _other_side(self, mention: Mention) -> frozenset[str]:
        """Who was told of as the other party of the case: "the defendant" is not the claimant."""
        side = SIDES.get(mention.head or "")
        opposed = (r for r in self._history if side and r.head in SIDES and SIDES[r.head] != side)
        return frozenset(e.id for r in opposed for e in r.entities)

    def _of_clause(self, noun: Token) -> frozenset[str]:
        """Whoever acts in a clause is nobody whom a noun among its objects means ("*Ann Lee* attacked the blogger")."""
        if noun.dep in {"poss", "compound"} and noun.mention is not None and noun.mention.type == "Court":
            noun = noun.head or noun  # "*The Supreme Court* upheld the High Court's ruling"
        verb: Token | None = noun
        while verb is not None and verb.pos not in {"VERB", "AUX"}:
            beside = verb.head.mention if verb is not noun and verb.dep == "appos" and verb.head is not None else None
            if beside is not None and beside.kind == "name" and not beside.entity:  # "*Veyra Pay*, a unit of the firm"
                return frozenset({self.register.entity(beside).id})
            if verb.dep not in {"dobj", "pobj", "prep", "dative"}:
                return frozenset()
            verb = verb.head
        subject = verb.child("nsubj") if verb is not None else None
        if subject is None or subject.mention is None or subject.i > noun.i:
            return frozenset()
        if subject.mention.kind == "name":
            return frozenset({self.register.entity(subject.mention).id})
        found, _ = self._resolved.get((subject.mention.start, subject.mention.end), (NOBODY, None))
        return frozenset(e.id for e in found if subject.mention.kind == "pronoun")  # "*It* sent requests to the group"

    def _antecedent(
        self,
        mention: Mention,
        types: tuple[str, ...],
        plural: bool = False,
        others: frozenset[str] = frozenset(),
        instead: str | None = None,
        accusing: bool = False,
        speaker: tuple[Token, Sentence] | None = None,
    ) -> tuple[Entity, ...]:
        """Whom a mention takes up; `instead` of one who is innocent only somebody of whom wrong is told.

        What is `accusing` rather takes up somebody of whom that is told already.
        """
        before = [r for r in self._history if r.position < mention.start and r.entities[0].id not in others]
        if not before:
            return NOBODY
        here = before[-1].sentence
        near = [r for r in before if here - r.sentence < MEMORY]
        fitting = [r for r in near if can_be(r, mention, types, plural) and not self._foreign(mention, r)]
        fitting = [r for r in fitting if not is_of_another(mention, self._called.get(r.entities[0].id, set()))]
        in_office = {t.person.id for t in self._titled} if mention.kind == "nominal" and mention.head in OFFICES else ()
        fitting = [r for r in fitting if r.entities[0].id not in in_office]  # the *vice* president is no "president"
        if instead is not None:
            fitting = [r for r in fitting if r.part in GUILTY or (r.subject and instead != "victim")]
        speaking = speaker is not None and speaks(speaker[0])
        fitting = who_spoke(fitting, *speaker) if speaker is not None else fitting
        clause = speaker[1].start if speaker is not None and mention.head in NEUTER else mention.start
        listed_first = {r.position for r in near if len(r.entities) > 1 and r.position >= clause}

        def likelihood(referent: Referent) -> tuple[float, int]:
            score, position = salience(referent, here, mention, plural)
            score -= UNNAMED if mention.head in PERSONAL and referent.subject and not referent.named else 0.0
            score -= OF_LIST if referent.position in listed_first else 0.0
            score += GOES_ON if speaking and referent.speaks else 0.0
            return score + (BLAMED if accusing and referent.part in HELD else 0.0), position

        alone = not any(r.entities[0].type == "Person" or maybe_person(r.entities[0]) for r in near if not r.plural)
        if alone and not (fitting or speaking or accusing) and mention.kind == "pronoun" and mention.head in PERSONAL:
            return protagonist(before, mention, types)
        return max(fitting, key=likelihood).entities if fitting else NOBODY
