"""A meeting for all the parents: decided first, purpose and locked paragraph in it, one invitation each."""

from typing import Any

import pytest

from services.meetings.domain.group_plan import LOCKED_PARAGRAPH
from services.notify.letters.locked import LOCKED_PARAGRAPH as IN_LETTERS
from shared.contracts.meetings import (
    GroupMinutesApprovedV1,
    InvitationIssuedV1,
    MeetingCalledV1,
    MeetingHeldV1,
)
from shared.contracts.tasks import MeetingsTaskOpenedV1
from tests.meetings.school import School

pytestmark = pytest.mark.stack

FAMILIES = 12


async def with_class(school: School, families: int = FAMILIES) -> list[str]:
    """A class of so many guardians, the last of them with a protected address; their names."""
    names = [f"parent{number}" for number in range(families)]
    for name in names:
        protection = "strictly_confidential" if name == names[-1] else "none"
        await school.lists(name, "Forelder", name.capitalize(), "guardian", protection=protection)
    await school.grants(school.group_case, dict.fromkeys(names, "guardian"), group=True)
    return names


def asked(school: School, **more: Any) -> dict[str, Any]:
    return {
        "day": "2026-12-03",
        "hour": "18:00",
        "minutes": "90",
        "room": school.room,
        "school": [school.rektor, school.teacher],
        "purpose": "Hvordan alle kan være med",
        "agenda.0.title": "Velkommen",
        "agenda.0.minutes": "10",
        "agenda.1.title": "Sammen",
        "agenda.1.minutes": "60",
        "strategy": "Alle voksne hilser på alle barn.",
        "asks": "- Snakk pent om andres barn\n- Inviter alle",
        "preparations.0.situation": "Noen anklager",
        "preparations.0.reply": "Vi tar det etterpå",
        "evaluation_on": "2027-02-01",
        **more,
    }


async def decided(school: School) -> str:
    path = f"/meetings/new-group?case={school.group_case}"
    decision = f"/meetings/new-group/decision?case={school.group_case}"
    answer = await school.as_("rektor").post(decision, {"choice": "hold", "reason": "Alle må med"})
    assert answer.headers["location"] == path
    return path


async def called(school: School, **more: Any) -> str:
    path = await decided(school)
    answer = await school.as_("rektor").post(path, asked(school, **more))
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].removeprefix("/meetings/")


@pytest.mark.requirement("R45")
async def test_nothing_is_sent_before_leadership_has_decided_to_hold_it(school: School) -> None:
    await with_class(school)
    path = f"/meetings/new-group?case={school.group_case}"
    early = await school.as_("rektor").post(path, asked(school))
    assert early.status_code == 409
    assert "Er et foreldremøte riktig?" in early.text
    decision = f"/meetings/new-group/decision?case={school.group_case}"
    assert (await school.as_("teacher").post(decision, {"choice": "hold"})).status_code == 403
    nowhere = await school.as_("rektor").post(decision, {"choice": "another_way"})
    assert nowhere.status_code == 422
    another = await school.as_("rektor").post(decision, {"choice": "another_way", "way": "calls"})
    assert another.status_code == 303
    assert (await school.as_("rektor").post(path, asked(school))).status_code == 409
    assert await school.events(InvitationIssuedV1) == []


@pytest.mark.requirement("R49")
async def test_without_a_purpose_nothing_is_sent(school: School) -> None:
    await with_class(school)
    path = await decided(school)
    answer = await school.as_("rektor").post(path, asked(school, purpose="  "))
    assert answer.status_code == 422
    assert "Fyll ut dette feltet" in answer.text
    body = {"starts_at": "2026-12-03T18:00:00+01:00", "school": [school.rektor]}
    api = await school.as_("rektor").api("POST", f"/cases/{school.group_case}/group-meeting", body)
    assert (api.status_code, api.json()["errors"][0]["field"]) == (422, "purpose")


async def test_each_entitled_guardian_gets_one_invitation_the_protected_too(school: School) -> None:
    names = await with_class(school)
    await called(school)
    issued = await school.events(InvitationIssuedV1)
    home = [one for one in issued if one.side == "home"]
    assert sorted(one.person_id for one in home) == sorted(school.people[name] for name in names)
    assert all(one.group_id == school.group and one.revision == 1 for one in home)


@pytest.mark.requirement("R53")
async def test_the_agenda_begins_with_the_locked_item_and_fits_into_the_meeting(school: School) -> None:
    await with_class(school)
    path = await decided(school)
    long = await school.as_("rektor").post(path, asked(school, **{"agenda.1.minutes": "85"}))
    assert long.status_code == 422
    assert "Punktene tar lengre tid enn møtet" in long.text
    full = await school.as_("rektor").post(path, asked(school, **{"agenda.1.minutes": "80"}))
    assert full.status_code == 303
    [words] = await school.words(MeetingCalledV1)
    assert words.agenda[0].title == "På møtet snakker vi ikke om enkelthendelser eller enkeltelever."
    assert [(item.title, item.minutes) for item in words.agenda[1:]] == [("Velkommen", 10), ("Sammen", 79)]
    assert sum(item.minutes for item in words.agenda) <= 90


