"""Place, time, law and amount of an event: where they stand in its own clause, unless its rule says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language import paths
from kg.language.phrase import phrase, surface
from kg.language.syntax import Sentence, Token, support_verb
from kg.lexicon import verbs
from kg.model import Argument, Mention
from kg.role.filler import fill, fits
from kg.rulebook import Arg, Rule

#: Where the circumstances of any event stand, unless a rule says otherwise.
CIRCUMSTANCES = {
    "place": Arg(
        path="pp[in|at|across|inside|within|throughout] | pp[in|across] pp[of]"
        " | pp[in|at|from] .[airport|station|university|hotel|embassy|home|flat|apartment|restaurant|prison] within",
        type=["Place"],
    ),
    "law": Arg(path="pp[under|with|of|by|for|against|on|pursuant+to|per] | dobj", type=["Law"]),
    "amount": Arg(
        path="dobj | npadvmod | pp[of|to|with|for|by|at|worth|totaling|totalling] | amod | compound | nmod | nummod",
        type=["Amount"],
    ),
}
#: Events whose matter may stand as their cause, or in the noun that tells them.
CAUSED = {
    "Arrest",
    "Warrant",
    "Charge",
    "Ban",
    "ContentRemoval",
    "Fine",
    "Sentence",
    "Lawsuit",
    "Investigation",
    "Conviction",
}
#: Events that a noun with its kind names ("a *tax fraud* investigation").
NAMED_BY_MATTER = {"Lawsuit", "Charge", "Investigation"}
CAUSES = (
    "pp[over|due+to|because+of|in+connection+with|regarding|concerning|in+relation+to|on+suspicion+of] | pp[for] comp"
    " | pp[in] .[campaign|crackdown|operation|sweep|drive|purge] | pp[in] .[connection|relation|response] pp[with|to]"
    " | advcl[cite] dobj | pp[as] .[result|consequence] pp[of]"
    " | pp[in] .[protest|retaliation|reaction|reprisal] pp[to|of|at|against|over|for]"
    " | pp[amid] .[concern|concerns|fear|fears|worry|worries|row|controversy|criticism|complaints|allegations]"
)
#: Words that say nothing of what a case is about.
FORMAL = frozenset(
    "new formal federal civil criminal class action court legal similar separate second first joint official such "
    "preliminary public full internal ongoing long-running state national possible potential large big record multiple "
    "several other initial further same current previous recent major special independent parliamentary".split()
)
#: Events that a sum or duration belongs to.
MEASURED = {"Fine", "Settlement", "Sentence"}
#: Events whose duration is a measure of the sanction; "an *18-month* investigation" only took so long.
LASTING = {"Sentence", "Conviction", "Ban", "BanLifted", "Order", "LawAdoption", "LawProposal", "Settlement", "Arrest"}
#: Verbs whose time is that of their subject's event ("the ban *starts* next week").
BEGINNING = {
    "start",
    "begin",
    "take",
    "come",
    "enter",
    "end",
    "expire",
    "last",
    "follow",
    "occur",
    "happen",
    "run",
    "apply",
}
#: What sets an event before or after another one.
NEIGHBOURS = {"before", "after", "ahead", "prior", "following"}
CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "xcomp", "pcomp", "conj", "csubj"})


def add(arguments: dict[str, list[Argument]], rule: Rule, token: Token, sentence: Sentence) -> None:
    """Fill place, time, law and amount where the rule left them empty."""
    for role, arg in CIRCUMSTANCES.items():
        if role not in rule.args:
            arguments[role] = fill(role, arg, token, sentence, rule)
    if "amount" not in rule.args and rule.event not in LASTING:
        arguments["amount"] = [a for a in arguments["amount"] if not (a.mention.value or "").startswith("P")]
    arguments["time"] = arguments.get("time") or list(time(token))
    arguments["place"] = (
        arguments["place"] or list(leading_place(sentence)) or list(seat(arguments.get("agent", []), sentence))
    )
    arguments["place"].extend(wider_places(arguments["place"], sentence))
    if not arguments.get("matter") and rule.event in CAUSED:
        arguments["matter"] = list(cause(token, sentence))
    if not arguments.get("matter") and rule.event in NAMED_BY_MATTER:
        arguments["matter"] = list(kind(token, sentence))
    arguments["law"] = arguments["law"] or list(law_of(arguments.get("matter", []), sentence))
    if rule.event in MEASURED and not arguments["amount"]:
        arguments["amount"] = list(only_amount(rule.event, sentence))


def cause(token: Token, sentence: Sentence) -> Iterator[Argument]:
    """What an event is told to be for: "over its ads", "due to a video", "after she posted a text"."""
    for steps in paths.parse(CAUSES):
        for end in paths.walk(token, steps):
            if end.mention is None or end.mention.kind == "nominal":
                mention = phrase(end, sentence)
                if mention is not None:
                    yield Argument("matter", mention, ("Phrase",))
                    return
    verb = support_verb(token) or token
    infinitives = [c for c in token.children if c.dep == "acl" and c.tag == "VB"]
    for clause in (c for holder in (verb, *infinitives) for c in holder.children):
        mark = clause.child("mark") if clause.dep == "advcl" else None
        if mark is not None and mark.lower in {"after", "because"} and clause.tag != "VBG":
            mention = phrase(clause, sentence)
            if mention is not None:
                yield Argument("matter", mention, ("Phrase",))
                return


def kind(token: Token, sentence: Sentence) -> Iterator[Argument]:
    """What kind of case a noun names: "a *tax fraud* investigation", "an *antitrust* complaint"."""
    if token.pos != "NOUN":
        return
    words = [c for c in token.children if c.dep in {"compound", "amod"} and c.i < token.i and c.mention is None]
    telling = [w for w in words if w.pos in {"NOUN", "ADJ"} and w.lower not in FORMAL]
    if telling:
        first = min(t.i for t in telling[0].subtree())
        words = sentence.tokens[first : token.i + 1]
        yield Argument(
            "matter", Mention(words[0].start, token.end, surface(words, sentence), "Phrase", "phrase"), ("Phrase",)
        )


def time(token: Token) -> Iterator[Argument]:
    """The time of the trigger's own clause, or the one that opens the sentence."""
    allowed = ("Time",)
    heads = [*_clause_heads(token)]
    for region in (*map(_own_clause, heads), *map(_gerunds_too, heads)):
        dated = [t for t in region if t.mention is not None and t.mention.type == "Time"]
        times = [t for t in dated if _dates_itself(t, token) or not _dates_other(t)]
        if times:
            best = min(times, key=lambda t: abs(t.i - token.i))
            assert best.mention is not None
            yield Argument("time", best.mention, allowed)
            return
    opening = _opening_time(token)
    if opening is not None:
        yield Argument("time", opening, allowed)


