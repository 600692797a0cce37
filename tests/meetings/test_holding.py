"""In the room: first what is heard; what nobody agrees on is seen to the same day; criticism is answered."""

from typing import Any

import pytest

from services.meetings.commands import hold_meeting as holding
from shared.contracts.meetings import (
    CaseMinutesApprovedV1,
    CriticismAnsweredV1,
    CriticismRaisedV1,
    MeanwhileToldV1,
    MeetingHeldV1,
)
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from tests.meetings.school import AT_TWO, School
from tests.meetings.test_minutes import approved, held, room

pytestmark = pytest.mark.stack

APART = {"outcome": "not_agreed", "next_meeting_on": ""}
MEANWHILE = {
    "meanwhile.0.what": "Følge i garderoben",
    "meanwhile.0.who": "Tone",
    "meanwhile.0.when": "hver dag",
    "next_meeting_on": "2026-11-19",
}


async def tasks(school: School, code: str) -> list[Any]:
    return [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == code]


async def closed(school: School) -> set[str]:
    return {one.task_id for one in await school.events(MeetingsTaskClosedV1)}


@pytest.mark.requirement("R19")
async def test_the_form_hears_first_and_solves_afterwards(school: School) -> None:
    meeting = await school.calls()
    page = (await school.as_("rektor").get(f"/meetings/{meeting}/hold")).text
    order = [
        "Beskrivelser",
        "Det vi lurer på",
        "Det skolen skal undersøke",
        "Det vi gjør med en gang",
        "Avtaler",
    ]
    places = [page.index(f"<summary>{name}") for name in order]
    assert places == sorted(places)
    assert page.index('id="field-notes"') < places[0]


async def test_everybody_is_ticked_off_in_one_tap_and_who_was_absent_stays_absent(school: School) -> None:
    meeting = await school.calls()
    form = {"seen": "0", "then": "everyone", f"attendance.{school.father}": "absent", "notes": "Så langt"}
    answer = await school.as_("rektor").post(f"/meetings/{meeting}/hold", form)
    assert answer.headers["location"] == f"/meetings/{meeting}/hold#who"
    kept = (await school.house.meeting(meeting)).attendance
    assert kept == {school.mother: "present", school.father: "absent", school.rektor: "present"}
    assert (await school.minutes(meeting)).content.notes == "Så langt"
    assert await school.events(MeetingHeldV1) == []


async def test_the_second_writer_sees_what_the_first_wrote_and_loses_nothing(school: School) -> None:
    meeting = await school.calls()
    path = f"/meetings/{meeting}/hold"
    first = {"seen": "0", "notes": "Rektors ord", "facts.0.text": "Sekken ble tømt."}
    assert (await school.as_("rektor").post(path, first)).status_code == 303
    shown = await school.as_("teacher").post(path, {"seen": "0", "notes": "Lærerens ord"})
    assert shown.status_code == 409
    assert "Anne Berg har også skrevet her" in shown.text
    for word in ("Rektors ord", "Sekken ble tømt.", "Lærerens ord"):
        assert word in shown.text
    again = {"seen": "1", "notes": "Lærerens ord og rektors ord", "facts.0.text": "Sekken ble tømt."}
    assert 'name="seen" value="1"' in shown.text
    assert (await school.as_("teacher").post(path, again)).status_code == 303
    assert (await school.minutes(meeting)).content.notes == "Lærerens ord og rektors ord"


