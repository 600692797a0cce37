"""Order: open a case, decide who may see it, and put the first things to do on somebody's list."""

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta

from services.intake.commands.settle_access import open_access
from services.intake.domain.access import Access
from services.intake.domain.case import Case
from services.intake.domain.case_parts import Fact, RightsGiven
from services.intake.domain.report import Report
from services.intake.domain.rights import RIGHTS_VERSION
from services.intake.domain.task import Task, task_id_of
from services.intake.storage.house import Intake, access_id_of
from shared.calendar import add_working_days, end_of_day
from shared.clock import OSLO
from shared.contracts.intake import FactSource, ToldAs
from shared.identifiers import derived_id

SOURCE_OF: dict[ToldAs, FactSource] = {
    "guardian": "guardian",
    "pupil": "pupil",
    "staff": "staff",
    "other": "other",
    "anonymous": "other",
}
_PATHS = {
    "tomorrow-to-decide": "/cases/{id}/tomorrow",
    "meeting-to-call": "/meetings/new?case={id}",
    "plan-to-write": "/cases/{id}/plan",
}


async def open_cases_of(report: Report, *, house: Intake) -> None:
    """A case for each child of the report; the second time changes nothing."""
    await asyncio.gather(*(_open(case, report, house) for case in cases_of(report)))


def cases_of(report: Report) -> Iterable[Case]:
    """The cases that follow from a report, as they are before anything has happened in them."""
    for one in report.cases:
        yield Case(
            id=one.case_id,
            number=one.number,
            school_id=report.school_id,
            pupil_id=one.pupil_id,
            report_id=report.id,
            told_as=report.told_as,
            reporter_id=report.reporter_id,
            handler_id=report.handler_id,
            reported_at=report.received_at,
            raised_with_rektor_at=report.received_at,
            contact_by=report.contact_by,
            home_held=report.home_held,
            concerns=report.concerns,
            led_by="owner" if report.concerns == "leadership" else "school",
            implicated=report.implicated,
            rights_given=_with_the_receipt(report),
        )


def _with_the_receipt(report: Report) -> list[RightsGiven]:
    """Whoever tells from home reads the rights on the receipt (row R33)."""
    if report.reporter_id is None or report.told_as not in ("guardian", "pupil"):
        return []
    return [
        RightsGiven(
            person_id=report.reporter_id, version=RIGHTS_VERSION, how="receipt", at=report.received_at
        )
    ]


async def _open(case: Case, report: Report, house: Intake) -> None:
    # Access first: whoever hears of the case can be told at once who may see it.
    await open_access(
        Access(
            id=access_id_of(case.id),
            case_id=case.id,
            school_id=case.school_id,
            pupil_id=case.pupil_id,
            home_held=case.home_held,
            excluded=case.implicated,
            led_by=case.led_by,
            leader_id=case.handler_id if case.led_by == "owner" else None,
        ),
        house=house,
    )
    await house.cases.add(case.opened(), by=report.entered_by)
    if case.concerns != "pupils":
        await _record_offence(case, report, house)
    await asyncio.gather(*(house.tasks.add(task.opened()) for task in first_tasks(case)))


async def _record_offence(case: Case, report: Report, house: Intake) -> None:
    """What was told of an employee is a fact with its criterion: whoever leads it is asked at once (L3)."""
    fact = Fact(
        id=derived_id("fact", case.id, report.id),
        text=report.text,
        source=SOURCE_OF[report.told_as],
        criteria=("staff_offends",),
        recorded_by=report.entered_by,
        recorded_at=report.received_at,
    )
    await house.cases.change(case.id, lambda it: it.record_fact(fact), by=report.entered_by)


def first_tasks(case: Case) -> list[Task]:
    """Whom to ring by when, who looks after the child tomorrow, and the plan.

    When the meeting and the plan are due is escalation's to say (C2, C5), and shown when it has.
    """
    found = [
        _task(case, "do", "tomorrow-to-decide", due_at=_end_of_school_day(case.reported_at)),
        _task(case, "meet", "meeting-to-call", due_at=None),
        _task(case, "write", "plan-to-write", due_at=None),
    ]
    if case.told_as == "anonymous":
        found.append(_task(case, "write", "reporter-to-answer", due_at=case.contact_by))
    elif case.told_as in ("guardian", "other", "pupil"):
        found.append(_task(case, "ring", "contact-reporter", due_at=case.contact_by, about=case.reporter_id))
    elif not case.home_held:
        # Row R4: what the school itself suspects is told at home as quickly.
        found.append(_task(case, "ring", "contact-home", due_at=case.contact_by))
    return found


def contact_home(case: Case, at: datetime, *, about: str) -> Task:
    """The home is told by the end of the next working day, of this matter by itself."""
    task = _task(case, "ring", "contact-home", due_at=add_working_days(at, 1).at)
    return task.model_copy(update={"id": task_id_of("contact-home", case.id, about), "opened_at": at})


def _task(case: Case, list_: str, code: str, *, due_at: datetime | None, about: str | None = None) -> Task:
    return Task.model_validate(
        {
            "id": task_id_of(code, case.id),
            "case_id": case.id,
            "school_id": case.school_id,
            "list": list_,
            "code": code,
            "owner_id": case.handler_id,
            "about_person_id": about,
            "due_at": due_at,
            "path": _PATHS.get(code, "/cases/{id}").format(id=case.id),
            "opened_at": case.reported_at,
        }
    )


def _end_of_school_day(reported_at: datetime) -> datetime:
    """The end of the day it was reported, and two hours at the least (row R29)."""
    day = reported_at.astimezone(OSLO).date()
    return max(end_of_day(day), reported_at + timedelta(hours=2))
