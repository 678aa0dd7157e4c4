"""Enhanced dependencies: the edges of a token that rules speak of.

Beside the parser's own labels (nsubj, dobj, prep, ...) a token has the edges that rules want to speak of, whatever
the voice or construction (the idea is that of Schuster & Manning 2016, "Enhanced English Universal Dependencies"):

- `subj` who does it: the active subject, the passive's by-agent, the controller of an infinitive, the head of a
  relative or participial clause, the subject shared with a coordinated verb, the subject of a noun's support verb
  ("Apple *filed* an appeal": `appeal -subj-> Apple`), the possessor of a nominal event ("Apple's appeal");
- `obj` whom it is done to: the object, the passive's subject, the head of a reduced relative clause;
- `pp[on]` the object of a preposition, wherever the parser hung the phrase (verb, object, or the object's phrase);
- `within` the place inside a name or noun phrase ("the *French* judiciary", "the *U.S.* Supreme Court"), or the body
  inside the name of its part ("*FBI* Cyber Division");
- `speaker` who says a sentence that stands in a quotation begun before it;
- `hearer` to whom somebody says something, by the paper he says it in or the verb that carries it (see `hearer`);
- `opponent` with whom a party is in the dispute that a court has decided (see `opponent`);
- `author` who issued a paper that is told of as known ("*The letter* says", behind "Noyb sent a letter");
- `voice` who writes, of the main verbs of what the author of an appeal says for itself (see `ownvoice`);
- `comp` the clause that the word governs (infinitive, that-clause, gerund after a preposition).
"""

from __future__ import annotations

from kg import vocabulary
from kg.language.antecedent import (
    antecedents,
    appearance,
    bare_relative,
    noun_antecedents,
    possessors,
    senders,
    telling_clause,
)
from kg.language.complement import complements
from kg.language.hearer import hearers
from kg.language.matrix import continues_matrix, resumed
from kg.language.opponent import opponents
from kg.language.preposition import OCCASIONS, is_amount, prepositional
from kg.language.served import is_served
from kg.language.share import denials, parts
from kg.language.support import befalls, counted, is_met, support_verb
from kg.language.token import FINITE, Token, is_finite
from kg.lexicon import verbs
from kg.model import PLACES

#: Verbs whose second object says what the first is named ("designated Meta *an extremist organisation*").
NAMING = {"designate", "name", "label", "declare", "call", "brand", "deem", "classify", "dub", "consider"}
#: Edges that are worked out elsewhere.
COMPUTED = {"comp": complements, "hearer": hearers, "opponent": opponents}
#: What somebody means to do, and how he says that he no longer does.
PLANS = {
    "plan", "proposal", "bid", "effort", "threat", "idea", "intention", "push", "attempt", "move", "promise", "pledge",
}  # fmt: skip
GIVING_UP = {
    "abandon", "shelve", "scrap", "ditch", "drop", "axe", "cancel", "withdraw", "kill", "reverse", "back", "backtrack",
    "retreat", "renege", "row", "walk", "delay", "postpone", "defer", "pause",
}  # fmt: skip
#: What a participle behind a paper tells that its author says or does with it, beside the verbs of saying.
SPEAKING = {
    "claim", "deny", "threaten", "vow", "demand", "promise", "reject", "refuse", "pledge", "accept", "take", "blame",
    "remind", "notify",
}  # fmt: skip
#: Their object does what stands behind "in".
HELPING = {"assist", "help", "aid", "support", "guide", "represent", "join", "follow"}
#: What a paper does besides.
PLEADING = {
    "urge", "ask", "request", "recommend", "demand", "warn", "accuse", "propose", "seek", "allege", "question",
    "oppose", "argue", "suggest", "invite", "blame", "raise",
}  # fmt: skip
PROVING = {"show", "find"}
#: With these somebody is given what he may or must do something by.
GIVING = {"grant", "give", "allow", "deny", "refuse", "send", "hand", "serve"}
PAPERS = {
    "statement", "message", "video", "letter", "post", "tweet", "communique", "communiqué", "note", "email", "e-mail",
    "release", "manifesto", "recording", "tape", "memo", "blog", "thread", "notice", "comment", "declaration", "clip",
    "audio", "notification", "remark", "speech", "petition", "appeal", "footage", "representation", "submission",
}  # fmt: skip
#: In these somebody else than whoever is told of with them pleads or holds ("settled *the suit* alleging that ...").
PLEADED = {"lawsuit", "suit", "complaint", "indictment", "warrant", "petition", "counterclaim"}
#: What a court does with them, who does not plead in them.
HEARING = {"dismiss", "reject", "refuse", "deny", "consider", "grant", "overturn", "hear", "review", "admit", "approve"}
#: What others do: a "by" behind it does not tell who did the verb's deed.
DEEDS = {
    "hacking", "questioning", "protest", "protests", "call", "calls", "pressure", "criticism", "campaign", "attack",
    "attacks", "espionage", "spying", "snooping", "surveillance", "interference", "meddling", "abuse", "misconduct",
}  # fmt: skip
#: Whoever is found guilty "and *jailed*" did not jail, though the form may be that of the past.
PUNISHING = {"acquit", "arrest", "charge", "convict", "deport", "detain", "fine", "imprison", "jail", "sentence"}


