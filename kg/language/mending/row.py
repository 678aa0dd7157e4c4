"""Rows of names that the parser tears apart: behind the noun that says what they are, and before the verb."""

from __future__ import annotations

from kg import lexicon
from kg.language.amount import NAMES
from kg.language.phrase import TIME_UNITS
from kg.language.timex import DAYS, MONTHS
from kg.language.token import Token, hang, is_finite
from kg.vocabulary import is_a

SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
#: What an order imposes on one and another.
IMPOSED = {"judgment", "judgement", "penalty", "fine"}
#: What somebody is done to for so many years.
TERMED = {"sentence", "condemn"}
#: What opens the reason of a measure.
REASONS = {"because", "due", "for", "on", "over", "owing"}
#: What is done to somebody with a sum.
FINING = {"fine", "pay", "award", "charge", "cost", "owe"}
#: Behind a number they make a sum.
CURRENCIES = {"euros", "dollars", "pounds", "roubles", "rubles", "rupees", "yen", "won", "yuan", "francs", "kronor"}


#: What is told with its sum before it.
PAID = {"award", "deal", "fine", "judgment", "judgement", "payout", "penalty", "sanction", "settlement", "verdict"}


def owners_of_one(thing: Token) -> None:
    """ "*Veyra's and Tixo's* conduct harms users": both own it, and the first is no item beside what is owned."""
    above, second = thing.head, thing.child("poss")
    if thing.dep not in {"conj", "nsubj", "nsubjpass", "dobj"} or thing.pos != "NOUN":
        return
    if second is None or above is None:
        return
    cc = second.subtree()[0].i - 1
    beside = (above, *above.children) if thing.dep != "conj" else (above,)
    owners = (t for t in beside if t.tag == "NNP" and t.child("case") is not None and t.dep != "poss")
    first = next((t for t in owners if any(c.dep == "cc" and c.i == cc for c in t.children)), None)
    if first is None or first.head is None or second.tag != "NNP" or second.child("case") is None:
        return
    hang(thing, first.head, first.dep)
    hang(first, thing, "poss")
    hang(second, first, "conj")


def subject_apart(verb: Token) -> None:
    """ "*Veyra Group, Inc.*, and Veyra LLC, the owners of the site, *have agreed*": no adverb, but the subject."""
    told = verb.tag == "VBN" and verb.dep == "ROOT" and verb.child("dobj") and not verb.child("auxpass")
    if verb.pos not in {"VERB", "AUX"} or not (is_finite(verb) or told) or verb.child(*SUBJECTS) is not None:
        return
    name = next((c for c in verb.children if c.dep == "npadvmod" and c.i < verb.i and _is_actor(c)), None)
    if name is not None:
        name.dep = "nsubjpass" if verb.child("auxpass") is not None else "nsubj"


def subject_behind_comma(verb: Token) -> None:
    """ "despite talks with Chile, *Veyra and Oppo* have not changed it": no items of what opens the sentence."""
    start = min([verb.i, *(c.i for c in verb.children if c.dep in {"aux", "auxpass", "neg"} and c.i < verb.i)])
    told = is_finite(verb) or any(is_finite(c) for c in verb.children if c.dep in {"aux", "auxpass"})
    if verb.dep == "conj" or not told or verb.child(*SUBJECTS, "cc") is not None:
        return
    opening = next((c for c in verb.children if c.dep == "prep" and c.subtree()[-1].i < start), None)
    if opening is None:
        return
    words = {t.i: t for t in opening.subtree()}
    last = [t for t in words.values() if t.subtree()[-1].i == start - 1]
    items = [t for t in last if t.dep in {"conj", "appos"} and _is_actor(t)]
    apart = [t for t in items if t.subtree()[0].i - 1 in words and words[t.subtree()[0].i - 1].text == ","]
    commas = [t for t in words.values() if t.text == ","]
    if len(apart) == 1 and len(commas) == 1:
        hang(apart[0], verb, "nsubjpass" if verb.child("auxpass") is not None else "nsubj")


