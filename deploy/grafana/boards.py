"""The four dashboards: what flows, what people meet, how the promises are kept, and every metric there is."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from deploy.grafana.panels import HEIGHT, PER_LINE, SOURCE, WIDTH, Panel, Row, panel_of
from deploy.grafana.people import PEOPLE
from shared.contracts.topics import SERVICES
from shared.observability.metrics import DECLARED

FOLDER = "deploy/grafana/dashboards"
RATE = "[$__rate_interval]"


def dashboards() -> dict[str, dict[str, Any]]:
    """Every dashboard by the path of its file."""
    made = {
        "flow": _board("flow", "Samspill: the flow", FLOW),
        "people": _board("people", "Samspill: what people meet", PEOPLE),
        "objectives": _board("objectives", "Samspill: how the promises are kept", OBJECTIVES),
        "service": _board("service", "Samspill: one service, every metric", _every_metric(), choose=True),
    }
    return {f"{FOLDER}/{name}.json": board for name, board in made.items()}


def _lines(name: str, by: str, wrap: str = "max") -> str:
    return f"{wrap} by ({by}) ({name})"


def _rate(name: str, by: str) -> str:
    return f"sum by ({by}) (rate({name}{RATE}))"


FLOW: Sequence[Row] = (
    Row(
        "In",
        (
            Panel(
                "Reports and pages answered",
                {"{{service}} {{status}}": _rate("samspill_http_requests_total", "service, status")},
                "reqps",
            ),
            Panel(
                "Commands written", {"{{service}}": _rate("samspill_write_seconds_count", "service")}, "ops"
            ),
            Panel(
                "Written twice over", {"{{store}}": _rate("samspill_write_conflicts_total", "store")}, "ops"
            ),
        ),
    ),
    Row(
        "Told",
        (
            Panel("Events told", {"{{service}}": _rate("samspill_relay_sent_total", "service")}, "ops"),
            Panel(
                "Oldest event untold", {"{{service}}": _lines("samspill_relay_lag_seconds", "service")}, "s"
            ),
            Panel("Held: Kafka will not take it", {"{{service}}": _lines("samspill_relay_held", "service")}),
        ),
    ),
    Row(
        "Heard",
        (
            Panel(
                "Records not yet heard",
                {"{{service}} {{topic}}": _lines("samspill_consumer_lag_records", "service, topic", "sum")},
            ),
            Panel(
                "From told to heard, 99 of 100",
                {
                    "{{service}}": "histogram_quantile(0.99, "
                    f"sum by (le, service) (rate(samspill_event_age_seconds_bucket{RATE})))"
                },
                "s",
            ),
            Panel(
                "Laid aside or parked",
                {
                    "dead letters {{service}} {{reason}}": "sum by (service, reason) "
                    "(increase(samspill_dead_letters_total[1h]))",
                    "parked {{service}}": _lines("samspill_parked_records", "service"),
                },
            ),
        ),
    ),
    Row(
        "Out",
        (
            Panel("Letters by outcome", {"{{outcome}}": _rate("samspill_letters_total", "outcome")}, "ops"),
            Panel("Letters waiting", {"waiting": "max(samspill_letters_waiting)"}),
            Panel(
                "Clocks that rang",
                {"{{clock}}": "sum by (clock) (increase(samspill_timers_fired_total[1h]))"},
            ),
        ),
    ),
)

OBJECTIVES: Sequence[Row] = tuple(
    Row(
        title,
        (
            Panel(
                "Kept, last 28 days",
                {"kept": f'1 - samspill:objective_missed:ratio28d{{objective="{name}"}}'},
                "percentunit",
                single=True,
            ),
            Panel(
                "What is left of the allowance",
                {
                    "left": f'1 - samspill:objective_missed:ratio28d{{objective="{name}"}} '
                    f'/ on (objective) samspill:objective_allowance:ratio{{objective="{name}"}}'
                },
                "percentunit",
                single=True,
            ),
            Panel(
                "Missed",
                {
                    "1 hour": f'samspill:objective_missed:ratio1h{{objective="{name}"}}',
                    "6 hours": f'samspill:objective_missed:ratio6h{{objective="{name}"}}',
                },
                "percentunit",
            ),
        ),
    )
    for name, title in (
        ("report-accepted", "A report is accepted"),
        ("letter-out", "A letter is out"),
        ("clock-fired", "A clock rings in time"),
    )
)


def _every_metric() -> list[Row]:
    """A graph of each declared metric, grouped by the first word of its name: nothing can be forgotten."""

    def first_word(panel: Panel) -> str:
        return panel.title.split()[0]

    panels = sorted((panel_of(metric) for metric in DECLARED), key=first_word)
    return [Row(word.capitalize(), tuple(found)) for word, found in groupby(panels, key=first_word)]


def _board(uid: str, title: str, rows: Sequence[Row], *, choose: bool = False) -> dict[str, Any]:
    source = {"name": "source", "type": "datasource", "query": "prometheus", "label": "Prometheus"}
    variables = [source, _choice_of_service()] if choose else [source]
    return {
        "uid": f"samspill-{uid}",
        "title": title,
        "tags": ["samspill"],
        "schemaVersion": 39,
        "editable": False,
        "refresh": "30s",
        "time": {"from": "now-6h", "to": "now"},
        "timezone": "Europe/Oslo",
        "templating": {"list": variables},
        "panels": _laid_out(rows),
    }


def _choice_of_service() -> dict[str, Any]:
    return {
        "name": "service",
        "label": "Service",
        "type": "custom",
        "query": ",".join(SERVICES),
        "multi": True,
        "includeAll": True,
        "current": {"text": "All", "value": "$__all"},
    }


def _laid_out(rows: Sequence[Row]) -> list[dict[str, Any]]:
    drawn: list[dict[str, Any]] = []
    y = 0
    for row in rows:
        place = {"x": 0, "y": y, "w": 24, "h": 1}
        drawn.append(
            {
                "id": len(drawn) + 1,
                "type": "row",
                "title": row.title,
                "collapsed": False,
                "gridPos": place,
                "panels": [],
            }
        )
        y += 1
        for at, panel in enumerate(row.panels):
            line, column = divmod(at, PER_LINE)
            drawn.append(panel.drawn(len(drawn) + 1, column * WIDTH, y + line * HEIGHT))
        y += HEIGHT * -(-len(row.panels) // PER_LINE)
    return drawn


__all__ = ["FOLDER", "SOURCE", "dashboards"]
