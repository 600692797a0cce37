"""What home writes and reads in its own case: own words, the plan, agreements, contact, rights."""

import pytest

from services.intake.domain.rights import RIGHTS_VERSION
from shared.contracts.intake import AccountGivenV1
from shared.contracts.meetings import (
    CaseMinutesApprovedV1,
    CaseMinutesWords,
    MinutedAccount,
    MinutedAgreement,
)
from shared.identifiers import new_id
from tests.intake.course import in_force, opened, state_of, tasks_of, writes
from tests.intake.town import Door, Town, person_id

pytestmark = pytest.mark.stack

WORDS = "Han gruer seg hver morgen, og jeg har ringt tre ganger."


@pytest.fixture
async def case_id(town: Town) -> str:
    return await opened(town)


async def tells(door: Door, case_id: str, text: str = WORDS, do: str = "save") -> str:
    """Write an account at home; its id."""
    path = f"/cases/{case_id}/family/account"
    sent = await door.post(path, text=text, do=do, idempotency_key=new_id("key"))
    assert sent.status == 303, sent.text
    return sent.location.partition("#")[2]


async def minuted(town: Town, case_id: str, words: CaseMinutesWords, seq: int, source: str) -> None:
    case = await town.house.cases.get(case_id)
    assert case is not None
    event = CaseMinutesApprovedV1(
        case_id=case_id,
        school_id=case.school_id,
        at=town.clock.now(),
        by=person_id("rektor"),
        meeting_id=f"meeting_{source}",
        kind="first",
        minutes_id=f"minutes_{source}",
        version=seq,
        contact_id=person_id("rektor"),
        parties=(),
    )
    await town.hears(event, words, source=source, seq=seq)


@pytest.mark.requirement("R16")
async def test_confirmed_words_are_read_only_to_the_school(town: Town, case_id: str) -> None:
    mother, rektor = town.door("mother", "guardian"), town.door("rektor")
    account_id = await tells(mother, case_id)
    path = f"/cases/{case_id}/accounts/{account_id}"
    assert (await rektor.get(path)).status == 200
    mine = f"/cases/{case_id}/family/account/{account_id}"
    for _ in range(2):
        assert (await mother.post(mine, text=WORDS, do="confirm")).status == 303
    assert (await rektor.get(path)).status == 403
    assert (await rektor.post(path, text="Hun overdriver.")).status == 403
    told = {"x-csrf-token": rektor.csrf}
    answer = await rektor.http.put(f"/api/intake{path}", json={"text": "Hun overdriver."}, headers=told)
    assert (answer.status_code, answer.json()["code"]) == (403, "account-confirmed")
    page = await rektor.get(f"/cases/{case_id}")
    assert WORDS in page.text
    assert "overdriver" not in page.text
    await town.deliver()
    assert [one.status for one in town.said_of(AccountGivenV1, case_id)] == ["written", "confirmed"]


@pytest.mark.requirement("R16")
async def test_what_the_school_wrote_down_is_corrected_and_confirmed_at_home(
    town: Town, case_id: str
) -> None:
    mother, rektor = town.door("mother", "guardian"), town.door("rektor")
    written = await rektor.post(
        f"/cases/{case_id}/accounts", party_id=person_id("mother"), text="Mor sier at han sover dårlig."
    )
    assert written.status == 303
    page = await mother.get(f"/cases/{case_id}/family/account")
    assert "Anne Berg har skrevet ned dette for deg" in page.text
    case = await town.house.cases.get(case_id)
    assert case is not None
    (account,) = case.accounts_of(person_id("mother"))
    mine = f"/cases/{case_id}/family/account/{account.id}"
    assert (await mother.post(mine, text="Han sover ikke.", do="confirm")).status == 303
    text = (await rektor.get(f"/cases/{case_id}")).text
    assert "Han sover ikke." in text
    assert "sover dårlig" not in text


