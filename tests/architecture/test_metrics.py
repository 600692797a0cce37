"""A metric is declared once and moved somewhere, or it would read as "nothing ever happens"."""

import ast

from shared.observability import metrics
from tests.architecture.source import place, python_files, tree

_HOME = "shared/observability/metrics.py"


def test_every_declared_metric_is_used() -> None:
    names = {name for name, value in vars(metrics).items() if value in metrics.DECLARED}
    used = {
        alias.name
        for path in python_files("services", "shared")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == "shared.observability.metrics"
        for alias in node.names
    }
    assert names - used == set()


def test_metrics_are_declared_in_one_place() -> None:
    found = [
        place(path, node)
        for path in python_files("services", "shared")
        if place(path) != _HOME
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("prometheus_client")
    ]
    assert found == []


def test_every_metric_says_what_it_counts() -> None:
    for metric in metrics.DECLARED:
        [told] = metric.describe()
        assert told.name.startswith("samspill_")
        assert len(told.documentation) > 10
