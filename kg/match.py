"""Parsed sentences + event rules -> matches.

From a trigger word the rule's paths are walked; each role takes what stands at the first alternative that leads to a
mention of a fitting type. Place, time, law and amount are looked for in every event's own clause. Several rules of one
event at one trigger give one match with the arguments of all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg import vocabulary
from kg.language import paths
from kg.language.phrase import surface
from kg.language.token import DEFINITE, Sentence, Token
from kg.lexicon import nouns
from kg.model import EVERY_ROLE, ROLES, Argument, Match
from kg.role import circumstance
from kg.role.filler import fill
from kg.role.gapped import apart
from kg.rulebook import PARTS_OF_SPEECH, Arg, Rule, Rulebook

#: Deeds that are told as the matter of an accusation; data handed over and refusals stay events, alleged ones.
CONDUCT = {"Compliance", "Commitment", "ContentRemoval", "PolicyChange"}
#: Rules for accusations that count only where the text has made one before: until then they hide no deed.
TENTATIVE = {"accusation.goes-on", "accusation.goes-on-not", "accusation.goes-on-never", "accusation.complaint-tells"}
#: Words that a sentence of a quotation has at least to say something of its own.
FEWEST_QUOTED = 4
#: Kinds of speech that say more than that something was said.
CLOSER_SPEECH = {"Accusation", "Denial", "Warning"}
#: What is said to somebody, and how: "highlighted the risk *in a letter to Veyra*", whatever the verb. Of whom
#: something is demanded, or who is warned, is acted on by the words: "*contacted Veyra* to demand that it be undone".
SPOKEN = {
    "Statement": "recipient", "Denial": "recipient", "Accusation": "recipient", "Commitment": "recipient",
    "Order": "target", "InformationRequest": "target", "Warning": "target",
}  # fmt: skip
HEARER = Arg(path="hearer", type=["Actor"])
#: Events of which somebody has one at a time, so that "his suit" is the one told before.
CASES = {"Lawsuit", "Investigation", "Appeal", "Settlement", "Charge", "Fine"}
#: Papers that are known and yet tell of another deed each time ("according to *the complaint*").
PAPERS = {"complaint", "lawsuit", "suit", "indictment", "charge", "filing", "filings", "document", "paper", "documents"}
#: What only tells how many of a thing there are ("deleted *hundreds* of accounts").
QUANTITIES = {"dozen", "hundred", "thousand", "million", "number", "lot", "score", "a", "the", "large", "of", "ten"}
#: What says that an event is not the one told before.
ANOTHER = {"next", "further", "second", "third", "latest", "last", "previous"}
#: Who is set up to look into a thing.
PANELS = {"committee", "panel", "commission", "taskforce", "task force", "inquiry commission", "commission of inquiry"}
#: How a case is begun, which then is the "it".
BEGINNING = {"file", "bring", "lodge", "institute"}


def match(sentence: Sentence, rulebook: Rulebook) -> list[Match]:
    """The matches of a sentence in the order of their triggers, each event type at most once a trigger."""
    merged: dict[tuple[int, str], Match] = {}
    for token in sentence.tokens:
        for rule in rules_at(token, sentence, rulebook):
            found = apply(rule, token, sentence)
            if found is None:
                continue
            key = (token.i, rule.event)
            merged[key] = _merged(merged[key], found) if key in merged else found
    denied = list(_denied_once(_with_grounds(merged.values(), sentence), sentence))
    told_once = _told_once(_or_alone(denied, rulebook))
    told = _without_relays(_without_accused(told_once), sentence)
    return [one for found in told for one in apart(found, sentence)]


def _with_grounds(matches: Iterable[Match], sentence: Sentence) -> list[Match]:
    """ "sided with Veyra, *finding that the patent was void*": a court that gives its grounds rules once."""
    every = list(matches)
    rulings = {m.trigger: m for m in every if m.type == "Ruling"}
    for trigger in sorted(rulings):
        verb = sentence.tokens[trigger]
        main = rulings.get(verb.head.i) if verb.head is not None and verb.dep == "advcl" else None
        if main is None or verb.tag != "VBG" or verb.child("nsubj", "nsubjpass", "mark", "prep", "aux"):
            continue
        roles = {a.role for a in main.arguments} - {"matter"}
        further = [a for a in rulings[trigger].arguments if a.role not in roles]
        further = [a for a in further if not _is_told(a, main)]
        arguments = sorted((*main.arguments, *further), key=lambda a: EVERY_ROLE.index(a.role))
        rulings[main.trigger] = replace(main, arguments=tuple(arguments))
        del rulings[trigger]
    return [told for m in every if (told := rulings.get(m.trigger) if m.type == "Ruling" else m) is not None]


def _is_told(further: Argument, main: Match) -> bool:
    """Whether a ruling has an argument already: by the same words, or a matter as part of its own."""
    one = further.mention
    own = ((a.mention.start, a.mention.end) for a in main.arguments)
    return any(
        (start, end) == (one.start, one.end) or (further.role == "matter" and start <= one.start and one.end <= end)
        for start, end in own
    )


def _told_once(matches: Collection[Match]) -> list[Match]:
    """One verb tells one speech: who *says* that a rival spies accuses, and does not make a second statement.

    Nor does a regulator that *concludes*, and so decides.
    """
    closer = {m.trigger for m in matches if m.type in CLOSER_SPEECH and any(a.role == "agent" for a in m.arguments)}
    closer |= {m.trigger for m in matches if m.type == "Ruling"}
    return [m for m in matches if m.type != "Statement" or m.trigger not in closer]


def _denied_once(matches: Iterable[Match], sentence: Sentence) -> Iterator[Match]:
    """ "denied any involvement *and rejected the accusation*": a bare word for the charge says no more."""
    every = list(matches)
    denials = {m.trigger for m in every if m.type == "Denial"}
    for one in every:
        verb = sentence.tokens[one.trigger]
        charge = verb.child("dobj") if verb.dep == "conj" and not verb.child("nsubj", "nsubjpass") else None
        again = one.type == "Denial" and verb.head is not None and verb.head.i in denials
        if not (again and charge is not None and _is_bare_charge(charge)):
            yield one


def _is_bare_charge(noun: Token) -> bool:
    """ "dismissed *the accusation* as baseless": a word for a charge that does not tell what it is."""
    told = [c for c in noun.children if c.dep in {"prep", "acl", "relcl", "ccomp", "compound"} and c.lower != "as"]
    return noun.lemma in nouns("reproaches") and not told


def _without_relays(found: Iterable[Match], sentence: Sentence) -> Iterator[Match]:
    """Who tells that another *made* something *clear* repeats it; who tells what another said speaks himself, too."""
    every = list(found)
    speaking = {m.trigger for m in every if m.type == "Statement" and _speaks_by_name(m)}
    for one in every:
        said = [c for c in sentence.tokens[one.trigger].children if c.dep == "ccomp"] if one.type == "Statement" else []
        repeated = [c for s in said if s.lemma == "make" for c in s.children if c.dep in {"ccomp", "oprd"}]
        if not any(t.i in speaking for t in repeated):
            yield one


def _speaks_by_name(statement: Match) -> bool:
    """Whether somebody else than "he" or "it", who may be the teller himself, makes a statement."""
    agents = [a.mention for a in statement.arguments if a.role == "agent"]
    return bool(agents) and all(m.kind != "pronoun" for m in agents)


def _without_accused(found: Iterable[Match]) -> Iterator[Match]:
    """What a platform is accused of doing is the accusation's matter, not a second event; so a change it pledges."""
    every = list(found)
    for one in every:
        accused = one.type in CONDUCT and _inside("Accusation", one, every)
        pledged = one.type == "PolicyChange" and _inside("Commitment", one, every)
        if not (accused or pledged):
            yield one


