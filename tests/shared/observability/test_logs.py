"""Log lines name events, identifiers and codes; nobody's words get through."""

import asyncio
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import pytest
import structlog
from pydantic import BaseModel
from pymongo.errors import BulkWriteError

from shared.errors import Refusal
from shared.observability.logs import configure_logs, get_logger, log_loop_errors
from shared.observability.scrubbing import REDACTED
from shared.observability.traces import context_of, within

CANARY = "Kanarifuglen Åse"
CASE = "case_" + "a" * 26


class Colour(StrEnum):
    RED = "red"


class Note(BaseModel):
    about: int


@pytest.fixture(autouse=True)
def logs() -> Iterator[None]:
    """Everything as in a service, and afterwards as pytest had it."""
    root = logging.getLogger()
    kept = (root.handlers[:], root.level, sys.excepthook, threading.excepthook, sys.unraisablehook)
    shown = warnings.showwarning
    configure_logs(service="intake", level="debug")
    yield
    root.handlers[:], level, sys.excepthook, threading.excepthook, sys.unraisablehook = kept
    root.setLevel(level)
    logging.captureWarnings(capture=False)
    warnings.showwarning = shown
    logging.raiseExceptions = True
    structlog.reset_defaults()


@pytest.fixture
def lines(capsys: pytest.CaptureFixture[str]) -> "Lines":
    return Lines(capsys)


class Lines:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self) -> list[dict[str, Any]]:
        told = self._capsys.readouterr()
        for text in (told.out, told.err):
            assert "anarifugl" not in text
            assert "Åse" not in text
            assert "u00c5se" not in text
        assert told.err == ""
        return [json.loads(line) for line in told.out.splitlines()]


def test_an_event_is_one_line_with_its_identifiers(lines: Lines) -> None:
    get_logger().info("report.accepted", case_id=CASE, ms=12.5, new=True, colour=Colour.RED)
    (line,) = lines()
    moment = datetime.fromisoformat(line.pop("at"))
    assert abs((datetime.now(UTC) - moment).total_seconds()) < 60
    assert line == {
        "level": "info",
        "service": "intake",
        "event": "report.accepted",
        "case_id": CASE,
        "ms": 12.5,
        "new": True,
        "colour": "red",
    }


@pytest.mark.parametrize(
    "value",
    [
        CANARY,
        "ola@example.no",
        "Kari",
        "01010112345",
        "22 00 00 00",
        b"bytes",
        object(),
        Note(about=1),
        "x" * 81,
        "a/b",
        [CANARY],
        {CANARY: CANARY},
    ],
    ids=lambda value: type(value).__name__,
)
def test_anything_else_is_redacted(lines: Lines, value: object) -> None:
    get_logger().info("a.thing", told=value)
    (line,) = lines()
    assert line["told"] in (REDACTED, [REDACTED], {REDACTED: REDACTED})


def test_where_words_are_likely_not_even_a_code_gets_through(lines: Lines) -> None:
    get_logger().info("a.thing", name="kari", title="gutten", detail="slag")
    assert {"name": REDACTED, "title": REDACTED, "detail": REDACTED}.items() <= lines()[0].items()


def test_an_event_with_words_for_a_name_is_redacted_too(lines: Lines) -> None:
    get_logger().info(f"saved {CANARY}")
    assert lines()[0]["event"] == REDACTED


def test_any_structlog_logger_is_scrubbed(lines: Lines) -> None:
    structlog.get_logger().info("a.thing", told=CANARY, event_id="event_" + "b" * 26)
    structlog.get_logger(told=CANARY).warning("a.thing")
    assert [line["told"] for line in lines()] == [REDACTED, REDACTED]


def test_an_event_may_have_an_event(lines: Lines) -> None:
    get_logger().info("event.parked", event="event_" + "b" * 26)
    assert lines()[0]["event_id"].startswith("event_")