def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive: by auxiliary or passive subject, as a reduced relative, or by coordination."""
    if verb.child("auxpass", "nsubjpass", "agent") or appearance(verb) is not None:
        return True
    if verb.tag not in {"VBN", "VBD"} or verb.child("aux", "nsubj"):
        return False
    if verb.dep in {"acl", "amod"} and verb.tag == "VBN":
        return True
    if verb.dep == "advcl" and verb.tag == "VBN" and not verb.child("dobj"):
        return True
    beside = verb.head if verb.dep == "conj" else None
    sum_only = all(is_amount(c) for c in verb.children if c.dep == "dobj")
    punished = verb.tag == "VBN" or (verb.lemma in PUNISHING and sum_only)
    return beside is not None and punished and is_passive(beside)


def step(token: Token, label: str) -> list[Token]:
    """The tokens one edge away: an enhanced edge, or the children of that dependency label."""
    match label:
        case "subj":
            return [t for found in subjects(token) for t in parts(found)]
        case "obj":
            return [t for found in objects(token) for t in parts(found)]
        case "comp" | "hearer" | "opponent":
            return COMPUTED[label](token)
        case "poss":
            return [t for c in token.children if c.dep == "poss" for t in possessors(c)]
        case "within" | "speaker" | "author" | "voice":
            linked: list[Token] = getattr(token, label)
            return linked
        case "support":
            verb = support_verb(token)
            return [verb] if verb else []
        case "neg":
            return denials(token)
        case _:
            return [c for c in token.children if c.dep == label]


def subjects(token: Token, depth: int = 0) -> list[Token]:
    """Who does what the token tells; see the module's head."""
    if depth > 6:
        return []
    if token.pos not in {"VERB", "AUX"}:
        return _noun_subjects(token, depth)
    if is_passive(token):
        return _by_agents(token)
    own = token.child("nsubj", "csubj")
    if own is not None:
        helping = _inquiring_too(token.head, token, depth) if token.head is not None and token.dep == "ccomp" else []
        return [*helping, *(t for found in antecedents(own, token) for t in _authors(found, token))]
    return _shared_subjects(token, depth)


def _authors(paper: Token, verb: Token) -> list[Token]:
    """Who speaks in a paper that is told as speaking ("*The letter* urges the firm to stop")."""
    speaks = verb.lemma in (verbs("saying") - verbs("deciding")) | verbs("voicing") | SPEAKING | PLEADING
    return paper.author if paper.author and speaks else [paper]


def _by_agents(token: Token) -> list[Token]:
    """Who stands after "by"; what stands before a verb says who did its subject ("an appeal *by X* was rejected")."""
    verb = token.pos in {"VERB", "AUX"}
    found = [t for word, t in prepositional(token) if word == "by" and t.pos != "VERB"]
    return [t for t in found if not (verb and (t.i < token.i or _of_other_deed(t, token)))]


def _of_other_deed(agent: Token, verb: Token) -> bool:
    """ "was closed *after protests by users*", "asked over *hacking by a tabloid*": who did what stands in between."""
    path = [t for t in agent.ancestors() if verb in t.ancestors()]
    between = [t for t in path[1:] if t.i > verb.i]
    return any(t.lower in OCCASIONS or (t.lower in DEEDS and t.pos == "NOUN") for t in between)


