"""What somebody is told or asked to do, hung at whom it is told instead of at the verb that tells it."""

from __future__ import annotations

from kg import lexicon, vocabulary
from kg.language.token import RELATIVES, Token, hang, has_to

#: Verbs with whoever is to do something for an object.
TELLING = {
    "order", "instruct", "direct", "tell", "urge", "ask", "require", "force", "compel", "oblige", "command", "request",
    "press",
}  # fmt: skip
#: What a letter does, in a participle behind whom it is written to.
DEMANDING = {"demand", "ask", "urge", "request", "insist", "order", "call", "warn", "seek"}
ASKING = DEMANDING | {"require", "direct", "instruct"}
WRITING = {"write", "appeal"}
#: With these somebody asks "for" a thing to be done.
CALLING = {"call", "ask", "appeal", "push", "press", "campaign", "plead", "petition", "argue"}
#: Verbs behind whose "that" stands what is to be done, in the bare form.
BARE_BEHIND = {"demand", "insist", "order", "urge", "recommend", "request", "propose", "direct", "require", "ask"}

PAPERS = {"letter", "notice", "order", "demand", "direction", "subpoena", "request", "warning", "summons", "list"}
#: On what an authority writes what it tells others to do.
WRITINGS = PAPERS | {"circular", "email", "e-mail", "memo", "decree", "directive", "decision", "fax", "notification"}
GIVING = {"send", "give", "hand", "serve", "issue"}
#: What somebody does who is asked for something, and how it is asked.
REACTING = {
    "face", "challenge", "contest", "ignore", "defy", "resist", "reject", "oppose", "fight", "disobey", "dispute",
}  # fmt: skip
#: What somebody asks of another, in a noun.
DEMANDS = {"ask", "order", "call", "demand", "request", "direction", "directive", "plea", "instruction", "pressure"}


def told_to(infinitive: Token) -> None:
    """ "instructed the authority *to close sites*": what somebody is told, and not what the authority is for."""
    told, to = infinitive.head, infinitive.child("aux")
    verb = told.head if told is not None and told.dep in {"dobj", "nsubjpass"} else None
    if infinitive.dep != "acl" or infinitive.tag != "VB" or to is None or to.lower != "to" or told is None:
        return
    if verb is None or verb.lemma not in TELLING or verb.child("xcomp", "ccomp"):
        return
    if infinitive.i > max(verb.i, told.i) and _acts(told):
        hang(infinitive, verb, "xcomp")


def told_to_described(infinitive: Token) -> None:
    """ "requires *anyone who runs a site* | *to register*": what somebody is told, and not what he runs a site for."""
    if infinitive.dep not in {"advcl", "acl", "xcomp"} or infinitive.tag != "VB" or not has_to(infinitive):
        return
    clause = next((t for t in infinitive.ancestors() if t.dep == "relcl"), None)
    told = clause.head if clause is not None else None
    verb = told.head if told is not None and told.dep in {"dobj", "nsubjpass"} else None
    if verb is None or told is None or clause is None or verb.lemma not in TELLING or verb.child("xcomp", "ccomp"):
        return
    who = clause.child("nsubj", "nsubjpass")
    last = not any(t.dep in {"advcl", "acl"} and has_to(t) and t.i > infinitive.i for t in clause.subtree())
    purpose = infinitive.dep == "xcomp" and infinitive.head is clause  # "who wish *to play*"
    if who is None or who.lower not in RELATIVES or purpose or not last or not verb.i < told.i < clause.i:
        return
    if _acts(told) or told.lower in {"anyone", "anybody", "everyone", "those"}:
        hang(infinitive, verb, "xcomp")


def told_in_writing(infinitive: Token) -> None:
    """ "were instructed by letter of May 3 *to block the site*": the letter tells it, and is for nothing else."""
    letter, to = infinitive.head, infinitive.child("aux")
    if infinitive.dep not in {"acl", "relcl"} or infinitive.tag != "VB" or to is None or to.lower != "to":
        return
    medium = letter.head if letter is not None and letter.dep == "pobj" and letter.lemma in WRITINGS else None
    verb = medium.head if medium is not None and medium.lower in {"by", "in", "via", "through", "with"} else None
    if verb is None or verb.lemma not in TELLING or verb.child("xcomp", "ccomp") or infinitive.child("nsubj"):
        return
    hang(infinitive, verb, "xcomp")


def _acts(noun: Token) -> bool:
    """Whether a noun or name can be told to do something."""
    kind = noun.mention.type if noun.mention is not None else lexicon.heads().get(noun.lower)
    return kind is not None and vocabulary.is_a(kind, "Actor")


