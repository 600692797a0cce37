"""What may stand in a log line, a metric or a trace: identifiers, codes, numbers and times.

The rule is an allow-list of forms, so that what nobody thought of is left out rather than let in.
"""

import re
import sys
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any

from shared.identifiers import ID_PATTERN

REDACTED = "[redacted]"

_ROOT = Path(__file__).resolve().parents[2]
_OURS = (str(_ROOT / "services") + "/", str(_ROOT / "shared") + "/")
_MOST_FRAMES = 12

_CODE = re.compile(r"[a-z][a-z0-9_.-]{0,79}")
_CODE_IN_CAPITALS = re.compile(r"[A-Z][A-Z0-9_]{0,39}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?")
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ROUTE = re.compile(r"/[A-Za-z0-9_./{}:-]{0,119}|unmatched")
_HEX = re.compile(r"[0-9a-f]{16,64}")

# A code looks like a lower-case word. Under these keys somebody's own words are likelier.
_PERSONAL = frozenset(
    [
        "name",
        "words",
        "text",
        "body",
        "subject",
        "title",
        "note",
        "message",
        "detail",
        "reason_text",
        "email",
        "mail",
        "address",
        "phone",
        "to",
        "sender",
        "recipient",
        "url",
        "path",
        "query",
        "token",
        "cookie",
        "password",
        "secret",
        "link",
        "file",
        "filename",
        "content",
        "value",
        "input",
    ]
)
# Under these keys other forms than codes are ours as well.
_FORMS: Mapping[str, re.Pattern[str]] = {
    "route": _ROUTE,
    "trace_id": _HEX,
    "span_id": _HEX,
    "timestamp": _MOMENT,
}


@lru_cache(maxsize=4096)
def is_clean(text: str) -> bool:
    """Whether a text is an identifier, a code or a time, and so no person's words."""
    return bool(
        _CODE.fullmatch(text)
        or ID_PATTERN.match(text)
        or _CODE_IN_CAPITALS.fullmatch(text)
        or _MOMENT.fullmatch(text)
    )


def as_code(value: object) -> str:
    """The value as a label: itself where it is a code, a number or a route, else `[redacted]`."""
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str) and (value == "" or is_clean(value) or _ROUTE.fullmatch(value)):
        return value
    return REDACTED


def scrub(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The same fields with everything but identifiers, codes, numbers and times taken out."""
    return {key if _KEY.fullmatch(key) else REDACTED: _clean(key, value) for key, value in fields.items()}


def _clean(key: str, value: Any) -> Any:
    if isinstance(value, Enum):
        value = value.value
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        if key in _FORMS:
            return value if _FORMS[key].fullmatch(value) else REDACTED
        return value if key not in _PERSONAL and is_clean(value) else REDACTED
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, list | tuple | set | frozenset):
        return [_clean(key, one) for one in value]
    if isinstance(value, Mapping):
        return scrub({str(name): one for name, one in value.items()})
    return REDACTED


def describe_error(error: BaseException) -> dict[str, Any]:
    """An error as its type, its code and our own frames: never its message, never a local variable."""
    told: dict[str, Any] = {"type": _type_name(error)}
    code = getattr(error, "code", None)
    if isinstance(code, Enum):
        code = code.value
    if (isinstance(code, int) and not isinstance(code, bool)) or (isinstance(code, str) and is_clean(code)):
        told["code"] = code
    if frames := our_frames(error.__traceback__):
        told["frames"] = frames
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and cause is not error:
        told["cause"] = _type_name(cause)
    if isinstance(error, BaseExceptionGroup):
        told["errors"] = [describe_error(one) for one in error.exceptions[:5]]
    return told


def our_frames(traceback: TracebackType | None) -> list[str]:
    """`file:line:function` of the innermost of our frames; other people's code is left out."""
    ours = []
    for frame, line in walk_tb(traceback):
        name = frame.f_code.co_filename
        if name.startswith(_OURS):
            ours.append(f"{name[len(str(_ROOT)) + 1 :]}:{line}:{frame.f_code.co_name}")
    return ours[-_MOST_FRAMES:]


def constant_template(template: object, path: str, line: int) -> str | None:
    """The message of a library's log call if it stands as a constant in the code that logs it now.

    A library may have put a value into its message before logging it. Such a text is not among the
    constants of the calling function, and None is given instead. Only works inside the logging call.
    """
    if not isinstance(template, str):
        return None
    frame = sys._getframe(1)  # noqa: SLF001 - logging itself finds its caller this way
    while frame is not None:
        if frame.f_code.co_filename == path and frame.f_lineno == line:
            return template if template in frame.f_code.co_consts else None
        frame = frame.f_back  # type: ignore[assignment]
    return None


def _type_name(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
