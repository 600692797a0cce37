"""Letters as the API tells them: ids, codes and times."""

from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from services.notify.domain.letter import Handled, Letter
from services.notify.queries.letters_of_case import Told


class LetterView(BaseModel):
    """One letter and what became of it; never its text, never an address."""

    letter_id: str
    letter: str
    case_id: str
    school_id: str
    person_id: str
    cause: str
    channel: Literal["mail", "paper"] | None
    state: str
    reason: str | None
    made_at: AwareDatetime
    decided_at: AwareDatetime | None
    language: str | None
    handled_how: Handled | None
    attempts: int

    @classmethod
    def of(cls, told: Told) -> "LetterView":
        letter: Letter = told.letter
        channel: Literal["mail", "paper"] | None = (
            "mail" if letter.state == "sent" else "paper" if letter.state == "handled" else None
        )
        return cls(
            letter_id=letter.id,
            letter=letter.name,
            case_id=letter.case_id,
            school_id=letter.school_id,
            person_id=letter.person_id,
            cause=letter.cause,
            channel=channel,
            state=str(letter.state),
            reason=letter.reason,
            made_at=letter.made_at,
            decided_at=letter.decided_at,
            language=letter.language,
            handled_how=letter.handled_how,
            attempts=letter.attempts,
        )


class HandledBody(BaseModel):
    """How the letter reached its reader."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)

    how: Handled
