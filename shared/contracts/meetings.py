"""What meetings says about meetings, invitations, replies, attendance and minutes."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.envelope import CaseEvent, Words, WordsModel
from shared.contracts.intake import FactSource
from shared.contracts.topics import MEETINGS_MEETING, Topic

MeetingKind = Literal[
    "first",
    "follow_up",
    "evaluation",
    "parent_initiated",
    "school_initiated",
    "guardians_offending",
    "group",
    "staff",
]
Mode = Literal["physical", "digital", "phone"]
Side = Literal["home", "school", "other"]
Answer = Literal["coming", "cannot", "other_time"]
Attendance = Literal["present", "digital", "absent", "excused", "unknown"]

CAME: frozenset[str] = frozenset({"present", "digital"})


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class MeetingEvent(CaseEvent):
    """Something that happened to one meeting."""

    meeting_id: str
    kind: MeetingKind
    group_id: str | None = None


class Timing(MeetingEvent):
    """When and where, as it is safe to say: a place from the room list, never one typed by hand."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime
    mode: Mode = "physical"
    room_id: str | None = None
    contact_id: str = Field(description="who at the school meets and answers")
    calendar_uid: str
    sequence: int = Field(description="RFC 5546 SEQUENCE of the calendar object, from 0")


class AgendaItem(_Part):
    title: str
    minutes: int
    lead: str | None = None


class GroupMeetingWords(Words):
    """What every entitled guardian of the group may read in the invitation."""

    purpose: str
    agenda: tuple[AgendaItem, ...]
    strategy: str | None = None
    asks: tuple[str, ...] = ()


class MeetingCalledV1(Timing):
    """A meeting stands, approved by leadership (R14). Words only for a group meeting."""

    type: ClassVar[str] = "samspill.meetings.meeting-called.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING
    words: ClassVar[WordsModel | None] = GroupMeetingWords

    approved_by: str
    urgent: bool = False


class MeetingMovedV1(Timing):
    """Another time or place; SEQUENCE has grown where the time is another."""

    type: ClassVar[str] = "samspill.meetings.meeting-moved.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING


class MeetingCancelledV1(Timing):
    """The meeting will not be held."""

    type: ClassVar[str] = "samspill.meetings.meeting-cancelled.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING


class ParticipantsChangedV1(MeetingEvent):
    """Leadership has asked others to come, or no longer asks some: only those are told."""

    type: ClassVar[str] = "samspill.meetings.participants-changed.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class InvitationIssuedV1(Timing):
    """One person is invited, told of a change, or told that it is off: one letter of their own."""

    type: ClassVar[str] = "samspill.meetings.invitation-issued.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    invitation_id: str
    person_id: str
    side: Side
    method: Literal["request", "cancel"] = "request"
    revision: int = Field(description="grows with each issue; part of what the personal link covers")


class InvitationAnsweredV1(MeetingEvent):
    """The latest answer of one invited person (by SEQUENCE, then time)."""

    type: ClassVar[str] = "samspill.meetings.invitation-answered.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    invitation_id: str
    person_id: str
    answer: Answer
    interpreter: str | None = Field(default=None, description="BCP 47 language code")
    support_person: bool = False
    via: Literal["page", "calendar", "staff"] = "page"


class InvitationUnansweredV1(Timing):
    """Somebody has not answered yet and is reminded, once: a letter of their own before anybody rings."""

    type: ClassVar[str] = "samspill.meetings.invitation-unanswered.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    invitation_id: str
    person_id: str
    side: Side
    revision: int = Field(description="that of the invitation: the same personal link")


class Attended(_Part):
    person_id: str
    side: Side
    status: Attendance


class MeetingHeldV1(MeetingEvent):
    """The meeting was held; who came. Unknown counts as absent."""

    type: ClassVar[str] = "samspill.meetings.meeting-held.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    attendance: tuple[Attended, ...]


class MinutedFact(_Part):
    fact_id: str
    text: str
    where: str | None = None
    occurred_on: date | None = None
    source: FactSource = "unknown"
    source_words: str | None = None
    criteria: tuple[str, ...] = ()


class MinutedAccount(_Part):
    """What one party told, in their words, and how they see it (R16–R18)."""

    party_id: str
    account: str | None = None
    view: str | None = None


class MinutedAgreement(_Part):
    agreement_id: str
    what: str
    who_id: str | None = None
    who: str | None = None
    by: date | None = None
    voluntary: bool = False


class MinutedExamination(_Part):
    """What the school said it would look into, or heard that it did not know (R18, R19, R30)."""

    step_id: str
    what: str
    person_id: str
    due_on: date | None = None


class CaseMinutesWords(Words):
    """What becomes intake's facts, accounts, agreements and things to look into."""

    facts: tuple[MinutedFact, ...] = ()
    accounts: tuple[MinutedAccount, ...] = ()
    agreements: tuple[MinutedAgreement, ...] = ()
    examinations: tuple[MinutedExamination, ...] = ()


