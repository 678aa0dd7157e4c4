"""What a text does not tell as done: supposed, asked of the reader, laid down by a law, or only in somebody's power."""

from __future__ import annotations

from kg.language.token import Sentence, Token, has_to, tense
from kg.model import Claim

#: Conduct that laws lay down in general.
PROVIDED = {"Disclosure", "Compliance", "Commitment", "ContentRemoval", "PolicyChange", "Refusal", "InformationRequest"}
#: What keeps somebody from doing something, and the nouns for how something would be done.
HOLDING = {"restrain", "bar", "prohibit", "enjoin", "forbid", "prevent", "preclude", "dissuade", "deter", "refrain"}
WAYS = {
    "procedure", "process", "mechanism", "framework", "guideline", "criterion", "criteria", "protocol", "standard",
    "rule", "condition", "requirement", "threshold", "safeguard",
}  # fmt: skip
LAWS = {"law", "bill", "act", "rule", "clause", "section", "provision", "regulation"}
ANY = {"a", "an", "any", "every", "each", "no"}
#: What may be done by an authority, which is told as its power ("has *the power* to block").
MEASURES = {
    "Order", "Ban", "BanLifted", "ContentRemoval", "InformationRequest", "Investigation", "Fine", "Refusal", "Hearing",
    "Disclosure", "Lawsuit", "Compliance", "Cooperation", "Designation", "LawProposal", "Meeting", "Release", "Arrest",
}  # fmt: skip
POWERS = {"power", "authority", "competence", "mandate", "leeway", "resource", "duty", "obligation"}
#: How a power is told to be there or not: whoever uses it has acted.
HAVING = {
    "have", "grant", "give", "confer", "lack", "contain", "delineate", "retain", "lay", "vest", "hold", "provide", "be",
    "enumerate", "enjoy", "describe", "define", "examine", "need",
}  # fmt: skip
#: A law does with these what only the authorities can do in fact.
ENTITLING = {"allow", "empower", "enable", "authorise", "authorize", "permit", "entitle", "let"}
#: Nouns for what is only imagined, with a clause that tells what it would be.
IMAGINED = {"scenario", "precedent", "instance", "circumstance", "hypothesis", "hypothetical", "eventuality"}
LEADING = {"may", "might", "could", "would", "can", "will"}
#: What a text asks of whoever reads it.
BIDDING = {"imagine", "help", "join", "support", "donate", "subscribe", "become", "learn", "suppose", "picture"}
#: What an author does for others as a service.
SERVING = {"assist", "help", "aid", "support", "specialise", "specialize", "engage", "advise"}
#: What is only advised.
ADVISED = {"best", "better", "advisable", "prudent", "wise", "wiser", "preferable", "useful"}
#: What holds in general is told with these.
USUALLY = {"usually", "typically", "normally", "generally", "ordinarily", "technically"}
#: What somebody speaks of is no event told.
DISCUSSING = {"write", "speak", "talk", "blog", "tweet", "learn", "read", "hear", "know", "think", "post"}


def is_supposed(claim: Claim, sentence: Sentence) -> bool:
    """Whether a decision is only asked for or supposed, and so none.

    "Snap asked *the court to dismiss* the suit" tells what a party wants, "*if* the court approves" how a case goes on.
    """
    if _asks_reader(sentence):
        return True
    if claim.match.type in PROVIDED and _is_provision(sentence.tokens[claim.match.trigger]):
        return True
    if claim.match.type in {*PROVIDED, "Ban", "BanLifted"} and _is_only_spoken_of(sentence.tokens[claim.match.trigger]):
        return True
    if claim.match.type in MEASURES and _is_unreal(claim, sentence):
        return True
    if claim.match.type == "Accusation" and (
        _bids_reader(sentence) or _is_only_spoken_of(sentence.tokens[claim.match.trigger])
    ):
        return True
    if claim.match.type not in {"Ruling", "Investigation"}:
        return False
    court = any(a.role == "agent" and a.mention.type == "Court" for a in claim.match.arguments)
    asked = claim.match.type == "Ruling" and claim.modality == "demanded" and court
    trigger = sentence.tokens[claim.match.trigger]
    clauses = (trigger, *trigger.ancestors())
    conditions = {t.start for t in sentence.tokens if t.lower == "if" and t.head in clauses[:3] and t.i < trigger.i}
    if claim.match.type == "Ruling" and _is_second_condition(trigger):
        return True
    return asked or any(cue.value == "possible" and cue.start in conditions for cue in claim.cues)


