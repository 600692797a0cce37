"""The tables of the documentation: topics, metrics, settings, written from the code that declares them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from deploy.generate.built import settings_class
from deploy.generate.contracts import contracts
from deploy.generate.meanings import MEANINGS
from shared.contracts.topics import DAY_MS, SERVICES, TOPICS, Service, Topic
from shared.observability.metrics import DECLARED
from shared.settings import ServiceSettings

_WRITTEN = "<!-- Written by `make generate`; changes belong in the code it is read from. -->"


def topics_table() -> str:
    """Who owns, says and reads what, and how long it is kept."""
    rows = [
        (
            f"`{topic.name}`",
            topic.owner,
            ", ".join(service for service in SERVICES if service in topic.readers),
            topic.key,
            str(topic.partitions),
            _kept(topic),
            f"{topic.max_bytes // 1024} kB",
            "<br>".join(f"`{one.type}`" for one in contracts() if one.topic == topic) or "–",
        )
        for topic in TOPICS
    ]
    head = ("topic", "owner", "readers", "key", "partitions", "kept", "largest", "events")
    return _page("Topics", "`shared/contracts/topics.py` names them; nothing else does.", head, rows)


def metrics_table() -> str:
    """Every metric with its labels."""
    rows = []
    for metric in DECLARED:
        [told] = metric.describe()
        name = told.name + ("_total" if told.type == "counter" else "")
        labels = ", ".join(metric._labelnames)  # noqa: SLF001 - the library shows them nowhere else
        rows.append((f"`{name}`", told.type, labels or "–", told.documentation))
    intro = "`GET /metrics` on each service's own port. Labels are codes, never about people."
    return _page("Metrics", intro, ("metric", "type", "labels", "says"), rows)


def settings_table() -> str:
    """Every setting, who needs it and its default."""
    classes = {service: settings_class(service) for service in SERVICES}
    names = dict.fromkeys(name for one in classes.values() for name in one.model_fields)
    rows = [_setting(name, classes) for name in names]
    intro = (
        "A service's own form wins: `INTAKE_HTTP_PORT` before `HTTP_PORT`. Any of them may lie in a file "
        "that the same variable with `_FILE` behind it names, which is how secrets come in a container."
    )
    return _page("Settings", intro, ("variable", "services", "default", "secret", "says"), rows)


def _setting(name: str, classes: Mapping[Service, type[ServiceSettings]]) -> tuple[str, ...]:
    having = [service for service, one in classes.items() if name in one.model_fields]
    owner = classes[having[0]]
    field = owner.model_fields[name]
    meaning = field.description or MEANINGS.get(name)
    if meaning is None:
        raise SystemExit(f"The setting {name} says nowhere what it is for: give it Field(description=…).")
    who = "all" if len(having) == len(SERVICES) else ", ".join(having)
    return (
        f"`{owner.variables_of(name)[-1]}`",
        who,
        _default(field),
        "yes" if is_secret(field.annotation) else "",
        meaning,
    )


def _default(field: FieldInfo) -> str:
    if is_needed(field):
        return "needed"
    return "–" if field.default is None else f"`{getattr(field.default, 'value', field.default)}`"


def is_needed(field: FieldInfo) -> bool:
    """Whether no service starts without it."""
    return field.default is PydanticUndefined


def is_secret(kind: Any) -> bool:
    """Whether it may only come in a file, and never be shown."""
    if get_origin(kind) is not None:
        return any(is_secret(part) for part in get_args(kind))
    return getattr(kind, "__name__", "") in {"SecretStr", "SecretBytes", "Keyring", "SecretKey"}


def _kept(topic: Topic) -> str:
    if topic.state:
        return "the latest per key"
    days = topic.retention_ms // DAY_MS
    return f"{days} day{'s' * (days > 1)}"


def _page(title: str, intro: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"# {title}", "", _WRITTEN, "", intro, "", _line(head), _line(["---"] * len(head))]
    return "\n".join([*lines, *map(_line, rows)]) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
