"""The climb from an event's trigger to the last word that still has a say in whether it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.language import paths
from kg.language.support import support_verb
from kg.language.token import Token, has_to, is_definite, is_finite
from kg.lexicon import nouns, verbs
from kg.rulebook import PARTS_OF_SPEECH, ContextRule, Rulebook

#: What an event's noun does when it comes into force.
BEGINNING = {"take", "begin", "start", "come", "enter", "apply"}
#: They put an event beside another; what is planned or denied of the one says nothing of the other.
ADJUNCT = {"after", "before", "during", "amid", "since", "following", "despite", "until", "besides", "beyond"}
#: What stands after them lies ahead, whatever the clause beside tells.
AHEAD = {"ahead", "prior", "pending"}
#: What they introduce is the ground for the clause beside, and there.
GROUNDS = {"because", "due", "owing", "thanks", "given"}
#: Whoever is asked for one of these has not done it: what it would undo stands until then.
ASKING = {"bid", "effort", "attempt", "push", "campaign", "fight", "battle", "injunction", "lawsuit", "suit"}
#: How a body is made that is to look into something.
FOUNDING = {"constitute", "form", "establish", "set", "create", "appoint", "launch", "convene"}
#: Papers by which something is done.
INSTRUMENTS = {
    "order", "decision", "law", "decree", "ruling", "injunction", "legislation", "resolution", "regulation",
    "directive", "ordinance", "judgment", "judgement", "rule",
}  # fmt: skip
#: In an infinitive of motion or transfer: to face charges that are there already.
FACING = {"face", "answer"}
#: They govern infinitives: a clause with a tense below them was only hung there.
INFINITIVE_ONLY = {"refuse", "decline", "fail", "neglect"}
#: What is so, though it is not told.
WITHHELD = {
    "disclose", "reveal", "announce", "mention", "inform", "tell", "notify", "acknowledge", "realise", "realize",
}  # fmt: skip
COMING = {"show", "appear", "return", "fly", "come", "turn", "report", "travel", "arrive"}
#: Nouns whose clause says what somebody is thought to have done.
CHARGES = nouns("reproaches") | {"suspicion"}
#: What is done to a service for what it did, and who asks for it or threatens it.
MEASURES = {
    "ban", "block", "suspend", "fine", "punish", "sue", "prosecute", "bar", "outlaw", "close", "shut", "arrest",
    "sanction",
}  # fmt: skip
BIDDING = {"order", "tell", "ask", "urge", "direct", "instruct", "threaten", "plan", "want", "decide", "vow", "intend"}


@dataclass(frozen=True, slots=True)
class Link:
    """One word of the climb; `close` while the clause is the event's own, so that what hangs on the word counts."""

    token: Token
    close: bool


def climb(trigger: Token, rulebook: Rulebook, event: str = "") -> Iterator[Link]:
    """The words from the trigger to the last one that still governs it."""
    token, close = trigger, True
    yield Link(token, close)
    while token.head is not None and _climbs(token, rulebook, event):
        if (token.dep in {"ccomp", "acl", "relcl"} and is_finite(token)) or (
            token.dep == "conj" and token.child("nsubj", "nsubjpass")
        ):
            close = False
        token = token.head
        yield Link(token, close)


def _climbs(token: Token, rulebook: Rulebook, event: str) -> bool:
    """Whether the word above a token has a say in whether the token's event holds."""
    if token.lower in AHEAD | GROUNDS or token.lower == "before":
        return False
    if token.pos in {"NOUN", "PROPN"}:
        return not _awaits_trial(token, event) and _carried(token, rulebook, event)
    if _is_apart(token, event):
        return False
    if token.dep == "ccomp" and (_is_asked(token) or _is_given(token) or _is_withheld(token)):
        return False  # "declined to say *whether they had met*", "*how many posts it had removed*" denies nothing
    if token.dep in {"acl", "relcl"}:
        described = _is_charge(token) or _is_instruments(token) or _is_seen(token)
        return has_to(token) or token.child("mark") is not None or described
    if token.dep == "advcl":
        opening = token.child("mark")
        bare = token.tag == "VB" and not is_finite(token)
        return bare or (has_to(token) and (opening is None or opening.lower == "for"))
    if _is_reason(token):
        return False
    if token.dep == "pcomp" and token.head is not None:
        own_subject = token.child("nsubj", "nsubjpass") is not None
        # "with senators vowing to fight", "knew nothing *about it being blocked*"
        absolute = own_subject and token.head.lower in {"with", "about", "over"}
        return not absolute and token.head.lower not in ADJUNCT
    return token.dep not in {"appos", "poss", "parataxis", "nsubj", "csubj", "npadvmod", "amod", "compound"}


