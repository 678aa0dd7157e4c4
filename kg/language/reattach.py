"""What the parser hangs too low: a speaker's second verb, the rest of a list, a clause behind an example."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.syntax import NAMING
from kg.language.token import FINITE, Token, after_comma, hang, tense

#: With these a speaker goes on beside what he said ("..., *contradicting* his spokesman").
SPEAKING_ON = {
    "contradict", "confirm", "deny", "dismiss", "accuse", "add", "blame", "reject", "criticise", "criticize", "warn",
    "promise", "vow", "insist", "urge", "call", "describe", "apologise", "apologize", "fault", "condemn", "welcome",
    "praise",
}  # fmt: skip
#: They open a clause beside the main one.
CIRCUMSTANTIAL = {"after", "because", "since", "when", "while", "although", "though"}
#: What only an authority does ("found that Veyra had copied the chip *and awarded* its maker a sum").
OF_AUTHORITIES = {
    "award", "order", "fine", "sentence", "convict", "acquit", "uphold", "overturn", "annul", "quash", "impose",
    "reprimand", "invalidate", "levy", "sanction",
}  # fmt: skip
#: What befalls whoever is found guilty.
SENTENCING = {"sentence", "jail", "fine", "imprison", "order", "ban", "deport", "release", "disqualify", "remand"}
#: What somebody is granted, in nouns that name no kind of it ("grants *Veyra leave*", never "Veyra leave").
GRANTED = {"permission", "leave", "bail", "immunity", "asylum", "parole", "citizenship", "relief", "amnesty"}
#: What somebody does who says that he will or will not do a thing.
INTENDING = {"offer", "promise", "pledge", "vow", "agree", "refuse", "decline", "threaten", "plan", "propose"}
#: What somebody may have or lack to do something.
POWERS = {"jurisdiction", "authority", "power", "powers", "right", "competence", "permission", "leave", "standing"}
#: What a clause with a subject or an opening of its own has.
OPENING = ("nsubj", "nsubjpass", "expl", "mark")
#: What a speaker "would not" do himself ("said the case was pending *and would not comment*").
WITHHOLDING = {"answer", "comment", "confirm", "detail", "disclose", "discuss", "elaborate", "give", "say", "speculate"}
#: What only somebody does ("says that the tool contains its code *and offers* to share it").
OFFERING = {
    "offer", "vow", "promise", "pledge", "urge", "warn", "threaten", "demand", "ask", "apologise", "apologize",
    "refuse", "agree", "deny", "accuse", "call", "plan", "announce", "say",
}  # fmt: skip

MONTHS = {
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
}  # fmt: skip


def reattach(token: Token) -> None:
    """Hang a word where it belongs, if it is one of these."""
    _matrix(token)
    _authority_again(token)
    _speaker_again(token)
    _said_besides(token)
    _sentenced_too(token)
    _granted_to(token)
    _power_to(token)
    _described_name(token)
    _name(token)
    _object(token)
    _listed_object(token)
    _as_clause(token)
    _named_as(token)
    _work_of(token)
    _main_before(token)
    _headless_list(token)
    _two_subjects(token)
    _listed_person(token)
    _two_titled(token)
    _titled_second(token)
    _of_whom(token)
    _one_described(token)
    _modifying_names(token)
    _examples_clause(token)
    _closing_source(token)
    _that_month(token)
    _meant_to(token)
    _further_infinitive(token)
    _behind_relative(token)
    _called_on(token)


def _matrix(verb: Token) -> None:
    """ "*rules* that Veyra broke the law and *bans* it": a verb of the first one's tense, not of the clause between."""
    first = verb.head
    above = first.head if first is not None and first.dep == "ccomp" else None
    if above is None or first is None or verb.dep != "conj" or verb.child("nsubj"):
        return
    if not above.i < first.i < verb.i or verb.tag != "VBZ" or above.tag != "VBZ" or first.tag == "VBZ":
        return
    perfect = first.tag == "VBN" and tense(first) == "VBZ"  # "says that it *has* failed and poses a risk"
    progressive = first.tag == "VBG" and first.child("aux") is not None
    if not progressive and not (perfect and above.lemma not in lexicon.verbs("deciding") | {"announce", "decide"}):
        hang(verb, above, "conj")