def _shared_subjects(token: Token, depth: int) -> list[Token]:
    head = token.head
    if head is None:
        return token.author  # "The letter: | *Urges* the firm to stop"
    if _is_warranted(token, head):
        return []
    if token.dep == "conj":
        return _coordinated_subjects(token, head, depth)
    if token.dep == "dep" and token.tag in FINITE and head.tag == "VBG" and head.child("nsubj"):
        return subjects(head, depth + 1)  # "*the agency* acting on orders | blocks the site"
    if (telling := telling_clause(token)) is not None:
        return noun_antecedents(telling)
    if token.dep in {"xcomp", "ccomp"}:
        return [*_inquiring_too(head, token, depth), *_controllers(head, depth)]
    if token.dep in {"acl", "relcl"}:
        return _attributive_subjects(token, head, depth)
    if token.dep == "advcl":
        return _adverbial_subjects(token, head, depth)
    return _payers(head) or _gerund_subjects(head, depth) if token.dep == "pcomp" and head.head is not None else []


def _adverbial_subjects(token: Token, head: Token, depth: int) -> list[Token]:
    """Who does what an adverbial clause tells: who sent or served a paper, who is given time, else the subject."""
    if sent := senders(token, head):
        return sent
    if is_served(token):
        return _by_agents(head)
    given = _given_time(token, head)
    return [given] if given is not None else _matrix_subjects(head, depth)


def _is_warranted(infinitive: Token, head: Token) -> bool:
    """ "issued a warrant *to arrest* her": others will do so."""
    paper = head if head.pos == "NOUN" else head.child("dobj", "nsubjpass")
    to = infinitive.tag == "VB" and infinitive.dep in {"acl", "xcomp", "advcl", "relcl"}
    return to and paper is not None and paper.lemma == "warrant" and paper.i < infinitive.i


def _matrix_of_late(participle: Token, depth: int) -> list[Token]:
    """ "*Users* sued Apple, a maker of phones, alleging ...": after a comma the subject's, though hung on a noun."""
    verb = next((t for t in participle.ancestors() if t.pos in {"VERB", "AUX"}), None)
    if verb is None or participle.dep != "acl" or verb.i > participle.i:
        return []
    first = participle.subtree()[0].i
    comma = any(t.i == first - 1 and t.lower == "," for t in verb.subtree())
    return _matrix_subjects(verb, depth) if comma else []


def _above(participle: Token, depth: int) -> list[Token]:
    """Who does what the verb above the noun tells on which the parser hung a participle."""
    verb = next((t for t in participle.ancestors() if t.pos == "VERB" and is_finite(t)), None)
    return _matrix_subjects(verb, depth) if verb is not None else []


def _coordinated_subjects(token: Token, head: Token, depth: int) -> list[Token]:
    """Who does the second of two coordinated things: whoever does the first, or suffers it if that is passive."""
    if head.pos not in {"VERB", "AUX"}:
        return _shared_subjects(head, depth + 1) if head.dep in {"pcomp", "acl", "advcl", "xcomp"} else []
    if token.tag == "VB" and head.tag in {"VBD", "VBZ"} and token.child("aux") is None:
        return []  # "*sued* over a plot to steal and *disclose* data": misread, what is coordinated has one form
    if head.head is not None and continues_matrix(token, head):
        return subjects(head.head, depth + 1)
    if (above := resumed(token, head)) is not None:
        return subjects(above, depth + 1)
    return objects(head, depth + 1) if is_passive(head) else subjects(head, depth + 1)


def _attributive_subjects(token: Token, head: Token, depth: int) -> list[Token]:
    """Who does what a clause behind a noun tells."""
    titled = head.head is None and head.mention is not None and head.mention.kind == "name"
    if titled and token.tag == "VB":  # a headline: "Twitter *to pay* fine"
        return [head]
    if token.tag == "VB" and head.dep == "attr" and head.head is not None:  # "became the first state *to ban* it"
        return subjects(head.head, depth + 1)
    if token.tag == "VB" and (given := _given(head)) is not None:
        return [given]
    if token.tag == "VBG":
        if issuers := senders(token, head) or _issuers(token, head, depth):
            return issuers
        if head.lemma in PLEADED and token.lemma in SPEAKING | PLEADING | verbs("saying"):
            return _pleaders(head, depth)
        own = head.mention is None and not _has_author(head)  # "announced a test of the app, *saying* ..."
        saying = token.lemma in verbs("saying") and own
        if token.lemma in verbs("saying") and head.mention is not None and head.mention.type == "Document":
            return [head]  # "a letter to Meta *saying* that": the letter, not Meta
        return _matrix_of_late(token, depth) or (saying and _above(token, depth)) or noun_antecedents(token)
    return _noun_subjects(head, depth + 1) or _planners(head, depth)