@pytest.mark.requirement("R16")
async def test_each_guardian_and_the_pupil_have_a_field_of_their_own(town: Town, case_id: str) -> None:
    doors = {
        "Mors ord.": town.door("mother", "guardian"),
        "Fars ord.": town.door("father", "guardian"),
        "Mine ord.": town.door("pupil", "pupil"),
    }
    ids = {text: await tells(door, case_id, text, "confirm") for text, door in doors.items()}
    for text, door in doors.items():
        page = await door.get(f"/cases/{case_id}/family/account")
        assert [one for one in doors if one in page.text] == [text]
        for other, account_id in ids.items():
            if other != text:
                sent = await door.post(
                    f"/cases/{case_id}/family/account/{account_id}", text="Feil.", do="confirm"
                )
                assert sent.status == 404
    at_school = (await town.door("rektor").get(f"/cases/{case_id}")).text
    assert [one for one in doors if one in at_school] == list(doors)


@pytest.mark.requirement("R16")
async def test_words_confirmed_at_home_outlive_new_minutes(town: Town, case_id: str) -> None:
    def words(text: str) -> CaseMinutesWords:
        return CaseMinutesWords(accounts=(MinutedAccount(party_id=person_id("mother"), account=text),))

    source, mother = new_id("minutes"), town.door("mother", "guardian")
    await minuted(town, case_id, words("Slik sa jeg det."), 1, source)
    case = await town.house.cases.get(case_id)
    assert case is not None
    (account,) = case.accounts_of(person_id("mother"))
    confirmed = await mother.send(f"/cases/{case_id}/family/accounts/{account.id}/confirmation", None)
    assert confirmed.status_code == 204
    await minuted(town, case_id, words("Slik skrev skolen det om."), 2, source)
    text = (await town.door("rektor").get(f"/cases/{case_id}")).text
    assert "Slik sa jeg det." in text
    assert "skrev skolen det om" not in text


@pytest.mark.requirement("R26", "R31")
async def test_a_measure_proposed_at_home_is_answered_and_comes_into_the_plan(
    town: Town, case_id: str
) -> None:
    mother, rektor = town.door("mother", "guardian"), town.door("rektor")
    sent = await mother.post(
        f"/cases/{case_id}/requests",
        wish="write",
        about="measure",
        text="La ham få et eget skap.",
        idempotency_key=new_id("key"),
    )
    assert sent.status == 303
    await town.deliver()
    assert "answer-asked" in await tasks_of(town, case_id)
    case = await town.house.cases.get(case_id)
    assert case is not None
    request_id = case.requests[-1].id
    assert "foreslår et tiltak" in (await rektor.get(f"/cases/{case_id}")).text
    form = await rektor.get(f"/cases/{case_id}/plan/edit?proposal={request_id}")
    assert "La ham få et eget skap." in form.html
    await in_force(town, case_id)
    await writes(
        rektor,
        case_id,
        base="1",
        measures__1__what="La ham få et eget skap.",
        measures__1__starts_on="2026-11-18",
        measures__1__person_id=person_id("contact_teacher"),
    )
    answer = f"/cases/{case_id}/requests/{request_id}/answer"
    assert (await rektor.post(answer, text="Det gjør vi fra onsdag.")).status == 303
    page = await mother.get(f"/cases/{case_id}/family")
    assert "Du foreslo et tiltak" in page.text
    assert "Det gjør vi fra onsdag." in page.text
    assert "La ham få et eget skap." in (await mother.get(f"/cases/{case_id}/family/plan")).text
    assert "answer-asked" not in await tasks_of(town, case_id)


async def test_the_family_reads_the_plan_once_it_is_in_force(town: Town, case_id: str) -> None:
    mother, rektor = town.door("mother", "guardian"), town.door("rektor")
    await writes(rektor, case_id, problem="Et utkast.")
    assert "Et utkast." not in (await mother.get(f"/cases/{case_id}/family/plan")).text
    await writes(rektor, case_id, base="1", do="activate")
    page = await mother.get(f"/cases/{case_id}/family/plan")
    for said in ("Aksel er alene", "Tone går ut sammen med Aksel", "Jeg vil ha noen å være med."):
        assert said in page.text
    assert "Tone går ut sammen med Aksel" in (await mother.get(f"/cases/{case_id}/family")).text


