"""Whose part a phrase is: lists, second objects, what a noun takes, whose subject a noun is."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.token import FINITE, Token, hang, hang_subject, is_finite
from kg.model import PLACES

#: Nouns that go with a preposition of their own, which the parser hangs on the verb.
PART_IN = {
    "involvement": {"in", "with"}, "participation": {"in"}, "complicity": {"in"}, "role": {"in"}, "part": {"in"},
    "responsibility": {"for"}, "link": {"to", "with"}, "tie": {"to", "with"}, "knowledge": {"of"}, "hand": {"in"},
    "connection": {"to", "with"}, "credit": {"for"}, "blame": {"for"}, "liability": {"for"},
}  # fmt: skip
#: What behind "in" makes one preposition with the next.
COMPOUNDED = {
    "relation": {"to"}, "response": {"to"}, "reaction": {"to"}, "connection": {"with", "to"}, "regard": {"to"},
    "protest": {"against", "over", "at"}, "retaliation": {"for"}, "opposition": {"to"},
}  # fmt: skip
#: Names that say where, when or by what law, beside which no party is listed.
CIRCUMSTANCES = {"Time", "Amount", "Number", "Law", *PLACES}
GIVING = {"spare", "hand", "give", "grant", "award", "deny", "send", "serve", "impose"}
#: Papers and words whose content an infinitive tells.
ASKED = {"demand", "order", "request", "call", "plea", "ultimatum", "injunction", "requirement", "obligation",
         "directive", "instruction", "subpoena"}  # fmt: skip
GIVEN = {"access", "bail", "parole", "asylum", "immunity", "clemency", "permission"}
#: What is done to somebody "on charges" of something.
HELD = {"arrest", "charge", "convict", "detain", "hold", "imprison", "indict", "investigate", "jail", "prosecute",
        "sentence", "sue", "try"}  # fmt: skip
#: Verbs with what somebody is reproached with behind "of" or "with".
REPROACHING = {"accuse", "charge", "convict", "suspect", "acquit", "indict", "clear"}

#: What is asked under the law that gives a right to information, and what that right is called.
REQUESTS = {"application", "appeal", "query", "request"}
RIGHTS = {"access", "freedom", "right"}
PLACED = {"dobj", "nsubj", "nsubjpass", "pobj", "conj"}

#: With these somebody is kept out of something, and what that may be.
KEEPING_OUT = {"ban", "bar", "block", "exclude", "expel", "blacklist"}
KEPT_OUT_OF = {
    "app", "appstore", "forum", "game", "index", "marketplace", "network", "platform", "sale", "server", "service",
    "shop", "site", "store", "website",
}  # fmt: skip


def no_agent(preposition: Token) -> None:
    """ "has been held since May *over* a post": only what stands behind "by" does it."""
    if preposition.dep == "agent" and preposition.lower in {"over", "for", "after", "in", "on", "at"}:
        preposition.dep = "prep"


def kept_out(preposition: Token) -> None:
    """ "bans a developer *from its store*": out of what somebody is kept belongs to the verb, not to who he is."""
    noun, place = preposition.head, preposition.child("pobj")
    verb = noun.head if noun is not None and noun.dep in {"dobj", "nsubjpass"} else None
    if preposition.dep != "prep" or preposition.lower != "from" or verb is None or place is None or noun is None:
        return
    if verb.lemma not in KEEPING_OUT or not verb.i < noun.i < preposition.i:
        return
    platform = place.mention is not None and place.mention.type == "Platform"
    if platform or place.lemma in KEPT_OUT_OF:
        hang(preposition, verb, "prep")


def subject_beside(verb: Token) -> None:
    """ "*The President Ann Lee* tweets that": before a verb without a subject a noun is no part of its name."""
    if verb.pos != "VERB" or verb.tag not in FINITE or verb.child("nsubj", "nsubjpass", "csubj", "expl", "aux"):
        return
    if verb.dep not in {"ROOT", "ccomp", "advcl", "relcl", "parataxis"}:
        return
    before = [c for c in verb.children if c.i < verb.i and c.dep not in {"advmod", "punct"}]
    noun = before[-1] if before else None
    if (
        noun is None
        or noun.dep not in {"compound", "nmod", "meta"}
        or noun.tag not in {"NN", "NNS", "NNP", "NNPS", "NFP"}
    ):
        return
    for word in [c for c in before[:-1] if c.dep in {"det", "amod", "compound", "nmod", "poss", "nummod"}]:
        hang(word, noun, word.dep)
    noun.dep = "nsubj"


def called_by_right(request: Token) -> None:
    """ "filed *right to information* requests": what a request is called after is not what was filed."""
    of, information = request.head, request.child("compound")
    above = of.head if of is not None and request.dep == "pobj" and of.lower in {"of", "to"} else None
    if request.lemma not in REQUESTS or information is None or information.lower != "information" or above is None:
        return
    beside = (above, *above.children)
    right = next((t for t in beside if of is not None and t.i == of.i - 1 and t.lower in RIGHTS), None)
    if of is None or right is None or right.head is None:
        return
    head, dep = right.head, right.dep if right.dep in PLACED else "dobj"
    for child in [c for c in (*right.children, *of.children) if c.i < of.i or c.i > request.i]:
        hang(child, request, child.dep)
    hang(request, head, dep)
    hang(right, request, "compound")
    hang(of, right, "prep")


def accused_of(noun: Token) -> None:
    """ "accused the company *of bias*", "the app Veyra *of spying*": of what belongs to the verb."""
    verb = noun.head
    if noun.dep != "dobj" or verb is None or verb.lemma not in {"accuse", "suspect", "acquit", "absolve"}:
        return
    if any(c.dep == "prep" and c.lower == "of" for c in verb.children):
        return
    offence, phrase = None, noun
    for _ in range(3):
        named = _listed_below(phrase)
        found = [c for name in named for c in name.children if c.dep == "prep" and c.lower == "of" and c.i > verb.i]
        offence = found[-1] if found else None
        whom = offence.child("pobj") if offence is not None else None
        if whom is None or not _can_act(whom):
            break
        phrase = whom  # "the head *of the agency* of bias"
    if offence is not None:
        hang(offence, verb, "prep")


def _listed_below(noun: Token) -> list[Token]:
    """A noun with those in apposition or coordinated, however deep ("accused Veyra, Tixo and *two men* of fraud")."""
    return [noun, *(t for c in noun.children if c.dep in {"appos", "conj"} for t in _listed_below(c))]


def accuser_of(of: Token) -> None:
    """ "was accused by several women *of abuse*": of what somebody is accused is no part of who accuses him."""
    accuser = of.head
    by = accuser.head if accuser is not None and accuser.dep == "pobj" else None
    verb = by.head if by is not None and by.lower == "by" else None
    if of.lower != "of" or of.dep != "prep" or verb is None or verb.lemma not in {"accuse", "suspect"}:
        return
    told = verb.child("pcomp") is None and not any(c.lower == "of" and c.dep == "prep" for c in verb.children)
    whole = of.child("pcomp") is not None or accuser.tag in {"NNS", "NNP"}  # type: ignore[union-attr]
    if told and whole:
        hang(of, verb, "prep")


def listed(noun: Token) -> None:
    """ "sued Veyra, *as well as* Ann Lee", "sued Veyra, its owner, *and* two firms": with the noun, not the verb."""
    above = noun.head
    verb = above.head if above is not None and above.dep == "cc" and above.lower == "as" else above
    kinds = {
        "VERB": {"NOUN", "PROPN"},
        "NOUN": {"PROPN"},
    }  # "an order *with Veyra* as well as Ann Lee" is a noun's list
    if above is None or verb is None or noun.pos not in kinds.get(verb.pos, ()) or noun.i < verb.i:
        return
    words = {"as", "and"} if noun.dep == "conj" and verb.pos == "VERB" else {"as"}
    if noun.dep not in {"conj", "dobj", "pobj"}:
        return
    cc = next((c for c in verb.children if c.dep == "cc" and c.lower in words and verb.i < c.i < noun.i), None)
    if cc is None or noun.child("nsubj", "cop", "aux"):
        return
    before = [t for t in verb.subtree() if verb.i < t.i < cc.i and t.dep in {"dobj", "pobj", "nsubjpass"}]
    named = [t for t in before if t.pos == "PROPN" and (t.mention is None or t.mention.type not in CIRCUMSTANCES)]
    if not named:
        return
    hang(noun, named[-1], "conj")


def listed_above(noun: Token) -> None:
    """ "by Veyra, which sells as Tixo, *as well as its owner*": with the noun above, not one inside its clause."""
    inner = noun.head
    if noun.dep != "conj" or inner is None or noun.pos not in {"NOUN", "PROPN"} or inner.pos not in {"NOUN", "PROPN"}:
        return
    over = (inner, *inner.ancestors())
    ccs = [(c.i, a) for a in over for c in a.children if c.dep == "cc" and inner.i < c.i < noun.i]
    above = max(ccs, key=lambda cc: cc[0])[1] if ccs else inner
    owner = noun.child("poss")
    told = [a for a in inner.ancestors() if a.pos == "PROPN" and owner is not None and a.text == owner.text]
    above = told[0] if told else above  # "*Veyra* and its firms, which sell as Tixo, and *Veyra*'s chief"
    if above is not inner and above.pos in {"NOUN", "PROPN"} and above.i < inner.i:
        hang(noun, above, "conj")


def second_object(noun: Token) -> None:
    """ "filed the complaint and *proposed decree* in court": a second object, not a second verb."""
    verb = noun.head
    if noun.dep != "conj" or noun.pos != "NOUN" or verb is None or verb.pos != "VERB":
        return
    first = verb.child("dobj")
    if first is None or not verb.i < first.i < noun.i or noun.child("nsubj", "aux", "cop", "mark", "advmod"):
        return
    if first.pos == "NOUN" and not any(c.dep == "conj" and c.i < noun.i for c in verb.children):
        hang(noun, first, "conj")


def given_that(given: Token) -> None:
    """ "investigated as terrorism *given that* he posted it": a reason of the verb, no part of the noun's phrase."""
    noun = given.head
    below = [t for t in given.subtree() if t.i > given.i]
    if given.lower != "given" or given.dep != "acl" or noun is None:
        return
    verb = next((t for t in noun.ancestors() if t.pos in {"VERB", "AUX"}), None)
    if verb is not None and (not below or below[0].lower == "that"):
        hang(given, verb, "prep")


