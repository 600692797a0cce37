"""The owner helps in a case: access begins and ends with it, in whatever order it is heard of (R38)."""

from datetime import UTC, datetime
from typing import Any

import pytest

from shared.contracts.access import AccessSnapshotV1
from shared.contracts.escalation import AssistanceEndedV1, AssistanceGivenV1, AssistanceRequestedV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id, school_id

pytestmark = pytest.mark.stack


def held_by(town: Town, case_id: str, key: str) -> list[str]:
    grants = town.said_of(AccessSnapshotV1, case_id)[-1].grants
    return [one.relation for one in grants if one.person_id == person_id(key)]


@pytest.mark.requirement("R38")
async def test_who_helps_sees_the_case_until_it_is_over_and_the_timeline_tells(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    await town.deliver()
    owner = town.door("owner_2")
    assert (await owner.api(f"/cases/{case_id}")).status_code == 404
    about: dict[str, Any] = {
        "case_id": case_id,
        "school_id": school_id(),
        "at": datetime.now(UTC),
        "assistance_id": new_id("wish"),
    }
    given = AssistanceGivenV1(**about, person_id=person_id("owner_2"))
    requested = AssistanceRequestedV1(**about, person_id=person_id("owner_2"), answer_by=about["at"])
    for event in (requested, given, given):
        await town.hears(event)
    await town.deliver()
    assert held_by(town, case_id, "owner_2") == ["owner_contact"]
    assert (await owner.api(f"/cases/{case_id}")).status_code == 200
    page = (await town.door("rektor").get(f"/cases/{case_id}")).text
    assert "Skolen har bedt skoleeier om hjelp" in page
    ended = AssistanceEndedV1(**about, person_id=person_id("owner_2"), why="case-ended")
    await town.hears(ended)
    await town.hears(given)
    await town.deliver()
    assert held_by(town, case_id, "owner_2") == []
    assert (await owner.api(f"/cases/{case_id}")).status_code == 404
