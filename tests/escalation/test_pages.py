"""What rektor and owner see and do on escalation's pages, and who sees nothing."""

import re
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from bs4 import BeautifulSoup

from services.escalation.domain.suggestion import Suggestion
from shared.contracts.escalation import NoticeAcknowledgedV1, NoticeStepV1, SeriousDecidedV1
from tests.escalation.story import Case, oslo
from tests.escalation.town import Town
from tests.shared.beats import beats
from tests.shared.signing_out import signs_out_everywhere

pytestmark = pytest.mark.stack

CANARY = "Kanarifuglen synger"


@pytest.fixture
async def case(town: Town) -> Case:
    made = Case(town)
    await made.open()
    await town.grant(made.id, rektor=town.rektor, helper=town.teacher, guardian=made.guardian)
    return made


def text_of(response: httpx.Response) -> str:
    main = BeautifulSoup(response.text, "lxml").find("main")
    assert main is not None
    return re.sub(r"\s+", " ", main.get_text(" ", strip=True))


async def post(browser: httpx.AsyncClient, path: str, **fields: str) -> httpx.Response:
    return await browser.post(path, data=fields)


async def notified(town: Town, case: Case) -> str:
    browser = await town.browser(town.rektor)
    answer = await post(browser, f"/notices/decide/{case.id}", choice="notify", facts=CANARY, police="no")
    assert answer.status_code == 303
    notice_id = (await town.said()).only(SeriousDecidedV1).notice_id
    assert notice_id is not None
    return notice_id


async def test_the_rektor_sees_why_and_notifies_with_as_little_as_there_is(town: Town, case: Case) -> None:
    await case.record("violent", text=CANARY)
    browser = await town.browser(town.rektor)
    page = text_of(await browser.get(f"/notices/decide/{case.id}"))
    assert "Vold eller særlig krenkende handlinger" in page
    assert CANARY in page
    assert (await post(browser, f"/notices/decide/{case.id}", choice="notify")).status_code == 303
    assert (await town.said()).only(NoticeStepV1).person_id == town.owners[0]
    assert "Eier 1 er spurt" in text_of(await browser.get(f"/notices/decide/{case.id}"))


async def test_the_form_sent_twice_is_one_notice(town: Town, case: Case) -> None:
    browser = await town.browser(town.rektor)
    for _ in range(2):
        assert (await post(browser, f"/notices/decide/{case.id}", choice="notify")).status_code == 303
    assert len((await town.said()).all(NoticeStepV1)) == 1


async def test_not_serious_without_a_reason_comes_back_with_what_was_written(town: Town, case: Case) -> None:
    browser = await town.browser(town.rektor)
    answer = await post(
        browser,
        f"/notices/decide/{case.id}",
        choice="not_serious",
        measures=CANARY,
        next_evaluation="32.13.2026",
    )
    assert answer.status_code == 422
    assert CANARY in answer.text
    assert "Skriv datoen slik" in text_of(answer)
    again = await post(browser, f"/notices/decide/{case.id}", choice="not_serious", measures=CANARY)
    assert again.status_code == 422
    assert "Noen få ord er nok" in text_of(again)
    assert CANARY in again.text


async def test_a_date_may_be_written_as_people_write_it(town: Town, case: Case) -> None:
    browser = await town.browser(town.rektor)
    await post(browser, f"/notices/decide/{case.id}", choice="notify", next_evaluation="24.11.2026")
    there = await town.house.suggestions.get(Suggestion.id_for(case.id))
    assert there is not None
    assert there.latest is not None
    assert there.latest.content is not None
    assert there.latest.content.next_evaluation == date(2026, 11, 24)


async def test_the_owners_contact_sees_what_waits_first_and_takes_it(town: Town, case: Case) -> None:
    notice_id = await notified(town, case)
    browser = await town.browser(town.owners[0])
    room = text_of(await browser.get("/notices"))
    assert (
        room.index("Venter på deg 1") < room.index("Varsel fra Lillevik skole") < room.index("Andre varsler")
    )
    page = text_of(await browser.get(f"/notices/{notice_id}"))
    assert CANARY in page
    assert "2026-000123" in page
    taken = await post(
        browser,
        f"/notices/{notice_id}/acknowledge",
        next_action="Jeg ringer Anne.",
        next_action_on="2026-11-18",
    )
    assert taken.status_code == 303
    assert (await town.said()).only(NoticeAcknowledgedV1).next_action_on == date(2026, 11, 18)
    assert "Eier 1 har tatt varselet" in text_of(await browser.get(f"/notices/{notice_id}"))
    assert "Venter på deg 0" in text_of(await browser.get("/notices"))
    assert (await post(browser, f"/notices/{notice_id}/done")).status_code == 303
    assert "Gjort mandag 16. november" in text_of(await browser.get(f"/notices/{notice_id}"))