def part_in(noun: Token) -> None:
    """ "denies *involvement in the theft*": what somebody has a part in belongs to the noun, not to the verb."""
    verb = noun.head
    if noun.lemma not in PART_IN or noun.dep != "dobj" or verb is None or noun.child("prep"):
        return
    beside = next((c for c in verb.children if c.dep == "prep" and c.i == noun.i + 1), None)
    if beside is not None and beside.lower in PART_IN[noun.lemma]:
        hang(beside, noun, "prep")


def compounded(noun: Token) -> None:
    """ "fined Veyra in relation *to its app*": what two prepositions with a noun between open belongs to the second."""
    above = noun.head
    if noun.lemma not in COMPOUNDED or noun.dep != "pobj" or above is None or above.lower != "in" or above.head is None:
        return
    near = (c for t in (above, above.head, *list(above.ancestors())[1:3]) for c in t.children)
    behind = next((c for c in near if c.dep == "prep" and c.i == noun.i + 1), None)
    if behind is not None and behind.lower in COMPOUNDED[noun.lemma]:
        hang(behind, noun, "prep")


def subject_behind_place(verb: Token) -> None:
    """ "In London, *the head of Veyra*, which makes it, says": no apposition to the place, but the verb's subject.

    So with whatever else stands in a phrase before the clause ("According to the agency, *Veyra*, a firm, claims"),
    or in one with a gerund ("Reacting to the war in Syria, *Ann Lee* says"), and with a plural right before a verb
    that agrees with it ("Over plans to ban its song, *many fans* share it").
    """
    if not is_finite(verb) or verb.child("nsubj", "nsubjpass", "expl") or verb.pos not in {"VERB", "AUX"}:
        return
    gerund = verb.child("csubj")
    if gerund is not None and gerund.tag != "VBG":
        return
    for opening in [c for c in verb.children if c is gerund or (gerund is None and c.dep == "prep" and c.i < verb.i)]:
        for noun in opening.subtree():
            place = noun.mention is not None and noun.mention.type in {*PLACES, "Place"}
            beside = [c for c in noun.children if c.dep == "appos" and noun.i < c.i < verb.i]
            agreeing = bool(beside) and _agrees(beside[-1], verb)
            near = place or noun.head is opening or (noun.head is not None and noun.head.head is opening)
            if not beside or not (near or agreeing):
                continue
            named = beside[0].tag == "NNP" and (not place or _is_described(beside[0]))
            if agreeing or _can_act(beside[0]) or named:
                hang_subject(beside[0], verb)
                for further in beside[1:]:
                    hang(further, beside[0], "appos")
                if opening is gerund:
                    gerund.dep = "advcl"
                return


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether a common noun in the plural stands right before a verb in the plural."""
    return noun.tag == "NNS" and verb.tag == "VBP" and noun.subtree()[-1].i == verb.i - 1


def _can_act(noun: Token) -> bool:
    """Whether a noun names somebody, or a kind of actor, or has such a title before it ("*Minister* Ann Lee")."""
    if noun.tag == "NNP" and any(c.dep == "compound" and _is_actor(c) for c in noun.children):
        return True
    return _is_actor(noun)


def _is_actor(noun: Token) -> bool:
    """Whether a word alone names somebody, or a kind of actor."""
    type_ = noun.mention.type if noun.mention is not None else lexicon.heads().get(noun.lower, "")
    return type_ not in {"", "Place", *PLACES} and vocabulary.is_a(type_, "Actor")


def _is_described(name: Token) -> bool:
    """ "In Oslo, *Bo Kim*, a student, ...": an apposition with an article tells that a name is no place's."""
    behind = (c for c in name.children if c.dep == "appos" and c.tag in {"NN", "NNS"} and c.i > name.i)
    return any(c.child("det") is not None for c in behind)


