"""What meetings keeps of a case that intake has: facts to refer to, and pointers to what has happened."""

from datetime import date, datetime

from pydantic import BaseModel

from shared.contracts.intake import FactSource


class KnownFact(BaseModel):
    """A fact that stands in the case, with its words as this service keeps them sealed."""

    fact_id: str
    case_id: str
    text: str
    source: FactSource = "unknown"
    occurred_on: date | None = None


class Pointer(BaseModel):
    """That something happened in a case: a code, when and by whom. The words stay where they are."""

    code: str
    at: datetime
    by: str | None = None
    about_person_id: str | None = None
    detail: str | None = None
