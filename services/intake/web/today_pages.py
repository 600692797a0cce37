"""The day of a member of staff: ring, meet, write."""

from datetime import timedelta
from typing import Any

from fastapi import Request
from starlette.responses import Response

from services.intake.domain.case import Case
from services.intake.domain.case_parts import Card
from services.intake.queries.today import MOST_TASKS, Todo, today_of
from services.intake.queries.told import followed_up, near_pupils, queued_at
from services.intake.storage.house import Intake
from services.intake.web.case_guard import LEADERS
from services.intake.web.drawing import Drawing
from shared.web.guards import GuardedRouter, SignedIn, signed_in
from shared.web.idempotency import FIELD, new_idempotency_key

NEW_FOR = timedelta(days=30)
MOST_IN_A_COLUMN = 50
"""What comes after these waits, and is one click away."""
MOST_OF_ALL = 2000
COLUMNS = {"ring": "call", "meet": "meet", "write": "write", "do": "do"}


def today_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    @router.get("/today", allow=signed_in("staff", trained=True))
    async def today(request: Request, who: SignedIn) -> Response:
        every = "all" in request.query_params
        most = MOST_OF_ALL if every else MOST_IN_A_COLUMN
        found = await today_of(who.person_id, house=house, most=MOST_OF_ALL if every else MOST_TASKS)
        columns: dict[str, list[dict[str, Any]]] = {"call": [], "meet": [], "write": [], "do": []}
        waits = False
        for todo in found.tasks:
            column = columns[COLUMNS[todo.task.list or "do"]]
            if len(column) < most:
                column.append(shown(request, todo))
            else:
                waits = True
        cards = [await card(request, one, it) for one, it in found.cards]
        return draw.page(
            request,
            "today.html",
            columns=columns,
            cards=cards,
            near=await near_pupils(who.person_id, house=house),
            followed=await followed_up(who.person_id, house=house),
            waits=waits and not every,
            taken_over=await _taken_over(who.person_id),
            queued=await queued_at(who.person_id, house=house),
            key=new_idempotency_key(),
            key_field=FIELD,
            active=_place(request),
        )

    async def _taken_over(person_id: str) -> list[tuple[str, bool]]:
        """Where this person leads: the list of what is owed there, and whether the post is new to them."""
        today = house.today()
        person = await house.directory.person(person_id)
        held = [
            one
            for one in person.listed.duties
            if one.role in LEADERS and one.school_id and one.holds_on(today)
        ]
        return [
            (f"/directory/{one.school_id}/promises", bool(one.since and today - one.since < NEW_FOR))
            for one in held
        ]

    def shown(request: Request, todo: Todo) -> dict[str, Any]:
        task = todo.task
        label = draw.t(request, f"task-{task.code}", name=todo.about.name if todo.about else "–")
        subject = _subject(todo)
        now = house.clock.now()
        return {
            "title": todo.about.name if todo.about else label,
            "about": " · ".join(one for one in (label if todo.about else "", subject) if one),
            "due": todo.due_at,
            "overdue": todo.due_at is not None and todo.due_at < now,
            "href": task.path or f"/cases/{task.case_id}",
            "for_": todo.owner.name if todo.owner else "",
            "actions": _actions(request, todo),
        }

    def _actions(request: Request, todo: Todo) -> list[dict[str, Any]]:
        task = todo.task
        if todo.is_ours and todo.about is not None:
            fields = {"person_id": todo.about.id, "means": "phone", "back": "/today"}
            href = f"/cases/{task.case_id}/contact"
            return [
                {
                    "label": draw.t(request, "button-called"),
                    "href": href,
                    "post": True,
                    "fields": {**fields, "reached": "yes"},
                },
                {
                    "label": draw.t(request, "button-no-answer"),
                    "href": href,
                    "post": True,
                    "fields": {**fields, "reached": "no"},
                },
            ]
        where = {"contact-home": f"/cases/{task.case_id}/contact"}.get(task.code, task.path)
        label = draw.t(request, f"do-{task.code}" if task.code in _OWN_BUTTON else "button-open")
        return [{"label": label, "href": where or f"/cases/{task.case_id}"}]

    async def card(request: Request, case: Case, one: Card) -> dict[str, Any]:
        people = await house.directory.people_by_id(
            [one.adult_id, *([case.pupil_id] if case.pupil_id else [])]
        )
        rooms = {it.listed.room_id: it for it in await house.directory.rooms_at(case.school_id)}
        pupil = people.get(case.pupil_id or "")
        return {
            "id": one.id,
            "adult": people[one.adult_id].words.given_name if one.adult_id in people else "–",
            "child": pupil.words.given_name if pupil else "–",
            "where": draw.place(request, one.place, rooms),
            "at": one.starts_at,
            "day": one.day,
            "missed": one.missed_at is not None,
            "tick": f"/tomorrow/{case.id}/{one.id}" if one.may_be_ticked(house.clock.now()) else "",
        }


def _subject(todo: Todo) -> str:
    if todo.case is None:
        return ""
    named = todo.pupil.name if todo.pupil else todo.group_name
    return f"{named}, {todo.case.number}" if named else todo.case.number


_OWN_BUTTON = frozenset(
    {"tomorrow-to-decide", "meeting-to-call", "serious-to-decide", "minutes-to-write", "contact-home"}
    | {"reporter-to-answer"}
)


def _place(request: Request) -> str:
    """Leaders have a place called today; for the others it is the front page."""
    shown = getattr(request.state, "signed_in", None)
    return "today" if shown is not None and shown.duty in LEADERS else "home"
