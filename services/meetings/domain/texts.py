"""Every text of a draft that a family may come to read, by its place, and putting another one there."""

from collections.abc import Iterator
from typing import Any

from services.meetings.domain.content import Content
from shared.errors import Conflict

# Accounts are shown to nobody but the one whose words they are; codes, ids and dates hold no names.
_NOT_SHOWN = frozenset(
    {
        "accounts",
        "covered",
        "criteria",
        "fact_id",
        "agreement_id",
        "criticism_id",
        "examine_id",
        "party_id",
        "who_id",
        "source",
        "agreement",
        "outcome",
        "concerns",
        "rights_to",
        "rights_language",
        "assessment",
    }
)


def texts_in(content: Content, *, is_group: bool = False) -> list[tuple[str, str]]:
    """(place, text), in the order of the model. A group's notes are the school's own."""
    skipped = _NOT_SHOWN | ({"notes"} if is_group else set())
    told = content.model_dump(mode="json", exclude_none=True)
    return [*_walk("", {key: value for key, value in told.items() if key not in skipped})]


def with_text(content: Content, place: str, before: str, after: str) -> Content:
    """The draft with that one text changed; raises `Conflict` when it is not there any more."""
    told = content.model_dump(mode="json")
    *path, last = place.split(".")
    inner: Any = told
    try:
        for part in path:
            inner = inner[int(part) if isinstance(inner, list) else part]
        key: Any = int(last) if isinstance(inner, list) else last
        there = inner[key]
    except (KeyError, IndexError, ValueError, TypeError):
        raise Conflict("changed") from None
    if there != before:
        raise Conflict("changed")
    inner[key] = after
    return Content.model_validate(told)


def _walk(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_SHOWN:
                yield from _walk(f"{place}{key}.", inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(f"{place}{number}.", inner)
    elif isinstance(value, str) and value.strip() and not place.endswith(("_on.", ".by.", "answer_by.")):
        yield place.rstrip("."), value
