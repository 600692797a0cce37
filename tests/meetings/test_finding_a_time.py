"""Finding a time: free times today, other times that are answered in private, and accepted in one step."""

import re

import pytest

from services.meetings.web.fields import moment
from shared.contracts.directory import SchoolListedV1, SchoolWords
from shared.contracts.meetings import InvitationIssuedV1, InvitationUnansweredV1, MeetingMovedV1
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from tests.meetings.school import AT_TWO, ONE_DAY, School
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack

TUESDAY = {"others.0.day": "2026-11-17", "others.0.hour": "09:00"}
WEDNESDAY = {"others.1.day": "2026-11-18", "others.1.hour": "16:00"}


async def _free(school: School, **query: str) -> list[str]:
    more = "".join(f"&{name}={value}" for name, value in query.items())
    page = (await school.as_("rektor").get(f"/meetings/new?case={school.case}{more}")).text
    return re.findall(r">([^<]*kl\. [\d.]+)</a>", page)


@pytest.mark.requirement("B32")
async def test_the_times_that_are_free_today_come_first_and_a_taken_one_is_left_out(school: School) -> None:
    before = await _free(school)
    assert before == ["I dag kl. 13.00", "I dag kl. 13.30", "I dag kl. 14.00", "I dag kl. 14.30"]
    await school.calls(hour="14:00", school=[school.rektor, school.teacher])
    after = await _free(school)
    assert after == ["I dag kl. 13.00", "I dag kl. 15.30", "I dag kl. 16.00", "I dag kl. 16.30"], (
        "air is kept"
    )


async def test_a_free_time_that_is_chosen_fills_the_form_with_its_room(school: School) -> None:
    page = await school.as_("rektor").get(f"/meetings/new?case={school.case}&at=2026-11-17T09:30:00%2B01:00")
    assert 'value="2026-11-17"' in page.text
    assert 'value="09:30"' in page.text
    odd = await school.as_("rektor").get(f"/meetings/new?case={school.case}&at=tull")
    assert odd.status_code == 200


@pytest.mark.requirement("B32")
async def test_each_answers_the_schools_other_times_in_private(school: School) -> None:
    meeting = await school.calls(**TUESDAY, **WEDNESDAY)
    hers, his = await school.link_for("mother"), await school.link_for("father")
    page = (await school.nobody().get(hers)).text
    assert "tirsdag 17. november kl. 09.00" in page
    [tuesday, wednesday] = [one.isoformat() for one in (await school.house.meeting(meeting)).alternatives]
    await school.nobody().post(hers, {"answer": "other_time", "suits": [tuesday]})
    await school.nobody().post(his, {"answer": "other_time", "suits": [tuesday, wednesday]})
    for link in (hers, his):
        seen = (await school.nobody().get(link)).text
        assert "Kari Dahl" not in seen
        assert "Ola Nordmann" not in seen
    assert f'value="{wednesday}" checked' not in (await school.nobody().get(hers)).text
    shown = (await school.as_("rektor").get(f"/meetings/{meeting}")).text
    assert "Kari Dahl, Ola Nordmann" in shown or "Ola Nordmann, Kari Dahl" in shown
    accepted = await school.as_("rektor").post(f"/meetings/{meeting}/accepted-time", {"starts_at": tuesday})
    assert accepted.status_code == 303
    [moved] = await school.events(MeetingMovedV1)
    assert moved.starts_at.isoformat() == tuesday
    assert moved.sequence == 1
    told = [one.person_id for one in await school.events(InvitationIssuedV1) if one.revision == 2]
    assert sorted(told) == sorted([school.mother, school.father, school.rektor])


@pytest.mark.requirement("B33")
async def test_a_time_proposed_without_a_login_is_accepted_in_one_step(school: School) -> None:
    meeting = await school.calls()
    link = await school.link_for("father")
    told = {"answer": "other_time", "proposed_day": "2026-11-17", "proposed_hour": "8.30"}
    assert (await school.nobody().post(link, told)).status_code == 303
    opened = [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "meet-asked"]
    page = (await school.as_("rektor").get(f"/meetings/{meeting}")).text
    assert "Tirsdag 17. november kl. 08.30" in page
    [at] = re.findall(r'name="starts_at" value="([^"]+)"', page)
    assert (
        await school.as_("rektor").post(f"/meetings/{meeting}/accepted-time", {"starts_at": at})
    ).status_code == 303
    assert (await school.house.meeting(meeting)).starts_at == moment(
        (AT_TWO + ONE_DAY).date(), NOON.replace(hour=8, minute=30).time()
    )
    assert opened[0].task_id in [one.task_id for one in await school.events(MeetingsTaskClosedV1)]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"proposed_day": "2026-11-10", "proposed_hour": "9"}, "allerede over"),
        ({"proposed_day": "2026-11-18"}, "proposed_hour"),
        ({"proposed_day": "2027-03-28", "proposed_hour": "02:30"}, "Klokka stilles"),
    ],
)
async def test_a_proposal_that_is_no_time_is_explained_and_kept(
    school: School, told: dict[str, str], says: str
) -> None:
    await school.calls()
    link = await school.link_for("father")
    answer = await school.nobody().post(link, {"answer": "other_time", "proposed": "Kanari", **told})
    assert answer.status_code == 422
    assert says in answer.text
    assert "Kanari" in answer.text
    assert 'id="error-proposed_' in answer.text, "beside the field that it is about"


