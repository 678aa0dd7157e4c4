"""Whom a text has spoken of, and how likely a later mention means one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kg import vocabulary
from kg.language.token import FIRST_PERSON
from kg.mention.nominal import AGED
from kg.model import PLACES, Entity, Mention, is_local
from kg.reference.part import GUILTY, HELD, INNOCENT, SIDES

#: Head nouns that can take up any one person told of before.
ANYBODY = {
    AGED, "man", "woman", "suspect", "accused", "victim", "teenager", "defendant", "youth", "couple", "men", "pair",
}  # fmt: skip
#: Head nouns for who is thought to have done something: never whoever merely was told of before, least of all a victim.
CULPRITS = {
    "suspect", "accused", "attacker", "perpetrator", "culprit", "offender", "gunman", "assailant", "thief", "hacker",
    "scammer", "fraudster", "criminal", "convict", "detainee", "prisoner", "inmate",
}  # fmt: skip
#: Head nouns for who wants no name: never a person whom the text names.
UNNAMED = {"source", "insider", "informant"}
MASCULINE = {"he", "him", "his", "himself"}
PERSONAL = MASCULINE | {"she", "her", "hers", "herself"}
NEUTER = {"it", "its", "itself"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
#: Offices that one person holds, told of as the body.
OFFICES = {
    "judge", "justice", "magistrate", "prosecutor", "attorney general", "attorney-general", "solicitor general",
    "commissioner", "ombudsman", "arbitrator", "lawmaker", "senator", "diplomat", "official", "officer", "investigator",
}  # fmt: skip
#: Bodies that are only called by their own noun.
FORCES = {"military", "army", "navy", "junta", "air force", "armed forces"}
#: Houses that no committee or panel of theirs is called by.
CHAMBERS = {"parliament", "congress", "senate", "assembly", "legislature"}
PANEL = re.compile(r"[Cc]ommittee|[Pp]anel")
#: Houses of a parliament, which is called by its own noun.
HOUSE = re.compile(r"\b(?:House of|Senate|Sabha|Chamber)\b")
#: What is only a part of a law.
PASSAGE = re.compile(
    r"(?:Part|Chapter|Schedule|Title|(?:sub-?)?sections?|articles?|clauses?|paragraphs?|rules?|regulations?) "
    r"(?:\d|[IVX]+\b).* of ",
    re.IGNORECASE,
)
#: What a law is not, that is called by such a word with a capital.
OTHER_LAWS = {
    "Act": re.compile(r"\b(?:Rules|Guidelines|Code|Constitution|Directive|Regulations)\b(?! Act)"),
    "Rules": re.compile(r"\b(?:Act|Bill|Constitution|Directive|Ordinance)\b(?!.*\bRules\b)"),
}
NO_ACTOR = {"Document", "Content", "ContentCategory", "Law"}
#: How much likelier what accuses means somebody of whom that is told already.
BLAMED = 2.5
#: How much likelier a service means a service told of before than a firm.
SERVICE = 3.0
#: How much less likely a text goes on about who is only said to have complained.
COMPLAINS = 2.5
#: How much less likely "the defendant" is somebody whom the text does not name.
UNHEARD = 4.0
#: Who is no "he" or "she": several people, or whoever is spoken for.
NO_HE = {"client", "family", "couple", "team", "gang", "staff", "crew", "trio", "duo", "pair", "legal team"}
FIRMS = {"Company", "Platform", "Organisation"}
#: How much oftener the one of whom a text tells is named than others.
OFTEN = 3
NOBODY: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Referent:
    """Whom the text has spoken of at a place: one entity or a coordinated group; how prominently, by which noun."""

    entities: tuple[Entity, ...]
    sentence: int
    position: int
    subject: bool
    acts: bool
    plural: bool
    head: str | None
    part: str = ""
    gender: str = ""
    speaks: bool = False
    joined: bool = False

    @property
    def named(self) -> bool:
        """Whether it has a name, and is not only "a man" of this document."""
        return not is_local(self.entities[0].id)


def protagonist(before: list[Referent], pronoun: Mention, types: tuple[str, ...]) -> tuple[Entity, ...]:
    """Whom "he" means where nobody near fits: whom the text has named far more often than anybody else."""
    people = Counter(r.entities for r in before if r.entities[0].type == "Person" and r.named)
    first, second = ([*people.most_common(2), (NOBODY, 0), (NOBODY, 0)])[:2]
    if first[1] < OFTEN or second[1] * OFTEN > first[1]:
        return NOBODY
    fitting = [r for r in before if r.entities == first[0] and can_be(r, pronoun, types, False)]
    return first[0] if fitting else NOBODY


def can_be(referent: Referent, mention: Mention, types: tuple[str, ...], plural: bool) -> bool:
    type_ = referent.entities[0].type
    if mention.kind == "nominal":  # "*the Rules*" are all of them, though "Part I of the Rules" was told of last
        passage = mention.type == "Law" and PASSAGE.match(referent.entities[0].label)
        other = mention.type == "Law" and is_other_law(mention, referent.entities[0].label)
        return not passage and not other and can_be_called(referent, mention, types, plural)
    word = mention.head or ""
    if word in FIRST_PERSON:
        return False  # the speaker, who is known only once the claim is
    if types and not admits(referent.entities[0], types):
        return False
    if word in PERSONAL:
        sex = "male" if word in MASCULINE else "female"
        if referent.head in NO_HE and not referent.named:
            return False
        person = type_ == "Person" or (referent.head in OFFICES and referent.subject)
        return person and not referent.plural and referent.gender in {sex, ""}
    if word in NEUTER:
        place = type_ in PLACES and not referent.acts
        if referent.head in SIDES and not referent.named:
            return not referent.plural  # "the petitioner" may be a firm
        return not referent.plural and not place and type_ not in NO_ACTOR | {"Person", "City", "Region"}
    reports = type_ == "MediaOutlet" and referent.speaks  # "Reuters said, citing two aides. *They* had seen it"
    return referent.plural or (type_ not in NO_ACTOR | PLACES and not reports)


def can_be_called(referent: Referent, mention: Mention, types: tuple[str, ...], plural: bool) -> bool:
    """Whether a noun phrase can mean somebody: by its noun, or by what the noun can stand for."""
    several = plural and not referent.plural and referent.named  # "their *apps*" are not the app that has a name
    if mention.head and mention.head == referent.head and (plural or not referent.plural) and not several:
        return True
    if mention.head in UNNAMED:
        return False
    if mention.head in FORCES and mention.head not in referent.entities[0].label.lower():
        return False
    if _is_other_house(mention, referent.entities[0].label):
        return False
    if mention.head == "state" and "state" not in referent.entities[0].label.lower().split():
        return False  # "the *State*" is not the government of the union
    if (mention.head in CULPRITS and referent.part not in GUILTY) or (
        mention.head in CULPRITS | {"defendant"} and referent.part in INNOCENT | {"accuser"}
    ):
        return False
    if not compatible(referent.entities[0].type, types) or (len(referent.entities) > 1 and not plural):
        return False
    if plural and not referent.plural and mention.type in {"Company", "NGO", "Platform"}:
        return False  # "*the groups* demand" are not the one that was named last
    if plural and not referent.plural and mention.head in {"authority", "regulator", "agency", "watchdog", "ministry"}:
        return False
    return referent.named or (mention.head in ANYBODY and not referent.plural and referent.head not in UNNAMED)


def is_other_law(mention: Mention, label: str) -> bool:
    """ "*the Act*" with a capital is not the rules made under it that were told of last, nor "*the Rules*" an act."""
    called = mention.text.split()[-1] if mention.text else ""
    return called in OTHER_LAWS and bool(OTHER_LAWS[called].search(label))


def _is_other_house(mention: Mention, label: str) -> bool:
    """ "a session of *the parliament*" is not that of its committee or one of its houses, told of before."""
    of_parliament = mention.head == "parliament" and HOUSE.search(label)
    return bool(of_parliament or (mention.head in CHAMBERS and PANEL.search(label)))


def salience(referent: Referent, here: int, mention: Mention, plural: bool) -> tuple[float, int]:
    score = -2.0 * (here - referent.sentence) + (1.5 if referent.subject else 0.0)
    if mention.kind == "nominal":
        score += 2.0 if mention.head == referent.head else 0.0
        score += 1.0 if referent.entities[0].type == mention.type else 0.0
        score -= 1.5 if referent.entities[0].type == "Organisation" else 0.0
        service = mention.type in {"Platform", "Product"}  # "Apple removed Veyra; *the app* ..." is not the firm
        score -= SERVICE if service and referent.entities[0].type == "Company" else 0.0
        score += 2.5 if referent.named and mention.head in referent.entities[0].label.lower().split() else 0.0
        again = mention.text == referent.entities[0].label and mention.text[:1].isupper()
        score += 2.5 if again and not referent.named else 0.0  # "the *Commission*", as good as a name
    accused = mention.head in {"defendant", "accused"}  # who has a name, before "a programmer" held beside him
    score -= UNHEARD if accused and not referent.named and referent.head != mention.head else 0.0
    score -= 0.5 if referent.joined else 0.0  # "*Veyra* and its owner Oppo": the first is whom a text tells of
    complains = referent.part == "plaintiff" and not referent.subject and mention.head not in PERSONAL | PLURAL
    score -= COMPLAINS if complains else 0.0  # "a complaint *by Veyra*. It searched *the firm*"
    wants_group = plural or (mention.head or "") in PLURAL
    score += 2.5 if wants_group and (len(referent.entities) > 1 or referent.plural) else 0.0
    score += 0.5 if wants_group and len(referent.entities) > 1 and referent.named else 0.0
    return score, referent.position


def weight(referent: Referent, mention: Mention) -> float:
    """How likely what accuses means somebody, compared with others before it."""
    return salience(referent, 0, mention, False)[0] + (BLAMED if referent.part in HELD else 0.0)


def maybe_person(entity: Entity) -> bool:
    """Whether a name of unknown kind could be somebody's: two or three words of letters."""
    words = entity.label.split()
    return entity.id.startswith("organisation/") and len(words) in {2, 3} and all(w.isalpha() for w in words)


def compatible(type_: str, types: Iterable[str]) -> bool:
    """Whether a class is one of those or below; one of unknown kind is no court, nor the reverse."""
    return any(type_ == t if t in {"Organisation", "PublicBody"} else vocabulary.is_a(type_, t) for t in types)


def admits(entity: Entity, types: tuple[str, ...]) -> bool:
    """Whether somebody may fill a role of these types; a name of unknown kind may be a firm's."""
    if entity.type == "Organisation" and entity.id.startswith("organisation/") and FIRMS & set(types):
        return True
    return any(t != "Phrase" and vocabulary.is_a(entity.type, t) for t in types)