async def test_taking_it_asks_for_what_and_when(town: Town, case: Case) -> None:
    notice_id = await notified(town, case)
    browser = await town.browser(town.owners[0])
    empty = await post(browser, f"/notices/{notice_id}/acknowledge", next_action=CANARY)
    assert empty.status_code == 422
    assert CANARY in empty.text
    past = await post(
        browser, f"/notices/{notice_id}/acknowledge", next_action="x", next_action_on="1.11.2026"
    )
    assert past.status_code == 422
    assert "Dagen er alt forbi" in text_of(past)


@pytest.mark.requirement("B31")
async def test_the_reason_for_not_notifying_can_be_read_by_rektor_and_owner(town: Town, case: Case) -> None:
    browser = await town.browser(town.rektor)
    await post(browser, f"/notices/decide/{case.id}", choice="not_serious", reason=CANARY)
    assert CANARY in text_of(await browser.get(f"/notices/decide/{case.id}"))
    owner = await town.browser(town.owners[0])
    assert CANARY in text_of(await owner.get("/notices"))
    await post(browser, f"/notices/decide/{case.id}", choice="notify")
    assert CANARY not in text_of(await owner.get("/notices"))


@pytest.mark.requirement("B23")
@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "nb",
            (
                "Starter mandag 16. november, da rektor fikk saken. 5 arbeidsdager, regnet fra dagen etter. "
                "Teller ikke: helgen 21.–22. november. Fristen er mandag 23. november."
            ),
        ),
        (
            "nn",
            (
                "Startar måndag 16. november, då rektor fekk saka. 5 arbeidsdagar, rekna frå dagen etter. "
                "Tel ikkje: helga 21.–22. november. Fristen er måndag 23. november."
            ),
        ),
        (
            "en",
            (
                "Starts Monday 16 November, when the head teacher got the case. 5 working days, counted from "
                "the day after. Does not count: the weekend 21–22 November. Due Monday 23 November."
            ),
        ),
    ],
)
async def test_a_deadline_is_explained_in_the_readers_language(
    town: Town, case: Case, language: str, sentences: str
) -> None:
    browser = await town.browser(town.teacher, language=language)
    assert sentences in text_of(await browser.get(f"/notices/clocks/{case.id}"))


@pytest.mark.requirement("B25")
async def test_the_page_says_who_hears_of_it_if_nobody_acts(town: Town, case: Case) -> None:
    browser = await town.browser(town.rektor)
    page = text_of(await browser.get(f"/notices/clocks/{case.id}"))
    assert "Hvis ingen gjør noe: Anne Berg får beskjed onsdag 18. november kl. 00.00." in page


@pytest.mark.requirement("L2")
async def test_a_target_is_never_shown_as_the_law_and_the_laws_week_stands_in_both_readings(
    town: Town, case: Case
) -> None:
    town.clock.set(oslo(3, 30, 9))
    easter = Case(town)
    await easter.open()
    await town.grant(easter.id, rektor=town.rektor)
    browser = await town.browser(town.rektor)
    page = text_of(await browser.get(f"/notices/clocks/{easter.id}"))
    assert "Fristen står i loven" not in page
    assert "Loven setter ingen slik frist" in page
    assert "Én uke mandag 6. april Fem arbeidsdager torsdag 9. april" in page
    assert "2. april (skjærtorsdag), 3. april (langfredag)" in page


@pytest.mark.parametrize("who", ["guardian", "teacher", "stranger"])
async def test_the_decision_is_the_leaders(town: Town, case: Case, who: str) -> None:
    person, hat, status = {
        "guardian": (case.guardian, "guardian", 403),
        "teacher": (town.teacher, "staff", 403),
        "stranger": (town.owners[0], "staff", 404),
    }[who]
    browser = await town.browser(person, hat)
    await case.record("violent", text=CANARY)
    for answer in (
        await browser.get(f"/notices/decide/{case.id}"),
        await post(browser, f"/notices/decide/{case.id}", choice="notify"),
        await browser.get(f"/api/escalation/cases/{case.id}/decision"),
    ):
        assert answer.status_code == status
        assert CANARY not in answer.text
    assert (await town.said()).all(SeriousDecidedV1) == []


