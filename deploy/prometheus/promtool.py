"""Prometheus' own checker, where this machine has it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from deploy.tools import found, not_here

NOT_HERE = not_here("promtool")


@dataclass(frozen=True)
class Promtool:
    """Raises `RuntimeError` with what promtool said when it does not like something."""

    program: Path

    def check(self, *rules: Path) -> None:
        self._run("check", "rules", "--lint=all", "--lint-fatal", *rules)

    def test(self, *tests: Path) -> None:
        self._run("test", "rules", *tests)

    def _run(self, *arguments: str | Path) -> None:
        done = subprocess.run([self.program, *arguments], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(done.stdout + done.stderr)


def promtool() -> Promtool | None:
    program = found("promtool")
    return None if program is None else Promtool(program)
