"""Order: open a case for a class, with those entitled on its pupils' part as followers (row R44)."""

from services.intake.commands.settle_access import open_access
from services.intake.domain.access import Access
from services.intake.domain.case import Case
from services.intake.storage.handlers import handler_of
from services.intake.storage.house import Intake, access_id_of
from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.errors import Hidden, Refusal
from shared.identifiers import derived_id
from shared.web.idempotency import scoped_key


async def open_group_case(group_id: str, *, key: str, by: str, house: Intake) -> Case:
    """Open it; the same key again is the same case."""
    try:
        group = await house.directory.group(group_id)
    except Hidden:
        raise Refusal("invalid", fields={"group_id": "not-a-choice"}) from None
    handler = await handler_of(house.directory, group.listed.school_id, house.today())
    now = house.clock.now()
    year = now.astimezone(OSLO).year
    await house.numbers.reserve(year, 1)
    case = Case(
        id=derived_id("case", scoped_key(by, key), group_id),
        number=house.numbers.take(year),
        school_id=group.listed.school_id,
        kind="group",
        group_id=group_id,
        told_as="staff",
        reporter_id=by,
        handler_id=handler.id,
        reported_at=now,
        raised_with_rektor_at=now,
        contact_by=add_working_days(now, 1).at,
        state="received",
        received_at=now,
    )
    await open_access(
        Access(
            id=access_id_of(case.id),
            case_id=case.id,
            school_id=case.school_id,
            kind="group",
            group_id=group_id,
        ),
        house=house,
    )
    return await house.cases.add(case.opened(), by=by)
