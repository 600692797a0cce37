"""The form that answers an invitation: the same behind the login and behind the letter's link."""

from typing import Annotated, Any

from fastapi import Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.meetings.commands.answer_invitation import AnswerInvitation
from services.meetings.domain.invitation import Invitation
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.refusals import BadTime
from services.meetings.web.fields import Day, Hour, moment
from services.meetings.web.words import interpreter_name, interpreters
from shared.clock import OSLO
from shared.contracts.meetings import Answer
from shared.errors import Refusal
from shared.i18n import format_moment
from shared.web.forms import Form
from shared.web.layout import Pages
from shared.web.problems import Problems
from shared.web.sessions import language_of

_FIELD_OF = {"room_id": "room"}


class AnswerForm(BaseModel):
    """What is posted. The name and the other time matter only with what they belong to."""

    model_config = ConfigDict(hide_input_in_errors=True)

    answer: Answer
    interpreter: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] | None = None
    support_person: bool = False
    support_name: Annotated[str, Field(max_length=120)] | None = None
    proposed: Annotated[str, Field(max_length=500)] | None = None
    suits: Annotated[list[AwareDatetime], Field(max_length=6)] = []
    proposed_day: Day | None = None
    proposed_hour: Hour | None = None

    def command(self) -> AnswerInvitation:
        """The order; raises `BadTime` when the time that was proposed is not one."""
        own = None
        if self.answer != "coming" and (self.proposed_day or self.proposed_hour):
            if self.proposed_day is None or self.proposed_hour is None:
                raise BadTime("required", "proposed_hour" if self.proposed_day else "proposed_day")
            try:
                own = moment(self.proposed_day, self.proposed_hour)
            except BadTime:
                raise BadTime("no-such-hour", "proposed_hour") from None
        return AnswerInvitation(
            answer=self.answer,
            interpreter=self.interpreter,
            support_person=self.support_person or self.support_name is not None,
            support_name=self.support_name,
            proposed=self.proposed if self.answer == "other_time" else None,
            suits=self.suits,
            proposed_at=own,
        )


def answer_context(
    request: Request,
    pages: Pages,
    invitation: Invitation,
    meeting: Meeting,
    form: Form[AnswerForm] | None = None,
) -> dict[str, Any]:
    """What the form is drawn with: the last answer, or what was typed and what is wrong with it."""
    language = language_of(request)

    def t(text_id: str, **args: object) -> str:
        return pages.t(language, text_id, **args)

    values: dict[str, Any] = form.kept if form is not None else _answered(invitation)
    return {
        "invitation": invitation,
        "interpreters": interpreters(language, t),
        "interpreter": interpreter_name(invitation.interpreter, language, t)
        if invitation.interpreter
        else "",
        "alternatives": [
            (at.isoformat(), format_moment(at, language))
            for at in meeting.alternatives
            if at > request.app.state.clock.now()
        ],
        "values": values,
        "errors": field_texts(request, form),
    }


def field_texts(request: Request, form: Form[Any] | None) -> dict[str, str]:
    """Say how to mend each field of a form, in the reader's language."""
    if form is None:
        return {}
    problems: Problems = request.app.state.problems
    language = language_of(request)
    limits = {fault.field: fault.limit for fault in form.faults}
    return {name: problems.field_text(code, language, limits.get(name)) for name, code in form.errors.items()}


def refuse_fields(form: Form[Any], refused: Refusal) -> None:
    """Put what the business refused beside the fields it is about."""
    for field, code in refused.fields.items():
        form.refuse(_FIELD_OF.get(field, field), code)


def _answered(invitation: Invitation) -> dict[str, Any]:
    own = invitation.proposed_at.astimezone(OSLO) if invitation.proposed_at else None
    return {
        "answer": invitation.answer,
        "interpreter": invitation.interpreter,
        "support_person": "yes" if invitation.support_person else "",
        "support_name": invitation.support_name,
        "proposed": invitation.proposed,
        "suits": [one.isoformat() for one in invitation.suits],
        "proposed_day": own.date().isoformat() if own else None,
        "proposed_hour": f"{own:%H:%M}" if own else None,
    }