def _is_only_spoken_of(trigger: Token) -> bool:
    """Whether a deed is what somebody is held from, what a way is set out for, or what nobody should do.

    "*restrained from* blocking the app", "a *procedure for* lifting a ban", "*no* official *should* be able to block".
    """
    verb = trigger
    while verb.dep == "conj" and verb.head is not None:
        verb = verb.head
    opening = verb.head if verb.dep == "pcomp" else None
    above = opening.head if opening is not None else None
    if opening is not None and above is not None:
        held = opening.lower == "from" and above.lemma in HOLDING
        held = held or (opening.lower == "of" and any(t.lemma == "opt" for t in (above, *above.children)))
        if held or (opening.lower == "for" and above.lemma in WAYS):
            return True
    counted = trigger.head if trigger.dep == "acl" else None
    while counted is not None and counted.dep in {"conj", "pobj", "prep"}:
        counted = counted.head
    if counted is not None and counted.lower == "number" and counted.head is None:
        return True  # "*The number of* posts *blocked* in 2023", as an item of what is asked
    for clause in (trigger, *trigger.ancestors()):
        subject = clause.child("nsubj", "nsubjpass")
        nobody = subject is not None and any(c.lower == "no" for c in subject.children)
        if nobody and any(c.dep == "aux" and c.lower in {"should", "must", "shall"} for c in clause.children):
            return True
    return False


def _asks_reader(sentence: Sentence) -> bool:
    """ "*Will you* block the forum?", "Why *did you* fine it?": a heading that asks the author tells nothing."""
    asked = sentence.tokens[-1].text == "?" and not any(t.text in {'"', "“", "”"} for t in sentence.tokens)
    return asked and any(t.lower == "you" and t.dep in {"nsubj", "nsubjpass"} for t in sentence.tokens)


def _is_provision(trigger: Token) -> bool:
    """ "*The bill says* that every platform shall share its data": what a law lays down, nobody has done or will do."""
    for verb in (t for t in trigger.ancestors() if t.lemma in {"say", "state", "provide", "stipulate", "specify"}):
        subject = verb.child("nsubj")
        if subject is not None and (subject.lemma in LAWS or (subject.mention and subject.mention.type == "Law")):
            return True
    subject = trigger.child("nsubj")
    anybody = subject is not None and any(c.lower in ANY for c in subject.children)
    return anybody and any(c.dep == "aux" and c.lower in {"shall", "must"} for c in trigger.children)


def _is_unreal(claim: Claim, sentence: Sentence) -> bool:
    """Whether a measure is only somebody's power, an advice, a service on offer, or a thing imagined.

    How much an authority has the power to fine somebody is told as what may follow ("can fine firms up to ...").
    """
    trigger, event = sentence.tokens[claim.match.trigger], claim.match.type
    clauses = [trigger, *_clauses_above(trigger)]
    sum_told = event == "Fine" and any(a.role == "amount" for a in claim.match.arguments)
    told = sum_told and claim.polarity == "affirmed"
    return (
        _is_denied_by_law(trigger, sentence)
        or any(_is_asked_of_any(verb) for verb in clauses)
        or any(_is_power(verb) and not told for verb in clauses)
        or any(_is_entitled(verb, event) or _is_imagined(verb) for verb in clauses)
        or any(_is_advised(verb) or _is_offered(verb) or _is_usual(verb) for verb in clauses)
        or (event == "Order" and (_asks_for_leave(sentence) or _is_conditional(trigger)))
        or (event in {"Order", "Ban", "ContentRemoval"} and (_is_aside(trigger) or _is_topic(trigger)))
        or (event == "ContentRemoval" and _is_undone(trigger))
        or (event == "Hearing" and _is_due(trigger))
        or (event == "Meeting" and _is_occasion(trigger))
        or _bids_reader(sentence)
    )


def _clauses_above(token: Token) -> list[Token]:
    """The words over a token up to a clause that tells something of its own: a speaker's words or the main clause."""
    found: list[Token] = []
    for above in token.ancestors():
        found.append(above)
        if above.pos in {"VERB", "AUX"} and above.dep in {"ccomp", "ROOT", "relcl"}:
            break
    return found


def _is_denied_by_law(trigger: Token, sentence: Sentence) -> bool:
    """ "*Nothing* in the act *empowers* the ministry to ask", however the words between were parsed."""
    first = next((t for t in sentence.tokens if t.text.isalpha()), None)
    entitling = (t for t in sentence.tokens[: trigger.i] if t.lower.startswith(("empower", "authoris", "authoriz")))
    return first is not None and first.lower in {"nothing", "neither"} and any(entitling)


