"""What is typed in the meeting room, as the form posts it, and the draft it makes."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from services.meetings.domain.content import (
    Account,
    Agreed,
    Agreement,
    Checked,
    Concerned,
    Content,
    Criticism,
    Examine,
    Fact,
    Line,
    Long,
    Meanwhile,
    PersonId,
    Text,
    View,
    Viewpoint,
)
from services.meetings.domain.meeting import Meeting
from services.meetings.web.fields import Day
from shared.contracts.intake import Criterion, FactSource
from shared.contracts.meetings import Attendance
from shared.i18n import Language

SPARE_ROWS = 2
EVERYONE = "everyone"
"""What the button says that ticks off all who have not been ticked off yet."""
_ROWS = (
    "facts",
    "accounts",
    "viewpoints",
    "criticism",
    "examine",
    "measures",
    "agreements",
    "meanwhile",
)


class _Row(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)


class FactRow(_Row):
    text: Text | None = None
    where: Line | None = None
    occurred_on: Day | None = None
    date_unknown: bool = False
    source: FactSource | None = None
    source_words: Line | None = None
    criteria: list[Criterion] | Criterion = []


class AccountRow(_Row):
    party_id: PersonId
    account: Text | None = None


class ViewRow(_Row):
    party_id: PersonId
    text: Text | None = None


class ViewpointRow(_Row):
    about: Line | None = None
    views: list[ViewRow] = []
    agreement: Agreement | None = None
    new_information: bool = False


class CriticismRow(_Row):
    text: Text | None = None
    party_id: PersonId | None = None
    concerns: Concerned = "school"
    answer_by: Day | None = None


class ExamineRow(_Row):
    what: Text | None = None
    who_id: PersonId | None = None
    by: Day | None = None


class AgreedRow(_Row):
    what: Text | None = None
    who_id: PersonId | None = None
    who: Line | None = None
    by: Day | None = None


class MeanwhileRow(_Row):
    what: Text | None = None
    who: Line | None = None
    when: Line | None = None


class RoomForm(_Row):
    """The whole of the page in the meeting room; `seen` is the edition it was drawn from."""

    seen: int = 0
    then: str = "save"
    attendance: dict[PersonId, Attendance] = {}
    present: Annotated[list[PersonId], Field(max_length=600)] = []
    listed: bool = False
    notes: Long | None = None
    what_happened: Text | None = None
    what_we_do_now: Text | None = None
    next_contact_on: Day | None = None
    covered: list[Checked] = []
    pupil_account: Text | None = None
    pupil_told_whom: Line | None = None
    pupil_not_heard: Line | None = None
    facts: Annotated[list[FactRow], Field(max_length=42)] = []
    accounts: Annotated[list[AccountRow], Field(max_length=12)] = []
    viewpoints: Annotated[list[ViewpointRow], Field(max_length=22)] = []
    unclear: Text | None = None
    criticism: Annotated[list[CriticismRow], Field(max_length=10)] = []
    examine: Annotated[list[ExamineRow], Field(max_length=10)] = []
    measures: Annotated[list[MeanwhileRow], Field(max_length=10)] = []
    agreements: Annotated[list[AgreedRow], Field(max_length=42)] = []
    meanwhile: Annotated[list[MeanwhileRow], Field(max_length=22)] = []
    outcome: Agreement | None = None
    rights_given: bool = False
    rights_to: list[PersonId] = []
    rights_language: Language | None = None
    confirmed: bool = False
    next_meeting_on: Day | None = None
    no_next_meeting: Line | None = None
    plain: Text | None = None
    child_words: Text | None = None
    summary: Long | None = None
    strategy: Text | None = None
    asks: Text | None = None
    evaluation_on: Day | None = None
    no_evaluation: Line | None = None

    def content(self) -> Content:
        """The draft; rows that nobody filled in are left out."""
        plain = self.model_dump(include=set(Content.model_fields) - {*_ROWS, "unclear", "asks"})
        return Content(
            **plain,
            facts=[_fact(row) for row in self.facts if row.text],
            accounts=[
                Account(party_id=row.party_id, account=row.account) for row in self.accounts if row.account
            ],
            viewpoints=[
                Viewpoint(
                    about=row.about,
                    views=[View(party_id=one.party_id, text=one.text) for one in row.views if one.text],
                    agreement=row.agreement,
                    new_information=row.new_information,
                )
                for row in self.viewpoints
                if row.about or any(one.text for one in row.views)
            ],
            unclear=lines_of(self.unclear),
            criticism=[Criticism(**row.model_dump()) for row in self.criticism if row.text],
            examine=[Examine(**row.model_dump()) for row in self.examine if row.what],
            measures=[Meanwhile(**row.model_dump()) for row in self.measures if row.what],
            agreements=[Agreed(**row.model_dump()) for row in self.agreements if row.what],
            meanwhile=[Meanwhile(**row.model_dump()) for row in self.meanwhile if row.what],
            asks=lines_of(self.asks),
        )

    def who_came(self, meeting: Meeting) -> dict[str, Attendance]:
        """How each came. On the list of a whole class only those who came are ticked off."""
        if not self.listed:
            told = dict(self.attendance)
            if self.then == EVERYONE:
                asked = (one.person_id for one in meeting.participants)
                told |= {who: "present" for who in asked if told.get(who, "unknown") == "unknown"}
            return told
        here = set(self.present)
        return {
            one.person_id: "present" if one.person_id in here else "unknown" for one in meeting.participants
        }


def typed(content: Content, attendance: dict[str, Attendance]) -> dict[str, Any]:
    """The draft as the values of the form's fields."""
    flat: dict[str, Any] = {}
    _flatten("", content.model_dump(mode="json", exclude_none=True), flat)
    flat["unclear"] = "\n".join(content.unclear)
    flat["asks"] = "\n".join(content.asks)
    flat["covered"] = [*content.covered]
    flat["rights_given"] = "yes" if content.rights_given else ""
    flat["rights_to"] = [*content.rights_to]
    flat["present"] = [who for who, how in attendance.items() if how == "present"]
    for number, fact in enumerate(content.facts):
        flat[f"facts.{number}.criteria"] = [*fact.criteria]
        flat[f"facts.{number}.date_unknown"] = "yes" if fact.date_unknown else ""
    for one in content.accounts:
        flat[f"account-of-{one.party_id}"] = one.account
    for number, point in enumerate(content.viewpoints):
        flat[f"viewpoints.{number}.new_information"] = "yes" if point.new_information else ""
        for view in point.views:
            flat[f"view-{number}-of-{view.party_id}"] = view.text
    return flat | {f"attendance.{who}": how for who, how in attendance.items()}


def _flatten(prefix: str, value: Any, into: dict[str, Any]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _flatten(f"{prefix}{key}.", inner, into)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _flatten(f"{prefix}{number}.", inner, into)
    else:
        into[prefix.rstrip(".")] = value


def _fact(row: FactRow) -> Fact:
    criteria = row.criteria if isinstance(row.criteria, list) else [row.criteria]
    return Fact(**row.model_dump(exclude={"criteria"}), criteria=criteria)


def rows_in(kept: Mapping[str, Any], name: str) -> int:
    """How many rows of this name were posted, so that each is drawn again with what was typed in it."""
    numbers = (key.split(".")[1] for key in kept if key.startswith(f"{name}."))
    return max((int(number) + 1 for number in numbers if number.isdigit()), default=0)


def lines_of(text: str | None) -> list[str]:
    """One thing a line, without the dashes that people put before them."""
    return [line.strip(" -•\t") for line in (text or "").split("\n") if line.strip(" -•\t")][:20]
