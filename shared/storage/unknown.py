"""What an older version of a service finds in a newer one's state and does not know: kept, not dropped."""

import hashlib
import json
from functools import cache
from typing import Any

from pydantic import BaseModel


@cache
def shape_of(model: type[BaseModel]) -> str:
    """A short code for which fields a model has, at any depth; another version's differs."""
    told = json.dumps(model.model_json_schema(), sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:12]


def with_unknown(stored: Any, before: Any, after: Any) -> Any:
    """`after`, with everything of `stored` that the model did not read.

    `before` is `stored` as the model read it. A part of a list keeps its own by its id, else where it stands
    unchanged, else in its place as long as the list has not grown shorter.
    """
    if isinstance(stored, dict) and isinstance(before, dict) and isinstance(after, dict):
        merged = dict(after)
        for name, value in stored.items():
            if name not in before:
                merged.setdefault(name, value)
            elif name in after:
                merged[name] = with_unknown(value, before[name], after[name])
        return merged
    if isinstance(stored, list) and isinstance(before, list) and isinstance(after, list):
        return _parts(stored, before, after) if len(stored) == len(before) else after
    return after


def _parts(stored: list[Any], before: list[Any], after: list[Any]) -> list[Any]:
    left = dict(enumerate(before))
    merged = []
    for place, part in enumerate(after):
        same = [at for at, old in left.items() if old == part] or [
            at for at, old in left.items() if _id_of(old) is not None and _id_of(old) == _id_of(part)
        ]
        in_place = place in left and _id_of(part) is None and len(after) >= len(before)
        at = same[0] if same else place if in_place else None
        merged.append(part if at is None else with_unknown(stored[at], left.pop(at), part))
    return merged


def _id_of(part: Any) -> Any:
    if not isinstance(part, dict):
        return None
    named = (name for name in part if name == "id" or name.endswith("_id"))
    return next((part[name] for name in named if part[name]), None)