def _is_asked_of_any(verb: Token) -> bool:
    """ "*whether any* authorities have issued directions": a question that takes nothing for granted."""
    subject = verb.child("nsubj", "nsubjpass")
    asked = any(c.dep == "mark" and c.lower in {"whether", "if"} for c in verb.children)
    return asked and subject is not None and any(c.lower == "any" for c in subject.children)


def _is_undone(participle: Token) -> bool:
    """ "restored *the blocked accounts*": told as over, and of another day."""
    noun = participle.head if participle.dep == "amod" else None
    undoing = noun.head if noun is not None and noun.dep in {"dobj", "nsubjpass"} else None
    return undoing is not None and undoing.lemma in {"restore", "unblock", "reinstate", "unlock", "reactivate"}


def _is_topic(noun: Token) -> bool:
    """ "has often *written about shutdowns*": what somebody spoke of in general."""
    about = noun.head if noun.dep == "pobj" and noun.tag == "NNS" else None
    speaking = about.head if about is not None and about.lower in {"about", "on"} else None
    bare = not any(c.dep in {"det", "poss"} for c in noun.children)
    return speaking is not None and bare and speaking.lemma in DISCUSSING


def _is_second_condition(verb: Token) -> bool:
    """ "*if* the parties agree *and* the suit *is dismissed*": the condition holds for both."""
    first = verb.head if verb.dep == "conj" else None
    if first is None or verb.child("mark") is not None:
        return False
    alike = tense(first) == tense(verb) or {tense(first), tense(verb)} == {"VBZ", "VBP"}
    return alike and any(c.dep == "mark" and c.lower in {"if", "unless"} for c in first.children)


def _is_occasion(noun: Token) -> bool:
    """ "*should* stand up for privacy *in its talks* with governments": whenever it has any."""
    within = noun.head if noun.dep == "pobj" and noun.tag == "NNS" else None
    if within is None or within.lower not in {"in", "during"}:
        return False
    return any(c.dep == "aux" and c.lower in {"should", "must"} for verb in noun.ancestors() for c in verb.children)


def _is_due(noun: Token) -> bool:
    """ "*a hearing must be given* to whoever posted it": what the law holds for all cases."""
    verb = noun.head if noun.dep == "nsubjpass" else None
    if verb is None:
        return False
    given = verb.lemma in {"provide", "give", "afford", "grant", "offer", "accord"}
    anyone = any(c.lower in ANY for c in noun.children)
    return given and anyone and any(c.dep == "aux" and c.lower in {"must", "should"} for c in verb.children)


def _is_power(verb: Token) -> bool:
    """ "does not have *the power to tell* Veyra", "lays down *the powers* of the state *to block*"."""
    to = has_to(verb)
    noun = verb.head if to and verb.dep in {"acl", "relcl"} else None
    if noun is None and to and verb.dep in {"advcl", "xcomp"} and verb.head is not None:
        noun = verb.head.child("dobj", "attr", "nsubjpass")
    while noun is not None and noun.lemma not in POWERS and noun.dep in {"pobj", "prep", "conj"}:
        noun = noun.head
    if noun is None or noun.lemma not in POWERS:
        return False
    having = noun.head
    return having is None or noun.dep == "nsubj" or having.lemma in HAVING or having.dep in {"prep", "pobj"}


def _is_entitled(verb: Token, event: str) -> bool:
    """ "Section 9 *allows the ministry to order* a block", "*nothing* in the act *empowers it to ask*"."""
    above = verb.head if verb.dep in {"xcomp", "ccomp", "advcl", "acl"} else None
    if above is not None and above.pos == "NOUN":
        above = above.head
    subject = above.child("nsubj") if above is not None and above.lemma in ENTITLING else None
    if subject is None:
        return False
    part = subject.text.partition(" ")[0].lower() in {"section", "rule", "article", "clause", "regulation"}
    law = part or subject.lower == "nothing"
    if event != "Order":
        return law
    named = subject.mention is not None and subject.mention.type == "Law"
    return law or named or subject.lemma in LAWS or subject.lower in {"which", "that"}


def _is_imagined(verb: Token) -> bool:
    """ "could lead to *a scenario where* it is required", "may set *a precedent in which* posts are removed"."""
    noun = verb.head if verb.dep in {"relcl", "acl"} else None
    if noun is None or noun.lemma not in IMAGINED or verb.tag == "VBD":
        return False
    above = next((t for t in noun.ancestors() if t.pos in {"VERB", "AUX"}), None)
    modal = above is not None and any(c.dep == "aux" and c.lower in LEADING for c in above.children)
    return modal or (noun.lemma in {"instance", "circumstance"} and not _is_past(verb))