@pytest.mark.requirement("R24")
async def test_where_we_do_not_agree_the_home_is_told_the_same_day_what_happens(school: School) -> None:
    meeting = await school.calls()
    school.set_clock(AT_TWO)
    path, rektor = f"/meetings/{meeting}/hold", school.as_("rektor")
    asked = await rektor.post(path, room(school, **APART))
    assert asked.status_code == 409
    assert "Da trenger familien å vite dette i dag" in asked.text
    assert await school.events(MeetingHeldV1) == []
    anyway = await rektor.post(path, room(school, **APART, confirmed="yes"))
    assert anyway.status_code == 303
    gaps = [*await tasks(school, "minutes-gap"), *await tasks(school, "next-meeting-to-agree")]
    assert [one.due_at.date().isoformat() for one in gaps] == ["2026-11-16", "2026-11-16"]
    assert await school.events(MeanwhileToldV1) == []
    filled = await rektor.post(path, room(school, **{**APART, **MEANWHILE}, then="save"))
    assert filled.status_code == 303
    assert {one.task_id for one in gaps} <= await closed(school)
    [told] = await school.events(MeanwhileToldV1)
    assert set(told.person_ids) == {school.mother, school.father}
    assert (str(told.next_meeting_on), told.at.date().isoformat()) == ("2026-11-19", "2026-11-16")
    family = (await school.as_("father").get(f"/meetings/{meeting}/minutes")).text
    assert "Følge i garderoben" in family
    assert "Referatet er ikke klart ennå" in family
    assert "Sekken" not in family
    await rektor.post(path, room(school, **{**APART, **MEANWHILE}))
    assert len(await school.events(MeanwhileToldV1)) == 1


