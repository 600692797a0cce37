"""A neighbour that is down costs time, and nothing else."""

import asyncio
import secrets

from deploy.demo.scene import Scene
from tests.journeys.test_bad_input import REPORTS, a_report

ONE_LETTER = "Beskjed fra Lillevik skole"


async def test_reports_are_taken_while_kafka_is_down_and_go_out_later(municipality: Scene) -> None:
    scene, stack = municipality, municipality.stack
    person = await scene.person("stranger")
    child = await _child_of(scene, "stranger")
    before = len(await _letters(scene, "stranger"))
    await asyncio.to_thread(stack.stop_part, "kafka")
    try:
        receipt = await person.asks("POST", REPORTS, a_report(child), status=201)
    finally:
        await asyncio.to_thread(stack.start_part, "kafka")
    case_id = receipt["cases"][0]["case_id"]
    await scene.event("it went out when Kafka was back", "case-opened", case_id=case_id, within_s=60)
    await _one_more_letter(scene, "stranger", before)


async def test_letters_wait_while_the_mail_server_is_down_and_go_once(municipality: Scene) -> None:
    scene, stack = municipality, municipality.stack
    person = await scene.person("english")
    child = await _child_of(scene, "english")
    before = len(await _letters(scene, "english", ""))
    await asyncio.to_thread(stack.stop_part, "mail")
    try:
        receipt = await person.asks("POST", REPORTS, a_report(child), status=201)
        case_id = receipt["cases"][0]["case_id"]
        await scene.event("the case is opened all the same", "case-opened", case_id=case_id)
        assert not scene.events.of("letter-sent", case_id=case_id)
    finally:
        await asyncio.to_thread(stack.start_part, "mail")
    await scene.event("the letter went", "letter-sent", case_id=case_id, within_s=60)
    await scene.quiet(within_s=60)
    assert len(scene.events.of("letter-sent", case_id=case_id)) == 1
    assert len(await _letters(scene, "english", "")) == before + 1


async def test_without_mongodb_it_is_503_and_nothing_is_half_written(municipality: Scene) -> None:
    scene, stack = municipality, municipality.stack
    person = await scene.person("english")
    child = await _child_of(scene, "english")
    key = secrets.token_urlsafe(24)

    def told() -> int:
        return len(scene.events.of("report-received", reporter_id=scene.person_id("english")))

    already = told()
    await asyncio.to_thread(stack.stop_part, "mongodb")
    try:
        answer = await person.call("POST", REPORTS, a_report(child), key=key)
        assert answer.status_code == 503, answer.text
        assert int(answer.headers["retry-after"]) > 0
        assert answer.headers["content-type"].startswith("application/problem+json")
    finally:
        await asyncio.to_thread(stack.start_part, "mongodb")

    async def taken() -> bool:
        return (await person.call("POST", REPORTS, a_report(child), key=key)).status_code == 201

    await scene.proofs.that("it is taken when MongoDB is back", taken, look=REPORTS, within_s=60)
    await scene.proofs.that("it is told", lambda: told() > already, look="Kafka", within_s=60)
    await scene.quiet(within_s=60)
    assert told() == already + 1


async def _child_of(scene: Scene, key: str) -> str:
    person = await scene.person(key)
    found: str = (await person.asks("GET", "/api/intake/report-choices"))["pupils"][0]["pupil_id"]
    return found


async def _letters(scene: Scene, key: str, subject: str = ONE_LETTER) -> list[str]:
    return [mail.id for mail in await scene.mails_to(key) if subject in mail.subject]


async def _one_more_letter(scene: Scene, key: str, before: int) -> None:
    async def there() -> bool:
        return len(await _letters(scene, key)) > before

    await scene.proofs.that("one letter came", there, look="the mailbox", within_s=60)
    await scene.quiet(within_s=60)
    assert len(await _letters(scene, key)) == before + 1