def _pleaders(suit: Token, depth: int) -> list[Token]:
    """Who brings a suit or holds what a warrant says ("the suit *by Kansas*", "a complaint filed *by users*")."""
    filed = (t for c in suit.children if c.dep in {"acl", "relcl"} and c.tag in {"VBN", "VBD"} for t in _by_agents(c))
    issuer = [c for c in suit.children if c.dep == "compound" and c.mention is not None]
    verb = support_verb(suit)
    heard = verb is not None and verb.lemma in HEARING  # "*The court* dismissed a petition seeking a ban"
    own = [*step(suit, "poss"), *_by_agents(suit)] if heard else _noun_subjects(suit, depth + 1)
    return [*own, *filed] or [t for t in issuer if vocabulary.is_a(t.mention.type, "Actor")]  # type: ignore[union-attr]


def _planners(plan: Token, depth: int) -> list[Token]:
    """ "*Fiji* abandoned a plan to ban the app", "backed away from plans to": whoever gives a plan up had made it."""
    above = plan.head
    if plan.lemma not in PLANS or above is None or plan.child("poss"):
        return []
    if plan.dep == "pobj" and above.lower in {"on", "from", "of"} and above.head is not None:
        above = above.head.head if above.head.pos == "ADV" and above.head.head is not None else above.head
    given_up = above.pos == "VERB" and above.lemma in GIVING_UP
    return subjects(above, depth + 1) if given_up and not is_passive(above) else []


def _given_time(infinitive: Token, verb: Token) -> Token | None:
    """ "gave *Veyra* six months to stop it": not who gives the time, but who has it."""
    to = infinitive.tag == "VB" and any(c.lower == "to" for c in infinitive.children)
    if not to or verb.lemma not in GIVING or is_passive(verb):
        return None
    return next((c for c in verb.children if c.dep == "dative" and c.pos != "ADP"), None)


def _given(noun: Token) -> Token | None:
    """ "gave *Veyra* leave to appeal", "sent *Tixo* an order to delete it": who is given it does what it is for."""
    verb = noun.head
    if noun.dep != "dobj" or verb is None or verb.lemma not in GIVING:
        return None
    if is_passive(verb):  # "*Veyra* was refused leave to appeal"
        return verb.child("nsubjpass")
    return next((c for c in verb.children if c.dep == "dative" and c.pos != "ADP"), None)


def _has_author(paper: Token) -> bool:
    """ "published *a CIA analysis* claiming ...": whose a paper is says what stands in it, not who brings it out."""
    own = [c.mention for c in paper.children if c.dep in {"poss", "compound"} and c.mention is not None]
    return any(m.kind == "name" and vocabulary.is_a(m.type, "Actor") and m.type != "Platform" for m in own)


def _issuers(participle: Token, head: Token, depth: int) -> list[Token]:
    """ "*The group* posted a message on YouTube claiming ...": whoever issues a paper says what stands in it."""
    pleading = participle.lemma in {"urge", "ask", "request", "demand", "seek"}
    saying = participle.lemma in SPEAKING or participle.lemma in (verbs("saying") | verbs("voicing")) - PROVING
    if not saying and not pleading:
        return []
    verb = next((t for t in (head, *head.ancestors()) if t.pos == "VERB"), None)
    for_that = verb is not None and verb.dep == "pcomp" and verb.head is not None and verb.head.lower != "in"
    if verb is None or verb.lemma not in verbs("issuing") or for_that:
        return []  # "jailed for *posting* messages criticising ...": what he is jailed for
    paper = verb.child("nsubjpass") if is_passive(verb) else verb.child("dobj")
    if paper is None or paper.lemma not in PAPERS or paper.i > participle.i or head.i < paper.i:
        return []
    if any(c.dep == "prep" and c.lower in {"by", "from"} for c in paper.children):
        return []
    if _has_author(paper):
        return []
    return subjects(verb, depth + 1)


def _controllers(head: Token, depth: int) -> list[Token]:
    if head.pos == "ADJ" and head.dep == "acomp" and head.head is not None:
        return subjects(head.head, depth + 1)
    if head.pos == "ADJ" or head.pos == "AUX":
        return subjects(head, depth + 1)
    if is_passive(head):
        return objects(head, depth + 1)
    controlled = [t for t in objects(head, depth + 1) if t.pos != "VERB"]
    if controlled and head.lemma in verbs("object_control"):
        return controlled
    on = (
        [t for word, t in prepositional(head) if word in {"on", "upon", "for"}]
        if head.lemma in {"call", "push"}
        else []
    )
    return on or subjects(head, depth + 1)


