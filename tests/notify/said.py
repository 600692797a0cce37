"""What other services say, as short as a test may say it."""

from datetime import date, timedelta
from typing import Any

from shared.contracts.intake import OpenedCase, ReportReceivedV1
from shared.contracts.meetings import (
    AgendaItem,
    Attended,
    CaseMinutesApprovedV1,
    GroupMeetingWords,
    GroupMinutesApprovedV1,
    GroupMinutesWords,
    InvitationIssuedV1,
    MeetingCalledV1,
)
from shared.identifiers import derived_id, new_id
from tests.notify.town import Town
from tests.shared.moments import NOON

IN_TWO_DAYS = NOON + timedelta(days=2)
GROUP_WORDS = GroupMeetingWords(
    purpose="Vi vil at alle skal ha noen å være sammen med.",
    agenda=(AgendaItem(title="Velkommen", minutes=10), AgendaItem(title="Hva skolen gjør", minutes=30)),
)
GROUP_MINUTES = GroupMinutesWords(
    purpose="Vi vil at alle skal ha noen å være sammen med.",
    strategy="Flere voksne er ute i friminuttene.",
    asks=("Snakk med barnet om hvem som er alene.",),
)


def report(town: Town, **more: Any) -> ReportReceivedV1:
    told: dict[str, Any] = {
        "case_id": town.case,
        "school_id": town.school,
        "at": NOON,
        "report_id": new_id("report"),
        "told_as": "guardian",
        "channel": "form",
        "reporter_id": town.mother,
        "cases": (OpenedCase(case_id=town.case, number="2026-000123", pupil_id=town.pupil),),
        "handler_id": town.leader,
        "raised_with_rektor_at": NOON,
        "contact_by": NOON + timedelta(days=1),
    }
    return ReportReceivedV1.model_validate(told | more)


def _meeting(town: Town, meeting_id: str, **more: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "case_id": town.case,
        "school_id": town.school,
        "at": NOON,
        "meeting_id": meeting_id,
        "kind": "first",
        "starts_at": IN_TWO_DAYS,
        "ends_at": IN_TWO_DAYS + timedelta(hours=1),
        "room_id": town.room,
        "contact_id": town.leader,
        "calendar_uid": f"{meeting_id[8:]}@samspill.test",
        "sequence": 0,
    }
    return told | more


def invitation(town: Town, meeting_id: str, person_id: str, **more: Any) -> InvitationIssuedV1:
    told: dict[str, Any] = {
        "invitation_id": derived_id("invitation", meeting_id, person_id),
        "person_id": person_id,
        "side": "home",
        "revision": 1,
    }
    return InvitationIssuedV1.model_validate(_meeting(town, meeting_id) | told | more)


def group_invitation(town: Town, meeting_id: str, person_id: str, **more: Any) -> InvitationIssuedV1:
    return invitation(town, meeting_id, person_id, **{"kind": "group", "group_id": town.group, **more})


def called(town: Town, meeting_id: str, **more: Any) -> MeetingCalledV1:
    return MeetingCalledV1.model_validate(_meeting(town, meeting_id, approved_by=town.leader) | more)


def minutes(town: Town, meeting_id: str, *parties: Attended, **more: Any) -> CaseMinutesApprovedV1:
    told: dict[str, Any] = {
        "case_id": town.case,
        "school_id": town.school,
        "at": NOON,
        "meeting_id": meeting_id,
        "kind": "first",
        "minutes_id": derived_id("minutes", meeting_id),
        "contact_id": town.leader,
        "parties": parties,
        "next_meeting_on": date(2026, 11, 30),
    }
    return CaseMinutesApprovedV1.model_validate(told | more)


def group_minutes(town: Town, meeting_id: str, *parties: Attended, **more: Any) -> GroupMinutesApprovedV1:
    told: dict[str, Any] = {
        "case_id": town.case,
        "school_id": town.school,
        "at": NOON,
        "meeting_id": meeting_id,
        "kind": "group",
        "group_id": town.group,
        "minutes_id": derived_id("minutes", meeting_id),
        "contact_id": town.leader,
        "held_on": date(2026, 11, 12),
        "parties": parties,
        "evaluation_on": date(2026, 12, 10),
    }
    return GroupMinutesApprovedV1.model_validate(told | more)
