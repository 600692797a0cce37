"""The chain as the municipality has set it up: edited, versioned, frozen at the start, and never a ring."""

from datetime import date

import httpx
import pytest

from services.escalation.domain.criteria import CRITERIA
from shared.contracts.directory import Absence
from shared.contracts.escalation import NoticeStepV1, SeriousDecidedV1, SeriousSuggestedV1
from shared.contracts.notify import LetterSentV1, LetterUndeliverableV1
from shared.contracts.tasks import EscalationTaskClosedV1, EscalationTaskOpenedV1
from shared.identifiers import new_id
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town

pytestmark = pytest.mark.stack

AWAY = Absence(since=date(2026, 11, 16), until=date(2026, 11, 20))


@pytest.fixture
async def case(town: Town) -> Case:
    made = Case(town)
    await made.open()
    await town.grant(made.id, rektor=town.rektor)
    return made


async def set_chain(town: Town, *steps: dict[str, str], use: str = "own", school: str = "") -> httpx.Response:
    data = {"use": use}
    for number, step in enumerate(steps):
        data |= {f"steps.{number}.{name}": value for name, value in step.items()}
    owner = await town.browser(town.owners[0])
    return await owner.post(f"/notices/chain{'?school=' + school if school else ''}", data=data)


async def notify(town: Town, case: Case) -> str:
    rektor = await town.browser(town.rektor)
    sent = await rektor.post(f"/notices/decide/{case.id}", data={"choice": "notify"})
    assert sent.status_code == 303
    decided = [one for one in (await town.said()).all(SeriousDecidedV1) if one.case_id == case.id]
    assert decided[-1].notice_id is not None
    return decided[-1].notice_id


async def asked(town: Town, case: Case) -> list[str]:
    return [one.person_id for one in (await town.said()).all(NoticeStepV1) if one.case_id == case.id]


@pytest.mark.requirement("B21")
async def test_a_notice_follows_the_chain_it_started_with_and_says_which_version(
    town: Town, case: Case
) -> None:
    first, second, third = town.owners
    assert (await set_chain(town, {"person_id": third}, {"person_id": second})).status_code == 303
    notice_id = await notify(town, case)
    assert (await set_chain(town, {"person_id": first})).status_code == 303
    town.clock.set(oslo(11, 18, 0))
    await town.look()
    assert await asked(town, case) == [third, second]
    page = (await (await town.browser(second)).get(f"/notices/{notice_id}")).text
    assert "Rekka slik den var da varselet ble sendt, versjon 1" in page
    other = Case(town)
    await other.open()
    await town.grant(other.id, rektor=town.rektor)
    newer = await notify(town, other)
    assert await asked(town, other) == [first]
    told = (await (await town.browser(first)).get(f"/api/escalation/notices/{newer}")).json()
    assert told["chain_version"] == 2


async def test_a_school_may_have_a_chain_of_its_own(town: Town, case: Case) -> None:
    await set_chain(town, {"person_id": town.owners[1]})
    await set_chain(town, {"person_id": town.owners[2], "wait": "3"}, school=town.school_id)
    await notify(town, case)
    step = (await town.said()).only(NoticeStepV1)
    assert (step.person_id, step.acknowledge_by.date()) == (town.owners[2], date(2026, 11, 19))
    await set_chain(town, use="above", school=town.school_id)
    again = Case(town)
    await again.open()
    await town.grant(again.id, rektor=town.rektor)
    await notify(town, again)
    assert await asked(town, again) == [town.owners[1]]


@pytest.mark.requirement("B18")
async def test_who_is_away_is_replaced_by_the_deputy_that_the_chain_names(town: Town, case: Case) -> None:
    first, second, third = town.owners
    await set_chain(town, {"person_id": first, "deputy_id": third}, {"person_id": second})
    await town.list_person(first, "Eier 1", "school_owner", away=AWAY)
    await notify(town, case)
    step = (await town.said()).only(NoticeStepV1)
    assert (step.person_id, [one.reason for one in step.skipped]) == (third, ["absent"])


async def test_where_a_letter_is_not_enough_the_rektor_is_asked_to_ring(town: Town, case: Case) -> None:
    await set_chain(town, {"person_id": town.owners[0], "channel": "mail_and_ring"})
    notice_id = await notify(town, case)
    tasks = [one for one in (await town.said()).all(EscalationTaskOpenedV1) if one.code == "notice-to-ring"]
    assert [(one.list, one.owner_id, one.about_person_id) for one in tasks] == [
        ("ring", town.rektor, town.owners[0])
    ]
    owner = await town.browser(town.owners[0])
    taken = {"next_action": "Ringer", "next_action_on": "2026-11-20"}
    await owner.post(f"/notices/{notice_id}/acknowledge", data=taken)
    closed = {one.task_id for one in (await town.said()).all(EscalationTaskClosedV1)}
    assert tasks[0].task_id in closed


