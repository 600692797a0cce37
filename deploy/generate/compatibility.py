"""What may change in a contract without a new version: something may be added, and nothing else.

Records lie on topics for days, on state topics for years, and during an upgrade old and new processes read
each other. So what was written must stay readable, and what is written now must be readable to the old.
"""

from collections.abc import Iterator, Mapping
from typing import Any

_WORDS_ABOUT = frozenset({"title", "description", "default", "examples"})
_SHAPE = frozenset({"properties", "required", *_WORDS_ABOUT})


def breaks(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Every way in which the new schema of a contract breaks the old one; empty when it only adds."""
    faults = [
        f"{name}: was {old.get(name)}, is {new.get(name)}"
        for name in ("$id", "x-topic", "x-key")
        if old.get(name) != new.get(name)
    ]
    faults += _object_breaks(_plain(old, old), _plain(new, new), "")
    if "x-sealed" in old:
        if "x-sealed" not in new:
            return [*faults, "sealed words: removed"]
        was, now = old["x-sealed"], new["x-sealed"]
        faults += _object_breaks(_plain(was, was), _plain(now, now), "sealed.")
    return faults


def _object_breaks(old: Mapping[str, Any], new: Mapping[str, Any], place: str) -> Iterator[str]:
    was, now = old.get("properties", {}), new.get("properties", {})
    for name, field in was.items():
        if name not in now:
            yield f"{place}{name}: removed or renamed"
        else:
            yield from _field_breaks(field, now[name], f"{place}{name}")
    for name in sorted(set(new.get("required", ())) - set(old.get("required", ()))):
        yield f"{place}{name}: required now, and older records lack it"


def _field_breaks(old: Mapping[str, Any], new: Mapping[str, Any], place: str) -> Iterator[str]:
    if _rest(old) != _rest(new):
        yield f"{place}: another type or other values"
        return
    if "properties" in old:
        yield from _object_breaks(old, new, f"{place}.")
    if isinstance(old.get("items"), Mapping):
        yield from _field_breaks(old["items"], new["items"], f"{place}[]")
    for number, branch in enumerate(old.get("anyOf", ())):
        yield from _field_breaks(branch, new["anyOf"][number], place)


def _rest(field: Mapping[str, Any]) -> dict[str, Any]:
    """A field without its inner objects, which may grow, and without words about it."""
    found: dict[str, Any] = {}
    for name, value in field.items():
        if name in _SHAPE:
            continue
        if name == "items" and isinstance(value, Mapping):
            found[name] = _rest(value)
        elif name == "anyOf":
            found[name] = [_rest(branch) for branch in value]
        else:
            found[name] = value
    return found


def _plain(schema: Any, root: Mapping[str, Any]) -> Any:
    """The schema with every reference written out, so that a model's name may change."""
    if isinstance(schema, list):
        return [_plain(part, root) for part in schema]
    if not isinstance(schema, Mapping):
        return schema
    if "$ref" in schema:
        return _plain(root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root)
    return {name: _plain(part, root) for name, part in schema.items() if name not in ("$defs", "x-sealed")}
