"""Cases as JSON: how they stand, and the same orders as on the pages."""

from datetime import date
from typing import Annotated

from fastapi import Query, Request, Response
from pydantic import AwareDatetime, BaseModel, Field

from services.intake.commands.ask_for_contact import AskForContact, ask_for_contact
from services.intake.commands.lead_case import receive_case
from services.intake.commands.log_contact import LogContact, log_contact
from services.intake.commands.open_group_case import open_group_case
from services.intake.commands.plan_tomorrow import PlanTomorrow, plan_tomorrow
from services.intake.commands.record_fact import RecordFact, record_fact
from services.intake.commands.tick_tomorrow import tick_tomorrow
from services.intake.domain.case import State
from services.intake.domain.case_filter import CaseFilter, Shown
from services.intake.queries.case_list import MOST_PAGES, case_list
from services.intake.queries.family import my_cases
from services.intake.queries.story import story_of
from services.intake.queries.today import today_of
from services.intake.storage.house import Intake
from services.intake.web.case_forms import ContactBody, FactBody, GroupForm, RequestBody, TomorrowBody
from services.intake.web.case_guard import case_by_hat, leads, own_card
from shared.contracts.tasks import TaskList
from shared.errors import Hidden, Refusal
from shared.web.guards import GuardedRouter, SignedIn, case_access, duty, signed_in
from shared.web.idempotency import IdempotencyKey, KeyIfAny

MOST_BY_PROGRAM = 5000
"""Tasks that a program is given at once; a page shows far fewer."""


class CardView(BaseModel):
    card_id: str
    adult_id: str
    colleague_id: str
    place: str
    starts_at: AwareDatetime
    ticked_at: AwareDatetime | None
    missed_at: AwareDatetime | None
    withdrawn: bool


class EventView(BaseModel):
    id: str
    type: str = Field(description="the event's wire name without service and version, e.g. meeting-called")
    at: AwareDatetime
    by: str | None


class CaseView(BaseModel):
    """How a case stands. Codes and ids: the words are on the pages. The family sees no staff's events."""

    case_id: str
    number: str
    kind: str
    state: State
    school_id: str
    pupil_id: str | None
    group_id: str | None
    handler_id: str
    reported_at: AwareDatetime
    contact_by: AwareDatetime
    first_contact_at: AwareDatetime | None
    cards: list[CardView]
    facts: int
    accounts: int
    agreements: int
    events: list[EventView]


_AS_THEY_ARE = {
    *("number", "kind", "state", "school_id", "pupil_id", "group_id"),
    *("handler_id", "reported_at", "contact_by"),
}


class TaskView(BaseModel):
    task_id: str
    list: TaskList | None
    code: str
    case_id: str
    owner_id: str
    about_person_id: str | None
    due_at: AwareDatetime | None
    path: str | None


class TodayView(BaseModel):
    """What stands on one's lists, the most urgent first."""

    day: date
    tasks: list[TaskView]


class Made(BaseModel):
    id: str


class CaseMade(BaseModel):
    case_id: str
    number: str
    pupil_id: str | None = None