def _is_past(verb: Token) -> bool:
    return verb.tag == "VBD" or any(c.lower in {"was", "were", "had", "did", "has", "have"} for c in verb.children)


def _is_advised(verb: Token) -> bool:
    """ "*you may also* file a request", "*it is best to* contest it": what readers or others are told to do."""
    subject = verb.child("nsubj")
    if subject is not None and subject.lower in {"you", "one"}:
        return any(c.dep == "aux" and c.lower in {"may", "can", "could", "should", "might"} for c in verb.children)
    above = verb.head if verb.dep in {"xcomp", "ccomp", "csubj", "acl"} else None
    return above is not None and any(c.dep in {"acomp", "attr"} and c.lower in ADVISED for c in above.children)


def _is_offered(verb: Token) -> bool:
    """ "*We assist in filing* suits": what an author does for others time and again."""
    above = verb
    while above.dep in {"conj", "pcomp", "prep"} and above.head is not None:
        above = above.head
    subject = above.child("nsubj") if above is not verb and above.lemma in SERVING else None
    present = above.tag == "VBP" and not any(c.dep == "aux" for c in above.children)
    return subject is not None and present and subject.lower == "we"


def _is_usual(verb: Token) -> bool:
    """ "providers *cannot usually* block a part of it": what can be done in general."""
    can = any(c.dep == "aux" and c.lower in {"can", "could"} for c in verb.children)
    return can and any(c.dep == "advmod" and c.lower in USUALLY for c in verb.children)


def _asks_for_leave(sentence: Sentence) -> bool:
    """ "*Can the ministry ask* Veyra to remove it?": a heading that asks what is allowed."""
    first = sentence.tokens[0]
    asked = sentence.tokens[-1].text == "?" and not any(t.text in {'"', "“", "”"} for t in sentence.tokens)
    return asked and first.lower in {"can", "may", "could", "must"}


def _is_conditional(trigger: Token) -> bool:
    """ "*unless* a court has passed *an order asking* it to": whoever would be asked has not been asked yet."""
    noun = trigger.head if trigger.dep in {"acl", "relcl"} else trigger if trigger.pos == "NOUN" else None
    verb = noun.head if noun is not None else None
    if verb is not None and verb.pos == "NOUN" and verb.dep in {"dobj", "nsubj", "nsubjpass"}:
        verb = verb.head
    if verb is None or noun is None or noun.dep not in {"nsubjpass", "dobj", "nsubj"}:
        return False
    definite = any(c.dep == "det" and c.lower in {"the", "this", "these", "those"} for c in noun.children)
    return not definite and any(c.dep == "mark" and c.lower in {"unless", "if"} for c in verb.children)


def _is_aside(trigger: Token) -> bool:
    """ "urged them to show restraint *when ordering* a block": how to do it, if it is done.

    "*Blocking* such accounts *is* censorship" judges what it names, "to *ensure that blocks were ordered* by a judge"
    asks for a way to order them.
    """
    if trigger.dep == "csubj" and trigger.tag == "VBG":
        above = trigger.head
        return above is not None and above.tag in {"VBZ", "MD", "VB"}
    told = trigger.head if trigger.dep in {"nsubjpass", "dobj"} else trigger if trigger.lemma == "order" else None
    if (
        told is not None
        and told.dep == "ccomp"
        and told.head is not None
        and told.head.lemma in {"ensure", "guarantee"}
    ):
        return _is_to(told.head)
    verb = trigger
    while verb.dep in {"conj", "dobj", "pobj", "prep"} and verb.head is not None and verb.tag != "VBG":
        verb = verb.head
    above = verb.head if verb.dep == "advcl" and verb.tag == "VBG" else None
    return above is not None and _is_to(above) and any(c.lower in {"when", "while", "before"} for c in verb.children)


def _is_to(verb: Token) -> bool:
    """Whether somebody is only to do something."""
    return any(c.dep == "aux" and c.lower in {"to", "should", "must"} for c in verb.children)


def _bids_reader(sentence: Sentence) -> bool:
    """ "*Imagine* asking your family to delete the app", "*Help us* hold it accountable": said to the reader."""
    first = next((t for t in sentence.tokens if t.text.isalpha()), None)
    if first is None or first.tag not in {"VB", "VBP", "NNP", "NN"} or first.lemma not in BIDDING:
        return False
    quoted = any(t.text in {'"', "“", "”"} for t in sentence.tokens)
    return not quoted and first.head is None and first.child("nsubj") is None
