"""The events of one case, as the other services would say them."""

from datetime import date, datetime, timedelta
from typing import Any

from shared.calendar import add_working_days
from shared.clock import OSLO
from shared.contracts.intake import (
    CaseOpenedV1,
    ContactAskedForV1,
    ContactLoggedV1,
    FactRecordedV1,
    FactWords,
    TomorrowPlannedV1,
    TomorrowTickedV1,
)
from shared.contracts.meetings import (
    Attended,
    CaseMinutesApprovedV1,
    GroupMinutesApprovedV1,
    MeetingCalledV1,
    MeetingCancelledV1,
    MeetingHeldV1,
)
from shared.identifiers import new_id
from tests.escalation.town import Town


def oslo(month: int, day: int, hour: int = 12, minute: int = 0, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=OSLO)


class Case:
    """One case at the town's school, and what is said of it."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.id = new_id("case")
        self.guardian = new_id("person")
        self.pupil = new_id("person")
        self.meeting = new_id("meeting")

    @property
    def about(self) -> dict[str, Any]:
        return {"case_id": self.id, "school_id": self.town.school_id, "at": self.town.clock.now()}

    def opened(self, **other: Any) -> CaseOpenedV1:
        now = self.town.clock.now()
        told: dict[str, Any] = {
            **self.about,
            "number": "2026-000123",
            "pupil_id": self.pupil,
            "told_as": "guardian",
            "reporter_id": self.guardian,
            "handler_id": self.town.rektor,
            "reported_at": now,
            "raised_with_rektor_at": now,
            "contact_by": add_working_days(now, 1).at,
        }
        return CaseOpenedV1(**(told | other))

    async def open(self, **other: Any) -> None:
        await self.town.hear(self.opened(**other), source=self.id)

    def contact(self, *, reached: bool = True, person_id: str | None = None) -> ContactLoggedV1:
        return ContactLoggedV1(
            **self.about, person_id=person_id or self.guardian, means="phone", reached=reached
        )

    async def ring(self, **how: Any) -> None:
        await self.town.hear(self.contact(**how), source=self.id)

    def asked_for(self, wish: Any = "ring", *, answer_by: datetime) -> ContactAskedForV1:
        return ContactAskedForV1(
            **self.about,
            request_id=new_id("request"),
            person_id=self.guardian,
            wish=wish,
            owner_id=self.town.teacher,
            answer_by=answer_by,
        )

    def _meeting(self, meeting_id: str | None, kind: str) -> dict[str, Any]:
        return {**self.about, "meeting_id": meeting_id or self.meeting, "kind": kind}

    def _timing(self, starts_at: datetime) -> dict[str, Any]:
        return {
            "starts_at": starts_at,
            "ends_at": starts_at + timedelta(hours=1),
            "contact_id": self.town.rektor,
            "calendar_uid": "uid",
            "sequence": 0,
        }

    def called(self, starts_at: datetime, *, meeting_id: str | None = None, kind: str = "first") -> Any:
        return MeetingCalledV1(
            **self._meeting(meeting_id, kind), **self._timing(starts_at), approved_by=self.town.rektor
        )

    def cancelled(self, starts_at: datetime, *, meeting_id: str | None = None, kind: str = "first") -> Any:
        return MeetingCancelledV1(**self._meeting(meeting_id, kind), **self._timing(starts_at))

    def held(self, *, meeting_id: str | None = None, kind: str = "first") -> MeetingHeldV1:
        return MeetingHeldV1(
            **self._meeting(meeting_id, kind),
            by=self.town.rektor,
            attendance=(Attended(person_id=self.guardian, side="home", status="present"),),
        )

    def minutes(self, *, meeting_id: str | None = None) -> CaseMinutesApprovedV1:
        return CaseMinutesApprovedV1(
            **self._meeting(meeting_id, "first"),
            minutes_id=new_id("minutes"),
            contact_id=self.town.rektor,
            parties=(),
        )

    def group_minutes(self, *, came: list[str], absent: list[str]) -> GroupMinutesApprovedV1:
        parties = [Attended(person_id=one, side="home", status="present") for one in came]
        parties += [Attended(person_id=one, side="home", status="unknown") for one in absent]
        return GroupMinutesApprovedV1(
            **self._meeting(None, "group"),
            minutes_id=new_id("minutes"),
            contact_id=self.town.rektor,
            held_on=self.town.clock.now().astimezone(OSLO).date(),
            parties=tuple(parties),
        )

    def planned(self, starts_at: datetime, *, card_id: str) -> TomorrowPlannedV1:
        return TomorrowPlannedV1(
            **self.about,
            card_id=card_id,
            pupil_id=self.pupil,
            adult_id=self.town.teacher,
            colleague_id=self.town.deputy,
            starts_at=starts_at,
            alert_at=starts_at + timedelta(minutes=5),
        )

    def ticked(self, *, card_id: str) -> TomorrowTickedV1:
        return TomorrowTickedV1(
            **self.about, card_id=card_id, pupil_id=self.pupil, ticked_at=self.town.clock.now()
        )

    def fact(self, *criteria: str, fact_id: str | None = None) -> FactRecordedV1:
        return FactRecordedV1(
            **self.about,
            fact_id=fact_id or new_id("fact"),
            source="staff",
            occurred_on=date(2026, 11, 13),
            criteria=criteria,
        )

    async def record(self, *criteria: str, text: str = "Tre elever holdt ham fast.") -> None:
        await self.town.hear(self.fact(*criteria), source=self.id, words=FactWords(text=text))