@pytest.mark.requirement("R17")
async def test_what_is_unclear_becomes_a_task_and_the_answer_stands_in_the_minutes(school: School) -> None:
    meeting = await approved(school, unclear="Hvem var der Ola Nordmann så det?\nHvor lenge?")
    open_ = await tasks(school, "unclear-to-find-out")
    assert [one.owner_id for one in open_] == [school.teacher] * 2
    assert all(one.due_at is not None for one in open_)
    page = await school.as_("teacher").get(open_[1].path)
    assert "Hvor lenge?" in page.text
    answered = await school.as_("teacher").post(open_[1].path, {"answer": "Siden sjette trinn."})
    assert answered.status_code == 303
    assert open_[1].task_id in await closed(school)
    mother = (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    assert "Siden sjette trinn." in mother
    assert "Nordmann" not in mother
    assert (await school.as_("mother").get(open_[1].path)).status_code == 404


@pytest.mark.requirement("R20")
async def test_criticism_is_leaderships_to_answer_by_a_date_and_the_answer_goes_to_the_parents(
    school: School,
) -> None:
    critical = {
        "criticism.0.text": "Dere svarte ikke på tre uker.",
        "criticism.0.answer_by": "20.11.2026",
    }
    meeting = await held(school, **critical)
    [event] = await school.events(CriticismRaisedV1)
    [task] = await tasks(school, "criticism-to-answer")
    assert (task.owner_id, event.owner_id, event.concerns) == (school.rektor, school.rektor, "school")
    assert task.due_at == event.answer_by
    assert task.due_at.date().isoformat() == "2026-11-20"
    assert "tre uker" not in event.model_dump_json()
    assert (await school.as_("teacher").get(task.path)).status_code == 403
    blank = await school.as_("rektor").post(task.path, {"answer": " "})
    assert blank.status_code == 422
    await school.as_("rektor").post(task.path, {"answer": "Det burde vi ha gjort."})
    [answered] = await school.events(CriticismAnsweredV1)
    assert set(answered.person_ids) == {school.mother, school.father}
    await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    assert "Det burde vi ha gjort." in (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    assert len(await tasks(school, "criticism-to-answer")) == 1


@pytest.mark.requirement("R20")
async def test_criticism_of_the_rektor_is_the_owners_and_what_concerns_an_offence_goes_its_own_way(
    school: School,
) -> None:
    owner = await school.lists("owner", "Eva", "Ek", "staff")
    await school.owns("owner")
    said = {
        "criticism.0.text": "Rektor hørte ikke etter.",
        "criticism.0.concerns": "rektor",
        "criticism.0.party_id": school.mother,
        "criticism.1.text": "En lærer rev i ham.",
        "criticism.1.concerns": "staff_offends",
    }
    meeting = await approved(school, **said)
    [task] = await tasks(school, "criticism-to-answer")
    assert task.owner_id == owner
    assert (await school.as_("owner").get(task.path)).status_code == 200
    assert (await school.as_("rektor").get(task.path)).status_code == 404
    [report] = await tasks(school, "staff-offends-to-report")
    assert (report.owner_id, report.path, report.due_at.date()) == (school.rektor, "/report", AT_TWO.date())
    assert "Rektor hørte ikke" in (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    assert "Rektor hørte ikke" not in (await school.as_("father").get(f"/meetings/{meeting}/minutes")).text


@pytest.mark.requirement("R28")
async def test_what_the_home_does_is_voluntary_and_what_the_school_does_is_a_task(school: School) -> None:
    agreed = {
        "agreements.0.who_id": school.mother,
        "agreements.0.what": "Snakke om uka på søndag",
        "agreements.1.what": "Følge til garderoben",
        "agreements.1.who_id": school.rektor,
        "agreements.1.by": "2026-11-18",
    }
    meeting = await approved(school, **agreed)
    [words] = await school.words(CaseMinutesApprovedV1)
    assert [(one.what, one.voluntary) for one in words.agreements] == [
        ("Snakke om uka på søndag", True),
        ("Følge til garderoben", False),
    ]
    [task] = await tasks(school, "agreement-to-keep")
    assert (task.owner_id, task.due_at.date().isoformat()) == (school.rektor, "2026-11-18")
    for who in ("mother", "father", "rektor"):
        page = (await school.as_(who).get(f"/meetings/{meeting}/minutes")).text
        line = page[page.index("Snakke om uka") :]
        assert "frivillig" in line[: line.index("</li>")]


async def test_what_the_school_did_not_know_and_said_it_would_look_into_crosses_with_the_minutes(
    school: School,
) -> None:
    said = {
        "viewpoints.0.new_information": "yes",
        "examine.0.what": "Hvem er i garderoben etter gym",
        "examine.0.who_id": school.rektor,
        "examine.0.by": "2026-11-20",
    }
    await approved(school, **said)
    [words] = await school.words(CaseMinutesApprovedV1)
    assert [(one.what, one.person_id) for one in words.examinations] == [
        ("Hvem er i garderoben etter gym", school.rektor),
        ("Hvor lenge", school.rektor),
    ]


@pytest.mark.requirement("R33")
async def test_rights_are_told_of_with_text_language_whom_and_when(school: School) -> None:
    meeting = await held(school, rights_to=[school.mother, "pupil"], rights_language="nn")
    await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    [event] = await school.events(CaseMinutesApprovedV1)
    assert (event.rights_version, event.rights_language) == ("2026-08", "nn")
    assert event.rights_given_to == (school.mother, "pupil")
    page = (await school.as_("rektor").get(f"/meetings/{meeting}/minutes")).text
    assert "Fortalt om rettighetene mandag 16. november kl. 14.00 til Kari Dahl, eleven" in page
    mother = (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    assert "Saken kan meldes fra mandag 23. november" in mother


async def test_without_a_word_on_rights_it_stands_on_the_list(school: School) -> None:
    meeting = await held(school, rights_given="")
    assert "rights" in (await school.as_("rektor").api("GET", f"/{meeting}/minutes")).json()["missing"]


async def test_what_a_process_that_died_left_undone_is_done_once(
    school: School, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dies(*_: Any, **__: Any) -> None:
        raise RuntimeError

    meeting = await school.calls()
    school.set_clock(AT_TWO)
    form = room(school, **{"criticism.0.text": "Ingen svarte."}, **{**APART, **MEANWHILE})
    with monkeypatch.context() as dying:
        dying.setattr(holding, "raise_criticism", dies)
        answer = await school.as_("rektor").post(f"/meetings/{meeting}/hold", form)
        assert answer.status_code == 500
    assert await school.events(CriticismRaisedV1) == []
    [happened] = await school.events(MeetingHeldV1)
    heard = school.heard(happened)
    for _ in range(2):
        await school.hears_again(heard)
    assert len(await school.events(CriticismRaisedV1)) == 1
    assert len(await school.events(MeanwhileToldV1)) == 1
