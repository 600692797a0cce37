"""Order: say who looks after the child, where and when; or that nobody needs to, and why (rows R29, P1)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from services.intake.commands.close_tasks import close_tasks
from services.intake.commands.settle_access import leadership_ids
from services.intake.domain.case import Case
from services.intake.domain.case_parts import PLACES, Card, NoCard
from services.intake.storage.house import Intake
from shared.errors import Hidden, Refusal
from shared.identifiers import derived_id

ALERT_AFTER = timedelta(minutes=5)
LATEST = timedelta(days=60)


@dataclass(frozen=True)
class PlanTomorrow:
    case_id: str
    adult_id: str
    colleague_id: str
    place: str
    starts_at: datetime
    by: str
    leads: bool = False


async def plan_tomorrow(command: PlanTomorrow, *, house: Intake) -> str:
    """Set up the card; its id. The same card again changes nothing, another for the same day replaces it."""
    now = house.clock.now()
    await _check(command, now, house)
    card = Card(
        id=derived_id(
            "card", command.case_id, command.adult_id, command.place, command.starts_at.isoformat()
        ),
        adult_id=command.adult_id,
        colleague_id=command.colleague_id,
        place=command.place,
        starts_at=command.starts_at,
        alert_at=command.starts_at + ALERT_AFTER,
        planned_by=command.by,
        planned_at=now,
    )

    def decide(case: Case) -> None:
        if command.leads:
            case.receive(command.by, now)
        case.plan_tomorrow(card)

    await house.cases.change(command.case_id, decide, by=command.by)
    await close_tasks(command.case_id, ["tomorrow-to-decide"], by=command.by, house=house)
    return card.id


async def need_no_card(case_id: str, reason: str, *, by: str, house: Intake) -> None:
    """Nobody is set up, with the reason; it stands in the case until somebody is."""
    no_card = NoCard(reason=reason, by=by, at=house.clock.now())
    await house.cases.change(case_id, lambda it: it.need_no_card(no_card), by=by)
    await close_tasks(case_id, ["tomorrow-to-decide"], by=by, house=house)


async def _check(command: PlanTomorrow, now: datetime, house: Intake) -> None:
    case = await house.cases.get(command.case_id)
    if case is None:
        raise Hidden
    faults: dict[str, str] = {}
    if not now <= command.starts_at <= now + LATEST:
        faults["day"] = "not-ahead"
    if command.adult_id == command.colleague_id:
        faults["colleague_id"] = "same-person"
    staff = {one.id for one in await house.directory.staff_at(case.school_id)} - set(case.implicated)
    if case.led_by == "owner":
        staff -= await leadership_ids(case.school_id, house=house)
    for field, person_id in (("adult_id", command.adult_id), ("colleague_id", command.colleague_id)):
        if person_id not in staff:
            faults[field] = "not-a-choice"
    rooms = {one.listed.room_id for one in await house.directory.rooms_at(case.school_id)}
    if command.place not in rooms and command.place not in PLACES:
        faults["place"] = "not-a-choice"
    if faults:
        raise Refusal("invalid", fields=faults)
