"""What all four services have said of one case: its timeline, its meetings and its deadlines."""

from dataclasses import dataclass, field
from datetime import date, datetime

from services.intake.storage.house import Intake
from services.intake.storage.projections import TimelineRow

SHOWN = frozenset(
    {
        "report-received",
        "report-added-to",
        "intervention-reported",
        "reporter-wrote",
        "attachment-added",
        "reporter-answered",
        "case-received",
        "case-assessed",
        "case-moved",
        "case-handed-over",
        "home-decided",
        "demand-received",
        "demand-answered",
        "glass-broken",
        "glass-reviewed",
        "investigation-step-changed",
        "plan-activated",
        "plan-changed",
        "measure-changed",
        "evaluation-recorded",
        "case-closed",
        "case-reopened",
        "dossier-made",
        "dossier-delivered",
        "tomorrow-planned",
        "tomorrow-ticked",
        "tomorrow-withdrawn",
        "fact-recorded",
        "contact-logged",
        "contact-asked-for",
        "account-given",
        "case-linked",
        "meeting-called",
        "meeting-moved",
        "meeting-cancelled",
        "invitation-answered",
        "meeting-held",
        "case-minutes-approved",
        "meanwhile-told",
        "minutes-shared",
        "group-reminder-due",
        "other-way-planned",
        "other-way-done",
        "minutes-added-to",
        "minutes-opened",
        "minutes-commented",
        "criticism-raised",
        "criticism-answered",
        "group-minutes-approved",
        "letter-undeliverable",
        "letter-by-hand",
        "clock-overdue",
        "tomorrow-missed",
        "serious-suggested",
        "serious-decided",
        "notice-step",
        "notice-acknowledged",
        "notice-unanswered",
        "assistance-requested",
        "assistance-given",
        "assistance-declined",
        "assistance-ended",
    }
)
"""What is a line of its own. Letters stand with what caused them; deadlines that are kept say nothing."""

MOST_ROWS = 1500
_TIMED = ("meeting-called", "meeting-moved", "meeting-cancelled")


@dataclass
class Meeting:
    id: str
    kind: str
    starts_at: datetime
    room_id: str | None
    status: str = "called"
    minutes: bool = False
    next_on: date | None = None


@dataclass
class Clock:
    id: str
    code: str
    due_at: datetime
    statutory: bool
    status: str = "running"
    met_at: datetime | None = None


@dataclass
class Line:
    """One line of the timeline and who was told because of it."""

    row: TimelineRow
    told: list[str] = field(default_factory=list)


@dataclass
class Story:
    """Everything known of one case, the oldest first."""

    rows: list[TimelineRow]

    @property
    def lines(self) -> list[Line]:
        """What is shown, the newest first."""
        lines = {row.id: Line(row) for row in self.rows if row.type in SHOWN}
        by_issue = {
            (row.facts["meeting_id"], row.facts["sequence"]): row.id
            for row in self.rows
            if row.type in _TIMED
        }
        invitations = {
            row.id: by_issue.get((row.facts["meeting_id"], row.facts["sequence"]))
            for row in self.rows
            if row.type == "invitation-issued"
        }
        for row in self.rows:
            if row.type == "letter-sent":
                cause = str(row.facts.get("cause"))
                line = lines.get(invitations.get(cause) or cause)
                if line is not None and row.facts["person_id"] not in line.told:
                    line.told.append(row.facts["person_id"])
        return list(reversed(lines.values()))

    @property
    def meetings(self) -> list[Meeting]:
        """Each as it stands, by when it is."""
        found: dict[str, Meeting] = {}
        for row in self.rows:
            facts = row.facts
            if row.type in _TIMED:
                known = found.get(facts["meeting_id"])
                found[facts["meeting_id"]] = Meeting(
                    id=facts["meeting_id"],
                    kind=facts["kind"],
                    starts_at=datetime.fromisoformat(facts["starts_at"]),
                    room_id=facts.get("room_id"),
                    status="cancelled" if row.type == "meeting-cancelled" else "called",
                    minutes=known.minutes if known else False,
                )
            elif row.type in ("meeting-held", "case-minutes-approved", "group-minutes-approved"):
                meeting = found.get(facts["meeting_id"])
                if meeting is not None:
                    meeting.status = "held"
                    if row.type != "meeting-held":
                        meeting.minutes = True
                        day = facts.get("next_meeting_on")
                        meeting.next_on = date.fromisoformat(day) if day else None
        return sorted(found.values(), key=lambda one: one.starts_at)

    @property
    def clocks(self) -> list[Clock]:
        """Each deadline as it stands, by when it is due."""
        found: dict[str, Clock] = {}
        # A clock's own rows in the order it said them: what restarts it may happen at the moment that met it.
        for row in sorted(self.rows, key=lambda row: int(row.id.rpartition(":")[2] or 0)):
            if row.type not in ("clock-started", "clock-met", "clock-overdue", "clock-withdrawn"):
                continue
            facts = row.facts
            clock = found.setdefault(
                facts["clock_id"],
                Clock(
                    id=facts["clock_id"],
                    code=facts["clock"],
                    due_at=datetime.fromisoformat(facts["due_at"]),
                    statutory=facts.get("statutory", False),
                ),
            )
            clock.due_at = datetime.fromisoformat(facts["due_at"])
            if row.type == "clock-started" and clock.status != "overdue":
                clock.status, clock.met_at = "running", None  # also one that was met and runs again
            elif row.type == "clock-met":
                clock.status, clock.met_at = "met", row.at
            elif row.type == "clock-overdue" and clock.status != "met":
                clock.status = "overdue"
            elif row.type == "clock-withdrawn":
                clock.status = "withdrawn"
        return sorted(
            (one for one in found.values() if one.status != "withdrawn"), key=lambda one: one.due_at
        )

    def people(self) -> set[str]:
        """Everybody who is mentioned, for their names."""
        names = ("person_id", "adult_id", "colleague_id", "owner_id", "decider_id", "handler_id")
        found = {row.facts[name] for row in self.rows for name in names if row.facts.get(name)}
        return found | {row.by for row in self.rows if row.by}


async def story_of(case_id: str, *, house: Intake, most: int = MOST_ROWS) -> Story:
    """The newest `most` of it (0: all): a case of many years is not opened whole for every look."""
    found = await house.seen.timeline.find({"case_id": case_id}, sort=[("at", -1)], limit=most)
    return Story(sorted(found.values(), key=lambda row: (row.at, row.id)))
