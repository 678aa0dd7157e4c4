"""Claims of one document -> facts: mentions become entities and values, mentions of one event become one fact."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg import vocabulary
from kg.event.addressee import with_addressees
from kg.event.affair import with_affairs, with_measures
from kg.event.answerable import with_answerable
from kg.event.cause import CauseList
from kg.event.compare import same
from kg.event.contents import of_a_law, with_contents
from kg.event.counsel import Bar
from kg.event.dating import as_dated, from_now_on, is_ahead, is_deadline, next_day
from kg.event.diary import Diary
from kg.event.docket import is_of_no_case, with_case
from kg.event.echo import with_echoes
from kg.event.filling import distinct, filled
from kg.event.forum import with_forum
from kg.event.fuse import Told, fuse
from kg.event.grounds import with_grounds
from kg.event.home import located
from kg.event.house import with_houses
from kg.event.itemlist import with_items
from kg.event.judged import with_judged_laws
from kg.event.lead import with_lead
from kg.event.offence import with_offences
from kg.event.paperday import PaperDays
from kg.event.parties import with_parties
from kg.event.price import with_prices
from kg.event.recital import with_recitals
from kg.event.rubric import Rubrics
from kg.event.sources import with_known_papers
from kg.event.speechday import SpeechDays
from kg.event.uptake import with_taken_up
from kg.gazetteer import Gazetteer
from kg.language.token import FIRST_PERSON, WE, Sentence
from kg.model import (
    PARTIES,
    PLACES,
    SPEECH,
    Argument,
    Claim,
    Cue,
    Document,
    Entity,
    Evidence,
    Fact,
    Filler,
    Mention,
    is_local,
)
from kg.reference.corefer import Coreference
from kg.reference.register import new

CORE = ("agent", "target", "recipient", "matter")
#: What one word tells more exactly, where two rules read it as two measures.
BETTER = {"PolicyChange": ("Ban", "BanLifted", "ContentRemoval", "Commitment"), "Ban": ("ContentRemoval",)}
#: Events that hold their target for a wrongdoer: a victim told of before is never found for a "he" there.
ACCUSING = {"Arrest", "Charge", "Conviction", "Acquittal", "Sentence", "Warrant", "Release"}
#: What stands before the word for the speaker's own body.
OWN_OFFICE = re.compile(r"\b[Mm]y $")
#: Rules for what somebody "allegedly" did.
ALLEGING = {"accusation.allegedly"}


def resolve(
    document: Document, sentences: list[Sentence], claims: list[Claim], gazetteer: Gazetteer, alone: bool = False
) -> list[Fact]:
    """The facts of a document in the order of their first evidence.

    `alone`: what only adds to an event counts as one, as where a rule is tried without the others.
    """
    if not claims:
        return []
    coreference = Coreference(document.id, sentences, gazetteer, document.date)
    bar = Bar(sentences, coreference)
    causes = CauseList(sentences, coreference.bench)
    days = Diary(document.text, sentences), PaperDays(sentences), SpeechDays(sentences)
    rubrics = Rubrics(document.text, sentences)
    told = [
        Told(
            fact,
            again=claim.match.anaphoric,
            adds=claim.match.adds and not alone,
            title=sentences[claim.match.sentence].zone == "title",
        )
        for claim, whole in _once_a_word(
            (c, _fact(document, sentences, _under_rubric(_on_day(c, days), rubrics), coreference)) for c in claims
        )
        for fact in ([whole] if alone else _pairs(causes.with_case(_to_court(whole, claim, bar), claim)))
    ]
    told = with_items(told)
    titles = {e.id for one in told if one.title for e in one.fact.evidence}
    facts = with_judged_laws(with_houses(with_echoes(with_prices(with_parties(fuse(told, gazetteer))))))
    facts = with_known_papers(facts if alone else with_recitals(with_taken_up(facts)))
    facts = with_addressees(with_forum(with_case(facts)))
    named = [Told(f, again=False, title=all(e.id in titles for e in f.evidence)) for f in with_lead(facts)]
    facts = with_grounds(with_offences(fuse(named, gazetteer)), sentences, coreference, document.date)
    facts = with_answerable(with_contents(with_affairs(facts, sentences), sentences))
    facts = with_measures(facts if alone else of_a_law(facts), sentences)
    return [_identified(fact) for fact in facts if alone or not is_of_no_case(fact)]


def _once_a_word(found: Iterable[tuple[Claim, Fact | None]]) -> list[tuple[Claim, Fact]]:
    """One word tells one measure: what a platform closes is no ban besides, what it bans no change of its rules."""
    every = [(claim, fact) for claim, fact in found if fact is not None]
    told = {(c.match.sentence, c.match.trigger, fact.type) for c, fact in every}

    def is_better_told(claim: Claim, fact: Fact) -> bool:
        at = (claim.match.sentence, claim.match.trigger)
        return any((*at, better) in told for better in BETTER.get(fact.type, ()))

    return [(claim, fact) for claim, fact in every if not is_better_told(claim, fact)]


def _of_one_currency(amounts: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Of amounts in two currencies the first; "sentenced to *four, ten and twelve years*" tells one unit for all."""
    units = {(f.value or "")[:3] for f in amounts}
    lasting = all((f.value or "").startswith("P") for f in amounts)
    one_unit = lasting and not any(" " in f.label for f in amounts[:-1])
    return amounts if len(units) < 2 or one_unit else amounts[:1]