def _authority_again(verb: Token) -> None:
    """ "found that Veyra had copied it *and awarded* its maker a sum": what the court does, not what it finds."""
    first = verb.head
    above = first.head if first is not None and first.dep == "ccomp" else None
    if above is None or first is None or verb.dep != "conj" or verb.lemma not in OF_AUTHORITIES:
        return
    if verb.child(*OPENING, "aux", "auxpass") or not above.i < first.i < verb.i or tense(verb) != tense(above):
        return
    if _is_authority(above.child("nsubj")) and not _is_authority(first.child("nsubj")):
        hang(verb, above, "conj")


def _is_authority(noun: Token | None) -> bool:
    """Whether a name or noun is known to be a court's or another public body's."""
    if noun is None:
        return False
    type_ = noun.mention.type if noun.mention is not None else lexicon.heads().get(noun.lower, "")
    return bool(type_) and vocabulary.is_a(type_, "PublicBody")


def _speaker_again(verb: Token) -> None:
    """ "reports that files were stolen *and has warned* its users": the speaker's second verb, not what he says.

    Its form tells: the present of the speaker's verb after a past, or the singular after a plural subject. So does a
    participle of speech behind a comma ("said that it was fined, *accusing* the regulator of bias").
    """
    inner = verb.head
    said = inner.head if inner is not None and inner.dep == "ccomp" else None
    if inner is None or said is None or not said.i < inner.i < verb.i or verb.child(*OPENING):
        return
    speech = said.lemma in lexicon.verbs("saying") and inner.tag != "VB"
    if speech and verb.dep == "conj" and verb.pos == "VERB" and tense(verb) == tense(said) == "VBZ":
        if tense(inner) in {"VBD", "VBP", "MD"} or (verb.lemma in OFFERING and not _can_speak(inner)):
            hang(verb, said, "conj")
    elif speech and verb.dep == "conj" and verb.tag == said.tag == "VBD":  # "said the ban was fair *but faulted* Veyra"
        if verb.lemma in OFFERING | SPEAKING_ON and not _can_speak(inner):
            hang(verb, said, "conj")
    elif speech and verb.dep == "advcl" and verb.tag == "VBG" and verb.lemma in SPEAKING_ON and after_comma(verb):
        hang(verb, said, "advcl")


def _said_besides(verb: Token) -> None:
    """ "Ofcom said it was in talks *but had not opened* a case": a second thing said, no second deed of the speaker.

    Behind a past verb of saying one tells so only what had been or would be.
    """
    said = verb.head
    if verb.dep != "conj" or said is None or said.tag != "VBD" or said.lemma not in lexicon.verbs("saying"):
        return
    inner = next((c for c in said.children if c.dep == "ccomp" and said.i < c.i < verb.i), None)
    if inner is None or verb.child(*OPENING) or said.child("aux", "auxpass"):
        return
    subject = inner.child("nsubj", "nsubjpass")
    thing = subject is not None and subject.pos != "PRON" and not _can_speak(inner)
    if thing and verb.child("auxpass") is None:
        return  # "said the app was safe *and had sued* the ministry"
    aux = {c.lower for c in verb.children if c.dep == "aux"}
    withheld = verb.lemma in WITHHOLDING and verb.child("neg") is not None
    if ("had" in aux and verb.tag == "VBN") or ("would" in aux and not withheld):
        hang(verb, inner, "conj")


