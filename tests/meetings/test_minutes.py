"""Minutes: a draft that always saves, a list of what is missing, one version to each party."""

import html
from typing import Any

import pytest

from services.meetings.domain.meeting import Meeting
from shared.contracts.meetings import CaseMinutesApprovedV1, MeetingHeldV1, NextMeetingAgreedV1
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from tests.meetings.school import AT_TWO, School
from tests.shared.signing_out import signs_out_everywhere

pytestmark = pytest.mark.stack


def room(school: School, **more: Any) -> dict[str, Any]:
    """What is typed in the meeting room: everything that is asked for."""
    return {
        "seen": "0",
        "then": "finish",
        f"attendance.{school.mother}": "present",
        f"attendance.{school.father}": "absent",
        f"attendance.{school.rektor}": "present",
        "notes": "Kari fortalte. Ola Nordmann kunne ikke komme.",
        "facts.0.text": "Sekken ble tømt i garderoben.",
        "facts.0.occurred_on": "2026-11-12",
        "facts.0.source": "guardian",
        "facts.0.criteria": "several_against_one",
        "accounts.0.party_id": school.mother,
        "accounts.0.account": "Han sover dårlig.",
        "accounts.1.party_id": school.father,
        "accounts.1.account": "Fortalt på telefon: hemmelig for Kari.",
        "viewpoints.0.about": "Hvor lenge",
        "viewpoints.0.views.0.party_id": "school",
        "viewpoints.0.views.0.text": "Siden i høst.",
        "viewpoints.0.views.1.party_id": school.mother,
        "viewpoints.0.views.1.text": "Siden sjette trinn.",
        "viewpoints.0.views.2.party_id": school.father,
        "viewpoints.0.views.2.text": "Siden jul.",
        "viewpoints.0.agreement": "partly",
        "pupil_account": "Jeg går omveien.",
        "covered": ["listened", "routine_explained", "known_facts_told", "next_steps_told"],
        "agreements.0.what": "Følge i garderoben",
        "agreements.0.who": "Tone",
        "agreements.0.by": "18.11.2026",
        "rights_given": "yes",
        "next_meeting_on": "2026-11-25",
        **more,
    }


async def held(school: School, **more: Any) -> str:
    meeting = await school.calls()
    school.set_clock(AT_TWO)
    answer = await school.as_("rektor").post(f"/meetings/{meeting}/hold", room(school, **more))
    assert (answer.status_code, answer.headers.get("location")) == (303, f"/meetings/{meeting}/minutes")
    return meeting


async def approved(school: School, **more: Any) -> str:
    meeting = await held(school, **more)
    answer = await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    assert answer.status_code == 303
    return meeting


async def test_the_room_is_one_page_with_who_is_here_and_one_large_box(school: School) -> None:
    meeting = await school.calls()
    page = await school.as_("rektor").get(f"/meetings/{meeting}/hold")
    assert page.status_code == 200
    for shown in ("Hvem er her", "Kari Dahl", "Ola Nordmann", "Det vi snakker om", "Det vi ser ulikt på"):
        assert shown in page.text
    assert f'data-autosave="/meetings/{meeting}/draft"' in page.text
    assert (await school.as_("mother").get(f"/meetings/{meeting}/hold")).status_code == 403


async def test_a_draft_always_saves_and_says_nothing_to_anybody(school: School) -> None:
    meeting = await school.calls()
    rektor = school.as_("rektor")
    saved = await rektor.post(
        f"/meetings/{meeting}/draft",
        {"seen": "0", "notes": "Halvveis", f"attendance.{school.mother}": "present"},
    )
    assert saved.status_code == 204
    assert (await school.minutes(meeting)).content.notes == "Halvveis"
    page = await rektor.get(f"/meetings/{meeting}/hold")
    assert "Halvveis" in page.text
    assert await school.events(MeetingHeldV1) == []
    assert await school.events(CaseMinutesApprovedV1) == []