def subject_no_item(verb: Token) -> None:
    """ "pleaded guilty to fraud and *prosecutors* recommended a term": an actor beside none is the subject."""
    first = verb.head
    loose = verb.dep == "conj" or (verb.dep == "advcl" and verb.child("mark", "advmod", "prep") is None)
    if not loose or verb.tag not in {"VBD", "VBZ", "VBP"} or first is None or verb.child(*SUBJECTS, "aux", "auxpass"):
        return
    noun = next((t for t in first.subtree() if t.i == verb.i - 1), None)
    other = noun.head if noun is not None and noun.dep == "conj" else None
    if noun is None or other is None or other.pos != "NOUN" or noun.child("conj") is not None:
        return
    cc = next((c for c in other.children if c.dep == "cc" and c.i == noun.subtree()[0].i - 1), None)
    kind = _kind(noun)
    if cc is None or kind is None or not is_a(kind, "PublicBody") or _kind(other) is not None:
        return
    hang(cc, first, "cc")
    hang(noun, verb, "nsubj")
    verb.dep = "conj"


def names_behind(name: Token) -> None:
    """ "a judgment against individual *defendants Lee, Kim* and their firms": the verb has had its object."""
    verb = name.head
    if name.dep != "dobj" or verb is None or not _is_actor(name):
        return
    kind = next((t for t in verb.subtree() if t.i == name.subtree()[0].i - 1), None)
    first = next((c for c in verb.children if c.dep == "dobj" and c.i < name.i), None)
    if first is None or kind is None or kind.dep != "pobj" or kind.tag != "NNS" or first not in kind.ancestors():
        return
    hang(name, kind, "appos")


def imposed_again(noun: Token) -> None:
    """ "a *judgment* of $3 million against Lee and his firms, and a *judgment* against Kim": one beside the other."""
    if noun.dep != "conj" or noun.lemma not in IMPOSED or noun.head is None or noun.head.lemma in IMPOSED:
        return
    first = next((t for t in noun.ancestors() if t.lemma in IMPOSED and t.i < noun.i), None)
    if first is None:
        verb = next((t for t in noun.ancestors() if t.pos == "VERB"), None)
        first = verb.child("dobj") if verb is not None else None
    if first is not None and first is not noun and first.lemma in IMPOSED and first.i < noun.i:
        hang(noun, first, "conj")


def fine_beside_term(noun: Token) -> None:
    """ "sentenced to two years in prison *and a fine* of 900 euros": beside the term, not loose below the verb."""
    verb = noun.head
    if verb is not None and noun.dep == "conj" and verb.dep == "dobj":
        verb = verb.head
    loose = noun.dep in {"dep", "npadvmod", "conj"} and noun.lemma in IMPOSED
    if not loose or verb is None or verb.lemma not in TERMED:
        return
    to = next((c for c in verb.children if c.dep == "prep" and c.lower == "to" and c.i < noun.i), None)
    term = to.child("pobj") if to is not None else None
    if term is not None and term.lemma in TIME_UNITS:
        hang(noun, term, "conj")


def term_beside_sentence(term: Token) -> None:
    """ "provides for a sentence of five years in prison, *three years* of release and a fine": no span of the deed."""
    verb = term.head
    if term.dep != "npadvmod" or term.lemma not in TIME_UNITS or verb is None or verb.lemma != "provide":
        return
    for_ = next((c for c in verb.children if c.dep == "prep" and c.lower == "for"), None)
    first = for_.child("pobj") if for_ is not None else None
    if first is not None and first.lemma in IMPOSED | {"sentence", "term"} and first.i < term.i:
        hang(term, first, "conj")


def sum_besides(sum_: Token) -> None:
    """ "agreed to pay *$5 million*, and perhaps *as much as $7 million*, in a deal with it": one sum beside another.

    The parser sets the second beside the verb, with all that stands behind it.
    """
    above = sum_.head
    if sum_.dep == "conj" and above is not None and _is_sum(sum_) and _is_sum(above):
        if any(c.lower in {"much", "perhaps", "possibly"} for c in sum_.children):
            sum_.dep = "dep"  # no second payment
        return
    if sum_.dep != "conj" or not _is_sum(sum_) or above is None or above.pos != "VERB":
        return
    before = [t for t in above.subtree() if above.i < t.i < sum_.i and _is_sum(t) and t.dep in {"dobj", "pobj"}]
    verb = before[-1].head if before else None
    if verb is None or not any(c.dep == "cc" and before[-1].i < c.i < sum_.i for c in above.children):
        return
    for phrase in [c for c in sum_.children if c.dep == "prep" and c.i > sum_.i and c.lower != "of"]:
        hang(phrase, verb if verb.pos == "VERB" else above, "prep")
    hang(sum_, before[-1], "dep")


