"""`python -m tests.requirements`: which requirement is proved by which test, and which is open.

Runs every test that claims a row, or with `--last` reads what the last run said. Writes
`build/requirements.json` and leaves with 1 when a test that claims a row failed.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import pytest
from pydantic import BaseModel

ROOT = Path(__file__).resolve().parents[1]
RUN = ROOT / "build" / "requirements-run.json"
REPORT = ROOT / "build" / "requirements.json"


class Claim(BaseModel):
    """One test, the rows it claims and what became of it."""

    rows: tuple[str, ...]
    outcome: str = "not run"


class Proof(BaseModel):
    """One row's tests; it is proved when there is one and all of them passed."""

    tests: tuple[str, ...] = ()
    passed: bool = False


@lru_cache(maxsize=1)
def rows() -> Mapping[str, str]:
    """Every row's title by its id, in the order of the list."""
    sections = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return {row: title for section in sections.values() for row, title in section.items()}


def last_run() -> dict[str, Claim]:
    """What the last run said of each test that claims a row; nothing before the first run."""
    if not RUN.exists():
        return {}
    return {test: Claim(**told) for test, told in json.loads(RUN.read_text(encoding="utf-8")).items()}


def proofs(claims: Mapping[str, Claim]) -> dict[str, Proof]:
    """What these tests prove, row by row; the variants of one test count together."""
    found: dict[str, Proof] = {}
    for row in rows():
        outcomes: dict[str, bool] = {}
        for test, claim in claims.items():
            if row in claim.rows:
                name = test.partition("[")[0]
                outcomes[name] = outcomes.get(name, True) and claim.outcome == "passed"
        passed = bool(outcomes) and all(outcomes.values())
        found[row] = Proof(tests=tuple(sorted(outcomes)), passed=passed)
    return found


def lines(found: Mapping[str, Proof]) -> list[str]:
    """The report as people read it."""
    told = []
    for row, title in rows().items():
        proof = found[row]
        state = "open" if not proof.tests else "pass" if proof.passed else "FAIL"
        told.append(f"{row:<4}{state:<6}{title}")
        told += [f"{'':<10}{test}" for test in proof.tests]
    counts = {
        state: sum(line[4:10].strip() == state for line in told if not line.startswith(" "))
        for state in ("pass", "FAIL", "open")
    }
    told.append(f"{counts['pass']} proved, {counts['FAIL']} failing, {counts['open']} open, of {len(rows())}")
    return told


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.requirements", description=__doc__)
    parser.add_argument("--last", action="store_true", help="do not run anything; read the last run")
    told, for_pytest = parser.parse_known_args(arguments)
    if not told.last:
        pytest.main(["-m", "requirement", *for_pytest])
    found = proofs(last_run())
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(
        json.dumps({row: proof.model_dump(mode="json") for row, proof in found.items()}, indent=1) + "\n"
    )
    sys.stdout.write("\n".join(lines(found)) + "\n")
    return int(any(proof.tests and not proof.passed for proof in found.values()))


if __name__ == "__main__":
    raise SystemExit(main())
