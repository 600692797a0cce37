"""Letters that alarm somebody at the school or at its owner, and what lets held letters go."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from services.notify.domain.letter import State
from shared.contracts.envelope import Contract
from shared.contracts.escalation import (
    ClockOverdueV1,
    ClockStartedV1,
    ClockWarnedV1,
    NoticeStepV1,
    TomorrowMissedV1,
)
from shared.contracts.intake import ContactLoggedV1, TomorrowPlannedV1
from shared.contracts.meetings import Attended
from shared.contracts.notify import LetterByHandV1
from shared.contracts.tasks import NotifyTaskClosedV1, NotifyTaskOpenedV1
from shared.identifiers import new_id
from tests.notify.mail_server import MailServer, words_of
from tests.notify.office import Office
from tests.notify.said import minutes, report
from tests.notify.town import Town
from tests.shared.moments import NOON
from tests.shared.waiting import until

pytestmark = pytest.mark.stack


async def words_to(server: MailServer, town: Town, person_id: str) -> str:
    await until(lambda: len(server.to(town.email(person_id))) == 1)
    return words_of(server.to(town.email(person_id))[0])


def in_the_case(town: Town, **more: Any) -> dict[str, Any]:
    return {"case_id": town.case, "school_id": town.school, "at": NOON, **more}


async def test_the_colleague_is_written_to_with_the_time_that_was_agreed(
    office: Office, town: Town, server: MailServer
) -> None:
    card = {"card_id": new_id("card"), "adult_id": town.leader, "colleague_id": town.teacher}
    starts = NOON - timedelta(minutes=25)
    planned = in_the_case(town, **card, pupil_id=town.pupil, starts_at=starts, alert_at=NOON)
    await office.hears(TomorrowPlannedV1.model_validate(planned))
    await office.hears(TomorrowMissedV1.model_validate(in_the_case(town, **card)))
    words = await words_to(server, town, town.teacher)
    assert "Noe som skulle skje kl. 11.35 i dag, er ikke bekreftet ennå." in words
    assert f"http://samspill.test/cases/{town.case}" in words


async def test_a_promise_is_recalled_to_the_one_who_gave_it_and_asked_of_another_once_broken(
    office: Office, town: Town, server: MailServer
) -> None:
    told = {"clock_id": new_id("clock"), "clock": "C1", "subject_id": town.case}
    clock = in_the_case(town, **told, due_at=NOON + timedelta(hours=1))
    await office.hears(ClockStartedV1.model_validate({**clock, "owner_id": town.teacher}))
    await office.hears(ClockWarnedV1.model_validate({**clock, "tell": (town.teacher,)}))
    await office.hears(ClockOverdueV1.model_validate({**clock, "tell": (town.leader,)}))
    assert "Du lovet å ringe før kl. 13.00 mandag 16. november." in await words_to(server, town, town.teacher)
    assert "Tone Lie lovet å ringe" in await words_to(server, town, town.leader)


async def test_who_is_asked_to_keep_a_notice_is_sent_to_the_notice_and_never_to_the_case(
    office: Office, town: Town, server: MailServer
) -> None:
    notice = new_id("notice")
    clock = in_the_case(town, clock_id=new_id("clock"), clock="C9", subject_id=notice, due_at=NOON)
    await office.hears(ClockOverdueV1.model_validate({**clock, "tell": (town.leader,)}))
    words = await words_to(server, town, town.leader)
    assert f"http://samspill.test/notices/{notice}" in words
    assert town.case not in words


async def test_the_owner_is_asked_to_read_and_confirm_and_learns_nothing_from_the_mail(
    office: Office, town: Town, server: MailServer
) -> None:
    owner, notice = new_id("person"), new_id("notice")
    await office.learns(town.person(owner, "Siv", "Moe", kinds=("staff",)))
    by = NOON + timedelta(days=1)
    step = in_the_case(town, notice_id=notice, step=1, person_id=owner, acknowledge_by=by)
    await office.hears(NoticeStepV1.model_validate(step))
    words = await words_to(server, town, owner)
    assert "Rektor ved Lillevik skole har sendt deg et varsel." in words
    assert f"http://samspill.test/notices/{notice}" in words
    assert town.case not in words


@pytest.mark.requirement("P4")
async def test_nothing_reaches_a_guardian_while_the_home_is_held_and_it_goes_when_the_hold_ends(
    office: Office, town: Town, server: MailServer
) -> None:
    await office.learns([town.access(home_held=True)])
    here = Attended(person_id=town.mother, side="home", status="present")
    away = Attended(person_id=town.father, side="home", status="absent")
    await office.hears(minutes(town, new_id("meeting"), here, away))
    await office.hears(report(town, home_held=True))

    async def held() -> bool:
        return [one["reason"] for one in await office.events(LetterByHandV1)] == ["held"] * 3

    await until(held)
    assert server.taken == []
    await office.learns([town.access(home_held=False)])

    async def sent() -> bool:
        return {one.state for one in await office.letters(case_id=town.case)} == {State.SENT}

    await until(sent)
    assert len(server.taken) == 3
    opened, closed = await office.events(NotifyTaskOpenedV1), await office.events(NotifyTaskClosedV1)
    assert sorted(one["task_id"] for one in opened) == sorted(one["task_id"] for one in closed)


async def test_whoever_asked_to_be_rung_is_off_the_list_once_somebody_has_talked_with_them(
    office: Office, town: Town, server: MailServer
) -> None:
    await office.learns([town.access()])
    away = Attended(person_id=town.father, side="home", status="absent")
    await office.hears(minutes(town, new_id("meeting"), away))
    await words_to(server, town, town.father)
    letter = (await office.letters(case_id=town.case))[0]
    await office.post.letters.change(letter.id, lambda it: it.ask_to_be_rung(at=NOON, owner_id=town.leader))
    for reached in (False, True):
        logged = in_the_case(town, person_id=town.father, means="phone", reached=reached, by=town.leader)
        await office.hears(ContactLoggedV1.model_validate(logged))
        assert len(await office.events(NotifyTaskClosedV1)) == int(reached)


@pytest.mark.parametrize("said", ["report", "minutes"])
async def test_what_is_only_said_again_causes_no_letter(office: Office, town: Town, said: str) -> None:
    here = Attended(person_id=town.mother, side="home", status="present")
    event: Contract = report(town) if said == "report" else minutes(town, new_id("meeting"), here)
    await office.hears_again(replace(office.heard(event), republished=True))
    assert await office.letters(case_id=town.case) == []