@pytest.mark.requirement("R28")
async def test_what_home_does_is_voluntary_and_stops_nothing(town: Town, case_id: str) -> None:
    agreed = MinutedAgreement(
        agreement_id=new_id("agreement"),
        what="Mor prøver en ny leggetid",
        who_id=person_id("mother"),
        by=town.house.today(),
        voluntary=True,
    )
    await minuted(town, case_id, CaseMinutesWords(agreements=(agreed,)), 1, new_id("minutes"))
    await in_force(town, case_id)
    for door in (town.door("mother", "guardian"), town.door("pupil", "pupil")):
        page = await door.get(f"/cases/{case_id}/family")
        assert "Mor prøver en ny leggetid" in page.text
        assert "frivillig" in page.text
    # Undone, past its day, and never asked for: the case went on, and nobody has it as a task.
    assert await state_of(town, case_id) == "plan_active"
    tasks = await town.house.tasks.find({"case_id": case_id, "open": True})
    assert person_id("mother") not in {one.owner_id for one in tasks}


@pytest.mark.requirement("R33")
async def test_rights_come_with_the_receipt_and_it_is_kept_who_got_which_version(town: Town) -> None:
    mother, father = town.door("mother", "guardian"), town.door("father", "guardian")
    told = await mother.tells(pupil_ids=[person_id("pupil")])
    case_id = str(told["cases"][0]["case_id"])
    receipt = await mother.get(f"/report/{told['report_id']}/receipt")
    for said in ("§ 12-2", "§ 12-6", "mandag 23. november", RIGHTS_VERSION):
        assert said in receipt.text
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert [(one.person_id, one.version, one.how) for one in case.rights_given] == [
        (person_id("mother"), RIGHTS_VERSION, "receipt")
    ]
    page = await father.get(f"/cases/{case_id}/family")
    assert "Jeg har lest rettighetene" in page.text
    for _ in range(2):
        assert (await father.post(f"/cases/{case_id}/family/rights")).status == 303
    assert "Jeg har lest rettighetene" not in (await father.get(f"/cases/{case_id}/family")).text
    case = await town.house.cases.get(case_id)
    assert case is not None
    assert [one.person_id for one in case.rights_given] == [person_id("mother"), person_id("father")]
    assert "versjon" in (await town.door("rektor").get(f"/cases/{case_id}")).text


@pytest.mark.requirement("R33")
async def test_rights_stand_on_the_list_until_somebody_at_home_has_them(town: Town) -> None:
    rektor = town.door("rektor")
    told = await rektor.tells(pupil_ids=[person_id("pupil")], told_as="staff")
    case_id = str(told["cases"][0]["case_id"])
    assert "At familien får rettighetene sine" in (await rektor.get(f"/cases/{case_id}")).text
    assert (await town.door("father", "guardian").post(f"/cases/{case_id}/family/rights")).status == 303
    assert "At familien får rettighetene sine" not in (await rektor.get(f"/cases/{case_id}")).text


async def test_each_reads_of_the_contact_with_themselves(town: Town, case_id: str) -> None:
    rektor = town.door("rektor")
    for person, reached in (("mother", "yes"), ("father", "no")):
        note = f"Internt om {person}"
        await rektor.post(
            f"/cases/{case_id}/contact", person_id=person_id(person), reached=reached, note=note
        )
    hers = (await town.door("mother", "guardian").get(f"/cases/{case_id}/family")).text
    his = (await town.door("father", "guardian").get(f"/cases/{case_id}/family")).text
    assert "Anne Berg snakket med deg" in hers
    assert "prøvde å ringe deg" not in hers
    assert "Anne Berg prøvde å ringe deg" in his
    assert "Internt om" not in hers + his