def _inside(type_: str, one: Match, every: Iterable[Match]) -> bool:
    """Whether a match stands in the matter of another one of that type."""
    sure = (m for m in every if m.type == type_ and m.rule not in TENTATIVE)
    matters = (a.mention for m in sure for a in m.arguments if a.role == "matter")
    return any(matter.start <= one.start and one.end <= matter.end for matter in matters)


def _or_alone(matches: Collection[Match], rulebook: Rulebook) -> list[Match]:
    """Without what counts only where what is said tells no other event ("unsafe, *according to* the ministry")."""
    counted = vocabulary.event_types() | {"userCount"}
    others = [m for m in matches if m.rule not in rulebook.alone and m.type in counted]
    return [m for m in matches if m.rule not in rulebook.alone or not any(_is_said(o, m) for o in others)]


def _is_said(event: Match, speech: Match) -> bool:
    """Whether an event is part of what somebody says, or of the same words, and not told beside it."""
    said = [a.mention for a in speech.arguments if a.role == "matter"]
    return not said or any(m.start <= event.start < m.end for m in said) or event.trigger == speech.trigger


def rules_at(token: Token, sentence: Sentence, rulebook: Rulebook) -> Iterator[Rule]:
    """The rules that a word triggers, in the order of their ids."""
    candidates = [*rulebook.index.get(token.lower, ()), *_by_mention(token, rulebook)]
    if token.speaker and _is_long(sentence):
        candidates.extend(rulebook.index.get("@quotation", ()))
    if token.voice:
        candidates.extend(rulebook.index.get("@voice", ()))
    seen: set[str] = set()
    for rest, rule in sorted(candidates, key=lambda c: c[1].id):
        if rule.id not in seen and triggers(rule, token) and _beside(token, rest, rule, sentence):
            seen.add(rule.id)
            yield rule


