"""Every metric of every service, declared here and nowhere else; labels are codes only."""

from typing import TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.metrics import MetricWrapperBase
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector

from shared.observability.scrubbing import as_code

REGISTRY = CollectorRegistry()
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

M = TypeVar("M", bound=MetricWrapperBase)

_FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_SLOW = (0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 86400)
_SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500)

DECLARED: list[MetricWrapperBase] = []


class _CodedCounter(Counter):
    def labels(self, *values: object, **named: object) -> "_CodedCounter":
        return super().labels(*map(as_code, values), **{k: as_code(v) for k, v in named.items()})


class _CodedGauge(Gauge):
    def labels(self, *values: object, **named: object) -> "_CodedGauge":
        return super().labels(*map(as_code, values), **{k: as_code(v) for k, v in named.items()})


class _CodedHistogram(Histogram):
    def labels(self, *values: object, **named: object) -> "_CodedHistogram":
        return super().labels(*map(as_code, values), **{k: as_code(v) for k, v in named.items()})


def _counter(name: str, promise: str, *labels: str) -> Counter:
    return _declare(_CodedCounter(f"samspill_{name}", promise, labels, registry=REGISTRY))


def _gauge(name: str, promise: str, *labels: str) -> Gauge:
    return _declare(_CodedGauge(f"samspill_{name}", promise, labels, registry=REGISTRY))


def _histogram(name: str, promise: str, *labels: str, buckets: tuple[float, ...] = _FAST) -> Histogram:
    return _declare(_CodedHistogram(f"samspill_{name}", promise, labels, registry=REGISTRY, buckets=buckets))


def _declare(metric: M) -> M:
    DECLARED.append(metric)
    return metric


# Pages and API
HTTP_REQUESTS = _counter("http_requests_total", "Requests answered", "method", "route", "status")
HTTP_SECONDS = _histogram("http_request_seconds", "Time to answer a request", "route")
SIGN_INS = _counter("sign_ins_total", "Sign-ins tried", "issuer", "outcome")
ACCESS_ANSWERS = _counter("access_answers_total", "Look-ups of who may see a case", "outcome")
ACCESS_AGE_SECONDS = _gauge("access_age_seconds", "Since the last sign of life on the access topic")

# Aggregates, outbox, relay
WRITE_BATCH = _histogram("write_batch_commands", "Commands in one group commit", buckets=_SIZES)
WRITE_SECONDS = _histogram("write_seconds", "Time of one group commit")
WRITE_CONFLICTS = _counter("write_conflicts_total", "Commands run again because another wrote first", "store")
OUTBOX_FULL = _counter("outbox_full_total", "Commands turned away because an outbox was full", "store")
EVENTS_TOO_LARGE = _counter("events_too_large_total", "Commands refused for the size of an event", "store")
RELAY_HELD = _gauge("relay_held", "Aggregates whose next event Kafka will not take")
RELAY_SENT = _counter("relay_sent_total", "Events that Kafka acknowledged")
RELAY_LAG_SECONDS = _gauge("relay_lag_seconds", "Age of the oldest event that lay in an outbox")
RELAY_LEADING = _gauge("relay_leading", "1 in the process that holds the relay's lease")

# Consuming
EVENTS = _counter("events_total", "Records heard, by what became of them", "topic", "outcome")
EVENT_BATCH = _histogram("event_batch_records", "Records in one batch", buckets=_SIZES)
EVENT_SECONDS = _histogram("event_batch_seconds", "Time to work through one batch")
EVENT_AGE_SECONDS = _histogram("event_age_seconds", "From told to heard", "topic", buckets=_SLOW)
CONSUMER_LAG = _gauge("consumer_lag_records", "Records not yet heard", "topic")
DEAD_LETTERS = _counter("dead_letters_total", "Records laid aside", "topic", "reason")
PARKED = _gauge("parked_records", "Records that wait for what they refer to")

# Letters and timers
LETTERS = _counter("letters_total", "Letters, by what became of them", "kind", "channel", "outcome")
LETTERS_TO = _counter("letters_to_total", "Letters by large receiving domain", "domain", "outcome")
LETTER_OLDEST_SECONDS = _gauge("letter_oldest_seconds", "Age of the oldest letter that is due and not sent")
LETTERS_WAITING = _gauge("letters_waiting", "Letters not yet sent")
LETTER_SECONDS = _histogram("letter_seconds", "From made to accepted by the mail server", buckets=_SLOW)
SMTP_SECONDS = _histogram("smtp_seconds", "Time of one hand-over to the mail server")
MAIL_IN = _counter("mail_in_total", "Mails that came to our own addresses, by what they were", "kind")
TIMERS_FIRED = _counter("timers_fired_total", "Clocks that rang", "clock")
TIMER_LATE_SECONDS = _histogram("timer_late_seconds", "How late a clock rang", buckets=_SLOW)
TIMERS_LOOKED = _gauge("timers_looked_timestamp_seconds", "When the leader last looked at what is due")
TIMERS_BEHIND = _gauge("timers_behind", "Things due for over a minute and still not done")

SCHOOLS_SILENT = _counter("schools_silent_total", "Alarms of schools where nobody could be told")
CHAINS_UNREACHED = _gauge("chains_unreached", "Schools whose chain reached nobody when it was tried")
CHAINS_TRIED = _gauge("chains_tried_timestamp_seconds", "When every school's chain was last tried")
ESCALATION_ALIVE = _gauge("escalation_alive", "1 while a heartbeat has come all the way round lately")
ESCALATION_BEAT_SECONDS = _gauge(
    "escalation_beat_seconds", "How long the last heartbeat took, by its way", "way"
)
OLDEST_DUE_SECONDS = _gauge("oldest_due_seconds", "How long the oldest due clock has waited to be fired")
NOTICES_UNANSWERED = _counter("notices_unanswered_total", "Notices that nobody in the chain has taken")

# What depends on others
NEIGHBOUR_DOWN = _counter("neighbour_down_total", "Times a neighbour did not answer", "neighbour")
PROBE_OK = _gauge("probe_ok", "1 while a role's probe succeeds", "role", "probe")
LOG_LINES = _counter("log_lines_total", "Lines logged", "level")

PlatformCollector(registry=REGISTRY)
ProcessCollector(registry=REGISTRY)
GCCollector(registry=REGISTRY)


def exposition() -> bytes:
    """All metrics of this process in Prometheus' text form."""
    return generate_latest(REGISTRY)
