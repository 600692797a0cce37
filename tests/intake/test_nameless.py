"""Telling without a name: a way back, a conversation, and a flood that is stored and looked at."""

import re
from datetime import timedelta

import pytest

from services.intake.domain.phrase import WORDS
from shared.contracts.intake import CaseOpenedV1, ReporterAnsweredV1, ReporterWroteV1, ReportReceivedV1
from shared.contracts.tasks import IntakeTaskClosedV1, IntakeTaskOpenedV1
from shared.identifiers import new_id
from shared.web.pace import Pace
from tests.intake.town import Door, Page, Town, person_id, school_id

pytestmark = pytest.mark.stack

SENTENCE = "De tar sekken hans hver dag."


@pytest.fixture(autouse=True)
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a pace of its own: they all come from one place."""
    monkeypatch.setattr(Pace, "within", lambda _self, _place: True)


async def tells(town: Town, text: str = SENTENCE, **told: str) -> tuple[Door, str, str, Page]:
    door = town.door(None)
    form = await door.get("/tell")
    told = {"school_id": school_id(), "idempotency_key": form.field("idempotency_key"), **told}
    page = await door.post("/tell", text=text, **told)
    assert page.status == 200, page.text
    await town.deliver()
    code = re.search(r"\b([A-Z2-9]{4}-[A-Z2-9]{4})\b", page.text)
    phrase = re.search(r'class="s-phrase">([^<]+)<', page.html)
    assert code
    assert phrase
    return door, code[1], phrase[1], page


async def case_of(town: Town, text: str) -> str:
    reports = await town.house.reports.find({"by": None}, sort=[("received_at", -1)])
    return next(one.cases[0].case_id for one in reports if one.text == text)


@pytest.mark.requirement("B2")
async def test_who_will_not_say_a_name_can_come_back_and_be_answered(town: Town) -> None:
    text = f"{SENTENCE} {new_id('x')}"
    door, code, phrase, _ = await tells(town, text)
    case_id = await case_of(town, text)
    received = town.said_of(ReportReceivedV1, case_id)[0]
    assert (received.told_as, received.reporter_id, received.by) == ("anonymous", None, None)
    tasks = {one.code for one in town.said_of(IntakeTaskOpenedV1, case_id)}
    assert "reporter-to-answer" in tasks
    assert "contact-home" not in tasks
    rektor = town.door("rektor")
    shown = await rektor.get(f"/cases/{case_id}")
    assert text in shown.text
    answer = "Takk. Vi står ved skapene i morgen."
    sent = await rektor.post(f"/cases/{case_id}/conversation", text=answer, idempotency_key=new_id("key"))
    assert sent.status == 303
    await town.deliver()
    assert len(town.said_of(ReporterAnsweredV1, case_id)) == 1
    assert town.said_of(IntakeTaskClosedV1, case_id)
    opened = await door.post("/tell/back", code=code.lower(), phrase=phrase.upper())
    assert (opened.status, opened.location) == (303, "/tell/conversation")
    talk = await door.get("/tell/conversation")
    assert answer in talk.text
    assert text in talk.html
    wrote = await door.post("/tell/conversation", text="Det er ved gymsalen.", idempotency_key=new_id("key"))
    assert wrote.status == 303
    await town.deliver()
    assert len(town.said_of(ReporterWroteV1, case_id)) == 1
    assert "Det er ved gymsalen." in (await rektor.get(f"/cases/{case_id}")).text


@pytest.mark.requirement("B2")
async def test_only_a_slow_hash_of_the_phrase_is_kept_and_no_trace_of_who_it_was(town: Town) -> None:
    text = f"{SENTENCE} {new_id('x')}"
    door, code, phrase, page = await tells(town, text)
    assert len(phrase.split()) == 6
    assert set(phrase.split()) <= set(WORDS)
    assert len(set(WORDS)) == 256
    assert "set-cookie" not in page.headers
    case_id = await case_of(town, text)
    box = (await town.house.mailboxes.find({"case_id": case_id}))[0]
    assert phrase not in box.model_dump_json()
    assert code not in box.model_dump_json()
    assert not any(phrase.encode() in value or text.encode() in value for _, _, value in town.said)
    await door.post("/tell/back", code=code, phrase=phrase)
    assert [one.name for one in door.http.cookies.jar] == ["samspill-language", "samspill-tell"]


@pytest.mark.requirement("B3")
async def test_the_same_form_sent_twice_is_one_case_with_one_phrase(town: Town) -> None:
    key = new_id("key")
    text = f"{SENTENCE} {new_id('x')}"
    first = await tells(town, text, idempotency_key=key)
    second = await tells(town, text, idempotency_key=key)
    assert first[1:3] == second[1:3]
    assert len(town.said_of(CaseOpenedV1, await case_of(town, text))) == 1


@pytest.mark.requirement("B2")
async def test_guessing_is_slowed_down_for_each_code(town: Town) -> None:
    door, code, phrase, _ = await tells(town)
    for _ in range(5):
        wrong = await door.post("/tell/back", code=code, phrase="adler album anker ansikt april avis")
        assert wrong.status == 422
    unknown = await door.post("/tell/back", code="AAAA-AAAA", phrase=phrase)
    assert re.sub(r'value="[^"]*"', "", unknown.html) == re.sub(r'value="[^"]*"', "", wrong.html)
    assert (await door.post("/tell/back", code=code, phrase=phrase)).status == 422
    town.clock.advance(timedelta(minutes=2))
    assert (await door.post("/tell/back", code=code, phrase=phrase)).status == 303
    town.clock.advance(timedelta(minutes=-2))


async def test_without_the_phrase_there_is_no_conversation(town: Town) -> None:
    door = town.door(None)
    assert (await door.get("/tell/conversation")).location == "/tell/back"
    door.http.cookies.set("samspill-tell", "k1.forged", path="/tell")
    assert (
        await door.post("/tell/conversation", text="x", idempotency_key=new_id("key"))
    ).location == "/tell/back"


@pytest.mark.requirement("B5")
async def test_a_flood_is_stored_and_flagged_and_nobody_is_refused(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    texts = [f"Flom {new_id('x')}" for _ in range(town.settings.tell_pace_per_place + 3)]
    for text in texts:
        await tells(town, text)
    stored = {one.text: one for one in await town.house.reports.find({"by": None}) if one.text in texts}
    assert len(stored) == len(texts), "each of them is stored"
    queued = [stored[text] for text in texts if stored[text].queued]
    assert len(queued) >= 3
    assert not any(town.said_of(CaseOpenedV1, one.cases[0].case_id) for one in queued)
    rektor = town.door("rektor")
    assert "meldinger må ses på" in (await rektor.get("/today")).text
    assert queued[0].text in (await rektor.get("/queue")).text
    assert (await town.door("contact_teacher").get("/queue")).status == 403
    assert (await town.door("rektor_fjellsyn").post(f"/queue/{queued[0].id}", keep="true")).status == 404
    assert (await rektor.post(f"/queue/{queued[0].id}", keep="true")).status == 303
    await town.deliver()
    opened = town.said_of(CaseOpenedV1, queued[0].cases[0].case_id)
    assert [one.raised_with_rektor_at for one in opened] == [queued[0].received_at]
    for one in queued[1:]:
        assert (await rektor.post(f"/queue/{one.id}", keep="false")).status == 303
    kept = await town.house.reports.get(queued[1].id)
    assert kept is not None
    assert kept.text == queued[1].text


@pytest.mark.requirement("L3")
async def test_what_a_nameless_one_tells_of_the_leadership_goes_past_it(town: Town) -> None:
    text = f"{SENTENCE} {new_id('x')}"
    await tells(town, text, concerns="leadership")
    case_id = await case_of(town, text)
    assert (await town.door("rektor").get(f"/cases/{case_id}")).status == 404
    assert (await town.door("owner_1").get(f"/cases/{case_id}")).status == 200


@pytest.mark.requirement("P3")
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_whom_to_ring_in_danger_stands_there_too_and_no_title_is_left(
    town: Town, language: str
) -> None:
    page = await town.door(None, language=language).get("/tell")
    for number in ("tel:112", "tel:113", "tel:116111"):
        assert number in page.html
    assert "data-leave" in page.html
    assert person_id("rektor") not in page.html


def test_a_pace_counts_in_its_window_and_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    now = [0.0]
    pace = Pace(limit=2, per_s=10, now=lambda: now[0])
    assert [pace.within("a"), pace.within("a"), pace.within("a"), pace.within("b")] == [
        True,
        True,
        False,
        True,
    ]
    now[0] = 10.1
    assert pace.within("a")
