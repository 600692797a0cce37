"""What the business of meetings says no to."""

from shared.errors import Conflict, Refusal


class NotApproved(Conflict):
    """Nobody is invited before leadership has said who takes part (R14)."""

    def __init__(self) -> None:
        super().__init__("participants-not-approved")


class MeetingIsOver(Conflict):
    """The meeting has been held or called off; it cannot be moved or called off any more."""

    def __init__(self) -> None:
        super().__init__("meeting-is-over")


class MinutesAreApproved(Conflict):
    """Approved minutes are never changed; something can be added to them (R11)."""

    def __init__(self) -> None:
        super().__init__("minutes-are-approved")


class SomeoneElseWrote(Conflict):
    """Another person has written since this page was loaded."""

    def __init__(self) -> None:
        super().__init__("changed")


class NamesToLookAt(Conflict):
    """A linked pupil is named in what another family is to read: somebody looks first (R41)."""

    def __init__(self) -> None:
        super().__init__("names-to-look-at")


class AskedOnce(Conflict):
    """Nothing is wrong, but it is asked once whether it is meant: send the same again, confirmed.

    `codes` are all that is asked about; a page shows each of them before anything is confirmed.
    """

    def __init__(self, *codes: str) -> None:
        super().__init__(codes[0])
        self.codes = codes


class JointWithoutConsents(Conflict):
    """Two families meet each other only when both have said yes (R39)."""

    def __init__(self) -> None:
        super().__init__("joint-without-consents")


class FollowsAnother(Conflict):
    """One of a pair of meetings: it is moved and called off together with the one it belongs to."""

    def __init__(self) -> None:
        super().__init__("meeting-follows-another")


class BadTime(Refusal):
    """The time cannot be that of a meeting."""

    def __init__(self, code: str, field: str = "day") -> None:
        super().__init__("meeting-time", fields={field: code})