def _is_long(quoted: Sentence) -> bool:
    """Whether a sentence of a quotation is long enough to be a message of its own ("It must pay." is none)."""
    return sum(t.pos not in {"PUNCT", "SPACE"} for t in quoted.tokens) >= FEWEST_QUOTED


def _by_mention(token: Token, rulebook: Rulebook) -> list[tuple[tuple[str, ...], Rule]]:
    """The rules that start from any phrase of the token's class."""
    if token.mention is None or token.mention.kind not in {"name", "nominal", "amount"}:
        return []
    return rulebook.index.get(f"@{token.mention.type}", [])


def triggers(rule: Rule, token: Token) -> bool:
    """Whether a word has the part of speech that the rule asks for; a noun inside a compound names another thing."""
    if rule.trigger.mentions or rule.trigger.quotation or rule.trigger.voice:
        named = token.mention is not None and token.mention.kind == "name"
        return rule.trigger.named is None or rule.trigger.named == named
    if (
        rule.trigger.pos == "NOUN"
        and not rule.is_relation
        and token.dep in {"compound", "nmod"}
        and token.head is not None
        and token.head.mention is None
    ):
        return False
    if rule.trigger.pos == "VERB" and token.pos == "ADJ":
        return token.tag in {"VBN", "VBG"} or token.dep in {"acomp", "advcl"}
    if rule.trigger.pos == "NOUN" and token.pos == "ADJ":  # "faces a $5 billion *fine*"
        return token.dep in {"dobj", "pobj", "nsubj", "nsubjpass", "attr"}
    if token.mention is not None and token.mention.kind == "name":
        return False
    return token.pos in PARTS_OF_SPEECH[rule.trigger.pos]


def _beside(token: Token, rest: tuple[str, ...], rule: Rule, sentence: Sentence) -> bool:
    """Whether the other words of the trigger stand where they belong: before a noun, after a verb, as its particle."""
    if not rest:
        return True
    words = [t.lower for t in sentence.tokens]
    if rule.trigger.pos == "NOUN":
        return tuple(words[max(0, token.i - len(rest)) : token.i]) == rest
    if tuple(words[token.i + 1 : token.i + 1 + len(rest)]) == rest:
        return True
    return len(rest) == 1 and any(c.lower == rest[0] and c.dep in {"prt", "advmod", "prep"} for c in token.children)


