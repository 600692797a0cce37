"""The list of requirements is whole, and a claim counts only when its test passed."""

import subprocess
import sys
from pathlib import Path

from tests.requirements import ROOT, Claim, lines, proofs, rows


def test_every_row_is_listed_with_a_title() -> None:
    numbered = {"R": 59, "L": 10, "P": 24, "B": 67}
    expected = [f"{letter}{number}" for letter, last in numbered.items() for number in range(1, last + 1)]
    assert list(rows()) == expected
    assert all(len(title) > 15 for title in rows().values())
    assert len(set(rows().values())) == len(rows())


def test_a_row_is_proved_when_all_its_tests_passed_in_every_variant() -> None:
    found = proofs(
        {
            "tests/a.py::test_one[nb]": Claim(rows=("R1", "R2"), outcome="passed"),
            "tests/a.py::test_one[nn]": Claim(rows=("R1", "R2"), outcome="passed"),
            "tests/a.py::test_two": Claim(rows=("R2",), outcome="failed"),
            "tests/a.py::test_three": Claim(rows=("R3",)),
        }
    )
    assert found["R1"].passed
    assert found["R1"].tests == ("tests/a.py::test_one",)
    assert not found["R2"].passed
    assert not found["R3"].passed
    assert found["R4"].tests == ()
    assert lines(found)[-1] == "1 proved, 2 failing, 157 open, of 160"


def test_a_claim_to_a_row_that_does_not_exist_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "test_slip.py").write_text(
        "import pytest\n\n@pytest.mark.requirement('R60')\ndef test_slip(): ...\n", encoding="utf-8"
    )
    told = (
        f"-c {ROOT}/pyproject.toml --rootdir {tmp_path} -p tests.requirements_plugin {tmp_path}/test_slip.py"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *told.split()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    assert "test_slip claims R60" in done.stdout + done.stderr
