"""Letters: how soon one is with the mail server after the report, and how many a second."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from statistics import median

import aiosmtplib

from deploy.local.stack import SERVICES
from services.notify.domain.letter import letter_id
from services.notify.settings import NotifySettings
from shared.contracts.envelope import event_id
from shared.contracts.intake import OpenedCase, ReportReceivedV1
from shared.identifiers import derived_id, new_id
from shared.messaging.relay import send_in_order
from shared.web.idempotency import scoped_key
from tests.bench.harness import Figure, paired, percentile, together
from tests.bench.load.client import Sent, load
from tests.bench.load.people import Guardian, leader_of
from tests.bench.place import Place
from tests.bench.town import Town, reporters, reports
from tests.shared.waiting import until

RATE = 50
ROUNDS = 5
SECONDS = 10.0
LETTERS = 3000
UNCOUNTED = 500
CONNECTIONS: int = NotifySettings.model_fields["smtp_connections"].default


async def report_to_mail(town: Town) -> Figure:
    """Milliseconds from a report that ought to be sent until its letter is accepted, at 50 a second."""
    await town.start(*SERVICES)
    await town.caught_up()
    people = reporters()
    found = [await _round(town, people) for _ in range(ROUNDS + 1)][1:]
    p50s = [percentile(to_mail, 0.5) for to_mail, _ in found]
    p99s = [percentile(to_mail, 0.99) for to_mail, _ in found]
    p50, p99 = median(p50s), median(p99s)
    return Figure(
        value=round(p50, 1),
        spread=(round(min(p50s), 1), round(max(p50s), 1)),
        unit="ms p50",
        reach="20 / 60 ms (p50 / p99)",
        aim="12 / 25 ms",
        reached=p50 <= 20 and p99 <= 60,
        ran=f"{RATE} reports a second, open loop, {ROUNDS} rounds of {SECONDS:.0f} s; one process of each of "
        "the four services with all roles; from when the report was due to be sent",
        more={
            "p99_ms": round(p99, 1),
            "p99_lowest": round(min(p99s), 1),
            "p99_highest": round(max(p99s), 1),
            "post_p50_ms": median(percentile(post, 0.5) for _, post in found),
            "post_p99_ms": median(percentile(post, 0.99) for _, post in found),
        },
    )


async def _round(town: Town, people: list[Guardian]) -> tuple[list[float], list[float]]:
    before = town.sink.count()
    heads, bodies = reports(town.stack, people)
    done = await load(
        town.running["intake"].port,
        method="POST",
        paths=["/api/intake/reports"],
        heads=heads,
        bodies=bodies,
        key=new_id("k") + "-",
        rate=RATE,
        connections=32,
        seconds=SECONDS,
    )
    if not done.all_are("201"):
        raise RuntimeError(f"not every report was taken: {done.statuses}")
    await until(lambda: town.sink.count() >= before + len(done.sent), within_s=60)
    taken = {mail.letter_id: mail.at for mail in town.sink.taken(before)}
    return [(taken[_letter_of(one, people)] - one.at) * 1000 for one in done.sent], done.ms


def _letter_of(sent: Sent, people: list[Guardian]) -> str:
    """The letter that this request's report causes: its id follows from the key."""
    person = people[sent.head].person_id
    report = derived_id("report", scoped_key(person, sent.key))
    return letter_id(event_id(report, 1), person)


async def letters(town: Town, place: Place) -> Figure:
    """Letters a second from a filled topic, against handing over the same bytes."""
    people = reporters()
    await town.start("notify")
    await town.caught_up()

    async def path() -> float:
        await town.stop()
        before = town.sink.count()
        await _fill(place, people)
        await town.start("notify")
        await until(lambda: town.sink.count() >= before + LETTERS, within_s=120)
        at = sorted(mail.at for mail in town.sink.taken(before))
        return (LETTERS - UNCOUNTED) / (at[LETTERS - 1] - at[UNCOUNTED - 1])

    async def bare() -> float:
        await town.stop()
        size = round(median(mail.size for mail in town.sink.taken()[-100:]))
        return await _bare(town, size)

    return Figure.against(
        await paired(path, bare),
        unit="letters/s",
        reach=0.8,
        aim=0.9,
        least=1000,
        wished=1500,
        ran=f"{LETTERS} acknowledgements a round, DKIM off; hear, decide, look up, write, hand over on "
        f"{CONNECTIONS} connections, record; without the first {UNCOUNTED}; the bare loop hands over as "
        "many bytes on as many connections and does nothing else",
    )


async def _fill(place: Place, people: list[Guardian]) -> None:
    now = datetime.now(UTC)
    entries = [
        place.entry(_received(people[number % len(people)], now), seq=1, source=new_id("report"))
        for number in range(LETTERS)
    ]
    producer = await place.producer()
    await send_in_order(producer, entries)
    await producer.stop()


def _received(guardian: Guardian, now: datetime) -> ReportReceivedV1:
    case_id = new_id("case")
    return ReportReceivedV1(
        case_id=case_id,
        school_id=guardian.school_id,
        at=now,
        by=guardian.person_id,
        report_id=new_id("report"),
        told_as="guardian",
        channel="form",
        reporter_id=guardian.person_id,
        cases=(OpenedCase(case_id=case_id, number="2026-000001", pupil_id=guardian.pupil_id),),
        handler_id=leader_of(guardian.school_id),
        raised_with_rektor_at=now,
        contact_by=now + timedelta(days=1),
    )


async def _bare(town: Town, size: int) -> float:
    content = b"Message-ID: <bare@skole.example>\r\n\r\n" + b"a line of a letter, as long as most\r\n" * (
        size // 37
    )
    idle: asyncio.Queue[aiosmtplib.SMTP] = asyncio.Queue()
    for _ in range(CONNECTIONS):
        client = aiosmtplib.SMTP(hostname="127.0.0.1", port=town.sink.port, start_tls=False)
        await client.connect()
        idle.put_nowait(client)

    async def hand_over(_number: int) -> None:
        client = await idle.get()
        await client.sendmail("samspill@skole.example", ["bare@lillevik.example"], content)
        idle.put_nowait(client)

    began = time.perf_counter()
    await together(LETTERS, CONNECTIONS, hand_over)
    took = time.perf_counter() - began
    while not idle.empty():
        await idle.get_nowait().quit()
    return LETTERS / took
