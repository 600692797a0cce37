"""Faults and codes in the reader's words."""

from typing import Any

from fastapi import Request

from shared.web.forms import Form
from shared.web.problems import Problems
from shared.web.sessions import language_of


def errors_in_words(request: Request, form: Form[Any]) -> dict[str, str]:
    """The first fault of each field, said so that it can be mended."""
    problems: Problems = request.app.state.problems
    language = language_of(request)
    said: dict[str, str] = {}
    for fault in form.faults:
        said.setdefault(fault.field, problems.field_text(fault.code, language, fault.limit))
    return said