def _opening_time(token: Token) -> Mention | None:
    """ "*Last year*, Snap agreed to pay a sum to settle a probe": what opens a sentence dates all that it tells."""
    verb = support_verb(token)
    if verb is not None and verb.lemma in verbs("ending"):
        return None  # "settled *a probe*", which began before
    while token.head is not None:
        if token.dep in {"relcl", "ccomp", "acl", "appos", "parataxis", "poss"} or token.child("mark", "nsubj"):
            return None
        if token.dep == "prep" and token.lower in NEIGHBOURS | {"since", "until", "amid", "despite"}:
            return None
        token = token.head
    subject = token.child("nsubj", "nsubjpass")
    first = subject.subtree()[0].i if subject is not None else 0
    for child in token.children:
        for word in (child, *(child.children if child.dep == "prep" and child.lower in {"in", "on"} else ())):
            mention: Mention | None = word.mention
            if word.i < first and mention is not None and mention.type == "Time":
                return mention
    return None


def _dates_itself(time: Token, event: Token) -> bool:
    """ "following a *2019* settlement": the event's own year, whatever happened before or after it."""
    return time.head is event and time.dep in {"amod", "nmod", "nummod", "compound"}


def _dates_other(time: Token) -> bool:
    """Whether a time says when something else was: the deed, or what came before or after."""
    return _dates_matter(time) or _dates_deed(time) or _dates_neighbour(time)


def _dates_deed(time: Token) -> bool:
    """ "jailed for breaching bail *in 2012*": a year behind a gerund is that of the deed."""
    year = time.mention is not None and (time.mention.value or "").isdigit()
    gerund = next((t for t in time.ancestors() if t.dep == "pcomp"), None)
    return year and gerund is not None and gerund.head is not None and gerund.head.lower in {"for", "of", "over"}


def _dates_neighbour(time: Token) -> bool:
    """ "ahead of the anniversary of the attack *on June 4*", "prior to an election *tomorrow*"."""
    beside = time.head.children if time.dep == "npadvmod" and time.head is not None else []
    if any(c.dep in {"prep", "advmod"} and c.lower in NEIGHBOURS and c.subtree()[-1].i == time.i - 1 for c in beside):
        return True
    noun = next((t for t in time.ancestors() if t.dep == "pobj" and t.pos in {"NOUN", "PROPN"}), None)
    while noun is not None:
        preposition = noun.head
        outer = preposition.head if preposition is not None else None
        words = {t.lower for t in (preposition, outer) if t is not None and t.dep in {"prep", "pcomp", "advmod"}}
        if words & NEIGHBOURS:
            return True
        noun = next((t for t in noun.ancestors() if t.dep == "pobj"), None)
    return False


