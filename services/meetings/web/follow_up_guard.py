"""Who may see what came out of a meeting: its owner, and those at the school who may do as much."""

from typing import cast

from fastapi import Request

from services.meetings.storage.house import House
from shared.contracts.access import Relation
from shared.errors import Hidden, NotSignedIn
from shared.web.guards import Access, Guard, admit, refuse
from shared.web.sessions import session_of

AS_OWNER: Relation = "owner_contact"


class follow_up_access(Guard):  # noqa: N801 - reads as a word where routes are declared
    """Its owner, as long as they may see the case; else whoever may write in it.

    Criticism is for leadership to answer. What concerns the rektor is for the school owner's contacts alone,
    who have no other part in the case (R20).
    """

    async def check(self, request: Request) -> None:
        session = session_of(request)
        if session is None:
            raise NotSignedIn
        house: House = request.app.state.house
        found = await house.follow_ups.get(request.path_params["follow_up_id"])
        if found is None or session.hat != "staff":
            raise Hidden
        request.state.follow_up = found
        request.state.case_id = found.case_id
        if found.concerns == "rektor":
            contacts = {one.id for one in await house.directory.owner_contacts(house.today())}
            if session.person_id not in contacts:
                raise Hidden
            await admit(request, found.case_id, AS_OWNER, "see")
            return
        action = "decide" if found.kind == "criticism" else "write"
        if session.person_id == found.owner_id:
            action = "see"
        access: Access = request.app.state.access
        decision = await access.may(session.person_id, session.hat, found.case_id, action)
        refuse(decision)
        await admit(request, found.case_id, cast("Relation", decision.relation), action)

    def describe(self) -> str:
        return "staff whose task it is, or may write in its case"
