"""Names among their titles and in lists: which noun describes whom, and who is one of several."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.syntax import NAMING
from kg.language.token import Token, hang
from kg.model import PLACES

#: Where whoever acts or is acted on stands.
PARTIES = {"dobj", "nsubj", "nsubjpass"}


def described_name(name: Token) -> None:
    """ "*Lee*, a plumber, was convicted": the name is the subject, though the parser took it for an adjective."""
    verb = name.head
    subject = verb.child("nsubjpass", "nsubj") if verb is not None else None
    if subject is None or name.dep not in {"advcl", "npadvmod", "dep", "amod", "intj"} or not name.text[:1].isupper():
        return
    if name.lower in {"today", "yesterday", "tomorrow", "tonight"}:  # "*Today*, the court fined Veyra"
        return
    first = subject.subtree()[0]
    opens = first.lower in {"a", "an", "the"} and first.i == name.i + 2
    between = any(c.text == "," and c.i == name.i + 1 for c in (*name.children, *verb.children))  # type: ignore[union-attr]
    if opens and between and not any(c.dep != "compound" and c.text != "," for c in name.children):
        hang(subject, name, "appos")
        name.dep, name.pos, name.tag = "nsubjpass" if verb.child("auxpass") else "nsubj", "PROPN", "NNP"  # type: ignore[union-attr]


def no_verb(name: Token) -> None:
    """A name is no verb: in "sued Veyra, Tixo's owner, and *Plaza* over the leak" it has no phrase of its own."""
    if name.mention is None or name.mention.kind != "name" or name.pos != "VERB" or name.dep not in {"conj", "appos"}:
        return
    if name.child("nsubj", "nsubjpass", "dobj", "aux", "auxpass"):
        return
    verb = next((t for t in name.ancestors() if t.pos == "VERB"), None)
    if verb is not None:
        for child in [c for c in name.children if c.dep == "prep" and c.i > name.i]:
            hang(child, verb, "prep")
    name.pos, name.tag = "PROPN", "NNP"


def named_as(name: Token) -> None:
    """ "branded *Veyra* an extremist group": what is named so before "a" is the object, and no part of the phrase."""
    above = name.head
    if above is None or name.mention is None:
        return
    if name.dep == "dative" and above.lemma in NAMING and above.child("dobj") is None:
        name.dep = "dobj"  # "branded *Veyra* | an extremist group"
        return
    if (owned := _owned_before(name, above)) is not None:
        hang(above, owned.head, "oprd")  # "designated its owner *Veyra* an extremist group"
        hang(name, owned, "appos")
        return
    verb = above if name.dep == "dobj" else above.head
    titles = [c for c in verb.children if c.dep == "dobj" and c is not name] if verb is not None else []
    articles = [c for title in titles for c in title.children if c.lower in {"a", "an"} and c.i > name.i]
    if verb is None or verb.lemma not in NAMING or not articles:
        return
    if name.dep == "dobj" or (name.dep in {"nmod", "compound"} and above in titles):
        hang(name, verb, "dobj")
        titles[0].dep = "oprd"


def _owned_before(name: Token, title: Token) -> Token | None:
    """The noun that a name belongs to, where a title stands behind it ("its *owner* Veyra an extremist group")."""
    noun = title.head if name.dep in {"nmod", "compound"} and title.dep == "appos" else None
    if noun is None or noun.dep != "dobj" or noun.i != name.i - 1 or noun.head is None:
        return None
    articled = any(c.lower in {"a", "an"} and c.i > name.i for c in title.children)
    return noun if articled and noun.head.lemma in NAMING else None


def headless_list(verb: Token) -> None:
    """ "*Veyra, Plaza, and Tixo executives* were asked": the list is the verb's subject, not the verb its item."""
    first, subject = verb.head, verb.child("nsubj", "nsubjpass")
    if verb.dep != "conj" or verb.pos != "VERB" or first is None or first.head is not None or subject is None:
        return
    cc = next((c for c in first.children if c.dep == "cc" and c.i == subject.subtree()[0].i - 1), None)
    others = [c for c in first.children if c.dep in {"npadvmod", "appos", "conj"} and c.i < subject.i]
    if cc is None or not all(_is_organisation(name) for name in (first, *others)):
        return
    hang(verb, None, "ROOT")
    hang(first, verb, subject.dep)
    for name in others:
        hang(name, first, "conj")
    for child in [c for c in first.children if c.i > subject.i]:
        hang(child, verb, child.dep)
    hang(subject, first, "conj")
    modifying_names(subject)