async def test_notices_are_the_owners_alone(town: Town, case: Case) -> None:
    notice_id = await notified(town, case)
    for person, hat in ((town.rektor, "staff"), (town.teacher, "staff"), (case.guardian, "guardian")):
        browser = await town.browser(person, hat)
        for path in ("/notices", f"/notices/{notice_id}", f"/api/escalation/notices/{notice_id}"):
            answer = await browser.get(path)
            assert answer.status_code == 403
            assert CANARY not in answer.text


async def test_who_it_concerns_does_not_find_it(town: Town, case: Case) -> None:
    browser = await town.browser(town.rektor)
    await post(
        browser, f"/notices/decide/{case.id}", choice="notify", facts=CANARY, implicated=town.owners[0]
    )
    step = (await town.said()).only(NoticeStepV1)
    assert step.person_id == town.owners[1]
    concerned = await town.browser(town.owners[0])
    assert (await concerned.get(f"/notices/{step.notice_id}")).status_code == 404
    assert "Lillevik skole Sak" not in text_of(await concerned.get("/notices"))
    assert (await concerned.get("/api/escalation/notices")).json() == []


async def test_small_numbers_are_not_shown(town: Town, case: Case) -> None:
    await case.record("violent")
    browser = await town.browser(town.owners[0])
    assert "Lillevik skole 0 0 færre enn 5" in text_of(await browser.get("/notices"))


async def test_the_api_does_the_same(town: Town, case: Case) -> None:
    await case.record("violent")
    rektor = await town.browser(town.rektor)
    clocks = (await rektor.get(f"/api/escalation/cases/{case.id}/clocks")).json()
    assert {one["clock"] for one in clocks["clocks"]} == {"C1", "C2", "C5", "C7"}
    assert clocks["section_12_6"] == {"one_week": "2026-11-23", "five_working_days": "2026-11-23"}
    assert (await rektor.get(f"/api/escalation/cases/{case.id}/decision")).json()["criteria"] == ["violent"]
    refused = await rektor.post(f"/api/escalation/cases/{case.id}/decision", json={"choice": "not_serious"})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "reason")
    decided = await rektor.post(f"/api/escalation/cases/{case.id}/decision", json={"choice": "notify"})
    assert decided.status_code == 201
    notice_id = decided.json()["decisions"][0]["notice_id"]
    owner = await town.browser(town.owners[0])
    [summary] = (await owner.get("/api/escalation/notices")).json()
    assert (summary["notice_id"], summary["waits_for_me"]) == (notice_id, True)
    taken = await owner.post(
        f"/api/escalation/notices/{notice_id}/acknowledgement",
        json={"next_action": "Jeg ringer.", "next_action_on": "2026-11-18"},
    )
    assert taken.status_code == 201
    assert taken.json()["acknowledgement"]["name"] == "Eier 1"
    kept = await owner.post(f"/api/escalation/notices/{notice_id}/action-kept")
    assert kept.json()["state"] == "done"


async def test_a_form_of_another_site_changes_nothing(town: Town, case: Case) -> None:
    browser = await town.browser(town.rektor)
    del browser.headers["x-csrf-token"]
    answer = await post(browser, f"/notices/decide/{case.id}", choice="notify")
    assert answer.status_code == 403
    assert (await town.said()).all(SeriousDecidedV1) == []


async def test_while_access_is_being_caught_up_with_no_case_page_is_shown(town: Town, case: Case) -> None:
    browser = await town.browser(town.rektor)
    path = f"/notices/clocks/{case.id}"
    assert (await browser.get(path)).status_code == 200
    await town.forget_heartbeats()
    long_ago = datetime.now(UTC) - timedelta(hours=3)
    for beat in beats(long_ago):
        await town.hear(beat, source="heartbeat")
    await town.grant(case.id, rektor=town.rektor)
    town.look_again()
    assert (await browser.get(path)).status_code == 503
    for beat in beats(but=[3]):
        await town.hear(beat, source="heartbeat")
    town.look_again()
    assert (await browser.get(path)).status_code == 503
    for beat in beats():
        await town.hear(beat, source="heartbeat")
    town.look_again()
    assert (await browser.get(path)).status_code == 200


async def test_whoever_signed_out_elsewhere_is_signed_out_here(town: Town, case: Case) -> None:
    browser = await town.browser(town.rektor)
    headers = {"cookie": browser.headers["cookie"], "accept": "application/json"}
    browser.headers.clear()
    path = f"/api/escalation/cases/{case.id}/decision"
    await signs_out_everywhere(town.parts.kernel, browser, headers, path)