def demanded_that(noun: Token) -> None:
    """ "demanded that Veyra *hand* over its files": behind "that", a subject and before an object stands a verb."""
    mark, subject = noun.child("mark"), noun.child("nsubj")
    if noun.dep != "ccomp" or noun.tag != "NN" or mark is None or mark.lower != "that" or subject is None:
        return
    if noun.child("dobj", "prt") is not None and noun.child("cop", "det", "aux") is None and subject.i < noun.i:
        noun.pos, noun.tag = "VERB", "VB"


def given_to(verb: Token) -> None:
    """ "handed *Ann Lee* a suspended 10-month sentence": the first of two objects is who gets the second."""
    objects = [c for c in verb.children if c.dep == "dobj"]
    if verb.lemma not in GIVING or len(objects) != 2 or verb.child("dative"):
        return
    first, second = objects
    if (first.pos in {"PROPN", "PRON"} or _can_act(first)) and second.pos == "NOUN" and verb.i < first.i < second.i:
        first.dep = "dative"


def given_bail(verb: Token) -> None:
    """ "granted *the hacker* bail": before a noun that takes no article stands who gets it, not a part of its name."""
    given = verb.child("dobj")
    if verb.lemma not in GIVING or given is None or given.lemma not in GIVEN or verb.child("dative"):
        return
    inner = next((c for c in reversed(given.children) if c.dep in {"compound", "nmod"}), None)
    if inner is None or not (inner.pos == "PROPN" or inner.tag == "NNS" or _can_act(inner)):
        return
    own = [c for c in given.children if c.i < inner.i and c.dep in {"det", "nummod", "amod", "poss", "compound"}]
    hang(inner, verb, "dative")
    for word in own:
        hang(word, inner, word.dep)