def _sentenced_too(verb: Token) -> None:
    """ "was found guilty of insulting the king *and sentenced* to a year": no second thing that he did."""
    deed = verb.head
    if verb.dep != "conj" or deed is None or deed.tag != "VBG" or deed.dep not in {"pcomp", "xcomp"}:
        return
    if verb.tag not in {"VBN", "VBD"} or verb.lemma not in SENTENCING or verb.child(*OPENING, "aux", "auxpass"):
        return
    object = verb.child("dobj")
    if object is not None and not object.child("nummod", "quantmod"):
        return  # "of lying to users and *banning* them"
    above = next((t for t in deed.ancestors() if t.pos == "VERB"), None)
    if above is not None and above.child("auxpass") is not None and above.i < deed.i < verb.i:
        hang(verb, above, "conj")


def _granted_to(name: Token) -> None:
    """ "granted *Ann Lee* bail": the name before a bare noun is who is given it."""
    noun = name.head
    if name.dep != "compound" or noun is None or noun.lower not in GRANTED or noun.dep != "dobj" or noun.child("det"):
        return
    verb, named = noun.head, name.mention is not None and name.mention.kind == "name"
    if verb is None or verb.lemma not in {"grant", "give", "deny", "refuse", "offer"}:
        return
    if named and noun.child("compound") is name and name.start_of_mention <= verb.end + 1:
        hang(name, verb, "dative")


def _power_to(verb: Token) -> None:
    """ "lacks *jurisdiction to fine* Veyra": what the power is for belongs to it, and is no purpose of the verb."""
    above, to = verb.head, verb.child("aux")
    if verb.dep not in {"advcl", "xcomp"} or verb.tag != "VB" or above is None or to is None or to.lower != "to":
        return
    noun = next((c for c in above.children if c.dep == "dobj" and c.i == to.i - 1), None)
    if noun is not None and noun.lower in POWERS:
        hang(verb, noun, "acl")


def _can_speak(verb: Token) -> bool:
    """Whether a clause is about somebody, who could do what its second verb tells too."""
    subject = verb.child("nsubj", "nsubjpass")
    mention = subject.mention if subject is not None else None
    return mention is not None and (mention.type == "Platform" or vocabulary.is_a(mention.type, "Actor"))


def _described_name(name: Token) -> None:
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


def _name(name: Token) -> None:
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


def _object(name: Token) -> None:
    """ "sued *Google*": a name right behind its verb is no adverb."""
    verb = name.head
    if name.dep != "npadvmod" or verb is None or name.mention is None or name.mention.kind != "name":
        return
    actor = vocabulary.is_a(name.mention.type, "Actor") or name.mention.type in {"Platform", "Product"}
    behind = verb.pos == "VERB" and name.start_of_mention <= verb.end + 1 and name.i > verb.i
    if actor and behind and verb.child("dobj") is None and verb.child("auxpass") is None:
        name.dep = "dobj"


def _listed_object(name: Token) -> None:
    """ "orders Veyra, *Tixo* to explain": in a headline a comma joins the second object to the first."""
    verb = name.head
    first = verb.child("dobj") if verb is not None else None
    if name.dep != "npadvmod" or first is None or name.mention is None or name.mention.kind != "name":
        return
    listed = first.mention is not None and first.mention.kind == "name" and first.i == name.i - 2
    if listed and name.mention.type not in {"Time", "Amount"} and verb is not None:
        hang(name, first, "conj")


def _as_clause(verb: Token) -> None:
    """ "announces that it will close *as its inquiry continues*": a clause, which the parser takes for a phrase."""
    above = verb.head
    if above is None or verb.tag not in FINITE or verb.dep not in {"ccomp", "advcl"} or verb.child(*OPENING):
        return
    nouns = (t for t in above.subtree() if t.dep == "pobj" and above.i < t.i < verb.i)
    openings = {"as"} if verb.dep == "ccomp" else {"as", "after", "before", "until"}
    subject = next((t for t in nouns if t.head and t.head.lower in openings and _ends_before(t, verb)), None)
    if subject is None or subject.head is None:
        return
    opening = subject.head
    hang(subject, verb, "nsubj")
    hang(opening, verb, "mark")
    verb.dep = "advcl"


