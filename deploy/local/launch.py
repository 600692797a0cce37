"""Become another program that dies when the one who started it dies: `launch.py <parent pid> <program> …`.

This runs between fork and exec as a program of its own: a `preexec_fn` would run Python code in a forked
copy of a process with threads, which may hang.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1


def main() -> None:
    parent, program = int(sys.argv[1]), sys.argv[2:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        # The parent died before we asked to be told.
        sys.exit(1)
    os.execv(program[0], program)  # noqa: S606


if __name__ == "__main__":
    main()
