"""Claims of one document -> facts: mentions become entities and values, mentions of one event become one fact."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from kg import vocabulary
from kg.gazetteer import Gazetteer
from kg.language.syntax import Sentence
from kg.language.timex import DAYS
from kg.mention.nominal import FIRST_PERSON
from kg.model import Argument, Claim, Cue, Document, Entity, Evidence, Fact, Filler, Mention
from kg.reference.corefer import Coreference
from kg.reference.fuse import PARTIES, Told, fuse, same
from kg.reference.parties import with_parties
from kg.reference.register import new

CORE = ("agent", "target", "recipient", "matter")
AHEAD = {"planned", "threatened", "demanded"}
SPEECH = {"Statement", "Accusation", "Denial"}


def resolve(document: Document, sentences: list[Sentence], claims: list[Claim], gazetteer: Gazetteer) -> list[Fact]:
    """The facts of a document in the order of their first evidence."""
    coreference = Coreference(document.id, sentences, gazetteer, document.date)
    told = [
        Told(fact, claim.match.anaphoric)
        for claim in claims
        if (fact := _fact(document, sentences, claim, coreference)) is not None
    ]
    named = [Told(fact, again=False) for fact in with_parties(fuse(told))]
    return [_identified(fact) for fact in fuse(named)]


def _fact(document: Document, sentences: list[Sentence], claim: Claim, coreference: Coreference) -> Fact | None:
    args: dict[str, tuple[Filler, ...]] = {}
    named = _named_parties(claim, coreference)
    for argument in claim.match.arguments:
        others = frozenset(f.id for role in PARTIES if role != argument.role for f in args.get(role, ()) if f.id)
        others |= frozenset(id_ for role, ids in named.items() if role != argument.role for id_ in ids)
        argument = _spoken(argument, claim, document, coreference)
        for filler in _fillers(argument, coreference, others if argument.role in PARTIES else frozenset()):
            if not any(same(filler, other) for other in args.get(argument.role, ())):
                args[argument.role] = (*args.get(argument.role, ()), filler)
    args = _located(claim.match.type, _without_echo(args))
    if len({(f.value or "")[:3] for f in args.get("amount", ())}) > 1:  # of two currencies the first
        args["amount"] = args["amount"][:1]
    if claim.modality in AHEAD and "time" in args:
        args["time"] = tuple(_ahead(time, document.date) for time in args["time"])
    relation = claim.match.type in vocabulary.relations()
    if relation:  # nobody stands in a relation to himself
        subjects = {f.id for f in args.get("subject", ())}
        args["object"] = tuple(f for f in args.get("object", ()) if f.id is None or f.id not in subjects)
        args = {role: fillers for role, fillers in args.items() if fillers}
    if relation and not _complete(args, claim.match.type):
        return None
    if not relation and not any(args.get(role) for role in (*CORE, "law")):
        return None
    if any(not any(args.get(role) for role in group) for group in claim.match.needs):
        return None
    return Fact(
        id="",
        doc=document.id,
        type=claim.match.type,
        args=args,
        polarity=claim.polarity,
        modality=claim.modality,
        attribution=_sources(claim, args, coreference),
        stage=claim.stage,
        evidence=(_evidence(document, sentences[claim.match.sentence], claim),),
    )


def _spoken(argument: Argument, claim: Claim, document: Document, coreference: Coreference) -> Argument:
    """ "*We* will appeal, Meta said": who says "we" is the innermost speaker, or else the document's publisher."""
    mention = argument.mention
    if mention.kind != "pronoun" or mention.head not in FIRST_PERSON:
        return argument
    if claim.attribution:
        return replace(argument, mention=claim.attribution[-1])
    entry = coreference.gazetteer.publisher(document.url) if document.url else None
    if entry is None:
        return argument
    return replace(argument, mention=replace(mention, kind="name", type=entry.type, text=entry.label, entity=entry.id))


def _ahead(time: Filler, today: str | None) -> Filler:
    """A bare day name of something planned is the next such day ("will hear the case on Friday")."""
    day = time.label.split()[-1].lower()
    if today is None or time.value is None or day not in DAYS or time.value > today:
        return time
    return replace(time, value=(date.fromisoformat(time.value) + timedelta(days=7)).isoformat())


def _named_parties(claim: Claim, coreference: Coreference) -> dict[str, set[str]]:
    """The parties that an event names outright: a pronoun beside them means somebody else."""
    named: dict[str, set[str]] = {}
    for argument in claim.match.arguments:
        if argument.role in PARTIES and argument.mention.kind == "name":
            found, _ = coreference.entities(argument.mention)
            named.setdefault(argument.role, set()).update(entity.id for entity in found)
    return named


def _sources(claim: Claim, args: dict[str, tuple[Filler, ...]], coreference: Coreference) -> tuple[Filler, ...]:
    """The chain of sources; who speaks is not the source of his speaking."""
    found = _unique(filler for mention in claim.attribution for filler in _source(mention, coreference))
    speakers = {f.id for f in args.get("agent", ())} if claim.match.type in SPEECH else set()
    return tuple(filler for filler in found if filler.id not in speakers)


