"""The committed page with the figures, written from build/bench.json."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

PAGE = Path(__file__).resolve().parents[2] / "deploy" / "docs" / "benchmarks.md"

_WHAT = {
    "consume": "events heard and routed, nothing done about them",
    "consume_effects": "events heard, one sealed row written for each",
    "relay_drain": "outboxes drained to acknowledged by Kafka, history written",
    "post_c32": "reports taken in, 32 at once",
    "post_c128": "reports taken in, 128 at once",
    "report_to_mail": "from a report until its letter is accepted by the mail server",
    "letters": "from a filled topic to letters accepted by the mail server",
    "pages": "list and case page while many cases lie there",
    "memory": "resident memory of a service",
    "start": "start to ready",
}
_WHY = {
    "report_to_mail": "one report is 13 events in four services and about 75 ms of processor time in all "
    "(intake 18, escalation 15, MongoDB 20 to 30, Kafka 10, notify 7); two cores carry some 25 a second, "
    "so at 50 everything queues. Next: fewer events of clocks and tasks for a report, written in one batch.",
    "post_c32": "2 to 4 ms of processor time a report in one process, a third of it in FastAPI's and our own "
    "layers around the command; the bare loop has no web at all.",
    "post_c128": "as with 32 connections.",
    "letters": "each letter is decided, rendered, sealed once more for whoever asks what was sent, and "
    "recorded; none of that has been made cheap since it was added.",
    "start": "every text and template of the service is read and compared before it says that it is ready.",
    "consume": "not looked into; the bare loop is quicker than in earlier runs, the path is not slower.",
    "relay_drain": "as with consume.",
    "memory": "what every service imports takes 90 to 100 MB before the first event (pydantic-settings 17, "
    "Motor 15, FastAPI 8, OpenTelemetry, FastStream and holidays 4 to 5 each); the rest is opened keys, the "
    "directory's cache and the driver's threads.",
}

_INTRO = """# Figures

Made by `make bench` and `python -m tests.bench --page`; the numbers are of one run on one machine, so trust
the ratios. Each rate stands beside a bare loop that does the least that could be done about the same thing,
run in turn with it in the same run: the median of the pairs, and the lowest and highest of them. An absolute
figure is an aim for an idle machine with two cores, and never a reason to drop a safeguard.
"""


def page_of(found: Mapping[str, Any]) -> str:
    """The whole page."""
    return "\n".join([_INTRO, *_lines(found)]) + "\n"


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"- Taken: {found['at'][:10]}"
    yield f"- Machine: {found['machine']}; load before it began {found['load_before']}"
    yield ""
    yield "| figure | measured | bare loop | ratio (lowest–highest) | reach | aim | reached |"
    yield "|---|---|---|---|---|---|---|"
    for name in _WHAT:
        yield _row(name, found.get(name))
    yield ""
    yield "## What ran"
    yield ""
    for name, what in _WHAT.items():
        one = found.get(name) or {}
        yield f"**{name}**: {what}. {_sentence(one.get('ran', ''))}"
        if one.get("more"):
            yield f"Also: {', '.join(f'{key} {value}' for key, value in one['more'].items())}."
        yield ""
    missed = [name for name in _WHAT if not (found.get(name) or {}).get("reached")]
    if missed:
        yield "## What was missed"
        yield ""
        for name in missed:
            yield f"- **{name}**: {_reason(name, found.get(name))}"
        yield ""


def _row(name: str, one: Mapping[str, Any] | None) -> str:
    if one is None or "value" not in one:
        return f"| `{name}` | not measured | | | | | no |"
    spread = f"{one['spread'][0]}–{one['spread'][1]}" if "spread" in one else ""
    around = f"({spread})" if spread else ""
    ratio = f"{one['ratio']} {around}".strip() if "ratio" in one else around
    measured = f"{_number(one['value'])} {one['unit']}"
    baseline = _number(one["baseline"]) if "baseline" in one else ""
    verdict = "yes" if one.get("reached") else "no"
    return f"| `{name}` | {measured} | {baseline} | {ratio} | {one['reach']} | {one['aim']} | {verdict} |"


def _reason(name: str, one: Mapping[str, Any] | None) -> str:
    if one is None or "value" not in one:
        return str((one or {}).get("not_measured", "not measured in this run"))
    return _WHY.get(name, "measured while other programs ran on the same two cores.")


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 1000 else f"{value:g}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""