def _dates_matter(time: Token) -> bool:
    """ "jailed for a *2011* attack": when the deed was done, not when the event was."""
    noun = time.head
    inside = noun is not None and noun.dep == "pobj" and time.dep in {"amod", "nmod", "nummod", "compound"}
    return inside and noun is not None and noun.head is not None and noun.head.lower in {"for", "over"}


def _clause_heads(token: Token) -> Iterator[Token]:
    yield token
    verb = support_verb(token)
    if verb is not None:
        yield verb
    elif token.dep == "nsubj" and token.head is not None and token.head.lemma in BEGINNING:
        yield token.head


def _own_clause(head: Token, inner: frozenset[str] = CLAUSES) -> list[Token]:
    """The words below a clause's head without those of clauses inside it."""
    found: list[Token] = []
    stack = [head]
    while stack:
        token = stack.pop()
        found.append(token)
        stack.extend(c for c in token.children if not (c.dep in inner and c.pos in {"VERB", "AUX"}))
    return found


def _gerunds_too(head: Token) -> list[Token]:
    """The parser hangs a closing "on Monday" on the last verb ("fined it for misleading users *on Monday*")."""
    return _own_clause(head, CLAUSES - {"pcomp", "acl"})


def leading_place(sentence: Sentence) -> Iterator[Argument]:
    """ "In Germany, ...": a place that opens the sentence holds for its events."""
    opening = sentence.tokens[0] if sentence.tokens else None
    if opening is not None and opening.dep == "prep" and opening.lower == "in":
        yield from _places(opening.children)


def seat(agents: list[Argument], sentence: Sentence) -> Iterator[Argument]:
    """Where an authority sits is where it acts ("a *Paris* court", "the police in *Nairobi*")."""
    starts = {a.mention.start for a in agents if a.mention.kind != "pronoun"}
    for token in sentence.tokens:
        if token.mention is not None and token.mention.start in starts:
            inside = [c for g in token.children if g.dep == "prep" and g.lower == "in" for c in g.children]
            seats = [t for t in token.within if token.mention.type == "Court" and t.mention is not None]
            cities = [t for t in seats if t.mention is not None and t.mention.type in {"City", "Region"}]
            yield from list(_places([*inside, *cities]))[:1]


def wider_places(places: list[Argument], sentence: Sentence) -> list[Argument]:
    """ "in Vancouver, *Canada*", "in the state of *Maryland*, *US*": the places that say where a place is."""
    starts = {place.mention.start for place in places}
    found = [
        wider
        for token in sentence.tokens
        if token.mention is not None and token.mention.start in starts
        for wider in _places([c for c in token.children if c.dep in {"appos", "npadvmod", "nmod", "conj"}])
    ]
    return [place for place in found if place.mention.start not in starts]


def _places(tokens: Iterable[Token]) -> Iterator[Argument]:
    for token in tokens:
        if token.mention is not None and fits(token.mention, ("Place",)):
            yield Argument("place", token.mention, ("Place",))


def law_of(matters: list[Argument], sentence: Sentence) -> Iterator[Argument]:
    """The laws that a matter names ("fined for breaching *the GDPR*")."""
    for matter in matters:
        for token in sentence.tokens:
            mention = token.mention
            if mention is None or mention.type != "Law" or (mention.kind != "name" and not _says_which(token)):
                continue
            if matter.mention.start <= mention.start < matter.mention.end:
                yield Argument("law", mention, ("Law",))


def _says_which(law: Token) -> bool:
    """Whether a common noun names laws of a field: "*privacy* laws", "*copyright* law", not "the law"."""
    return any(c.dep in {"compound", "amod"} and c.lower not in FORMAL and c.i < law.i for c in law.children)


def _told_apart(amount: Token) -> bool:
    """ "jailed, dies after spending *60 days* on hunger strike": the duration of what another clause tells."""
    verb = next((t for t in amount.ancestors() if t.pos == "VERB"), None)
    return verb is not None and verb.dep in {"pcomp", "relcl"} and verb.lemma not in {"sentence", "jail", "serve"}


def only_amount(event: str, sentence: Sentence) -> Iterator[Argument]:
    """The one sum (for a sentence the one duration) of the sentence, wherever the parser hung it."""
    mentions = [
        t.mention
        for t in sentence.tokens
        if t.mention is not None and t.mention.type == "Amount" and not (event == "Sentence" and _told_apart(t))
    ]
    fitting = [m for m in mentions if (m.value or "").startswith("P") == (event == "Sentence")]
    if len(fitting) == 1:
        yield Argument("amount", fitting[0], ("Amount",))
