"""A case for a class is followed by those entitled on its pupils' part, and tells of no individual."""

import pytest

from services.intake.domain.directory_entry import directory_id
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.intake import CaseOpenedV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack
CLASS_8A = directory_id("group", "class-lillevik-8a")


async def test_the_rektor_opens_one_and_the_entitled_are_its_followers(town: Town) -> None:
    rektor = town.door("rektor")
    key = new_id("key")
    opened = [await rektor.post("/cases/new-group", group_id=CLASS_8A, idempotency_key=key) for _ in range(2)]
    assert opened[0].location == opened[1].location
    await town.deliver()
    case_id = opened[0].location.removeprefix("/cases/")
    assert [(one.kind, one.group_id) for one in town.said_of(CaseOpenedV1, case_id)] == [("group", CLASS_8A)]
    snapshot = town.said_of(AccessSnapshotV1, case_id)[-1]
    now = town.clock.now()
    guardians = {one.person_id for one in snapshot.grants if one.relation == "guardian" and one.holds_at(now)}
    assert {person_id(one) for one in ("mother", "father", "stranger", "protected_guardian")} <= guardians
    assert person_id("former_parent") not in guardians
    practical = {one.person_id for one in snapshot.grants if one.relation == "parent_contact"}
    assert practical == {person_id("parent_contact")}
    assert "8A" in (await rektor.get(f"/cases/{case_id}")).text
    assert (await town.door("mother", "guardian").get(f"/cases/{case_id}/family")).status == 200


async def test_a_teacher_or_another_schools_rektor_cannot_open_one(town: Town) -> None:
    for key in ("contact_teacher", "rektor_fjellsyn"):
        answer = await town.door(key).post(
            "/cases/new-group", group_id=CLASS_8A, idempotency_key=new_id("key")
        )
        assert answer.status in (403, 422)


@pytest.mark.parametrize(("who", "status"), [("rektor_fjellsyn", 422), ("contact_teacher", 403)])
async def test_nor_through_the_api(town: Town, who: str, status: int) -> None:
    body = {"group_id": CLASS_8A}
    answer = await town.door(who).send("/group-cases", body, key=new_id("key"))
    assert answer.status_code == status, answer.text
    assert "case_id" not in answer.json()
