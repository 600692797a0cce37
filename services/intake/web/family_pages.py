"""The family's own page of a case."""

from datetime import datetime
from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.ask_for_contact import AskForContact, ask_for_contact
from services.intake.commands.give_account import take_rights
from services.intake.domain.rights import PARTS, RIGHTS_VERSION
from services.intake.queries.family import FamilyPage, family_page
from services.intake.storage.house import Intake
from services.intake.web.case_forms import RequestForm
from services.intake.web.drawing import Drawing
from services.intake.web.words import errors_in_words
from shared.calendar import end_of_day
from shared.errors import Hidden
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import FIELD, IdempotencyKey, new_idempotency_key


def family_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    follow = case_access("follow")

    @router.get("/cases/{case_id}/family", allow=follow)
    async def show(request: Request, case_id: str, who: SignedIn) -> Response:
        return await drawn(request, case_id, who.person_id)

    @router.post("/cases/{case_id}/requests", allow=follow)
    async def ask(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, RequestForm)
        if form.value is not None and form.value.wish == "write" and not form.value.text:
            form.refuse("text", "required")
        if not form.ok or form.value is None:
            errors = errors_in_words(request, form)
            return await drawn(request, case_id, who.person_id, errors=errors, values=form.kept, status=422)
        command = AskForContact(
            case_id=case_id,
            by=who.person_id,
            wish=form.value.wish,
            key=key,
            text=form.value.text,
            about=form.value.about,
        )
        await ask_for_contact(command, house=house)
        return RedirectResponse(f"/cases/{case_id}/family#asked", 303)

    @router.post("/cases/{case_id}/family/rights", allow=follow)
    async def rights(case_id: str, who: SignedIn) -> Response:
        await take_rights(case_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}/family#rights", 303)

    @router.get("/cases/{case_id}/family/plan", allow=follow)
    async def plan(request: Request, case_id: str, who: SignedIn) -> Response:
        other = draw.t(request, "family-other")
        page = await family_page(case_id, who.person_id, house=house, other=other)
        if page.case.kind == "group":
            raise Hidden
        return draw.page(
            request,
            "family/plan.html",
            page=page,
            case=page.case,
            plan=page.plan,
            label=house.plan_label,
            key=new_idempotency_key(),
            key_field=FIELD,
            values={},
            errors={},
            active="home",
        )

    async def drawn(
        request: Request, case_id: str, person_id: str, *, status: int = 200, **context: Any
    ) -> Response:
        other = draw.t(request, "family-other")
        page = await family_page(case_id, person_id, house=house, other=other)
        cards = []
        for one in page.cards:
            adult = page.people.get(one.adult_id)
            cards.append(
                {
                    "card": one,
                    "adult": adult.words.given_name if adult else "–",
                    "where": draw.place(request, one.place, page.rooms),
                }
            )
        told = {
            "page": page,
            "case": page.case,
            "cards": cards,
            "steps": steps(request, page),
            "plan": page.plan,
            "label": house.plan_label,
            "rights_parts": PARTS,
            "rights_version": RIGHTS_VERSION,
            "keys": {wish: new_idempotency_key() for wish in ("write", "ring", "meet")},
            "key_field": FIELD,
            "active": "home",
            **context,
        }
        return draw.page(request, "family.html", status, **told)

    def steps(request: Request, page: FamilyPage) -> list[dict[str, Any]]:
        """What has happened and what comes, each with its time; the first that waits is now."""
        case, now = page.case, house.clock.now()
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
