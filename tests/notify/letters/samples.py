"""One filled-in context for every letter and every variant of it, with invented people."""

from datetime import datetime, timedelta
from typing import Any

from services.notify.letters.contexts import (
    AgendaItem,
    Contact,
    GroupInvitation,
    GroupLetter,
    GroupMinutesAbsent,
    GroupMinutesPresent,
    GroupReminder,
    LetterContext,
    MeetingInvitation,
    MinutesReady,
    MinutesReadyAbsent,
    MinutesToRead,
    OwnerDigest,
    OwnerNotice,
    OwnerNoticeReminder,
    PromiseAboutToBreak,
    PromiseOverdue,
    ReadyToRead,
    ReportReceived,
    SchoolUnreachable,
    StaffInvitation,
    TomorrowMissed,
)
from shared.calendar import end_of_day
from shared.clock import OSLO

MONDAY_14 = datetime(2026, 11, 16, 14, 0, tzinfo=OSLO)
MONDAY_12 = datetime(2026, 11, 16, 12, 0, tzinfo=OSLO)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ANNE = Contact(name="Anne Berg", phone="22 00 00 00", role="rektor")

COMMON: dict[str, Any] = {
    "school": "Lillevik skole",
    "contact": ANNE,
    "link": "https://samspill.lillevik.example/a?letter=abc&t=def",
    "reader": "Kari",
    "wrong_address_link": "https://samspill.lillevik.example/not-for-me/abc",
}
CALL = {"call_me_link": "https://samspill.lillevik.example/call/abc"}
MEETING = {**COMMON, "starts_at": MONDAY_14, "ends_at": MONDAY_14 + HOUR}
GROUP_MINUTES = {
    **COMMON,
    "held_at": MONDAY_14 + 4 * HOUR,
    "purpose": "Vi vil at alle skal ha noen å være sammen med i friminuttene.\nDet kan vi få til sammen.",
    "strategy": "Flere voksne er ute i friminuttene. Vi deler inn i faste lekegrupper.",
    "asks": ("Snakk med barnet om hvem som er alene.", "Inviter flere når dere feirer bursdag."),
    "next_meeting_at": MONDAY_14 + 28 * DAY,
}

