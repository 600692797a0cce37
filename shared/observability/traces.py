"""W3C trace context through HTTP and Kafka, and spans when somebody collects them.

Without a collector only the context travels, so that the log lines of one deed share a `trace_id`;
the SDK is imported only when there is an address to send to, for it costs some 20 MB.
"""

import random
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager

from opentelemetry import trace
from opentelemetry.context import Context, attach, detach
from opentelemetry.trace import NonRecordingSpan, Span, SpanContext, TraceFlags
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from shared.observability.scrubbing import as_code, describe_error

TRACEPARENT = "traceparent"

_propagator = TraceContextTextMapPropagator()
_tracer = trace.get_tracer("samspill")
_collecting = False


def configure_traces(*, service: str, endpoint: str | None) -> None:
    """Send spans to the collector at `endpoint`; without one nothing is imported and nothing sent."""
    if endpoint is None:
        return
    global _collecting  # noqa: PLW0603 - one collector for the whole process, as OpenTelemetry has it
    _collecting = True
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    provider = TracerProvider(resource=Resource.create({"service.name": f"samspill-{service}"}))
    exporter = OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces")
    provider.add_span_processor(BatchSpanProcessor(exporter))
    trace.set_tracer_provider(provider)


def current_trace_id() -> str | None:
    """The trace that this code runs in, as 32 hex digits."""
    context = trace.get_current_span().get_span_context()
    return f"{context.trace_id:032x}" if context.is_valid else None


def current_traceparent() -> str | None:
    """The present context as a W3C `traceparent`, to be put beside what is sent on."""
    carrier: dict[str, str] = {}
    _propagator.inject(carrier)
    return carrier.get(TRACEPARENT)


def inject(headers: MutableMapping[str, str]) -> None:
    """Put the present context into the headers of a message."""
    if (traceparent := current_traceparent()) is not None:
        headers[TRACEPARENT] = traceparent


def extract(headers: Mapping[str, str]) -> Context:
    """The context that the headers carry, or a new one where they carry none that can be read."""
    context = context_of(headers.get(TRACEPARENT))
    if context is not None:
        return context
    return Context() if _collecting else _new_context()


def context_of(traceparent: str | None) -> Context | None:
    """The context that a `traceparent` stands for; None where it is absent or malformed."""
    if not traceparent:
        return None
    context = _propagator.extract({TRACEPARENT: traceparent}, context=Context())
    return context if trace.get_current_span(context).get_span_context().is_valid else None


@contextmanager
def within(context: Context) -> Iterator[None]:
    """Run the block in that context."""
    token = attach(context)
    try:
        yield
    finally:
        detach(token)


@contextmanager
def span(name: str, *, parent: Context | None = None, **codes: object) -> Iterator[Span]:
    """A span whose name and attributes are codes; an error leaves its type on it, never its message."""
    with _tracer.start_as_current_span(
        name, context=parent, record_exception=False, set_status_on_exception=False
    ) as made:
        for key, value in codes.items():
            made.set_attribute(key, as_code(value))
        try:
            yield made
        except Exception as error:
            made.set_status(trace.StatusCode.ERROR)
            made.set_attribute("error.type", str(describe_error(error)["type"]))
            raise


def _new_context() -> Context:
    made = SpanContext(
        trace_id=random.getrandbits(128) or 1,
        span_id=random.getrandbits(64) or 1,
        is_remote=False,
        trace_flags=TraceFlags(TraceFlags.SAMPLED),
    )
    return trace.set_span_in_context(NonRecordingSpan(made), Context())
