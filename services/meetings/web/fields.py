"""Days, hours and the like as people type them in forms."""

import re
from datetime import UTC, date, datetime, time
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from services.meetings.domain.refusals import BadTime
from shared.clock import OSLO

_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_HOUR = re.compile(r"(\d{1,2})(?:[.:]?(\d{2}))?")


def _day(told: Any) -> Any:
    if not isinstance(told, str):
        return told
    found = _DAY.fullmatch(told)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else date.fromisoformat(told)
    except ValueError:
        raise PydanticCustomError("not-a-date", "not a date") from None


def _hour(told: Any) -> Any:
    if not isinstance(told, str):
        return told
    found = _HOUR.fullmatch(told)
    try:
        if found is None:
            return time.fromisoformat(told)
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        raise PydanticCustomError("not-a-time", "not a time") from None


Day = Annotated[date, BeforeValidator(_day)]
"""`2026-11-16` as browsers send it, `16.11.2026` and `16/11/2026` as people write it."""

Hour = Annotated[time, BeforeValidator(_hour)]
"""`14:30`, `14.30`, `1430` or `14`."""


def moment(day: date, hour: time) -> datetime:
    """That day and hour on a Norwegian wall clock; of an hour that comes twice in autumn, the first.

    Raises `BadTime` for an hour that is not there: the clock goes past it on a night in spring.
    """
    told = datetime.combine(day, hour, OSLO)
    if told.astimezone(UTC).astimezone(OSLO).replace(tzinfo=None) != told.replace(tzinfo=None):
        raise BadTime("no-such-hour", "hour")
    return told
