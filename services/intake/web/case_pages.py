"""The case page, for those at the school who may see it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from services.intake.commands.decide_home import DecideHome, decide_home
from services.intake.commands.lead_case import let_in, place_pupil, receive_case, release_home
from services.intake.domain.case_parts import Card
from services.intake.queries.at_home import home_of
from services.intake.queries.case_page import CasePage, case_page
from services.intake.queries.related import related_to
from services.intake.queries.report_choices import pupils_at
from services.intake.queries.story import Clock
from services.intake.queries.told import staff_for
from services.intake.storage.house import Intake
from services.intake.web.case_forms import HelperForm, HomeForm, PupilForm
from services.intake.web.case_guard import case_by_hat
from services.intake.web.drawing import Drawing
from services.intake.web.timeline_words import timeline_entries
from services.intake.web.words import reader_language
from shared.contracts.access import ACTIONS
from shared.errors import Refusal
from shared.i18n import local
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import FIELD, new_idempotency_key

MOST_LINES = 60


def case_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    @router.get("/cases/{case_id}", allow=case_by_hat())
    async def show(request: Request, case_id: str, who: SignedIn) -> Response:
        if who.hat != "staff":
            return RedirectResponse(f"/cases/{case_id}/family", 303)
        page = await case_page(case_id, house=house)
        allowed = ACTIONS[request.state.decision.relation]
        pupils = None
        if page.case.pupil_id is None and page.case.kind == "individual" and "decide" in allowed:
            pupils = await pupils_at(page.case.school_id, house=house)
        staff = await staff_for(page.case, house=house) if "decide" in allowed else []
        most = None if request.query_params.get("timeline") == "all" else MOST_LINES
        return draw.page(
            request,
            "case.html",
            page=page,
            case=page.case,
            told=page.told,
            related=await related_to(page.case, who.person_id, house=house),
            message_key=new_idempotency_key(),
            file_key=new_idempotency_key(),
            key_field=FIELD,
            cards=[_card(request, page, one, who.person_id) for one in page.cards],
            missing=[
                {"text": draw.t(request, f"missing-{code}"), "href": href} for code, href in page.missing
            ],
            clocks=_clocks(request, page.story.clocks),
            timeline=timeline_entries(
                draw.pages, reader_language(request), page.story, page.people, most=most
            ),
            timeline_left=0 if most is None else max(0, len(page.story.lines) - most),
            may_write="write" in allowed,
            may_decide="decide" in allowed,
            pupils=pupils,
            staff=sorted(staff, key=lambda one: one.name),
            plan_label=house.plan_label,
            owner_contacts=await _owner_contacts(house) if "decide" in allowed else [],
            home=await home_of(page.case, house=house),
            active="cases",
        )

    @router.post("/cases/{case_id}/receive", allow=case_access("decide"))
    async def receive(case_id: str, who: SignedIn) -> Response:
        await receive_case(case_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}", 303)

    @router.post("/cases/{case_id}/release", allow=case_access("decide"))
    async def release(case_id: str, who: SignedIn) -> Response:
        await release_home(case_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}", 303)

    @router.post("/cases/{case_id}/pupil", allow=case_access("decide"))
    async def pupil(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, PupilForm)
        if form.value is None:
            raise Refusal("invalid", fields={"pupil_id": "required"})
        await place_pupil(case_id, form.value.pupil_id, by=who.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}", 303)

    @router.post("/cases/{case_id}/helpers", allow=case_access("decide"))
    async def helpers(request: Request, case_id: str) -> Response:
        form = await read_form(request, HelperForm)
        if form.value is None:
            raise Refusal("invalid", fields={"person_id": "required"})
        await let_in(case_id, form.value.person_id, house=house)
        return RedirectResponse(f"/cases/{case_id}#who", 303)

    @router.post("/cases/{case_id}/home", allow=case_access("decide"))
    async def home(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, HomeForm)
        if form.value is None:
            raise Refusal("invalid", fields=form.errors)
        command = DecideHome(case_id=case_id, by=who.person_id, **form.value.model_dump())
        await decide_home(command, house=house)
        return RedirectResponse(f"/cases/{case_id}#home", 303)

    def _clocks(request: Request, clocks: Sequence[Clock]) -> list[dict[str, Any]]:
        """The deadlines; those of the same kind, day and state are one line with their number."""
        now = house.clock.now()
        alike: dict[tuple[str, date, str], list[Clock]] = {}
        for one in clocks:
            state = "overdue" if one.status == "running" and one.due_at < now else _STATES[one.status]
            alike.setdefault((one.code.lower(), local(one.due_at).date(), state), []).append(one)
        return [
            {"text": draw.t(request, f"clock-{code}", count=len(same)), "due": same[0].due_at, "state": state}
            for (code, _, state), same in alike.items()
        ]

    def _card(request: Request, page: CasePage, one: Card, reader_id: str) -> dict[str, Any]:
        adult, colleague = page.people.get(one.adult_id), page.people.get(one.colleague_id)
        return {
            "card": one,
            "adult": adult.words.given_name if adult else "–",
            "colleague": colleague.name if colleague else "–",
            "where": draw.place(request, one.place, page.rooms),
            "tick": f"/tomorrow/{page.case.id}/{one.id}",
            "mine": reader_id in (one.adult_id, one.colleague_id) and one.may_be_ticked(house.clock.now()),
        }


async def _owner_contacts(house: Intake) -> list[tuple[str, str]]:
    return [(one.id, one.name) for one in await house.directory.owner_contacts(house.today())]


_STATES = {"met": "done", "running": "later", "overdue": "overdue"}