def _fact(document: Document, sentences: list[Sentence], claim: Claim, coreference: Coreference) -> Fact | None:
    args = _args(claim, document, coreference)
    args = located(claim.match.type, _without_echo(args), coreference.gazetteer)
    if claim.match.type in vocabulary.relations():
        args = _between_two(args, claim, coreference)
    args = {**args, "amount": _of_one_currency(args.get("amount", ()))}
    args = {**args, "time": tuple(_times(args.get("time", ()), claim, document))}
    args = {role: fillers for role, fillers in args.items() if fillers}
    claim = as_dated(claim, args.get("time", ()), document)
    if not _says_something(args, claim, claim.match.type in vocabulary.relations()):
        return None
    return Fact(
        id="",
        doc=document.id,
        type=claim.match.type,
        args=args,
        polarity=claim.polarity,
        modality=claim.modality,
        attribution=_sources(claim, args, coreference, document),
        stage=claim.stage,
        evidence=(_evidence(document, sentences[claim.match.sentence], claim),),
    )


def _args(claim: Claim, document: Document, coreference: Coreference) -> dict[str, tuple[Filler, ...]]:
    """Whom and what the arguments of a claim mean, each party in one role alone."""
    args: dict[str, tuple[Filler, ...]] = {}
    named = _named_parties(claim, coreference)
    for argument in (a for a in claim.match.arguments if not _means_speaker(a, claim)):
        others = frozenset(f.id for role in PARTIES if role != argument.role for f in args.get(role, ()) if f.id)
        others |= frozenset(id_ for role, ids in named.items() if role != argument.role for id_ in ids)
        argument = _spoken(argument, claim, document, coreference)
        accusing = argument.role == "target" and (claim.match.type in ACCUSING or claim.match.rule in ALLEGING)
        for filler in _fillers(argument, coreference, others if argument.role in PARTIES else frozenset(), accusing):
            known = any(_is_there(filler, other) for other in args.get(argument.role, ()))
            if not known and not _tries_the_case(filler, argument, claim):
                args[argument.role] = (*args.get(argument.role, ()), filler)
    return args


def _tries_the_case(filler: Filler, argument: Argument, claim: Claim) -> bool:
    """ "asks the court to dismiss the charges against *it*": who tries a case stands in no dock."""
    return argument.role == "target" and claim.match.type in ACCUSING and filler.type == "Court"


