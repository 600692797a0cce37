"""The letters there are, as the rules see them: which lane, who may get them."""

from dataclasses import dataclass
from typing import Literal

Lane = Literal["acute", "bulk"]
Calm = Literal["never", "night", "holidays"]


@dataclass(frozen=True, slots=True)
class Kind:
    """`entitled`: goes only to who has a place in the case by the last snapshot, if they are of the home.

    `waits`: for what, if it comes at a bad time.
    """

    lane: Lane = "bulk"
    entitled: bool = False
    optional: bool = False
    """Nobody must send it: its reader may do without, in one click. No other letter can be refused."""
    waits: Calm = "night"

    @property
    def calm(self) -> Calm:
        """What it waits for: what is acute waits for nothing."""
        return "never" if self.lane == "acute" else self.waits


KINDS: dict[str, Kind] = {
    "report-received": Kind(lane="acute"),
    "tomorrow-missed": Kind(lane="acute"),
    "owner-notice": Kind(lane="acute"),
    "school-unreachable": Kind(lane="acute"),
    "owner-digest": Kind(optional=True),
    "promise-about-to-break": Kind(lane="acute"),
    "promise-overdue": Kind(lane="acute"),
    "meeting-invitation": Kind(entitled=True),
    "staff-invitation": Kind(waits="holidays"),
    "minutes-ready": Kind(entitled=True),
    "minutes-ready-absent": Kind(entitled=True),
    "meanwhile-ready": Kind(lane="acute", entitled=True),
    "answer-ready": Kind(entitled=True),
    "minutes-to-read": Kind(entitled=True),
    "minutes-added-to": Kind(entitled=True),
    "group-reminder": Kind(entitled=True),
    "group-letter": Kind(entitled=True),
    "group-invitation": Kind(entitled=True),
    "group-minutes-present": Kind(entitled=True, waits="holidays"),
    "group-minutes-absent": Kind(entitled=True, waits="holidays"),
}
