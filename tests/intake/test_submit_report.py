"""One sentence is enough, the same key is the same report, and what cannot be taken says why."""

import asyncio

import pytest

from services.intake.domain.directory_entry import directory_id
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.intake import CaseOpenedV1, ReportReceivedV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id, school_id

pytestmark = pytest.mark.stack


@pytest.mark.requirement("R2")
async def test_a_report_of_one_sentence_is_taken_and_gets_a_receipt(town: Town) -> None:
    mother = town.door("mother", "guardian")
    page = await mother.get("/report")
    assert page.status == 200
    assert "Mitt barn: Aksel" in page.text
    sent = await mother.post(
        "/report",
        about=person_id("pupil"),
        text="Aksel gruer seg.",
        told_as="guardian",
        idempotency_key=page.field("idempotency_key"),
    )
    assert sent.status == 303
    receipt = await mother.get(sent.location)
    assert "Takk for at du sier fra" in receipt.text
    assert "2026-0" in receipt.text
    assert "Anne Berg ringer deg" in receipt.text
    assert "senest i morgen" in receipt.text


@pytest.mark.requirement("P3")
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize(
    ("key", "hat"), [("mother", "guardian"), ("contact_teacher", "staff"), ("pupil", "pupil")]
)
async def test_whom_to_ring_in_danger_stands_on_every_form(
    town: Town, key: str, hat: str, language: str
) -> None:
    page = await town.door(key, hat, language).get("/report")  # type: ignore[arg-type]
    for number in ("tel:112", "tel:113", "tel:116111"):
        assert number in page.html
    assert any(word in page.text.lower() for word in ("ombudet", "ombodet", "ombud"))
    assert "data-leave" in page.html


@pytest.mark.requirement("P3")
async def test_a_pupils_page_leaves_no_title_behind(town: Town) -> None:
    page = await town.door("pupil", "pupil").get("/report")
    title = page.html.split("<title>")[1].split("</title>")[0]
    assert title == "Side – Samspill"


async def test_the_same_key_twice_is_the_same_case(town: Town) -> None:
    mother = town.door("mother", "guardian")
    body = {"pupil_ids": [person_id("pupil")], "text": "En setning.", "told_as": "guardian"}
    key = new_id("key")
    first, second = await asyncio.gather(*(mother.send("/reports", body, key=key) for _ in range(2)))
    third = await mother.send("/reports", body, key=key)
    assert first.status_code == second.status_code == third.status_code == 201
    assert first.json() == second.json() == third.json()


async def test_the_same_key_from_another_is_another_report(town: Town) -> None:
    key = new_id("key")
    body = {"pupil_ids": [person_id("pupil")], "text": "En setning.", "told_as": "guardian"}
    hers = await town.door("mother", "guardian").send("/reports", body, key=key)
    his = await town.door("father", "guardian").send("/reports", body, key=key)
    assert hers.json()["report_id"] != his.json()["report_id"]


@pytest.mark.requirement("B4")
@pytest.mark.parametrize("at_once", [16, 128])
async def test_reports_at_once_are_all_stored_with_numbers_of_their_own(town: Town, at_once: int) -> None:
    mother = town.door("mother", "guardian")
    body = {"pupil_ids": [person_id("pupil")], "text": "En setning.", "told_as": "guardian"}
    answers = await asyncio.gather(
        *(mother.send("/reports", body, key=new_id("key")) for _ in range(at_once))
    )
    assert {one.status_code for one in answers} == {201}
    assert len({one.json()["cases"][0]["number"] for one in answers}) == at_once
    ids = [one.json()["report_id"] for one in answers]
    assert await town.house.reports.count({"_id": {"$in": ids}}) == at_once
    await town.house.reports.collection.update_many({"_id": {"$in": ids}}, {"$set": {"ob": []}})


