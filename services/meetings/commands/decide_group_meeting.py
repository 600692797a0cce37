"""Leadership decides whether a meeting for all the parents of the group is right (R45)."""

from services.meetings.domain.group_decision import Choice, GroupDecision, Way
from services.meetings.storage.house import House
from shared.errors import Refusal


async def decide_group_meeting(
    case_id: str,
    *,
    choice: Choice,
    by: str,
    house: House,
    way: Way | None = None,
    reason: str | None = None,
) -> None:
    """Keep the decision. Another way leads somewhere: it must be named."""
    snapshot = await house.access.snapshot(case_id)
    if snapshot.kind != "group":
        raise Refusal("group-meeting", fields={"case": "not-a-group"})
    if choice == "another_way" and way is None:
        raise Refusal("group-meeting", fields={"way": "required"})
    now = house.clock.now()
    await house.decisions.change(
        GroupDecision.id_for(case_id),
        lambda it: it.decide(choice, by=by, at=now, way=way, reason=reason),
        new=lambda: GroupDecision.made(
            case_id=case_id,
            school_id=snapshot.school_id,
            choice=choice,
            by=by,
            at=now,
            way=way,
            reason=reason,
        ),
        by=by,
    )
