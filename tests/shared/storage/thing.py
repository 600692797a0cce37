"""An aggregate and its events as small as they can be, for the tests of the kernel."""

from typing import Any, ClassVar

from pydantic import Field

from shared.contracts.envelope import CaseEvent, Words, WordsModel
from shared.contracts.topics import INTAKE_CASE, Topic
from shared.errors import Refusal
from shared.storage.aggregate import Aggregate
from tests.shared.moments import NOON


class NotedWords(Words):
    text: str


class NotedV1(CaseEvent):
    type: ClassVar[str] = "samspill.intake.noted.v1"
    topic: ClassVar[Topic] = INTAKE_CASE
    words: ClassVar[WordsModel | None] = NotedWords

    count: int


class Thing(Aggregate):
    case_id: str
    notes: list[str] = Field(default_factory=list)
    status: str = "open"

    def clear(self) -> dict[str, Any]:
        return {"status": self.status, "count": len(self.notes)}

    def scope(self) -> str:
        return self.case_id

    def note(self, text: str) -> int:
        if self.status == "closed":
            raise Refusal("closed")
        self.notes.append(text)
        self._record(
            NotedV1(case_id=self.case_id, school_id="school_x", at=NOON, count=len(self.notes)),
            NotedWords(text=text),
        )
        return len(self.notes)

    def close(self) -> None:
        self.status = "closed"
