"""How long cases are kept, and that one is gone for good when a person has decided it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from services.intake.domain.erasure import erasure_id_of
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.envelope import Heard
from shared.contracts.erasing import (
    CaseErasureOrderedV1,
    EscalationCaseErasedV1,
    IntakeCaseErasedV1,
    MeetingsCaseErasedV1,
    NotifyCaseErasedV1,
)
from shared.contracts.intake import ContactLoggedV1, ReportReceivedV1
from shared.storage.keys import Buried
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack

YEARS = timedelta(days=366 * 6)


async def an_ended_case(town: Town, **told: object) -> tuple[str, str]:
    """A report that became no case: its id and number."""
    said = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")], **told)
    case = said["cases"][0]
    await not_a_case(town, case["case_id"])
    return case["case_id"], case["number"]


async def not_a_case(town: Town, case_id: str) -> None:
    body = {"outcome": "no_case", "text": "Vi har snakket sammen.", "answer": "Vi følger med."}
    answer = await town.door("rektor").send(f"/cases/{case_id}/assessment", body)
    assert answer.status_code < 300, answer.text
    await town.deliver()


async def owner_sets_rules(town: Town) -> None:
    answer = await town.door("owner_1").post("/disposal/rules", no_case="5")
    assert answer.status == 303, answer.text


async def everyone_answers(town: Town, case_id: str) -> None:
    order_id = erasure_id_of(case_id)
    for said in (MeetingsCaseErasedV1, NotifyCaseErasedV1, EscalationCaseErasedV1):
        await town.hears(said(case_id=case_id, order_id=order_id, at=town.clock.now(), removed=3))


async def erased(town: Town) -> str:
    case_id, number = await an_ended_case(town)
    await owner_sets_rules(town)
    town.clock.set(town.clock.now() + YEARS)
    try:
        answer = await town.door("owner_1").post(
            f"/disposal/cases/{case_id}/erase", number=number, ground="retention"
        )
        assert answer.status == 303, answer.text
    finally:
        town.clock.set(town.clock.now() - YEARS)
    await town.deliver()
    return case_id


async def documents_of(town: Town, case_id: str) -> dict[str, int]:
    """Every document that names the case anywhere, by collection, as an administrator of MongoDB sees it."""
    found = {}
    for name in await town.kernel.database.list_collection_names():
        rows = await town.kernel.database[name].find({}).to_list(None)
        if count := sum(case_id in repr(row) or case_id.encode().hex() in repr(row) for row in rows):
            found[name] = count
    return found


@pytest.mark.requirement("B15")
async def test_what_may_go_is_shown_and_nothing_goes_by_itself(town: Town) -> None:
    case_id, number = await an_ended_case(town)
    owner = town.door("owner_1")
    await owner_sets_rules(town)
    assert number not in (await owner.get("/disposal")).text
    town.clock.set(town.clock.now() + YEARS)
    try:
        page = await owner.get("/disposal")
        assert number in page.text
        listed = (await owner.api("/disposal")).json()
        assert [one["held"] for one in listed if one["case_id"] == case_id] == [False]
        wrong = await owner.post(f"/disposal/cases/{case_id}/erase", number="2026-1", ground="retention")
        assert wrong.status == 422
        assert "Skriv saksnummeret slik det står" in wrong.text
    finally:
        town.clock.set(town.clock.now() - YEARS)
    assert await town.house.cases.get(case_id) is not None


@pytest.mark.requirement("B15")
async def test_a_case_that_is_held_or_not_due_stays(town: Town) -> None:
    case_id, number = await an_ended_case(town)
    owner = town.door("owner_1")
    await owner_sets_rules(town)
    early = await owner.send(f"/disposal/cases/{case_id}", {"number": number, "ground": "retention"})
    assert (early.status_code, early.json()["code"]) == (409, "case-not-due")
    held = await owner.post(f"/disposal/cases/{case_id}/hold", reason="Klagen er ikke avgjort.")
    assert held.status == 303
    refused = await owner.send(f"/disposal/cases/{case_id}", {"number": number, "ground": "decision"})
    assert (refused.status_code, refused.json()["code"]) == (409, "case-held")
    await owner.post(f"/disposal/cases/{case_id}/lift")
    taken = await owner.send(f"/disposal/cases/{case_id}", {"number": number, "ground": "decision"})
    assert taken.status_code == 202


async def test_a_case_that_goes_on_and_a_stranger_are_refused(town: Town) -> None:
    said = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    case = said["cases"][0]
    body = {"number": case["number"], "ground": "decision"}
    path = f"/disposal/cases/{case['case_id']}"
    assert (await town.door("owner_1").send(path, body)).json()["code"] == "case-not-over"
    assert (await town.door("rektor").send(path, body)).status_code == 403
    assert (await town.door("mother", "guardian").get("/disposal")).status == 403


@pytest.mark.requirement("B6", "B15")
async def test_an_erased_case_is_gone_from_every_collection_and_its_key_is_destroyed(town: Town) -> None:
    case_id = await erased(town)
    await town.kernel.erasing.finish()
    left = await documents_of(town, case_id)
    assert set(left) <= {"graves", "erasures", "erasures_history", "erased_here", "case_looks"}
    keys = town.kernel._clients[1][f"{town.kernel.database.name}_keys"]["keys"]
    row = await keys.find_one({"_id": case_id})
    assert set(row) == {"_id", "gone"}
    last = town.said_of(AccessSnapshotV1, case_id)[-1]
    assert (last.grants, last.pupil_id) == ((), None)
    assert (await town.door("rektor").get(f"/cases/{case_id}")).status == 404


@pytest.mark.requirement("B6", "B15")
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_the_certificate_is_whole_when_all_four_have_answered(town: Town, language: str) -> None:
    case_id = await erased(town)
    owner = town.door("owner_1", language=language)
    order_id = erasure_id_of(case_id)
    before = (await owner.api(f"/disposal/{order_id}")).json()
    assert before["missing"] == ["meetings", "notify", "escalation"]
    await everyone_answers(town, case_id)
    after = (await owner.api(f"/disposal/{order_id}")).json()
    assert after["complete"]
    assert after["confirmed"]["meetings"]["removed"] == 3
    page = await owner.get(f"/disposal/{order_id}")
    people = await town.house.directory.people_by_id([person_id("pupil"), person_id("mother")])
    for person in people.values():
        assert person.words.given_name not in page.text
        assert person.id not in str(after)


@pytest.mark.requirement("B6")
async def test_nothing_late_and_nothing_said_again_brings_it_back(town: Town) -> None:
    case_id = await erased(town)
    await everyone_answers(town, case_id)
    await town.kernel.erasing.finish()
    before = await documents_of(town, case_id)
    [report] = town.said_of(ReportReceivedV1, case_id)
    await town.hears(report, source="report-again", seq=9)
    late = ContactLoggedV1(
        case_id=case_id,
        school_id=report.school_id,
        at=town.clock.now(),
        person_id=person_id("mother"),
        means="phone",
        reached=True,
    )
    await town.hears(late)
    order = town.said_of(CaseErasureOrderedV1, case_id)[-1]
    await town.hears(order, source="order-again", seq=1)
    assert await documents_of(town, case_id) == before
    with pytest.raises(Buried):
        await town.kernel.keys.ensure([case_id])
    assert len(town.said_of(IntakeCaseErasedV1, case_id)) == 1


@pytest.mark.requirement("B6")
async def test_a_restored_backup_is_erased_again_when_the_service_starts(town: Town) -> None:
    case_id, number = await an_ended_case(town)
    database, keys = town.kernel.database, town.kernel._clients[1][f"{town.kernel.database.name}_keys"]
    saved_case = await database["cases"].find_one({"_id": case_id})
    saved_key = await keys["keys"].find_one({"_id": case_id})
    body = {"number": number, "ground": "decision"}
    assert (await town.door("owner_1").send(f"/disposal/cases/{case_id}", body)).status_code == 202
    await town.deliver()
    # The keys from yesterday, beside the data of today.
    await keys["keys"].replace_one({"_id": case_id}, saved_key)
    await database["cases"].insert_one(saved_case)
    await town.kernel.erasing.prepare()
    assert set(await keys["keys"].find_one({"_id": case_id})) == {"_id", "gone"}
    assert await database["cases"].find_one({"_id": case_id}) is None
    # The data from yesterday, beside the keys of today.
    await database["graves"].delete_one({"_id": case_id})
    await database["cases"].insert_one(saved_case)
    await town.kernel.erasing.prepare()
    assert await database["cases"].find_one({"_id": case_id}) is None
    assert await town.kernel.erasing.graves.among([case_id]) == {case_id}


@pytest.mark.requirement("B6")
async def test_who_is_killed_in_the_middle_finishes_when_it_hears_the_order_again(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id, number = await an_ended_case(town)
    body = {"number": number, "ground": "decision"}
    await town.door("owner_1").send(f"/disposal/cases/{case_id}", body)
    order = await town.house.erasures.get(erasure_id_of(case_id))
    assert order is not None
    with monkeypatch.context() as killed:
        killed.setattr("shared.erasing.point", _kill_at("erasing.key-destroyed"))
        with pytest.raises(_Killed):
            await town.kernel.erasing.when_ordered(_heard(order.says()[0], order.id))
    assert await town.house.cases.collection.find_one({"_id": case_id}) is not None
    await town.deliver()
    assert await town.house.cases.collection.find_one({"_id": case_id}) is None
    assert len(town.said_of(IntakeCaseErasedV1, case_id)) == 1


@pytest.mark.requirement("B6", "R41")
async def test_cases_with_a_report_in_common_go_together_or_not_at_all(town: Town) -> None:
    pupils = [person_id("pupil"), person_id("protected_pupil")]
    said = await town.door("rektor").tells(pupil_ids=pupils, told_as="staff")
    one, other = said["cases"]
    await not_a_case(town, one["case_id"])
    owner = town.door("owner_1")
    body = {"number": one["number"], "ground": "decision"}
    refused = await owner.send(f"/disposal/cases/{one['case_id']}", body)
    assert refused.json()["code"] == "case-not-over"
    await not_a_case(town, other["case_id"])
    assert (await owner.send(f"/disposal/cases/{one['case_id']}", body)).status_code == 202
    await town.deliver()
    assert await town.kernel.erasing.graves.among([one["case_id"], other["case_id"]]) == {
        one["case_id"],
        other["case_id"],
    }


class _Killed(Exception): ...


def _kill_at(name: str) -> Callable[[str], None]:
    def point(here: str) -> None:
        if here == name:
            raise _Killed

    return point


def _heard(event: CaseErasureOrderedV1, source: str) -> Heard[CaseErasureOrderedV1]:
    return Heard(event, f"{source}:1", source, 1, "2026-11-16T12:00:00+01:00")
