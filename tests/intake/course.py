"""The course of a case, as people at the school take it: what the tests of it have in common."""

from typing import Any

from services.intake.domain.plan import evaluation_id_of, plan_id_of
from shared.contracts.intake import PlanActivatedV1
from tests.intake.town import Door, Page, Town, person_id

PLAN = {
    "base": "0",
    "problem": "Aksel er alene i alle friminutt.",
    "measures.0.what": "Tone går ut sammen med Aksel",
    "measures.0.starts_on": "2026-11-17",
    "measures.0.person_id": person_id("contact_teacher"),
    "evaluate_on.0": "2026-11-23",
    "evaluate_on.1": "2026-11-30",
    "evaluate_on.2": "2026-12-14",
    "pupil_words": "Jeg vil ha noen å være med.",
    "pupil_part": "Aksel valgte selv hvem.",
    "guardians_part": "Begge foreldre har lest utkastet.",
    "best_interest": "Aksel skal slippe å be om hjelp.",
}
CLOSING = {
    "pupil_says": "Nå er det fint å gå på skolen.",
    "guardians_told_on": "2026-11-16",
    "guardians_told_how": "På telefon",
    "follow_up_on": "2027-01-15",
}


async def opened(town: Town, pupil: str = "pupil") -> str:
    """A case that the rektor has assessed as one."""
    teller = town.door("mother", "guardian") if pupil == "pupil" else town.door("rektor")
    told_as = "guardian" if pupil == "pupil" else "staff"
    told = await teller.tells(pupil_ids=[person_id(pupil)], told_as=told_as)
    case_id = str(told["cases"][0]["case_id"])
    assert (await town.door("rektor").post(f"/cases/{case_id}/assess", text="Vi tar tak.")).status == 303
    await town.deliver()
    return case_id


async def writes(door: Door, case_id: str, **changed: Any) -> Page:
    """Save the plan, with these fields otherwise; a field of None is left out."""
    fields = {name.replace("__", "."): told for name, told in changed.items()}
    return await door.post(f"/cases/{case_id}/plan/edit", **{**PLAN, **fields})


async def in_force(town: Town, case_id: str) -> PlanActivatedV1:
    """The whole plan, put in force."""
    answer = await writes(town.door("rektor"), case_id, do="activate")
    assert answer.status == 303, answer.text
    await town.deliver()
    said: PlanActivatedV1 = town.said_of(PlanActivatedV1, case_id)[-1]
    return said


def evaluation_path(case_id: str, day: Any) -> str:
    return f"/cases/{case_id}/evaluations/{evaluation_id_of(plan_id_of(case_id), case_id, day)}"


async def evaluates(town: Town, case_id: str, day: Any, **changed: Any) -> Page:
    """Record a whole evaluation: pupil and both parents heard or asked."""
    rektor, path = town.door("rektor"), evaluation_path(case_id, day)
    page = await rektor.get(path)
    assert page.status == 200, page.text
    told: dict[str, Any] = {
        "do": "record",
        "pupil_says": "Det er bedre i storefri.",
        "best_interest": "Vi holder fast ved det som virker.",
        "better": "some",
        "result": "continue",
        "effects.0.measure_id": page.field("effects.0.measure_id"),
        "effects.0.pupil": "some",
        "effects.0.guardian": "good",
        "effects.0.school": "good",
        "guardians.0.person_id": page.field("guardians.0.person_id"),
        "guardians.0.says": "Han sover bedre.",
        "guardians.1.person_id": page.field("guardians.1.person_id"),
        "guardians.1.invited_on": "2026-11-20",
    }
    fields = {name.replace("__", "."): value for name, value in changed.items()}
    answer = await rektor.post(path, **{**told, **fields})
    await town.deliver()
    return answer


async def tasks_of(town: Town, case_id: str, door: str = "rektor") -> set[str]:
    found = (await town.door(door).api("/today")).json()["tasks"]
    return {one["code"] for one in found if one["case_id"] == case_id}


async def state_of(town: Town, case_id: str) -> str:
    return str((await town.door("rektor").api(f"/cases/{case_id}")).json()["state"])
