"""One click on a name that was found: a neutral word in its place, or it stays as it is (row R41)."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Annotated, Any

from pydantic import BaseModel, Field

from services.intake.queries.name_check import Checked
from shared.naming import replaced

Look = Callable[[Mapping[str, Any]], Awaitable[list[Checked]]]
"""Finds the names in what was typed, by the names of its fields."""


class Looked(BaseModel):
    """Part of every form whose words a family reads: what has been looked at, and the click just made."""

    looked: Annotated[list[Annotated[str, Field(max_length=32)]], Field(max_length=400)] = []
    name_do: Annotated[str | None, Field(max_length=120)] = None


def click(kept: dict[str, str | list[str]], checked: list[Checked], do: str, other: str) -> None:
    """Carry it out in what was typed; a click on what is not there any more changes nothing."""
    what, _, rest = do.partition(":")
    field, _, key = rest.rpartition(":")
    there = next((one for one in checked if one.field == field), None)
    name = next((one for one in there.found if one.key == key), None) if there else None
    if there is None or name is None:
        return
    if what == "replace":
        kept[field] = replaced(there.text, name, other)
    elif what == "keep":
        before = kept.get("looked", [])
        kept["looked"] = [*([before] if isinstance(before, str) else before), key]
