"""What stands before a colon as the heading of the sentence behind it: no party to what that tells."""

from __future__ import annotations

from kg.language.token import Token, hang

#: How a heading hangs on the verb of the sentence that it stands over.
SUBJECTS = {"nsubj", "nsubjpass", "dep"}


def over_clause(heading: Token) -> None:
    """ "Veyra v. Tixo: *Judge Lee* orders ...": behind the colon stands the subject, not a second name or title."""
    verb = heading.head
    if heading.dep not in SUBJECTS or verb is None or verb.pos not in {"VERB", "AUX"} or heading.subtree()[0].i > 0:
        return
    colon = next((t for t in verb.subtree() if t.text == ":"), None)
    if colon is None or not heading.i < colon.i < verb.i or any(t.tag in {"VBZ", "VBD", "VBP"} for t in _until(colon)):
        return
    subject = next((c for c in verb.children if c.dep in SUBJECTS and colon.i < c.i < verb.i), None)
    if subject is None:
        beside = [c for c in heading.children if c.i > colon.i and c.dep in {"appos", "conj", "nmod", "dep"}]
        if not beside or beside[-1].pos not in {"NOUN", "PROPN", "PRON"}:
            return
        hang(beside[-1], verb, heading.dep if heading.dep != "dep" else "nsubj")
    heading.dep = "dep"


def _until(colon: Token) -> list[Token]:
    """The words from the sentence's first to a colon."""
    top = colon.top()
    return [t for t in top.subtree() if t.i < colon.i]


def okays(verb: Token) -> None:
    """ "House *OKs* bill on spyware": a verb of headlines, which the parser takes for a part of the name behind it."""
    noun = verb.head
    if verb.lower not in {"oks", "okays"} or verb.dep != "compound" or noun is None or noun.i < verb.i:
        return
    before = [c for c in (*verb.children, *noun.children) if c.i < verb.i and c.dep in {"compound", "nmod", "poss"}]
    if not before:
        return
    verb.pos, verb.tag, verb.lemma = "VERB", "VBZ", "okay"
    hang(verb, noun.head, noun.dep)
    hang(noun, verb, "dobj")
    for word in before[:-1]:
        hang(word, before[-1], "compound")
    hang(before[-1], verb, "nsubj")
