"""`/notices/decide/{case_id}`: the rektor notifies the school owner, or says why not."""

from typing import Any

from fastapi import Depends, Request
from starlette.responses import RedirectResponse, Response

from services.escalation.commands.decide_serious import decide_serious
from services.escalation.domain.suggestion import Suggestion
from services.escalation.queries.names import names_of
from services.escalation.storage.case_facts import CaseFact
from services.escalation.storage.house import Escalation
from services.escalation.web.explaining import Explaining
from services.escalation.web.forms import DecisionForm, with_days
from services.escalation.web.reading import faults_in_words, reading_language
from services.escalation.web.story import sent_to, story_of, told_in
from shared.clock import OSLO
from shared.errors import NotYet, Refusal
from shared.web.forms import Form, read_form
from shared.web.guards import GuardedRouter, SignedIn, case_access
from shared.web.layout import Pages
from shared.web.permissions import introduce


def decide_page(house: Escalation, pages: Pages) -> GuardedRouter:
    router = GuardedRouter(dependencies=[Depends(introduce)])
    path = "/notices/decide/{case_id}"

    @router.get(path, allow=case_access("decide"), include_in_schema=False)
    async def show(case_id: str, request: Request) -> Response:
        return pages.render(request, "notices/decide.html", **await context_of(case_id, request))

    @router.post(path, allow=case_access("decide"), include_in_schema=False)
    async def decide(case_id: str, request: Request, who: SignedIn) -> Response:
        form = await read_form(request, DecisionForm)
        if form.value is not None:
            case = await case_of(case_id, house)
            try:
                await decide_serious(
                    form.value.command(),
                    case_id=case_id,
                    school_id=case.school_id,
                    by=who.person_id,
                    house=house,
                )
            except Refusal as refused:
                if refused.code == "already-notified":  # sent twice: what it leads to stands already
                    return RedirectResponse(f"/notices/decide/{case_id}", status_code=303)
                if not refused.fields:
                    raise
                for name, code in refused.fields.items():
                    form.refuse(name, code)
        if not form.ok:
            return await again(case_id, request, form)
        return RedirectResponse(f"/notices/decide/{case_id}", status_code=303)

    async def context_of(case_id: str, request: Request) -> dict[str, Any]:
        context = await _context(case_id, house)
        notice, language = context["notice"], reading_language(request)
        explaining = Explaining(pages.catalogue, language)
        story = story_of(notice, context["names"], explaining, language) if notice else []
        told = told_in(notice, context["case"], context["pupil"], explaining, language) if notice else []
        sent = sent_to(notice, context["names"], explaining, language) if notice else []
        return {**context, "story": story, "told": told, "sent": sent}

    async def again(case_id: str, request: Request, form: Form[Any]) -> Response:
        context = await context_of(case_id, request)
        return pages.render(
            request,
            "notices/decide.html",
            status=422,
            **{
                **context,
                "errors": faults_in_words(request, form),
                "values": with_days(form.kept, "next_evaluation"),
            },
        )

    return router


async def case_of(case_id: str, house: Escalation) -> CaseFact:
    """The case as escalation knows it; it may be a moment behind the one who decides."""
    case = await house.cases.get(case_id)
    if case is None:
        raise NotYet(case_id)
    return case


async def _context(case_id: str, house: Escalation) -> dict[str, Any]:
    case = await case_of(case_id, house)
    suggestion = await house.suggestions.get(Suggestion.id_for(case_id))
    notices = await house.notices.find({"case_id": case_id}, sort=[("decided_at", -1)])
    today = house.clock.now().astimezone(OSLO).date()
    contacts = await house.directory.owner_contacts(today)
    there = [one.name for one in contacts if not one.away_on(today)]
    pupil = (await names_of([case.pupil_id], house.directory)).get(case.pupil_id or "")
    criteria = await house.books.criteria()
    known = suggestion or Suggestion.about(case_id, case.school_id)
    people = [one for notice in notices for one in notice.people()]
    return {
        "case": case,
        "pupil": pupil,
        "suggestion": known,
        "criteria": known.suggested or known.criteria_now(criteria),
        "criteria_version": known.criteria_version or criteria.version,
        "notice": notices[0] if notices else None,
        "first_contact": there[0] if there else "",
        "contacts": [(one.id, one.name) for one in contacts],
        "names": await names_of([*people, *(one.by for one in known.decisions)], house.directory),
        "values": {"facts": "\n".join(fact.text for fact in known.facts if fact.text)},
    }
