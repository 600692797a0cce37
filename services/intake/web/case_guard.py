"""Who comes to what is intake's own: a case by the hat that is worn, one's own card, one's own report."""

from typing import Annotated

from fastapi import Depends, Request

from services.intake.domain.report import Report
from services.intake.storage.house import Intake
from shared.errors import Hidden, NotSignedIn
from shared.web.guards import admit, case_access, signed_in
from shared.web.sessions import Hat, session_of


class case_by_hat(case_access):  # noqa: N801 - reads as a word where routes are declared
    """Staff must be allowed to see the case, everybody else to follow it."""

    def __init__(self) -> None:
        super().__init__("see")
        self._home = case_access("follow")

    async def check(self, request: Request) -> None:
        session = session_of(request)
        if session is None:
            raise NotSignedIn
        if session.hat == "staff":
            await super().check(request)
        else:
            await self._home.check(request)

    def describe(self) -> str:
        return "may see the case, or follow it from home"


class own_card(signed_in):  # noqa: N801
    """Only for the adult and the colleague on the "tomorrow" card in the path; hidden from all others."""

    def __init__(self) -> None:
        super().__init__("staff")

    async def check(self, request: Request) -> None:
        await super().check(request)
        session = session_of(request)
        house: Intake = request.app.state.house
        case = await house.cases.get(request.path_params["case_id"])
        card_id = request.path_params["card_id"]
        card = next((one for one in case.cards if one.id == card_id), None) if case else None
        if session is None or case is None or card is None:
            raise Hidden
        if session.person_id not in (card.adult_id, card.colleague_id):
            raise Hidden
        request.state.case, request.state.card = case, card
        await admit(request, case.id, "helper", "card")

    def describe(self) -> str:
        return "is the adult or the colleague on the card"


class own_report(signed_in):  # noqa: N801
    """Only for who sent the report in the path or told it, in the hat they wore; hidden from all others."""

    async def check(self, request: Request) -> None:
        await super().check(request)
        session = session_of(request)
        house: Intake = request.app.state.house
        report = await house.reports.get(request.path_params["report_id"])
        if session is None or report is None or not is_own(report, session.person_id, session.hat):
            raise Hidden
        request.state.report = report

    def describe(self) -> str:
        return "has sent the report, or told it"


async def the_report(request: Request, report_id: str) -> Report:
    """The report that the guard `own_report` let through; on a route without that guard there is none."""
    report: Report = request.state.report
    assert report.id == report_id
    return report


OwnReport = Annotated[Report, Depends(the_report)]


def is_own(report: Report, person_id: str, hat: Hat) -> bool:
    """A parent who works at the school does not meet at work what she told as a parent."""
    written_at_work = report.told_as == "staff" or report.reporter_id != report.entered_by
    if hat == "staff":
        return written_at_work and person_id == report.entered_by
    return person_id == report.reporter_id and report.told_as != "staff"


LEADERS = ("rektor", "deputy")


def leads(request: Request) -> bool:
    """Whether it was as leadership that this request was let through."""
    return request.state.decision.relation in LEADERS
