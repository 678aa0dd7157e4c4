"""A verb behind a clause of what is said that goes on with the verb of saying: "held that it lied and *fined* it".

Or one behind a relative clause that goes on with the verb above that.
"""

from __future__ import annotations

from kg.language.token import Token, is_finite

#: What only somebody does, and no thing of which he says something; but for what itself binds people.
DECREEING = {
    "recommend", "order", "urge", "instruct", "direct", "demand", "fine", "sentence", "award", "reject", "call", "ask",
    "prohibit", "condemn", "acquit", "criticise", "criticize", "accuse", "warn", "suggest", "propose", "advise",
}  # fmt: skip
BINDING = {
    "law", "rule", "act", "order", "measure", "policy", "bill", "decree", "provision", "code", "regulation", "contract",
    "agreement", "clause", "article", "section", "directive", "judgment", "judgement", "ruling", "decision", "letter",
    "report", "document", "statement", "treaty", "convention", "injunction", "notice", "warrant", "term",
}  # fmt: skip


def continues_matrix(verb: Token, first: Token) -> bool:
    """ "*rules* that Apple is infringing and *bans* its phones": what is coordinated has one form."""
    above = first.head
    if first.dep != "ccomp" or above is None or verb.tag != above.tag:
        return False
    progressive = first.tag == "VBG" and first.child("aux") is not None
    if _is_act_of_body(verb, first):
        return True
    plural = first.tag == "VBP" and verb.tag == "VBZ"  # "*rules* that coins are property and *demands* access"
    return plural or (progressive and verb.tag in {"VBZ", "VBD"})


def _is_act_of_body(verb: Token, first: Token) -> bool:
    """ "*held* that the ban was excessive and *ordered* the ministry to lift it": no ban orders anybody."""
    thing = first.child("nsubj", "nsubjpass")
    dead = thing is not None and thing.pos == "NOUN" and thing.mention is None and thing.lemma not in BINDING
    return dead and verb.lemma in DECREEING and verb.tag == "VBD" and not verb.child("nsubj", "auxpass", "aux")


def resumed(verb: Token, first: Token) -> Token | None:
    """ "*claims* a bombing which killed ten but *denies* another": the verb of its tense before the relative clause."""
    if first.dep != "relcl" or {first.tag, verb.tag} != {"VBD", "VBZ"} or verb.child("nsubj"):
        return None
    above = next((t for t in first.ancestors() if t.pos == "VERB" and is_finite(t)), None)
    return above if above is not None and above.tag == verb.tag and above.i < first.i else None
