"""All the parents of a class: invited one by one, and told afterwards one by one."""

import pytest

from deploy.demo.class_lists import entitled_guardians
from deploy.demo.scene import Scene


@pytest.mark.requirement("R44")
async def test_exactly_the_entitled_guardians_of_that_day_are_invited(parents_met: Scene) -> None:
    entitled = {
        parents_met.id_of(one.name, one.email)
        for one in entitled_guardians("8A", "org-lillevik-skole", parents_met.clock.now().date())
    }
    issued = parents_met.events.of(
        "invitation-issued", meeting_id=parents_met.told.group_meeting_id, side="home"
    )
    assert {event["person_id"] for event in issued} == entitled
    assert len(issued) == len(entitled)


async def test_the_protected_family_is_written_to_by_hand_alone(parents_met: Scene) -> None:
    guardian = parents_met.person_id("protected_guardian")
    by_hand = parents_met.events.of("letter-by-hand", person_id=guardian)
    assert {event["letter"] for event in by_hand} >= {"group-invitation"}
    assert not await parents_met.mails_to("protected_guardian")


@pytest.mark.requirement("R56")
async def test_each_hears_afterwards_exactly_once_by_whether_they_came(parents_met: Scene) -> None:
    meeting = parents_met.told.group_meeting_id
    approved = parents_met.events.of("group-minutes-approved", meeting_id=meeting)
    assert len(approved) == 1
    came = {
        one["person_id"]: one["status"] == "present"
        for one in approved[0]["parties"]
        if one["side"] == "home"
    }
    letters = [
        event
        for event in parents_met.events.of("letter-sent")
        if event["letter"] in {"group-minutes-present", "group-minutes-absent"} and event["person_id"] in came
    ]
    assert len({event["person_id"] for event in letters}) == len(letters)
    for event in letters:
        assert event["letter"] == f"group-minutes-{'present' if came[event['person_id']] else 'absent'}"