def _matrix_subjects(head: Token, depth: int) -> list[Token]:
    if head.pos not in {"VERB", "AUX"}:
        return []
    return objects(head, depth + 1) if is_passive(head) else subjects(head, depth + 1)


def _gerund_subjects(preposition: Token, depth: int) -> list[Token]:
    """ "accused X *of allowing*", "fined X *for failing*": the object; "*after arresting*": the subject."""
    governor = preposition.head
    assert governor is not None
    while governor.pos in {"ADV", "ADP", "SCONJ"} and governor.head is not None:
        governor = governor.head  # "stopped *short* of ordering"
    if governor.pos == "ADJ" and governor.dep == "acomp" and governor.head is not None:
        return subjects(governor.head, depth + 1)  # "is close *to bringing* a lawsuit"
    if preposition.lower == "by" and governor.dep == "pobj" and (above := _above_object(governor)) is not None:
        return _matrix_subjects(above, depth)
    if governor.pos == "NOUN" and governor.lower in {"verge", "brink", "cusp"} and governor.head is not None:
        return _matrix_subjects(governor.head.head, depth) if governor.head.head is not None else []
    if governor.pos in {"VERB", "AUX"}:
        done_to = {"of", "for", "from", "over", "with", "into", "about"}
        quoting = {"as"} if governor.lemma in verbs("sources") else set()  # "quotes the minister *as saying*"
        if preposition.lower in done_to | quoting and not is_passive(governor):
            patients = [t for t in objects(governor, depth + 1) if t.pos != "VERB"]
            if patients:
                return patients
        if preposition.lower == "in" and governor.lemma in HELPING and (helped := objects(governor, depth + 1)):
            return [*_too(governor, preposition, depth), *(t for t in helped if t.pos != "VERB")]
        return _matrix_subjects(governor, depth)
    if preposition.lower in {"in", "by"} and governor.dep == "dobj" and governor.head is not None:
        return subjects(governor.head, depth + 1)  # "cited *risks* in banning it": the parser hung it on the object
    patients = objects(governor, depth + 1)
    return patients or _noun_subjects(governor, depth + 1)


def _too(helping: Token, preposition: Token, depth: int) -> list[Token]:
    """Who does the deed with those whom he helps in it: who joins them ("*Ohio* joined Utah in suing"), or inquires."""
    if helping.lemma in {"join", "follow"}:
        return _joining(helping, depth)
    gerunds = (c for c in preposition.children if c.dep == "pcomp")
    return [t for gerund in gerunds for t in _inquiring_too(helping, gerund, depth)]


def _payers(preposition: Token) -> list[Token]:
    """ "awarded her 2 million *from Veyra* for copying it": who has to pay did it, not who is paid."""
    award = preposition.head if preposition.lower == "for" else None
    against = prepositional(award) if award is not None and award.lemma == "award" and award.pos == "VERB" else []
    return [t for word, t in against if word in {"from", "against"} and t.mention is not None]


def _inquiring_too(helping: Token, deed: Token, depth: int) -> list[Token]:
    """ "*Europol* is helping Spain investigate the page": a body that helps to inquire does so itself."""
    if helping.lemma not in HELPING or deed.lemma not in verbs("inquiring") or is_passive(helping):
        return []
    kinds = [(t, t.mention.type) for t in subjects(helping, depth + 1) if t.mention is not None]
    return [
        t for t, kind in kinds if vocabulary.is_a(kind, "PublicBody") or kind in {*PLACES, "InternationalOrganisation"}
    ]


def _joining(verb: Token, depth: int) -> list[Token]:
    """ "*Ohio* joined Utah in suing Veyra", "Utah was joined *by Ohio* in suing it": both do so."""
    return _by_agents(verb) if is_passive(verb) else subjects(verb, depth + 1)


def _above_object(noun: Token) -> Token | None:
    """ "*won* the race for Tixo by bidding more": the verb whose object's phrase the noun stands in."""
    while noun.pos not in {"VERB", "AUX"} and noun.dep in {"pobj", "prep", "dobj"} and noun.head is not None:
        noun = noun.head
    return noun if noun.pos == "VERB" else None


def _noun_subjects(noun: Token, depth: int) -> list[Token]:
    found = step(noun, "poss")
    noun = counted(noun)
    verb = support_verb(noun)
    if verb is not None and depth < 4:
        is_object = noun.dep in {"dobj", "nsubjpass", "oprd", "conj", "compound", "nsubj"}
        if (is_object and verb.lemma in verbs("support_agent")) or (not is_object and verb.lemma in verbs("moves")):
            found.extend(t for t in subjects(verb, depth + 1) if t is not noun)
    found.extend([] if is_met(verb) else _by_agents(noun))
    return found


