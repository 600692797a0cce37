"""Order: record a fact with its source, or what the pupil tells (rows R7, R17)."""

from dataclasses import dataclass
from datetime import date

from services.intake.domain.case import Case
from services.intake.domain.case_parts import Account, Fact
from services.intake.storage.house import Intake
from shared.contracts.intake import FactSource
from shared.errors import Hidden, Refusal
from shared.identifiers import derived_id


@dataclass(frozen=True)
class RecordFact:
    case_id: str
    key: str
    text: str
    by: str
    where: str | None = None
    occurred_on: date | None = None
    source: FactSource = "unknown"
    source_words: str | None = None
    assessment: str | None = None
    criteria: tuple[str, ...] = ()


async def record_fact(command: RecordFact, *, house: Intake) -> str:
    """Keep it, whole or with gaps that show; the fact's id. The same key again is the same fact."""
    if command.occurred_on is not None and command.occurred_on > house.today():
        raise Refusal("invalid", fields={"occurred_on": "not-past"})
    fact = Fact(
        id=derived_id("fact", command.case_id, command.key),
        text=command.text,
        where=command.where,
        occurred_on=command.occurred_on,
        source=command.source,
        source_words=command.source_words,
        assessment=command.assessment,
        criteria=command.criteria,
        recorded_by=command.by,
        recorded_at=house.clock.now(),
    )
    await house.cases.change(command.case_id, lambda it: it.record_fact(fact), by=command.by)
    return fact.id


@dataclass(frozen=True)
class HearPupil:
    case_id: str
    by: str
    account: str | None = None
    told_on: date | None = None
    not_heard_reason: str | None = None


async def hear_pupil(command: HearPupil, *, house: Intake) -> None:
    """Keep the pupil's own words, or why the pupil was not heard; one of the two is needed."""
    if not command.account and not command.not_heard_reason:
        raise Refusal("invalid", fields={"account": "account-or-reason"})
    now = house.clock.now()

    def decide(case: Case) -> None:
        if case.pupil_id is None:
            raise Hidden
        case.hear_account(
            Account(
                id=derived_id("account", command.case_id, command.by, now.isoformat()),
                party_id=case.pupil_id,
                account=command.account,
                told_to=command.by,
                told_on=command.told_on or house.today(),
                not_heard_reason=None if command.account else command.not_heard_reason,
                at=now,
            )
        )

    await house.cases.change(command.case_id, decide, by=command.by)
