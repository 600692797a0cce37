"""Named events as JSON lines on stdout, with identifiers and codes, never with people.

    log = get_logger()
    log.info("report.accepted", case_id=case.id, ms=12)

Every line goes through `scrubbing.scrub`, also before `configure_logs` was called, and also what
libraries log: of theirs only the logger, the level, the place and a constant template are kept.
"""

import asyncio
import json
import logging
import sys
import threading
from collections.abc import MutableMapping
from datetime import UTC, datetime
from pathlib import PurePath
from types import TracebackType
from typing import Any, Protocol, cast

import structlog

from shared.observability.metrics import LOG_LINES
from shared.observability.scrubbing import REDACTED, constant_template, describe_error, is_clean, scrub
from shared.observability.traces import current_trace_id

Event = MutableMapping[str, Any]

_LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40}
_QUIET_LIBRARIES = (
    "aiokafka",
    "pymongo",
    "motor",
    "faststream",
    "aiosmtplib",
    "httpx",
    "httpcore",
    "asyncio",
)
_process: dict[str, Any] = {"service": "samspill", "level": _LEVELS["info"]}


class Log(Protocol):
    """What code logs with: a named event and its facts by keyword."""

    def debug(self, event: str, /, **facts: Any) -> None: ...
    def info(self, event: str, /, **facts: Any) -> None: ...
    def warning(self, event: str, /, **facts: Any) -> None: ...
    def error(self, event: str, /, **facts: Any) -> None: ...
    def exception(self, event: str, /, **facts: Any) -> None: ...
    def bind(self, **facts: Any) -> "Log": ...


def get_logger(**facts: Any) -> Log:
    """A logger that always scrubs; may be made at import, opens nothing."""
    made = structlog.wrap_logger(
        _Stdout(), processors=_PROCESSORS, wrapper_class=_Bound, cache_logger_on_first_use=True, **facts
    )
    return cast("Log", made)


def configure_logs(*, service: str, level: str = "info") -> None:
    """Send everything this process logs, ours and the libraries', through the scrubber to stdout."""
    _process.update(service=service, level=_LEVELS[level])
    structlog.configure(processors=_PROCESSORS, wrapper_class=_Bound, logger_factory=lambda *_a: _Stdout())
    root = logging.getLogger()
    root.handlers[:] = [_Libraries()]
    root.setLevel(_LEVELS[level])
    for name in _QUIET_LIBRARIES:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
    logging.getLogger("uvicorn.access").disabled = True  # it writes whole paths; ours writes templates
    logging.captureWarnings(capture=True)
    logging.raiseExceptions = False
    sys.excepthook = _uncaught
    threading.excepthook = lambda told: _uncaught(told.exc_type, told.exc_value, told.exc_traceback)
    sys.unraisablehook = lambda told: _uncaught(told.exc_type, told.exc_value, told.exc_traceback)


def log_loop_errors(loop: asyncio.AbstractEventLoop) -> None:
    """Log what nobody awaited as `loop.error`, without its message. Call once the loop runs."""
    log = get_logger()

    def handle(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        log.error("loop.error", exc_info=context.get("exception"))

    loop.set_exception_handler(handle)


class _Bound(structlog.BoundLoggerBase):
    def debug(self, event: str, /, **facts: Any) -> None:
        self._say("debug", event, facts)

    def info(self, event: str, /, **facts: Any) -> None:
        self._say("info", event, facts)

    def warning(self, event: str, /, **facts: Any) -> None:
        self._say("warning", event, facts)

    def error(self, event: str, /, **facts: Any) -> None:
        self._say("error", event, facts)

    critical = error

    def exception(self, event: str, /, **facts: Any) -> None:
        self._say("error", event, {"exc_info": True, **facts})

    def _say(self, level: str, event: str, facts: dict[str, Any]) -> None:
        if _LEVELS[level] < _process["level"]:
            return
        LOG_LINES.labels(level).inc()
        if "event" in facts:
            facts["event_id"] = facts.pop("event")
        self._proxy_to_logger(level, event, **facts)


class _Stdout:
    """Writes to whatever stdout is now, a line at a time."""

    def _write(self, line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    debug = info = warning = error = _write


def _take_error(_logger: Any, _level: str, event: Event) -> Event:
    told = event.pop("exc_info", None)
    event.pop("stack_info", None)
    error = sys.exc_info()[1] if told is True else told[1] if isinstance(told, tuple) else told
    event["_error"] = describe_error(error) if isinstance(error, BaseException) else None
    return event


def _scrub(_logger: Any, level: str, event: Event) -> Event:
    error = event.pop("_error", None)
    library = event.pop("_library", None)
    name = event.pop("event", "")
    line: dict[str, Any] = {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "level": level,
        "service": _process["service"],
        "event": name if isinstance(name, str) and is_clean(name) else REDACTED,
    }
    if trace_id := current_trace_id():
        line["trace_id"] = trace_id
    for key, value in scrub(event).items():
        line.setdefault(key, value)
    return line | (library or {}) | ({"error": error} if error else {})


def _render(_logger: Any, _level: str, event: Event) -> str:
    return json.dumps(event, separators=(",", ":"), ensure_ascii=True, default=lambda _value: REDACTED)


_PROCESSORS: list[Any] = [_take_error, _scrub, _render]


class _Libraries(logging.Handler):
    """What libraries log through the standard library, reduced to what cannot be about a person."""

    def emit(self, record: logging.LogRecord) -> None:
        place = "/".join(PurePath(record.pathname).parts[-2:])
        told: dict[str, Any] = {"logger": record.name, "place": f"{place}:{record.lineno}"}
        if template := constant_template(record.msg, record.pathname, record.lineno):
            told["template"] = template
        level = "error" if record.levelno >= logging.ERROR else record.levelname.lower()
        say = getattr(_LIBRARY_LOG, level if level in _LEVELS else "info")
        say("library.said", exc_info=record.exc_info, _library=told)


_LIBRARY_LOG = get_logger()


def _uncaught(
    kind: type[BaseException], error: BaseException | None, traceback: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _LIBRARY_LOG.error("process.error", exc_info=(kind, error or kind(), traceback))
