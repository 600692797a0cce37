"""Labels and span attributes are codes; the trace goes on through headers."""

import pytest

from shared.observability import metrics
from shared.observability.traces import (
    configure_traces,
    current_trace_id,
    current_traceparent,
    extract,
    inject,
    span,
    within,
)

CANARY = "Kanarifuglen Åse"
TRACEPARENT = f"00-{'ab' * 16}-{'cd' * 8}-01"


def test_a_label_that_is_no_code_is_redacted() -> None:
    metrics.DEAD_LETTERS.labels(topic=CANARY, reason="not-json").inc()
    metrics.DEAD_LETTERS.labels("samspill.intake.report", CANARY).inc()
    told = metrics.exposition().decode()
    assert 'topic="[redacted]",reason="not-json"' in told or 'reason="not-json",topic="[redacted]"' in told
    assert "Kanari" not in told


def test_every_metric_is_ours_by_name_and_says_what_it_counts() -> None:
    assert metrics.DECLARED
    for metric in metrics.DECLARED:
        (family,) = list(metric.describe())
        assert family.name.startswith("samspill_")
        assert len(family.documentation) > 10
    names = [next(iter(metric.describe())).name for metric in metrics.DECLARED]
    assert len(set(names)) == len(names)


def test_the_trace_goes_on_from_header_to_header() -> None:
    with within(extract({"traceparent": TRACEPARENT})):
        assert current_trace_id() == "ab" * 16
        sent: dict[str, str] = {}
        inject(sent)
    assert sent == {"traceparent": TRACEPARENT}
    assert current_traceparent() is None


@pytest.mark.parametrize("told", ["", "nonsense", f"00-{'0' * 32}-{'cd' * 8}-01", CANARY])
def test_a_header_that_cannot_be_read_begins_a_new_trace(told: str) -> None:
    with within(extract({"traceparent": told})):
        trace_id = current_trace_id()
    assert trace_id is not None
    assert len(trace_id) == 32


def test_without_a_collector_the_sdk_is_not_even_imported() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from shared.observability.traces import configure_traces, span;"
        "configure_traces(service='intake', endpoint=None)\n"
        "with span('a.deed', code='x'): pass\n"
        "late = ('opentelemetry.sdk', 'opentelemetry.exporter')\n"
        "sys.exit(any(name.startswith(late) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_span_has_codes_and_an_errors_type_never_its_message(monkeypatch: pytest.MonkeyPatch) -> None:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    from shared.observability import traces

    configure_traces(service="intake", endpoint=None)
    collected = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(collected))
    monkeypatch.setattr(traces, "_tracer", provider.get_tracer("samspill"))
    with pytest.raises(ValueError, match="Kanari"), span("a.deed", told=CANARY, route="/cases/{case_id}"):
        raise ValueError(CANARY)
    (made,) = collected.get_finished_spans()
    assert made.attributes == {
        "told": "[redacted]",
        "route": "/cases/{case_id}",
        "error.type": "ValueError",
    }
    assert not made.events
    assert made.status.description is None
