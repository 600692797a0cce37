"""The rektor acts the same day: a card for tomorrow, a meeting today, and letters that stay apart."""

import pytest

from deploy.demo.scene import Scene


@pytest.mark.requirement("R6")
async def test_each_guardian_is_invited_alone_and_told_nothing_of_the_other(answered: Scene) -> None:
    letters = {
        key: [mail for mail in await answered.mails_to(key) if "/reply/" in mail.text]
        for key in ("mother", "father")
    }
    assert [len(found) for found in letters.values()] == [1, 1]
    for key, other in (("mother", "father"), ("father", "mother")):
        source = (await answered.stack.mail.source(letters[key][0])).decode()
        assert answered.email(other) not in source
        assert len(letters[key][0].to) == 1


async def test_the_link_still_shows_the_answer_and_can_change_it(answered: Scene) -> None:
    browser = answered.stranger("mother")
    page = await browser.opens(answered.told.links["mother"])
    chosen = page.form(having="answer").filled({})
    assert ("answer", "coming") in chosen


@pytest.mark.requirement("R29", "P1")
async def test_a_tick_is_seen_at_home_and_a_missing_one_alerts_a_colleague(next_morning: Scene) -> None:
    told = next_morning.told
    assert next_morning.events.one("tomorrow-ticked", case_id=told.case_id)
    missed = next_morning.events.of("tomorrow-missed", case_id=told.second_case_id)
    assert len(missed) == 1
    assert not next_morning.events.of("tomorrow-missed", case_id=told.case_id)