def test_page_and_letter_say_the_same_locked_paragraph() -> None:
    assert LOCKED_PARAGRAPH == IN_LETTERS


@pytest.mark.requirement("R47")
async def test_less_than_a_week_ahead_is_asked_about_once(school: School) -> None:
    await with_class(school)
    path = await decided(school)
    soon = asked(school, day="2026-11-20")
    first = await school.as_("rektor").post(path, soon)
    assert first.status_code == 409
    assert "Det er under en uke til" in first.text
    assert (await school.as_("rektor").post(path, {**soon, "confirmed": "yes"})).status_code == 303


@pytest.mark.requirement("R46")
async def test_parents_read_purpose_and_agenda_but_no_preparation_and_no_other_family(school: School) -> None:
    await with_class(school)
    meeting = await called(school)
    login = (await school.as_("parent0").get(f"/meetings/{meeting}")).text
    link = (await school.nobody().get(await school.link_for("parent0"))).text
    for page in (login, link):
        assert "Hvordan alle kan være med" in page
        assert LOCKED_PARAGRAPH["nb"] in page
        for hidden in ("Noen anklager", "Vi tar det etterpå", "Parent1", school.people["parent1"]):
            assert hidden not in page
    assert "Noen anklager" in (await school.as_("rektor").get(f"/meetings/{meeting}")).text


async def test_minutes_go_to_all_invited_with_the_unticked_as_absent(school: School) -> None:
    names = await with_class(school)
    meeting = await called(school)
    rektor = school.as_("rektor")
    hold = await rektor.get(f"/meetings/{meeting}/hold")
    assert "Forelder Parent3" in hold.text
    here = [school.people[name] for name in names if int(name[6:]) % 3 != 2]
    form = {
        "then": "finish",
        "listed": "yes",
        "present": [*here, school.rektor],
        "notes": "Kanarifugl utenfor plenum",
        "summary": "Faste lekegrupper",
        "strategy": "Alle voksne hilser på alle barn.",
        "asks": "Snakk pent\nInviter alle",
        "evaluation_on": "2027-02-01",
    }
    assert (await rektor.post(f"/meetings/{meeting}/hold", form)).status_code == 303
    [held] = await school.events(MeetingHeldV1)
    assert sum(one.status == "present" for one in held.attendance) == len(here) + 1
    assert "8 kom. 4 var ikke her" in (await rektor.get(f"/meetings/{meeting}/minutes")).text
    assert (await rektor.post(f"/meetings/{meeting}/approval")).status_code == 303
    [event] = await school.events(GroupMinutesApprovedV1)
    away = {one.person_id for one in event.parties if one.side == "home" and one.status == "unknown"}
    assert away == {school.people[name] for name in names if int(name[6:]) % 3 == 2}
    assert (str(event.held_on), str(event.evaluation_on), event.missing) == ("2026-12-03", "2027-02-01", ())
    [words] = await school.words(GroupMinutesApprovedV1)
    assert (words.summary, words.asks) == ("Faste lekegrupper", ("Snakk pent", "Inviter alle"))
    page = (await school.as_("parent2").get(f"/meetings/{meeting}/minutes")).text
    assert "Faste lekegrupper" in page
    for hidden in ("Kanarifugl", "Parent1"):
        assert hidden not in page


@pytest.mark.requirement("R55")
async def test_approved_without_an_evaluation_date_becomes_a_task_for_the_leader(school: School) -> None:
    await with_class(school, 2)
    meeting = await called(school, evaluation_on="")
    await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    [event] = await school.events(GroupMinutesApprovedV1)
    assert event.missing == ("evaluation",)
    codes = [(one.code, one.owner_id) for one in await school.events(MeetingsTaskOpenedV1)]
    assert ("next-meeting-to-agree", school.rektor) in codes


async def test_a_whole_school_of_three_hundred_is_invited_in_one_go(school: School) -> None:
    await with_class(school, 300)
    await called(school)
    home = [one for one in await school.events(InvitationIssuedV1) if one.side == "home"]
    assert len({one.person_id for one in home}) == len(home) == 300


async def test_a_parents_meeting_is_not_called_as_an_ordinary_one(school: School) -> None:
    await with_class(school, 1)
    page = await school.as_("rektor").get(f"/meetings/new?case={school.group_case}")
    assert page.headers["location"] == f"/meetings/new-group?case={school.group_case}"
    assert (await school.as_("rektor").get(f"/meetings/new-group?case={school.case}")).status_code == 404