async def test_two_who_write_at_once_notice_each_other(school: School) -> None:
    meeting = await school.calls()
    path = f"/meetings/{meeting}/draft"
    assert (await school.as_("rektor").post(path, {"seen": "0", "notes": "Min"})).status_code == 204
    assert (await school.as_("rektor").post(path, {"seen": "0", "notes": "Min igjen"})).status_code == 204
    assert (await school.as_("teacher").post(path, {"seen": "0", "notes": "Din"})).status_code == 409
    assert (await school.minutes(meeting)).content.notes == "Min igjen"
    shown = await school.as_("teacher").post(f"/meetings/{meeting}/hold", {"seen": "0", "notes": "Din"})
    assert shown.status_code == 409
    assert "Din" in shown.text


async def test_attendance_is_told_once_when_the_meeting_is_done(school: School) -> None:
    await held(school)
    [event] = await school.events(MeetingHeldV1)
    came = {one.person_id: one.status for one in event.attendance}
    assert came == {school.mother: "present", school.father: "absent", school.rektor: "present"}
    tasks = [one.code for one in await school.events(MeetingsTaskOpenedV1)]
    assert tasks == ["meeting-today", "minutes-to-write", "debrief-to-hold", "look-in-on-staff"]


@pytest.mark.requirement("R12")
async def test_each_party_reads_a_version_without_the_other_partys_name_or_account(school: School) -> None:
    meeting = await approved(school)
    mine = (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    his = (await school.as_("father").get(f"/meetings/{meeting}/minutes")).text
    assert "Han sover dårlig" in mine
    assert "hemmelig for Kari" not in mine
    for other in ("Nordmann", "Ola", school.father):
        assert other not in mine
    for other in ("Kari", "Dahl", school.mother, "Han sover"):
        assert other not in his
    assert "en annen forelder kunne ikke komme" in mine
    assert (await school.as_("other_mother").get(f"/meetings/{meeting}/minutes")).status_code == 404
    assert "Nordmann" not in (await school.as_("mother").get(f"/meetings/{meeting}")).text
    [event] = await school.events(CaseMinutesApprovedV1)
    assert {one.person_id for one in event.parties} == {school.mother, school.father, school.rektor}
    assert "garderoben" not in event.model_dump_json()


@pytest.mark.requirement("R18")
async def test_both_views_stand_side_by_side_in_every_version_and_cannot_be_removed(school: School) -> None:
    meeting = await held(school)
    gone = {"seen": "9", "then": "save", "viewpoints.0.about": "Hvor lenge"}
    await school.as_("rektor").post(f"/meetings/{meeting}/hold", gone)
    await school.as_("rektor").post(f"/meetings/{meeting}/hold", {"seen": "9", "then": "save"})
    await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    for who in ("mother", "father", "rektor"):
        page = (await school.as_(who).get(f"/meetings/{meeting}/minutes")).text
        for view in ("Siden i høst.", "Siden sjette trinn.", "Siden jul."):
            assert view in page
    assert (
        "Slik ser en annen forelder det"
        in (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    )
    deleting = await school.as_("rektor").api("DELETE", f"/{meeting}/minutes")
    assert deleting.status_code == 405


@pytest.mark.requirement("R11")
async def test_approved_minutes_cannot_be_changed_and_an_addition_keeps_the_original(school: School) -> None:
    meeting = await approved(school)
    rektor = school.as_("rektor")
    late = await rektor.api("PUT", f"/{meeting}/minutes", {"content": {"notes": "Omskrevet"}})
    assert (late.status_code, late.json()["code"]) == (409, "minutes-are-approved")
    assert (await rektor.post(f"/meetings/{meeting}/draft", {"notes": "Omskrevet"})).status_code == 409
    added = await rektor.post(f"/meetings/{meeting}/additions", {"text": "Det var den 13."})
    assert added.status_code == 303
    page = (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    assert "Det var den 13." in page
    assert "Sekken ble tømt i garderoben." in page
    assert len(await school.events(CaseMinutesApprovedV1)) == 1


@pytest.mark.requirement("R7")
async def test_a_fact_without_source_is_marked_and_listed_and_approved_with_a_trace(school: School) -> None:
    blank = {"facts.0.source": "", "facts.0.occurred_on": ""}
    meeting = await held(school, **blank, **{"facts.0.text": "Han er alltid slem."})
    page = (await school.as_("rektor").get(f"/meetings/{meeting}/minutes")).text
    assert "Kilden til en opplysning" in page
    assert "ukjent kilde" in page
    assert "alltid, slem" in page
    await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    [event] = await school.events(CaseMinutesApprovedV1)
    assert {"fact-source", "fact-date"} <= set(event.missing)


@pytest.mark.requirement("R13")
async def test_approved_without_a_next_date_becomes_a_task_and_the_family_is_told_by_when(
    school: School,
) -> None:
    meeting = await approved(school, next_meeting_on="")
    opened = [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "next-meeting-to-agree"]
    assert [one.owner_id for one in opened] == [school.teacher]
    family = (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    assert "Vi foreslår en dag senest onsdag 18. november." in family
    agreed = await school.as_("rektor").post(f"/meetings/{meeting}/next-meeting", {"on": "2026-11-26"})
    assert agreed.status_code == 303
    assert opened[0].task_id in [one.task_id for one in await school.events(MeetingsTaskClosedV1)]
    assert "26. november" in (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text


@pytest.mark.requirement("R17")
async def test_without_the_pupils_account_or_a_reason_it_stands_on_the_list(school: School) -> None:
    meeting = await held(school, pupil_account="")
    missing = (await school.as_("rektor").api("GET", f"/{meeting}/minutes")).json()["missing"]
    assert missing == ["account-pupil"]
    await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    tasks = [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "minutes-gap"]
    assert len(tasks) == 1
    await school.as_("rektor").post(
        f"/meetings/{meeting}/additions", {"text": "Aksel er hørt nå.", "gap": "account-pupil"}
    )
    assert tasks[0].task_id in [one.task_id for one in await school.events(MeetingsTaskClosedV1)]


@pytest.mark.requirement("R8")
async def test_what_was_not_covered_when_the_family_made_contact_leaves_a_trace(school: School) -> None:
    meeting = await held(school, covered=["listened"])
    page = (await school.as_("rektor").get(f"/meetings/{meeting}/minutes")).text
    assert "Ikke dekket: hvordan skolen går fram" in page
    await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    [event] = await school.events(CaseMinutesApprovedV1)
    assert set(event.missing) == {
        "not-covered-routine-explained",
        "not-covered-known-facts-told",
        "not-covered-next-steps-told",
    }


async def test_what_was_said_crosses_sealed_and_whole(school: School) -> None:
    await approved(school)
    [event] = await school.events(CaseMinutesApprovedV1)
    assert event.missing == ()
    assert str(event.next_meeting_on) == "2026-11-25"
    [words] = await school.words(CaseMinutesApprovedV1)
    assert [(fact.text, fact.source, fact.criteria) for fact in words.facts] == [
        ("Sekken ble tømt i garderoben.", "guardian", ("several_against_one",))
    ]
    accounts = {one.party_id: one for one in words.accounts}
    assert accounts[school.mother].account == "Han sover dårlig."
    assert accounts[school.mother].view == "Hvor lenge: Siden sjette trinn."
    assert accounts["school"].view == "Hvor lenge: Siden i høst."
    assert accounts["pupil"].account == "Jeg går omveien."
    assert [one.what for one in words.agreements] == ["Følge i garderoben"]


async def test_a_family_sees_no_minutes_before_they_are_approved(school: School) -> None:
    meeting = await held(school)
    page = await school.as_("mother").get(f"/meetings/{meeting}/minutes")
    assert "Referatet er ikke klart ennå" in page.text
    assert "garderoben" not in page.text


async def test_after_a_meeting_without_a_word_it_stands_under_write(school: School) -> None:
    await school.calls(hour="15:00")
    assert [one.code for one in await school.events(MeetingsTaskOpenedV1)] == ["meeting-today"]
    await school.turn_clock(AT_TWO.replace(hour=16))
    codes = [one.code for one in await school.events(MeetingsTaskOpenedV1)]
    assert codes[-1] == "minutes-to-write"
    assert len(await school.events(MeetingsTaskClosedV1)) >= 1


async def test_every_word_that_was_typed_is_kept_as_it_was(school: School) -> None:
    meeting = await school.calls()
    said = "It is required that <b>everyone</b> & all read this; required is required"
    await school.as_("rektor").post(f"/meetings/{meeting}/draft", {"notes": said, "seen": "0"})
    page = (await school.as_("rektor").get(f"/meetings/{meeting}/hold")).text
    assert html.escape(said) in page
    assert "<b>everyone" not in page


async def test_a_late_first_meeting_without_a_reason_stands_on_the_list(school: School) -> None:
    late = await school.calls(day="2026-11-24")
    assert "late-reason" in (await school.as_("rektor").api("GET", f"/{late}/minutes")).json()["missing"]
    second = await school.calls(day="2026-12-01")
    assert (
        "late-reason" not in (await school.as_("rektor").api("GET", f"/{second}/minutes")).json()["missing"]
    )


async def test_a_late_first_meeting_with_its_reason_does_not(school: School) -> None:
    late = await school.calls(day="2026-11-24", reason="Familien var bortreist")
    assert "late-reason" not in (await school.as_("rektor").api("GET", f"/{late}/minutes")).json()["missing"]


def long_facts(letters: int) -> dict[str, str]:
    """Facts of so many letters in all, each as long as one may be."""
    return {f"facts.{number}.text": "å" * 4000 for number in range(letters // 4000)}


async def test_more_than_can_be_told_is_refused_with_its_limit_and_what_was_typed_is_kept(
    school: School,
) -> None:
    meeting = await school.calls()
    rektor = school.as_("rektor")
    page = await rektor.post(f"/meetings/{meeting}/hold", room(school, **long_facts(80_000)))
    assert page.status_code == 413
    assert "128 kB" in page.text
    assert page.text.count("å" * 4000) == 20
    assert (await school.house.minutes_of(await school.house.meeting(meeting))).edition == 0
    body = {"content": {"facts": [{"text": "å" * 4000} for _ in range(20)]}, "edition": 0}
    answer = await rektor.api("PUT", f"/{meeting}/minutes", body)
    assert (answer.status_code, answer.json()["code"]) == (413, "written-too-much")


async def test_as_much_as_may_be_written_can_be_approved(school: School) -> None:
    meeting = await approved(school, **long_facts(56_000))
    assert [one.meeting_id for one in await school.events(CaseMinutesApprovedV1)] == [meeting]


async def test_whoever_signed_out_elsewhere_is_signed_out_here(school: School) -> None:
    meeting = await school.calls()
    headers = {"cookie": school.as_("rektor")._cookies, "accept": "application/json"}
    path = f"/api/meetings/{meeting}/minutes"
    await signs_out_everywhere(school.service.kernel, school.http, headers, path)


async def test_what_was_left_when_a_process_died_after_approving_is_done(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting_id = await held(school)
    with monkeypatch.context() as dying:
        dying.setattr(Meeting, "minuted", _dies)
        answer = await school.as_("rektor").post(f"/meetings/{meeting_id}/approval")
        assert answer.status_code == 500
    assert await _writing(school) == 1
    [approved_now] = await school.events(CaseMinutesApprovedV1)
    heard = school.heard(approved_now)
    for _ in range(2):
        await school.hears_again(heard)
    assert await _writing(school) == 0
    assert len(await school.events(CaseMinutesApprovedV1)) == 1


def _dies(*_: Any, **__: Any) -> None:
    raise RuntimeError


async def _writing(school: School) -> int:
    """How many are still asked to write minutes."""
    opened = [
        one.task_id for one in await school.events(MeetingsTaskOpenedV1) if one.code == "minutes-to-write"
    ]
    closed = {one.task_id for one in await school.events(MeetingsTaskClosedV1)}
    return len([one for one in opened if one not in closed])


@pytest.mark.requirement("R13")
async def test_a_next_date_agreed_afterwards_is_told_and_takes_nothing_away(school: School) -> None:
    meeting = await approved(school)
    rektor = school.as_("rektor")
    for day in ("2026-11-26", "2026-11-27", "2026-11-27"):
        answer = await rektor.api("PUT", f"/{meeting}/minutes/next-meeting", {"on": day})
        assert answer.status_code == 204
    told = [str(one.next_meeting_on) for one in await school.events(NextMeetingAgreedV1)]
    assert told == ["2026-11-26", "2026-11-27"]
    minutes = await school.minutes(meeting)
    assert [str(one.on) for one in minutes.agreed_after] == told
    assert str(minutes.content.next_meeting_on) == "2026-11-25"
