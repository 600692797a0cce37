"""The whole of a case as one signed package: asked for, gathered from all four services, made, delivered."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from shared.contracts.dossier import DossierDeliveredV1, DossierMadeV1, DossierRequestedV1
from shared.contracts.topics import SERVICES
from shared.errors import Conflict
from shared.i18n import Language
from shared.storage.aggregate import Aggregate

Variant = Literal["full", "masked"]
Purpose = Literal["supervision", "access", "archive", "complaint", "other"]
PURPOSES: tuple[Purpose, ...] = ("supervision", "access", "complaint", "archive", "other")
OTHERS = tuple(one for one in SERVICES if one != "intake")
WAIT = timedelta(minutes=10)
"""So long the other services have; then the package is made, and says which part is missing."""
_RETRIES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))


class Made(BaseModel):
    """The package as it lies sealed; `sha256` is that of the whole file."""

    model_config = ConfigDict(frozen=True)

    at: AwareDatetime
    size: int
    pieces: int
    sha256: str
    missing: tuple[str, ...] = ()


class Delivery(BaseModel):
    """How far it has come on its way to the archive (row P17)."""

    by: str
    asked_at: AwareDatetime
    tries: int = 0
    sent_at: AwareDatetime | None = None
    receipt: str | None = None
    received_at: AwareDatetime | None = None
    refused: str | None = None
    """The archive's code; somebody has to mend it and deliver again."""

    @property
    def waits(self) -> bool:
        return self.receipt is None and self.refused is None


class Dossier(Aggregate):
    """One export. Its id follows from the order, so a repeat is the same package."""

    case_id: str
    number: str
    school_id: str
    variant: Variant
    party_id: str | None = None
    """For whom it is masked."""
    purpose: Purpose
    recipient: str | None = None
    """Who is to have it, in the words of the one who asked."""
    language: Language = "nb"
    asked_by: str
    asked_at: AwareDatetime
    parts: dict[str, list[int]] = Field(default_factory=dict)
    ends: dict[str, int] = Field(default_factory=dict)
    due_at: AwareDatetime | None = None
    made: Made | None = None
    delivery: Delivery | None = None

    def clear(self) -> Mapping[str, Any]:
        return {"case_id": self.case_id, "asked_at": self.asked_at, "due_at": self.due_at}

    def scope(self) -> str:
        return self.case_id

    @property
    def file_name(self) -> str:
        """The case's number and nothing of whom it is about."""
        return f"sak-{self.number}-{self.variant}.zip"

    @property
    def missing(self) -> tuple[str, ...]:
        """The services whose part is not whole yet."""
        return tuple(one for one in OTHERS if not self._whole(one))

    def ask(self) -> "Dossier":
        """Say that it is asked for; called once, on a new one."""
        self.due_at = self.asked_at + WAIT
        self._record(
            DossierRequestedV1(
                **self._place(self.asked_at, self.asked_by),
                dossier_id=self.id,
                variant=self.variant,
                purpose=self.purpose,
            )
        )
        return self

    def take(self, service: str, number: int, now: datetime, *, last: bool) -> None:
        """A piece of a service's part has come; when all is there, it is made at once."""
        numbers = self.parts.setdefault(service, [])
        if number not in numbers:
            numbers.append(number)
        if last:
            self.ends[service] = number
        if self.made is None and not self.missing:
            self.due_at = now

    def finish(self, made: Made) -> bool:
        """The package is there; False when it was before."""
        if self.made is not None:
            return False
        self.made, self.due_at = made, None
        self._record(
            DossierMadeV1(
                **self._place(made.at, self.asked_by),
                dossier_id=self.id,
                variant=self.variant,
                purpose=self.purpose,
                missing=made.missing,
            )
        )
        return True

    # --- to the archive ----------------------------------------------------------------------------

    def deliver(self, by: str, at: datetime) -> None:
        """Send it to the archive; again only after a refusal."""
        if self.made is None:
            raise Conflict("dossier-not-made")
        if self.variant != "full":
            raise Conflict("dossier-masked")
        if self.delivery is None or self.delivery.refused is not None:
            self.delivery, self.due_at = Delivery(by=by, asked_at=at), at

    def tried(self, at: datetime, *, sent: bool) -> None:
        """It was sent, or could not be; looked at again after a while that grows."""
        assert self.delivery is not None
        wait = _RETRIES[min(self.delivery.tries, len(_RETRIES) - 1)]
        self.delivery.tries += 1
        if sent and self.delivery.sent_at is None:
            self.delivery.sent_at = at
        self.due_at = at + (_RETRIES[0] if sent else wait)

    def receive(self, receipt: str, at: datetime) -> None:
        """The archive has it, under this number."""
        assert self.delivery is not None
        if self.delivery.receipt is None:
            self.delivery.receipt, self.delivery.received_at, self.due_at = receipt, at, None
            self._record(
                DossierDeliveredV1(**self._place(at, self.delivery.by), dossier_id=self.id, receipt=receipt)
            )

    def refuse(self, code: str) -> None:
        """The archive does not take it as it is."""
        assert self.delivery is not None
        self.delivery.refused, self.due_at = code, None

    def _whole(self, service: str) -> bool:
        end = self.ends.get(service)
        return end is not None and set(range(1, end + 1)) <= set(self.parts.get(service, ()))

    def _place(self, at: datetime, by: str | None) -> dict[str, Any]:
        return {"case_id": self.case_id, "school_id": self.school_id, "at": at, "by": by}