def _named_as(name: Token) -> None:
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


def _work_of(by: Token) -> None:
    """ "the site deleted a post *by Ann Lee*": beside a subject and an object nobody else does what the verb tells."""
    verb, author = by.head, by.child("pobj")
    named = author is not None and author.mention is not None and author.mention.kind == "name"
    beside = by.dep == "prep" and by.lower == "by" and named
    if not (by.dep == "agent" or beside) or verb is None or verb.child("nsubj") is None:
        return
    if verb.child("auxpass", "nsubjpass"):
        return
    patient = verb.child("dobj")
    if patient is not None and verb.i < patient.i < by.i:
        hang(by, patient, "prep")


def _main_before(verb: Token) -> None:
    """ "*Veyra ceased support* after Lee claimed that it lied": what stands before "after" is not what he claims."""
    main = next((c for c in verb.children if c.dep == "ccomp" and c.i < verb.i), None)
    opening = next((c for c in verb.children if c.dep == "mark" and c.lower in CIRCUMSTANTIAL), None)
    if main is None or opening is None or not main.subtree()[-1].i < opening.i < verb.i or not verb.child("nsubj"):
        return
    hang(main, verb.head, verb.dep if verb.head is not None else "ROOT")
    hang(verb, main, "advcl")


def _ends_before(noun: Token, verb: Token) -> bool:
    between = [t for t in noun.subtree() if t.i < verb.i]
    return bool(between) and between[-1].i == verb.i - 1


def _headless_list(verb: Token) -> None:
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
    _modifying_names(subject)


def _two_subjects(noun: Token) -> None:
    """ "Veyra, maker of the app, *and Tixo* sued": of two subjects joined by "and" the second is the first one's."""
    verb = noun.head
    first = verb.child("nsubj", "nsubjpass") if verb is not None and noun.dep in {"nsubj", "nsubjpass"} else None
    if first is None or first is noun:
        return
    if any(c.dep == "cc" and c.i == noun.subtree()[0].i - 1 for c in first.children):
        hang(noun, first, "conj")


def _is_person(token: Token) -> bool:
    """Whether a name is a person's, known or of two or three plain words ("Ann Lee"): kinds are not yet told here."""
    if token.mention is not None:
        return token.mention.kind == "name" and token.mention.type == "Person"
    words = [*(c for c in token.children if c.dep == "compound" and c.tag == "NNP" and c.i < token.i), token]
    plain = all(w.mention is None and w.text.isalpha() and w.text.istitle() for w in words)
    return token.tag == "NNP" and len(words) in {2, 3} and plain


def _listed_person(name: Token) -> None:
    """ "Ann Lee, *Bo Kim* and Carl Holm": between two people a third is no other name of the first."""
    first = name.head
    if name.dep != "appos" or first is None or not (_is_person(name) and _is_person(first)):
        return
    later = [c for c in (*first.children, *name.children) if c.dep == "conj" and c.i > name.i]
    if (
        later
        and _is_person(later[0])
        and any(c.dep == "cc" and c.i > name.i for c in (*first.children, *name.children))
    ):
        name.dep = "conj"


def _two_titled(second: Token) -> None:
    """ "*Blogger Ann Lee* and *leader Bo Kim* are freed": each title belongs to the name behind it."""
    if not _is_person(second):
        return
    for title in [c for c in second.children if c.dep == "compound" and c.pos == "NOUN"]:
        first = title.child("appos")
        other = first.child("conj") if first is not None and _is_person(first) else None
        if first is None or other is None or other.pos != "NOUN" or other.i != second.i - 1 or second.head is None:
            continue
        hang(first, second.head, second.dep)
        hang(title, first, "compound")
        hang(other, second, "compound")
        hang(second, first, "conj")
        return


