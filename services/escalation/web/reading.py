"""In which language this request is read, and a form's faults in its words."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request

from shared.i18n import LANGUAGES, Language
from shared.web.forms import Form
from shared.web.problems import Problems
from shared.web.sessions import language_of


def reading_language(request: Request) -> Language:
    """As the layout chooses it: what the address asks for, else the reader's own."""
    asked = request.query_params.get("lang")
    return asked if asked in LANGUAGES else language_of(request)


def faults_in_words(request: Request, form: Form[Any]) -> Mapping[str, str]:
    problems: Problems = request.app.state.problems
    language = reading_language(request)
    return {fault.field: problems.field_text(fault.code, language, fault.limit) for fault in form.faults}
