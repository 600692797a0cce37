"""A notice has come to somebody at the school owner: they are asked to read it and confirm (R37)."""

from services.notify.domain.facts import Facts
from services.notify.storage.post import Post
from shared.contracts.envelope import Heard
from shared.contracts.escalation import NoticeStepV1


async def when_notice_step(heard: Heard[NoticeStepV1], *, post: Post) -> None:
    event = heard.event
    if heard.republished:
        return
    facts = Facts(at=event.acknowledge_by, path=f"/notices/{event.notice_id}", side="school")
    await post.add(
        [
            post.letter(
                "owner-notice", heard, to=event.person_id, facts=facts, useless_after=event.acknowledge_by
            )
        ]
    )
