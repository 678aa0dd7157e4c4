"""What a measure was taken for, told beside it: "Ofcom fined Veyra. *It had hidden its fees*".

A decision tells one case in many sentences: the fine in one, what was found and which law was broken in others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg import lexicon
from kg.event.behind import Behind
from kg.event.filling import filled
from kg.language import paths
from kg.language.phrase import phrase, surface
from kg.language.token import Sentence, Token
from kg.model import Fact, Filler
from kg.reference.corefer import Coreference
from kg.vocabulary import is_a

#: What is done to somebody for what he did, and where the text says for what.
MEASURES = {"Fine", "Settlement", "Lawsuit", "Warning"}
FINDINGS = ("Ruling", "Charge", "Accusation", "Lawsuit", "Investigation")
#: What tells of a warning that it answers a deed, not one that is to come.
REPRIMAND = re.compile(r"\b(?:reprimand|warning|notice|caution|censure|rebuke)(?:s|ed)?\b", re.IGNORECASE)
#: Characters within which a finding stands beside the measure.
NEAR = 600
#: How one takes up a deed that was told just before.
CONDUCT = {
    "act", "action", "activity", "behavior", "behaviour", "collection", "conduct", "disclosure", "failure", "omission",
    "practice", "processing", "sharing", "transfer", "use",
}  # fmt: skip
BREAKING = {"violate", "breach", "infringe", "contravene", "break", "flout"}
BREACH = {"violation", "breach", "infringement", "contravention", "offence", "offense"}
#: Measures whose reason a text gives in a sentence of its own, how that takes them up, and how it gives the reason.
REASONED = {"Ban", "ContentRemoval", "Arrest", "Fine"}
STEPS = {
    "action", "ban", "block", "blocking", "decision", "direction", "measure", "move", "order", "restriction",
    "shutdown", "step", "suspension", "removal", "arrest",
}  # fmt: skip
TAKING = {"do", "take", "come", "impose", "make", "issue", "order", "introduce", "announce", "aim", "intend", "mean"}
REASON = (
    "pp[because+of|due+to|in+response+to|over] | pp[in] .[interest|interests|response] pp[of|to]"
    " | pp[on] .[ground|grounds] pp[of] | pp[on] .[ground|grounds] acl[@finite]"
    " | prep[at] pcomp[prevent|curb|stop|combat|quell|halt|counter] dobj"
    " | comp[prevent|curb|stop|combat|quell|halt|counter] dobj"
    " | advcl[prevent|curb|stop|combat|quell|halt|counter] dobj"
)
#: What somebody must have before he does certain things.
LEAVE = {"basis", "consent", "permission", "authorisation", "authorization", "approval", "licence", "license"}
#: What a measure is called where its law is told in the next sentence, and what stands before that law.
MEANT: dict[str, frozenset[str]] = {
    "Fine": frozenset({"fine", "penalty", "sanction", "decision"}),
    "Ban": frozenset({"ban", "block", "blocking", "order", "decision", "suspension", "shutdown", "restriction"}),
    "Order": frozenset({"order", "direction", "directive", "decision", "notice", "demand"}),
    "InformationRequest": frozenset({"request", "notice", "order", "demand", "subpoena"}),
    "Arrest": frozenset({"arrest", "detention"}),
    "Charge": frozenset({"charge", "indictment"}),
    "Investigation": frozenset({"investigation", "probe", "inquiry", "proceeding"}),
    "Lawsuit": frozenset({"lawsuit", "suit", "complaint", "case", "action", "claim"}),
    "Designation": frozenset({"designation", "decision"}),
    "ContentRemoval": frozenset({"removal", "takedown", "request"}),
}
UNDER = frozenset({"under", "pursuant", "based"})
#: Sentences before a fine in which the breach may be told for which it is.
REACH = 2
TAKEN_UP = {"this", "that", "these", "those", "which", "such", "both"}
#: What somebody had done that is no fault of his: beside speaking, and what the lexicon holds for blameless.
HARMLESS = frozenset(
    "appeal argue ask be become cooperate deny have launch offer pay promise receive reply request submit try "
    "want".split()
)


def with_grounds(
    facts: list[Fact], sentences: Sequence[Sentence], coreference: Coreference, today: str | None
) -> list[Fact]:
    """The facts with what the sentences beside them tell of the law that was broken, and how."""
    beside = _Beside(sentences, coreference)
    facts = [beside.with_law_of_conduct(fact) for fact in facts]
    facts = [_with_finding(fact, facts, (today or "")[:4]) for fact in facts]
    return [beside.with_law_of_measure(beside.with_reason(beside.with_deed(fact))) for fact in facts]


def _with_finding(fact: Fact, facts: list[Fact], year: str) -> Fact:
    """ "The CNIL fined Veyra. *It found that Veyra broke the GDPR*": for what the same body found of the same firm.

    Where it took two measures of a kind on one, each is for another thing.
    """
    if fact.type not in MEASURES or fact.polarity == "negated" or fact.modality == "possible":
        return fact
    if fact.type == "Warning" or ("matter" in fact.args and "law" in fact.args):
        return fact
    alike = [one for one in facts if one.type == fact.type and _is_one_case(one, fact)]
    if len(alike) != 1:
        return fact
    found = [one for one in facts if _is_finding(one, fact, year)]
    found = [one for type_ in FINDINGS for one in found if one.type == type_]
    matter = next((one.args["matter"] for one in found if one.args.get("matter")), ())
    laws = {f.key: f for one in found if one.type != "Investigation" for f in one.args.get("law", ())}
    fact = filled(fact, {"matter": matter}) if matter and "matter" not in fact.args else fact
    return filled(fact, {"law": tuple(laws.values())}) if laws and "law" not in fact.args else fact


def _is_finding(one: Fact, measure: Fact, year: str) -> bool:
    """Whether something told beside a measure may be what it was taken for."""
    if one is measure or one.type not in FINDINGS or one.type == measure.type or one.polarity == "negated":
        return False
    if one.modality in {"possible", "planned", "threatened"} or one.attribution:
        return False
    said_in_suit = measure.type == "Lawsuit" and one.type == "Accusation"
    near = said_in_suit or _distance(one, measure) <= NEAR
    return _is_one_case(one, measure) and near and not _at_other_times(one, measure, year)


def _is_one_case(one: Fact, other: Fact) -> bool:
    """Whether two facts are of the same authority, where both name one, and against the same."""
    by, against = ({x.key for x in _by(f)} for f in (one, other)), ({x.key for x in _against(f)} for f in (one, other))
    acting, accused = set.intersection(*by), set.intersection(*against)
    return bool(acting and accused)


def _by(fact: Fact) -> Iterable[Filler]:
    """Who takes a measure or finds something: of a settlement the authority, on whichever side it is told."""
    parties = (*fact.args.get("agent", ()), *fact.args.get("recipient", ()))
    if fact.type == "Settlement":
        return [f for f in parties if _is_authority(f)]
    return fact.args.get("agent", ())


def _against(fact: Fact) -> Iterable[Filler]:
    parties = (*fact.args.get("agent", ()), *fact.args.get("recipient", ()))
    if fact.type == "Settlement":
        return [f for f in (*parties, *fact.args.get("target", ())) if not _is_authority(f)]
    return fact.args.get("target", ())


def _is_authority(filler: Filler) -> bool:
    return is_a(filler.type, "PublicBody") or filler.type in {"InternationalOrganisation", "Country", "Region"}


def _distance(one: Fact, other: Fact) -> int:
    """Characters between the nearest places that tell two facts."""
    return min(max(a.start, b.start) - min(a.end, b.end) for a in one.evidence for b in other.evidence)


def _at_other_times(finding: Fact, measure: Fact, year: str) -> bool:
    """Whether a finding is told with another year than the measure, or if that has none than the document's.

    What was found in another year was fined then.
    """
    found, taken = ({(f.value or "")[:4] for f in fact.args.get("time", ())} for fact in (finding, measure))
    return bool(found and not found & (taken or {year}))


class _Beside:
    """The sentences behind those that tell a fact."""

    def __init__(self, sentences: Sequence[Sentence], coreference: Coreference) -> None:
        self.coreference = coreference
        around = Behind(sentences)
        self._behind, self._before = around.of, around.before

    def with_deed(self, fact: Fact) -> Fact:
        """ "Ofcom fined Veyra. *It had not checked the age of its users*": what the next sentence tells it had done."""
        reproved = fact.type == "Fine" or (
            fact.type == "Warning" and any(REPRIMAND.search(e.quote) for e in fact.evidence)
        )
        if not reproved or fact.modality != "actual" or fact.polarity == "negated" or "matter" in fact.args:
            return fact
        targets = {f.key for f in fact.args.get("target", ())}
        for sentence in self._behind(fact):
            verb = sentence.root
            subject = verb.child("nsubj") if verb is not None else None
            if verb is None or subject is None or subject.mention is None or not _is_fault(verb):
                continue
            neglected = subject.lower in {"it", "they"} and _is_neglect(verb)  # no authority says so of itself
            if neglected or targets & {e.id for e in self.coreference.entities(subject.mention)[0]}:
                told = [t for t in sentence.tokens if t.i > subject.i and t.text not in {".", "!", ";"}]
                deed = Filler(surface(told, sentence), "Phrase", told[0].start, told[-1].end)
                fact = filled(fact, {"matter": (deed,)})
                laws = self._laws(sentence)
                return filled(fact, {"law": laws}) if laws and "law" not in fact.args else fact
        return fact

    def with_reason(self, fact: Fact) -> Fact:
        """ "The ministry blocked Veyra. *This was done in the interest of* public order": why a measure was taken."""
        if fact.type not in REASONED or fact.polarity == "negated" or "matter" in fact.args:
            return fact
        for sentence in self._behind(fact):
            verb = sentence.root
            subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
            if verb is None or subject is None or verb.lemma not in TAKING or verb.child("neg") is not None:
                continue
            words = {c.lower for c in subject.children}
            taken_up = subject.lower in {"this", "it"} or (subject.lemma in STEPS and words & {*TAKEN_UP, "the"})
            ends = (t for steps in paths.parse(REASON) for t in paths.walk(verb, steps) if taken_up)
            found = next((m for t in ends if (m := phrase(t, sentence)) is not None), None)
            if found is not None:
                return filled(fact, {"matter": (Filler(found.text, "Phrase", found.start, found.end),)})
        return fact

    def with_law_of_conduct(self, fact: Fact) -> Fact:
        """ "... found that Veyra sold the data. *This practice is contrary to the GDPR*": which law that broke."""
        if fact.type not in {*MEASURES, *FINDINGS} or "law" in fact.args or fact.modality == "possible":
            return fact
        for sentence in self._behind(fact):
            if _tells_breach(sentence) and (laws := self._laws(sentence)):
                return filled(fact, {"law": laws})
        for sentence in self._before(fact, REACH) if fact.type == "Fine" else ():
            if _tells_breach(sentence) and (laws := self._laws(sentence)):
                return filled(fact, {"law": laws})
        return fact

    def with_law_of_measure(self, fact: Fact) -> Fact:
        """ "The ministry blocked Veyra. *The order was made under the Media Act*": by which law that was done."""
        nouns = MEANT.get(fact.type, frozenset())
        if not nouns or "law" in fact.args or fact.polarity == "negated" or fact.modality == "possible":
            return fact
        for sentence in self._behind(fact):
            if _is_on_measure(sentence, nouns) and (laws := self._laws(sentence, UNDER)):
                return filled(fact, {"law": laws})
        return fact

    def _laws(self, sentence: Sentence, behind: frozenset[str] = frozenset()) -> tuple[Filler, ...]:
        """The laws that a sentence names, or those that stand behind one of some words."""
        found: dict[str, Filler] = {}
        for token in sentence.tokens:
            mention = token.mention
            if mention is None or mention.type != "Law" or mention.kind != "name":
                continue
            words = {t.lower for t in token.ancestors() if t.dep in {"prep", "advcl", "advmod", "pcomp"}}
            if behind and not words & behind:
                continue
            for law in self.coreference.entities(mention)[0]:
                filler = Filler(
                    law.label, law.type, mention.start, mention.end, law.id, None, law.aliases, law.wikidata
                )
                found.setdefault(law.id, filler)
        return tuple(found.values())


def _is_on_measure(sentence: Sentence, nouns: frozenset[str]) -> bool:
    """Whether a sentence goes on about a measure told before: "*the fine* was imposed", "*it* is the first *fine*"."""
    verb = sentence.root
    subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
    if verb is None or subject is None or verb.child("neg") is not None:
        return False
    article = subject.child("det")
    definite = article is not None and article.lower in {*TAKEN_UP, "the"}
    told = verb.child("attr")
    again = subject.lower in {"it", "this"} and told is not None and told.lemma in nouns
    return again or (definite and subject.lemma in nouns)


def _is_fault(verb: Token) -> bool:
    """Whether a clause tells what somebody had done before, and what is no merit of his."""
    before = any(c.dep == "aux" and c.lower == "had" for c in verb.children) and verb.tag == "VBN"
    harmless = HARMLESS | lexicon.verbs("blameless") | lexicon.verbs("saying")
    return (before and verb.lemma not in harmless) or _is_neglect(verb)


def _is_neglect(verb: Token) -> bool:
    """Whether a clause tells that somebody broke a rule or had not done what he had to do."""
    left_undone = any(c.dep == "aux" and c.lower == "had" for c in verb.children) and verb.child("neg") is not None
    return left_undone or verb.lemma in {*BREAKING, "fail", "neglect"} or _is_in_breach(verb)


def _is_in_breach(verb: Token) -> bool:
    """ "The firm shared the data *without a legal basis*, *in violation of* Article 6": the deed is told as a fault."""
    phrases = [(c.lower, c.child("pobj")) for c in verb.children if c.dep == "prep"]
    nouns = {(word, noun.lemma) for word, noun in phrases if noun is not None}
    return any((word == "in" and noun in BREACH) or (word == "without" and noun in LEAVE) for word, noun in nouns)


def _tells_breach(sentence: Sentence) -> bool:
    """Whether a sentence says of a deed told just before that it broke a law."""
    verb = sentence.root
    subject = verb.child("nsubj") if verb is not None else None
    if verb is None or subject is None or any(c.dep == "neg" for c in verb.children):
        return False
    if any(c.dep == "aux" and c.lower in {"may", "might", "could", "would"} for c in verb.children):
        return False
    words = {c.lower for c in subject.children}
    taken_up = (subject.lemma in CONDUCT and bool(words & {*TAKEN_UP, "the"})) or (
        subject.lower in TAKEN_UP and not subject.children
    )
    below = [t for c in verb.children if c.dep in {"acomp", "attr", "dobj", "prep"} for t in (c, *c.children)]
    broken = verb.lemma in BREAKING or any(
        t.lemma in BREACH or t.lower in {"contrary", "unlawful", "illegal"} for t in below
    )
    in_breach = any(g.lemma in BREACH for t in below if t.dep == "prep" for g in t.children)
    return taken_up and (broken or in_breach)
