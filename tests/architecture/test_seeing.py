"""What the people on duty look at: every metric on a dashboard, every alert with a page and a test."""

import json
import re
from collections.abc import Iterator
from typing import Any

import promql_parser as promql
import yaml

from shared.observability.metrics import DECLARED
from tests.architecture.source import ROOT, place, python_files

RULES = sorted((ROOT / "deploy/prometheus/rules").glob("*.yaml"))
TRIED = sorted((ROOT / "deploy/prometheus/tests").glob("*.yaml"))
BOARDS = sorted((ROOT / "deploy/grafana/dashboards").glob("*.json"))
RUNBOOKS = ROOT / "deploy/runbooks"
# Of Prometheus, and of the place it runs in.
FOREIGN = {"up", "kube_cronjob_status_last_successful_time"}
TARGET_LABELS = {"service", "le", "job", "instance", "pod", "namespace", "cronjob"}
# What Grafana fills in before Prometheus sees the question.
_GRAFANA = {"$__rate_interval": "5m", "$service": ".*"}
_SUFFIX = re.compile(r"_(total|bucket|count|sum)$")


def _rules() -> list[dict[str, Any]]:
    return [
        rule
        for path in RULES
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]
        for rule in group["rules"]
    ]


ALERTS = [rule for rule in _rules() if "alert" in rule]


def _asked_on_boards() -> list[str]:
    found = []
    for path in BOARDS:
        for panel in json.loads(path.read_text(encoding="utf-8"))["panels"]:
            found += [target["expr"] for target in panel.get("targets", ())]
    return found


def _selectors(asked: str) -> Iterator[Any]:
    """Every series that the question reads; raises when it is no PromQL."""
    for told, filled in _GRAFANA.items():
        asked = asked.replace(told, filled)
    found: list[Any] = []

    def note(expression: Any) -> bool:
        if isinstance(expression, promql.VectorSelector):
            found.append(expression)
        return True

    promql.walk(promql.parse(asked), note)
    yield from found


def _base(name: str) -> str:
    return name if name in _GAUGES else _SUFFIX.sub("", name)


_LABELS = {next(iter(m.describe())).name: set(m._labelnames) for m in DECLARED}
_GAUGES = {told.name for m in DECLARED for told in m.describe() if told.type == "gauge"}


def test_every_metric_is_on_a_dashboard_or_in_an_alert() -> None:
    asked = [*_asked_on_boards(), *(rule["expr"] for rule in _rules())]
    seen = {_base(one.name) for text in asked for one in _selectors(text)}
    assert set(_LABELS) - seen == set()


def test_no_board_and_no_rule_asks_for_what_the_code_does_not_say() -> None:
    recorded = {rule["record"] for rule in _rules() if "record" in rule}
    for text in [*_asked_on_boards(), *(rule["expr"] for rule in _rules())]:
        for one in _selectors(text):
            if one.name in recorded | FOREIGN:
                continue
            assert _base(one.name) in _LABELS, f"{one.name} in {text}"
            named = {matcher.name for matcher in one.matchers.matchers}
            assert named <= _LABELS[_base(one.name)] | TARGET_LABELS, text


def test_every_alert_says_how_urgent_it_is_and_where_to_read_on() -> None:
    for rule in ALERTS:
        assert rule["labels"]["severity"] in {"page", "ticket"}, rule["alert"]
        assert rule["annotations"]["summary"], rule["alert"]
        assert (RUNBOOKS / rule["annotations"]["runbook"]).is_file(), rule["alert"]


def test_every_runbook_belongs_to_an_alert_and_begins_with_what_people_feel() -> None:
    led_to = {rule["annotations"]["runbook"] for rule in ALERTS}
    pages = {path.name for path in RUNBOOKS.glob("Samspill*.md")}
    assert pages == led_to
    for name in pages:
        text = (RUNBOOKS / name).read_text(encoding="utf-8")
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        assert headings[:3] == ["What people feel", "Look", "Do"], name
        assert all(rule["alert"] in text for rule in ALERTS if rule["annotations"]["runbook"] == name), name


def test_a_runbook_names_no_line_of_the_log_that_nobody_writes() -> None:
    events = "|".join(path.read_text(encoding="utf-8") for path in python_files("services", "shared"))
    for path in RUNBOOKS.glob("*.md"):
        for named in re.findall(r"`([a-z-]+\.[a-z-]+)`", path.read_text(encoding="utf-8")):
            assert f'"{named}"' in events, f"{place(path)}: {named}"


def test_every_alert_is_tried_both_ways() -> None:
    fires: set[str] = set()
    quiet: set[str] = set()
    for path in TRIED:
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["tests"]:
            for tried in case.get("alert_rule_test", ()):
                (fires if tried.get("exp_alerts") else quiet).add(tried["alertname"])
    named = {rule["alert"] for rule in ALERTS}
    assert named - fires == set(), "never seen to fire"
    assert named - quiet == set(), "never seen to keep quiet"


def test_the_boards_are_whole() -> None:
    assert {path.stem for path in BOARDS} == {"flow", "people", "objectives", "service"}
    for path in BOARDS:
        board = json.loads(path.read_text(encoding="utf-8"))
        ids = [panel["id"] for panel in board["panels"]]
        assert len(set(ids)) == len(ids), place(path)
        boxes = [tuple(panel["gridPos"][side] for side in "xy") for panel in board["panels"]]
        assert len(set(boxes)) == len(boxes), place(path)
