"""What of a meeting's draft crosses to the case when it is approved."""

from collections.abc import Iterable

from services.meetings.domain.content import PUPIL, SCHOOL, Content
from shared.contracts.intake import FactSource
from shared.contracts.meetings import (
    CaseMinutesWords,
    MinutedAccount,
    MinutedAgreement,
    MinutedExamination,
    MinutedFact,
)
from shared.identifiers import derived_id


def words_of(content: Content, *, minutes_id: str, home: Iterable[str], contact_id: str) -> CaseMinutesWords:
    """Whatever the contract has room for; the box of notes stays here."""
    return CaseMinutesWords(
        facts=_facts(content),
        accounts=_accounts(content),
        agreements=_agreements(content, frozenset(home)),
        examinations=_examinations(content, minutes_id, contact_id),
    )


def added_words(
    addition_id: str, text: str, *, gap: str | None, source: FactSource | None
) -> CaseMinutesWords:
    """What an addition brings the case: a fact with its source, what the pupil told, or nothing."""
    if source is not None:
        fact = MinutedFact(fact_id=derived_id("fact", addition_id), text=text, source=source)
        return CaseMinutesWords(facts=(fact,))
    if gap == "account-pupil":
        return CaseMinutesWords(accounts=(MinutedAccount(party_id=PUPIL, account=text),))
    return CaseMinutesWords()


def _facts(content: Content) -> tuple[MinutedFact, ...]:
    return tuple(
        MinutedFact(
            fact_id=fact.fact_id,
            text=fact.text,
            where=fact.where,
            occurred_on=fact.occurred_on,
            source=fact.source or "unknown",
            source_words=fact.source_words,
            criteria=tuple(fact.criteria),
        )
        for fact in content.facts
    )


def _accounts(content: Content) -> tuple[MinutedAccount, ...]:
    """Each party once: what they told, and how they see what was seen differently."""
    told = {one.party_id: one.account for one in content.accounts if one.account}
    if content.pupil_account:
        told[PUPIL] = content.pupil_account
    views: dict[str, list[str]] = {}
    for point in content.viewpoints:
        for view in point.views:
            said = f"{point.about}: {view.text}" if point.about else view.text
            views.setdefault(view.party_id, []).append(said)
    parties = [*told, *(party for party in views if party not in told)]
    return tuple(
        MinutedAccount(
            party_id=party, account=told.get(party), view="\n\n".join(views.get(party, [])) or None
        )
        for party in sorted(parties, key=lambda party: party == SCHOOL)
    )


def _agreements(content: Content, home: frozenset[str]) -> tuple[MinutedAgreement, ...]:
    """Whatever the home does is voluntary (R28)."""
    return tuple(
        MinutedAgreement(
            agreement_id=one.agreement_id,
            what=one.what,
            who_id=one.who_id,
            who=one.who,
            by=one.by,
            voluntary=one.who_id in home,
        )
        for one in content.agreements
    )


def _examinations(content: Content, minutes_id: str, contact_id: str) -> tuple[MinutedExamination, ...]:
    """What was promised to be looked into, and each point where the home knew what the school did not."""
    promised = [
        MinutedExamination(
            step_id=derived_id("step", minutes_id, "examine", str(number)),
            what=one.what,
            person_id=one.who_id or contact_id,
            due_on=one.by,
        )
        for number, one in enumerate(content.examine)
    ]
    news = [
        MinutedExamination(
            step_id=derived_id("step", minutes_id, "news", str(number)),
            what=point.about or next(view.text for view in point.views),
            person_id=contact_id,
        )
        for number, point in enumerate(content.viewpoints)
        if point.new_information and (point.about or point.views)
    ]
    return (*promised, *news)