@pytest.mark.parametrize(
    ("changed", "field", "code"),
    [
        ({"text": ""}, "text", "too-short"),
        ({"text": "x" * 5001}, "text", "too-long"),
        ({"told_as": "nobody"}, "told_as", "not-a-choice"),
        ({"pupil_ids": [new_id("person")]}, "pupil_ids", "unknown-pupil"),
        ({"pupil_ids": [person_id("other_pupil")]}, "pupil_ids", "unknown-pupil"),
        ({"pupil_ids": [], "school_id": new_id("school")}, "school_id", "unknown-school"),
        ({"pupil_ids": []}, "school_id", "required"),
        ({"more": 1}, "more", "unknown"),
    ],
)
async def test_what_cannot_be_taken_names_the_field(
    town: Town, changed: dict[str, object], field: str, code: str
) -> None:
    body = {"pupil_ids": [person_id("pupil")], "text": "En setning.", "told_as": "guardian"} | changed
    answer = await town.door("mother", "guardian").send("/reports", body, key=new_id("key"))
    assert answer.status_code == 422
    assert [(one["field"], one["code"]) for one in answer.json()["errors"]] == [
        (field, code)
    ] or field == "more"
    assert "x" * 50 not in answer.text


async def test_on_the_page_what_was_typed_is_kept_and_the_fault_is_said(town: Town) -> None:
    mother = town.door("mother", "guardian")
    page = await mother.post(
        "/report", text="Aksel gruer seg.", told_as="guardian", idempotency_key=new_id("key")
    )
    assert page.status == 422
    assert "Aksel gruer seg." in page.html
    assert "Fyll ut dette feltet" in page.text


async def test_nobody_is_signed_in_and_is_sent_to_do_so(town: Town) -> None:
    page = await town.door(None).get("/report")
    assert (page.status, page.location) == (303, "/sign-in?to=/report")
    answer = await town.door(None).send("/reports", {}, key=new_id("key"))
    assert answer.status_code == 401


async def test_anothers_receipt_is_not_there(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    page = await town.door("stranger", "guardian").get(told["receipt"])
    assert page.status == 404


async def test_each_child_of_a_report_gets_a_case_of_its_own(town: Town) -> None:
    teacher = town.door("contact_teacher")
    told = await teacher.tells(pupil_ids=[person_id("pupil"), person_id("other_pupil")], told_as="staff")
    for one in told["cases"]:
        opened = town.said_of(CaseOpenedV1, one["case_id"])
        assert [(it.number, it.pupil_id) for it in opened] == [(one["number"], one["pupil_id"])]
        assert town.said_of(AccessSnapshotV1, one["case_id"])


async def test_a_report_about_somebody_the_reporter_cannot_point_to_still_opens_a_case(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(
        pupil_ids=[], school_id=school_id(), about="Gutten i 8C"
    )
    opened = town.said_of(CaseOpenedV1, told["cases"][0]["case_id"])
    assert [it.pupil_id for it in opened] == [None]


@pytest.mark.requirement("P11")
async def test_the_week_begins_when_it_was_sent_whoever_reads_it_and_whenever(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    received = town.said_of(ReportReceivedV1, case_id)[0]
    assert received.raised_with_rektor_at == received.at == town.clock.now()
    before = await town.house.cases.get(case_id)
    await town.door("deputy").get(f"/cases/{case_id}")
    after = await town.house.cases.get(case_id)
    assert before is not None
    assert after is not None
    assert after.raised_with_rektor_at == before.raised_with_rektor_at == received.at


async def test_words_are_sealed_at_rest_and_stay_off_the_topics(town: Town) -> None:
    canary = "Kanarifuglen synger i trappa"
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")], text=canary)
    raw = await town.kernel.database["reports"].find_one({"_id": told["report_id"]})
    assert canary not in repr(raw)
    assert not any(canary.encode() in value for _, _, value in town.said)


def test_the_same_school_has_one_id() -> None:
    assert directory_id("school", "org-lillevik-skole") == school_id()
