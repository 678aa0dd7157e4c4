"""Pronouns whose construction says whom they mean, or whom not: "accused the firm of lying in *its* report"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg import vocabulary
from kg.language.hearer import PAPERS
from kg.language.served import is_served
from kg.language.syntax import subjects
from kg.language.token import RELATIVES, Token
from kg.lexicon import nouns
from kg.model import PLACES, Entity, Mention, is_local
from kg.reference.aside import speaks
from kg.reference.referent import FIRMS, NEUTER, NOBODY, PERSONAL, PLURAL, Referent
from kg.reference.register import Register
from kg.reference.reproach import MEASURES, reproached
from kg.reference.spokesman import SPEAKING_FOR, houses_of

REFLEXIVE = {"itself", "himself", "herself", "themselves"}
#: The form in which the same pronoun is an object.
OBLIQUE = {"he": {"him"}, "she": {"her"}, "they": {"them"}}
#: Who orders and fines.
AUTHORITIES = ("PublicBody", "Court", "Government")
OBJECTS = {"dobj", "dative"}
#: With these somebody fights what was done to him.
FIGHTS = {"appeal", "challenge", "lawsuit", "suit", "complaint", "petition", "objection", "case", "action", "fight"}
#: What authorities do to firms, and firms to nobody.
COMMANDING = {"order", "fine", "reprimand", "instruct", "direct", "sanction", "prohibit", "penalise", "penalize"}
#: What somebody does who wants a thing of another.
REQUESTING = {"ask", "request", "order", "tell", "warn", "instruct", "urge", "direct", "require", "press"}
#: Whom firms have and authorities do not.
HOUSEHOLD = {"owner", "co-owner", "founder", "co-founder", "shareholder", "ceo", "subsidiary", "investor", "operator"}
#: What somebody settles, and how.
CHARGES = nouns("reproaches") | {"suit", "lawsuit", "complaint"}
SETTLING = {"settlement", "settle", "resolve", "deal", "agreement"}
#: What somebody does who tells what he will do himself.
ANNOUNCING = {"announce", "pledge", "vow", "promise"}
#: What authorities tell of what they do themselves.
TELLING = ANNOUNCING | {"say", "state", "confirm", "add"}
OFFICIAL = {
    "tighten", "introduce", "implement", "launch", "open", "investigate", "review", "examine", "consider", "monitor",
    "assess", "propose", "consult", "issue", "establish", "enforce", "publish", "impose", "ban", "block", "fine",
}  # fmt: skip
#: What parties bring, not courts.
SUITS = {"lawsuit", "suit", "appeal", "complaint", "petition", "claim", "counterclaim"}
#: How parties speak before a court, and no court does.
PLEADING = {"contend", "plead", "allege", "argue", "petition"}
#: What somebody does to whom "its decision" belongs that he does it for.
BLAMING = {
    "accuse", "ban", "blame", "block", "charge", "condemn", "criticise", "criticize", "fine", "investigate", "penalise",
    "penalize", "praise", "punish", "slam", "sue", "thank", "warn",
}  # fmt: skip
#: What others ask for somebody.
SOUGHT = {"release", "arrest", "extradition", "detention", "freedom", "prosecution", "acquittal", "dismissal"}
ASKING = {"demand", "seek", "call", "request", "urge", "secure", "order", "want"}
#: With these somebody has others do something.
BIDDING = {"ask", "demand", "direct", "force", "instruct", "order", "request", "require", "tell", "urge", "want"}
#: What authorities enter by force, and how: never what is their own.
PREMISES = {"office", "premise", "headquarters", "home", "house", "server", "building", "site", "facility", "computer"}
ENTERING = {"search", "raid", "inspect", "visit", "seize", "scour", "enter", "storm", "swoop"}
#: What others want of somebody, and how he takes it.
WANTED = {
    "request", "order", "demand", "letter", "question", "query", "summons", "subpoena", "notice", "appeal", "warning",
}  # fmt: skip
TAKING = {
    "ignore", "answer", "respond", "reply", "refuse", "reject", "comply", "defy", "obey", "heed", "rebuff", "disregard",
    "flout", "follow", "implement", "fulfil", "fulfill", "grant", "receive",
}  # fmt: skip
#: What people face who are accused.
PUNISHMENTS = {"charge", "trial", "year", "prison", "jail", "imprisonment", "sentence", "penalty", "extradition"}
#: Whoever hears so hears what befalls himself.
WARNING = {"warn", "notify", "inform", "remind", "tell", "threaten"}
#: Who does so is who is told of it, not who tells it.
SUFFERING = {"face", "risk", "violate", "breach", "infringe", "owe", "fail"}
#: Whoever hears so hears what he himself does or has to do.
CAUTIONING = {"warn", "remind"}
#: With what is one's own one does so.
PARTING = {"sell", "divest", "offload", "spin", "close", "shut", "float", "rename", "split"}

#: In what somebody says or decides something, or does what is told behind.
WORDS = PAPERS | nouns("decisions") | {"announcement", "lawsuit", "motion", "opinion", "order", "suit"}
#: As many words may stand before a pronoun that opens its sentence.
SOON = 1


class Binding:
    """The constructions of one document; `history` is whom it has told of so far, `meant` whom a mention means."""

    def __init__(
        self, register: Register, history: list[Referent], meant: Callable[[Mention], tuple[Entity, ...]]
    ) -> None:
        self.register, self._history, self._meant = register, history, meant

    def bound(self, pronoun: Token) -> tuple[Entity, ...]:
        """Whom the construction makes a pronoun mean; nobody where it leaves that open."""
        return (
            self._listed_before(pronoun)
            or self._echoed(pronoun)
            or self._object_before(pronoun)
            or self._served(pronoun)
            or self._seller(pronoun)
            or self._asked_by_speaker(pronoun)
            or self._reproached(pronoun)
            or self._blamed_for(pronoun)
            or self._warned(pronoun)
            or self._suitor(pronoun)
            or self._settler(pronoun)
            or self._says_of_himself(pronoun)
            or self._announces_its_own(pronoun)
            or self._acts_itself(pronoun)
            or self._say_they_would(pronoun)
            or self._says_of_his_house(pronoun)
            or self._bids(pronoun)
            or self._fronted(pronoun)
        )

    def barred(self, pronoun: Token) -> frozenset[str]:
        """Whom, by identifier, a pronoun cannot mean."""
        acting = self._no_house(pronoun) | self._acting_on(pronoun) | self._no_authority(pronoun)
        pleading = self._no_plaintiffs(pronoun) | self._no_asker(pronoun)
        judging = self._no_accused(pronoun) | self._nobody_but_outlet(pronoun) | self._no_possession(pronoun)
        return acting | pleading | judging | self._no_intruder(pronoun) | self._no_taker(pronoun)

    # whom a pronoun means

    def _listed_before(self, possessor: Token) -> tuple[Entity, ...]:
        """ "Veyra and *its* founder", "Veyra's chief and *its* founder": the organisation of the same list."""
        noun = possessor.head if possessor.dep == "poss" and possessor.lower in {"its", "their"} else None
        while noun is not None and noun.dep in {"conj", "appos", "compound"} and noun.head is not None:
            noun = noun.head
            owner = noun.child("poss")
            for token in (noun, *([owner] if owner is not None else ())):
                mention = token.mention
                if mention is not None and mention.kind == "name" and mention.start < possessor.start:
                    entity = self.register.entity(mention)
                    if vocabulary.is_a(entity.type, "Organisation") or vocabulary.is_a(entity.type, "Platform"):
                        return (entity,)
        return NOBODY

    def _served(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "*Ann Lee* was sent a notice, asking *her* to answer": on whom the paper was served."""
        asking = pronoun.head if pronoun.dep == "dobj" or pronoun.dep == "nsubj" else None
        asking = asking.head if pronoun.dep == "nsubj" and asking is not None and asking.dep == "ccomp" else asking
        if asking is None or not is_served(asking) or asking.head is None:
            return NOBODY
        served = asking.head.child("nsubjpass")
        return self._meant(served.mention) if served is not None and served.mention is not None else NOBODY

    def _echoed(self, pronoun: Token) -> tuple[Entity, ...]:
        """Whom the same word means above ("the regulator fined *it* after *it* refused to answer")."""
        clause = pronoun.head if pronoun.dep in {"nsubj", "nsubjpass"} else None
        if clause is None or clause.dep != "advcl" or clause.head is None:
            return NOBODY
        above = next((c for c in clause.head.children if c.dep in OBJECTS and c.i < pronoun.i), None)
        forms = {pronoun.lower, *OBLIQUE.get(pronoun.lower, ())}
        if above is None or above.mention is None or above.lower not in forms:
            return NOBODY
        return self._meant(above.mention)

    def _object_before(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "acquitted *Ann Lee* of insulting the mayor but fined *her*": whom the verb before had as its object."""
        verb = pronoun.head if pronoun.dep in OBJECTS else None
        first = verb.head if verb is not None and verb.dep == "conj" and not verb.child("nsubj", "nsubjpass") else None
        above = first.child("dobj") if first is not None else None
        if above is None or above.mention is None or above.mention.kind == "pronoun":
            return NOBODY
        if pronoun.lower in PLURAL:  # "jailed *two Swedes and a Dane* and fined *them*"
            return self._all_of_list(above)
        return self._if_fits(self._meant(above.mention), pronoun)

    def _seller(self, possessor: Token) -> tuple[Entity, ...]:
        """ "asked *Toshiba* to sell *its* chip unit": what somebody is to part with is his own."""
        sold = possessor.head if possessor.dep == "poss" and possessor.lower in {"its", "their"} else None
        verb = sold.head if sold is not None and sold.dep == "dobj" else None
        if verb is None or verb.lemma not in PARTING or verb.tag not in {"VB", "VBG"}:
            return NOBODY
        sellers = [t for t in subjects(verb) if t.mention is not None and t.mention.kind == "name" and t.i < verb.i]
        return self._if_fits(self._meant(sellers[0].mention), possessor) if sellers and sellers[0].mention else NOBODY

    def _all_of_list(self, first: Token) -> tuple[Entity, ...]:
        """Several who are told of in a row; nobody where there is but one."""
        row = [first]
        while (further := row[-1].child("conj")) is not None and further.mention is not None:
            row.append(further)
        found = tuple(dict.fromkeys(e for t in row if t.mention is not None for e in self._meant(t.mention)))
        return found if len(found) > 1 else NOBODY

    def _asked_by_speaker(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "*Ofcom* says *Veyra* kept it although *it* asked *it* to delete it": who speaks had asked who did it."""
        clause = pronoun.head if pronoun.dep in {"nsubj", *OBJECTS} else None
        if clause is None or clause.dep != "advcl" or clause.lemma not in REQUESTING or clause.child("mark") is None:
            return NOBODY
        asker, asked = clause.child("nsubj"), clause.child(*OBJECTS)
        if asker is None or asked is None or asker.lower not in NEUTER | PLURAL:
            return NOBODY
        done = clause.head
        said = done.head if done is not None and done.dep == "ccomp" else None
        speaker = said.child("nsubj") if said is not None else None
        doer = done.child("nsubj") if done is not None else None
        if speaker is None or doer is None or not speaks(speaker):
            return NOBODY
        meant = speaker if pronoun is asker else doer
        if meant.mention is None or meant.mention.kind == "pronoun":
            return NOBODY
        if pronoun.lower in PLURAL:
            return self._all_of_list(meant)
        return self._if_fits(self._meant(meant.mention), pronoun)

    def _reproached(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "the ministry blocked *Veyra* after *it* refused to": whom a measure befalls for what he did."""
        told = reproached(pronoun)
        found = tuple(e for t in told if t.mention for e in self._meant(t.mention))
        if pronoun.lower in PLURAL:
            return found if len(found) > 1 or any(t.tag == "NNS" for t in told) else NOBODY
        return self._if_fits(found, pronoun) if pronoun.lower in NEUTER else NOBODY

    def _blamed_for(self, possessor: Token) -> tuple[Entity, ...]:
        """ "accused *the firm* of lying because of *its* decision": whose deed it is that somebody is blamed for."""
        noun = possessor.head if possessor.dep == "poss" else None
        ground = next((t for t in noun.ancestors() if t.dep == "prep" and t.head is not None), None) if noun else None
        if ground is None or ground.lower not in {"over", "for", "because"} or ground.head is None:
            return NOBODY
        verb = ground.head
        blamed = verb.child("dobj") if verb.lemma in BLAMING | MEASURES and verb.pos == "VERB" else None
        if blamed is None or blamed.mention is None or blamed.mention.kind == "pronoun" or blamed.i > possessor.i:
            return NOBODY
        return self._if_fits(self._meant(blamed.mention), possessor)

    def _warned(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "warned *the firm* that *its* licence could be withdrawn", "... that *it* must pay"."""
        noun = pronoun.head if pronoun.dep == "poss" else pronoun
        verb = noun.head if noun is not None and noun.dep in {"nsubj", "nsubjpass"} else None
        above = verb.head if verb is not None and verb.dep == "ccomp" else None
        warned = above.child(*OBJECTS) if above is not None and above.lemma in WARNING else None
        if warned is None or warned.mention is None or warned.i > pronoun.i:
            return NOBODY
        found = self._meant(warned.mention)
        if pronoun.lower in PLURAL:
            cautioned = above is not None and above.lemma in CAUTIONING
            return found if cautioned and warned.tag in {"NNS", "NNPS"} else NOBODY
        befalls = noun is not None and noun.dep == "nsubjpass"
        must = verb is not None and any(c.dep == "aux" and c.lower == "must" for c in verb.children)
        liable = noun is pronoun and verb is not None and (verb.lemma in SUFFERING or must)
        told = (befalls or liable) and pronoun.lower in NEUTER
        return found if told and len(found) == 1 and found[0].type in FIRMS else NOBODY

    def _suitor(self, possessor: Token) -> tuple[Entity, ...]:
        """ "rejected *Veyra's* appeal against *its* fine": who appeals does so against what was done to him."""
        measure = possessor.head if possessor.dep == "poss" else None
        against = measure.head if measure is not None and measure.dep == "pobj" else None
        suit = against.head if against is not None and against.lower in {"against", "to", "over", "about"} else None
        if suit is None or suit.lemma not in FIGHTS:
            return NOBODY
        by = [t for c in suit.children if c.dep == "prep" and c.lower in {"by", "from"} for t in c.children]
        owner = next((t for t in (suit.child("poss"), *by) if t is not None and t.i < possessor.i and t.mention), None)
        if owner is None or owner.mention is None or owner.mention.kind == "pronoun":
            return NOBODY
        return self._if_fits(self._meant(owner.mention), possessor)

    def _settler(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "After a settlement over allegations *it* broke the law, *Veyra* changed ...": who settles is accused."""
        clause = pronoun.head if pronoun.dep in {"nsubj", "nsubjpass"} else None
        charge = clause.head if clause is not None else None
        if charge is None or charge.lemma not in CHARGES:
            return NOBODY
        above = list(charge.ancestors())
        settling = next((i for i, t in enumerate(above[:4]) if t.lemma in SETTLING), None)
        main = None if settling is None else next((t for t in above[settling + 1 :] if t.pos in {"VERB", "AUX"}), None)
        subject = main.child("nsubj", "nsubjpass") if main is not None else None
        if subject is None or subject.mention is None or subject.i < pronoun.i or subject.mention.kind == "pronoun":
            return NOBODY
        return self._if_fits(self._meant(subject.mention), pronoun)

    def _says_of_himself(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "Kenya fined *Veyra*, which said *it* would appeal": who speaks in a relative clause speaks of himself."""
        clause = pronoun.head if pronoun.dep in {"nsubj", "nsubjpass"} else None
        said = clause.head if clause is not None and clause.dep == "ccomp" else None
        who = said.child("nsubj") if said is not None and said.dep == "relcl" else None
        if who is None or who.lower not in {"which", "who"} or said is None or said.head is None or not speaks(who):
            return NOBODY
        return self._if_fits(self._meant(said.head.mention), pronoun) if said.head.mention is not None else NOBODY

    def _say_they_would(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "*members* say *they would* rather close it": several who say so speak of themselves."""
        clause = pronoun.head if pronoun.dep == "nsubj" and pronoun.lower == "they" else None
        said = clause.head if clause is not None and clause.dep == "ccomp" else None
        who = said.child("nsubj") if said is not None else None
        if clause is None or said is None or said.lemma == "tell" or who is None or who.mention is None:
            return NOBODY
        several = speaks(who) and who.tag in {"NNS", "NNPS"}
        found = self._meant(who.mention) if several and _is_future(clause) else NOBODY
        return found if all(e.type not in PLACES for e in found) else NOBODY

    def _announces_its_own(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "*The Veyra Group* announced *they* will no longer sell Tixo": a house tells of what it will do itself."""
        clause = pronoun.head if pronoun.dep == "nsubj" and pronoun.lower == "they" else None
        said = clause.head if clause is not None and clause.dep == "ccomp" else None
        if clause is None or said is None or said.lemma not in ANNOUNCING or not _is_ahead(clause):
            return NOBODY
        who = said.child("nsubj")
        if who is None or who.mention is None or who.mention.kind != "name" or who.child("conj") is not None:
            return NOBODY
        found = self._meant(who.mention)
        return found if len(found) == 1 and found[0].type in FIRMS | {"MediaOutlet", "NGO"} else NOBODY

    def _acts_itself(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "*The ministry* said *it* was tightening the rules": an authority tells of an official act of its own."""
        clause = pronoun.head if pronoun.dep == "nsubj" and pronoun.lower == "it" else None
        said = clause.head if clause is not None and clause.dep == "ccomp" else None
        if clause is None or said is None or said.lemma not in TELLING or clause.lemma not in OFFICIAL:
            return NOBODY
        who = said.child("nsubj")
        if who is None or who.mention is None or not (_is_ahead(clause) or clause.tag == "VBG"):
            return NOBODY
        found = self._meant(who.mention) if who.mention.kind != "pronoun" else NOBODY
        official = len(found) == 1 and any(vocabulary.is_a(found[0].type, kind) for kind in (*AUTHORITIES, "Country"))
        return found if official or (found and found[0].type == "InternationalOrganisation") else NOBODY

    def _says_of_his_house(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "Lawyers for *Veyra* told the court *it* had left": of those whom somebody speaks for, not of his hearer."""
        clause = pronoun.head if pronoun.dep in {"nsubj", "nsubjpass"} and pronoun.lower == "it" else None
        said = clause.head if clause is not None and clause.dep == "ccomp" else None
        who = said.child("nsubj") if said is not None and said.lemma == "tell" else None
        bids = clause is not None and any(c.dep == "aux" and c.lower in {"should", "must"} for c in clause.children)
        speaks_for = who is not None and not bids and {who.lemma, who.lower} & SPEAKING_FOR
        houses = list(houses_of(who)) if who is not None and speaks_for else []
        return self._if_fits(self._meant(houses[0]), pronoun) if len(houses) == 1 else NOBODY

    def _bids(self, pronoun: Token) -> tuple[Entity, ...]:
        """ "*Noyb* urged Uber to drop a fee *it said* was unlawful": who bids somebody do something says why."""
        telling = pronoun.head if speaks(pronoun) else None
        noun = telling.head if telling is not None and telling.dep == "relcl" else None
        deed = next((t for t in noun.ancestors() if t.pos == "VERB"), None) if noun is not None else None
        bid = deed.head if deed is not None and deed.dep in {"ccomp", "xcomp"} else None
        if bid is None or bid.lemma not in BIDDING or noun is None or noun.i > pronoun.i:
            return NOBODY
        bidding = [(t, t.mention) for t in subjects(bid) if t.mention is not None and t.mention.kind != "pronoun"]
        found = tuple(e for _, mention in bidding for e in self._meant(mention))
        if pronoun.lower in PLURAL:
            return found if len(found) > 1 or any(t.tag in {"NNS", "NNPS"} for t, _ in bidding) else NOBODY
        return self._if_fits(found, pronoun)

    def _fronted(self, possessor: Token) -> tuple[Entity, ...]:
        """ "After *its* removal of Oppo, *Veyra* was criticised": before whom a text names first."""
        noun = possessor.head if possessor.dep == "poss" else None
        opening = noun.head if noun is not None and noun.dep == "pobj" else None
        verb = opening.head if opening is not None and opening.dep == "prep" and opening.i == 0 else None
        subject = verb.child("nsubj", "nsubjpass") if verb is not None else None
        if subject is None or subject.mention is None or subject.mention.kind != "name" or subject.i < possessor.i:
            return NOBODY
        found = self._if_fits(self._meant(subject.mention), possessor)
        human = possessor.lower in PERSONAL
        told = any((e.type == "Person") == human for e in self._told_of())
        own = noun is not None and opening is not None and opening.lower in {"in", "with"} and noun.lemma in WORDS
        return found if own or not told else NOBODY

    @staticmethod
    def _if_fits(found: tuple[Entity, ...], pronoun: Token) -> tuple[Entity, ...]:
        """Those found, if they are one of whom one says so: "she" of a person, "it" of anything else."""
        personal = len(found) == 1 and found[0].type == "Person"
        fits = personal if pronoun.lower in PERSONAL else len(found) == 1 and not personal
        return found if fits and pronoun.lower in NEUTER | PERSONAL else NOBODY

    # whom it does not mean

    def _no_house(self, pronoun: Token) -> frozenset[str]:
        """No public body has owners ("*its* founder")."""
        if pronoun.dep != "poss" or pronoun.head is None or pronoun.head.lemma not in HOUSEHOLD:
            return frozenset()
        return frozenset(e.id for e in self._told_of() if vocabulary.is_a(e.type, "PublicBody"))

    def _nobody_but_outlet(self, pronoun: Token) -> frozenset[str]:
        """ "Veyra will be fined, *Reuters* reported. *It* said ...": who reports goes on, and nobody reported on."""
        spoken = [r for r in self._history if r.speaks and r.position < pronoun.start]
        opens = pronoun.i <= SOON and pronoun.lower in NEUTER and speaks(pronoun)
        if not opens or not spoken or spoken[-1].sentence != self._history[-1].sentence:
            return frozenset()
        outlet = spoken[-1].entities[0]
        return frozenset(e.id for e in self._told_of()) - {outlet.id} if outlet.type == "MediaOutlet" else frozenset()

    def _no_authority(self, pronoun: Token) -> frozenset[str]:
        """No firm orders firms ("*it* ordered the company"), no authority is fined ("said *it* would be fined")."""
        verb = pronoun.head
        if verb is not None and pronoun.dep == "nsubj" and _answers(verb):
            firms_told = any(e.type in FIRMS for e in self._told_of())
            told = frozenset(e.id for e in self._told_of() if any(vocabulary.is_a(e.type, a) for a in AUTHORITIES))
            return told if firms_told else frozenset()
        if verb is None or verb.lemma not in COMMANDING:
            return frozenset()
        bodies = frozenset(e.id for e in self._told_of() if any(vocabulary.is_a(e.type, a) for a in AUTHORITIES))
        firms = frozenset(e.id for e in self._told_of() if e.type in FIRMS)
        thing = verb.child("dative", "dobj")
        commands = thing is not None and thing.mention is not None and thing.mention.kind == "nominal"
        if pronoun.dep == "nsubj" and commands and thing.mention.type in FIRMS:  # type: ignore[union-attr]
            return firms if bodies else frozenset()
        return bodies if pronoun.dep == "nsubjpass" and firms else frozenset()

    def _acting_on(self, pronoun: Token) -> frozenset[str]:
        """Who acts on somebody told by a pronoun is somebody else ("*the regulator* fined it", "*it* warned shops that
        they face fines")."""
        verb = pronoun.head if pronoun.dep in OBJECTS and pronoun.lower not in REFLEXIVE else None
        clause = pronoun.head if pronoun.lower in PLURAL and pronoun.dep in {"nsubj", "nsubjpass"} else None
        above = clause.head if clause is not None and clause.dep == "ccomp" else None
        if above is not None and above.lemma in CAUTIONING and above.child("dobj") is not None:
            verb = above
        subject = verb.child("nsubj") if verb is not None else None
        own = verb is not None and (subject.lower not in RELATIVES if subject is not None else verb.dep == "conj")
        return self._doers(verb) if verb is not None and own else frozenset()

    def _no_plaintiffs(self, possessor: Token) -> frozenset[str]:
        """Courts and juries: "found for the firm in *its lawsuit*" means no suit of theirs, nor do they plead ("*it
        contends*")."""
        above = possessor.head
        own = above is not None and possessor.dep == "poss" and above.lemma in SUITS
        pleads = above is not None and possessor.dep == "nsubj" and above.lemma in PLEADING
        against = above.head if possessor.dep == "pobj" and above is not None and above.lower == "against" else None
        if against is not None:  # "a court dismissed a lawsuit brought *against it*"
            own = against.lemma in SUITS | {"bring", "file", "lodge"}
        if not (own or pleads):
            return frozenset()
        return frozenset(e.id for e in self._told_of() if e.type == "Court")

    def _no_asker(self, possessor: Token) -> frozenset[str]:
        """Who asks for somebody's release does not ask for his own ("urged the minister to demand *his release*")."""
        noun = possessor.head if possessor.dep == "poss" else None
        verb = noun.head if noun is not None and noun.lemma in SOUGHT else None
        if verb is not None and verb.dep == "prep":
            verb = verb.head
        if verb is None or verb.lemma not in ASKING:
            return frozenset()
        askers = [t.mention for t in subjects(verb) if t.mention is not None and t.mention.kind == "name"]
        return frozenset(self.register.entity(m).id for m in askers)

    def _no_accused(self, pronoun: Token) -> frozenset[str]:
        """Police and courts try others ("Police held nine people. *They* will appear before a judge")."""
        verb = pronoun.head if pronoun.dep in {"nsubj", "nsubjpass"} and pronoun.lower in PLURAL else None
        then = (verb.child("xcomp") or verb) if verb is not None else None
        thing = then.child("dobj") if then is not None else None
        before = then is not None and then.lemma in {"appear", "plead"} and then.child("prep", "acomp") is not None
        faces = then is not None and then.lemma == "face" and thing is not None and thing.lemma in PUNISHMENTS
        if not (before or faces):
            return frozenset()
        return frozenset(e.id for e in self._told_of() if e.type in {"LawEnforcement", "Court", "Prosecutor"})

    def _no_intruder(self, possessor: Token) -> frozenset[str]:
        """Who searches an office searches another's ("the agency questioned the firm and raided *its offices*")."""
        noun = possessor.head if possessor.dep == "poss" else None
        verb = noun.head if noun is not None and noun.lemma in PREMISES and noun.dep == "dobj" else None
        if verb is None or verb.lemma not in ENTERING:
            return frozenset()
        return self._doers(verb)

    def _no_possession(self, possessor: Token) -> frozenset[str]:
        """What somebody has is not who has it ("an attack on *its website* hit *its news service*")."""
        top = next(reversed([*possessor.ancestors()]), None) if possessor.dep == "poss" else None
        before = (t for t in (top.subtree() if top is not None else ()) if t.i < possessor.i)
        had = (t.mention for t in before if (own := t.child("poss")) is not None and own.lower == possessor.lower)
        told = (m for m in had if m is not None and m.kind == "nominal")
        return frozenset(e.id for m in told for e in self._meant(m) if is_local(e.id))

    def _no_taker(self, possessor: Token) -> frozenset[str]:
        """Who answers requests answers another's ("the company ignored *its requests*")."""
        noun = possessor.head if possessor.dep == "poss" else None
        verb = noun.head if noun is not None and noun.lemma in WANTED and noun.dep in {"dobj", "pobj"} else None
        if verb is not None and verb.dep == "prep" and verb.lower in {"to", "with"}:
            verb = verb.head
        return self._doers(verb) if verb is not None and verb.lemma in TAKING else frozenset()

    def _doers(self, verb: Token) -> frozenset[str]:
        doers = (t.mention for t in subjects(verb) if t.mention is not None)
        return frozenset(e.id for m in doers for e in self._meant(m))

    def _told_of(self) -> Iterator[Entity]:
        return (e for r in self._history for e in r.entities)


def _answers(verb: Token) -> bool:
    """Whether a verb tells how somebody takes an order: "if *it fails* to comply", "*it will have* to pay a fine"."""
    then = verb.child("xcomp")
    must = verb.lemma == "have" and then is not None and then.lemma in {"pay", "face", "stop", "delete", "cease"}
    fails = verb.lemma in {"fail", "refuse", "neglect"} and then is not None
    return must or (fails and then is not None and then.lemma in {"do", "comply", "obey", "meet", "pay", "stop"})


def _is_ahead(clause: Token) -> bool:
    """ "they *will* close it", "they *are to* close it": told as what somebody is going to do."""
    to = clause.child("xcomp") if clause.lemma == "be" else None
    return _is_future(clause) or to is not None


def _is_future(clause: Token) -> bool:
    return any(c.dep == "aux" and c.lower in {"will", "would", "'ll"} for c in clause.children)
