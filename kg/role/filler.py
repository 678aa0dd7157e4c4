"""What fills a role: the mentions at the end of a path whose type fits, their coordinates and names in apposition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg import lexicon, vocabulary
from kg.language import inflect, paths
from kg.language.phrase import deed, phrase, predicate, surface, title
from kg.language.preposition import prepositional
from kg.language.syntax import is_passive
from kg.language.token import Sentence, Token
from kg.model import Argument, Mention
from kg.role.apposition import (
    adjoins,
    called_so,
    describes,
    inside_clause,
    is_also_next,
    is_naming,
    is_their_body,
    name_beside,
    names_one,
    of_country,
    organs,
)
from kg.role.clauses import another_clause, further_told
from kg.role.further import beside_whom, by_means, done_besides, further_items
from kg.role.homeland import place_called
from kg.role.listing import (
    companions,
    coordinates,
    further_names,
    is_its_own,
    named_by_examples,
    names_described,
    names_told,
    people_beside,
)
from kg.role.offences import shares_object, with_shared_noun
from kg.role.reproach import is_allowed, is_blameless, is_nobody_known
from kg.rulebook import Arg, Rule

#: The roles of those who act or are acted on.
PARTIES = {"agent", "target", "recipient"}
#: Events that only befall persons.
SEIZED = {"Arrest", "Release", "Warrant"}
#: What a firm may be called, and a person too.
TRADES = {
    "operator", "developer", "seller", "publisher", "maker", "vendor", "broker", "reseller", "provider", "merchant",
    "distributor", "supplier", "marketer",
}  # fmt: skip
#: What may be done on orders, and the words for them.
DONE_ON_ORDERS = {"Ban", "BanLifted", "ContentRemoval", "Arrest", "Release", "Disclosure", "PolicyChange"}
COMMANDS = {"order", "instruction", "direction", "directive", "request", "behest", "demand", "insistence", "urging"}
WHILES = {
    "life", "time", "while", "moment", "good", "now", "ever", "long", "weekend", "night", "day", "hour", "rest",
    "remainder", "duration",
}  # fmt: skip
#: What is done to a thing without which the thing does not tell the change ("*delay* the restart of its service").
TELLING = {
    "combine", "convert", "cut", "delay", "integrate", "licence", "license", "lower", "merge", "move", "postpone",
    "raise", "reduce", "rename", "replace", "share", "split", "switch",
}  # fmt: skip
CHARGES = {"charge", "count", "allegation", "accusation", "suspicion"}
#: Events whose matter is a list of offences.
ENUMERATING = {"Charge", "Conviction", "Acquittal", "Sentence", "Accusation", "Warrant", "Arrest", "Hearing"}


def fill(role: str, arg: Arg, token: Token, sentence: Sentence, rule: Rule) -> list[Argument]:
    """The fillers of a role at the first alternative of its path that leads to a fitting mention."""
    for steps in paths.parse(arg.path):
        itself = rule.is_relation or rule.trigger.quotation or [step.label for step in steps] == ["."]
        ends = [end for end in _reached(token, steps, role, rule) if end is not token or itself]
        if arg.types == ("Title",):
            ends = [token]  # "Ann Lee and Bo Kim, *co-leaders*", not those who are
        ends = [end for end in ends if not _means_other(end, role, rule, steps)]
        found = [m for end in ends if (m := mention_of(end, arg.types, sentence)) is not None]
        if role == "target" and rule.event in SEIZED:
            if rule.trigger.pos == "VERB":
                found += [end.mention for end in ends if end.mention is not None and _is_official(end)]
            found = found or [end.mention for end in ends if end.mention is not None and _is_trade(end, arg)]
        if role == "target" and rule.event == "Ruling":  # "overturned *a lower court's* verdict against Veyra"
            found = [m for m in found if not vocabulary.is_a(m.type, "Court")]
        if found and role == "matter" and "Phrase" in arg.types:
            first = next(end for end in ends if mention_of(end, arg.types, sentence) is not None)
            found = _matters(first, found[0], token, sentence, rule.event)
        if found:
            people = people_beside(ends, found) if role in PARTIES and not rule.is_relation else []
            beside = [Argument(role, person, (*arg.types, "Person")) for person in people]
            return [*(Argument(role, mention, arg.types) for mention in found), *beside]
    return []


def _matters(first: Token, found: Mention, trigger: Token, sentence: Sentence, event: str) -> list[Mention]:
    """What an event is about, as its kind tells it: a list of offences, a deed, a practice, clauses of what is said."""
    if event in ENUMERATING:
        return items(first, sentence)
    if event == "Order" and first in trigger.ancestors() and (done := deed(first, trigger, sentence)):
        return [done]
    if event == "PolicyChange" and first.dep == "dobj" and first.head is not None:
        bare = (found.kind == "phrase" and " " not in found.text) or first.head.lemma in TELLING
        whole = predicate(first.head, first, sentence) if bare else None
        return [whole or found]
    if first is trigger and trigger.voice:  # each clause of what an author says itself is read by itself
        others = (c.i for c in first.children if c.dep == "conj" and c.child("nsubj", "nsubjpass", "expl"))
        return [phrase(first, sentence, frozenset(others)) or found]
    if event == "Statement" and trigger.head is first and trigger.dep == "acl":  # "his sentence, *criticised by Lee*"
        return [phrase(first, sentence, frozenset({trigger.i})) or found]
    further = further_told(first, event)
    return _phrases([first, *further], sentence) if further else [found]


def _is_trade(noun: Token, arg: Arg) -> bool:
    """ "arrested *the operator* of a site": a word for a firm, or for a person where only persons can be meant."""
    mention = noun.mention
    alone = mention is not None and mention.kind == "nominal" and mention.type == "Company"
    return alone and "Person" in arg.types and noun.lemma in TRADES


def _is_official(noun: Token) -> bool:
    """ "arrested *two officials* of the ministry": a word for a body in other sentences, where it acts."""
    alone = noun.mention is not None and noun.mention.kind == "nominal" and noun.mention.type == "PublicBody"
    return alone and noun.lemma in {"official", "diplomat"}


def _means_other(end: Token, role: str, rule: Rule, steps: tuple[paths.Step, ...]) -> bool:
    """Whether what a path leads to fills no such role: no reproach to whom it names, or no matter but how long."""
    if role == "matter":
        return (
            _is_while(end)
            or _is_whose(end)
            or _is_day(end)
            or _is_count(end)
            or is_naming(end)
            or (rule.event in DONE_ON_ORDERS and _is_command(end))
            or (rule.event == "Arrest" and end.lower in {"questioning", "interrogation"})
        )
    if role == "target" and rule.event == "Ruling" and steps[0].label in {"ccomp", "acl", "relcl"}:
        return is_allowed(end)
    clause = [step.label for step in steps][:2]  # "said *that Veyra lied*", "*Veyra lied*, according to Lee"
    said = role == "target" and rule.event == "Statement" and (clause[:1] == ["ccomp"] or clause == ["prep", "nsubj"])
    return said and (is_blameless(end) or is_nobody_known(end) or _on_own_word(end))


def _on_own_word(said_of: Token) -> bool:
    """ "*Veyra*, according to *its own* site, is open": who speaks, and nobody of whom another speaks."""
    clause = said_of.head
    words = [c for c in clause.children if c.lower == "according"] if clause is not None else []
    return any(t.tag == "PRP$" for c in words for t in c.subtree())


def _is_while(noun: Token) -> bool:
    """ "blocked *for a time*", "*from time to time*", "*for good*": how long, and not what for."""
    opening = noun.head if noun.dep in {"pobj", "pcomp"} else None
    bare = noun.child("amod", "poss", "acl", "relcl") is None and not (noun.lower == "life" and noun.child("prep"))
    bare = bare or noun.lower in {"rest", "remainder"}
    return opening is not None and opening.lower in {"for", "from"} and noun.lower in WHILES and bare


def _is_command(noun: Token) -> bool:
    """ "blocked *on the instructions of the ministry*", "*at its request*": at whose word, and not what for."""
    opening = noun.head if noun.dep == "pobj" else None
    above = opening.head if opening is not None and opening.lower in {"from", "of"} else None
    if above is not None and above.pos == "NOUN":
        noun, opening = above, above.head
    if noun.lemma not in COMMANDS or any(c.lower == "extradition" for c in noun.children):
        return False
    if opening is not None and opening.head is not None and opening.head.lemma == "report":
        return False  # "does not *report on* the requests of governments"
    return opening is not None and opening.lower in {"on", "at", "under", "upon", "by"}


def _is_day(noun: Token) -> bool:
    """ "the hearing is set *for May*", "blocked *from June 3 to June 7*": when it is, and not what it is about."""
    preposition = noun.head if noun.dep == "pobj" else None
    return any(t is not None and t.mention is not None and t.mention.type == "Time" for t in (noun, preposition))


def _is_count(word: Token) -> bool:
    """ "pleaded guilty to *four counts*", "to 4 counts out of *12*": how many of them, and not what they are about."""
    told = word.child("prep", "acl", "relcl", "compound", "amod", "appos") is not None
    number = word.pos == "NUM" and word.mention is None
    return not told and (number or (word.lower == "counts" and word.child("nummod") is not None))


def _is_whose(noun: Token) -> bool:
    """ "Veyra, *whose apps* India banned": what the relative clause tells of, told before it."""
    owner = noun.child("poss")
    return owner is not None and owner.lower == "whose"


def items(token: Token, sentence: Sentence) -> list[Mention]:
    """The items of a list of offences, each its own phrase ("fraud, *money laundering* and *perjury*")."""
    return _phrases([token, *_conjuncts(token)], sentence)


def _phrases(heads: list[Token], sentence: Sentence) -> list[Mention]:
    found = [phrase(head, sentence, without=frozenset(h.i for h in heads if h is not head)) for head in heads]
    told = [(with_shared_noun(mention, head), mention) for mention, head in zip(found, heads, strict=True) if mention]
    return [whole if whole is not item else _with_late_phrase(item, heads, sentence) for whole, item in told]


def _with_late_phrase(item: Mention, heads: list[Token], sentence: Sentence) -> Mention:
    """The phrase that ends an item where the parser hung it on an earlier one, or as a gerund on the verb above.

    ("fraud and theft | *of data*", "charged with complicity | *in selling drugs*")
    """
    after = next((t for t in sentence.tokens if t.start >= item.end), None)
    if (means := by_means(after, sentence)) is not None:
        words = [t for t in sentence.tokens if item.start <= t.start and t.i <= means.subtree()[-1].i]
        return replace(item, end=words[-1].end, text=surface(words, sentence))
    if after is None or after.dep != "prep" or after.head is None or after.head.start > item.start:
        return item
    last = next(t for t in reversed(sentence.tokens) if t.end <= item.end)
    gerund = after.lower in {"in", "of"} and any(c.dep == "pcomp" for c in after.children)
    if last not in heads or not ((after.head in heads and after.lower in {"of", "against", "from"}) or gerund):
        return item
    end = after.subtree()[-1]
    words = [t for t in sentence.tokens if item.start <= t.start and t.i <= end.i]
    return replace(item, end=end.end, text=surface(words, sentence))


def _conjuncts(token: Token) -> Iterator[Token]:
    """The further offences, as nouns, gerunds or clauses ("that it *misled* users and *hid* the risk")."""
    for child in token.children:
        nominal = all(t.pos in {"NOUN", "PROPN"} or t.tag == "VBG" for t in (token, child))
        if child.dep == "conj" and (nominal or another_clause(token, child)):
            if not shares_object(token, child):
                yield child
            yield from _conjuncts(child)
    yield from further_items(token)
    if token.dep in {"pobj", "pcomp"} and token.head is not None:
        yield from _beside_preposition(token.head, token)
    if token.dep == "ccomp" and token.head is not None:
        yield from _listed_clauses(token.head, token)


def _listed_clauses(verb: Token, first: Token) -> Iterator[Token]:
    """ "alleges that it hid fees, *misled users* and tricked them": a clause that the parser hung on the verb above."""
    for second in verb.children:
        beside = second.dep == "ccomp" and verb.i < first.i < second.i and second.tag == first.tag
        if beside and not second.child("nsubj", "nsubjpass", "mark", "expl"):
            yield second
            yield from _conjuncts(second)


def _beside_preposition(preposition: Token, token: Token) -> Iterator[Token]:
    """ "of spying and *of selling* data"; a late gerund is hung on the verb ("accused it of spying, and *selling*")."""
    for further in preposition.children:
        if further.dep == "conj" and further.pos == "ADP":
            yield from (t for t in further.children if t.dep in {"pobj", "pcomp"})
    verb = preposition.head
    yield from _opened_again(preposition)
    if verb is not None and verb.lemma in CHARGES and verb.pos == "NOUN":
        yield from (c for c in verb.children if _is_listed_offence(c, token))
        yield from beside_whom(verb)
        if verb.dep == "pobj" and verb.head is not None:
            verb = verb.head.head  # "issued a warrant *on charges of* inciting a riot, and *having* contacts"
    if token.tag == "VBG" and verb is not None and verb.pos == "VERB" and verb.tag != "VBG":
        yield from (c for c in verb.children if c.dep == "conj" and c.tag == "VBG" and not c.child("aux"))
    if verb is not None and verb.dep == "dobj" and verb.head is not None:
        verb = verb.head  # "accused *the app of lying*, hiding ..."
    if token.tag == "VBG" and verb is not None and verb.pos == "VERB":
        yield from _listed_gerunds(verb, token)
        yield from done_besides(verb, token)


def _opened_again(preposition: Token) -> Iterator[Token]:
    """ "jailed for mocking the king and *for fraud*": what the same word opens again behind "and"."""
    above = preposition.head
    for again in above.children if above is not None else ():
        if again.dep == "prep" and again.lower == preposition.lower and again.i > preposition.i:
            before = next((t for t in preposition.subtree() if t.i == again.i - 1), None)
            if before is not None and before.lower == "and":
                yield from (t for t in again.children if t.dep in {"pobj", "pcomp"})


def _is_listed_offence(noun: Token, first: Token) -> bool:
    """ "charges of fraud, *breach of trust* and theft": an item that the parser set beside the charges."""
    bare = noun.pos == "NOUN" and noun.lemma not in CHARGES and noun.child("det", "poss", "nummod") is None
    return noun.dep == "conj" and bare and noun.i > first.i


def _listed_gerunds(verb: Token, first: Token) -> Iterator[Token]:
    """ "accused it of lying, *hiding* fees and *selling* data": a list, which the parser took for a circumstance."""
    for second in verb.children:
        third = second.child("conj") if second.dep == "advcl" and second.tag == "VBG" and second.i > first.i else None
        if third is not None and third.tag == "VBG" and not second.child("mark", "prep"):
            yield second
            yield third


def _reached(token: Token, steps: tuple[paths.Step, ...], role: str, rule: Rule) -> Iterator[Token]:
    """The tokens at the end of a path with their coordinates; in a headline "Smith arrested" Smith is the object."""
    ends = paths.walk(token, steps)
    if rule.transitive and len(steps) == 1 and bare_participle(token):
        label = steps[0].label
        if label == "obj":
            ends = [t for t in token.children if t.dep == "nsubj" and paths.has_word(t, steps[0].words)]
        elif label == "subj":
            ends = [t for word, t in prepositional(token) if word == "by"]
    for end in ends:
        if listed := names_described(end) or names_told(end):
            yield from listed
        elif not named_by_examples(end) and not describes(end) and not is_also_next(end):
            yield end
        if role not in {"matter", "title", "value"} and not (
            rule.is_relation and (steps[-1].up or steps[-1].label == "." or names_one(token, steps, role))
        ):
            yield from _beside(end, role, rule)
    if len(steps) == 1 and steps[0].label in {"obj", "dobj"} and not steps[0].up and not rule.is_relation:
        for companion in companions(token):
            yield companion
            yield from further_names(companion)


def _beside(end: Token, role: str, rule: Rule) -> Iterator[Token]:
    """Who stands beside whoever a path reached: in apposition, coordinated, or acting for him."""
    yield from further_names(end)
    for coordinate in coordinates(end):
        if not (rule.is_relation and role == "subject" and is_its_own(coordinate)):
            yield coordinate
            yield from further_names(coordinate)
    if role == "agent" and not rule.is_relation:
        yield from organs(end)


def bare_participle(token: Token) -> bool:
    """A past form without object or auxiliary ("Blogger arrested over post"), read as passive for transitive verbs."""
    return (
        token.tag in {"VBD", "VBN"}
        and token.dep != "relcl"  # "the bill *the House passed*" did not pass the House
        and not is_passive(token)
        and token.child("dobj", "aux", "ccomp", "xcomp", "dative") is None
        and not any(c.dep == "conj" and c.child("dobj") for c in token.children)
        and token.child("nsubj") is not None
        and inflect.may_be_participle(token.lower, token.lemma)
        and not _ends_dispute(token)
        and not _sues(token)
    )


def _sues(verb: Token) -> bool:
    """ "The ACLU *sued* over the ban": a society, a state or a regulator brings a suit; a firm is sued."""
    subject = verb.child("nsubj")
    kind = subject.mention.type if subject is not None and subject.mention is not None else ""
    return verb.lemma == "sue" and kind in {"NGO", "Region", "Prosecutor", "Regulator"}


def _ends_dispute(verb: Token) -> bool:
    """ "Veyra *settled* with users", "Tixo *countersued*": what a party does; but a suit is settled."""
    subject = verb.child("nsubj")
    return verb.lemma in {"settle", "countersue"} and subject is not None and subject.mention is not None


def mention_of(token: Token, allowed: tuple[str, ...], sentence: Sentence) -> Mention | None:
    """The mention at a token if its type fits, or its phrase where a phrase may fill the role."""
    mention = token.mention
    if allowed == ("Title",):
        return title(token, sentence)
    described = mention is not None and mention.kind == "nominal" and token.child("acl", "relcl", "prep") is not None
    if described and {"Phrase", "Content"} <= set(allowed):
        return phrase(token, sentence)  # "*messages of condolence posted on the board*", more than "messages"
    if mention is not None and (called := called_so(token)) is not None and fits(called, allowed):
        return called
    if mention is not None and (place := place_called(token)) is not None and fits(place, allowed):
        return place
    if (person := of_country(token)) is not None and fits(person, allowed):
        return person
    if mention is not None and fits(mention, allowed):
        named = _apposed_name(token, allowed) if mention.kind == "nominal" else None
        return named or mention
    if mention is None and token.pos == "NOUN" and (named := _apposed_name(token, allowed)):
        return named
    if mention is not None and mention.kind == "nominal" and (named := _adjoined_name(token, allowed)):
        return named
    says_what = mention is None or mention.kind in {"nominal", "phrase"} or _is_common(mention, token)
    return phrase(token, sentence) if "Phrase" in allowed and says_what else None


def _adjoined_name(noun: Token, allowed: tuple[str, ...]) -> Mention | None:
    """ "Tixo's owner *Veyra*": the name right behind tells that the noun is no person here."""
    beside = (c.mention for c in noun.children if c.dep == "appos" and c.mention is not None)
    close = (m for m in beside if m.kind == "name" and m.start <= noun.end + 1)
    return next((m for m in close if fits(m, allowed)), None)


def _is_common(mention: Mention, token: Token) -> bool:
    """Whether an unseen "name" is a capitalised common noun ("designated as a *Very Large Online Platform*")."""
    return mention.kind == "name" and mention.entity is None and token.lower in lexicon.heads()


def _apposed_name(token: Token, allowed: tuple[str, ...]) -> Mention | None:
    """The name in apposition to a noun phrase ("the blogger *Ann Lee*", "NCMEC, an American NGO")."""
    for child in token.subtree():
        if child.dep != "appos" or child.mention is None or child is token:
            continue
        hung = child.head.mention if child.head is not None and child.head is not token else None
        if hung is not None and (fits(hung, allowed) or fits(child.mention, (hung.type,))):
            continue  # it names somebody inside the phrase
        if child.head is not None and child.head.dep == "pobj" and child.head is not token and adjoins(child):
            continue  # "the brother of the film star *Ann Lee*"
        if is_their_body(child, token) or inside_clause(child, token):
            continue
        if child.mention.kind == "name" and fits(child.mention, allowed):
            return child.mention
        its_own = child.mention.type == "Person" and is_its_own(child)  # "the firm, *its owner* Ann Lee, and"
        if child.mention.kind == "nominal" and not its_own and (deeper := _apposed_name(child, allowed)) is not None:
            return deeper
    beside = name_beside(token)
    if beside is not None and fits(beside, allowed):
        return beside
    head = token.head
    if (
        token.dep == "appos"
        and head is not None
        and head.mention is not None
        and head.mention.kind == "name"
        and fits(head.mention, allowed)
    ):
        return head.mention
    return None


@cache
def _fits(type_: str, kind: str, pronoun: str | None, allowed: tuple[str, ...]) -> bool:
    if type_ == "Number" or "Number" in allowed:
        return (type_,) == allowed
    if kind == "pronoun":
        return _pronoun_fits(type_, pronoun or "", allowed)
    if any(vocabulary.is_a(type_, name) for name in allowed if name != "Phrase"):
        return True
    if type_ == "Actor" and kind == "name":  # one unseen word: a person or an organisation, but no court
        return any(
            vocabulary.is_a(name, "Actor") and name not in {"Country", "Region", "Court"}
            for name in allowed
            if name != "Phrase"
        )
    if type_ == "Organisation" and kind == "nominal" and "NGO" in allowed:
        return True  # "the opposition", "the school": neither a firm nor a public body, as an association is not
    return (
        type_ == "Organisation"
        and kind == "name"
        and any(vocabulary.is_a(name, "Organisation") or name == "Platform" for name in allowed if name != "Phrase")
    )


def fits(mention: Mention, allowed: tuple[str, ...]) -> bool:
    """Whether a mention may fill a role of these types; what a pronoun stands for is settled later, so it fits more."""
    return _fits(mention.type, mention.kind, mention.head if mention.kind == "pronoun" else None, allowed)


def _pronoun_fits(type_: str, pronoun: str, allowed: tuple[str, ...]) -> bool:
    typed = [name for name in allowed if name != "Phrase"]
    if type_ == "Person":
        return any(vocabulary.is_a("Person", name) for name in typed)
    if type_ == "Organisation":
        return any(
            name in {"Actor", "Product"} or vocabulary.is_a(name, "Organisation") or vocabulary.is_a(name, "Platform")
            for name in typed
        )
    return any(vocabulary.is_a(name, "Actor") or name == "Actor" for name in typed)