def two_subjects(noun: Token) -> None:
    """ "Veyra, maker of the app, *and Tixo* sued": of two subjects joined by "and" the second is the first one's."""
    verb = noun.head
    first = verb.child("nsubj", "nsubjpass") if verb is not None and noun.dep in {"nsubj", "nsubjpass"} else None
    if first is None or first is noun:
        return
    if any(c.dep == "cc" and c.i == noun.subtree()[0].i - 1 for c in first.children):
        hang(noun, first, "conj")


def is_person(token: Token) -> bool:
    """Whether a name is a person's, known or of two or three plain words ("Ann Lee"): kinds are not yet told here."""
    if token.mention is not None:
        return token.mention.kind == "name" and token.mention.type == "Person"
    words = [*(c for c in token.children if c.dep == "compound" and c.tag == "NNP" and c.i < token.i), token]
    plain = all(w.mention is None and w.text.isalpha() and w.text.istitle() for w in words)
    return token.tag == "NNP" and len(words) in {2, 3} and plain


def listed_person(name: Token) -> None:
    """ "Ann Lee, *Bo Kim* and Carl Holm": between two people a third is no other name of the first."""
    first = name.head
    if name.dep != "appos" or first is None or not (is_person(name) and is_person(first)):
        return
    later = [c for c in (*first.children, *name.children) if c.dep == "conj" and c.i > name.i]
    if later and is_person(later[0]) and any(c.dep == "cc" and c.i > name.i for c in (*first.children, *name.children)):
        name.dep = "conj"


def listed_name(name: Token) -> None:
    """ "bans Veyra, *Lee*, and Kim from ...": a bare name before ", and" another name is no other name of the first."""
    first = name.head
    behind = [c for c in name.children if c.i > name.i]
    if name.dep != "appos" or first is None or first.dep not in PARTIES or len(behind) != 3:
        return
    row = [c.text if c.dep == "punct" else c.dep for c in sorted(behind, key=lambda c: c.i)]
    bare = all(c.dep == "compound" and c.tag == "NNP" for c in name.children if c.i < name.i)
    names = all(t.tag == "NNP" and not _is_other(t) for t in (first, name, behind[-1]))
    if row == [",", "cc", "conj"] and bare and names:
        name.dep = "conj"


def _is_other(name: Token) -> bool:
    """Whether a capitalised word is a place or says what somebody is."""
    place = name.mention is not None and name.mention.type in {*PLACES, "Time"}
    return place or name.lower in lexicon.titles() or name.lower in lexicon.heads()


def two_titled(second: Token) -> None:
    """ "*Blogger Ann Lee* and *leader Bo Kim* are freed": each title belongs to the name behind it."""
    if not is_person(second):
        return
    for title in [c for c in second.children if c.dep == "compound" and c.pos == "NOUN"]:
        first = title.child("appos")
        other = first.child("conj") if first is not None and is_person(first) else None
        if first is None or other is None or other.pos != "NOUN" or other.i != second.i - 1 or second.head is None:
            continue
        hang(first, second.head, second.dep)
        hang(title, first, "compound")
        hang(other, second, "compound")
        hang(second, first, "conj")
        return


def titled_second(name: Token) -> None:
    """ "sues Veyra and *phone giant Tixo*": the noun before the second name is its title, not the second item."""
    verb = name.head
    named = name.mention is not None and name.mention.kind == "name"
    if not named or verb is None or name.dep not in {"dobj", "pobj", "nsubj", "nsubjpass"}:
        return
    same = (c for c in verb.children if c.dep == name.dep and c.i < name.i)
    for first in same:
        title = next((c for c in first.children if c.dep == "conj" and c.i == name.i - 1 and c.pos == "NOUN"), None)
        if title is not None and title.tag == "NN" and title.child("det") is None:
            hang(title, name, "compound")
            hang(name, first, "conj")
            return


