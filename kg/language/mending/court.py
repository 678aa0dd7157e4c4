"""What is done before a court or by its order: words that the parser hangs on the court or takes for another kind."""

from __future__ import annotations

from kg.language.token import VERSUS, Token, hang, is_finite
from kg.lexicon import nouns

#: What somebody is told to do.
DIRECTING = {
    "direct", "order", "ask", "instruct", "require", "request", "urge", "tell", "allow", "permit", "authorise",
    "authorize", "compel", "force", "command", "enjoin", "advise",
}  # fmt: skip
#: What a hyphen joins to a verb ("to *de-index* the pages").
PREFIXES = {"de", "re", "un", "pre", "geo", "dis", "over", "co"}
COURTS = {
    "court", "tribunal", "bench", "commission", "judge", "magistrate", "committee", "board", "congress", "parliament",
    "senate", "assembly", "legislature",
}  # fmt: skip
#: What is done to a decision or on it.
ON_DECISION = {
    "appeal", "overturn", "reverse", "uphold", "affirm", "confirm", "quash", "annul", "vacate", "challenge", "contest",
    "dispute", "criticise", "criticize", "welcome", "react", "respond", "back", "reject", "follow",
}  # fmt: skip
#: What a court says in a judgment.
HOLDING = {
    "hold", "uphold", "rule", "find", "affirm", "reaffirm", "recognise", "recognize", "declare", "strike", "lay",
    "state", "observe", "note", "clarify", "conclude", "establish", "decide", "reiterate", "quash",
}  # fmt: skip
#: What a plaintiff or a prosecutor does.
LITIGATING = {"sue", "countersue", "prosecute"}


def before_court(preposition: Token) -> None:
    """ "filed a petition *before the High Court* seeking a stay": who files seeks it, not the court."""
    participle = preposition.head
    if preposition.lower != "before" or preposition.dep != "mark" or participle is None or participle.tag != "VBG":
        return
    court, verb = participle.child("nsubj"), participle.head
    if court is None or verb is None or participle.child("aux") or not preposition.i < court.i < participle.i:
        return
    if _is_court(court):
        hang(preposition, verb, "prep")
        preposition.pos, preposition.tag = "ADP", "IN"
        hang(court, preposition, "pobj")


def court_before_verb(preposition: Token) -> None:
    """ "A bill *before parliament* would ban it", "The hearing *before the High Court* is on 3 May": told of the noun.

    So it is where no other verb is left.
    """
    verb = preposition.head
    if preposition.lower != "before" or preposition.dep != "mark" or verb is None or verb.dep != "advcl":
        return
    court, above = verb.child("nsubj"), verb.head
    top = next((t for t in verb.ancestors() if t.head is None), None)
    if court is None or above is None or top is None or top.pos not in {"NOUN", "PROPN"} or not is_finite(verb):
        return
    if top.child("nsubj", "cop") or not _is_court(court) or above not in {top, *top.subtree()}:
        return
    hang(verb, None, "ROOT")
    hang(top, verb, "nsubj")
    hang(preposition, above, "prep")
    preposition.pos, preposition.tag = "ADP", "IN"
    hang(court, preposition, "pobj")
    for mark in [c for c in top.children if c.dep == "punct" and c.i > verb.i]:
        hang(mark, verb, "punct")


def _is_court(noun: Token) -> bool:
    named = noun.mention is not None and noun.mention.type in {"Court", "Legislature"}
    return named or noun.lower.split()[-1] in COURTS or noun.lemma in COURTS


def of_its_proceedings(court: Token) -> None:
    """ "brought *High Court* proceedings against Tixo": where they are brought, and nobody who is given them."""
    verb = court.head
    if court.dep != "dative" or verb is None or not _is_court(court):
        return
    case = next((c for c in verb.children if c.dep == "dobj" and c.i == court.i + 1), None)
    if case is not None and case.lemma in {"proceeding", "proceedings", "action", "claim", "challenge", "case", "suit"}:
        hang(court, case, "compound")


def stayed(noun: Token) -> None:
    """ "refused to stay *a fine*": what a court stays is no predicate of its own."""
    verb = noun.head
    if noun.dep != "attr" or verb is None or verb.lemma != "stay" or noun.child("det") is None:
        return
    if noun.lemma in {"fine", "penalty", "order", "ruling", "judgment", "judgement", "verdict", "ban", "decision"}:
        noun.dep = "dobj"


