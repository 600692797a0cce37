"""What has happened in a case and what comes, as its family reads it."""

from datetime import datetime
from typing import Any

from fastapi import Request

from services.intake.queries.family import FamilyPage
from services.intake.web.drawing import Drawing
from shared.calendar import end_of_day


def steps_of(draw: Drawing, request: Request, page: FamilyPage, now: datetime) -> list[dict[str, Any]]:
    """What has happened and what comes, each with its time; the first that waits is now."""
    case = page.case
    name = page.handler.words.given_name
    found = [_step(draw.t(request, "family-got"), case.reported_at, "done")]
    if page.rung is not None or page.to_ring:
        text = draw.t(request, "family-rang" if page.rung else "family-ring", name=name)
        found.append(_promise(text, page.rung, case.contact_by, now))
    for meeting in page.meetings:
        held = meeting.status == "held"
        text = draw.t(request, "family-met" if held else "family-meeting", kind=meeting.kind)
        href = f"/meetings/{meeting.id}" + ("/minutes" if meeting.minutes else "")
        label = "family-minutes" if meeting.minutes else "family-answer"
        step = _step(text, meeting.starts_at, "done" if held else "later", exact=True)
        if meeting.minutes or not held:
            step |= {"href": href, "label": draw.t(request, label)}
        found.append(step)
    if not page.meetings:
        due = next((one.due_at for one in page.clocks if one.code == "C2"), None)
        found.append(_step(draw.t(request, "family-meeting-comes"), due, "later"))
    found += _plan_steps(draw, request, page)
    for meeting in page.meetings[-1:]:
        if meeting.next_on is not None:
            text = draw.t(request, "family-next-meeting")
            found.append(_step(text, end_of_day(meeting.next_on), "later"))
    if case.ended:
        # What was to come does not come any more.
        found = [one for one in found if one["state"] == "done"]
    return _with_one_now(found)


_STATES = {"met": "done", "running": "later", "overdue": "overdue"}


def _plan_steps(draw: Drawing, request: Request, page: FamilyPage) -> list[dict[str, Any]]:
    """The plan, and the days on which it is looked at; of those to come, the next."""
    found = []
    # A case that goes on has a plan to look over again: the latest promise is the one that counts.
    plan = next((one for one in reversed(page.clocks) if one.code == "C5"), None)
    if plan is not None:
        text = draw.t(request, "family-plan")
        found.append(_step(text, plan.met_at or plan.due_at, _STATES[plan.status]))
    looked_at = [one for one in page.clocks if one.code == "C6"]
    text = draw.t(request, "family-evaluated")
    found += [_step(text, one.met_at, "done") for one in looked_at if one.met_at]
    coming = next((one for one in looked_at if one.met_at is None), None)
    if coming is not None:
        found.append(_step(draw.t(request, "family-evaluation"), coming.due_at, _STATES[coming.status]))
    return found


def _promise(text: str, kept_at: datetime | None, due_at: datetime, now: datetime) -> dict[str, Any]:
    if kept_at is not None:
        return _step(text, kept_at, "done")
    return _step(text, due_at, "overdue" if due_at < now else "later")


def _step(text: str, at: datetime | None, state: str, *, exact: bool = False) -> dict[str, Any]:
    return {"text": text, "at": at, "state": state, "exact": exact or state == "done"}


def _with_one_now(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    for step in steps:
        if step["state"] == "later":
            step["state"] = "now"
            break
    return steps