def of_whom(name: Token) -> None:
    """ "the brother *of the film star Ann Lee* was jailed": a name right behind the inner noun says who that is."""
    whole = name.head
    if name.dep != "appos" or whole is None or not is_person(name):
        return
    first = name.subtree()[0].i
    inner = next((t for t in whole.subtree() if t.i == first - 1 and t.dep == "pobj" and t.tag == "NN"), None)
    if inner is None or inner is whole or lexicon.heads().get(inner.lower, "Person") != "Person":
        return
    if inner.head is not None and inner.head.lower == "of" and inner.head.head is whole and whole.tag == "NN":
        hang(name, inner, "appos")


def one_described(name: Token) -> None:
    """ "*Blogger and activist Ann Lee* is jailed": two nouns for one person, where the first stands for nobody else."""
    if not is_person(name) or name.dep not in {"appos", "conj"} or name.head is None:
        return
    second = name.head if name.dep == "appos" else next((c for c in name.children if c.dep == "compound"), None)
    first = name.head if name.dep == "conj" else name.head.head
    if second is None or first is None or second.pos != "NOUN" or second.child("det", "poss") or first.head is None:
        return
    joined = second.dep == "conj" if name.dep == "appos" else any(c.dep == "cc" for c in first.children)
    person = first.tag == "NN" and lexicon.heads().get(first.lower) == "Person"
    if not joined or not person or first.child("appos") or is_person(first) or first.i > name.i:
        return
    if first.child("det", "poss") is not None and not _singular(first):
        return
    hang(name, first.head, first.dep)
    hang(first, name, "compound")


def _singular(subject: Token) -> bool:
    """Whether the verb of a subject says that it is one ("the editor and blogger Ann Lee *was* held")."""
    verb = subject.head
    if verb is None or subject.dep not in {"nsubj", "nsubjpass"}:
        return False
    words = {c.lower for c in verb.children if c.dep in {"aux", "auxpass"}} | {verb.lower}
    return verb.tag == "VBZ" or bool(words & {"is", "was", "has"})


def modifying_names(noun: Token) -> None:
    """ "Veyra, Plaza and *Tixo executives*": the names before say whose, as the last one does."""
    if noun.tag != "NNS" or not any(c.dep in {"compound", "nmod"} and _is_organisation(c) for c in noun.children):
        return
    if noun.child("det", "poss", "amod", "nummod") or lexicon.heads().get(noun.lemma) != "Person":
        return
    names = [noun.head] if noun.dep == "conj" and noun.head is not None else []
    while names and names[-1].dep == "conj" and names[-1].head is not None:
        names.append(names[-1].head)
    first = names[-1] if names else None
    if first is None or first.head is None or not all(_is_organisation(name) for name in names):
        return
    between = [t for name in names for t in name.children if t.lower in {",", "and", "or"} and t.i < noun.i]
    late = [c for c in first.children if c.i > noun.i]
    hang(noun, first.head, first.dep)
    for name in names:
        hang(name, noun, "nmod")
    for word in between:
        hang(word, noun, "listed")
    for child in late:
        hang(child, noun, child.dep)


def _is_organisation(token: Token) -> bool:
    mention = token.mention
    if mention is None or mention.kind != "name":
        return False
    return mention.type == "Platform" or vocabulary.is_a(mention.type, "Organisation")


def second_subject(name: Token) -> None:
    """ "Firms that paid *the website Veyra* could lose": a name behind its noun in the first subject's phrase."""
    verb = name.head
    if name.dep not in {"nsubj", "nsubjpass"} or verb is None or name.mention is None or name.mention.kind != "name":
        return
    first = next((c for c in verb.children if c.dep in {"nsubj", "nsubjpass"} and c.i < name.i), None)
    if first is None:
        return
    noun = next((t for t in first.subtree() if t.i == name.i - 1 and t.tag == "NN" and t is not first), None)
    if noun is not None and noun.dep in {"pobj", "dobj"} and noun.child("det", "poss", "amod", "compound") is not None:
        hang(name, noun, "appos")
