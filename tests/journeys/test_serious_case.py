"""A serious case: suggested, decided by a person, acknowledged by the next who is there."""

import pytest

from deploy.demo.scene import Scene


@pytest.mark.requirement("R36")
async def test_nothing_is_sent_before_the_rektor_has_decided(notified: Scene) -> None:
    told, events = notified.told, notified.events.all
    at = {
        type_: next(
            number
            for number, event in enumerate(events)
            if event.type.endswith(f"{type_}.v1") and event["case_id"] == told.case_id
        )
        for type_ in ("serious-suggested", "serious-decided", "notice-step")
    }
    assert notified.events.of("serious-suggested", case_id=told.case_id)[0]["criteria"]
    assert not [e for e in events[: at["serious-suggested"]] if e.type.endswith("notice-step.v1")]
    decided = notified.events.of("serious-decided", case_id=told.case_id)
    assert [event["by"] for event in decided] == [notified.person_id("rektor")]


@pytest.mark.requirement("R37")
async def test_the_absent_contact_is_passed_by_and_the_next_acknowledges(notified: Scene) -> None:
    told = notified.told
    steps = notified.events.of("notice-step", notice_id=told.notice_id)
    assert [event["person_id"] for event in steps] == [notified.person_id("owner_2")]
    taken = notified.events.of("notice-acknowledged", notice_id=told.notice_id)
    assert [(event["person_id"], event["next_action_on"]) for event in taken] == [
        (notified.person_id("owner_2"), "2026-11-20")
    ]
    assert not await notified.mails_to("owner_1")


async def test_a_notice_that_nobody_takes_goes_down_the_whole_chain_once(notified: Scene) -> None:
    steps = notified.events.of("notice-step", case_id=notified.told.second_case_id)
    asked = [event["person_id"] for event in steps]
    assert asked == [notified.person_id("owner_2"), notified.person_id("owner_3")]
    assert len(notified.events.of("notice-unanswered", case_id=notified.told.second_case_id)) == 1