def _between_two(
    args: dict[str, tuple[Filler, ...]], claim: Claim, coreference: Coreference
) -> dict[str, tuple[Filler, ...]]:
    """The ends of a standing relation, in which nobody stands to himself."""
    subjects = {f.id for f in args.get("subject", ())}
    others = args["object"] if "object" in args else _seat(claim, coreference)
    if claim.match.rule in TAKEN_UP and not all(coreference.is_named(f.id) for f in args.get("subject", ())):
        return {}  # "*the Veyra founder* was held" names nobody
    if claim.match.type == "ownerOf":
        args = {**args, "subject": tuple(_known_owner(f, others, coreference) for f in args.get("subject", ()))}
        subjects = {f.id for f in args["subject"]}
    told = {"subject": args.get("subject", ()), "object": tuple(f for f in others if f.id not in subjects)}
    return {**args, **{role: tuple(f for f in fillers if _is_told(f)) for role, fillers in told.items()}}


def _known_owner(owner: Filler, owned: tuple[Filler, ...], coreference: Coreference) -> Filler:
    """ "Plinth made Veyra sell *its* Veyra Pay": of two firms that "its" may mean, the one that is known to own it."""
    if owner.via != "pronoun" or len(owned) != 1:
        return owner
    entry = coreference.gazetteer.entries.get(owned[0].id or "")
    known = coreference.gazetteer.entries.get(entry.owner) if entry is not None and entry.owner else None
    if known is None or known.id == owner.id or not coreference.is_named(known.id):
        return owner
    return replace(owner, label=known.label, type=known.type, id=known.id, wikidata=known.wikidata, aliases=())


def _times(times: tuple[Filler, ...], claim: Claim, document: Document) -> Iterator[Filler]:
    """When an event was, or will be: a bare day of what lies ahead is the next such day."""
    ahead = is_ahead(claim)
    coming = (next_day(t, document.date) if ahead or is_deadline(claim, t, document) else t for t in times)
    yield from from_now_on(coming, claim, document)


def _on_day(claim: Claim, days: Iterable[Diary | PaperDays | SpeechDays]) -> Claim:
    """What an entry of a diary, or a paper or speech told of before, tells without a time was on the day of that."""
    relation = claim.match.type in vocabulary.relations()
    dated = relation or any(a.role == "time" for a in claim.match.arguments)
    day = None if dated else next((day for told in days if (day := told.day(claim)) is not None), None)
    if day is None:
        return claim
    arguments = (*claim.match.arguments, Argument("time", day, ("Time",)))
    return replace(claim, match=replace(claim.match, arguments=arguments))


def _under_rubric(claim: Claim, rubrics: Rubrics) -> Claim:
    """What a digest tells under the name of a country was there."""
    place = None if any(a.role == "place" for a in claim.match.arguments) else rubrics.place(claim)
    if place is None:
        return claim
    arguments = (*claim.match.arguments, Argument("place", place, ("Place",)))
    return replace(claim, match=replace(claim.match, arguments=arguments))


def _to_court(fact: Fact, claim: Claim, bar: Bar) -> Fact:
    """What counsel says is said to the court before which he pleads."""
    court = bar.court(claim)
    if court is None or any(f.id == court[0].id for role in PARTIES for f in fact.args.get(role, ())):
        return fact
    return filled(fact, {"recipient": (_of(*court, "nominal"),)})


def _pairs(fact: Fact) -> list[Fact]:
    """A standing relation holds between two: "Meta owns Facebook and Instagram" tells two; an event stays one."""
    if fact.type not in vocabulary.relations() or "object" not in fact.args:
        return [fact]
    both = [(s, o) for s in fact.args["subject"] for o in fact.args["object"]]
    return [_pair(fact, s, o) for s, o in both] if len(both) > 1 else [fact]


def _pair(fact: Fact, subject: Filler, object: Filler) -> Fact:
    """One pair of a relation, with evidence of its own: the place in the sentence is told by its two ends."""
    proof = fact.evidence[0]
    digest = hashlib.sha256(f"{proof.id}\0{subject.start}\0{object.start}".encode()).hexdigest()
    own = replace(proof, id=f"evidence/{digest[:16]}")
    return replace(fact, args={**fact.args, "subject": (subject,), "object": (object,)}, evidence=(own,))


