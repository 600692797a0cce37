"""Every kind of error is raised with a canary word; it is looked for everywhere an error can go."""

import subprocess
import sys

import httpx
import pytest

from shared.observability.metrics import exposition
from tests.shared.web.conftest import CANARY, Town

PERSON = "Kanarifuglen"


@pytest.mark.parametrize("kind", ["generic", "bulk", "custom", "model", "refusal", "unavailable"])
@pytest.mark.parametrize("path", ["/api/intake/errors", "/errors"])
async def test_an_errors_words_are_nowhere(
    http: httpx.AsyncClient, capsys: pytest.CaptureFixture[str], kind: str, path: str
) -> None:
    answer = await http.get(f"{path}/{kind}")
    assert answer.status_code >= 400
    _nowhere(answer, capsys)


async def test_what_was_sent_is_nowhere_however_it_was_sent(
    http: httpx.AsyncClient, capsys: pytest.CaptureFixture[str], town: Town
) -> None:
    signed_in = town.sending(town.session())
    word = CANARY.replace(" ", "%20")
    answers = [
        await http.post("/api/intake/told", json={"about": CANARY, CANARY: CANARY, "accounts": CANARY}),
        await http.post("/api/intake/told", content=CANARY.encode(), headers={"content-type": "text/plain"}),
        await http.post(
            "/api/intake/told", content=f'{{"{PERSON}'.encode(), headers={"content-type": "application/json"}
        ),
        await http.get(f"/api/intake/numbers/{word}"),
        await http.get(f"/api/intake/numbers/1?page={word}"),
        await http.get(f"/{word}?q={word}", headers={"accept": "text/html"}),
        await http.get(f"/today?q={word}", headers={"accept": "text/html", "cookie": f"samspill={PERSON}"}),
        await http.get(f"/cases/{word}", headers=signed_in | {"accept": "text/html"}),
        await http.post("/api/intake/once", headers={"idempotency-key": PERSON + "!" * 16}),
        await http.request(PERSON.upper(), "/today"),
        await http.post("/today", data={"csrf": PERSON}, headers=town.signed_in(town.session())),
    ]
    assert all(answer.status_code >= 300 for answer in answers)
    for answer in answers:
        _nowhere(answer, capsys)


async def test_even_an_unheard_of_method_is_counted_without_its_name(http: httpx.AsyncClient) -> None:
    await http.request("KANARI FUGL", "/nowhere")
    assert "KANARI" not in exposition().decode()


def test_with_a_collector_no_words_reach_it_either() -> None:
    # In a process of its own: a process has one collector for good.
    told = subprocess.run(
        [sys.executable, "-c", _WITH_A_COLLECTOR], check=True, capture_output=True, text=True
    ).stdout
    assert '"http.route": "/api/intake/errors/{kind}"' in told
    assert '"http.response.status_code": 500' in told
    assert "kanari" not in told.lower()
    assert "Åse" not in told


def _nowhere(answer: httpx.Response, capsys: pytest.CaptureFixture[str]) -> None:
    told = capsys.readouterr()
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    for place in (answer.text, headers, told.out, told.err, exposition().decode()):
        assert "kanari" not in place.lower()
        assert "Åse" not in place


_WITH_A_COLLECTOR = """
import asyncio, sys
import httpx
from opentelemetry import _logs, trace
from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs.export import InMemoryLogRecordExporter, SimpleLogRecordProcessor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

spans, logs = InMemorySpanExporter(), InMemoryLogRecordExporter()
traces, records = TracerProvider(), LoggerProvider()
traces.add_span_processor(SimpleSpanProcessor(spans))
records.add_log_record_processor(SimpleLogRecordProcessor(logs))
trace.set_tracer_provider(traces)
_logs.set_logger_provider(records)

from tests.shared.web.conftest import Town

async def main():
    transport = httpx.ASGITransport(Town().app)
    async with httpx.AsyncClient(transport=transport, base_url="http://town.test") as http:
        await http.get("/reply/Kanarifuglen?q=Kanarifuglen")
        await http.get("/api/intake/errors/generic?q=Kanarifuglen")
        await http.get("/api/intake/errors/bulk")
        await http.post("/api/intake/told", json={"about": "Kanarifuglen"})

asyncio.run(main())
assert spans.get_finished_spans()
for span in spans.get_finished_spans():
    print(span.to_json())
for log in logs.get_finished_logs():
    print(log.log_record.to_json() if hasattr(log, "log_record") else log)
"""