def told_behind_clause(infinitive: Token) -> None:
    """ "directed Ann Lee, who is an engineer, *to submit* a report": what she is directed to do, not what she is."""
    clause = infinitive.head
    to = infinitive.child("aux")
    if infinitive.tag != "VB" or infinitive.dep not in {"xcomp", "advcl", "acl"} or to is None or to.lower != "to":
        return
    if infinitive.dep == "acl" and clause is not None and clause.dep in {"attr", "pobj"}:
        clause = next((t for t in clause.ancestors() if t.dep == "relcl"), None)
    if clause is None or clause.dep != "relcl" or clause.lemma != "be" or clause.head is None:
        return
    verb = clause.head.head if clause.head.dep == "dobj" else None
    if verb is not None and verb.lemma in DIRECTING and verb.child("xcomp", "ccomp") is None:
        hang(infinitive, verb, "xcomp")


def did_direct(word: Token) -> None:
    """ "it *did direct* that": behind "did" a verb, though it looks like an adjective."""
    did = next((c for c in word.children if c.dep == "aux" and c.lower in {"did", "does"}), None)
    if word.lower != "direct" or did is None or (word.tag != "JJ" and not did.children):
        return
    word.pos, word.tag = "VERB", "VB"
    for child in list(did.children):
        hang(child, word, child.dep)


def joined_verb(hyphen: Token) -> None:
    """ "directed Veyra to *de-index* the pages": a verb with its prefix, which the parser takes for three words."""
    verb = hyphen.head
    if hyphen.text != "-" or hyphen.dep == "punct" or verb is None:
        return
    above = next(
        (t for t in (verb, *verb.ancestors()) if t.lemma in DIRECTING | {"seek", "refuse", "agree", "fail"}), None
    )
    if above is None:
        return
    below = {t.i: t for t in above.subtree()}
    to, prefix, stem = below.get(hyphen.i - 2), below.get(hyphen.i - 1), below.get(hyphen.i + 1)
    if to is None or prefix is None or stem is None or to.lower != "to" or prefix.lower not in PREFIXES:
        return
    behind = [t for t in (*to.children, *prefix.children, *hyphen.children, *above.children) if t.i > stem.i]
    hang(stem, above, "xcomp")
    stem.pos, stem.tag = "VERB", "VB"
    hang(to, stem, "aux")
    to.pos, to.tag = "PART", "TO"
    hang(prefix, stem, "punct")
    hang(hyphen, stem, "punct")
    for word in behind:
        hang(word, stem, "dobj" if word.dep == "pobj" else word.dep)


def of_decision(that: Token) -> None:
    """ "appealed against *a ruling* by the court *that it broke the law*": what is ruled, and not what is asked for."""
    clause = that.head
    verb = clause.head if clause is not None else None
    if that.lower != "that" or that.dep != "mark" or clause is None or verb is None or verb.lemma not in ON_DECISION:
        return
    if clause.dep not in {"ccomp", "advcl"} or not clause.child("nsubj", "nsubjpass"):
        return
    first = clause.subtree()[0].i
    decided = (t for t in verb.subtree() if t.lemma in nouns("decisions") and verb.i < t.i < first)
    before = {c.subtree()[-1].i: c.i for c in verb.children if c.lower in {"by", "of"} and verb.i < c.i < first}
    decision = next((t for t in decided if t.subtree()[-1].i + 1 in {first, before.get(first - 1)}), None)
    if decision is not None:
        hang(clause, decision, "acl")


def held_in_case(clause: Token) -> None:
    """ "the view of the High Court in Roy v. State *which held* that": the court held it, not a party, nor its view."""
    which = clause.child("nsubj")
    if clause.dep != "relcl" or clause.lemma not in HOLDING or which is None or which.lower != "which":
        return
    near = (*clause.ancestors(), *(clause.head.subtree() if clause.head is not None else ()))
    court = next((t for t in near if _is_named_court(t) and t.i < clause.i), None)
    versus = [t for t in court.subtree() if t.lower in VERSUS and t.i < clause.i] if court is not None else []
    last = versus[-1] if versus else None
    if court is not None and last is not None and clause.head is not court and court.i < last.i:
        hang(clause, court, "relcl")