def demanding(gerund: Token) -> None:
    """ "wrote to the heads of the networks *demanding* that they stop": the writer demands, not who is written to."""
    if gerund.dep != "acl" or gerund.tag != "VBG" or gerund.lemma not in DEMANDING:
        return
    above = list(gerund.ancestors())
    verb = next((t for t in above if t.pos == "VERB"), None)
    if verb is None or verb.lemma not in WRITING or verb.i > gerund.i:
        return
    phrase = [t for t in above[: above.index(verb)] if t.dep == "prep" and t.head is verb]
    if phrase and phrase[0].lower == "to":
        hang(gerund, verb, "advcl")


def in_paper(gerund: Token) -> None:
    """ "attacked notices to sites *demanding* data": the paper demands it, and not whom it goes to."""
    head = gerund.head
    if gerund.tag != "VBG" or gerund.lemma not in ASKING or head is None or gerund.child("nsubj"):
        return
    before = [c for c in head.children if c.dep == "prep" and c.subtree()[-1].i == gerund.subtree()[0].i - 1]
    to = head.head if head.dep == "pobj" else next(iter(before), None)
    if to is not None and to.lower != "to":
        to = None
    above = to.head if to is not None else head
    paper = above if above is None or above.pos == "NOUN" else above.child("dobj")
    if above is None or paper is None or not {paper.lemma, paper.lower} & WRITINGS or paper.i > gerund.i:
        return
    sending = above.pos == "VERB" and above.lemma in GIVING | WRITING
    if to is None or gerund.dep not in {"acl", "advcl"} or (sending and gerund.dep == "advcl"):
        return
    if above.pos == "VERB" and not sending:
        hang(to, paper, "prep")
    hang(gerund, paper, "acl")


#: What somebody files to learn something, and how; behind these stands with whom he files it.
FILED = {"request", "application", "query", "rti", "petition", "complaint"}
TOPICAL = {"on", "about", "regarding", "concerning"}
FILING = {"file", "lodge", "submit", "make", "raise", "move", "place", "send", "prefer"}


def filed_for_purpose(with_: Token) -> None:
    """ "filed requests *to bring openness* into the deal | *with the ministry*": with whom they are filed."""
    if with_.lower not in {"with", "before"} or with_.dep != "prep" or with_.child("pobj") is None:
        return
    above = list(with_.ancestors())
    purpose = next((t for t in above if t.tag == "VB" and t.dep in {"acl", "advcl", "xcomp"} and has_to(t)), None)
    body = with_.child("pobj")
    if purpose is None or purpose.head is None or body is None or body.mention is None:
        return
    verb = purpose.head.head if purpose.head.lemma in FILED else purpose.head
    papers = [c for c in verb.children if c.dep in {"dobj", "nsubjpass"} and c.lemma in FILED] if verb else []
    official = vocabulary.is_a(body.mention.type, "PublicBody") and body.mention.type != "Court"
    if verb is not None and verb.lemma in FILING and papers and official and papers[0].i < purpose.i:
        topics = [t for t in purpose.subtree() if t.dep == "prep" and t.i > with_.i and t.lower in TOPICAL]
        hang(with_, papers[0], "prep")
        hang(purpose, verb, "advcl")
        for topic in topics[:1]:
            hang(topic, papers[0], "prep")


def called_for_done(done: Token) -> None:
    """ "called *for the raid on the site | to be investigated*": a passive behind what is called for is one clause."""
    verb, to = done.head, done.child("aux")
    passive = done.child("auxpass") is not None and to is not None and to.lower == "to"
    if done.dep not in {"advcl", "xcomp"} or not passive or verb is None or verb.lemma not in CALLING or to is None:
        return
    for_ = next((c for c in verb.children if c.dep == "prep" and c.lower == "for" and verb.i < c.i < done.i), None)
    noun = for_.child("pobj") if for_ is not None else None
    if for_ is None or noun is None or noun.subtree()[-1].i != to.i - 1 or done.child("nsubjpass", "nsubj"):
        return
    hang(noun, done, "nsubjpass")
    hang(for_, done, "mark")
    done.dep = "advcl"


def bare_form(noun: Token) -> None:
    """ "demanded that Veyra *apologise* to them": behind a demand's "that" and a subject stands a verb."""
    mark, subject, verb = noun.child("mark"), noun.child("nsubj"), noun.head
    if noun.dep != "ccomp" or noun.tag not in {"NN", "NNP"} or mark is None or mark.lower != "that":
        return
    if subject is None or subject.i > noun.i or verb is None or verb.lemma not in BARE_BEHIND:
        return
    if noun.child("cop", "det", "aux", "amod", "compound") is None and noun.mention is None:
        noun.pos, noun.tag = "VERB", "VB"