def asked_to(clause: Token) -> None:
    """ "complied with the ministry's demand *to trace messages*": what is asked hangs on the word right before it."""
    to, verb = clause.child("aux"), clause.head
    if clause.dep not in {"advcl", "xcomp"} or clause.tag != "VB" or to is None or to.lower != "to" or verb is None:
        return
    noun = next((t for t in verb.subtree() if t.i == to.i - 1), None)
    if noun is not None and noun.lemma in ASKED and noun.dep in {"pobj", "dobj"} and to.i == clause.subtree()[0].i:
        hang(clause, noun, "acl")


def payee(currency: Token) -> None:
    """ "fined *a user* 5 million dong": between an article and a number stands somebody, and no kind of money."""
    verb, number, article = currency.head, currency.child("nummod"), currency.child("det")
    if currency.dep != "dobj" or verb is None or verb.pos != "VERB" or number is None or article is None:
        return
    between = [c for c in currency.children if article.i < c.i < number.i and c.dep in {"compound", "nmod", "amod"}]
    if not between or between[-1].tag not in {"NN", "NNS"} or between[-1].i < verb.i:
        return
    first = min(t.i for t in number.subtree())
    if between[-1].i != first - 1 or number.subtree()[0].tag != "CD":
        return
    for word in [article, *between[:-1]]:
        hang(word, between[-1], word.dep)
    hang(between[-1], verb, "dative")


