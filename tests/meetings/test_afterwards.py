"""After a meeting: a talk of which only the tasks are kept, a colleague who looks in, two questions."""

from typing import Any

import pytest

from services.meetings.domain.content import Content
from services.meetings.domain.debrief import Debrief
from services.meetings.domain.invitation import Invitation
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.pulse import Pulse
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from tests.meetings.school import School
from tests.meetings.test_minutes import approved, held

pytestmark = pytest.mark.stack

QUESTIONS = (
    "Hvordan opplevde vi møtet?",
    "Hvordan tror vi foreldrene og eleven opplevde møtet?",
    "Hva var positivt i samspillet?",
    "Var det noe vi burde gjort annerledes?",
    "Hvordan planlegger vi neste møte?",
)


async def tasks(school: School, code: str) -> list[Any]:
    return [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == code]


async def closed(school: School) -> set[str]:
    return {one.task_id for one in await school.events(MeetingsTaskClosedV1)}


@pytest.mark.requirement("R34", "B47")
async def test_the_talk_card_has_the_five_questions_and_is_not_there_for_the_family(school: School) -> None:
    meeting = await held(school)
    path = f"/meetings/{meeting}/debrief"
    page = (await school.as_("rektor").get(path)).text
    for question in QUESTIONS:
        assert question in page
    await school.grants(school.case, {"mother": "guardian", "pupil": "pupil"})
    for somebody in (school.as_("mother"), school.as_("pupil", "pupil"), school.as_("other_mother")):
        assert (await somebody.get(path)).status_code == 404
        assert (await somebody.post(path, {"next_plan": "Noe"})).status_code == 404


@pytest.mark.requirement("R22", "P22")
async def test_a_debrief_is_offered_when_the_meeting_ends_and_a_colleague_is_asked_to_look_in(
    school: School,
) -> None:
    deputy = await school.lists("deputy", "Eli", "Ås", "staff", duties=("deputy",))
    meeting = await held(school)
    [debrief] = await tasks(school, "debrief-to-hold")
    [look_in] = await tasks(school, "look-in-on-staff")
    assert (debrief.owner_id, look_in.owner_id) == (school.rektor, deputy)
    assert debrief.due_at.date().isoformat() == "2026-11-17"
    assert look_in.about_person_id is None
    path = f"/meetings/{meeting}"
    assert (await school.as_("teacher").post(f"{path}/looked-in")).status_code == 303
    assert (await school.as_("rektor").post(f"{path}/debrief", {})).status_code == 303
    assert {debrief.task_id, look_in.task_id} <= await closed(school)
    kept = await school.house.debriefs.get(Debrief.id_for(meeting))
    assert kept is not None
    text = {"case_id", "school_id", "meeting_id", "held_at", "held_by", "open_tasks", "tasks_opened"}
    assert set(kept.model_dump()) - {"id", "heard"} == text


@pytest.mark.requirement("R35")
async def test_what_is_agreed_becomes_tasks_of_the_case_with_an_owner_and_a_date(school: School) -> None:
    meeting = await approved(school)
    form = {
        "next_plan": "La Kari snakke først",
        "tasks.0.what": "Ring helsesykepleier",
        "tasks.0.who_id": school.rektor,
        "tasks.0.by": "2026-11-20",
        "tasks.1.what": "Finn et roligere rom",
    }
    for _ in range(2):
        answer = await school.as_("rektor").post(f"/meetings/{meeting}/debrief", form)
        assert answer.status_code == 303
    found = {one.path: one for one in await tasks(school, "agreed-after-meeting")}
    assert len(found) == 3
    follow_ups = {one.text: one for one in await school.house.follow_ups_of(meeting) if one.kind == "debrief"}
    said = {text: (one.owner_id, one.due_at.date().isoformat()) for text, one in follow_ups.items()}
    assert said == {
        "Ring helsesykepleier": (school.rektor, "2026-11-20"),
        "Finn et roligere rom": (school.teacher, "2026-11-17"),
        "La Kari snakke først": (school.teacher, "2026-11-17"),
    }
    rektor = (await school.as_("rektor").get(f"/meetings/{meeting}/minutes")).text
    assert "Finn et roligere rom" in rektor
    for who in ("mother", "father"):
        assert "roligere rom" not in (await school.as_(who).get(f"/meetings/{meeting}/minutes")).text
    wrong = await school.as_("rektor").post(
        f"/meetings/{meeting}/debrief", {"tasks.0.what": "Noe", "tasks.0.who_id": school.mother}
    )
    assert wrong.status_code == 422


@pytest.mark.requirement("R27")
async def test_two_questions_may_be_skipped_and_a_low_answer_makes_the_leader_ring(school: School) -> None:
    meeting = await approved(school)
    path, mother = f"/meetings/{meeting}/pulse", school.as_("mother")
    assert "Du kan hoppe over begge." in (await mother.get(path)).text
    assert (await mother.post(path, {})).status_code == 303
    assert await school.house.pulses.get(Pulse.id_for(meeting, school.mother)) is None
    await school.as_("father").post(path, {"heard": "4", "safe": "3"})
    assert await tasks(school, "parent-to-hear-out") == []
    for _ in range(2):
        assert (await mother.post(path, {"heard": "3", "safe": "1"})).status_code == 303
    [task] = await tasks(school, "parent-to-hear-out")
    assert (task.list, task.owner_id, task.about_person_id) == ("ring", school.rektor, school.mother)
    leader = (await school.as_("rektor").get(path)).text
    assert "Kari Dahl" in leader
    assert "Ola Nordmann" not in leader
    assert (await school.as_("teacher").get(path)).status_code == 404
    assert (await school.as_("rektor").post(path, {"heard": "1"})).status_code == 403
    await school.as_("rektor").post(f"/meetings/{meeting}/heard-out", {"person": school.mother})
    assert task.task_id in await closed(school)
    assert (await mother.post(path, {"heard": "9"})).status_code == 422


@pytest.mark.requirement("R22")
def test_nothing_in_what_is_stored_grades_a_parent_or_a_mood() -> None:
    words = ("mood", "anger", "angry", "difficult", "upset", "score", "label", "rating", "behaviour")
    for model in (Content, Meeting, Minutes, Invitation, Debrief):
        fields = " ".join(model.model_fields)
        assert [word for word in words if word in fields] == []