def _located(type_: str, args: dict[str, tuple[Filler, ...]]) -> dict[str, tuple[Filler, ...]]:
    """A ban by a country holds in that country; "in the country" alone says nothing."""
    places = tuple(f for f in args.get("place", ()) if f.id is not None and not f.id.startswith("doc/"))
    if not places and type_ in {"Ban", "BanLifted"}:
        places = tuple(f for f in args.get("agent", ()) if f.type == "Country")
    others = {role: fillers for role, fillers in args.items() if role != "place"}
    return {**others, "place": places} if places else others


def _complete(args: dict[str, tuple[Filler, ...]], relation: str) -> bool:
    return bool(args.get("subject")) and bool(args.get("object") or args.get("value"))


def _without_echo(args: dict[str, tuple[Filler, ...]]) -> dict[str, tuple[Filler, ...]]:
    """Nobody acts on himself: a party already named in an earlier role is left out of the later ones."""
    seen: set[str] = set()
    kept: dict[str, tuple[Filler, ...]] = {}
    for role, fillers in args.items():
        if role in PARTIES:
            fillers = tuple(f for f in fillers if f.id not in seen)
            seen |= {f.id for f in fillers if f.id}
        if fillers:
            kept[role] = fillers
    if kept.get("place") and any(f.id in seen for f in kept["place"]):
        kept["place"] = tuple(f for f in kept["place"] if f.id not in seen)
    return {role: fillers for role, fillers in kept.items() if fillers}


def _fillers(argument: Argument, coreference: Coreference, others: frozenset[str]) -> list[Filler]:
    mention = argument.mention
    if mention.kind in {"amount", "time"}:
        return [Filler(mention.text, mention.type, mention.start, mention.end, value=mention.value)]
    if argument.role in {"title", "value"}:
        return [Filler(mention.text, mention.type, mention.start, mention.end)]
    if mention.kind == "phrase":
        return [_phrase(mention)]
    entities, via = coreference.entities(mention, argument.allowed, others)
    if argument.role in PARTIES:
        entities = tuple(actor for e in entities if (actor := coreference.actor(e)) is not None)
    return [_of(_as_person(entity, argument), mention, via) for entity in entities]


def _as_person(entity: Entity, argument: Argument) -> Entity:
    """One unseen word in a role for persons alone is a person's name ("*Durov* arrested")."""
    unsure = entity.type == "Organisation" and entity.id.startswith("organisation/") and " " not in entity.label
    return new(entity.label, "Person") if unsure and set(argument.allowed) <= {"Person", "Phrase"} else entity


def _phrase(mention: Mention) -> Filler:
    concept = _concept(mention.text)
    return Filler(mention.text, "Phrase", mention.start, mention.end, value=concept)


@cache
def _concept(text: str) -> str | None:
    """The offence or content category that a phrase names word for word."""
    folded = text.casefold()
    for kind in ("offence", "content"):
        for id_, names in vocabulary.concepts(kind).items():
            if any(folded == name.casefold() for name in names):
                return id_
    return None


def _of(entity: Entity, mention: Mention, via: str | None) -> Filler:
    aliases = (
        tuple(sorted({*entity.aliases, mention.text} - {entity.label})) if mention.kind == "name" else entity.aliases
    )
    return Filler(entity.label, entity.type, mention.start, mention.end, entity.id, None, aliases, entity.wikidata, via)


def _source(mention: Mention, coreference: Coreference) -> list[Filler]:
    entities, via = coreference.entities(mention, ("Actor", "Document"))
    return [_of(entity, mention, via) for entity in entities]


def _unique(fillers: Iterable[Filler]) -> Iterator[Filler]:
    seen: set[str | None] = set()
    for filler in fillers:
        if filler.id not in seen:
            seen.add(filler.id)
            yield filler


def _evidence(document: Document, sentence: Sentence, claim: Claim) -> Evidence:
    digest = hashlib.sha256(
        f"{document.id}\0{sentence.start}\0{sentence.end}\0{claim.match.type}\0{claim.match.start}".encode()
    )
    spans = tuple((a.role, a.mention.start, a.mention.end) for a in claim.match.arguments)
    quote = document.text[sentence.start : sentence.end]
    trigger = Cue("trigger", claim.match.type, claim.match.start, claim.match.end)
    return Evidence(
        f"evidence/{digest.hexdigest()[:16]}",
        sentence.start,
        sentence.end,
        quote,
        claim.match.rule,
        (trigger, *claim.cues),
        spans,
    )


def _identified(fact: Fact) -> Fact:
    """The fact with its id: a digest of what it says, so that a rule's rewrite does not change it."""
    core = [
        (role, sorted(f.id or f.value or f.label for f in fact.args.get(role, ())))
        for role in (*CORE, "law", "subject", "object", "value")
    ]
    said = [f.id for f in fact.attribution]
    key = repr((fact.doc, fact.type, fact.polarity, fact.modality, core, said))
    digest = hashlib.sha256(key.encode()).hexdigest()[:16]
    return Fact(
        f"fact/{digest}",
        fact.doc,
        fact.type,
        fact.args,
        fact.polarity,
        fact.modality,
        fact.attribution,
        fact.stage,
        fact.evidence,
    )