def into_force(verb: Token) -> None:
    """ "New rules for shops *entered into force*": the rules did, and no part of their phrase."""
    noun = verb.head
    into = next((c for c in verb.children if c.dep == "prep" and c.lower == "into"), None)
    if into is None or not any(c.lower in {"force", "effect"} for c in into.children) or verb.tag not in {"VBN", "VBD"}:
        return
    if verb.dep != "acl" or noun is None or verb.child("auxpass", "nsubj", "nsubjpass") is not None:
        return
    top = [noun, *noun.ancestors()][-1]
    if top.pos in {"NOUN", "PROPN"} and top.i < verb.i:
        hang(verb, None, "ROOT")
        hang(top, verb, "nsubj")
        verb.tag = "VBD"


def into_law(law: Token) -> None:
    """ "signed *into law* two bills": what is signed into law stands behind it and is no part of its phrase."""
    bill, into = law.head, law.head.head if law.head is not None else None
    if law.lower == "law" and law.dep == "pobj" and bill is not None and bill.lower == "into" and into is not None:
        behind = next(
            (c for c in into.children if c.dep == "npadvmod" and c.i > law.i and c.child("det", "nummod")), None
        )
        if behind is not None and into.child("dobj", "auxpass") is None:
            behind.dep = "dobj"
        return
    if law.lower != "law" or law.dep not in {"nmod", "compound"} or bill is None or into is None:
        return
    verb = into.head
    if into.lower != "into" or into.i != law.i - 1 or bill.dep != "pobj" or verb is None or verb.child("dobj"):
        return
    for child in [c for c in law.children if c.i > law.i]:
        hang(child, bill, child.dep)
    hang(bill, verb, "dobj")
    hang(law, into, "pobj")


def same_preposition(further: Token) -> None:
    """ "accused her of theft, *of lying* and *of fraud*": reproaches of one verb, one beside the other."""
    if further.dep not in {"prep", "conj"} or further.lower not in {"of", "with"}:
        return
    verb = next((t for t in further.ancestors() if t.lemma in REPROACHING and t.i < further.i), None)
    same = [c for c in verb.children if c.dep == "prep" and c.lower == further.lower] if verb is not None else []
    below = further.child("pobj", "pcomp")
    if not same or same[0].i >= further.i or verb is None or below is None or below.tag in {"WDT", "WP"}:
        return
    before = next((t for t in verb.subtree() if t.i == further.i - 1), None)
    joined = before is not None and (before.text == "," or before.dep == "cc")
    if further.head is verb or (joined and same[0] in further.ancestors()):
        hang(further, same[0], "conj")


def on_charges(preposition: Token) -> None:
    """ "indicted the firm, its founder and a former director | *on charges of fraud*": with what they are charged."""
    charges, last = preposition.child("pobj"), preposition.head
    if preposition.dep != "prep" or preposition.lower != "on" or charges is None or last is None:
        return
    told = charges.lemma in {"charge", "count", "suspicion", "allegation"} and last.pos in {"NOUN", "PROPN"}
    verb = next((t for t in last.ancestors() if t.pos == "VERB"), None)
    body = last.mention is not None and last.mention.type != "Person"
    if last.dep not in {"conj", "appos", "dobj"} or (last.dep == "appos" and body):
        return  # "officials in the FSB, *a security service*, reportedly on charges of treason"
    told = told and not (verb is not None and verb.lemma == "hold" and last.dep == "dobj" and last.pos == "NOUN")
    if told and verb is not None and verb.lemma in HELD and verb.i < last.i:
        hang(preposition, verb, "prep")
