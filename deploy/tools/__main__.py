"""`python -m deploy.tools`: build promtool and helm, where there is Go; say plainly where there is none."""

import shutil
import subprocess
import sys

from deploy.tools import MODULES, build, found


def main() -> int:
    for name in MODULES:
        there = found(name)
        if there is None and shutil.which("go") is None:
            sys.stdout.write(f"{name}: not here, and no Go to build it with\n")
            continue
        if there is None:
            sys.stdout.write(f"{name}: building, some minutes\n")
            try:
                there = build(name)
            except subprocess.CalledProcessError as failed:
                sys.stderr.write(f"{name}: Go could not build it ({failed.returncode})\n")
                return 1
        sys.stdout.write(f"{name}: {there}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