def _is_named_court(noun: Token) -> bool:
    return noun.mention is not None and noun.mention.type == "Court"


def put_on_hold(hold: Token) -> None:
    """ "put *on hold* the plan": what is put there is the plan, which the parser takes for the object of "hold"."""
    verb = hold.head
    on = next((c for c in verb.children if c.i == hold.i - 1 and c.lower == "on"), None) if verb is not None else None
    if hold.lower not in {"hold", "ice"} or hold.dep != "dobj" or verb is None or on is None or on.child("pobj"):
        return
    for noun in [c for c in hold.children if c.i > hold.i and c.dep in {"dobj", "appos", "nmod", "npadvmod"}]:
        hang(noun, verb, "dobj")
    hang(hold, on, "pobj")


def into_question(question: Token) -> None:
    """ "called into *question* the ban": what is called so is the ban, not "question ban", a thing called into."""
    noun = question.head if question.dep in {"compound", "nmod", "amod"} else None
    into = noun.head if noun is not None and noun.dep == "pobj" else None
    verb = into.head if into is not None and into.i == question.i - 1 else None
    if noun is None or into is None or verb is None or question.lower not in {"question", "doubt"}:
        return
    if into.lower in {"into", "in"} and verb.lemma in {"call", "bring", "throw"} and not verb.child("dobj"):
        hang(noun, verb, "dobj")
        hang(question, into, "pobj")


def court_then_acts(court: Token) -> None:
    """ "approached the High Court and *the Court agreed*": before a verb that nothing joins, its subject.

    The parser takes the court for a second object, and whoever approached it for the one that agreed.
    """
    verb = next((t for t in court.ancestors() if t.pos == "VERB"), None)
    if court.dep != "conj" or verb is None or not _is_court(court):
        return
    second = next((c for c in verb.children if c.dep == "conj" and c.i > court.i and is_finite(c)), None)
    if second is None or second.child("nsubj", "nsubjpass", "cc") is not None:
        return
    between = [c for c in verb.children if court.i < c.i < second.i and c.dep in {"cc", "punct"}]
    if not between and court.subtree()[-1].i < second.i:
        hang(court, second, "nsubjpass" if second.child("auxpass") else "nsubj")


def where_sued(preposition: Token) -> None:
    """ "sue Veyra for copying songs *in a Dutch court*": where they sue, and not where it did what they sue it for."""
    court, above = preposition.child("pobj"), preposition.head
    if preposition.lower not in {"in", "at", "before"} or preposition.dep != "prep" or court is None or above is None:
        return
    one = any(c.lower in {"a", "an"} for c in court.children) or (court.mention is not None and _is_court(court))
    if not one or not (court.lower in {"court", "tribunal"} or _is_court(court)):
        return
    ground = next((t for t in preposition.ancestors() if t.dep == "prep" and t.lower in {"for", "over", "about"}), None)
    verb = ground.head if ground is not None else None
    if ground is None or verb is None or verb.lemma not in LITIGATING or verb.pos != "VERB":
        return
    if court.subtree()[-1].i > ground.i:
        hang(preposition, verb, "prep")


def each_before_its_own(noun: Token) -> None:
    """ "Veyra's challenge before the High Court and *Lee's challenge* before another": two, each with its own court."""
    court, owner = noun.head if noun.dep == "conj" else noun.child("poss"), noun.child("poss")
    if court is None or owner is None or (court is owner and noun.dep != "pobj"):
        return
    if court is owner:  # "the High Court and Lee" read as the owners of one thing
        owner = court.child("conj")
    preposition, cc = (noun if court.head is noun else court).head, court.child("cc")
    if preposition is None or cc is None or owner is None or owner.child("case") is None or court.child("case"):
        return
    beside = (preposition.head, *preposition.head.children) if preposition.head is not None else ()
    first = next((t for t in beside if t.i == preposition.i - 1 and t.lemma == noun.lemma), None)
    if preposition.dep != "prep" or first is None or first is noun:
        return
    behind = next((t for t in (preposition.head or first).children if t.i == noun.i + 1 and t.dep == "prep"), None)
    hang(preposition, first, "prep")
    hang(court, preposition, "pobj")
    hang(cc, first, "cc")
    hang(noun, first, "conj")
    hang(owner, noun, "poss")
    if behind is not None:
        hang(behind, noun, "prep")
