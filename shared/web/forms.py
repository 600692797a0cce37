"""Reading a form into a model; where it does not fit, what was typed is kept and each fault named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, get_origin

from fastapi import Request
from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData, UploadFile

from shared.web.faults import Fault, faults_in
from shared.web.forgery import CSRF_FIELD
from shared.web.idempotency import FIELD as IDEMPOTENCY_FIELD

M = TypeVar("M", bound=BaseModel)

_OURS = frozenset({CSRF_FIELD, IDEMPOTENCY_FIELD})
_LISTS = (list, tuple, set, frozenset)
_MOST_ROWS = 500


@dataclass
class Form(Generic[M]):
    """A form as it came: its value if it fits, the faults by field if not, and always what was typed."""

    value: M | None
    faults: list[Fault] = field(default_factory=list)
    kept: dict[str, str | list[str]] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return self.value is not None and not self.faults

    @property
    def errors(self) -> dict[str, str]:
        """The code of the first fault of each field."""
        return {fault.field: fault.code for fault in reversed(self.faults)}

    def refuse(self, field_name: str, code: str) -> None:
        """Add a fault that only the business could find."""
        self.faults.append(Fault(field_name, code))


async def read_form(request: Request, model: type[M]) -> Form[M]:
    """Parse a form post into the model.

    Blank fields are absent ones, a line ends with one character, fields of list type take every
    value of that name, and `facts.0.text` is the text of the first of the facts. Uploads are
    left to the caller.
    """
    form = await request.form()
    kept = _kept(form, model)
    try:
        return Form(model.model_validate(nested(kept)), kept=kept)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
        return Form(None, faults_in([dict(one) for one in errors], None), kept)


def _kept(form: FormData, model: type[BaseModel]) -> dict[str, str | list[str]]:
    kept: dict[str, str | list[str]] = {}
    for name in dict.fromkeys(form.keys()):
        values = [_tidy(v) for v in form.getlist(name) if not isinstance(v, UploadFile)]
        values = [value for value in values if value]
        if name in _OURS or not values:
            continue
        kept[name] = values if _takes_many(model, name) else values[-1]
    return kept


def _tidy(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def _takes_many(model: type[BaseModel], name: str) -> bool:
    declared = {(info.alias or key): info for key, info in model.model_fields.items()}.get(name)
    if declared is None:
        return False
    kinds = [declared.annotation, *getattr(declared.annotation, "__args__", ())]
    return any((get_origin(kind) or kind) in _LISTS for kind in kinds)


def nested(flat: Mapping[str, str | list[str]]) -> dict[str, Any]:
    """The tree that flat names stand for: `facts.0.text` is the text of the first of the facts."""
    tree: dict[str, Any] = {}
    for name, value in flat.items():
        place = tree
        *path, last = name.split(".")
        for part in path:
            deeper = place.setdefault(part, {})
            if not isinstance(deeper, dict):
                break
            place = deeper
        else:
            place[last] = value
    return {key: _rows(value) for key, value in tree.items()}


def _rows(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    inner = {key: _rows(one) for key, one in value.items()}
    if inner and all(key.isdigit() for key in inner) and len(inner) <= _MOST_ROWS:
        return [inner[key] for key in sorted(inner, key=int)]
    return inner