def objects(token: Token, depth: int = 0) -> list[Token]:
    """Whom what the token tells is done to; see the module's head."""
    if depth > 6:
        return []
    if token.pos not in {"VERB", "AUX"}:
        return _noun_objects(token, depth)
    if is_passive(token):
        return _passive_objects(token, depth)
    own = [t for c in token.children if c.dep == "dobj" for t in antecedents(c, token)]
    own = own or [t for c in token.children if c.dep == "prt" for t in c.children if t.dep == "pobj"]
    dative = [c for c in token.children if c.dep == "dative" and c.pos != "ADP"]
    own = [t for t in own if not is_amount(t)] or own
    if len(own) > 1 and token.lemma in NAMING and (article := own[-1].child("det")) and article.lower in {"a", "an"}:
        own = own[:1]
    if own and is_amount(own[0]):
        before = [c for c in own[0].children if c.end <= own[0].start_of_mention and c.mention is not None]
        inside = [c for c in before if c.dep in {"nmod", "compound", "poss"}]
        return dative or inside or own
    if dative and not own:
        return dative
    if own:
        return own
    if (clause := bare_relative(token)) is not None:
        return noun_antecedents(clause)
    shared = [c for c in token.children if c.dep == "conj" and c.pos == "VERB" and not c.child("nsubj", "nsubjpass")]
    return objects(shared[0], depth + 1) if shared and not is_passive(shared[0]) else []


def _passive_objects(token: Token, depth: int) -> list[Token]:
    appearing = appearance(token)
    if appearing is not None:
        return subjects(appearing, depth + 1)
    own = token.child("nsubjpass") or (token.child("nsubj") if token.child("auxpass", "agent") else None)
    if own is None and (auxiliary := token.child("auxpass")) is not None:
        own = auxiliary.child("nsubj", "nsubjpass")  # "*access* remains | restricted"
    if own is not None:
        return antecedents(own, token)
    head = token.head
    if head is None:
        return []
    if token.dep == "conj" and head.pos in {"VERB", "AUX"}:
        return objects(head, depth + 1) if is_passive(head) else subjects(head, depth + 1)
    if token.dep in {"acl", "relcl"}:
        return noun_antecedents(token)
    if token.dep == "amod":
        return [head]
    if token.dep == "advcl" and (person := _person_before(token)) is not None:
        return [person]
    return _shared_subjects(token, depth + 1)


def _person_before(participle: Token) -> Token | None:
    """ "Peru discussed the extradition of *Ann Lee*, accused of fraud": a person rather than a subject that is none."""
    governor = participle.head
    if governor is None or participle.i < governor.i or is_passive(governor):
        return None
    first = participle.subtree()[0].i
    nouns = [t for t in governor.subtree() if governor.i < t.i < first and t.pos in {"NOUN", "PROPN"}]
    persons = [t for t in (*nouns[-1:], *subjects(governor, 5)) if t.mention is not None and t.mention.type == "Person"]
    return persons[0] if nouns and len(persons) == 1 and persons[0] is nouns[-1] else None


def _acts_for_others(subject: Token, verb: Token, noun: Token) -> bool:
    """ "*Noyb* challenged the internet ban": a society that goes to court over it is not what is banned."""
    society = subject.mention is not None and subject.mention.type == "NGO"
    disputed = verb.lemma in {"challenge", "contest", "fight", "dispute"} and noun.lemma in {"ban", "prohibition"}
    return society and disputed


def _noun_objects(noun: Token, depth: int) -> list[Token]:
    noun = counted(noun)
    verb = support_verb(noun)
    if verb is None or depth > 4:
        return []
    if noun.dep == "pobj" and verb.lemma in verbs("moves") | {"subject", "bring", "place", "put", "take"}:
        return [t for t in objects(verb, depth + 1) if t is not noun]
    if noun.dep in {"dobj", "conj", "compound"} and befalls(verb, noun) and not is_passive(verb):
        return [t for t in subjects(verb, depth + 1) if not _acts_for_others(t, verb, noun)]
    if noun.dep in {"dobj", "conj", "compound"} and verb.lemma in verbs("support_agent"):
        return [c for c in verb.children if c.dep == "dative" and c.pos != "ADP"]
    return []
