"""The case's page is one address for everybody who has to do with it: the hat decides what it shows."""

from fastapi import Request

from shared.errors import NotSignedIn
from shared.web.guards import case_access
from shared.web.sessions import session_of


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


LEADERS = ("rektor", "deputy")


def leads(request: Request) -> bool:
    """Whether it was as leadership that this request was let through."""
    return request.state.decision.relation in LEADERS