def _seat(claim: Claim, coreference: Coreference) -> tuple[Filler, ...]:
    """The body that a bare title before its holder's name means, as the object of the relation."""
    title = next((a.mention for a in claim.match.arguments if a.role == "object" and a.allowed == ("Title",)), None)
    holder = next((a.mention for a in claim.match.arguments if a.role == "subject"), None)
    body = coreference.seat(holder, title) if title is not None and holder is not None else None
    return (_of(body, title, "role"),) if body is not None and title is not None else ()


def _spoken(argument: Argument, claim: Claim, document: Document, coreference: Coreference) -> Argument:
    """ "*We* will appeal, Meta said": who says "we" is the innermost speaker, or else the document's publisher.

    So with "*my office* will act": the body that he speaks for where the text tells it, and else himself.
    """
    mention = argument.mention
    own = mention.head == "office" and OWN_OFFICE.search(document.text[: mention.start]) is not None
    if not own and (mention.kind != "pronoun" or mention.head not in FIRST_PERSON):
        return argument
    said = [source for source in claim.attribution if source.type != "Document" and not _is_writer(source)]
    if said:
        group = (own or mention.head in WE) and claim.match.type not in SPEECH
        allowed = (*argument.allowed, "Person") if own else argument.allowed
        return replace(argument, mention=coreference.houses.of(said[-1]) if group else said[-1], allowed=allowed)
    if own:
        return argument
    entry = coreference.gazetteer.publisher(document.url) if document.url else None
    if entry is None or coreference.signers.of(mention) is not None:
        return argument
    return replace(argument, mention=replace(mention, kind="name", type=entry.type, text=entry.label, entity=entry.id))


def _is_writer(source: Mention) -> bool:
    """ "*We* explained that": what whoever writes says itself needs no source."""
    return source.kind == "pronoun" and source.head in FIRST_PERSON


def _means_speaker(argument: Argument, claim: Claim) -> bool:
    """ "Meta said *it* had failed": the firm itself, of whom a statement is not told a second time."""
    if claim.match.type != "Statement" or argument.role != "target" or argument.mention.kind != "pronoun":
        return False
    return any(a.role == "agent" and a.mention.type not in {"Person", "Actor"} for a in claim.match.arguments)


def _named_parties(claim: Claim, coreference: Coreference) -> dict[str, set[str]]:
    """The parties that an event names outright: a pronoun beside them means somebody else."""
    named: dict[str, set[str]] = {}
    for argument in claim.match.arguments:
        if argument.role in PARTIES and argument.mention.kind == "name":
            found, _ = coreference.entities(argument.mention)
            named.setdefault(argument.role, set()).update(entity.id for entity in found)
    return named


def _sources(
    claim: Claim, args: dict[str, tuple[Filler, ...]], coreference: Coreference, document: Document
) -> tuple[Filler, ...]:
    """The chain of sources; who speaks, warns or demands is not the source of his doing so.

    Nor is an official of the authority that publishes the text, for what is done: that it tells itself.
    """
    others = (mention for mention in claim.attribution if not _is_writer(mention))
    found = distinct(filler for mention in others for filler in _source(mention, coreference))
    demands = claim.match.type == "Order" and claim.modality == "demanded"
    speaks = demands or claim.match.type in SPEECH | {"Warning"}
    agents = {f.id for f in args.get("agent", ())}
    publisher = coreference.gazetteer.publisher(document.url) if document.url and not speaks else None
    if publisher is not None and vocabulary.is_a(publisher.type, "PublicBody") and agents <= {publisher.id}:
        return tuple(f for f in found if not coreference.houses.speaks_for(f.id or "", publisher.id))
    speakers = agents if speaks else set()
    return tuple(filler for filler in found if filler.id not in speakers)


#: Rules that read a noun which may take up somebody named elsewhere.
TAKEN_UP = {"founder-of.taken-up"}
#: What tells of nobody by itself.
UNTOLD = {"state", "company", "firm", "government", "board", "we", "i", "you"}


def _is_told(filler: Filler) -> bool:
    """Whether it is told who or what somebody stands in a relation to: "the country" alone is no country."""
    unnamed = is_local(filler.id)
    return not (unnamed and (filler.type in PLACES or filler.label.lower() in UNTOLD))