def _titled_second(name: Token) -> None:
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


def _of_whom(name: Token) -> None:
    """ "the brother *of the film star Ann Lee* was jailed": a name right behind the inner noun says who that is."""
    whole = name.head
    if name.dep != "appos" or whole is None or not _is_person(name):
        return
    first = name.subtree()[0].i
    inner = next((t for t in whole.subtree() if t.i == first - 1 and t.dep == "pobj" and t.tag == "NN"), None)
    if inner is None or inner is whole or lexicon.heads().get(inner.lower, "Person") != "Person":
        return
    if inner.head is not None and inner.head.lower == "of" and inner.head.head is whole and whole.tag == "NN":
        hang(name, inner, "appos")


def _one_described(name: Token) -> None:
    """ "*Blogger and activist Ann Lee* is jailed": two nouns for one person, where the first stands for nobody else."""
    if not _is_person(name) or name.dep not in {"appos", "conj"} or name.head is None:
        return
    second = name.head if name.dep == "appos" else next((c for c in name.children if c.dep == "compound"), None)
    first = name.head if name.dep == "conj" else name.head.head
    if second is None or first is None or second.pos != "NOUN" or second.child("det", "poss") or first.head is None:
        return
    joined = second.dep == "conj" if name.dep == "appos" else any(c.dep == "cc" for c in first.children)
    person = first.tag == "NN" and lexicon.heads().get(first.lower) == "Person"
    if not joined or not person or first.child("appos") or _is_person(first) or first.i > name.i:
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


def _modifying_names(noun: Token) -> None:
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


def _examples_clause(participle: Token) -> None:
    """ "held ten people, including a mayor*, accused of* links": all of them are, where commas set the example off."""
    example = participle.head
    including = example.head if example is not None and example.dep == "pobj" else None
    if participle.dep != "acl" or participle.tag != "VBN" or including is None or including.lower != "including":
        return
    noun = including.head
    if noun is None or noun.tag != "NNS" or not after_comma(participle):
        return
    hang(participle, noun, "acl")


def _closing_source(according: Token) -> None:
    """ "refused, fearing a suit, *according to* Lee": what closes a sentence behind a comma is of all of it."""
    clause = according.head
    if according.lower != "according" or clause is None or clause.i > according.i:
        return
    sentence = [*according.ancestors()][-1].subtree()
    before = [t for t in sentence if t.i < according.i]
    after = [t for t in sentence if t.i > according.subtree()[-1].i and t.pos != "PUNCT"]
    if after or not before or before[-1].text != ",":
        return
    semicolon = max((t.i for t in before if t.text == ";"), default=-1)
    above = [t for t in according.ancestors() if t.pos in {"VERB", "AUX"} and t.i > semicolon]
    if above and above[-1] is not clause:
        hang(according, above[-1], "prep")


def _that_month(that: Token) -> None:
    """ "was banned *that March*": the word before a month says which one, and is no object of the verb."""
    if that.lower != "that" or that.head is None:
        return
    if that.dep == "mark":
        _month_before_clause(that)
        return
    if that.dep not in {"dobj", "nsubj", "npadvmod", "pobj", "advmod"}:
        return
    month = next((c for c in that.head.children if c.i == that.i + 1 and c.text in MONTHS), None)
    if month is not None and month.dep in {"npadvmod", "dobj", "pobj", "appos"}:
        hang(that, month, "det")


def _month_before_clause(that: Token) -> None:
    """ "was banned *that March*, and a court fined it": no clause of which the month is the subject."""
    clause = that.head
    above = clause.head if clause is not None and clause.dep == "ccomp" else None
    month = next((c for c in clause.children if c.i == that.i + 1 and c.text in MONTHS), None) if clause else None
    subjects = [c for c in clause.children if c.dep == "nsubj" and c is not month] if clause is not None else []
    second = month.child("conj") or next(iter(subjects), None) if month is not None else None
    if clause is None or above is None or month is None or second is None or month.dep != "nsubj":
        return
    for cc in [c for c in month.children if c.dep == "cc"]:
        hang(cc, above, "cc")
    hang(second, clause, "nsubj")
    hang(month, above, "npadvmod")
    hang(that, month, "det")
    clause.dep = "conj"


