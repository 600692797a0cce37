"""Whoever told us, hears at once that we have it, who rings and by when (R3)."""

from services.notify.domain.facts import Facts
from services.notify.storage.post import Post
from shared.contracts.envelope import Heard
from shared.contracts.intake import ReportReceivedV1


async def when_report_received(heard: Heard[ReportReceivedV1], *, post: Post) -> None:
    event = heard.event
    if heard.republished or event.reporter_id is None or event.told_as == "anonymous":
        return
    facts = Facts(
        contact_id=event.handler_id,
        at=event.contact_by,
        path="/" if event.told_as == "other" else f"/cases/{event.case_id}",
        side="home" if event.told_as == "guardian" else "other",
        home_held=event.home_held,
    )
    letter = post.letter(
        "report-received", heard, to=event.reporter_id, facts=facts, useless_after=event.contact_by
    )
    await post.add([letter])
