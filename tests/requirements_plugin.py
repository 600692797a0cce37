"""Keeps, for each test that claims a requirement row, whether it passed (`build/requirements-run.json`).

A row that is not in `tests/requirements.toml` stops the run before any test: a claim with a slip of the
pen would count for nothing.
"""

import json
import os
from collections.abc import Iterator

import pytest

from tests.requirements import ROOT, RUN, Claim, last_run, rows

_MARKER = "requirement"


class Claims:
    """The claims of one run."""

    def __init__(self, config: pytest.Config) -> None:
        self._whole = (
            config.args_source is pytest.Config.ArgsSource.TESTPATHS
            and not config.getoption("keyword")
            and config.getoption("markexpr") in ("", _MARKER)
        )
        self._claims: dict[str, Claim] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        faults = []
        for item in items:
            claimed = tuple(_claimed_by(item))
            unknown = [row for row in claimed if row not in rows()]
            if unknown or (not claimed and item.get_closest_marker(_MARKER)):
                faults.append(f"{item.nodeid} claims {', '.join(unknown) or 'nothing'}")
            elif claimed:
                self._claims[item.nodeid] = Claim(rows=claimed)
        if faults:
            raise pytest.UsageError("not in tests/requirements.toml: " + "; ".join(faults))

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        for item in items:
            self._claims.pop(item.nodeid, None)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        claim = self._claims.get(report.nodeid)
        if claim is None or claim.outcome in ("failed", "skipped"):
            return
        if not report.passed or report.when == "call":
            claim.outcome = report.outcome

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if not self._claims or session.config.getoption("collectonly"):
            return
        kept = {} if self._whole else {test: claim for test, claim in last_run().items() if _is_there(test)}
        told = {test: claim.model_dump(mode="json") for test, claim in (kept | self._claims).items()}
        RUN.parent.mkdir(exist_ok=True)
        half = RUN.with_suffix(f".{os.getpid()}")
        half.write_text(json.dumps(dict(sorted(told.items())), indent=1) + "\n", encoding="utf-8")
        half.replace(RUN)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Claims(config))


def _claimed_by(item: pytest.Item) -> Iterator[str]:
    for mark in item.iter_markers(_MARKER):
        yield from map(str, mark.args)


def _is_there(test: str) -> bool:
    return (ROOT / test.partition("::")[0]).exists()