def _meant_to(verb: Token) -> None:
    """ "offered in May *to open* its data": with nothing else offered, what the infinitive tells is what is offered."""
    above = verb.head
    if verb.dep != "advcl" or above is None or above.lemma not in INTENDING or verb.i < above.i or verb.tag != "VB":
        return
    bare = above.child("dobj", "xcomp", "ccomp", "auxpass") is None
    if bare and any(c.dep == "aux" and c.lower == "to" for c in verb.children) and not verb.child("nsubj", "mark"):
        verb.dep = "xcomp"


def _further_infinitive(verb: Token) -> None:
    """ "decided *to order* ..., *to fine* it and *to refer* it": one more of the same row, and no purpose."""
    to = next((c for c in verb.children if c.dep == "aux" and c.lower == "to"), None)
    above = verb.head
    if to is None or above is None or verb.dep not in {"advcl", "acl"} or verb.tag != "VB":
        return
    first = above if above.pos == "VERB" else next((t for t in above.ancestors() if t.pos == "VERB"), above)
    row = first.tag == "VB" and first.dep in {"xcomp", "conj"}
    if not row or not any(c.dep == "aux" and c.lower == "to" and c.i < first.i for c in first.children):
        return
    before = next((t for t in first.subtree() if t.i == to.i - 1), None)
    joined = before is not None and before.dep == "cc" and before.lower in {"and", "or"}
    last = verb.child("conj")
    listed = before is not None and before.text == "," and last is not None and last.child("cc") is None
    listed = listed and any(c.dep == "aux" and c.lower == "to" for c in last.children)  # type: ignore[union-attr]
    if joined or listed:
        hang(verb, first, "conj")


def _behind_relative(verb: Token) -> None:
    """ "Veyra, *which faced similar charges, offered* to change": behind the relative clause comes the main verb.

    The parser takes it for a participle of the clause's last noun, and the subject for a sentence without a verb.
    """
    if verb.dep not in {"acl", "conj", "amod", "advcl"} or verb.tag not in {"VBN", "VBD"} or not after_comma(verb):
        return
    above = list(verb.ancestors())
    name, clause = (above[-1], above[-2]) if len(above) > 1 else (None, None)
    if name is None or clause is None or name.pos not in {"NOUN", "PROPN"} or clause.dep != "relcl":
        return
    relative = clause.child("nsubj", "nsubjpass")
    if relative is None or relative.lower not in {"which", "who"} or not name.i < relative.i < clause.i < verb.i:
        return
    comma = any(c.text == "," and c.i == relative.i - 1 for c in (*name.children, *clause.children))
    if not verb.child("dobj", "xcomp", "ccomp", "advcl"):
        return  # "Veyra, which teenagers use, *blocked* in Iran"
    if not comma or verb.child(*OPENING, "agent") or any(c.dep == "cc" for c in (verb.head or verb).children):
        return
    hang(verb, None, "ROOT")
    hang(name, verb, "nsubj")
    verb.tag = "VBD"


def _called_on(on: Token) -> None:
    """ "have called *on* Minister Lee to resign": no particle, but the preposition before whom they call on."""
    verb = on.head
    if on.lower != "on" or on.dep != "prt" or verb is None or verb.lemma != "call":
        return
    asked = next((c for c in verb.children if c.dep == "dobj" and c.i > on.i), None)
    if asked is not None:
        hang(asked, on, "pobj")
        on.dep, on.pos, on.tag = "prep", "ADP", "IN"
