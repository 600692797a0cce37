"""The family reaches the school at any time, and sees what comes of it."""

import pytest

from services.intake.domain.task import task_id_of
from shared.contracts.intake import ContactAskedForV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack


@pytest.fixture
async def case_id(town: Town) -> str:
    told = await town.door("mother", "guardian").tells(
        pupil_ids=[person_id("pupil")], text="Aksel gruer seg."
    )
    return str(told["cases"][0]["case_id"])


async def tasks(town: Town, case_id: str) -> set[str]:
    found = (await town.door("rektor").api("/today")).json()["tasks"]
    return {one["code"] for one in found if one["case_id"] == case_id}


@pytest.mark.requirement("P2")
@pytest.mark.parametrize(
    ("wish", "code", "text"),
    [
        ("ring", "ring-asked", None),
        ("write", "answer-asked", "Hva gjør dere i friminuttene?"),
        ("meet", "meet-asked", None),
    ],
)
async def test_each_way_to_reach_the_school_becomes_a_task_with_a_time(
    town: Town, case_id: str, wish: str, code: str, text: str | None
) -> None:
    mother = town.door("mother", "guardian")
    key = new_id("key")
    for _ in range(2):
        sent = await mother.post(f"/cases/{case_id}/requests", wish=wish, text=text, idempotency_key=key)
        assert sent.status == 303
    await town.deliver()
    asked = town.said_of(ContactAskedForV1, case_id)
    assert [(one.wish, one.owner_id) for one in asked] == [(wish, person_id("rektor"))]
    assert code in await tasks(town, case_id)
    assert "Anne svarer senest i morgen" in (await mother.get(f"/cases/{case_id}/family")).text


@pytest.mark.requirement("P2")
async def test_an_answer_is_read_at_home_and_leaves_the_list(town: Town, case_id: str) -> None:
    mother, rektor = town.door("mother", "guardian"), town.door("rektor")
    await mother.post(
        f"/cases/{case_id}/requests", wish="write", text="Hvem er ute?", idempotency_key=new_id("key")
    )
    await town.deliver()
    request_id = town.said_of(ContactAskedForV1, case_id)[0].request_id
    path = f"/cases/{case_id}/requests/{request_id}/answer"
    assert "Hvem er ute?" in (await rektor.get(f"/cases/{case_id}")).text
    assert (await rektor.post(path, text="Tone er ute hver dag.")).status == 303
    assert (await rektor.post(path, text="En gang til.")).status == 409
    assert "answer-asked" not in await tasks(town, case_id)
    page = await mother.get(f"/cases/{case_id}/family")
    assert "Tone er ute hver dag." in page.text
    assert "En gang til." not in page.text


async def test_an_empty_message_is_not_sent_and_says_so(town: Town, case_id: str) -> None:
    mother = town.door("mother", "guardian")
    page = await mother.post(f"/cases/{case_id}/requests", wish="write", idempotency_key=new_id("key"))
    assert page.status == 422
    assert "Fyll ut dette feltet" in page.text


async def test_the_family_sees_its_own_words_and_nothing_of_the_schools(town: Town, case_id: str) -> None:
    rektor = town.door("rektor")
    await rektor.send(
        f"/cases/{case_id}/facts", {"text": "Et internt faktum", "assessment": "Intern"}, key=new_id("key")
    )
    mother, father = town.door("mother", "guardian"), town.door("father", "guardian")
    hers, his = await mother.get(f"/cases/{case_id}/family"), await father.get(f"/cases/{case_id}/family")
    assert "Aksel gruer seg." in hers.text
    assert "Aksel gruer seg." not in his.text
    for page in (hers, his):
        assert "Et internt faktum" not in page.text
    assert "Anne ringer deg" in hers.text
    assert "Anne ringer deg" not in his.text


async def test_the_front_door_leads_each_to_their_own(town: Town, case_id: str) -> None:
    mother = await town.door("mother", "guardian").get("/")
    assert f"/cases/{case_id}/family" in mother.html
    assert (await town.door("rektor").get("/")).location == "/today"
    # The owner's contact comes to the notices, and to the day where something waits for an answer.
    waits = (await town.door("owner_2").api("/today")).json()["tasks"]
    assert (await town.door("owner_2").get("/")).location == ("/today" if waits else "/notices")
    assert (await town.door("administrator").get("/")).location == "/directory"
    assert case_id not in (await town.door("stranger", "guardian").get("/")).html


async def test_what_was_asked_for_reaches_a_list_also_when_a_process_died_in_between(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    mother = town.door("mother", "guardian")
    answer = await mother.send(f"/cases/{case_id}/requests", {"wish": "ring"}, key=new_id("key"))
    task_id = task_id_of("ring-asked", answer.json()["id"])
    await town.house.tasks.collection.delete_one({"_id": task_id})
    await town.deliver()
    there = await town.house.tasks.get(task_id)
    assert there is not None
    assert there.closed_at is None
