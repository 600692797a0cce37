"""One graph of a dashboard: a title, questions to Prometheus, and the unit of the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prometheus_client.metrics import MetricWrapperBase

SOURCE = {"type": "prometheus", "uid": "${source}"}
WIDTH, HEIGHT = 8, 7
PER_LINE = 24 // WIDTH


@dataclass(frozen=True)
class Panel:
    """`asked` maps the legend of each line to its PromQL; a legend may name labels: `{{topic}}`."""

    title: str
    asked: Mapping[str, str]
    unit: str = "short"
    says: str = ""
    single: bool = False
    """One number instead of lines."""

    def drawn(self, number: int, x: int, y: int) -> dict[str, Any]:
        """The panel as Grafana reads it."""
        return {
            "id": number,
            "type": "stat" if self.single else "timeseries",
            "title": self.title,
            "description": self.says,
            "datasource": SOURCE,
            "gridPos": {"x": x, "y": y, "w": WIDTH, "h": HEIGHT},
            "fieldConfig": {"defaults": {"unit": self.unit, "min": 0}, "overrides": []},
            "options": {} if self.single else {"tooltip": {"mode": "multi"}},
            "targets": [
                {"refId": chr(ord("A") + at), "expr": asked, "legendFormat": legend, "datasource": SOURCE}
                for at, (legend, asked) in enumerate(self.asked.items())
            ],
        }


@dataclass(frozen=True)
class Row:
    """A heading with its panels."""

    title: str
    panels: Sequence[Panel]


def panel_of(metric: MetricWrapperBase) -> Panel:
    """The graph that every metric has without anybody drawing it: what its type makes worth asking."""
    [told] = metric.describe()
    name, labels = told.name, list(metric._labelnames)  # noqa: SLF001 - the library shows them nowhere else
    by = ", ".join(["service", *labels])
    legend = " ".join(f"{{{{{label}}}}}" for label in ["service", *labels])
    title = told.name.removeprefix("samspill_").replace("_", " ")
    chosen = '{service=~"$service"}'
    unit = "s" if "seconds" in name else "short"
    if told.type == "counter":
        asked = {legend: f"sum by ({by}) (rate({name}_total{chosen}[$__rate_interval]))"}
        return Panel(title, asked, "ops", told.documentation)
    if told.type == "histogram":
        within = f"sum by (le, service) (rate({name}_bucket{chosen}[$__rate_interval]))"
        asked = {
            f"p{percent} {{{{service}}}}": f"histogram_quantile({percent / 100}, {within})"
            for percent in (50, 99)
        }
        return Panel(title, asked, unit, told.documentation)
    if name.endswith("_timestamp_seconds"):
        asked = {legend: f"time() - max by ({by}) ({name}{chosen} > 0)"}
        return Panel(f"{title}, ago", asked, unit, told.documentation)
    # A probe is as well as its worst replica; of everything else the largest value is the news.
    worst = "min" if name.endswith("_ok") else "max"
    return Panel(title, {legend: f"{worst} by ({by}) ({name}{chosen})"}, unit, told.documentation)
