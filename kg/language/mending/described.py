"""A noun that tells of what kind a name is, which the parser tears from the name behind it."""

from __future__ import annotations

from kg import lexicon
from kg.language.token import Token, hang

#: What they introduce tells of the deed, not of the name before them.
CIRCUMSTANTIAL = {"over", "after", "following", "amid", "because", "due", "during", "on", "for", "since", "until"}

#: Plurals for others of the kind of whoever is named before.
OTHERS = {"rivals", "competitors", "partners", "colleagues"}

#: What goes on with the verb above, not with the noun, where one takes a noun for a verb.
LOOSE = {"punct", "prep", "npadvmod", "advcl"}
#: What is sent to somebody.
ADDRESSED = {"letter", "notice", "warning", "email", "request", "subpoena", "questionnaire", "summons"}
#: What one sends papers for.
ASKING = {"alert", "advise", "invite", "stop", "block", "thank", "help", "protect", "question", "query", "support"}


def kind_no_verb(kind: Token) -> None:
    """ "Veyra bans the state *broadcasters* Tixo and Plaza": a plural between an article and a name is no verb."""
    verb, name = kind.head, kind.child("dobj")
    subject = kind.child("nsubj")
    if kind.tag != "VBZ" or kind.dep != "ccomp" or verb is None or subject is None or name is None:
        return
    if verb.i > kind.i:  # "the court *sentences* Ann Lee, Reuters reports"
        return
    adjacent = subject.i == kind.i - 1 and name.subtree()[0].i == kind.i + 1
    if (
        not adjacent
        or not name.text[:1].isupper()
        or _has_object(verb)
        or subject.child("det", "poss", "nummod") is None
    ):
        return
    if subject.tag != "NN" or (subject.mention is not None and subject.mention.kind == "name"):
        return
    for child in list(subject.children):
        hang(child, kind, child.dep)
    subject.dep, name.dep = "compound", "appos"
    kind.dep, kind.pos, kind.tag = "dobj", "NOUN", "NNS"


def kind_in_list(kind: Token) -> None:
    """ "Sued Tixo and *manufacturers* Oppo and Plaza": a plural between "and" and a name is no verb."""
    above, name = kind.head, kind.child("dobj")
    if kind.dep != "conj" or kind.tag not in {"VBZ", "NNS"} or above is None or name is None:
        return
    listed = above.child("dobj") if above.pos == "VERB" else above
    if listed is None or listed.i > kind.i or kind.child("nsubj", "aux", "neg", "mark") is not None:
        return
    joined = any(c.dep == "cc" and c.i == kind.i - 1 for c in (*above.children, *listed.children))
    known = kind.lower in lexicon.heads() or kind.lower in OTHERS
    if not (joined and known and name.text[:1].isupper() and name.subtree()[0].i == kind.i + 1):
        return
    for child in [c for c in kind.children if c is not name]:
        hang(child, listed.head or listed, child.dep)
    hang(name, listed, "conj")
    hang(kind, name, "compound")
    kind.pos, kind.tag = "NOUN", "NNS"


def several_beside_one(kind: Token) -> None:
    """ "Sued Tixo, *its affiliates* Plaza and Oppo, and Lee": several of somebody's are not he, but listed with him."""
    one = kind.head if kind.dep == "appos" and kind.tag == "NNS" else None
    owner = kind.child("poss")
    if one is not None and one.tag == "NNP" and owner is not None and owner.pos == "PRON" and kind.child("appos"):
        kind.dep = "conj"


def name_no_verb(name: Token) -> None:
    """ "Veyra bans three channels and the site *Tixonews*": a capital within a sentence makes a name, no verb."""
    verb, kind = name.head, name.child("nsubj")
    if name.tag not in {"VBZ", "VBP", "VBD"} or name.dep != "ccomp" or verb is None or kind is None:
        return
    if not name.text.istitle() or len(name.children) > 1 or kind.tag not in {"NN", "NNS"} or _has_object(verb):
        return
    last = max(kind.subtree(), key=lambda t: t.i)
    if verb.i < kind.i and last.i == name.i - 1 and verb.lower not in lexicon.verbs("saying"):
        hang(kind, verb, "dobj")
        hang(name, last, "appos")
        name.pos, name.tag = "PROPN", "NNP"


def name_behind_kind(name: Token) -> None:
    """ "Ended its service to the forum *Tixo*": a name right behind what it is called is no object of its own."""
    verb = name.head
    if (
        name.dep not in {"dobj", "npadvmod"}
        or name.tag != "NNP"
        or verb is None
        or name.child("det", "poss") is not None
    ):
        return
    first = name.subtree()[0].i
    kind = next((t for c in verb.children for t in c.subtree() if t.i == first - 1), None)
    if kind is None or kind.dep != "pobj" or kind.tag not in {"NN", "NNS"}:
        return
    second = any(c.dep == "dobj" and kind in c.subtree() for c in verb.children if c is not name)
    if kind.child("det") is None and not (second and kind.lower in lexicon.heads()):
        return  # "probes a video posted on the networking *website Tixo*", with or without an article
    if first > verb.i and not kind.child("appos"):
        for circumstance in [c for c in name.children if c.dep == "prep" and c.lower in CIRCUMSTANTIAL]:
            hang(circumstance, verb, "prep")
        hang(name, kind, "appos")