def _add_hearers(arguments: dict[str, list[Argument]], token: Token, sentence: Sentence, rule: Rule) -> None:
    """Give to whom something is said its role; a court of which something is demanded is to order it ("asked *it*")."""
    role = SPOKEN.get(rule.event) if rule.trigger.pos == "VERB" else None
    if role is None or arguments.get(role):
        return
    told = fill(role, HEARER, token, sentence, rule)
    if rule.event == "Commitment":  # nobody pledges anything to those who only print it
        told = [a for a in told if a.mention.type != "MediaOutlet"]
    through = [a for a in told if a.mention.type == "Court"] if role == "target" else []
    arguments[role] = [a for a in told if a not in through]
    if through and not arguments.get("recipient"):
        arguments["recipient"] = [replace(a, role="recipient") for a in through]


def apply(rule: Rule, token: Token, sentence: Sentence) -> Match | None:
    """The rule's match at a trigger, or None."""
    if any(not paths.holds(path, token) for path in rule.where) or any(
        paths.holds(path, token) for path in rule.unless
    ):
        return None
    arguments: dict[str, list[Argument]] = {}
    for role, arg in rule.args.items():
        fillers = fill(role, arg, token, sentence, rule)
        if arg.required and not fillers:
            return None
        arguments[role] = fillers
    _add_hearers(arguments, token, sentence, rule)
    if any(not any(arguments.get(role) for role in group) for group in rule.needs):
        return None
    if not rule.is_relation:
        circumstance.add(arguments, rule, token, sentence)
    if rule.event == "Lawsuit":
        _opposed(arguments, token)
    if rule.event == "Investigation":
        _sitting(arguments, token)
    _cut_matter(arguments, token, sentence, rule.event)
    return Match(
        rule=rule.id,
        type=rule.event,
        sentence=sentence.index,
        trigger=token.i,
        start=token.start,
        end=token.end,
        arguments=tuple(a for role in EVERY_ROLE for a in _distinct(arguments.get(role, []), arguments, role)),
        needs=tuple(group for group in rule.required if "matter" not in group),
        anaphoric=rule.adds or (not rule.is_relation and _is_known(token, rule.event)),
        adds=rule.adds,
    )


def _opposed(arguments: dict[str, list[Argument]], suit: Token) -> None:
    """ "the suit *between Veyra and Tixo*": two parties against each other, named as in "Veyra v. Tixo"."""
    agents = arguments.get("agent", [])
    between = [c for c in suit.children if c.dep == "prep" and c.lower == "between"]
    if len(agents) == 2 and any(b.start < agents[0].mention.start for b in between):
        arguments["agent"] = agents[:1]
        arguments["target"] = [replace(agents[1], role="target")]


def _sitting(arguments: dict[str, list[Argument]], body: Token) -> None:
    """ "The court set up *a panel* to examine the hack": the panel that is told of looks into it, too."""
    agents, panel = arguments.get("agent", []), body.mention
    told = {(a.mention.start, a.mention.end) for a in agents}
    if not agents or panel is None or body.lemma not in PANELS or not vocabulary.is_a(panel.type, "Organisation"):
        return
    if (panel.start, panel.end) not in told:
        agents.append(Argument("agent", panel, (*agents[0].allowed, panel.type)))


def _is_known(noun: Token, event: str) -> bool:
    """Whether a word may tell again what was told before: "*the* suit", "*his* suit", "*it* was filed by Noyb"."""
    if noun.pos != "NOUN":
        begun = event in CASES and noun.lemma in BEGINNING
        return begun and any(c.dep == "nsubjpass" and c.lower == "it" for c in noun.children)
    if (event == "Accusation" and noun.lemma in PAPERS) or noun.lemma == "vote":
        return False
    if any(c.dep == "amod" and c.lower in ANOTHER for c in noun.children):
        return False  # "the *next* hearing" is another one
    owned = event in CASES and any(c.dep == "poss" for c in noun.children)
    return owned or any(c.dep == "det" and c.lower in DEFINITE for c in noun.children)


