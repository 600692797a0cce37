"""A rektor's list: what is due first, kept filters, finding by pupil and number, a page at a time."""

from datetime import timedelta

import pytest

from services.intake.domain.case_filter import CaseFilter
from services.intake.queries.case_list import PAGE, case_list
from shared.contracts.intake import CaseHandedOverV1
from shared.contracts.tasks import MeetingsTaskOpenedV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack


async def told(town: Town, key: str = "other_pupil") -> tuple[str, str]:
    """A case about this pupil: id and number."""
    found = await town.door("rektor").tells(pupil_ids=[person_id(key)], told_as="staff")
    return found["cases"][0]["case_id"], found["cases"][0]["number"]


async def test_what_is_due_today_in_any_service_stands_first(town: Town) -> None:
    case_id, number = await told(town)
    _, later = await told(town)
    task = MeetingsTaskOpenedV1(
        case_id=case_id,
        school_id=(await town.house.cases.get(case_id)).school_id,  # type: ignore[union-attr]
        at=town.clock.now(),
        task_id=new_id("task"),
        list="write",
        code="minutes-to-write",
        owner_id=person_id("deputy"),
        due_at=town.clock.now() - timedelta(days=40),
    )
    await town.hears(task)
    page = await town.door("rektor").get("/cases")
    assert page.status == 200
    assert "Frist i dag eller før" in page.text
    assert page.text.index("Frist i dag eller før") < page.text.index(number) < page.text.index(later)
    assert number in (await town.door("rektor").get("/cases?due=today")).text
    assert number not in (await town.door("rektor").get("/cases?state=ended")).text


async def test_a_page_holds_so_many_and_the_next_goes_on(town: Town) -> None:
    for _ in range(PAGE + 2):
        await told(town)
    rektor = person_id("rektor")
    first = await case_list(rektor, CaseFilter(), house=town.house)
    second = await case_list(rektor, CaseFilter(), 2, house=town.house)
    assert first.more
    assert len(first.due) + len(first.cases) <= PAGE + len(first.due)
    assert not {one.id for one in first.cases} & {one.id for one in second.cases}
    assert 'rel="next" href="/cases?page=2"' in (await town.door("rektor").get("/cases")).html
    assert (await town.door("rektor").get("/cases?page=999999999")).status == 200


@pytest.mark.parametrize("typed", ["aksel", "Aksel Dahl", "dahl AKS"])
async def test_a_pupil_is_found_by_any_part_of_the_name_and_the_address_holds_none(
    town: Town, typed: str
) -> None:
    found = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    rektor = town.door("rektor")
    answer = await rektor.post("/cases/find", words=typed)
    assert answer.status == 303, answer.text
    assert person_id("pupil") in answer.location
    assert "ksel" not in answer.location
    listed = await rektor.get(answer.location)
    assert "Aksel" in listed.text
    assert found["cases"][0]["number"] in listed.text or 'rel="next"' in listed.html


async def test_a_number_finds_its_case_also_without_the_zeros(town: Town) -> None:
    case_id, number = await told(town)
    year, _, digits = number.partition("-")
    answer = await town.door("rektor").post("/cases/find", words=f"{year}-{int(digits)}")
    assert f"/cases/{case_id}" in (await town.door("rektor").get(answer.location)).html


async def test_nobody_finds_what_they_may_not_see(town: Town) -> None:
    case_id, number = await told(town)
    for key in ("colleague", "rektor_fjellsyn"):
        door = town.door(key)
        answer = await door.post("/cases/find", words=number)
        assert f"/cases/{case_id}" not in (await door.get(answer.location)).html, key
    elsewhere = await town.door("rektor_fjellsyn").post("/cases/find", words="Aksel Dahl")
    assert elsewhere.status == 422
    assert "Aksel Dahl" in elsewhere.html  # what was typed is kept


