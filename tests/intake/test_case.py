"""The case: facts with their sources, what is missing, the story, and what minutes bring."""

from datetime import date, timedelta

import pytest

from shared.contracts.intake import FactRecordedV1, InvestigationStepChangedV1
from shared.contracts.meetings import (
    CaseMinutesApprovedV1,
    CaseMinutesWords,
    InvitationIssuedV1,
    MeetingCalledV1,
    MinutedAccount,
    MinutedAgreement,
    MinutedExamination,
    MinutedFact,
    NextMeetingAgreedV1,
)
from shared.contracts.notify import LetterSentV1
from shared.identifiers import new_id
from tests.intake.town import Town, person_id, school_id

pytestmark = pytest.mark.stack


@pytest.fixture
async def case_id(town: Town) -> str:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    return str(told["cases"][0]["case_id"])


@pytest.mark.requirement("R7")
async def test_a_fact_without_source_is_kept_and_stands_on_the_list_of_what_is_missing(
    town: Town, case_id: str
) -> None:
    rektor = town.door("rektor")
    form = await rektor.get(f"/cases/{case_id}/facts/new")
    answer = await rektor.post(
        f"/cases/{case_id}/facts",
        text="Tre elever stengte Aksel ute fra garderoben.",
        where="Garderoben",
        assessment="Det ser planlagt ut.",
        idempotency_key=form.field("idempotency_key"),
    )
    assert answer.status == 303
    page = await rektor.get(f"/cases/{case_id}")
    assert "Et faktum uten kilde" in page.text
    assert "Mangler kilde" in page.text
    assert "ukjent dato" in page.text
    assert "Vurdering: Det ser planlagt ut." in page.text


@pytest.mark.requirement("R7")
async def test_a_fact_is_said_once_with_its_criteria_and_its_words_sealed(town: Town, case_id: str) -> None:
    rektor = town.door("rektor")
    body = {
        "text": "Kanarifuglen ble slått",
        "source": "pupil",
        "occurred_on": "2026-11-13",
        "criteria": ["violent"],
    }
    key = new_id("key")
    first = await rektor.send(f"/cases/{case_id}/facts", body, key=key)
    again = await rektor.send(f"/cases/{case_id}/facts", body, key=key)
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    await town.deliver()
    said = town.said_of(FactRecordedV1, case_id)
    assert [(one.source, one.occurred_on, one.criteria) for one in said] == [
        ("pupil", date(2026, 11, 13), ("violent",))
    ]
    assert not any(b"Kanarifuglen" in value for _, _, value in town.said)
    assert "voldelig" in (await rektor.get(f"/cases/{case_id}")).text


@pytest.mark.requirement("R17")
async def test_without_the_pupils_own_words_or_a_reason_it_is_on_the_list(town: Town, case_id: str) -> None:
    rektor = town.door("rektor")
    assert "Elevens egen beskrivelse" in (await rektor.get(f"/cases/{case_id}")).text
    assert (await rektor.post(f"/cases/{case_id}/account")).status == 422
    told = await rektor.post(f"/cases/{case_id}/account", account="Jeg spiser alene.", told_on="2026-11-16")
    assert told.status == 303
    page = await rektor.get(f"/cases/{case_id}")
    assert "Jeg spiser alene." in page.text
    assert "fortalt til Anne Berg" in page.text
    assert "Elevens egen beskrivelse" not in page.text


async def test_approved_minutes_become_facts_accounts_and_agreements_once(town: Town, case_id: str) -> None:
    case = await town.house.cases.get(case_id)
    assert case is not None
    event = CaseMinutesApprovedV1(
        case_id=case_id,
        school_id=case.school_id,
        at=town.clock.now(),
        by=person_id("rektor"),
        meeting_id=new_id("meeting"),
        kind="first",
        minutes_id=new_id("minutes"),
        contact_id=person_id("rektor"),
        parties=(),
    )
    words = CaseMinutesWords(
        facts=(
            MinutedFact(
                fact_id=new_id("fact"), text="Stengt ute fredag.", source="pupil", criteria=("long_lasting",)
            ),
        ),
        accounts=(MinutedAccount(party_id=person_id("mother"), account="Han sover ikke.", view="For sent."),),
        agreements=(MinutedAgreement(agreement_id=new_id("agreement"), what="Tone følger i friminuttene"),),
        examinations=(
            MinutedExamination(
                step_id=new_id("step"), what="Hvem er i garderoben", person_id=person_id("rektor")
            ),
        ),
    )
    source = new_id("minutes")
    await town.hears(event, words, source=source)
    await town.hears(event, words, source=source)
    page = await town.door("rektor").get(f"/cases/{case_id}")
    for said in (
        "Stengt ute fredag.",
        "Han sover ikke.",
        "Tone følger i friminuttene",
        "Dato for neste møte",
    ):
        assert said in page.text
    assert [one.criteria for one in town.said_of(FactRecordedV1, case_id)] == [("long_lasting",)]
    [step] = town.said_of(InvestigationStepChangedV1, case_id)
    assert (step.method, step.status, step.person_id) == ("other", "planned", person_id("rektor"))


