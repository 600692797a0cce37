"""The minutes as one party reads them: their own account, every view side by side, nobody else's name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from services.meetings.domain.content import PUPIL, SCHOOL, Content
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.people import Participant
from services.meetings.storage.house import House
from shared.contracts.meetings import Attendance
from shared.directory import Person
from shared.masking import Mask, mask_of, masked

T = Callable[..., str]


@dataclass(frozen=True)
class Here:
    """One who was asked to come: the school by name and role, another family by neither."""

    label: str
    role: str
    status: Attendance


@dataclass(frozen=True)
class Side:
    """How one party sees a point."""

    label: str
    text: str


@dataclass(frozen=True)
class Point:
    about: str | None
    sides: list[Side]
    agreement: str | None


@dataclass(frozen=True)
class Told:
    """One fact or agreement, ready to show."""

    text: str
    where: str | None = None
    on: date | None = None
    source: str | None = None
    source_words: str | None = None
    who: str | None = None
    date_unknown: bool = False
    voluntary: bool = False


@dataclass(frozen=True)
class Version:
    """What one reader sees. Texts have other families' names replaced by neutral words."""

    approved: bool
    here: list[Here]
    content: Content
    notes: str | None
    account: str | None
    accounts: list[Side]
    pupil_account: str | None
    facts: list[Told]
    points: list[Point]
    agreements: list[Told]
    meanwhile: list[Told]
    mask: Mask
    examine: list[Told] = field(default_factory=list)
    measures: list[Told] = field(default_factory=list)
    additions: list[str] = field(default_factory=list)


async def minutes_for(
    reader_id: str, meeting: Meeting, minutes: Minutes, *, house: House, t: T, as_school: bool
) -> Version:
    """The version of one reader. The school's own has every account, and the names."""
    people = await house.directory.people_by_id(one.person_id for one in meeting.participants)
    return _Reading(reader_id, meeting, minutes, people, t, as_school=as_school).version()


class _Reading:
    def __init__(
        self,
        reader_id: str,
        meeting: Meeting,
        minutes: Minutes,
        people: dict[str, Person],
        t: T,
        *,
        as_school: bool,
    ) -> None:
        self._reader_id = reader_id
        self._meeting = meeting
        self._minutes = minutes
        self._people = people
        self._t = t
        self._as_school = as_school
        mask = mask_of([], [], "") if as_school else mask_of(self._others(), self._shown(), t("party-other"))
        self._mask = mask
        self._content = Content.model_validate(masked(minutes.content.model_dump(), mask))

    def version(self) -> Version:
        content = self._content
        told = {one.party_id: one.account for one in content.accounts if one.account}
        own = told.get(self._reader_id)
        return Version(
            approved=self._minutes.is_approved,
            here=[] if self._meeting.is_group else [self._here(one) for one in self._meeting.participants],
            content=content,
            notes=content.notes,
            account=None if self._as_school else own,
            accounts=[Side(self._label(party), text) for party, text in told.items() if self._as_school],
            pupil_account=content.pupil_account,
            facts=self._facts(),
            points=self._points(),
            agreements=[
                Told(
                    one.what,
                    who=self._who(one.who_id, one.who),
                    on=one.by,
                    voluntary=self._is_home(one.who_id),
                )
                for one in content.agreements
            ],
            meanwhile=[Told(one.what, who=one.who, where=one.when) for one in content.meanwhile],
            examine=[Told(one.what, who=self._who(one.who_id, None), on=one.by) for one in content.examine],
            measures=[Told(one.what, who=one.who, where=one.when) for one in content.measures],
            mask=self._mask,
            additions=[self._mask(one.text) for one in self._minutes.addenda],
        )

    def _facts(self) -> list[Told]:
        return [
            Told(
                fact.text,
                where=fact.where,
                on=fact.occurred_on,
                source=fact.source or "unknown",
                source_words=fact.source_words,
                date_unknown=fact.date_unknown,
            )
            for fact in self._content.facts
        ]

    def _points(self) -> list[Point]:
        return [
            Point(
                point.about,
                [Side(self._label(view.party_id), view.text) for view in point.views],
                point.agreement,
            )
            for point in self._content.viewpoints
        ]

    def _others(self) -> list[Person]:
        """Everyone from the home but the reader: their names are nobody else's business (R12)."""
        return [
            self._people[one.person_id]
            for one in self._meeting.participants
            if one.side == "home" and one.person_id != self._reader_id and one.person_id in self._people
        ]

    def _shown(self) -> list[Person]:
        """Those whose names stand in the reader's version: the school's, and the reader's own."""
        return [
            self._people[one.person_id]
            for one in self._meeting.participants
            if one.person_id in self._people and (one.side == "school" or one.person_id == self._reader_id)
        ]

    def _label(self, party_id: str) -> str:
        if party_id == self._reader_id and not self._as_school:
            return self._t("party-you")
        if party_id == SCHOOL:
            return self._t("party-school")
        if party_id == PUPIL:
            return self._t("party-pupil")
        if not self._as_school and self._is_home(party_id):
            return self._t("party-other")
        person = self._people.get(party_id)
        return person.name if person else self._t("party-other")

    def _is_home(self, person_id: str | None) -> bool:
        return any(one.person_id == person_id and one.side == "home" for one in self._meeting.participants)

    def _who(self, who_id: str | None, who: str | None) -> str | None:
        return self._label(who_id) if who_id else who

    def _here(self, one: Participant) -> Here:
        if one.side == "home" and not self._as_school:
            label, role = self._t("party-you" if one.person_id == self._reader_id else "party-other"), ""
        else:
            person = self._people.get(one.person_id)
            label, role = person.name if person else self._t("party-other"), one.role
        return Here(label, role, self._meeting.attendance.get(one.person_id, "unknown"))
