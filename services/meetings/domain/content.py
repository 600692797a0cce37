"""What can be written down from a meeting: one large box, and what is taken out of it when there is time.

Everything may be left open; `domain/gaps.py` says what is missing.
"""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from shared.contracts.intake import Criterion, FactSource
from shared.i18n import Language

Agreement = Literal["agreed", "partly", "not_agreed"]
Checked = Literal["listened", "routine_explained", "known_facts_told", "next_steps_told"]
Concerned = Literal["school", "rektor", "staff_offends"]
"""Whom criticism concerns: it decides who answers (R20)."""

SCHOOL = "school"
PUPIL = "pupil"

Line = Annotated[str, Field(max_length=500)]
Text = Annotated[str, Field(max_length=4000)]
Long = Annotated[str, Field(max_length=20000)]
PersonId = Annotated[str, Field(max_length=60)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)


class Fact(_Part):
    """What is known, and from whom. No date or no source shows as such; both may be true answers."""

    fact_id: Annotated[str, Field(max_length=60)] = ""
    text: Text
    where: Line | None = None
    occurred_on: date | None = None
    date_unknown: bool = False
    source: FactSource | None = None
    source_words: Line | None = None
    assessment: Text | None = None
    criteria: list[Criterion] = []


class Account(_Part):
    """What one party told, in their own words. `party_id` is a person's, or `pupil`."""

    party_id: PersonId
    account: Text | None = None


class View(_Part):
    """How one party sees a point. `party_id` is a person's, `school` or `pupil`."""

    party_id: PersonId
    text: Text


class Viewpoint(_Part):
    """One point that is seen in more than one way, side by side; nobody ranks who is right (R18)."""

    about: Line | None = None
    views: Annotated[list[View], Field(max_length=12)] = []
    agreement: Agreement | None = None
    new_information: bool = False
    """Something the school did not know: it becomes one of the things the school looks into."""


class Agreed(_Part):
    """What was agreed with the home: who does what, by when. A home's part is always voluntary (R28)."""

    agreement_id: Annotated[str, Field(max_length=60)] = ""
    what: Text
    who_id: PersonId | None = None
    who: Line | None = None
    by: date | None = None


class Criticism(_Part):
    """What the home thinks the school should have done otherwise; answered by leadership, by a date (R20)."""

    criticism_id: Annotated[str, Field(max_length=60)] = ""
    text: Text
    party_id: PersonId | None = None
    concerns: Concerned = "school"
    answer_by: date | None = None


class Examine(_Part):
    """What the school will find out before we meet again (R19, R30)."""

    examine_id: Annotated[str, Field(max_length=60)] = ""
    what: Text
    who_id: PersonId | None = None
    by: date | None = None


class Meanwhile(_Part):
    """What happens at once, or until we meet again: what, who, when."""

    what: Text
    who: Line | None = None
    when: Line | None = None


class Content(_Part):
    """The whole of what stands in the draft."""

    notes: Long | None = None
    what_happened: Text | None = None
    what_we_do_now: Text | None = None
    next_contact_on: date | None = None
    covered: list[Checked] = []
    pupil_account: Text | None = None
    pupil_told_whom: Line | None = None
    pupil_not_heard: Line | None = None
    facts: Annotated[list[Fact], Field(max_length=40)] = []
    accounts: Annotated[list[Account], Field(max_length=12)] = []
    viewpoints: Annotated[list[Viewpoint], Field(max_length=20)] = []
    unclear: Annotated[list[Line], Field(max_length=20)] = []
    criticism: Annotated[list[Criticism], Field(max_length=8)] = []
    examine: Annotated[list[Examine], Field(max_length=8)] = []
    measures: Annotated[list[Meanwhile], Field(max_length=8)] = []
    agreements: Annotated[list[Agreed], Field(max_length=40)] = []
    meanwhile: Annotated[list[Meanwhile], Field(max_length=20)] = []
    outcome: Agreement | None = None
    rights_given: bool = False
    rights_to: Annotated[list[PersonId], Field(max_length=12)] = []
    rights_language: Language | None = None
    next_meeting_on: date | None = None
    no_next_meeting: Line | None = None
    plain: Text | None = None
    """The same in a few short sentences, for everybody."""
    child_words: Text | None = None
    """What the pupil reads, in a child's words (P21)."""
    summary: Long | None = None
    strategy: Text | None = None
    asks: Annotated[list[Line], Field(max_length=20)] = []
    evaluation_on: date | None = None
    no_evaluation: Line | None = None

    @property
    def apart(self) -> bool:
        """Whether we did not agree, on the whole or on a point: then a near date and clear word (R24)."""
        return self.outcome == "not_agreed" or any(
            point.agreement == "not_agreed" for point in self.viewpoints
        )

    def after(self, before: Self) -> Self:
        """The same, with every view that stood before and is not here now: a view is never taken away."""
        kept = [
            _with_views_of(old, new) for old, new in zip(before.viewpoints, self.viewpoints, strict=False)
        ]
        more = [*before.viewpoints[len(kept) :], *self.viewpoints[len(kept) :]]
        return self.model_copy(
            update={"viewpoints": [one for one in [*kept, *more] if one.views or one.about]}
        )


def _with_views_of(old: Viewpoint, new: Viewpoint) -> Viewpoint:
    seen = {view.party_id: view for view in old.views} | {view.party_id: view for view in new.views}
    return new.model_copy(update={"views": [*seen.values()], "about": new.about or old.about})
