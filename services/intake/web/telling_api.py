"""What staff write down besides, as JSON: the same orders as on the pages."""

from typing import Annotated

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from services.intake.commands.consider_child_welfare import consider_child_welfare
from services.intake.commands.note_observation import NoteObservation, note_observation
from services.intake.commands.report_intervention import ReportIntervention, report_intervention
from services.intake.commands.tell_without_name import answer_reporter
from services.intake.storage.house import Intake
from services.intake.web.report_forms import TEXT_LIMIT, Id, Words
from shared.web.guards import GuardedRouter, SignedIn, case_access, signed_in
from shared.web.idempotency import IdempotencyKey


class ObservationBody(BaseModel):
    """One line of what a member of staff saw; the time is filled in."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    pupil_id: Id
    text: Words


class ObservationNoted(BaseModel):
    """Where it stands: in a case of the pupil's, or as a report of its own."""

    case_id: str | None = None
    report_id: str | None = None


class InterventionBody(BaseModel):
    """A physical intervention (§ 13-5); what is not known yet may come later."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    happened: Words
    measure: Annotated[str | None, Field(max_length=TEXT_LIMIT)] = None
    pupils_view: Annotated[str | None, Field(max_length=TEXT_LIMIT)] = None


class InterventionMade(BaseModel):
    intervention_id: str


class AnswerBody(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    text: Words


def telling_api(house: Intake, router: GuardedRouter) -> None:
    write = case_access("write")

    @router.post("/api/intake/observations", allow=signed_in("staff"), status_code=201)
    async def observe(body: ObservationBody, who: SignedIn, key: IdempotencyKey) -> ObservationNoted:
        """Note what you saw of a pupil at your school. The same Idempotency-Key again is the same note."""
        told = NoteObservation(key=key, by=who.person_id, pupil_id=body.pupil_id, text=body.text)
        noted = await note_observation(told, house=house)
        return ObservationNoted(case_id=noted.case_id, report_id=noted.report.id if noted.report else None)

    @router.post("/api/intake/cases/{case_id}/interventions", allow=write, status_code=201)
    async def intervention(
        case_id: str, body: InterventionBody, who: SignedIn, key: IdempotencyKey
    ) -> InterventionMade:
        """Report a physical intervention against the pupil; the home is to be told of it."""
        told = ReportIntervention(case_id=case_id, key=key, by=who.person_id, **body.model_dump())
        return InterventionMade(intervention_id=await report_intervention(told, house=house))

    @router.post("/api/intake/cases/{case_id}/child-welfare", allow=write, status_code=204)
    async def considered(case_id: str, who: SignedIn) -> Response:
        """Keep that barnevern was considered; nothing of what was thought is kept here."""
        await consider_child_welfare(case_id, by=who.person_id, house=house)
        return Response(status_code=204)

    @router.post("/api/intake/cases/{case_id}/conversation", allow=write, status_code=204)
    async def answer(case_id: str, body: AnswerBody, who: SignedIn, key: IdempotencyKey) -> Response:
        """Write to the person who told without a name; they read it when they come back."""
        await answer_reporter(case_id, body.text, by=who.person_id, key=key, house=house)
        return Response(status_code=204)
