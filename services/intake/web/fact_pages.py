"""Facts and the pupil's own words, as forms."""

from fastapi import Request
from starlette.responses import Response

from services.intake.commands.record_fact import HearPupil, RecordFact, hear_pupil, record_fact
from services.intake.storage.house import Intake
from services.intake.web.case_forms import AccountForm, FactForm
from services.intake.web.case_forms_shown import CaseForms
from services.intake.web.drawing import Drawing
from shared.web.forms import read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.idempotency import IdempotencyKey


def fact_pages(house: Intake, draw: Drawing, router: GuardedRouter) -> None:
    write = case_access("write")
    forms = CaseForms(house, draw)

    @router.get("/cases/{case_id}/facts/new", allow=write)
    async def fact_form(request: Request) -> Response:
        return await forms.show(request, "fact.html")

    @router.post("/cases/{case_id}/facts", allow=write)
    async def fact(request: Request, case_id: str, who: SignedIn, key: IdempotencyKey) -> Response:
        form = await read_form(request, FactForm)

        async def order(told: FactForm) -> None:
            command = RecordFact(
                case_id=case_id,
                key=key,
                by=who.person_id,
                criteria=tuple(told.criteria),
                **told.model_dump(exclude={"criteria"}),
            )
            await record_fact(command, house=house)

        after = f"/cases/{case_id}"
        return await forms.obey(request, form, order, template="fact.html", after=after, key=key)

    @router.get("/cases/{case_id}/account", allow=write)
    async def account_form(request: Request) -> Response:
        return await forms.show(request, "account.html")

    @router.post("/cases/{case_id}/account", allow=write)
    async def account(request: Request, case_id: str, who: SignedIn) -> Response:
        form = await read_form(request, AccountForm)

        async def order(told: AccountForm) -> None:
            command = HearPupil(case_id=case_id, by=who.person_id, **told.model_dump())
            await hear_pupil(command, house=house)

        return await forms.obey(request, form, order, template="account.html", after=f"/cases/{case_id}")
