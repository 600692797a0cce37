"""The "tomorrow" card: planned at school, ticked at the gate, seen at home."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from shared.contracts.escalation import TomorrowMissedV1
from shared.contracts.intake import TomorrowPlannedV1, TomorrowTickedV1, TomorrowWithdrawnV1
from shared.web.sessions import Hat
from tests.intake.town import Town, person_id
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack
GATE = {
    "adult_id": person_id("contact_teacher"),
    "colleague_id": person_id("colleague"),
    "place": "gate",
    "day": "2026-11-17",
    "at": "08:15",
}


@pytest.fixture
async def case_id(town: Town) -> AsyncIterator[str]:
    told = await town.door("mother", "guardian").tells(pupil_ids=[person_id("pupil")])
    yield told["cases"][0]["case_id"]
    town.clock.set(NOON)


async def planned(town: Town, case_id: str, **changed: str) -> TomorrowPlannedV1:
    answer = await town.door("rektor").post(f"/cases/{case_id}/tomorrow", **{**GATE, **changed})
    assert answer.status == 303, answer.text
    await town.deliver()
    found: TomorrowPlannedV1 = town.said_of(TomorrowPlannedV1, case_id)[-1]
    return found


@pytest.mark.requirement("R29", "P1")
async def test_the_tick_at_the_gate_is_seen_at_home_at_once(town: Town, case_id: str) -> None:
    mother = town.door("mother", "guardian")
    assert "Ingen er satt opp ennå" in (await mother.get(f"/cases/{case_id}/family")).text
    card = await planned(town, case_id)
    page = await mother.get(f"/cases/{case_id}/family")
    assert "Tone møter Aksel ved porten kl. 08.15" in page.text
    assert "Ikke krysset av ennå" in page.text
    assert "Møtt kl." not in page.text
    tone = town.door("contact_teacher")
    assert (await tone.post(f"/tomorrow/{case_id}/{card.card_id}")).status == 409
    town.clock.set(datetime(2026, 11, 17, 7, 16, tzinfo=UTC))
    assert f"/tomorrow/{case_id}/{card.card_id}" in (await tone.get("/today")).html
    for _ in range(2):
        ticked = await tone.post(f"/tomorrow/{case_id}/{card.card_id}")
        assert ticked.status == 303
    assert "Møtt kl. 08.16" in (await mother.get(f"/cases/{case_id}/family")).text
    await town.deliver()
    assert [one.card_id for one in town.said_of(TomorrowTickedV1, case_id)] == [card.card_id]


@pytest.mark.requirement("P1")
async def test_a_missed_tick_shows_and_claims_nothing(town: Town, case_id: str) -> None:
    card = await planned(town, case_id)
    town.clock.set(datetime(2026, 11, 17, 7, 21, tzinfo=UTC))
    missed = TomorrowMissedV1(
        case_id=case_id,
        school_id=card.school_id,
        at=town.clock.now(),
        card_id=card.card_id,
        adult_id=card.adult_id,
        colleague_id=card.colleague_id,
    )
    await town.hears(missed)
    page = await town.door("mother", "guardian").get(f"/cases/{case_id}/family")
    assert "En kollega er varslet" in page.text
    assert "Møtt kl." not in page.text
    assert "Tone møter Aksel" in (await town.door("colleague").get("/today")).text
    assert card.card_id in (await town.door("colleague").get("/today")).html


async def test_only_those_on_the_card_can_tick_it(town: Town, case_id: str) -> None:
    card = await planned(town, case_id)
    path = f"/tomorrow/{case_id}/{card.card_id}"
    assert (await town.door("social_teacher").post(path)).status == 404
    assert (await town.door("mother", "guardian").post(path)).status == 403
    assert (await town.door("colleague").get(path)).status == 200
    assert (await town.door("colleague").get(f"/cases/{case_id}")).status == 404


@pytest.mark.parametrize(
    ("who", "hat", "status"),
    [("social_teacher", "staff", 404), ("rektor", "staff", 404), ("mother", "guardian", 403)],
)
async def test_nobody_else_can_tick_it_through_the_api(
    town: Town, case_id: str, who: str, hat: Hat, status: int
) -> None:
    card = await planned(town, case_id)
    town.clock.set(datetime(2026, 11, 17, 7, 16, tzinfo=UTC))
    path = f"/tomorrow/{case_id}/{card.card_id}"
    assert (await town.door(who, hat).send(path, None)).status_code == status
    await town.deliver()
    assert town.said_of(TomorrowTickedV1, case_id) == []
    assert (await town.door("colleague").send(path, None)).status_code == 204
    await town.deliver()
    assert [one.card_id for one in town.said_of(TomorrowTickedV1, case_id)] == [card.card_id]


async def test_another_card_for_the_same_day_takes_its_place(town: Town, case_id: str) -> None:
    first = await planned(town, case_id)
    second = await planned(town, case_id, adult_id=person_id("social_teacher"))
    assert [one.card_id for one in town.said_of(TomorrowWithdrawnV1, case_id)] == [first.card_id]
    page = await town.door("mother", "guardian").get(f"/cases/{case_id}/family")
    assert "Wenche møter Aksel" in page.text
    assert "Tone møter" not in page.text
    assert second.card_id != first.card_id


async def test_nobody_needed_takes_a_reason_and_leaves_the_list(town: Town, case_id: str) -> None:
    rektor = town.door("rektor")
    assert (await rektor.post(f"/cases/{case_id}/no-card")).status == 422
    assert (await rektor.post(f"/cases/{case_id}/no-card", reason="Aksel er hjemme i dag.")).status == 303
    today = (await rektor.api("/today")).json()["tasks"]
    assert not [one for one in today if one["case_id"] == case_id and one["code"] == "tomorrow-to-decide"]
    assert "Aksel er hjemme i dag." in (await rektor.get(f"/cases/{case_id}")).text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"day": "2026-11-01"}, "Velg en tid som kommer."),
        ({"colleague_id": GATE["adult_id"]}, "Velg en annen enn den som møter eleven."),
        ({"adult_id": person_id("mother")}, "Velg en av mulighetene."),
        ({"place": "moon"}, "Velg en av mulighetene."),
        ({"day": "x"}, "Skriv datoen slik"),
    ],
)
async def test_a_card_that_cannot_be_says_what_to_mend_and_keeps_the_rest(
    town: Town, case_id: str, changed: dict[str, str], said: str
) -> None:
    page = await town.door("rektor").post(f"/cases/{case_id}/tomorrow", **{**GATE, **changed})
    assert page.status == 422
    assert said in page.text
    assert 'value="08:15"' in page.html
