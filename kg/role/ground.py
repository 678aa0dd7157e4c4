"""What an event is about besides: the ground of a measure beside what it is of, and the dispute behind a ruling.

"revoked its licence *in response to two crashes*", "was jailed for fraud in a scuffle *linked to a video*", "ruled for
Veyra in a dispute *over royalties*": a second matter, which stands where no rule for the event looks for its first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.language import paths
from kg.language.phrase import phrase, surface
from kg.language.token import Sentence, Token, has_to
from kg.lexicon import nouns
from kg.model import Argument, Mention
from kg.vocabulary import is_a

#: Events that have a ground beside what they are of.
GROUNDED = {
    "Ban", "Fine", "Arrest", "Charge", "Sentence", "Conviction", "PolicyChange", "ContentRemoval", "Designation",
}  # fmt: skip
#: "on the grounds that it spies", "on grounds of safety".
ON_GROUNDS = " | ".join(
    f"pp[on] .[ground|grounds] {told}" for told in ("acl[@finite]", "relcl[@finite]", "comp", "pp[of]")
)
#: Where the ground stands, more surely than any other cause.
GROUNDS = (
    "pp[due+to|because+of|in+connection+with|in+relation+to|on+suspicion+of] | prep[over] pobj"
    " | prep[for] pcomp | <oprd prep[for] pcomp | <acomp prep[for] pcomp"
    f" | {ON_GROUNDS}"
    " | pp[in] .[connection|relation|retaliation] pp[with|to|for]"
    " | advcl[stem|arise] pp[from] | <oprd advcl[stem|arise] pp[from]"
)
#: What an authority answers is its ground; what a platform changes *in response to a law* is not about that law.
ANSWERED = "pp[in] .[response] pp[to]"
#: What leads a house to take something down, on whomever it was brought to bear.
OUTCRIES = (
    "anger|backlash|complaint|complaints|controversy|criticism|fury|outcry|outrage|petition|protest|protests|uproar"
)
PRESSED = f"pp[after|following|amid|under|despite] .[{OUTCRIES}]"
#: What a suit asks of the court, beside money.
PRAYED = (
    "acl", "relcl", "support advcl", "pp[by|against|from] acl", "<nsubj", "acl[file|bring|lodge] advcl",
    "acl[file|bring|lodge] pp[by|against|from] acl",
)  # fmt: skip
SOUGHT = " | ".join(f"{clause}[seek|demand] dobj" for clause in PRAYED)
#: What ties the deed to something before it.
TYING = {"link", "connect", "relate", "tie", "stem", "arise"}
#: Cases and quarrels: what they are tied to tells them; with other nouns it says which are meant ("terms related to").
GENERAL = {
    "case", "investigation", "probe", "inquiry", "trial", "proceeding", "prosecution", "charge", "dispute", "row",
    "lawsuit", "suit", "scuffle", "brawl", "fight", "feud",
}  # fmt: skip
#: What opens a ground, also where the parser hung it on what the measure is of.
OPENING = {"over", "due", "because", "amid"}
#: What stands behind "over" as a ground; most other nouns belong to the one before ("supervision *over exports*").
REASONS = {
    "accusation", "allegation", "anger", "claim", "complaint", "concern", "criticism", "doubt", "failure", "fear",
    "outrage", "protest", "refusal", "suspicion", "violation", "worry",
}  # fmt: skip
#: Behind these stands the ground itself, and what is below it is of it ("fined *for* losses due to a leak").
CAUSAL = {"for", "over", "after", "with", "to", "of"}
#: With these somebody is held for what he did elsewhere ("an extradition request *for fraud*").
REQUESTS = {"request", "warrant"}
#: What a measure is meant to do to something, and what such a purpose is called.
PREVENTING = {
    "stop", "prevent", "curb", "halt", "combat", "counter", "counteract", "quell", "contain", "limit", "tackle",
    "fight", "suppress", "stifle", "stem", "thwart",
}  # fmt: skip
MEANS = {"effort", "bid", "attempt", "move"}
#: What a probe looks into above all.
FOCUSED = " | ".join(
    f"{clause}[focus|centre|center|concentrate] pp[on|upon|around]"
    for clause in ("support advcl", "acl", "relcl", "<nsubj")
)
#: What a court decides.
DISPUTE = "|".join(sorted(nouns("disputes") | {"action", "appeal", "case", "challenge", "claim", "lawsuit", "suit"}))
DISPUTED = (
    f"pp[in|on|over] .[{DISPUTE}] pp[over|about|concerning|regarding|on]"
    f" | pp[in|on|over] .[{DISPUTE}] acl[concern|involve] dobj"
    f" | pp[on] .[issue|issues|question|questions|point|points] acl[arise|stem] pp[of|from] .[{DISPUTE}]"
)

#: What a court does to the decision before, told beside what it holds.
UPSHOT = {"overturn", "affirm", "uphold", "reverse", "quash", "annul", "confirm", "void", "vacate", "overrule", "set"}
UPSHOTS = f"advcl[{'|'.join(sorted(UPSHOT))}]"


def add(matters: list[Argument], event: str, trigger: Token, sentence: Sentence) -> list[Argument]:
    """The matters of an event with its ground, where that stands apart from them."""
    if event == "Ruling":
        matters = [part for matter in matters for part in _with_upshot(matter, sentence)]
        told = not matters or all(_is_upshot(a, sentence) for a in matters)
        found = _at(DISPUTED if told else UPSHOTS, trigger, sentence, matters)
    elif event in GROUNDED and matters:
        matters = [part for matter in matters for part in _untied(matter, sentence)]
        sought = any("extradition" in matter.mention.text for matter in matters)
        grounds = GROUNDS if event == "PolicyChange" else f"{GROUNDS} | {ANSWERED}"
        grounds = f"{grounds} | {PRESSED}" if event == "ContentRemoval" else grounds
        found = _at(f"pp[for] | {grounds}" if sought else grounds, trigger, sentence, matters)
    elif event in {"Ban", "ContentRemoval"}:
        pressed = PRESSED if event == "ContentRemoval" else ANSWERED
        found = _at(f"{GROUNDS} | {ANSWERED} | {pressed}", trigger, sentence, matters) or _prevented(trigger, sentence)
    elif event == "Designation":
        found = _at(f"prep[for] pcomp | {GROUNDS}", trigger, sentence, matters)
    elif event == "Lawsuit":
        found = _sought(trigger, sentence, matters)
    elif event == "Investigation":
        found = _at(FOCUSED, trigger, sentence, matters)
    else:
        return matters
    again = _counted_again(trigger, sentence) if event in {"Ban", "ContentRemoval"} else []
    further = [m for m in (found, *again) if m is not None and not any(m.overlaps(a.mention) for a in matters)]
    return [*matters, *(Argument("matter", mention, ("Phrase",)) for mention in further)]


def _sought(trigger: Token, sentence: Sentence, matters: list[Argument]) -> Mention | None:
    """ "a libel suit *seeking the removal of posts*": what the court is to grant, beside what the case is about."""
    found = _at(SOUGHT, trigger, sentence, matters)
    money = {"damage", "damages", "compensation", "leave", "time", "sum", "amount", "million", "status", "trial"}
    return None if found is None or money & set(found.text.lower().split()) else found


def _counted_again(verb: Token, sentence: Sentence) -> list[Mention]:
    """ "closed 300 pages for spam and 40 *for fraud*": what so many more of them were hit for."""
    first = verb.child("dobj", "nsubjpass")
    if first is None or first.child("nummod") is None:
        return []
    more = [c for c in first.children if c.dep == "conj" and (c.pos == "NUM" or c.child("nummod") is not None)]
    openings = [c for number in more for c in number.children if c.dep == "prep" and c.i > number.i]
    ends = (t for c in openings for t in c.subtree() if t.dep == "pobj" and t.lower not in {"grounds", "account"})
    firsts = [next((t for t in ends if t in c.subtree()), None) for c in openings]
    return [m for end in firsts if end is not None and (m := phrase(end, sentence)) is not None]


def _at(path: str, trigger: Token, sentence: Sentence, matters: list[Argument]) -> Mention | None:
    """The first phrase at the end of a path that no other kind of thing fills, apart from the matters."""
    for steps in paths.parse(path):
        for end in paths.walk(trigger, steps):
            if end.mention is None or end.mention.kind == "nominal":
                found = phrase(end, sentence)
                if found is not None and not any(found.overlaps(matter.mention) for matter in matters):
                    return found
    return None


def _prevented(verb: Token, sentence: Sentence) -> Mention | None:
    """ "blocked Veyra *to stop the spread of rumours*", "*in a bid to curb protests*": against what a measure is taken.

    Those whom it hinders ("to stop *users*") are not what it is about.
    """
    means = (n for c in verb.children if c.dep == "prep" and c.lower == "in" for n in c.children if n.lemma in MEANS)
    for clause in (c for holder in (verb, *means) for c in holder.children if c.dep in {"advcl", "acl", "xcomp"}):
        told = clause.lemma in PREVENTING and has_to(clause)
        object = clause.child("dobj") if told and clause.i > verb.i else None
        person = object is not None and object.mention is not None and is_a(object.mention.type, "Actor")
        if object is not None and object.pos != "PRON" and not person:
            return phrase(object, sentence)
    return None


def _is_upshot(matter: Argument, sentence: Sentence) -> bool:
    """Whether a matter tells what becomes of an earlier decision ("*overturning an award*"), not what is held."""
    first = next((t for t in sentence.tokens if t.start >= matter.mention.start), None)
    return first is not None and first.tag == "VBG" and first.dep == "advcl"


def _with_upshot(matter: Argument, sentence: Sentence) -> Iterator[Argument]:
    """ "that the tax is lawful, | *upholding a lower court's decision*": what is held, and what becomes of the case."""
    inside = _words(matter, sentence)
    for comma, verb in pairwise(inside):
        told = comma.text == "," and verb.tag == "VBG" and verb.dep == "advcl" and verb.lemma in UPSHOT
        further = phrase(verb, sentence) if told else None
        if further is not None and comma is not inside[0]:
            yield _up_to(comma, matter, sentence)
            yield Argument("matter", further, ("Phrase",))
            return
    yield matter


def _untied(matter: Argument, sentence: Sentence) -> Iterator[Argument]:
    """ "extortion | in a case linked to *the hacking of a site*": the deed, and what it is tied to."""
    inside = _words(matter, sentence)
    for word in inside[1:]:
        end, first = _ground(word, inside), word
        if end is None and (end := _tied(word, inside)) is not None and word.head is not None:
            first = _opening(word.head, inside) or word
        further = phrase(end, sentence) if end is not None else None
        if further is not None:
            if first is not inside[0]:
                yield _up_to(first, matter, sentence)
            yield Argument("matter", further, ("Phrase",))
            return
    yield matter


def _tied(participle: Token, inside: list[Token]) -> Token | None:
    """What a case in the phrase is tied to ("in a case *linked to a hack*")."""
    noun = participle.head
    if participle.dep != "acl" or participle.lemma not in TYING or noun not in inside or noun.lemma not in GENERAL:
        return None
    behind = (c for c in participle.children if c.lower in {"to", "with", "from"})
    return next((t for c in behind for t in c.children if t.dep == "pobj"), None)


def _opening(case: Token, inside: list[Token]) -> Token | None:
    """The word at which a case that says nothing by itself is cut off: its preposition, or the first of its phrase."""
    if any(c.dep in {"compound", "prep", "poss"} for c in case.children):
        return None  # "an *investigation by the ministry* related to ...", "*fraud* charges linked to ..."
    if case.dep == "pobj" and case.head in inside:
        return case.head
    first = case.subtree()[0]
    return inside[0] if first.i <= inside[0].i else None


def _ground(preposition: Token, inside: list[Token]) -> Token | None:
    """ "the use of the app on phones | over *fears of spying*": the ground, where it stands in the phrase."""
    noun = preposition.head
    if preposition.dep != "prep" or noun not in inside or noun.pos not in {"NOUN", "PROPN"} or noun.i > preposition.i:
        return None
    end = next((t for t in preposition.subtree() if t.dep in {"pobj", "pcomp"} and t.pos != "ADP"), None)
    if end is None or (end.mention is not None and end.mention.kind != "nominal"):
        return None
    if preposition.lower == "for" and noun.lemma in REQUESTS:
        return end
    top = next(t for t in inside if t.head not in inside)
    causal = top.dep == "pobj" and top.head is not None and top.head.lower in CAUSAL
    if preposition.lower not in OPENING or causal:
        return None
    return end if preposition.lower != "over" or end.dep == "pcomp" or end.lemma in REASONS else None


def _words(matter: Argument, sentence: Sentence) -> list[Token]:
    """The words of a matter that is told as a phrase."""
    mention = matter.mention
    return [t for t in sentence.tokens if mention.start <= t.start < mention.end] if mention.kind == "phrase" else []


def _up_to(word: Token, matter: Argument, sentence: Sentence) -> Argument:
    """The matter with only the words that stand before one of its words."""
    kept = [t for t in _words(matter, sentence) if t.i < word.i]
    return replace(matter, mention=replace(matter.mention, end=kept[-1].end, text=surface(kept, sentence)))