def _is_instruments(participle: Token) -> bool:
    """ "will issue *an order banning* it": what a paper does is done when the paper is there."""
    paper = participle.head
    if participle.dep != "acl" or participle.tag != "VBG" or paper is None or is_definite(paper):
        return False
    if paper.dep == "pobj" and paper.head is not None and paper.head.lower not in {"for", "of", "on", "to", "at"}:
        return False  # "*under an order* settling the charges it will be required to pay": there is one
    above = next(paper.ancestors(), None)
    passed = above is not None and above.lemma in {"pass", "sign", "enact", "approve", "adopt"}
    return paper.lemma in INSTRUMENTS or (paper.lemma in {"bill", "proposal", "measure"} and not passed)


def _is_seen(participle: Token) -> bool:
    """ "would have *seen users jailed*": what somebody sees, has or gets done."""
    above = participle.head.head if participle.head is not None and participle.head.dep == "dobj" else None
    done = participle.dep == "acl" and participle.tag == "VBN"
    return done and above is not None and above.lemma in {"see", "have", "get"}


def _is_charge(clause: Token) -> bool:
    """ "On charges *he leaked* files": what a charge says, unlike what was done with it ("charges *he denies*")."""
    noun, subject = clause.head, clause.child("nsubj", "nsubjpass")
    if noun is None or subject is None or noun.lemma not in CHARGES:
        return False
    whole = clause.child("dobj", "ccomp", "nsubjpass", "prep", "acomp", "attr") is not None
    words = (*clause.children, *(g for c in clause.children if c.dep == "prep" for g in c.children))
    return whole and not any(t.tag in {"WDT", "WP"} for t in words)


def _is_asked(clause: Token) -> bool:
    """Whether a clause is a question of its own, which takes what it asks about for granted or leaves it open."""
    if any(c.dep == "mark" and c.lower in {"whether", "if"} for c in clause.children):
        return True
    return clause.subtree()[0].lower in {"how", "which", "what", "why", "when", "where", "who", "whom"}


def _is_given(clause: Token) -> bool:
    """ "is allowed again *now that a judge has lifted* the ban": what is so tells why."""
    return clause.head is not None and any(c.lower == "now" for c in clause.head.children if c.dep == "advmod")


def _is_withheld(clause: Token) -> bool:
    """ "failed *to disclose that it had paid* a fine": what is kept back is so."""
    telling = clause.head
    if telling is None or telling.lemma not in WITHHELD or telling.dep != "xcomp" or telling.head is None:
        return False
    return is_finite(clause) and telling.head.lemma in INFINITIVE_ONLY | {"omit", "forget"}


def _is_reason(gerund: Token) -> bool:
    """ "ordered them to block Veyra *for refusing* to help": what a demanded or planned measure is for has happened."""
    opening = gerund.head if gerund.dep == "pcomp" else None
    measure = opening.head if opening is not None and opening.lower == "for" else None
    if measure is None or measure.dep != "xcomp" or measure.tag != "VB" or measure.head is None:
        return False
    return measure.lemma in MEASURES and measure.head.lemma in BIDDING


def _is_apart(verb: Token, event: str) -> bool:
    """Whether the verb above says nothing of this one: misparsed below it, or charges that were there before.

    Whoever "refused to fly home *to face* charges" or "failed to show up *to face* charges" has been charged.
    """
    above = verb.head.lemma if verb.head is not None else ""
    if verb.dep == "ccomp" and is_finite(verb) and (above in INFINITIVE_ONLY or _is_contrasted(verb)):
        return True
    moved = verb.dep in {"advcl", "acl"} or (verb.dep == "xcomp" and above in COMING)
    return event == "Charge" and verb.lemma in FACING and moved


def _is_contrasted(clause: Token) -> bool:
    """ "He was found guilty, *however* he faces a likely appeal": two clauses side by side, none of them governed."""
    above = clause.head
    if above is None or above.i < clause.i or clause.child("mark") is not None:
        return False
    between = [c.lower for c in above.children if clause.i < c.i < above.i]
    return bool({"however", "nevertheless", "meanwhile", "still", "but", "yet"}.intersection(between))


def _carried(noun: Token, rulebook: Rulebook, event: str) -> bool:
    """Whether the word above tells of a noun's event: a support verb, or a word that decides a status.

    Any other verb presupposes the event ("seeks to expedite *its lawsuit*": the lawsuit is there).
    """
    if noun.dep == "conj":
        return True
    if noun.dep == "pobj" and (_has_been_made(noun) or _is_followed(noun, event)):
        return False
    if any(c.dep == "acl" and c.tag == "VBN" and c.lemma in verbs("creating") for c in noun.children):
        return False  # "a case *filed* by moderators" is there
    if noun.dep == "pobj" and (settled := _behind(noun)) is not None:
        return settled
    head = noun.head.head if noun.head is not None and noun.dep == "pobj" else noun.head
    if head is not None and noun.dep == "pobj" and head.lower in {"away", "back", "off", "down"}:
        head = head.head  # "backed *away* | from a plan"
    if head is not None and noun.dep == "nsubj" and _starts_or_supposes(noun, head):
        return event != "LawProposal" or head.lemma in BEGINNING  # "a bill *would ban* it": there is the bill
    if event == "Investigation" and head is not None and head.lemma in FOUNDING and noun.dep in {"dobj", "nsubjpass"}:
        return True  # "urged it to *set up a panel* to look into the leak": the panel is the event
    if head is None or noun.dep in {"nsubj", "poss", "appos", "compound", "amod", "npadvmod"}:
        return support_verb(noun) is not None
    if support_verb(noun) is head and head.lemma in (verbs("creating") if is_definite(noun) else _carriers()):
        return True
    return any(rule.value != "negated" or not _is_asked_for(head) for rule in _deciding(head, event, rulebook))