@pytest.mark.parametrize("kind", ["generic", "bulk", "validation", "refusal", "group"])
def test_an_error_is_its_type_and_code_never_its_message(lines: Lines, kind: str) -> None:
    try:
        _raise(kind)
    except Exception:  # noqa: BLE001 - any of them
        get_logger().exception("a.failure")
    (line,) = lines()
    expected = {
        "generic": {"type": "RuntimeError", "cause": "ValueError"},
        "bulk": {"type": "pymongo.errors.BulkWriteError", "code": 65},
        "validation": {"type": "pydantic_core._pydantic_core.ValidationError"},
        "refusal": {"type": "shared.errors.Refusal", "code": "too-late"},
        "group": {"type": "ExceptionGroup", "errors": [{"type": "ValueError"}]},
    }[kind]
    assert line["error"] == expected


def test_the_stack_is_our_own_frames_only(lines: Lines) -> None:
    from shared.i18n import local

    try:
        local(datetime(2026, 1, 1))  # noqa: DTZ001 - refused for that very reason
    except ValueError as error:
        get_logger().warning("a.failure", exc_info=error)
    (frame,) = lines()[0]["error"]["frames"]
    path, line, function = frame.split(":")
    assert (path, function) == ("shared/i18n.py", "local")
    assert int(line) > 0


def test_of_a_library_only_the_constant_template_is_kept(lines: Lines) -> None:
    library = logging.getLogger("aiokafka.consumer")
    library.warning("Heartbeat failed for %s", CANARY)
    library.error(f"Heartbeat failed for {CANARY}")
    library.error("Failed: %r", {"text": CANARY}, exc_info=ValueError(CANARY))
    first, second, third = lines()
    assert first["template"] == "Heartbeat failed for %s"
    assert (first["logger"], first["level"]) == ("aiokafka.consumer", "warning")
    assert "template" not in second
    assert second["place"].startswith("observability/test_logs.py:")
    assert third["error"] == {"type": "ValueError"}


@pytest.mark.parametrize("name", ["uvicorn.error", "pymongo.command", "faststream", "aiosmtplib", "asyncio"])
def test_every_library_goes_through_the_same_scrubber(lines: Lines, name: str) -> None:
    logging.getLogger(name).error("with %s", CANARY)
    assert lines()[0]["logger"] == name


def test_the_servers_own_access_log_is_silent(lines: Lines) -> None:
    logging.getLogger("uvicorn.access").error("GET /reply/%s", CANARY)
    assert lines() == []


def test_warnings_and_what_nobody_caught_are_scrubbed(lines: Lines) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(capture=False)
        logging.captureWarnings(capture=True)
        warnings.warn(CANARY, stacklevel=1)
    error = ValueError(CANARY)
    sys.excepthook(ValueError, error, None)
    thread = threading.Thread(target=lambda: _raise("generic"))
    thread.start()
    thread.join()
    events = [line["event"] for line in lines()]
    assert events == ["library.said", "process.error", "process.error"]


async def test_what_nobody_awaited_is_scrubbed(lines: Lines) -> None:
    loop = asyncio.get_running_loop()
    log_loop_errors(loop)
    loop.call_exception_handler({"message": CANARY, "exception": ValueError(CANARY)})
    loop.set_exception_handler(None)
    assert lines()[0]["error"] == {"type": "ValueError"}


def test_lines_of_one_deed_share_a_trace(lines: Lines) -> None:
    context = context_of(f"00-{'ab' * 16}-{'cd' * 8}-01")
    assert context is not None
    with within(context):
        get_logger().info("a.thing")
    get_logger().info("a.thing")
    first, second = lines()
    assert first["trace_id"] == "ab" * 16
    assert "trace_id" not in second


def test_quieter_levels_are_left_out(lines: Lines) -> None:
    configure_logs(service="intake", level="warning")
    get_logger().info("a.thing")
    logging.getLogger("uvicorn.error").info("Started")
    get_logger().warning("a.thing")
    assert [line["level"] for line in lines()] == ["warning"]


def _raise(kind: str) -> None:
    match kind:
        case "bulk":
            raise BulkWriteError({"writeErrors": [{"op": {"text": CANARY}}], "nInserted": 0})
        case "validation":
            Note(about=CANARY)
        case "refusal":
            raise Refusal("too-late", fields={"about": CANARY})
        case "group":
            raise ExceptionGroup(CANARY, [ValueError(CANARY)])
        case _:
            try:
                raise ValueError(CANARY)
            except ValueError as error:
                raise RuntimeError(CANARY) from error
