"""The error families of the house: an error's class says what happens next.

`Refusal`, `Unavailable`, `NotYet` and `Unreadable` are for everyone; `NotSignedIn`, `Forbidden`
and `Hidden` are refusals about who is asking. Services subclass them. Messages carry codes and
ids only, so that an error may be logged.
"""

from collections.abc import Mapping


class SamspillError(Exception):
    """The root of our own errors; never raised itself."""


class Refusal(SamspillError):
    """The business says no: HTTP 422 (or 409 for `Conflict`); a consumer commits and goes on.

    `code` is a catalogue id that says which rule; `fields` names each field and the code of its rule.
    """

    def __init__(self, code: str, *, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.fields = dict(fields or {})


class Conflict(Refusal):
    """What is asked does not fit what has happened since: HTTP 409."""


class TooLarge(Refusal):
    """More was written than can be told to the other services: HTTP 413. `limit` is in bytes.

    Raised before anything is stored. `field` is the one that holds what is too long, where that is known.
    """

    def __init__(self, limit: int, *, field: str | None = None) -> None:
        super().__init__("written-too-much", fields={field: "written-too-much"} if field else None)
        self.limit = limit


class NotSignedIn(Refusal):
    """Nobody is signed in: HTTP 401, or the sign-in page."""

    def __init__(self) -> None:
        super().__init__("not-signed-in")


class Forbidden(Refusal):
    """Known to the thing, but not allowed this: HTTP 403."""

    def __init__(self, code: str = "forbidden") -> None:
        super().__init__(code)


class Hidden(Refusal):
    """Not there, or not yours: HTTP 404, and the two look alike."""

    def __init__(self) -> None:
        super().__init__("not-found")


class Unavailable(SamspillError):
    """A neighbour is down: HTTP 503 with Retry-After; a consumer backs off and tries again."""

    def __init__(self, neighbour: str, *, retry_after_s: int = 5) -> None:
        super().__init__(neighbour)
        self.neighbour = neighbour
        self.retry_after_s = retry_after_s


class NotYet(SamspillError):
    """What a record refers to has not come: it is parked under the id it waits for."""

    def __init__(self, awaited: str) -> None:
        super().__init__(awaited)
        self.awaited = awaited


class Unreadable(SamspillError):
    """Will never parse: dead letter, with this reason (a code)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
