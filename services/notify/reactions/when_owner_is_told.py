"""What the school owner is told besides notices: a digest at their own hour, and a school without anybody."""

from datetime import timedelta

from services.notify.domain.facts import Facts
from services.notify.storage.post import Post
from shared.contracts.envelope import Heard
from shared.contracts.escalation import OwnerDigestDueV1, SchoolUnreachableV1

OF_USE_FOR = timedelta(days=1)


async def when_owner_digest_due(heard: Heard[OwnerDigestDueV1], *, post: Post) -> None:
    await _tell("owner-digest", heard, "/notices/quiet", post)


async def when_school_unreachable(heard: Heard[SchoolUnreachableV1], *, post: Post) -> None:
    await _tell("school-unreachable", heard, "/notices", post)


async def _tell(
    name: str, heard: Heard[OwnerDigestDueV1] | Heard[SchoolUnreachableV1], path: str, post: Post
) -> None:
    if heard.republished:
        return
    event = heard.event
    facts = Facts(at=event.at, path=path, side="school", contact_id=event.contact_id)
    until = event.at + OF_USE_FOR
    await post.add([post.letter(name, heard, to=event.person_id, facts=facts, useless_after=until)])