SAMPLES: dict[tuple[str, str], LetterContext] = {
    ("report-received", "hour"): ReportReceived(**COMMON, rings_by=MONDAY_12),
    ("report-received", "day"): ReportReceived(**COMMON, rings_by=end_of_day(MONDAY_12.date())),
    ("meeting-invitation", "first"): MeetingInvitation(
        **MEETING, place="Møterom 2", procedure_link="https://lillevik.example/samarbeid"
    ),
    ("meeting-invitation", "phone"): MeetingInvitation(**MEETING, mode="phone"),
    ("meeting-invitation", "video"): MeetingInvitation(**MEETING, mode="video"),
    ("meeting-invitation", "moved"): MeetingInvitation(
        **MEETING, change="moved", previous_starts_at=MONDAY_14 - DAY * 3, reason="school-cannot"
    ),
    ("meeting-invitation", "moved-asked"): MeetingInvitation(
        **MEETING, change="moved", previous_starts_at=MONDAY_14 - DAY * 3, reason="reader-asked", mode="phone"
    ),
    ("meeting-invitation", "cancelled"): MeetingInvitation(
        **MEETING, change="cancelled", reason="school-cannot", new_time_by=end_of_day(MONDAY_14.date())
    ),
    ("meeting-invitation", "cancelled-asked"): MeetingInvitation(
        **MEETING, change="cancelled", reason="reader-asked"
    ),
    ("staff-invitation", "new"): StaffInvitation(**MEETING, place="Møterom 2"),
    ("staff-invitation", "moved"): StaffInvitation(
        **MEETING, change="moved", previous_starts_at=MONDAY_14 - DAY * 3
    ),
    ("staff-invitation", "cancelled"): StaffInvitation(**MEETING, change="cancelled"),
    ("minutes-ready", "next"): MinutesReady(
        **COMMON, held_at=MONDAY_14, next_meeting_at=MONDAY_14 + 14 * DAY
    ),
    ("minutes-ready", "day"): MinutesReady(
        **COMMON, held_at=MONDAY_14, next_meeting_at=(MONDAY_14 + 14 * DAY).date()
    ),
    ("minutes-ready", "alone"): MinutesReady(**COMMON, held_at=MONDAY_14),
    ("minutes-ready-absent", "next"): MinutesReadyAbsent(
        **COMMON, **CALL, held_at=MONDAY_14, next_meeting_at=MONDAY_14 + 14 * DAY
    ),
    ("meanwhile-ready", "home"): ReadyToRead(**COMMON, held_at=MONDAY_14),
    ("minutes-to-read", "home"): MinutesToRead(
        **COMMON, held_at=MONDAY_14, comment_by=(MONDAY_14 + 2 * DAY).date()
    ),
    ("group-reminder", "home"): GroupReminder(**COMMON, starts_at=MONDAY_14, place="Gymsalen"),
    ("group-letter", "home"): GroupLetter(**COMMON, group="8A"),
    ("minutes-added-to", "home"): ReadyToRead(**COMMON, held_at=MONDAY_14),
    ("answer-ready", "home"): ReadyToRead(**COMMON, held_at=MONDAY_14),
    ("tomorrow-missed", "staff"): TomorrowMissed(**COMMON, due_at=MONDAY_14.replace(hour=8, minute=10)),
    ("owner-notice", "owner"): OwnerNotice(**COMMON, confirm_by=MONDAY_12 + DAY),
    ("owner-notice-reminder", "next"): OwnerNoticeReminder(
        **COMMON, confirm_by=MONDAY_12 + DAY, goes_on_to="Ola Dahl"
    ),
    ("owner-digest", "owner"): OwnerDigest(
        **COMMON, unsubscribe_link="https://samspill.lillevik.example/letters/unsubscribe/abc"
    ),
    ("school-unreachable", "owner"): SchoolUnreachable(**COMMON),
    ("promise-about-to-break", "call"): PromiseAboutToBreak(**COMMON, promise="call", due_at=MONDAY_12),
    ("promise-about-to-break", "other"): PromiseAboutToBreak(**COMMON, promise="other", due_at=MONDAY_12),
    ("promise-overdue", "own"): PromiseOverdue(**COMMON, promise="look-after", due_at=MONDAY_12),
    ("promise-overdue", "another"): PromiseOverdue(
        **COMMON, promise="write", due_at=MONDAY_12, promised_by="Ola Dahl"
    ),
    ("group-invitation", "agenda"): GroupInvitation(
        **{**MEETING, "ends_at": MONDAY_14 + 2 * HOUR},
        group="7. trinn",
        place="Biblioteket",
        purpose="Vi vil at alle skal ha noen å være sammen med i friminuttene.\nDet kan vi få til sammen.",
        agenda=(
            AgendaItem(title="Velkommen", minutes=10, lead="Anne Berg"),
            AgendaItem(title="Hva skolen gjør", minutes=30),
            AgendaItem(title="Hva vi kan gjøre hjemme", minutes=40),
        ),
    ),
    ("group-invitation", "moved"): GroupInvitation(
        **MEETING,
        group="7. trinn",
        place="Biblioteket",
        purpose="Vi vil bli kjent.",
        previous_starts_at=MONDAY_14 - DAY,
    ),
    ("group-invitation", "bare"): GroupInvitation(
        **{**MEETING, "reader": None, "wrong_address_link": None},
        group="7. trinn",
        place="Biblioteket",
        purpose="Vi vil bli kjent.",
    ),
    ("group-minutes-present", "full"): GroupMinutesPresent(**GROUP_MINUTES),
    ("group-minutes-present", "bare"): GroupMinutesPresent(
        **{**GROUP_MINUTES, "strategy": None, "asks": (), "next_meeting_at": None}
    ),
    ("group-minutes-absent", "full"): GroupMinutesAbsent(**GROUP_MINUTES, **CALL),
}