async def test_the_story_says_who_was_told_of_a_meeting(town: Town, case_id: str) -> None:
    case = await town.house.cases.get(case_id)
    assert case is not None
    starts = town.clock.now() + timedelta(days=1)
    timing = {
        "case_id": case_id,
        "school_id": case.school_id,
        "at": town.clock.now(),
        "by": person_id("rektor"),
        "meeting_id": new_id("meeting"),
        "kind": "first",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=1),
        "contact_id": person_id("rektor"),
        "calendar_uid": "uid",
        "sequence": 0,
    }
    await town.hears(MeetingCalledV1.model_validate({**timing, "approved_by": person_id("rektor")}))
    source = new_id("invitation")
    invitation = {"invitation_id": source, "person_id": person_id("father"), "side": "home", "revision": 1}
    await town.hears(InvitationIssuedV1.model_validate({**timing, **invitation}), source=source)
    letter = LetterSentV1(
        case_id=case_id,
        school_id=case.school_id,
        at=town.clock.now(),
        letter_id=new_id("letter"),
        person_id=person_id("father"),
        letter="meeting-invitation",
        cause=f"{source}:1",
    )
    await town.hears(letter)
    rektor = town.door("rektor")
    page = await rektor.get(f"/cases/{case_id}")
    assert "Møte tirsdag 17. november kl. 12.00" in page.text
    assert "Beskjed til Jon Nordgardsmyr" in page.text
    todo = [one["code"] for one in (await rektor.api("/today")).json()["tasks"] if one["case_id"] == case_id]
    assert "meeting-to-call" not in todo
    family = await town.door("mother", "guardian").get(f"/cases/{case_id}/family")
    assert "Møte på skolen" in family.text
    assert "i morgen kl. 12.00" in family.text


async def test_the_state_of_a_case_can_be_read_by_a_program(town: Town, case_id: str) -> None:
    rektor = town.door("rektor")
    before = (await rektor.api(f"/cases/{case_id}")).json()
    assert (before["state"], before["facts"], before["cards"]) == ("reported", 0, [])
    assert {one["type"] for one in before["events"]} >= {"report-received", "case-opened"}
    assert (await rektor.send(f"/cases/{case_id}/receipt", None)).status_code == 204
    assert (await rektor.api(f"/cases/{case_id}")).json()["state"] == "received"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_every_page_is_there_in_every_language(town: Town, case_id: str, language: str) -> None:
    rektor, mother = town.door("rektor", "staff", language), town.door("mother", "guardian", language)
    for path in ("", "/contact", "/tomorrow", "/facts/new", "/account"):
        assert (await rektor.get(f"/cases/{case_id}{path}")).status == 200
    for path in ("/today", "/cases", "/cases/new-group", "/report", "/directory"):
        assert (await rektor.get(path)).status == 200
    for path in ("/", "/report", f"/cases/{case_id}/family"):
        assert (await mother.get(path)).status == 200
    assert (await town.door(None, "staff", language).get("/sign-in")).status == 200


async def test_a_language_just_chosen_counts_for_the_whole_page(town: Town, case_id: str) -> None:
    page = await town.door("rektor", "staff", "nb").get(f"/cases/{case_id}?lang=nn")
    assert "Kontakt med heimen" in page.text
    assert "Ein forelder sa frå" in page.text
    assert "Kontakt med hjemmet" not in page.text


@pytest.mark.requirement("R13")
async def test_a_next_meeting_agreed_after_the_minutes_is_no_longer_missing(town: Town) -> None:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case_id = told["cases"][0]["case_id"]
    await town.house.cases.change(case_id, lambda it: setattr(it, "next_meeting_missing", True))
    agreed = NextMeetingAgreedV1(
        case_id=case_id,
        school_id=school_id(),
        at=town.clock.now(),
        by=person_id("rektor"),
        meeting_id=new_id("meeting"),
        kind="first",
        minutes_id=new_id("minutes"),
        next_meeting_on=town.house.today(),
    )
    await town.hears(agreed)
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert not case.next_meeting_missing