def one_with_many(many: Token) -> None:
    """ "passes *a law tightening rules* on the web": "a" is of one thing, which does so to the many behind it."""
    article, doing = many.child("det"), many.child("amod")
    noun = doing.child("compound", "npadvmod", "nmod") if doing is not None and doing.tag == "VBG" else None
    if article is None or article.lower not in {"a", "an"} or many.tag != "NNS" or doing is None or noun is None:
        return
    if many.head is None or many.child("nummod", "quantmod") or not article.i < noun.i == doing.i - 1 < many.i:
        return
    if many.lower in {"headquarters", "means", "series", "crossroads", "news"} or noun.tag != "NN" or noun.mention:
        return
    before = [c for c in many.children if c.i < noun.i]
    hang(noun, many.head, many.dep)
    for word in before:
        hang(word, noun, word.dep)
    hang(doing, noun, "acl")
    hang(many, doing, "dobj")
    doing.pos = "VERB"


def no_infinitive(word: Token) -> None:
    """ "Letters to *app* developers", "was sent to *Acme* Data": a noun or name behind "to" is nothing to be done.

    Nor is it before a kind of firm, where the paper has just been told ("sent letters to *kettle* retailer Tixo").
    """
    above, to, noun = word.head, word.child("aux"), word.child("dobj")
    if above is not None and to is not None and noun is not None and _is_addressee(word, above, noun):
        _turned(word, above, to, noun)
        hang(word, next(c for c in noun.children if c.i == word.i + 1), "compound")
        word.pos, word.tag = "NOUN", "NN"
        return
    if word.tag != "VB" or above is None or to is None or noun is None or to.i != word.i - 1 or noun.i != word.i + 1:
        return
    named = word.text.istitle() and above.i < to.i and noun.text[:1].isupper()
    if to.lower != "to" or not (named or word.lower == "app"):
        return
    _turned(word, above, to, noun)
    hang(word, noun, "compound")
    word.pos, word.tag = ("PROPN", "NNP") if named else ("NOUN", "NN")


def _is_addressee(word: Token, above: Token, noun: Token) -> bool:
    """ "sent *letters to kettle retailer Tixo*": behind a paper no word that tells what the paper does to somebody."""
    paper, kind = above.child("dobj"), next((c for c in noun.children if c.i == word.i + 1), None)
    if (
        word.tag != "VB"
        or paper is None
        or kind is None
        or noun.tag not in {"NNP", "NNPS"}
        or noun.child("det", "poss")
    ):
        return False
    sent = paper.lemma in ADDRESSED and word.child("aux") is not None and paper.i == word.i - 2
    common = lexicon.heads().get(kind.lower) in {"Company", "Platform", "MediaOutlet", "NGO"} and kind.tag == "NN"
    doing = {
        *lexicon.verbs("addressing"),
        *lexicon.verbs("saying"),
        *lexicon.words("urging"),
        *lexicon.words("pursuing"),
    }
    return sent and common and kind.dep == "compound" and word.lemma not in doing | ASKING


def _turned(word: Token, above: Token, to: Token, noun: Token) -> None:
    """Make of an infinitive and its object a preposition and whom it governs."""
    for child in [c for c in word.children if c not in {to, noun}]:
        beside = child.dep == "npadvmod" and child.tag in {"NNP", "NNPS"} and child.i > noun.i
        hang(child, noun if beside or child.dep not in LOOSE else above, "appos" if beside else child.dep)
    hang(to, above, "prep")
    to.pos, to.tag = "ADP", "IN"
    hang(noun, to, "pobj")


def broadband(word: Token) -> None:
    """ "Restores *broadband* internet": never a verb, but what tells the noun behind it."""
    noun, verb = word.child("dobj"), word.head
    if word.lower != "broadband" or word.pos != "VERB" or noun is None or verb is None or noun.i != word.i + 1:
        return
    for child in [c for c in word.children if c is not noun]:
        hang(child, noun if child.dep in {"det", "amod", "compound"} else verb, child.dep)
    hang(noun, verb, "dobj" if word.dep in {"xcomp", "ccomp", "advcl"} else word.dep)
    hang(word, noun, "compound")
    word.pos, word.tag = "NOUN", "NN"


def _has_object(verb: Token) -> bool:
    return verb.pos != "VERB" or verb.child("dobj", "auxpass", "nsubjpass", "xcomp") is not None


def adjective_of_noun(word: Token) -> None:
    """ "The four *defendants subject* to that order are required": they are, who are told by the adjective besides."""
    noun, verb = word.child("nsubj"), word.head
    if word.pos != "ADJ" or word.dep not in {"advcl", "ccomp"} or noun is None or verb is None:
        return
    if noun.i != word.i - 1 or verb.i < word.i or word.child("aux", "auxpass", "mark", "neg") is not None:
        return
    if verb.child("nsubj", "nsubjpass", "csubj", "expl") is not None or verb.child("aux", "auxpass") is None:
        return
    hang(noun, verb, "nsubjpass" if verb.child("auxpass") else "nsubj")
    for example in [c for c in word.children if c.lower == "including"]:
        hang(example, noun, "prep")
    hang(word, noun, "amod")


def quoted_behind_kind(name: Token) -> None:
    """ "The domain, *"tixo.in"* was blocked": a name set off by a comma alone is no second subject."""
    verb = name.head if name.dep in {"nsubj", "nsubjpass"} and name.tag == "NNP" else None
    kind = next((c for c in verb.children if c.dep == name.dep and c.i < name.i), None) if verb is not None else None
    if verb is None or kind is None or kind.tag != "NN" or kind.child("det") is None or name.i > verb.i:
        return
    between = [c for c in verb.children if kind.subtree()[-1].i < c.i < name.subtree()[0].i]
    if (
        between
        and all(c.dep == "punct" for c in between)
        and len(between) == name.subtree()[0].i - kind.subtree()[-1].i - 1
    ):
        hang(name, kind, "appos")
