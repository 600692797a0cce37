import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from deploy.local.failures import CannotRunError

_LAUNCHER = Path(__file__).with_name("launch.py")
_LOOK_AGAIN_S = 0.02


class Process:
    """One program of the stack: its output goes to a log file, and it never outlives us."""

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        log: Path,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.name = name
        self.log = log
        self._command = [str(word) for word in command]
        self._env = dict(env) if env is not None else None
        self._cwd = cwd
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        """The process id while it runs, or None."""
        return self._running.pid if self._running and self.alive else None

    @property
    def alive(self) -> bool:
        return self._running is not None and self._running.poll() is None

    @property
    def ended_with(self) -> int | None:
        """How it ended: its exit status, or minus the signal that ended it; None while it runs."""
        return self._running.poll() if self._running is not None else None

    def start(self) -> None:
        """Start it; the log is appended to. Starting twice does nothing."""
        if not self.alive:
            self._running = _spawner().submit(self._spawn).result()

    def wait_until(self, ready: Callable[[], bool], *, within_s: float) -> None:
        """Return when `ready()` is true; raise with the end of the log if it stops or takes too long."""
        until = time.monotonic() + within_s
        while not ready():
            if not self.alive:
                raise CannotRunError(f"{self.name} stopped while starting: {self._last_words()}")
            if time.monotonic() > until:
                raise CannotRunError(
                    f"{self.name} was not ready after {within_s:.0f} s: {self._last_words()}"
                )
            time.sleep(_LOOK_AGAIN_S)

    def stop(self, *, grace_s: float = 15) -> None:
        """Ask it to end, and end it after `grace_s`."""
        if self._running is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._running.terminate()
        try:
            self._running.wait(grace_s)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._running is not None:
            with contextlib.suppress(ProcessLookupError):
                self._running.send_signal(signal.SIGKILL)
            self._running.wait()

    def _spawn(self) -> subprocess.Popen[bytes]:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-I", "-S", str(_LAUNCHER), str(os.getpid()), *self._command]
        with self.log.open("ab") as output:
            return subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=self._env,
                cwd=self._cwd,
                # Ctrl-C reaches us alone, and we stop the parts in their order.
                start_new_session=True,
            )

    def _last_words(self) -> str:
        try:
            lines = [line.strip() for line in self.log.read_text(errors="replace").splitlines()]
        except OSError:
            lines = []
        said = [line for line in lines if line and not line.startswith(("at ", "^"))]
        return f"{said[-1][:300] if said else 'it said nothing'} (all of it in {self.log})"


@cache
def _spawner() -> ThreadPoolExecutor:
    """The one thread that starts programs: Linux tells a child of the end of the *thread* that made it."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="spawner")