class CaseMinutesApprovedV1(MeetingEvent):
    """The minutes of a meeting in a case are approved; each party's own version can be read (R11, R12)."""

    type: ClassVar[str] = "samspill.meetings.case-minutes-approved.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING
    words: ClassVar[WordsModel | None] = CaseMinutesWords

    minutes_id: str
    version: int = 1
    contact_id: str
    parties: tuple[Attended, ...]
    next_meeting_on: date | None = None
    missing: tuple[str, ...] = Field(default=(), description="codes of what was missing when approved")
    rights_version: str | None = Field(default=None, description="which text on rights was given (R33)")
    rights_language: str | None = None
    rights_given_to: tuple[str, ...] = Field(default=(), description="persons, and the code `pupil`")


class GroupMinutesWords(Words):
    """What everyone invited is told afterwards, without individuals."""

    purpose: str
    summary: str | None = None
    strategy: str | None = None
    asks: tuple[str, ...] = ()


class GroupMinutesApprovedV1(MeetingEvent):
    """The minutes of a group meeting are approved: a letter to each invited, the absent their own (R56)."""

    type: ClassVar[str] = "samspill.meetings.group-minutes-approved.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING
    words: ClassVar[WordsModel | None] = GroupMinutesWords

    minutes_id: str
    version: int = 1
    contact_id: str
    held_on: date
    parties: tuple[Attended, ...]
    evaluation_on: date | None = None
    missing: tuple[str, ...] = ()


class NextMeetingAgreedV1(MeetingEvent):
    """After the minutes were approved a date for the next meeting was agreed, or that there is none (R13)."""

    type: ClassVar[str] = "samspill.meetings.next-meeting-agreed.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    minutes_id: str
    next_meeting_on: date | None = Field(default=None, description="none where there is a reason for none")


class MeanwhileToldV1(MeetingEvent):
    """The parties did not agree: what happens until they meet again is there to read, the same day (R24)."""

    type: ClassVar[str] = "samspill.meetings.meanwhile-told.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    minutes_id: str
    contact_id: str
    person_ids: tuple[str, ...] = Field(description="the home's side, each to be told")
    next_meeting_on: date | None = None


class CriticismRaisedV1(MeetingEvent):
    """The home was critical of the school; somebody owes an answer by a time (R20). The words stay here."""

    type: ClassVar[str] = "samspill.meetings.criticism-raised.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    criticism_id: str
    concerns: Literal["school", "rektor", "staff_offends"] = Field(
        description="staff_offends: goes the way of § 12-5, by a report"
    )
    owner_id: str = Field(description="who answers: leadership, or the school owner about the rektor")
    answer_by: AwareDatetime


class CriticismAnsweredV1(MeetingEvent):
    """The answer is there to read for those who raised it (R20)."""

    type: ClassVar[str] = "samspill.meetings.criticism-answered.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    criticism_id: str
    contact_id: str
    person_ids: tuple[str, ...] = Field(description="the home's side, each to be told")


class MinutesSharedV1(MeetingEvent):
    """A draft of the minutes may be read and commented on by the home before it is approved (R11)."""

    type: ClassVar[str] = "samspill.meetings.minutes-shared.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    minutes_id: str
    contact_id: str
    person_ids: tuple[str, ...] = Field(description="the home's side, each to be told")
    comment_by: date


class MinutesAddedToV1(MeetingEvent):
    """Approved minutes have an addition; what they said stands (R11). What is new for the case is sealed."""

    type: ClassVar[str] = "samspill.meetings.minutes-added-to.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING
    words: ClassVar[WordsModel | None] = CaseMinutesWords

    minutes_id: str
    addition_id: str
    contact_id: str
    person_ids: tuple[str, ...] = Field(
        default=(), description="the home's side; nobody where they have been told of one the same day"
    )


class MinutesOpenedV1(MeetingEvent):
    """A parent or the pupil has said, with a click of their own, that they have read the minutes (R12)."""

    type: ClassVar[str] = "samspill.meetings.minutes-opened.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    minutes_id: str
    person_id: str


class MinutesCommentedV1(MeetingEvent):
    """A parent or the pupil has written something to the minutes; the words stay here (R11)."""

    type: ClassVar[str] = "samspill.meetings.minutes-commented.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    minutes_id: str
    person_id: str
    approved: bool = Field(description="whether the minutes were approved when it was written")


class GroupReminderDueV1(MeetingEvent):
    """A meeting for all the parents is two days away: those who may come are reminded once (R47)."""

    type: ClassVar[str] = "samspill.meetings.group-reminder-due.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    contact_id: str
    room_id: str | None = None
    person_ids: tuple[str, ...] = Field(description="invited guardians who have not said that they cannot")


class OtherWayEvent(CaseEvent):
    """Another way than a meeting for all the parents of a group (R45, P20)."""

    way_id: str
    way: Literal["small_groups", "calls", "letter"]
    group_id: str | None = None


class OtherWayPlannedV1(OtherWayEvent):
    """It has somebody responsible and a date."""

    type: ClassVar[str] = "samspill.meetings.other-way-planned.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    responsible_id: str
    due_at: AwareDatetime


class OtherWayDoneV1(OtherWayEvent):
    """Every part of it is done; a letter is there to read for those whom it is for."""

    type: ClassVar[str] = "samspill.meetings.other-way-done.v1"
    topic: ClassVar[Topic] = MEETINGS_MEETING

    contact_id: str
    person_ids: tuple[str, ...] = Field(default=(), description="of a letter: who is told that it is there")
