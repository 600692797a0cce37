"""Faults and codes in the reader's words."""

from typing import Any

from fastapi import Request

from shared.i18n import LANGUAGES, Language
from shared.web.forms import Form
from shared.web.problems import Problems
from shared.web.sessions import language_of


def reader_language(request: Request) -> Language:
    """The language the page is drawn in: what has just been chosen wins over what is remembered."""
    asked = request.query_params.get("lang")
    return asked if asked in LANGUAGES else language_of(request)


def errors_in_words(request: Request, form: Form[Any]) -> dict[str, str]:
    """The first fault of each field, said so that it can be mended."""
    problems: Problems = request.app.state.problems
    language = reader_language(request)
    said: dict[str, str] = {}
    for fault in form.faults:
        said.setdefault(fault.field, problems.field_text(fault.code, language, fault.limit))
    return said
