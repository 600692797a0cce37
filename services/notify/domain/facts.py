"""What a letter has to tell, as ids, codes and times; names and words are looked up when it is written."""

from datetime import date
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

Change = Literal["new", "moved", "cancelled"]
Mode = Literal["physical", "digital", "phone"]
Promise = Literal["call", "meet", "write", "look-after", "decide", "other"]
Side = Literal["home", "school", "other"]


class Facts(BaseModel):
    """Everything a letter may need; each kind of letter uses what is its own."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    contact_id: str | None = None
    """Who speaks and answers the telephone; without one, the school's leader."""
    at: AwareDatetime | None = None
    """By when, or when: the promise, the tick that did not come, the time to confirm by."""
    day: date | None = None
    """The day of a meeting that has been held."""
    next_day: date | None = None
    """The day of the next meeting."""

    path: str = "/"
    """Where the letter leads, behind the one gateway; personal links are made when it is written."""

    meeting_id: str | None = None
    invitation_id: str | None = None
    revision: int = 0
    side: Side = "home"
    starts_at: AwareDatetime | None = None
    ends_at: AwareDatetime | None = None
    previous_starts_at: AwareDatetime | None = None
    mode: Mode = "physical"
    room_id: str | None = None
    change: Change = "new"
    calendar_uid: str | None = None
    sequence: int = 0

    group_id: str | None = None
    minutes_id: str | None = None
    words_id: str | None = None
    """Under which id the words lie that everyone of a group may read."""

    promise: Promise = "other"
    promised_by_id: str | None = None
    home_held: bool = False
    """Told when the letter was made: nothing goes to the home for now."""
