"""The family's page as a copy to keep: what this reader may read, and nothing else."""

from collections.abc import Iterator
from typing import Any

from fastapi import Request

from services.intake.queries.family import FamilyPage
from services.intake.queries.plans import FamilyMeasure, FamilyPlan
from services.intake.web.drawing import Drawing
from services.intake.web.words import reader_language
from shared.i18n import format_day, format_moment, local
from shared.pdf import Block, Document, Fields, Heading, Items, Table, Text

_OF_THE_CHILD = ("pupil_words", "pupil_not_heard", "pupil_part", "guardians_part", "best_interest")


class FamilyCopy:
    """Draws it in the reader's language."""

    def __init__(self, draw: Drawing, request: Request) -> None:
        self._draw = draw
        self._request = request
        self._language = reader_language(request)

    def document(
        self, page: FamilyPage, steps: list[dict[str, Any]], *, reader: str, made_at: Any
    ) -> Document:
        about = self.t("copy-about", day=format_day(local(made_at).date(), self._language), name=reader)
        return Document(
            title=self.t("copy-title"),
            language=self._language,
            made_at=made_at,
            blocks=[Text(about), *self._blocks(page, steps)],
            footer=self.t("family-number", number=page.case.number),
            page=self.t("pdf-page"),
        )

    def t(self, message_id: str, /, **args: object) -> str:
        return self._draw.t(self._request, message_id, **args)

    def _blocks(self, page: FamilyPage, steps: list[dict[str, Any]]) -> Iterator[Block]:
        yield Heading(self.t("copy-next"))
        yield Items([self._step(one) for one in steps])
        if page.plan is not None:
            yield from self._plan(page.plan)
        if page.agreements:
            yield Heading(self.t("family-agreed"))
            yield Items([page.mask(one.what) for one in page.agreements])
        for title, texts in (
            ("copy-told", [page.told] if page.told else []),
            ("copy-accounts", [one.account for one in page.accounts if one.account]),
        ):
            if texts:
                yield Heading(self.t(title))
                yield from (Text(text) for text in texts)
        if page.requests:
            yield Heading(self.t("copy-requests"))
            yield Fields([self._request_row(one) for one in page.requests])
        if page.contacts:
            yield Heading(self.t("family-contacts"))
            yield Items([self._contact(page, one) for one in page.contacts])

    def _plan(self, plan: FamilyPlan) -> Iterator[Block]:
        yield Heading(self.t("copy-plan"))
        if plan.problem:
            yield Fields([(self.t("plan-field-problem"), plan.problem)])
        columns = [self.t(f"copy-measure-{one}") for one in ("what", "who", "when", "status")]
        yield Table(columns, [self._measure(one) for one in plan.measures])
        rows = [(name, getattr(plan.voice, name)) for name in _OF_THE_CHILD]
        if told := [(self.t(f"plan-field-{name}"), text) for name, text in rows if text]:
            yield Fields(told)
        if plan.evaluate_on:
            yield Heading(self.t("aplan-evaluations"), level=3)
            yield Items([format_day(day, self._language) for day in plan.evaluate_on])

    def _measure(self, one: FamilyMeasure) -> list[str]:
        when = format_day(one.starts_on, self._language) if one.starts_on else ""
        return [one.what, one.who or "", when, self.t(f"measure-{one.status}")]

    def _step(self, step: dict[str, Any]) -> str:
        at = step["at"]
        if at is None:
            return str(step["text"])
        shown = (
            format_moment(at, self._language)
            if step["exact"]
            else format_day(local(at).date(), self._language)
        )
        return f"{step['text']}: {shown}"

    def _request_row(self, one: Any) -> tuple[str, Any]:
        asked = "family-proposed" if one.about == "measure" else f"family-asked-{one.wish}"
        label = f"{self.t(asked)}, {format_moment(one.at, self._language)}"
        answered = one.answer or (self.t("family-answered") if one.answered_at else "–")
        told = f"{one.text}\n" if one.text else ""
        return label, f"{told}{self.t('copy-request-answer')}: {answered}"

    def _contact(self, page: FamilyPage, one: Any) -> str:
        by = page.people[one.by].name if one.by in page.people else "–"
        told = self.t(f"family-contact-{one.means}", reached="yes" if one.reached else "no", name=by)
        return f"{format_moment(one.at, self._language)}: {told}"