def named_does(noun: Token) -> None:
    """ "demand that *Minister Ann Lee answer* written questions": a bare verb behind a name, taken for its noun."""
    verb, that = noun.head, noun.child("det", "mark")
    name = next((c for c in noun.children if c.dep == "compound" and c.i == noun.i - 1), None)
    if noun.dep != "dobj" or noun.tag != "NN" or verb is None or verb.lemma not in BARE_BEHIND or name is None:
        return
    if that is None or that.lower != "that" or that.i != verb.i + 1 or name.mention is None or not _acts(name):
        return
    behind = next((c for c in noun.children if c.i > noun.i and c.dep in {"acl", "prep", "dobj", "prt"}), None)
    if behind is None or noun.mention is not None:
        return
    noun.pos, noun.tag, noun.dep, that.dep = "VERB", "VB", "ccomp", "mark"
    for word in [c for c in noun.children if c.i < name.i and c is not that]:
        hang(word, name, "compound")
    name.dep = "nsubj"
    object_ = behind.child("dobj") if behind.dep == "acl" and behind.tag == "VBN" else None
    if object_ is not None and object_.i > behind.i:  # "*written questions*"
        for phrase in [c for c in behind.children if c.dep == "prep"]:
            hang(phrase, noun, "prep")
        hang(object_, noun, "dobj")
        hang(behind, object_, "amod")


def cease_and_desist(paper: Token) -> None:
    """ "issue a *cease and desist* order": what kind of paper it is, and no verb beside."""
    desist = paper.head if paper.dep in {"dobj", "pobj"} and paper.lemma in PAPERS else None
    if desist is None or desist.lower != "desist" or desist.dep != "conj" or desist.i != paper.i - 1:
        return
    above = desist.head
    assert above is not None
    cease = above if above.lower == "cease" else next((c for c in above.children if c.lower == "cease"), None)
    if cease is None or cease.head is None or cease.i != desist.i - 2:
        return
    for word in [c for c in cease.children if c.dep == "det"]:
        hang(word, paper, "det")
    hang(paper, cease.head, cease.dep)
    hang(cease, paper, "compound")
    hang(desist, cease, "conj")


def given_paper(paper: Token) -> None:
    """ "sent Veyra's office *a letter*": the second of two objects, which the parser sets beside the first."""
    first, article = paper.head, paper.child("det")
    verb = first.head if first is not None and paper.dep == "appos" and first.dep == "dobj" else None
    if verb is None or first is None or article is None or article.lower not in {"a", "an"}:
        return
    if paper.lemma not in PAPERS or verb.lemma not in GIVING or article.i <= first.i or first.i < verb.i:
        return
    if not any(t.lower == "," and first.i < t.i < article.i for t in verb.subtree()):
        hang(paper, verb, "dobj")
        first.dep = "dative"


def ordered_done(participle: Token) -> None:
    """ "Ordered *the ban lifted*": what is to be done with a thing, which the parser tears from it."""
    verb = participle.head
    thing = verb.child("dobj") if verb is not None and verb.lemma == "order" else None
    if verb is None or thing is None or participle.dep not in {"xcomp", "ccomp"}:
        return
    bare = participle.tag in {"VBD", "VBN"} and not participle.child(
        "nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj"
    )
    beside = thing.i > verb.i and thing.subtree()[-1].i == participle.subtree()[0].i - 1
    if bare and beside and thing.pos != "PROPN":
        hang(thing, participle, "nsubjpass")
        participle.dep, participle.tag = "ccomp", "VBN"


def reacted_to(infinitive: Token) -> None:
    """ "faces *calls* from senators *to ban* it", "raise an order issued *to block* posts": he bans nothing."""
    verb, to = infinitive.head, infinitive.child("aux")
    if infinitive.tag != "VB" or infinitive.dep not in {"xcomp", "advcl"} or to is None or to.lower != "to":
        return
    demand = (_denied(verb) or verb.child("dobj")) if verb is not None else None
    if verb is None or demand is None or demand.lemma not in DEMANDS or demand.i > infinitive.i:
        return
    issued = (c for c in demand.children if c.dep == "acl" and c.tag == "VBN" and c.i < infinitive.i)
    if verb.lemma in REACTING or _denied(verb) or any(c.lemma in GIVING for c in issued):
        hang(infinitive, demand, "acl")


def _denied(verb: Token) -> Token | None:
    """ "says no to *calls* by senators to drop it": to what somebody says no."""
    answers = verb.lemma == "say" and any(c.lower in {"no", "yes"} for c in verb.children)
    to = next((c for c in verb.children if c.dep == "prep" and c.lower == "to"), None)
    return to.child("pobj") if answers and to is not None else None


def is_that(verb: Token) -> None:
    """ "Our ask is *that the ministry publish its orders*": what a demand is said to be is what is demanded."""
    above, to = verb.head, verb.child("aux")
    demand = above.child("nsubj") if above is not None and above.lemma == "be" else None
    if demand is None or above is None or demand.lemma not in DEMANDS or not demand.i < above.i < verb.i:
        return
    that = verb.child("mark")
    bare = verb.tag in {"VB", "VBP"} and that is not None and that.lower == "that"
    aimed = verb.tag == "VB" and to is not None and to.lower == "to" and verb.dep in {"xcomp", "acl", "advcl"}
    if (bare and verb.dep in {"ccomp", "advcl", "attr"}) or aimed:
        hang(verb, demand, "acl")