def _cut_matter(arguments: dict[str, list[Argument]], trigger: Token, sentence: Sentence, event: str) -> None:
    """A matter ends before a phrase that fills another role ("ordered to block Telegram | *by the regulator*").

    The trigger's own phrase stays whole: "*concern about Meta*" says what is felt, beside whom it is about. So does
    what a statement says of its target ("said that the flaw was exploited *by China*"), and what a ban forbids to do
    with it or what a probe is into, if that is a noun alone ("the use *of Telegram*").
    """
    ending = ("agent", "recipient", "time") if event == "Statement" else ("agent", "target", "recipient", "time")
    others = {a.mention.start for role in ending for a in arguments.get(role, [])}
    parties = [a.mention for role in ("agent", "target", "recipient") for a in arguments.get(role, [])]
    matters = [_without_other(matter, others, trigger, sentence, event) for matter in arguments.get("matter", [])]
    taken = {(party.start, party.end) for party in parties}
    arguments["matter"] = [a for a in matters if (a.mention.start, a.mention.end) not in taken]


def _without_other(matter: Argument, others: set[int], trigger: Token, sentence: Sentence, event: str) -> Argument:
    """A matter up to the preposition before somebody else at its end, if the words before it tell something."""
    mention = matter.mention
    inside = [t for t in sentence.tokens if mention.start <= t.start < mention.end]
    objects = (t for t in inside if t.dep == "pobj" and t.head in inside[1:] and not _is_opponent(t))
    last = (t for t in objects if t.start_of_mention in others and t.end_of_mention >= mention.end)
    end = next((t.head for t in last if t.head is not None), None)
    own = mention.start <= trigger.start < mention.end
    if end is None or own or mention.kind != "phrase":
        return matter
    kept = [t for t in inside if t.i < end.i]
    bare = event in {"Ban", "Investigation"} and end.lower == "of" and len(kept) == 1
    if bare or all(t.lemma in QUANTITIES for t in kept):
        return matter
    return replace(matter, mention=replace(mention, end=kept[-1].end, text=surface(kept, sentence)))


def _is_opponent(noun: Token) -> bool:
    """ "issues of its patent dispute *with Veyra*": whom a case is with says which it is."""
    above = noun.head.head if noun.head is not None and noun.head.lower == "with" else None
    return above is not None and above.lemma in nouns("disputes")


def _distinct(fillers: list[Argument], arguments: dict[str, list[Argument]], role: str) -> list[Argument]:
    """Nobody is both agent and target, or target and recipient, of one event by the same words."""
    before = ROLES[: ROLES.index(role)] if role in {"target", "recipient"} else ()
    taken = {(a.mention.start, a.mention.end) for other in before[:2] for a in arguments.get(other, [])}
    return [a for a in fillers if (a.mention.start, a.mention.end) not in taken]


def _merged(first: Match, second: Match) -> Match:
    """Two rules of one event at one trigger: the first one's arguments, and the second's where the first has none."""
    roles = {a.role for a in first.arguments}
    spans = {(a.mention.start, a.mention.end) for a in first.arguments}
    extra = tuple(a for a in second.arguments if a.role not in roles and (a.mention.start, a.mention.end) not in spans)
    own = tuple(_also_allowed(a, second) for a in first.arguments)
    arguments = sorted((*own, *extra), key=lambda a: EVERY_ROLE.index(a.role))
    return replace(
        first,
        arguments=tuple(arguments),
        anaphoric=first.anaphoric and second.anaphoric,
        needs=tuple(group for group in first.needs if group in second.needs),
        adds=first.adds and second.adds,
    )


def _also_allowed(argument: Argument, other: Match) -> Argument:
    """A pronoun may stand for what either of two rules allows there ("it will ban": an authority or a platform)."""
    if argument.mention.kind != "pronoun":
        return argument
    same = (a for a in other.arguments if a.role == argument.role and a.mention == argument.mention)
    more = tuple(t for a in same for t in a.allowed if t not in argument.allowed)
    return replace(argument, allowed=(*argument.allowed, *more))
