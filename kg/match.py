"""Parsed sentences + event rules -> matches.

From a trigger word the rule's paths are walked; each role takes what stands at the first alternative that leads to a
mention of a fitting type. Place, time, law and amount are looked for in every event's own clause. Several rules of one
event at one trigger give one match with the arguments of all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.language import paths
from kg.language.phrase import surface
from kg.language.syntax import DEFINITE, Sentence, Token
from kg.model import EVERY_ROLE, ROLES, Argument, Match
from kg.role import circumstance
from kg.role.filler import fill
from kg.rulebook import PARTS_OF_SPEECH, Rule, Rulebook


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
    return list(merged.values())


def rules_at(token: Token, sentence: Sentence, rulebook: Rulebook) -> Iterator[Rule]:
    """The rules that a word triggers, in the order of their ids."""
    candidates = [*rulebook.index.get(token.lower, ()), *_by_mention(token, rulebook)]
    if token.speaker:
        candidates.extend(rulebook.index.get("@quotation", ()))
    seen: set[str] = set()
    for rest, rule in sorted(candidates, key=lambda c: c[1].id):
        if rule.id not in seen and triggers(rule, token) and _beside(token, rest, rule, sentence):
            seen.add(rule.id)
            yield rule


def _by_mention(token: Token, rulebook: Rulebook) -> list[tuple[tuple[str, ...], Rule]]:
    """The rules that start from any phrase of the token's class."""
    if token.mention is None or token.mention.kind not in {"name", "nominal"}:
        return []
    return rulebook.index.get(f"@{token.mention.type}", [])


def triggers(rule: Rule, token: Token) -> bool:
    """Whether a word has the part of speech that the rule asks for; a noun inside a compound names another thing."""
    if rule.trigger.mentions or rule.trigger.quotation:
        return True
    if (
        rule.trigger.pos == "NOUN"
        and not rule.is_relation
        and token.dep in {"compound", "nmod"}
        and token.head is not None
        and token.head.mention is None
    ):
        return False
    if rule.trigger.pos == "VERB" and token.pos == "ADJ":
        return token.tag in {"VBN", "VBG"} or token.dep == "acomp"
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
    if any(not any(arguments.get(role) for role in group) for group in rule.needs):
        return None
    if not rule.is_relation:
        circumstance.add(arguments, rule, token, sentence)
    _cut_matter(arguments, sentence)
    return Match(
        rule=rule.id,
        type=rule.event,
        sentence=sentence.index,
        trigger=token.i,
        start=token.start,
        end=token.end,
        arguments=tuple(a for role in EVERY_ROLE for a in _distinct(arguments.get(role, []), arguments, role)),
        needs=tuple(group for group in rule.required if "matter" not in group),
        anaphoric=token.pos == "NOUN" and any(c.dep == "det" and c.lower in DEFINITE for c in token.children),
    )


def _cut_matter(arguments: dict[str, list[Argument]], sentence: Sentence) -> None:
    """A matter ends before a phrase that fills another role ("ordered to block Telegram | *by the regulator*")."""
    others = {a.mention.start for role in ("agent", "target", "recipient", "time") for a in arguments.get(role, [])}
    for number, matter in enumerate(arguments.get("matter", [])):
        mention = matter.mention
        inside = [t for t in sentence.tokens if mention.start <= t.start < mention.end]
        ends = [
            t.head
            for t in inside
            if t.dep == "pobj"
            and t.head in inside[1:]
            and t.start_of_mention in others
            and t.end_of_mention >= mention.end
        ]
        if mention.kind == "phrase" and ends and ends[0] is not None:
            kept = [t for t in inside if t.i < ends[0].i]
            text = surface(kept, sentence)
            arguments["matter"][number] = replace(matter, mention=replace(mention, end=kept[-1].end, text=text))
    targets = {
        (a.mention.start, a.mention.end) for role in ("agent", "target", "recipient") for a in arguments.get(role, [])
    }
    arguments["matter"] = [a for a in arguments.get("matter", []) if (a.mention.start, a.mention.end) not in targets]


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
    arguments = sorted((*first.arguments, *extra), key=lambda a: EVERY_ROLE.index(a.role))
    return Match(first.rule, first.type, first.sentence, first.trigger, first.start, first.end, tuple(arguments))
