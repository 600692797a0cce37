"""Contact with home and the "tomorrow" card, as forms."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from starlette.responses import Response

from services.intake.commands.ask_for_contact import answer_request
from services.intake.commands.log_contact import LogContact, log_contact
from services.intake.commands.plan_tomorrow import PlanTomorrow, need_no_card, plan_tomorrow
from services.intake.domain.case_parts import PLACES
from services.intake.queries.name_check import Checked, names_for_family
from services.intake.storage.house import Intake
from services.intake.web.case_forms import AnswerForm, ContactForm, NoCardForm, TomorrowForm
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.case_guard import leads
from services.intake.web.drawing import Drawing
from shared.calendar import SchoolCalendar, next_school_day
from shared.errors import Hidden
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import KeyIfAny
from shared.web.signin_client import safe_path

USUAL_TIME = "08:15"


def contact_and_tomorrow_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    write = case_access("write")
    forms = CaseForms(house, draw)

    @router.get("/cases/{case_id}/contact", allow=write)
    async def contact_form(request: Request) -> Response:
        return await forms.show(request, "contact.html")

    @router.post("/cases/{case_id}/contact", allow=write)
    async def contact(request: Request, case_id: str, who: SignedIn, key: KeyIfAny) -> Response:
        form = await read_form(request, ContactForm)

        async def order(told: ContactForm) -> None:
            command = LogContact(
                case_id=case_id,
                person_id=told.person_id,
                means=told.means,
                reached=told.reached == "yes",
                by=who.person_id,
                note=told.note,
                key=key,
                leads=leads(request),
            )
            await log_contact(command, house=house)

        back = form.value.back if form.value and form.value.back else f"/cases/{case_id}"
        return await forms.obey(request, form, order, template="contact.html", after=safe_path(back))

    @router.get("/cases/{case_id}/tomorrow", allow=write)
    async def tomorrow_form(request: Request, case_id: str) -> Response:
        case = await house.cases.get(case_id)
        if case is None:
            raise Hidden
        school = await house.directory.school(case.school_id)
        day = next_school_day(house.today(), SchoolCalendar(frozenset(school.listed.closed_days)))
        values = {"day": day.isoformat(), "at": USUAL_TIME, "place": PLACES[0]}
        return await forms.show(request, "tomorrow.html", values=values)

    @router.post("/cases/{case_id}/tomorrow", allow=write)
    async def tomorrow(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, TomorrowForm)

        async def order(told: TomorrowForm) -> None:
            command = PlanTomorrow(
                case_id=case_id,
                adult_id=told.adult_id,
                colleague_id=told.colleague_id,
                place=told.place,
                starts_at=told.starts_at,
                by=who.person_id,
                leads=leads(request),
            )
            await plan_tomorrow(command, house=house)

        return await forms.obey(request, form, order, template="tomorrow.html", after=f"/cases/{case_id}")

    @router.post("/cases/{case_id}/no-card", allow=write)
    async def no_card(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, NoCardForm)

        async def order(told: NoCardForm) -> None:
            await need_no_card(case_id, told.reason, by=who.person_id, house=house)

        return await forms.obey(request, form, order, template="tomorrow.html", after=f"/cases/{case_id}")

    @router.post("/cases/{case_id}/requests/{request_id}/answer", allow=write)
    async def answer(request: Request, case_id: str, request_id: str, who: SignedIn) -> Response:
        form = await read_form(request, AnswerForm)
        case = await house.cases.get(case_id)
        asked = next((one for one in case.requests if one.id == request_id), None) if case else None
        if case is None or asked is None:
            raise Hidden

        async def look(kept: Mapping[str, Any]) -> list[Checked]:
            return await names_for_family(case, {"text": kept.get("text")}, house=house)

        async def order(told: AnswerForm) -> None:
            await answer_request(
                case_id, request_id, told.text, by=who.person_id, house=house, looked=told.looked
            )

        after = f"/cases/{case_id}"
        return await forms.obey(
            request, form, order, template="naming/answer.html", after=after, look=look, asked=asked
        )
