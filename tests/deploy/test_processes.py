import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local.failures import CannotRunError
from deploy.local.processes import Process

SLEEPER = [sys.executable, "-c", "import time; time.sleep(600)"]

PARENT = """
import sys, time
from pathlib import Path
from deploy.local.processes import Process
child = Process("child", [sys.executable, "-c", "import time; time.sleep(600)"], log=Path(sys.argv[1]))
child.start()
print(child.pid, flush=True)
time.sleep(600)
"""


@pytest.fixture
def sleeper(tmp_path: Path) -> Iterator[Process]:
    process = Process("the sleeper", SLEEPER, log=tmp_path / "log")
    yield process
    process.kill()


def test_a_part_dies_with_the_one_who_started_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PARENT, str(tmp_path / "log")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = Path("/proc") / parent.stdout.readline().strip()
        assert child.exists()
        parent.kill()
    until = time.monotonic() + 10
    while child.exists() and time.monotonic() < until:
        time.sleep(0.01)
    assert not child.exists()


def test_a_killed_part_starts_again(sleeper: Process) -> None:
    sleeper.start()
    first = sleeper.pid
    sleeper.kill()
    assert sleeper.pid is None
    sleeper.start()
    assert sleeper.pid not in {None, first}


def test_a_part_that_stops_while_starting_leaves_its_last_words(tmp_path: Path) -> None:
    broken = Process("the part", [sys.executable, "-c", "raise SystemExit('no room')"], log=tmp_path / "log")
    broken.start()
    with pytest.raises(CannotRunError, match="the part stopped while starting: no room"):
        broken.wait_until(lambda: False, within_s=10)


def test_waiting_for_a_part_ends(sleeper: Process) -> None:
    sleeper.start()
    with pytest.raises(CannotRunError, match="the sleeper was not ready after 0 s: it said nothing"):
        sleeper.wait_until(lambda: False, within_s=0.2)


def test_stopping_what_was_never_started_does_nothing(sleeper: Process) -> None:
    sleeper.stop()
    assert not sleeper.alive