#: "They were told that it had stopped. *It did not*, Lee said": nothing by itself.
NOTHING_SAID = re.compile(
    r"(?:it|they|we|he|she|i|you|that|this) (?:did|do|does|is|was|are|were|has|have|had|can|could|will|would)"
    r"(?: not|n['’]t|n['’]t)?",
    re.IGNORECASE,
)


def _says_something(args: dict[str, tuple[Filler, ...]], claim: Claim, relation: bool) -> bool:
    """Whether enough is left of a match once its mentions are resolved."""
    if any(not any(args.get(role) for role in group) for group in claim.match.needs):
        return False
    if relation:
        return _complete(args, claim.match.type)
    said = args.get("matter", ())
    if claim.match.type == "Statement" and said and all(NOTHING_SAID.fullmatch(f.label) for f in said):
        return False
    dated = claim.match.type == "Hearing" and args.get("time")  # its court may be told elsewhere
    priced = claim.match.rule in {"fine.judgment", "fine.in-decision"} and args.get("amount")  # whose: told elsewhere
    return claim.match.adds or bool(dated or priced) or any(args.get(role) for role in (*CORE, "law"))


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


def _fillers(
    argument: Argument, coreference: Coreference, others: frozenset[str], accusing: bool = False
) -> list[Filler]:
    mention = argument.mention
    if mention.kind in {"amount", "time"}:
        return [Filler(mention.text, mention.type, mention.start, mention.end, value=mention.value)]
    if argument.role in {"title", "value"}:
        return [Filler(mention.text, mention.type, mention.start, mention.end)]
    if argument.allowed == ("Title",):
        return []  # whose title it is, is settled once its holder is known
    if mention.kind == "phrase":
        return [_phrase(mention)]
    entities, via = coreference.entities(mention, argument.allowed, others, accusing)
    if argument.role in PARTIES:
        entities = tuple(coreference.actor(e) for e in entities)
    if argument.role == "matter":
        return [_matter(entity, mention, via) for entity in entities]
    return [_of(_as_person(entity, argument), mention, via) for entity in entities]


def _as_person(entity: Entity, argument: Argument) -> Entity:
    """One unseen word in a role for persons alone is a person's name ("*Durov* arrested")."""
    unsure = entity.type == "Organisation" and entity.id.startswith("organisation/") and " " not in entity.label
    return new(entity.label, "Person") if unsure and set(argument.allowed) <= {"Person", "Phrase"} else entity


def _is_there(filler: Filler, other: Filler) -> bool:
    """Whether one telling has a filler already; its "mail fraud" and "wire fraud" are two, though of one kind."""
    words = filler.type == other.type == "Phrase"
    return filler.label.casefold() == other.label.casefold() if words else same(filler, other)


def _matter(entity: Entity, mention: Mention, via: str | None) -> Filler:
    """An offence or content by its concept; a service, firm or law that an event is about, by the words for it."""
    if entity.type in {"Offence", "ContentCategory"}:
        return _of(entity, mention, via)
    label = mention.text if mention.kind == "name" else entity.label
    return Filler(label, "Phrase", mention.start, mention.end)


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
    if mention.kind == "phrase":
        return [_phrase(mention)]
    entities, via = coreference.entities(mention, ("Actor", "Document"))
    return [_of(entity, mention, via) for entity in entities]


def _evidence(document: Document, sentence: Sentence, claim: Claim) -> Evidence:
    digest = hashlib.sha256(
        f"{document.id}\0{sentence.start}\0{sentence.end}\0{claim.match.type}\0{claim.match.start}".encode()
    )
    spans = tuple((a.role, a.mention.start, a.mention.end) for a in claim.match.arguments)
    start = min(sentence.start, sentence.tokens[0].start)  # an item of a list goes on with what stands above it
    quote = document.text[start : sentence.end]
    trigger = Cue("trigger", claim.match.type, claim.match.start, claim.match.end)
    return Evidence(
        f"evidence/{digest.hexdigest()[:16]}",
        start,
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