async def test_all_that_a_colleague_has_is_handed_over_and_the_timeline_says_so(town: Town) -> None:
    rektor, teacher, colleague = town.door("rektor"), town.door("contact_teacher"), town.door("colleague")
    ids = [(await told(town))[0] for _ in range(2)]
    for id_ in ids:
        to = person_id("colleague")
        assert (await rektor.post(f"/cases/{id_}/owner", person_id=to)).status == 303
    await town.deliver()
    assert (await colleague.get(f"/cases/{ids[0]}")).status == 200
    page = await rektor.get(f"/cases/hand-over?from={person_id('colleague')}")
    assert all(id_ in page.html for id_ in ids)
    fields = {"from_id": person_id("colleague"), "to_id": person_id("contact_teacher"), "case_ids": ids}
    assert (await teacher.post("/cases/hand-over", **fields)).status == 403
    answer = await rektor.post("/cases/hand-over", **fields)
    assert answer.location.endswith("done=2&kept=0")
    await town.deliver()
    for id_ in ids:
        said = town.said_of(CaseHandedOverV1, id_)[-1]
        assert (said.from_handler_id, said.handler_id) == (fields["from_id"], fields["to_id"])
        assert (await colleague.get(f"/cases/{id_}")).status == 404
    shown = await teacher.get(f"/cases/{ids[0]}")
    assert "er saksansvarlig nå" in shown.text
    codes = [one for one in (await teacher.api("/today")).json()["tasks"] if one["case_id"] == ids[0]]
    assert "plan-to-write" in {one["code"] for one in codes}
    assert ids[0] not in {one["case_id"] for one in (await colleague.api("/today")).json()["tasks"]}


async def test_tasks_of_other_services_follow_whoever_is_responsible_now(town: Town) -> None:
    case_id, _ = await told(town)
    task = MeetingsTaskOpenedV1(
        case_id=case_id,
        school_id=(await town.house.cases.get(case_id)).school_id,  # type: ignore[union-attr]
        at=town.clock.now(),
        task_id=new_id("task"),
        list="write",
        code="minutes-to-write",
        owner_id=person_id("rektor"),
    )
    await town.hears(task)
    await town.door("rektor").post(f"/cases/{case_id}/owner", person_id=person_id("contact_teacher"))
    await town.deliver()
    found = (await town.door("contact_teacher").api("/today")).json()["tasks"]
    assert task.task_id in {one["task_id"] for one in found}


async def test_nobody_is_made_responsible_for_their_own_childs_case(town: Town) -> None:
    rektor = town.door("rektor")
    choices = (await rektor.api("/report-choices")).json()["pupils"]
    dag = next(one["pupil_id"] for one in choices if one["name"].startswith("Dag Granholtsæter"))
    found = await rektor.tells(pupil_ids=[dag], told_as="staff")
    case_id = found["cases"][0]["case_id"]
    answer = await rektor.post(f"/cases/{case_id}/owner", person_id=person_id("teacher_parent"))
    assert answer.status == 422
    fields = {"from_id": person_id("rektor"), "to_id": person_id("teacher_parent"), "case_ids": [case_id]}
    assert (await rektor.post("/cases/hand-over", **fields)).location.endswith("done=0&kept=1")


async def test_a_list_that_is_kept_is_one_click_away_and_nobody_elses(town: Town) -> None:
    rektor = town.door("rektor")
    narrowed = await rektor.get("/cases?state=ended&mine=yes")
    shown = CaseFilter(state="ended", mine=True).model_dump_json(exclude_defaults=True)
    assert narrowed.status == 200
    assert (await rektor.post("/cases/filters", name="", shown=shown)).status == 422
    kept = await rektor.post("/cases/filters", name="Mine ferdige", shown=shown)
    assert (kept.status, kept.location) == (303, "/cases?state=ended&mine=yes")
    page = await rektor.get("/cases")
    assert "Mine ferdige" in page.text
    assert 'href="/cases?state=ended&amp;mine=yes"' in page.html
    assert "Mine ferdige" not in (await town.door("deputy").get("/cases")).text
    filter_id = (await rektor.get(kept.location)).field("filter_id")
    assert (await rektor.post("/cases/filters/drop", filter_id=filter_id)).status == 303
    assert "Mine ferdige" not in (await rektor.get("/cases")).text


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_an_address_that_means_nothing_shows_the_list(town: Town, language: str) -> None:
    door = town.door("rektor", language=language)
    assert (await door.get("/cases?state=nonsense&due=never&page=x")).status == 200