def sum_before_noun(noun: Token) -> None:
    """ "a 5-million euro ($6 million) *fine* for lying": behind a sum in brackets stands whose sum it is."""
    sum_ = noun.head
    if noun.dep != "appos" or noun.lemma not in PAID or sum_ is None or noun.child("det") or not _is_sum(sum_):
        return
    bracket = any(c.text == ")" and c.i == noun.i - 1 for t in (sum_, noun) for c in t.children)
    if not bracket or sum_.i > noun.i:
        return
    head, dep = sum_.head, sum_.dep
    for child in [c for c in sum_.children if c is not noun and (c.dep in {"det", "amod"} or c.i > noun.i)]:
        hang(child, noun, child.dep)
    hang(noun, head, dep)
    hang(sum_, noun, "nmod")


def fined_name(sum_: Token) -> None:
    """ "fined *Temu* 4 million roubles": who has to pay stands before the sum, and is none of its words."""
    verb = sum_.head
    name = sum_.child("nmod", "compound")
    if verb is None or verb.lemma not in FINING or sum_.dep not in {"dobj", "npadvmod"} or name is None:
        return
    if name.tag == "NNP" and name.subtree()[0].i == verb.i + 1 and _is_sum(sum_) and not verb.child("auxpass"):
        hang(name, verb, "dative" if sum_.dep == "dobj" else "dobj")


def punished_too(participle: Token) -> None:
    """ "was jailed for 18 months *and fined* 900 euros": beside the verb of the first measure, not beside its term."""
    measure = participle.head
    if participle.dep != "conj" or participle.tag not in {"VBD", "VBN"} or measure is None:
        return
    if measure.child("nummod", "quantmod") is None or not (_is_sum(measure) or measure.lemma in TIME_UNITS):
        return
    verb = next((t for t in measure.ancestors() if t.pos == "VERB"), None)
    if verb is not None and verb.i < participle.i and participle.child("nsubj", "nsubjpass", "auxpass") is None:
        for word in [c for c in measure.children if c.dep == "cc" and c.i < participle.i]:
            hang(word, verb, "cc")
        hang(participle, verb, "conj")


def counted_again(number: Token) -> None:
    """ "closed 300 pages for spam and *40 for fraud*": so many more of the same, not a second reason or deed.

    The parser sets the number beside the reason of the first, or beside the verb.
    """
    counted = number.pos == "NUM" or number.child("nummod") is not None
    verb = next((t for t in number.ancestors() if t.pos == "VERB"), None) if counted and number.dep == "conj" else None
    first = verb.child("dobj", "nsubjpass") if verb is not None else None
    if verb is None or first is None or first.child("nummod") is None or first.i > number.i:
        return
    reasons = [c for t in (verb, first, number) for c in t.children if c.dep == "prep" and c.lower in REASONS]
    again = next((c for c in reasons if c.i == number.i + 1), None)
    if again is not None and any(first.i < c.i < number.i for c in reasons):
        hang(number, first, "conj")
        hang(again, number, "prep")


def object_besides(noun: Token) -> None:
    """ "is told to hand over the phones *and any data* found there": a second object, not set beside the verb."""
    above, article = noun.head, noun.child("det")
    bare = noun.dep == "conj" and noun.pos == "NOUN" and not any(c.dep in SUBJECTS for c in noun.children)
    if not bare or above is None or above.pos != "VERB" or noun.child("cop", "aux") or article is None:
        return
    deed = above.child("xcomp")
    object = deed.child("dobj") if deed is not None and deed.child("conj") is None else None
    cc = next((c for c in above.children if c.dep == "cc" and c.i == noun.subtree()[0].i - 1), None)
    if cc is None or object is None or not object.i < cc.i or above.children[-1].i > noun.subtree()[-1].i + 1:
        return
    hang(cc, object, "cc")
    hang(noun, object, "conj")


def _is_sum(token: Token) -> bool:
    """Whether a number or a currency behind one is a sum of money; sums are marked only later."""
    money = token.lower in CURRENCIES or token.lower.removesuffix("s") in NAMES
    counted = money and token.child("nummod") is not None
    return counted or any(c.tag == "$" for c in token.children)


