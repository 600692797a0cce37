"""The names in a plan, as each of its families will read it (row R41)."""

from services.intake.domain.plan import Plan
from services.intake.domain.plan_parts import PlanText, Voice
from services.intake.queries.name_check import Checked, names_for_family
from services.intake.storage.house import Intake


def texts_of_plan(text: PlanText, *, own: bool = True) -> dict[str, str | None]:
    """What stands in the plan's form, by the names of its fields; `own`: with what is one child's alone."""
    texts = {"problem": text.problem, "findings": text.findings}
    for place, one in enumerate(text.measures):
        if own or not one.case_ids:
            texts |= {f"measures.{place}.what": one.what, f"measures.{place}.who": one.who}
    if own:
        texts |= {name: getattr(text.voice, name) for name in Voice.model_fields}
    return texts


async def names_in_text(plan: Plan | None, text: PlanText, case_id: str, *, house: Intake) -> list[Checked]:
    """Of one child's form: its own parts as its home reads them, the common ones as every home does."""
    ids = [case_id, *(one for one in (plan.case_ids if plan else ()) if one != case_id)]
    cases = {one.id: one for one in await house.cases.find({"_id": {"$in": ids}})}
    together = {one.pupil_id for one in cases.values() if one.pupil_id} if len(ids) > 1 else set()
    found: dict[str, Checked] = {}
    for id_ in ids:
        if id_ not in cases:
            continue
        texts = texts_of_plan(text, own=id_ == case_id)
        for each in await names_for_family(cases[id_], texts, house=house):
            one = _without(each, together)
            known = found.get(one.field)
            if known is None:
                found[one.field] = one
                continue
            taken = {name.start for name in known.found}
            more = [*known.found, *(name for name in one.found if name.start not in taken)]
            found[one.field] = Checked(one.field, one.text, tuple(sorted(more, key=lambda name: name.start)))
    return [one for one in found.values() if one.found]


def _without(checked: Checked, together: set[str]) -> Checked:
    """Without the plan's own pupils: each home reads the others of them by a neutral word anyway.

    A name that is a word too is not put away by itself, so it is looked at.
    """
    left = [one for one in checked.found if one.also_word or not together.issuperset(one.person_ids)]
    return Checked(checked.field, checked.text, tuple(left))


async def names_in_plan(plan: Plan, *, house: Intake) -> list[Checked]:
    """Of the whole plan, before it is put in force for all its children."""
    found: list[Checked] = []
    for case_id in plan.case_ids:
        found += await names_in_text(plan, plan.text_for(case_id), case_id, house=house)
    return found
