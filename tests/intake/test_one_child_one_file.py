"""A file each; what belongs together is known to the staff, and what comes again shows no name (row B13)."""

import pytest

from services.intake.domain.directory_entry import directory_id
from shared.contracts.intake import CaseLinkedV1
from tests.intake.course import opened, state_of
from tests.intake.town import Door, Town, person_id

pytestmark = pytest.mark.stack

MAGNUS = directory_id("person", "user-00130")


async def told_of(town: Town, *pupils: str, text: str = "Noe skjedde.", key: str = "rektor") -> list[str]:
    told = await town.door(key).tells(pupil_ids=list(pupils), told_as="staff", text=text)
    return [str(one["case_id"]) for one in told["cases"]]


async def number_of(town: Town, case_id: str) -> str:
    case = await town.house.cases.get(case_id)
    assert case is not None
    return case.number


@pytest.mark.requirement("B13", "R41")
async def test_children_of_one_event_have_a_file_each_linked_for_the_staff_alone(town: Town) -> None:
    first, second = await told_of(town, person_id("pupil"), MAGNUS)
    page = await town.door("rektor").get(f"/cases/{first}")
    assert f"/cases/{second}" in page.html
    assert "Magnus Østerseterli" in page.text
    home = await town.door("mother", "guardian").get(f"/cases/{first}/family")
    assert home.status == 200
    for trace in (second, await number_of(town, second), "Magnus"):
        assert trace not in home.html
    # A teacher who has one of them alone reads that there is another, and nothing else of it.
    helper = town.door("colleague")
    await town.door("rektor").post(f"/cases/{first}/helpers", person_id=person_id("colleague"))
    await town.deliver()
    page = await helper.get(f"/cases/{first}")
    assert "Én sak du ikke har tilgang til" in page.text
    assert second not in page.html


@pytest.mark.requirement("B13")
async def test_cases_are_linked_by_number_and_each_points_at_the_other(town: Town) -> None:
    (first,), (second,) = await told_of(town, person_id("pupil")), await told_of(town, MAGNUS)
    rektor = town.door("rektor")
    assert (await rektor.post(f"/cases/{first}/links", number="2026-999999")).status == 422
    for _ in range(2):
        linked = await rektor.post(f"/cases/{first}/links", number=await number_of(town, second))
        assert linked.status == 303
    await town.deliver()
    assert f"/cases/{first}" in (await rektor.get(f"/cases/{second}")).html
    for case_id, other in ((first, second), (second, first)):
        assert [one.other_case_id for one in town.said_of(CaseLinkedV1, case_id)] == [other]
    assert "Magnus" not in (await town.door("mother", "guardian").get(f"/cases/{first}/family")).html


@pytest.mark.requirement("B13")
async def test_the_same_matter_told_twice_is_suggested_and_followed_up_as_one(town: Town) -> None:
    first = await opened(town)
    (second,) = await told_of(town, person_id("pupil"), text="Aksel ble stengt ute igjen.", key="colleague")
    rektor = town.door("rektor")
    assert "gjelder samme elev" in (await rektor.get(f"/cases/{first}")).text
    path = f"/cases/{first}/merge/{second}"
    form = await rektor.get(path)
    assert "Takk for at du sa fra." in form.text
    for _ in range(2):
        assert (await rektor.post(path, answer="Vi følger det opp i saken vi har.")).status == 303
    await town.deliver()
    case = await town.house.cases.get(first)
    assert case is not None
    assert [one.text for one in case.facts].count("Aksel ble stengt ute igjen.") == 1
    assert await state_of(town, second) == "no_case"
    there = await rektor.get(f"/cases/{second}")
    assert "fulgt opp som én" in there.text
    assert "Aksel ble stengt ute igjen." in there.text
    assert "fulgt opp som én" in (await rektor.get(f"/cases/{first}")).text
    # Cases of two children are never one.
    (other,) = await told_of(town, MAGNUS)
    assert (await rektor.post(f"/cases/{first}/merge/{other}", answer="Nei.")).status == 409


@pytest.mark.requirement("B13")
async def test_only_who_decides_in_both_cases_makes_one_of_them(town: Town) -> None:
    first = await opened(town)
    (second,) = await told_of(town, person_id("pupil"))
    for door in (town.door("contact_teacher"), town.door("mother", "guardian"), town.door("rektor_aasen")):
        answer = await door.post(f"/cases/{first}/merge/{second}", answer="Nei.")
        assert answer.status in (403, 404)


@pytest.mark.requirement("B13")
async def test_what_comes_again_is_shown_without_a_name(town: Town) -> None:
    rektor = town.door("rektor")
    before = await group_reports(rektor)
    for pupil in (person_id("pupil"), MAGNUS, person_id("other_pupil")):
        await told_of(town, pupil)
    assert await group_reports(rektor) == before + 3
    page = await rektor.get("/cases/patterns")
    assert "meldinger om elever i 8A" in page.text
    for name in ("Aksel", "Magnus", "Storm", "2026-0"):
        assert name not in page.text.replace("Magnus Tinddalsnut", "")
    for door in (town.door("colleague"), town.door("mother", "guardian")):
        assert (await door.get("/cases/patterns")).status == 403


async def group_reports(door: Door) -> int:
    found = (await door.api("/patterns")).json()
    return sum(one["reports"] for one in found if (one["kind"], one["what"]) == ("group", "8A"))


@pytest.mark.requirement("B13")
async def test_a_link_that_was_half_made_when_a_process_died_is_made_whole(town: Town) -> None:
    (first,), (second,) = await told_of(town, person_id("pupil")), await told_of(town, MAGNUS)
    by, at = person_id("rektor"), town.clock.now()
    await town.house.cases.change(first, lambda it: it.link(second, "related", by, at), by=by)
    await town.deliver()
    there = await town.house.cases.get(second)
    assert there is not None
    assert [one.case_id for one in there.links] == [first]
