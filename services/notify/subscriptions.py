"""Which event makes notify do what: the whole of what it hears, beside directory and access."""

from collections.abc import Callable
from functools import partial, update_wrapper
from typing import Any

from services.notify.reactions.when_clock_warns import (
    when_clock_overdue,
    when_clock_warned,
    when_clocks_started,
)
from services.notify.reactions.when_contact_logged import when_contact_logged
from services.notify.reactions.when_hold_ends import when_hold_ends
from services.notify.reactions.when_invitation_issued import when_invitation_issued
from services.notify.reactions.when_meeting_called import when_meetings_called, when_meetings_moved
from services.notify.reactions.when_meeting_leaves_word import (
    when_criticism_answered,
    when_group_reminder_due,
    when_meanwhile_told,
    when_minutes_added_to,
    when_minutes_shared,
    when_other_way_done,
)
from services.notify.reactions.when_minutes_approved import (
    when_case_minutes_approved,
    when_group_minutes_approved,
)
from services.notify.reactions.when_notice_step import when_notice_step
from services.notify.reactions.when_owner_is_told import when_owner_digest_due, when_school_unreachable
from services.notify.reactions.when_report_received import when_report_received
from services.notify.reactions.when_tomorrow_missed import when_tomorrow_missed, when_tomorrows_planned
from services.notify.storage.post import Post
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.escalation import (
    ClockOverdueV1,
    ClockStartedV1,
    ClockWarnedV1,
    NoticeStepV1,
    OwnerDigestDueV1,
    SchoolUnreachableV1,
    TomorrowMissedV1,
)
from shared.contracts.intake import ContactLoggedV1, ReportReceivedV1, TomorrowPlannedV1
from shared.contracts.meetings import (
    CaseMinutesApprovedV1,
    CriticismAnsweredV1,
    GroupMinutesApprovedV1,
    GroupReminderDueV1,
    InvitationIssuedV1,
    MeanwhileToldV1,
    MeetingCalledV1,
    MeetingMovedV1,
    MinutesAddedToV1,
    MinutesSharedV1,
    OtherWayDoneV1,
)
from shared.messaging.consuming import On


def subscriptions(post: Post) -> list[On[Any]]:
    """The table. What is only kept comes in batches; what makes letters comes one at a time."""

    def of(reaction: Callable[..., Any]) -> Any:
        return update_wrapper(partial(reaction, post=post), reaction)

    return [
        On(AccessSnapshotV1, batch=of(when_hold_ends)),
        On(ReportReceivedV1, react=of(when_report_received)),
        On(ContactLoggedV1, react=of(when_contact_logged)),
        On(MeetingCalledV1, batch=of(when_meetings_called)),
        On(MeetingMovedV1, batch=of(when_meetings_moved)),
        On(InvitationIssuedV1, react=of(when_invitation_issued)),
        On(CaseMinutesApprovedV1, react=of(when_case_minutes_approved)),
        On(GroupMinutesApprovedV1, react=of(when_group_minutes_approved)),
        On(MeanwhileToldV1, react=of(when_meanwhile_told)),
        On(CriticismAnsweredV1, react=of(when_criticism_answered)),
        On(MinutesSharedV1, react=of(when_minutes_shared)),
        On(MinutesAddedToV1, react=of(when_minutes_added_to)),
        On(GroupReminderDueV1, react=of(when_group_reminder_due)),
        On(OtherWayDoneV1, react=of(when_other_way_done)),
        On(TomorrowPlannedV1, batch=of(when_tomorrows_planned)),
        On(TomorrowMissedV1, react=of(when_tomorrow_missed)),
        On(ClockStartedV1, batch=of(when_clocks_started)),
        On(ClockWarnedV1, react=of(when_clock_warned)),
        On(ClockOverdueV1, react=of(when_clock_overdue)),
        On(OwnerDigestDueV1, react=of(when_owner_digest_due)),
        On(SchoolUnreachableV1, react=of(when_school_unreachable)),
        On(NoticeStepV1, react=of(when_notice_step)),
    ]
