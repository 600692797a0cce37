"""The course of a case for programs: the same orders, refused with the field and the rule."""

from typing import Any

import pytest

from shared.identifiers import new_id
from tests.intake.course import state_of
from tests.intake.town import Door, Town, person_id

pytestmark = pytest.mark.stack
PLAN = {
    "base": 0,
    "problem": "Aksel er alene.",
    "pupil_words": "Jeg vil ha noen å være med.",
    "best_interest": "Aksel skal slippe å be om hjelp.",
    "measures": [{"what": "Tone går ut", "starts_on": "2026-11-17", "who": "PPT"}],
    "evaluate_on": ["2026-11-23"],
}


async def puts(door: Door, path: str, body: Any) -> Any:
    told = {"x-csrf-token": door.csrf}
    return await door.http.put(f"/api/intake{path}", json=body, headers=told)


def refused(answer: Any) -> dict[str, str]:
    return {one["field"]: one["code"] for one in answer.json()["errors"]}


async def test_a_program_takes_a_case_from_assessment_to_closing_and_back(town: Town) -> None:
    rektor = town.door("rektor")
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    path = f"/cases/{case_id}"
    bare = await rektor.send(f"{path}/assessment", {"outcome": "no_case"})
    assert (bare.status_code, refused(bare)) == (422, {"text": "required", "answer": "required"})
    assert (await rektor.send(f"{path}/assessment", {"outcome": "case"})).status_code == 204
    key = new_id("key")
    step = {"method": "observation", "person_id": person_id("rektor"), "due_on": "2026-11-18"}
    first = await rektor.send(f"{path}/steps", step, key=key)
    again = await rektor.send(f"{path}/steps", step, key=key)
    assert first.json() == again.json()
    done = await puts(rektor, f"{path}/steps/{first.json()['id']}", {**step, "status": "done"})
    assert done.status_code == 204
    assert (await puts(rektor, f"{path}/steps/{new_id('step')}", step)).status_code == 404

    saved = await puts(rektor, f"{path}/plan", PLAN)
    assert (saved.status_code, saved.json()["version"], saved.json()["missing"]) == (200, 1, {})
    other = await puts(rektor, f"{path}/plan", {**PLAN, "problem": "Noe annet"})
    assert (other.status_code, other.json()["code"]) == (409, "plan-changed")
    plan = (await rektor.send(f"{path}/plan/activation", None)).json()
    assert plan["status"] == "active"
    measure = f"{path}/plan/measures/{plan['measures'][0]}"
    assert (await rektor.send(measure, {"status": "running"})).status_code == 204
    assert (await rektor.send(measure, {"status": "forgotten"})).status_code == 422

    looked_at = f"{path}/evaluations/{plan['evaluations'][0]['evaluation_id']}"
    partly = {"pupil_says": "Bedre.", "better": "yes", "result": "continue"}
    assert (await puts(rektor, looked_at, partly)).status_code == 204
    unheard = refused(await rektor.send(f"{looked_at}/record", None))
    assert unheard == {
        "guardians.0.says": "heard-or-invited",
        "guardians.1.says": "heard-or-invited",
        "best_interest": "plan-best-interest",
    }
    parents = [person_id("mother"), person_id("father")]
    heard = [{"person_id": one, "invited_on": "2026-11-19"} for one in parents]
    whole = {**partly, "guardians": heard, "best_interest": "Som før."}
    assert (await puts(rektor, looked_at, whole)).status_code == 204
    assert (await rektor.send(f"{looked_at}/record", None)).status_code == 204
    assert (await puts(rektor, looked_at, whole)).status_code == 409

    empty = await rektor.send(f"{path}/closing", {})
    assert refused(empty) == {
        "pupil_says": "safe-or-reason",
        "guardians_told_on": "guardians-told",
        "follow_up_on": "follow-up",
    }
    grounds = {"not_obtainable": "Har flyttet.", "guardians_told_on": "2026-11-16"}
    closed = await rektor.send(f"{path}/closing", {**grounds, "follow_up_on": "2026-12-16"})
    assert closed.json() == {"state": "closed"}
    assert (await rektor.send(f"{path}/reopening", {"reason": "Tilbake igjen."})).status_code == 204
    assert await state_of(town, case_id) == "investigating"
