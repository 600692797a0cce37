"""Who has looked at our case: every look is written down, and the family sees who of the school was there."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from services.intake.queries.who_looked import who_looked
from shared.contracts.looks import IntakeCaseSeenV1, MeetingsCaseSeenV1, NotifyCaseSeenV1
from shared.exporting_looks import export_log, verify_log
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack


async def a_case(town: Town) -> str:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id: str = told["cases"][0]["case_id"]
    return case_id


@pytest.mark.requirement("L9", "B9")
async def test_every_read_and_write_of_a_case_by_a_person_is_in_the_log(town: Town) -> None:
    case_id = await a_case(town)
    rektor, mother = town.door("rektor"), town.door("mother", "guardian")
    await rektor.get(f"/cases/{case_id}")
    await rektor.post(f"/cases/{case_id}/receive")
    await mother.get(f"/cases/{case_id}/family")
    await mother.api(f"/cases/{case_id}")
    await town.door("stranger", "guardian").get(f"/cases/{case_id}/family")
    looks = await town.kernel.looks.log.looks_at(case_id)
    assert [(one.person_id, one.relation, one.route) for one in looks] == [
        (person_id("rektor"), "rektor", "GET /cases/{case_id}"),
        (person_id("rektor"), "rektor", "POST /cases/{case_id}/receive"),
        (person_id("mother"), "guardian", "GET /cases/{case_id}/family"),
        (person_id("mother"), "guardian", "GET /api/intake/cases/{case_id}"),
    ]


@pytest.mark.requirement("L9", "B9")
async def test_the_button_at_the_gate_is_a_look_too(town: Town) -> None:
    case_id = await a_case(town)
    rektor, teacher = town.door("rektor"), town.door("contact_teacher")
    starts = town.clock.now() + timedelta(days=1)
    body = {
        "adult_id": person_id("contact_teacher"),
        "colleague_id": person_id("deputy"),
        "place": "gate",
        "starts_at": starts.isoformat(),
    }
    card = (await rektor.send(f"/cases/{case_id}/tomorrow", body)).json()["id"]
    assert (await teacher.get(f"/tomorrow/{case_id}/{card}")).status == 200
    assert (await town.door("colleague").get(f"/tomorrow/{case_id}/{card}")).status == 404
    last = (await town.kernel.looks.log.looks_at(case_id))[-1]
    assert (last.person_id, last.action) == (person_id("contact_teacher"), "card")


@pytest.mark.requirement("B9")
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_the_family_sees_who_of_the_school_was_there_once_a_day(town: Town, language: str) -> None:
    case_id = await a_case(town)
    for _ in range(2):
        await town.door("rektor").get(f"/cases/{case_id}")
    await town.door("father", "guardian").get(f"/cases/{case_id}/family")
    await town.hears(
        NotifyCaseSeenV1(
            case_id=case_id,
            person_id=person_id("deputy"),
            relation="deputy",
            day=town.house.today(),
            first_at=town.clock.now() + timedelta(minutes=1),
        )
    )
    await town.hears(
        MeetingsCaseSeenV1(
            case_id=case_id,
            person_id=person_id("rektor"),
            relation="rektor",
            day=town.house.today() - timedelta(days=40),
            first_at=town.clock.now() - timedelta(days=40),
        )
    )
    await town.deliver()
    page = await town.door("mother", "guardian", language).get(f"/cases/{case_id}/seen")
    assert page.status == 200
    people = await town.house.directory.people_by_id(
        [person_id(one) for one in ("rektor", "deputy", "father")]
    )
    rektor, deputy, father = (people[person_id(one)].name for one in ("rektor", "deputy", "father"))
    assert page.text.count(rektor) >= 2
    assert deputy in page.text
    assert father not in page.text
    days = await who_looked(case_id, house=town.house)
    assert [[one.person_id for one in visits] for _, visits in days] == [
        [person_id("rektor"), person_id("deputy")],
        [person_id("rektor")],
    ]
    assert len(town.said_of(IntakeCaseSeenV1, case_id)) == 1


async def test_the_list_is_for_those_who_have_the_case(town: Town) -> None:
    case_id = await a_case(town)
    assert (await town.door("rektor").get(f"/cases/{case_id}/seen")).status == 200
    assert (await town.door("stranger", "guardian").get(f"/cases/{case_id}/seen")).status == 404
    assert (await town.door("colleague").api(f"/cases/{case_id}/seen")).status_code == 404
    await town.deliver()
    [visit] = (await town.door("mother", "guardian").api(f"/cases/{case_id}/seen")).json()
    assert visit["person_id"] == person_id("rektor")


@pytest.mark.requirement("B9")
async def test_the_log_is_exported_and_checked_on_another_machine(town: Town, tmp_path: Path) -> None:
    case_id = await a_case(town)
    await town.door("rektor").get(f"/cases/{case_id}")
    file = tmp_path / "looks.jsonl"
    assert await export_log(town.service, [str(file)]) == 0
    assert await export_log(town.service, [str(file)]) == 2
    assert verify_log([str(file)]) == 0
    lines = file.read_text().splitlines()
    at = next(n for n, line in enumerate(lines) if json.loads(line).get("case") == case_id)
    lines[at] = lines[at].replace(person_id("rektor"), person_id("deputy"))
    file.write_text("\n".join(lines))
    assert verify_log([str(file)]) == 1