def beside_author(noun: Token) -> None:
    """ "the suit by the ministry *and 15 states*": somebody is joined to who brings a suit, and not to the suit."""
    paper = noun.head
    if noun.dep != "conj" or paper is None or paper.tag != "NN" or _kind(paper) is not None or _kind(noun) is None:
        return
    holders = [paper, *(c for c in paper.children if c.dep == "acl" and c.tag == "VBN" and c.i < noun.i)]
    every = [c for holder in holders for c in holder.children if c.dep in {"prep", "agent"} and c.i < noun.i]
    by = next((c for c in reversed(every) if c.lower in {"by", "from", "against", "between"}), None)
    first = by.child("pobj") if by is not None else None
    if first is None or _kind(first) is None:
        return
    before = [c for c in (*paper.children, *first.children) if c.dep == "cc" and c.i < noun.i]
    if before and before[-1].i == max(t.i for t in first.subtree() if t is not before[-1]) + 1:
        hang(before[-1], first, "cc")
        hang(noun, first, "conj")


def beside_addressee(noun: Token) -> None:
    """ "requests with the police (P) *and the ministry*", "letters to Veyra *and Tixo*": one more reader."""
    paper = noun.head
    if noun.dep != "conj" or paper is None or paper.pos != "NOUN" or _kind(paper) is not None or not _is_actor(noun):
        return
    addressed = [
        inner
        for preposition in paper.children
        if preposition.dep in {"prep", "dative"} and preposition.lower in {"with", "to", "before", "against", "from"}
        for inner in preposition.children
        if inner.dep == "pobj" and _is_actor(inner) and paper.i < inner.i < noun.i
    ]
    if not addressed or _kind(addressed[-1]) != _kind(noun):
        return
    hang(noun, addressed[-1], "conj")
    for mark in [c for c in paper.children if c.dep in {"cc", "punct"} and addressed[-1].i < c.i < noun.i]:
        hang(mark, addressed[-1], mark.dep)


def as_well_as(noun: Token) -> None:
    """ "wrote to the police *as well as the ministry* asking them to stop": one more reader, who asks nobody."""
    verb, start = noun.head, noun.subtree()[0].i
    if noun.dep != "nsubj" or verb is None or verb.tag != "VBG" or verb.head is None:
        return
    joining = next((t for t in verb.head.subtree() if t.i == start - 1 and t.dep == "cc" and t.lower == "as"), None)
    if joining is None or {c.lower for c in joining.children} != {"as", "well"}:
        return
    first = next((t for t in verb.head.subtree() if t.i == start - 4), None)
    if first is None or first.dep not in {"pobj", "dobj", "conj"} or _kind(first) is None or _kind(noun) is None:
        return
    hang(joining, first, "cc")
    hang(noun, first, "conj")
    verb.dep = "advcl"


def beside_described(noun: Token) -> None:
    """ "between the minister, Ann Lee, *and Veyra's lawyers*": beside him, and no more of what the minister is."""
    name = noun.head
    person = name.head if name is not None and name.dep in {"appos", "conj"} else None
    if noun.dep != "conj" or name is None or person is None or person.tag != "NN" or person.i > name.i:
        return
    if any(c.dep == "cc" for c in person.children):
        return
    named = name.tag == "NNP" if name.mention is None else name.mention.type == "Person"
    and_ = next((c for c in name.children if c.dep == "cc" and name.i < c.i < noun.i), None)
    commas = [c for t in (name, person) for c in t.children if c.text == "," and c.i != person.i + 1]
    if (
        not named
        or and_ is None
        or not any(c.i == and_.i - 1 for c in commas)
        or lexicon.heads().get(person.lower) != "Person"
    ):
        return
    hang(and_, person, "cc")
    hang(noun, person, "conj")


def _kind(noun: Token) -> str | None:
    """What kind of actor a noun or name is known to be; an unknown name is one's."""
    if noun.mention is None and noun.tag == "NNP":
        return "Actor" if _is_actor(noun) else None
    kind = noun.mention.type if noun.mention is not None else lexicon.heads().get(noun.lower)
    return kind if kind not in {None, "Phrase"} and is_a(kind, "Actor") else None


def _is_actor(token: Token) -> bool:
    if token.mention is None:
        return token.tag == "NNP" and not {token.lower, token.text} & {*DAYS, *MONTHS}
    return token.mention is not None and token.mention.kind == "name" and is_a(token.mention.type, "Actor")