@pytest.mark.requirement("B18")
@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ([], "Velg minst én"),
        ([(0, 1), (1, 0)], "erstatter hverandre i ring"),
        ([(0, 1), (1, 2), (2, 0)], "erstatter hverandre i ring"),
        ([(0, 0)], "Velg en annen"),
        ([(0, None), (0, None)], "står to ganger"),
        ([(None, 0)], "Velg minst én"),
    ],
)
async def test_a_chain_that_could_end_in_nobody_is_refused(
    town: Town, steps: list[tuple[int | None, int | None]], reason: str
) -> None:
    def name(place: int | None) -> str:
        return "" if place is None else town.owners[place]

    answer = await set_chain(
        town, *({"person_id": name(one), "deputy_id": name(other)} for one, other in steps)
    )
    assert answer.status_code == 422
    assert reason in answer.text
    assert (await town.house.books.chain_book()).editions == []


async def test_a_ring_with_the_directorys_own_stand_ins_is_seen_too(town: Town) -> None:
    first, second, _ = town.owners
    await town.list_person(second, "Eier 2", "school_owner", step=2, stand_in=first)
    answer = await set_chain(town, {"person_id": first, "deputy_id": second})
    assert answer.status_code == 422
    assert "i ring" in answer.text


async def test_who_is_no_contact_of_the_owner_cannot_stand_in_a_chain(town: Town) -> None:
    answer = await set_chain(town, {"person_id": town.teacher})
    assert answer.status_code == 422
    assert "Velg en som er kontakt hos skoleeier" in answer.text


@pytest.mark.requirement("B30")
async def test_the_notice_tells_what_became_of_each_recipients_letter(town: Town, case: Case) -> None:
    notice_id = await notify(town, case)

    def letter(kind: type, step: int, **more: str) -> LetterSentV1 | LetterUndeliverableV1:
        [said] = [one for one in steps if one.event.step == step]
        told = {"letter_id": new_id("letter"), "letter": "owner-notice", "cause": said.id}
        made: LetterSentV1 | LetterUndeliverableV1 = kind(
            **case.about, **told, person_id=said.event.person_id, **more
        )
        return made

    steps = [one for one in (await town.said()).heard if isinstance(one.event, NoticeStepV1)]
    town.clock.set(oslo(11, 16, 13))
    sent = letter(LetterSentV1, 1)
    for _ in range(2):
        await town.hear(sent, source=sent.letter_id)
    town.clock.set(oslo(11, 16, 14))
    bounced = letter(LetterUndeliverableV1, 1, reason="no-such-user")
    await town.hear(bounced, source=bounced.letter_id)
    steps = [one for one in (await town.said()).heard if isinstance(one.event, NoticeStepV1)]
    town.clock.set(oslo(11, 16, 15))
    arrived = letter(LetterSentV1, 2)
    await town.hear(arrived, source=arrived.letter_id)
    town.clock.set(oslo(11, 16, 16))
    owner = await town.browser(town.owners[1])
    taken = {"next_action": "Ringer rektor", "next_action_on": "2026-11-20"}
    await owner.post(f"/notices/{notice_id}/acknowledge", data=taken)
    told = (await owner.get(f"/api/escalation/notices/{notice_id}")).json()
    assert [(one["person_id"], one["outcome"]) for one in told["letters"]] == [
        (town.owners[0], "sent"),
        (town.owners[0], "bounced"),
        (town.owners[1], "sent"),
    ]
    page = (await owner.get(f"/notices/{notice_id}")).text
    for words in ("Kom ikke fram mandag 16. november kl. 14.00", "Levert mandag 16. november kl. 15.00"):
        assert words in page
    assert page.count("Ikke bekreftet") == 1


@pytest.mark.requirement("R36")
async def test_the_municipality_weighs_the_criteria_and_the_question_says_by_which_version(
    town: Town, case: Case
) -> None:
    owner = await town.browser(town.owners[0])
    weights = dict.fromkeys(CRITERIA, "together") | {"staff_offends": "alone"}
    answer = await owner.post("/notices/criteria", data=weights | {"violent": "off"})
    assert answer.status_code == 303
    await case.record("violent")
    await case.record("outsiders")
    assert (await town.said()).all(SeriousSuggestedV1) == []
    await case.record("school_change")
    assert (await town.said()).only(SeriousSuggestedV1).criteria == ("outsiders", "school_change")
    page = (await (await town.browser(town.rektor)).get(f"/notices/decide/{case.id}")).text
    assert "Kommunens kjennetegn, versjon 2" in page


@pytest.mark.requirement("L3")
async def test_no_municipality_can_switch_the_sharpened_duty_off(town: Town) -> None:
    owner = await town.browser(town.owners[0])
    now = (await owner.get("/api/escalation/criteria")).json()["weights"]
    answer = await owner.put("/api/escalation/criteria", json=now | {"staff_offends": "off"})
    assert answer.status_code == 422
    assert answer.json()["code"] == "offends-always"
