"""Slips of the parser that wording alone gives away: what hangs in the wrong place is hung where it belongs."""

from __future__ import annotations

from kg.language.mending import (
    claim,
    clause,
    court,
    doer,
    heading,
    participle,
    party,
    phrase,
    pleading,
    row,
    speech,
    wording,
)
from kg.language.reattach import reattach
from kg.language.token import Token


def mend(token: Token) -> None:
    """Put right what the parser is known to get wrong about a word; the order counts: one mends what another needs."""
    wording.present(token)
    wording.name_verb(token, {"NN", "NNS"})
    court.before_court(token)
    court.court_before_verb(token)
    court.told_behind_clause(token)
    court.did_direct(token)
    court.joined_verb(token)
    participle.reduced(token)
    participle.deed_of_name(token)
    participle.deed_of_subject(token)
    phrase.subject_beside(token)
    heading.over_clause(token)
    party.titled_person(token)
    party.named_subject(token)
    party.owned_behind(token)
    row.subject_apart(token)
    row.imposed_again(token)
    row.names_behind(token)
    party.beside_infinitive(token)
    party.beside_finite(token)
    speech.reporter_behind(token)
    speech.outlet_behind(token)
    speech.reporter_named(token)
    wording.made_public(token)
    claim.owns_up(token)
    claim.claims_to(token)
    claim.claimed_of(token)
    claim.says_apart(token)
    claim.aside(token)
    clause.described_subject(token)
    clause.relative(token)
    clause.of_whom(token)
    clause.named_extremist(token)
    clause.day_told(token)
    clause.subject_of_said(token)
    clause.said_of_many(token)
    clause.asked_about(token)
    clause.shown(token)
    clause.told_whom(token)
    clause.deed_to_name(token)
    clause.beside_participle(token)
    speech.declared(token)
    wording.by_name(token)
    speech.told_behind(token)
    speech.understands(token)
    phrase.accused_of(token)
    speech.judged_as(token)
    speech.that_clause(token)
    speech.beside_semicolon(token)
    speech.alleging(token)
    speech.alleging_before(token)
    speech.alleging_where(token)
    pleading.suit_alleging(token)
    pleading.whose_allegations(token)
    pleading.in_settlement(token)
    doer.by_authority(token)
    doer.operation_of(token)
    pleading.with_outlet_claiming(token)
    speech.saying_too(token)
    wording.named_object(token)
    wording.infinitive(token)
    reattach(token)
    speech.said(token)
    speech.opening(token)
    participle.second_gerund(token)
    participle.second_paper(token)
    phrase.listed_above(token)
    phrase.listed(token)
    phrase.second_object(token)
    wording.firm(token)
    wording.hearing(token)
    phrase.given_that(token)
    phrase.part_in(token)
    phrase.subject_behind_place(token)
    participle.inquirer(token)
    wording.titled(token)
    wording.to(token)
    phrase.payee(token)
    participle.imposed(token)
    phrase.demanded_that(token)
    phrase.given_to(token)
    phrase.given_bail(token)
    wording.sum(token)
    wording.calls(token)
    phrase.asked_to(token)
