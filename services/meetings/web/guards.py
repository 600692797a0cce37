"""Who may use a meeting's pages: asked of the case that the meeting belongs to."""

from collections.abc import Awaitable, Callable

from fastapi import Request

from services.meetings.storage.house import House
from shared.contracts.access import Action
from shared.errors import Forbidden, Hidden, NotSignedIn
from shared.web.guards import Guard, case_access
from shared.web.sessions import session_of


async def case_of_meeting(request: Request) -> str | None:
    """The case of the meeting in the path; None, which hides it, when there is no such meeting."""
    house: House = request.app.state.house
    meeting = await house.meetings.get(request.path_params["meeting_id"])
    if meeting is None:
        return None
    request.state.meeting = meeting
    return meeting.case_id


async def case_in_query(request: Request) -> str | None:
    """The case that `?case=` names."""
    return request.query_params.get("case")


async def of_other_way(request: Request) -> str | None:
    """The case of the way in the path; it stands in `request.state.other_way`. None where there is none."""
    house: House = request.app.state.house
    found = await house.other_ways.get(request.path_params["way_id"])
    if found is None:
        return None
    request.state.other_way = found
    return found.case_id


class staff_of_meeting(Guard):  # noqa: N801 - reads as a word where routes are declared
    """Staff who may do this in the meeting's case; to everybody else, also the family, it is not there."""

    def __init__(self, action: Action) -> None:
        self._guard = case_access(action, case_of_meeting)

    async def check(self, request: Request) -> None:
        session = session_of(request)
        if session is None:
            raise NotSignedIn
        if session.hat != "staff":
            raise Hidden
        await self._guard.check(request)

    def describe(self) -> str:
        return f"staff who {self._guard.describe()} of the meeting; hidden from others"


class meeting_access(Guard):  # noqa: N801 - reads as a word where routes are declared
    """Staff need one right to the meeting's case and the family another; without one, a hat is refused."""

    def __init__(
        self,
        *,
        staff: Action | None = None,
        family: Action | None = None,
        of: Callable[[Request], Awaitable[str | None]] = case_of_meeting,
    ) -> None:
        self._staff = case_access(staff, of) if staff else None
        self._family = case_access(family, of) if family else None

    async def check(self, request: Request) -> None:
        session = session_of(request)
        if session is None:
            raise NotSignedIn
        guard = self._staff if session.hat == "staff" else self._family
        if guard is None:
            raise Forbidden("wrong-hat")
        await guard.check(request)

    def describe(self) -> str:
        said = [("staff", self._staff), ("family", self._family)]
        return "; ".join(f"{hat} {guard.describe()} of the meeting" for hat, guard in said if guard)
