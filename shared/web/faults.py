"""What is wrong with each field, as codes: never with what was typed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from pydantic.errors import PydanticUserError

_CODE = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")

# pydantic's names for faults, and ours.
_CODES: Mapping[str, str] = {
    "missing": "required",
    "string_too_long": "too-long",
    "bytes_too_long": "too-long",
    "string_too_short": "too-short",
    "bytes_too_short": "too-short",
    "too_short": "too-few",
    "too_long": "too-many",
    "greater_than": "too-small",
    "greater_than_equal": "too-small",
    "less_than": "too-big",
    "less_than_equal": "too-big",
    "enum": "not-a-choice",
    "literal_error": "not-a-choice",
    "union_tag_invalid": "not-a-choice",
    "union_tag_not_found": "required",
    "string_pattern_mismatch": "wrong-form",
    "string_type": "not-text",
    "string_unicode": "not-text",
    "extra_forbidden": "unknown",
    "value_error": "invalid",
    "assertion_error": "invalid",
}
_FAMILIES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("int_", "float_", "decimal_", "finite_"), "not-a-number"),
    (("date_", "datetime_", "timezone_"), "not-a-date"),
    (("time_",), "not-a-time"),
    (("bool_",), "not-a-yes-or-no"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One field, what is wrong with it, and the limit it broke if there is one."""

    field: str
    code: str
    limit: int | None = None


def faults_in(errors: Iterable[Mapping[str, Any]], known: frozenset[str] | None) -> list[Fault]:
    """Translate pydantic's errors; a field name not among the `known` ones was typed, and is left out."""
    return [_fault(error, known) for error in errors]


def _fault(error: Mapping[str, Any], known: frozenset[str] | None) -> Fault:
    kind = str(error["type"])
    place: Sequence[Any] = error["loc"][1:] if known is not None else error["loc"]
    if kind == "extra_forbidden":
        place = place[:-1]
    limit = (error.get("ctx") or {}).get("max_length")
    return Fault(
        field=".".join(_known_parts(place, known)) or "body",
        code=_code(kind),
        limit=limit if isinstance(limit, int) else None,
    )


def _known_parts(place: Sequence[Any], known: frozenset[str] | None) -> Iterator[str]:
    for part in place:
        if isinstance(part, str) and known is not None and part not in known:
            return
        yield str(part)


def _code(kind: str) -> str:
    if kind in _CODES:
        return _CODES[kind]
    for beginnings, code in _FAMILIES:
        if kind.startswith(beginnings):
            return code
    # Our own validators raise PydanticCustomError with a code of ours, which has a hyphen or is one word.
    return kind if _CODE.fullmatch(kind) and "_" not in kind else "wrong-type"


@lru_cache(maxsize=256)
def names_in(annotation: Any) -> frozenset[str]:
    """Every field name that a type declares, at any depth."""
    names: set[str] = set()
    with suppress(PydanticUserError):
        _collect(TypeAdapter(annotation).json_schema(), names)
    return frozenset(names)


def _collect(schema: Any, names: set[str]) -> None:
    if isinstance(schema, dict):
        names.update(schema.get("properties", {}))
        for value in schema.values():
            _collect(value, names)
    elif isinstance(schema, list):
        for value in schema:
            _collect(value, names)