async def test_only_a_time_that_somebody_named_can_be_accepted(school: School) -> None:
    meeting = await school.calls()
    answer = await school.as_("rektor").post(
        f"/meetings/{meeting}/accepted-time", {"starts_at": "2026-11-19T09:00:00+00:00"}
    )
    assert answer.status_code == 422


# --- what is asked about once --------------------------------------------------------------------------


async def test_a_room_that_is_taken_and_a_colleague_who_is_busy_are_asked_about_together_once(
    school: School,
) -> None:
    await school.calls()
    form = school.form(hour="15:15", kind="follow_up")
    asked = await school.as_("rektor").post(f"/meetings/new?case={school.case}", form)
    assert asked.status_code == 409
    assert "Rommet er opptatt" in asked.text
    assert "Noen av dere er opptatt" in asked.text
    confirmed = await school.as_("rektor").post(
        f"/meetings/new?case={school.case}", {**form, "confirmed": "yes"}
    )
    assert confirmed.status_code == 303
    meeting = confirmed.headers["location"]
    late = await school.as_("rektor").post(f"{meeting}/time", {**form, "hour": "14:30"})
    assert late.status_code == 409
    assert "Ja, flytt møtet" in late.text


async def test_a_day_without_school_is_asked_about_once(school: School) -> None:
    await school.hears(
        SchoolListedV1(school_id=school.school, language="nb", closed_days=((AT_TWO + ONE_DAY).date(),)),
        SchoolWords(name="Lillevik skole", phone="22 00 00 00"),
        source=school.school,
    )
    school.house.directory._cache.clear()
    asked = await school.as_("rektor").post(
        f"/meetings/new?case={school.case}", school.form(day="2026-11-17")
    )
    assert asked.status_code == 409
    assert "Det er ikke skole den dagen" in asked.text
    saturday = await school.as_("rektor").post(
        f"/meetings/new?case={school.case}", school.form(day="2026-11-21")
    )
    assert saturday.status_code == 409


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"day": "2027-03-28", "hour": "02:30"}, "Klokka stilles denne natta"),
        ({"day": "2026-11-15"}, "allerede over"),
        ({"minutes": "-30"}, "minutes"),
        ({"minutes": "600"}, "minutes"),
        ({"room": "room_of_another"}, "room"),
    ],
)
async def test_a_time_that_cannot_be_is_refused_beside_its_field(
    school: School, more: dict[str, str], says: str
) -> None:
    answer = await school.as_("rektor").post(f"/meetings/new?case={school.case}", school.form(**more))
    assert answer.status_code == 422
    assert says in answer.text
    assert await school.events(InvitationIssuedV1) == []


async def test_the_hour_that_comes_twice_in_autumn_is_the_first_of_them(school: School) -> None:
    assert school
    twice = moment(AT_TWO.date().replace(year=2027, month=10, day=31), AT_TWO.time().replace(hour=2))
    assert twice.utcoffset() == 2 * (ONE_DAY / 24)


# --- an interpreter is part of it ------------------------------------------------------------------


@pytest.mark.requirement("B36")
async def test_who_asks_for_an_interpreter_gets_one_booked_and_a_moved_meeting_asks_again(
    school: School,
) -> None:
    meeting = await school.calls()
    await school.nobody().post(await school.link_for("mother"), {"answer": "coming", "interpreter": "so"})
    tasks = [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "interpreter-to-book"]
    assert [(one.owner_id, one.about_person_id) for one in tasks] == [(school.rektor, school.mother)]
    booked = {"person_id": school.mother, "booked": "yes"}
    assert (await school.as_("rektor").post(f"/meetings/{meeting}/interpreter", booked)).status_code == 303
    assert "Tolk er bestilt" in (await school.as_("rektor").get(f"/meetings/{meeting}")).text
    assert tasks[0].task_id in [one.task_id for one in await school.events(MeetingsTaskClosedV1)]
    await school.as_("rektor").post(f"/meetings/{meeting}/time", {"day": "2026-11-17", "hour": "10"})
    tasks = [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "interpreter-to-book"]
    assert len(tasks) == 2


# --- who does not answer (B39) ---------------------------------------------------------------------


@pytest.mark.requirement("B39")
async def test_who_does_not_answer_is_reminded_by_letter_once_and_then_rung_by_a_named_person(
    school: School,
) -> None:
    await school.calls(day="2026-11-20")
    await school.nobody().post(await school.link_for("mother"), {"answer": "coming"})
    await school.turn_clock(AT_TWO + ONE_DAY)
    assert await school.events(InvitationUnansweredV1) == []
    for _ in range(2):
        await school.turn_clock(AT_TWO + 2 * ONE_DAY)
    reminded = await school.events(InvitationUnansweredV1)
    assert [(one.person_id, one.revision) for one in reminded] == [(school.father, 1)]
    assert "invitation-unanswered" not in [one.code for one in await school.events(MeetingsTaskOpenedV1)]
    await school.turn_clock(AT_TWO + 3.1 * ONE_DAY)
    [rung] = [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "invitation-unanswered"]
    assert (rung.list, rung.owner_id, rung.about_person_id) == ("ring", school.rektor, school.father)
    assert len(await school.events(InvitationUnansweredV1)) == 1


@pytest.mark.requirement("B39")
async def test_a_meeting_today_is_not_reminded_of_by_letter_but_rung(school: School) -> None:
    await school.calls()
    await school.turn_clock(AT_TWO - ONE_DAY / 48)
    assert await school.events(InvitationUnansweredV1) == []
    assert "invitation-unanswered" in [one.code for one in await school.events(MeetingsTaskOpenedV1)]