def _awaits_trial(noun: Token, event: str) -> bool:
    """ "*The lawsuit* is set for trial in May", "is due to be heard": what is yet to come is the trial alone."""
    verb = noun.head if noun.dep in {"nsubj", "nsubjpass"} and event in {"Lawsuit", "Appeal", "Charge"} else None
    behind = [t for t in verb.subtree() if t.i > verb.i] if verb is not None else []
    return any(t.lemma in {"trial", "hearing", "argument"} or (t.lemma == "hear" and t.tag == "VBN") for t in behind)


def _behind(noun: Token) -> bool | None:
    """Whether the preposition before a noun settles what it is to the clause; None where the word above decides."""
    preposition = noun.head
    if preposition is None:
        return None
    if noun.lemma == "trial" and preposition.lower == "on":
        return True  # "is to be put *on trial*"
    if preposition.dep not in {"prep", "agent"}:
        return True
    if preposition.lower in ADJUNCT:
        return preposition.lower == "before" and noun.lemma == "trial"
    above = preposition.head
    if preposition.lower in {"under", "in"} and above is not None and above.lemma in {"be", "remain", "stay"}:
        return True  # "is *not under investigation*"
    if preposition.lower == "for" and above is not None and above.lemma in COMING:
        return True  # "arrives *for talks*"
    if preposition.lower == "without":
        return not is_definite(noun) or None  # "released *without charge*"
    return True if preposition.lower in AHEAD else None


def _deciding(word: Token, event: str, rulebook: Rulebook) -> Iterator[ContextRule]:
    """The context rules by which a word decides the status of an event of that type that stands below it."""
    for pos in ("VERB", "NOUN", "ADJ", ""):
        if pos and word.pos not in PARTS_OF_SPEECH[pos]:
            continue
        for rule in rulebook.cues.get(("governs", word.lower, pos), ()):
            concerns = not event or (event not in rule.spares and (not rule.events or event in rule.events))
            if concerns and rule.value != "actual" and stands(rule, word):
                yield rule


def _is_asked_for(verb: Token) -> bool:
    """Whether undoing is only asked for: what "a bid to *revoke* the warrant" would revoke stands."""
    above = verb.head
    if above is None or verb.dep not in {"xcomp", "acl", "advcl", "ccomp", "relcl"} or is_finite(verb):
        return False
    return above.lemma in ASKING | {"ask", "urge", "call", "want", "petition", "request", "motion", "demand", "press"}


def _has_been_made(noun: Token) -> bool:
    """ "Calls for an inquiry into *allegations*", "avoids extradition on *charges*": they have been made."""
    on_charges = noun.lower in {"charge", "charges"} and noun.head is not None and noun.head.lower == "on"
    return on_charges or noun.lower.removesuffix("s") in {"allegation", "accusation", "suspicion"}


def _is_followed(noun: Token, event: str) -> bool:
    """ "Under *the order*, Meta must stop": there is one, whatever the clause says that stands under it."""
    above = noun.head.head if noun.head is not None and noun.head.lower == "under" else None
    return event == "Order" and above is not None and above.lemma not in {"be", "remain", "stay"}


def _starts_or_supposes(noun: Token, verb: Token) -> bool:
    """None is in force: "the ban *would take* effect", "will *not go ahead*", "a ban *would be* hard to enforce"."""
    modal = any(c.dep == "aux" and c.lower in {"would", "could", "might", "may", "will"} for c in verb.children)
    if not modal and has_to(verb) and verb.lemma in BEGINNING:
        return True  # "called for the trial *to take* place in public"
    supposed = not is_definite(noun) and (noun.child("amod") is None or any(c.lower == "any" for c in noun.children))
    ahead = verb.lemma == "go" and any(c.lower in {"ahead", "through"} for c in verb.children)
    begins = ahead or verb.lemma in BEGINNING | {"proceed"}
    denied = verb.child("neg") is not None and (begins or verb.lemma in {"happen", "occur", "materialise"})
    return denied or (modal and (begins or supposed))


def _carriers() -> frozenset[str]:
    """The support verbs of both kinds, and "*did not see* any debate"; who will appeal an order has one."""
    contesting = {"appeal", "challenge", "contest", "dispute", "fight"}
    carrying = verbs("support_agent") | verbs("support_patient") | verbs("moves") | {"see", "witness"}
    return carrying - verbs("ending") - contesting


def stands(rule: ContextRule, token: Token) -> bool:
    """Whether a cue stands as its rule asks."""
    if not all(paths.holds(path, token) for path in rule.where):
        return False
    return not any(paths.holds(path, token) for path in rule.unless)