def case_api(house: Intake, router: GuardedRouter) -> None:
    write = case_access("write")

    @router.get("/api/intake/cases", allow=signed_in(trained=True))
    async def cases(
        who: SignedIn,
        state: Shown = "all",
        page: Annotated[int, Query(ge=1, le=MOST_PAGES)] = 1,
    ) -> list[CaseMade]:
        """The cases you may see at school, a page of them with the newest first, or follow from home."""
        if who.hat == "staff":
            listed = (await case_list(who.person_id, CaseFilter(state=state), page, house=house)).cases
            return [CaseMade(case_id=one.id, number=one.number, pupil_id=one.pupil_id) for one in listed]
        found = [one.case for one in await my_cases(who.person_id, who.hat, house=house)]
        return [CaseMade(case_id=one.id, number=one.number, pupil_id=one.pupil_id) for one in found]

    @router.get("/api/intake/cases/{case_id}", allow=case_by_hat())
    async def show(case_id: str, who: SignedIn) -> CaseView:
        """How the case stands, and what has been said of it by all four services, the newest first."""
        case = await house.cases.get(case_id)
        if case is None:
            raise Hidden
        rows = (await story_of(case_id, house=house)).rows if who.hat == "staff" else []
        return CaseView(
            **case.model_dump(
                include=set(CaseView.model_fields) - {"case_id", "cards", "facts", "accounts", "agreements"}
            ),
            case_id=case.id,
            first_contact_at=case.first_contact_at,
            cards=[
                CardView(card_id=one.id, withdrawn=one.withdrawn_at is not None, **one.model_dump())
                for one in case.cards
            ],
            facts=len(case.facts),
            accounts=len(case.accounts),
            agreements=len(case.agreements),
            events=[EventView(id=one.id, type=one.type, at=one.at, by=one.by) for one in reversed(rows)],
        )

    @router.get("/api/intake/today", allow=signed_in("staff", trained=True))
    async def today(who: SignedIn) -> TodayView:
        """What you have to do, from all four services."""
        found = await today_of(who.person_id, house=house, most=MOST_BY_PROGRAM)
        tasks = [
            TaskView(**todo.task.model_dump(exclude={"due_at"}), due_at=todo.due_at) for todo in found.tasks
        ]
        return TodayView(day=house.today(), tasks=tasks)

    @router.post("/api/intake/cases/{case_id}/receipt", allow=case_access("decide"), status_code=204)
    async def receive(case_id: str, who: SignedIn) -> Response:
        """Take the case on, as leadership."""
        await receive_case(case_id, by=who.person_id, house=house)
        return Response(status_code=204)

    @router.post("/api/intake/cases/{case_id}/contacts", allow=write, status_code=204)
    async def contact(
        request: Request, case_id: str, body: ContactBody, who: SignedIn, key: KeyIfAny
    ) -> Response:
        """Note that somebody at home was reached, or tried. The same Idempotency-Key again is the same."""
        command = LogContact(
            case_id=case_id, by=who.person_id, key=key, leads=leads(request), **body.model_dump()
        )
        await log_contact(command, house=house)
        return Response(status_code=204)

    @router.post("/api/intake/cases/{case_id}/tomorrow", allow=write, status_code=201)
    async def tomorrow(request: Request, case_id: str, body: TomorrowBody, who: SignedIn) -> Made:
        """Set up who looks after the child; the card's id."""
        command = PlanTomorrow(case_id=case_id, by=who.person_id, leads=leads(request), **body.model_dump())
        return Made(id=await plan_tomorrow(command, house=house))

    @router.post("/api/intake/tomorrow/{case_id}/{card_id}", allow=own_card(), status_code=204)
    async def tick(case_id: str, card_id: str, who: SignedIn) -> Response:
        """Say that the child has been met; only the adult on the card and the colleague can."""
        await tick_tomorrow(case_id, card_id, by=who.person_id, house=house)
        return Response(status_code=204)

    @router.post("/api/intake/cases/{case_id}/facts", allow=write, status_code=201)
    async def fact(case_id: str, body: FactBody, who: SignedIn, key: IdempotencyKey) -> Made:
        """Record a fact; its id. The same Idempotency-Key again is the same fact."""
        values = body.model_dump(exclude={"criteria"})
        command = RecordFact(
            case_id=case_id, key=key, by=who.person_id, criteria=tuple(body.criteria), **values
        )
        return Made(id=await record_fact(command, house=house))

    @router.post("/api/intake/cases/{case_id}/requests", allow=case_access("follow"), status_code=201)
    async def ask(case_id: str, body: RequestBody, who: SignedIn, key: IdempotencyKey) -> Made:
        """Ask to be rung, written to or met; the request's id."""
        if body.wish == "write" and not body.text:
            raise Refusal("invalid", fields={"text": "required"})
        command = AskForContact(case_id=case_id, by=who.person_id, key=key, **body.model_dump())
        return Made(id=await ask_for_contact(command, house=house))

    @router.post("/api/intake/group-cases", allow=duty("rektor", "deputy"), status_code=201)
    async def group(request: Request, body: GroupForm, who: SignedIn, key: IdempotencyKey) -> CaseMade:
        """Open a case for a class; those entitled on its pupils' part may follow it."""
        found = await house.directory.group(body.group_id)
        if found.listed.school_id not in {one.school_id for one in request.state.duties}:
            raise Refusal("invalid", fields={"group_id": "not-a-choice"})
        case = await open_group_case(body.group_id, key=key, by=who.person_id, house=house)
        return CaseMade(case_id=case.id, number=case.number)
