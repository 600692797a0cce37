"""A file that came with what was told; its content lies apart in sealed pieces, under the case's key."""

from collections.abc import Mapping
from typing import Any

from pydantic import AwareDatetime

from shared.contracts.intake import AttachmentAddedV1
from shared.identifiers import derived_id
from shared.storage.aggregate import Aggregate

ENDINGS: Mapping[str, str] = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "application/pdf": "pdf",
    "text/plain": "txt",
}


class Attachment(Aggregate):
    """Kept as it was made safe, never as it came. Its own name is gone: names tell."""

    case_ids: tuple[str, ...]
    """Those of the report it came with; the key is the first one's."""
    school_id: str
    report_id: str | None = None
    by: str | None = None
    """Nobody when it was told without a name."""
    at: AwareDatetime
    kind: str
    size: int
    pieces: int
    scanned: bool
    """Whether a virus scanner has looked at it."""

    def clear(self) -> Mapping[str, Any]:
        return {"cases": list(self.case_ids), "report_id": self.report_id, "at": self.at}

    def scope(self) -> str:
        return self.case_ids[0]

    @property
    def file_name(self) -> str:
        """What it is called when it is taken home: nothing of whom it is about."""
        return f"vedlegg-{self.id[-6:]}.{ENDINGS[self.kind]}"

    def added(self) -> "Attachment":
        """Say that it is there; called once, on a new one."""
        self._record(
            AttachmentAddedV1(
                case_id=self.case_ids[0],
                school_id=self.school_id,
                at=self.at,
                by=self.by,
                attachment_id=self.id,
                case_ids=self.case_ids,
                kind=self.kind,
                size=self.size,
            )
        )
        return self


def attachment_id_of(subject_id: str, key: str, number: int) -> str:
    """The same file of the same form is the same attachment."""
    return derived_id("attachment", subject_id, key, str(number))
