"""The invited answer behind their own link, without a login: looking changes nothing."""

import pytest

from shared.contracts.meetings import InvitationAnsweredV1
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from shared.web.pace import Pace
from tests.meetings.school import AT_TWO, ONE_DAY, School

pytestmark = pytest.mark.stack

MOVED = {"day": "2026-11-17", "hour": "10.00"}


@pytest.mark.requirement("B36")
async def test_the_link_shows_practicalities_and_takes_an_answer_with_interpreter_and_support(
    school: School,
) -> None:
    await school.calls()
    link = await school.link_for("mother")
    page = await school.nobody().get(link)
    assert page.status_code == 200
    assert "Hei, Kari" in page.text
    assert "mandag 16. november kl. 14.00" in page.text
    assert "Rom 2.14" in page.text
    assert "Anne Berg, rektor" in page.text
    assert page.headers["referrer-policy"] == "no-referrer"

    answer = {"answer": "coming", "interpreter": "so", "support_person": "yes", "support_name": "Tante Berit"}
    sent = await school.nobody().post(link, answer)
    assert (sent.status_code, sent.headers["location"]) == (303, link)
    [answered] = await school.events(InvitationAnsweredV1)
    assert (answered.person_id, answered.answer) == (school.mother, "coming")
    assert (answered.interpreter, answered.support_person) == ("so", True)
    after = await school.nobody().get(link)
    assert "Vi har fått svaret ditt" in after.text
    assert "Vi bestiller tolk: Somali" in after.text


async def test_looking_at_the_link_answers_nothing(school: School) -> None:
    await school.calls()
    link = await school.link_for("mother")
    for _ in range(3):
        await school.nobody().get(link)
    assert await school.events(InvitationAnsweredV1) == []


async def test_the_link_shows_nothing_of_the_case_nor_of_the_other_parent(school: School) -> None:
    await school.calls(place="Kanarifuglen kafé", reason="Kanarifuglen")
    page = await school.nobody().get(await school.link_for("mother"))
    for hidden in ("Kanari", "2026-000123", "Nordmann", school.case, school.father, school.pupil):
        assert hidden not in page.text


async def test_wrong_expired_replaced_and_cancelled_links_look_alike(school: School) -> None:
    meeting = await school.calls()
    link = await school.link_for("mother")
    forged = link[:-1] + ("A" if link[-1] != "A" else "B")
    rektor = school.as_("rektor")
    pages = [await school.nobody().get(forged), await school.nobody().get("/reply/x")]
    await rektor.post(f"/meetings/{meeting}/time", MOVED)
    pages.append(await school.nobody().get(link))
    newer = await school.link_for("mother")
    assert (await school.nobody().get(newer)).status_code == 200
    await rektor.post(f"/meetings/{meeting}/cancellation")
    pages.append(await school.nobody().get(newer))
    pages.append(await school.nobody().post(newer, {"answer": "coming"}))
    other = await school.calls(hour="15:00")
    assert other
    last = await school.link_for("father")
    school.set_clock(AT_TWO + ONE_DAY)
    pages.append(await school.nobody().get(last))
    assert {page.status_code for page in pages} == {404}
    assert len({page.text.replace(forged, "") for page in pages}) == 1
    assert "Lenken virker ikke lenger" in pages[0].text


async def test_the_latest_answer_counts_and_the_same_one_again_says_nothing(school: School) -> None:
    await school.calls()
    link = await school.link_for("mother")
    for answer in ("coming", "coming", "cannot"):
        await school.nobody().post(link, {"answer": answer})
    assert [one.answer for one in await school.events(InvitationAnsweredV1)] == ["coming", "cannot"]


async def test_an_answer_without_a_choice_keeps_what_was_typed(school: School) -> None:
    await school.calls()
    link = await school.link_for("mother")
    page = await school.nobody().post(link, {"proposed": "Heller onsdag"})
    assert page.status_code == 422
    assert "Heller onsdag" in page.text


@pytest.mark.requirement("B33")
async def test_a_parent_proposes_another_time_and_the_school_accepts_in_one_step(school: School) -> None:
    meeting = await school.calls()
    link = await school.link_for("father")
    await school.nobody().post(link, {"answer": "other_time", "proposed": "Heller tirsdag formiddag"})
    opened = [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "meet-asked"]
    assert [(one.owner_id, one.about_person_id) for one in opened] == [(school.rektor, school.father)]
    page = await school.as_("rektor").get(f"/meetings/{meeting}")
    assert "Heller tirsdag formiddag" in page.text
    await school.as_("rektor").post(f"/meetings/{meeting}/time", MOVED)
    assert opened[0].task_id in [one.task_id for one in await school.events(MeetingsTaskClosedV1)]


async def test_the_family_answers_behind_the_login_too(school: School) -> None:
    meeting = await school.calls()
    sent = await school.as_("mother").post(f"/meetings/{meeting}/answer", {"answer": "coming"})
    assert sent.status_code == 303
    assert [one.person_id for one in await school.events(InvitationAnsweredV1)] == [school.mother]


async def test_nobody_answers_for_another(school: School) -> None:
    meeting = await school.calls()
    stranger = await school.as_("other_mother").post(f"/meetings/{meeting}/answer", {"answer": "coming"})
    not_asked = await school.as_("teacher").post(f"/meetings/{meeting}/answer", {"answer": "coming"})
    assert (stranger.status_code, not_asked.status_code) == (404, 404)


async def test_who_has_not_answered_halfway_there_is_to_be_rung(school: School) -> None:
    await school.calls()
    await school.nobody().post(await school.link_for("mother"), {"answer": "coming"})
    await school.turn_clock(AT_TWO - ONE_DAY / 48)
    unanswered = [
        one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "invitation-unanswered"
    ]
    assert [(one.list, one.about_person_id) for one in unanswered] == [("ring", school.father)]
    await school.nobody().post(await school.link_for("father"), {"answer": "coming"})
    assert unanswered[0].task_id in [one.task_id for one in await school.events(MeetingsTaskClosedV1)]


async def test_the_page_speaks_the_invited_persons_language(school: School) -> None:
    await school.lists("mother", "Kari", "Dahl", "guardian", language="en")
    await school.calls()
    page = await school.nobody().get(await school.link_for("mother"))
    assert '<html lang="en"' in page.text
    assert "Monday 16 November at 14:00" in page.text


@pytest.mark.requirement("B5")
async def test_who_keeps_trying_links_is_slowed_down_and_a_good_link_still_opens(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    await school.calls()
    link = await school.link_for("mother")
    monkeypatch.setattr(Pace, "within", lambda _self, _place: False)
    assert (await school.nobody().get("/reply/forged")).status_code == 429
    assert (await school.nobody().get(link)).status_code == 200
