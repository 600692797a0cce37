"""The plan in words: its form's values, its measures with names, and what was changed in it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from fastapi import Request

from services.intake.domain.difference import difference
from services.intake.domain.plan import Plan
from services.intake.domain.plan_parts import Change, MeasureText, PlanText, Voice
from services.intake.storage.house import Intake
from services.intake.web.course_forms import PlanForm
from services.intake.web.drawing import Drawing
from services.intake.web.words import reader_language
from shared.i18n import Language, format_day

_OF_A_CHILD = frozenset(Voice.model_fields)
_DAYS = frozenset({"starts_on", "until", "evaluate_on"})


def text_of(form: PlanForm, case_id: str) -> PlanText:
    """What the form says."""
    return PlanText(
        problem=form.problem,
        findings=form.findings,
        voice=Voice.model_validate(form.model_dump(include=set(Voice.model_fields))),
        measures=tuple(
            MeasureText(
                **one.model_dump(exclude={"mine"}), case_ids=(case_id,) if one.mine is not None else ()
            )
            for one in form.measures
            if one.id or one.what
        ),
        evaluate_on=tuple(form.evaluate_on),
    )


def values_of(text: PlanText, case_id: str) -> dict[str, Any]:
    """The form's values for that text, by the names of its fields."""
    values: dict[str, Any] = {"problem": text.problem, "findings": text.findings}
    values |= text.voice.model_dump()
    for place, one in enumerate(text.measures):
        for name, told in one.model_dump(mode="json", exclude={"case_ids"}).items():
            values[f"measures.{place}.{name}"] = told
        values[f"measures.{place}.mine"] = "yes" if one.case_ids == (case_id,) else ""
    for place, day in enumerate(text.evaluate_on):
        values[f"evaluate_on.{place}"] = day.isoformat()
    return {name: told for name, told in values.items() if told}


class PlanWords:
    def __init__(self, house: Intake, draw: Drawing) -> None:
        self._house = house
        self._draw = draw

    async def name(self, person_id: str) -> str:
        found = await self._house.directory.people_by_id([person_id])
        return found[person_id].name if person_id in found else "–"

    async def measures(self, plan: Plan) -> list[dict[str, Any]]:
        names = await self._names(one.person_id for one in plan.measures)
        return [
            {
                "measure": one,
                "who": ", ".join(filter(None, (names.get(one.person_id or ""), one.who))) or "–",
            }
            for one in plan.measures
        ]

    async def versions(self, request: Request, plan: Plan, case_id: str) -> list[dict[str, Any]]:
        """Each version with what it changed, the newest first; nothing of another child's own part."""
        names = await self._names(one.by for one in plan.versions)
        return [
            {
                "number": one.number,
                "at": one.at,
                "by": names.get(one.by, "–"),
                "changes": await self.changes(request, plan, one.changes, case_id),
            }
            for one in reversed(plan.versions)
        ]

    async def changes(
        self, request: Request, plan: Plan, changes: Iterable[Change], case_id: str
    ) -> list[dict[str, Any]]:
        told = [one for one in changes if one.field not in _OF_A_CHILD or one.of == case_id]
        told = [one for one in told if one.field != "case_ids"]
        language = reader_language(request)
        people = [text for one in told if one.field == "person_id" for text in (one.before, one.after)]
        names = await self._names(people)
        what = {one.id: one.what or "" for one in plan.measures}
        shown = []
        for one in told:
            before, after = (_said(one.field, text, names, language) for text in (one.before, one.after))
            label = self._draw.t(request, f"plan-field-{one.field}")
            shown.append(
                {
                    "label": label,
                    "of": what.get(one.of, "") if one.field != "measure" else "",
                    "before": before,
                    "after": after,
                    "pieces": difference(before, after),
                }
            )
        return shown

    async def _names(self, ids: Iterable[str | None]) -> dict[str, str]:
        found = await self._house.directory.people_by_id(sorted({one for one in ids if one}))
        return {id_: person.name for id_, person in found.items()}


def _said(field: str, text: str, names: dict[str, str], language: Language) -> str:
    if field == "person_id":
        return names.get(text, "–") if text else ""
    if field in _DAYS:
        return ", ".join(format_day(date.fromisoformat(one), language) for one in text.split())
    return text
