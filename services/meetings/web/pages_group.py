"""A meeting for all the parents of a group: the decision, and then the call."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.meetings.commands.call_group_meeting import CallGroupMeeting, ItemTold, call_group_meeting
from services.meetings.commands.call_meeting import decides
from services.meetings.commands.decide_group_meeting import decide_group_meeting
from services.meetings.domain.group_decision import Choice, GroupDecision, NotDecided, Way
from services.meetings.domain.group_plan import LOCKED_PARAGRAPH, Preparation, first_sentence
from services.meetings.domain.refusals import AskedOnce
from services.meetings.queries.library import helpful_for
from services.meetings.queries.proposed_time import proposed_evening
from services.meetings.queries.who_may_come import home_side
from services.meetings.storage.house import House
from services.meetings.web.answering import field_texts
from services.meetings.web.calling import rooms_of, school_options
from services.meetings.web.fields import Day, Hour, moment
from services.meetings.web.guards import case_in_query
from services.meetings.web.minutes_form import lines_of
from shared.clock import OSLO
from shared.contracts.access import AccessSnapshotV1
from shared.errors import Conflict, Hidden, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey, new_idempotency_key, scoped_key
from shared.web.layout import Pages
from shared.web.permissions import introduce
from shared.web.sessions import language_of

AGENDA_ROWS = 5
_FIELD_OF = {"room_id": "room"}


class DecisionForm(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)

    choice: Choice
    way: Way | None = None
    reason: Annotated[str, Field(max_length=2000)] | None = None


class AgendaRow(BaseModel):
    title: Annotated[str, Field(max_length=120)] | None = None
    minutes: Annotated[int, Field(ge=1, le=480)] | None = None


class PreparationRow(BaseModel):
    situation: Annotated[str, Field(max_length=500)] | None = None
    reply: Annotated[str, Field(max_length=500)] | None = None


class GroupForm(BaseModel):
    """What is posted; a purpose left out is found missing by the business, with its own words."""

    model_config = ConfigDict(hide_input_in_errors=True)

    day: Day
    hour: Hour
    minutes: Annotated[int, Field(ge=15, le=480)] = 90
    room: Annotated[str, Field(max_length=60)] | None = None
    school: Annotated[list[Annotated[str, Field(max_length=60)]], Field(min_length=1, max_length=20)]
    purpose: Annotated[str, Field(max_length=2000)] = ""
    agenda: Annotated[list[AgendaRow], Field(max_length=20)] = []
    strategy: Annotated[str, Field(max_length=4000)] | None = None
    asks: Annotated[str, Field(max_length=4000)] | None = None
    preparations: Annotated[list[PreparationRow], Field(max_length=20)] = []
    evaluation_on: Day | None = None
    confirmed: bool = False

    def command(self) -> CallGroupMeeting:
        return CallGroupMeeting(
            starts_at=moment(self.day, self.hour),
            minutes=self.minutes,
            room_id=self.room,
            school=self.school,
            purpose=self.purpose,
            agenda=[ItemTold(title=row.title, minutes=row.minutes or 5) for row in self.agenda if row.title],
            strategy=self.strategy,
            asks=lines_of(self.asks),
            preparations=[
                Preparation(situation=row.situation, reply=row.reply)
                for row in self.preparations
                if row.situation
            ],
            evaluation_on=self.evaluation_on,
            confirmed=self.confirmed,
        )


def router(house: House, pages: Pages) -> APIRouter:
    """`/meetings/new-group?case=…`."""
    made = GuardedRouter(dependencies=[Depends(introduce)])

    async def draw(
        request: Request, me: str, status: int = 200, form: Form[Any] | None = None, ask: str = ""
    ) -> Response:
        snapshot = await house.access.snapshot(request.state.case_id)
        if snapshot.kind != "group":
            raise Hidden
        told = await _context(request, house, pages, snapshot, me)
        kept = form.kept if form is not None else told["proposed"]
        return pages.render(
            request,
            "new-group.html",
            status,
            **told,
            values=kept,
            errors=field_texts(request, form),
            ask=ask,
            resources=await helpful_for("group", house=house),
            idempotency_key=new_idempotency_key(),
            active="meetings",
        )

    @made.get("/meetings/new-group", allow=case_access("see", case_in_query))
    async def new(request: Request, who: SignedIn) -> Response:
        return await draw(request, who.person_id)

    @made.post("/meetings/new-group/decision", allow=case_access("decide", case_in_query))
    async def decide(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, DecisionForm)
        case_id = request.state.case_id
        if form.value is not None:
            try:
                await decide_group_meeting(
                    case_id,
                    choice=form.value.choice,
                    way=form.value.way,
                    reason=form.value.reason,
                    by=who.person_id,
                    house=house,
                )
                return RedirectResponse(f"/meetings/new-group?case={case_id}", status_code=303)
            except Refusal as refused:
                for field, code in refused.fields.items():
                    form.refuse(field, code)
        return await draw(request, who.person_id, 422, form)

    @made.post("/meetings/new-group", allow=case_access("decide", case_in_query))
    async def call(request: Request, key: IdempotencyKey, who: SignedIn) -> Response:
        form = await read_form(request, GroupForm)
        if form.value is None:
            return await draw(request, who.person_id, 422, form)
        try:
            meeting = await call_group_meeting(
                request.state.case_id,
                form.value.command(),
                key=scoped_key(who.person_id, key),
                by=who.person_id,
                house=house,
            )
        except AskedOnce as asked:
            return await draw(request, who.person_id, 409, form, ask=asked.code)
        except NotDecided:
            return await draw(request, who.person_id, 409, form)
        except (Conflict, Hidden):
            raise
        except Refusal as refused:
            for field, code in refused.fields.items():
                form.refuse(_FIELD_OF.get(field, field), code)
            return await draw(request, who.person_id, 422, form)
        return RedirectResponse(f"/meetings/{meeting.id}", status_code=303)

    return made


async def _context(
    request: Request, house: House, pages: Pages, snapshot: AccessSnapshotV1, me: str
) -> dict[str, Any]:
    now = house.clock.now()
    language = language_of(request)
    school = await house.directory.school(snapshot.school_id)
    group = await house.directory.group(snapshot.group_id or "")
    options, possible = await school_options(snapshot, house, pages, language)
    at = proposed_evening(now, school.listed.closed_days).astimezone(OSLO)
    chosen = [one.person_id for one, _ in possible if one.person_id == me or one.role == "contact_teacher"]
    return {
        "case_id": snapshot.case_id,
        "group": group.name,
        "family_count": len(home_side(snapshot, now)),
        "decision": await house.decisions.get(GroupDecision.id_for(snapshot.case_id)),
        "may_decide": decides(snapshot, me, now),
        "rooms": await rooms_of(snapshot.school_id, house),
        "people": options,
        "locked": LOCKED_PARAGRAPH[school.listed.language],
        "locked_title": first_sentence(LOCKED_PARAGRAPH[school.listed.language]),
        "agenda_rows": AGENDA_ROWS,
        "proposed": {
            "day": at.date().isoformat(),
            "hour": f"{at:%H:%M}",
            "minutes": "90",
            "school": chosen,
            **_proposed_agenda(pages, school.listed.language),
        },
    }


def _proposed_agenda(pages: Pages, language: Any) -> dict[str, str]:
    """An agenda to begin from, in the school's language."""
    items = (("agenda-welcome", 10), ("agenda-school", 25), ("agenda-home", 35), ("agenda-onwards", 10))
    flat = {}
    for number, (text_id, minutes) in enumerate(items):
        flat[f"agenda.{number}.title"] = pages.t(language, text_id)
        flat[f"agenda.{number}.minutes"] = str(minutes)
    return flat
