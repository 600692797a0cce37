"""What each letter needs to be told, and nothing more: what is not here cannot be in a letter.

No context of a letter about one pupil has a field for a pupil, for what happened or for any free text.
"""

from datetime import date
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, model_validator

Role = Literal["rektor", "deputy", "contact-teacher", "social-teacher", "duty", "owner"]
Promise = Literal["call", "meet", "write", "look-after", "decide", "other"]


def _web_address(link: str) -> str:
    parts = urlsplit(link)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("a link starts with http:// or https://")
    return link


Link = Annotated[str, Field(max_length=1800, pattern=r"^[!-~]+$"), AfterValidator(_web_address)]
Name = Annotated[str, Field(min_length=1, max_length=120)]
Phone = Annotated[str, Field(pattern=r"^\+?[0-9 ]{3,20}$")]
Words = Annotated[str, Field(min_length=1, max_length=4000)]


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Contact(_Told):
    """The person who speaks in the letter and answers the telephone."""

    name: Name
    phone: Phone
    role: Role | None = None
    known_as: Name | None = None
    """What people call them; the first of their names if not given."""

    @property
    def first_name(self) -> str:
        return self.known_as or self.name.split()[0]


class LetterContext(_Told):
    """What every letter has: a school, a person with a telephone, a reader and one place to go."""

    school: Name
    contact: Contact
    link: Link
    reader: Name | None = None
    """What the reader is called; without it the letter says only hello."""
    wrong_address_link: Link | None = None
    """Where a stranger who got the letter can say so."""
    unsubscribe_link: Link | None = None
    """Where the reader of an optional letter says that they can do without."""


class ReportReceived(LetterContext):
    """Acknowledgement: the contact rings by that time. 23:59:59 in Oslo means "that day"."""

    rings_by: AwareDatetime


class MeetingInvitation(LetterContext):
    """A meeting with one family: new, moved or cancelled. The link is the reader's own page to answer."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime
    change: Literal["new", "moved", "cancelled"] = "new"
    mode: Literal["physical", "phone", "video"] = "physical"
    place: Name | None = None
    """A room from the school's own list; a place typed by hand stays behind the link."""
    previous_starts_at: AwareDatetime | None = None
    reason: Literal["reader-asked", "school-cannot"] | None = None
    new_time_by: AwareDatetime | None = None
    procedure_link: Link | None = None

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.ends_at <= self.starts_at:
            raise ValueError("a meeting ends after it starts")
        if (self.change == "moved") != (self.previous_starts_at is not None):
            raise ValueError("a moved meeting, and no other, has a previous time")
        return self


class StaffInvitation(LetterContext):
    """To somebody at the school who takes part in a meeting; what it is about stands behind the login."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime
    change: Literal["new", "moved", "cancelled"] = "new"
    place: Name | None = None
    previous_starts_at: AwareDatetime | None = None

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


class MinutesReady(LetterContext):
    """The minutes are there to read, behind the login; for those who were at the meeting."""

    held_at: AwareDatetime
    next_meeting_at: AwareDatetime | date | None = None
    """The moment, or the day while no time is set."""


class MinutesReadyAbsent(MinutesReady):
    """The same for those who were not there."""

    call_me_link: Link


class ReadyToRead(LetterContext):
    """Something after a meeting is there to read, behind the login; what it is stands there and not here."""

    held_at: AwareDatetime


class MinutesToRead(ReadyToRead):
    """A draft may be read and commented on, until that day."""

    comment_by: date


class GroupReminder(LetterContext):
    """The parents' meeting is two days away; purpose and agenda stood in the invitation."""

    starts_at: AwareDatetime
    place: Name


class GroupLetter(LetterContext):
    """The school has written to all the parents of a group; what, stands behind the login."""

    group: Name


class TomorrowMissed(LetterContext):
    """To a colleague at the school: what an adult was to do is not ticked; somebody must look."""

    due_at: AwareDatetime


class OwnerNotice(LetterContext):
    """To the school owner: a notice waits to be read and confirmed."""

    confirm_by: AwareDatetime


class OwnerNoticeReminder(OwnerNotice):
    """The same notice, not confirmed yet; `goes_on_to` is who is asked next."""

    goes_on_to: Name | None = None


class OwnerDigest(LetterContext):
    """To the school owner, once a day at their own hour: promises at the schools that were not kept."""


class SchoolUnreachable(LetterContext):
    """To the school owner, at once: nobody at that school could be told of anything."""


class PromiseAboutToBreak(LetterContext):
    """To the member of staff who gave their word, before it breaks."""

    promise: Promise
    due_at: AwareDatetime


class PromiseOverdue(PromiseAboutToBreak):
    """To the one who promised, or, with `promised_by`, to the one who is asked instead."""

    promised_by: Name | None = None


class AgendaItem(_Told):
    title: Name
    minutes: Annotated[int, Field(gt=0, le=480)]
    lead: Name | None = None


class GroupInvitation(LetterContext):
    """A meeting for all the parents of a group; the locked paragraph is added by the renderer."""

    group: Name
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    place: Name
    previous_starts_at: AwareDatetime | None = None
    """The time that no longer counts, when the meeting has been moved."""
    purpose: Words
    agenda: Annotated[tuple[AgendaItem, ...], Field(max_length=30)] = ()

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.ends_at <= self.starts_at:
            raise ValueError("a meeting ends after it starts")
        if not self.purpose.strip():
            raise ValueError("an invitation says why we meet")
        return self


class GroupMinutesPresent(LetterContext):
    """What a group meeting led to, for those who were there: no single incident, no pupil."""

    held_at: AwareDatetime
    purpose: Words
    strategy: Words | None = None
    asks: Annotated[tuple[Words, ...], Field(max_length=30)] = ()
    next_meeting_at: AwareDatetime | date | None = None


class GroupMinutesAbsent(GroupMinutesPresent):
    """The same for those who were not there, with a way to hear it on the telephone."""

    call_me_link: Link


LETTERS: dict[str, type[LetterContext]] = {
    "report-received": ReportReceived,
    "meeting-invitation": MeetingInvitation,
    "staff-invitation": StaffInvitation,
    "minutes-ready": MinutesReady,
    "minutes-ready-absent": MinutesReadyAbsent,
    "meanwhile-ready": ReadyToRead,
    "answer-ready": ReadyToRead,
    "minutes-to-read": MinutesToRead,
    "minutes-added-to": ReadyToRead,
    "group-reminder": GroupReminder,
    "group-letter": GroupLetter,
    "tomorrow-missed": TomorrowMissed,
    "owner-notice": OwnerNotice,
    "owner-notice-reminder": OwnerNoticeReminder,
    "owner-digest": OwnerDigest,
    "school-unreachable": SchoolUnreachable,
    "promise-about-to-break": PromiseAboutToBreak,
    "promise-overdue": PromiseOverdue,
    "group-invitation": GroupInvitation,
    "group-minutes-present": GroupMinutesPresent,
    "group-minutes-absent": GroupMinutesAbsent,
}
"""Every letter there is, by its folder's name."""
