"""`/notices/quiet`: what has gathered for me, at which hour I read it, and which schools are silenced."""

from datetime import date
from typing import Any, Literal

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from services.escalation.commands.keep_quiet import (
    agree_to_silence,
    choose_hour,
    end_silence,
    silence_school,
)
from services.escalation.domain.digest import Digest
from services.escalation.queries.names import names_of
from services.escalation.storage.house import Escalation
from services.escalation.web.forms import Day
from services.escalation.web.notice_pages import OWNER
from services.escalation.web.reading import faults_in_words
from shared.calendar import end_of_day
from shared.errors import Refusal
from shared.identifiers import derived_id
from shared.timers import EVER
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn
from shared.web.layout import Pages
from shared.web.permissions import introduce

_LATEST = 20


class HourForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    hour: int


class SilenceForm(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    school_id: str = Field(min_length=1, max_length=80)
    reason: str = Field(default="", max_length=1000)
    until: Day
    serious: Literal["yes"] | None = None

    def id_for(self, by: str, today: date) -> str:
        """The same form sent twice on one day is one silence."""
        told = (self.school_id, self.until.isoformat(), self.reason, str(self.serious), by, today.isoformat())
        return derived_id("silence", *told)


def quiet_pages(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])

    @router.get("/notices/quiet", allow=OWNER, include_in_schema=False)
    async def show(request: Request, who: SignedIn) -> Response:
        return await page(request, who.person_id)

    @router.post("/notices/quiet/hour", allow=OWNER, include_in_schema=False)
    async def hour(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, HourForm)
        if form.value is not None:
            try:
                await choose_hour(who.person_id, form.value.hour, house=house)
            except Refusal as refused:
                _mark(form, refused)
        return await answer(request, who.person_id, form)

    @router.post("/notices/quiet/silences", allow=OWNER, include_in_schema=False)
    async def silence(request: Request, who: SignedIn) -> Response:
        form = await read_form(request, SilenceForm)
        if form.value is not None:
            told = form.value
            try:
                await silence_school(
                    told.id_for(who.person_id, house.clock.now().date()),
                    told.school_id,
                    reason=told.reason,
                    serious=told.serious is not None,
                    until=end_of_day(told.until),
                    by=who.person_id,
                    house=house,
                )
            except Refusal as refused:
                _mark(form, refused)
        return await answer(request, who.person_id, form)

    @router.post("/notices/quiet/silences/{silence_id}/agree", allow=OWNER, include_in_schema=False)
    async def agree(silence_id: str, who: SignedIn) -> Response:
        await agree_to_silence(silence_id, by=who.person_id, house=house)
        return RedirectResponse("/notices/quiet", 303)

    @router.post("/notices/quiet/silences/{silence_id}/end", allow=OWNER, include_in_schema=False)
    async def end(silence_id: str, who: SignedIn) -> Response:
        await end_silence(silence_id, by=who.person_id, house=house)
        return RedirectResponse("/notices/quiet", 303)

    async def answer(request: Request, person_id: str, form: Form[Any]) -> Response:
        return RedirectResponse("/notices/quiet", 303) if form.ok else await page(request, person_id, form)

    async def page(request: Request, person_id: str, form: Form[Any] | None = None) -> Response:
        digest = await house.digests.get(Digest.id_for(person_id)) or Digest.of(person_id)
        schools = {id_: one.name for id_, one in (await house.directory.schools.find({})).items()}
        silences = await house.silences.find({"until": {"$gt": EVER}}, sort=[("until", -1)], limit=_LATEST)
        cases = await house.cases.get_many([one.case_id for one in (*digest.waiting, *digest.latest)])
        people = [one for it in silences for one in (it.by, it.agreed_by)]
        return pages.render(
            request,
            "notices/quiet.html",
            status=422 if form else 200,
            digest=digest,
            groups=_by_school(digest, schools),
            numbers={id_: one.number for id_, one in cases.items()},
            schools=sorted((name, id_) for id_, name in schools.items()),
            school_names=schools,
            silences=silences,
            now=house.clock.now(),
            me=person_id,
            names=await names_of(people, house.directory),
            values=form.kept if form else {"hour": str(digest.hour)},
            errors=faults_in_words(request, form) if form else {},
            active="notices",
        )

    return router


def _by_school(digest: Digest, schools: dict[str, str]) -> list[tuple[str, list[Any]]]:
    """What has gathered since, and what was in the latest digest, school by school."""
    found: dict[str, list[Any]] = {}
    for one in (*digest.waiting, *digest.latest):
        found.setdefault(schools.get(one.school_id, ""), []).append(one)
    return sorted(found.items())


def _mark(form: Form[Any], refused: Refusal) -> None:
    if not refused.fields:
        raise refused
    for name, code in refused.fields.items():
        form.refuse(name, code)
