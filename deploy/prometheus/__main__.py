"""`python -m deploy.prometheus`: play the alert rules' tests in Prometheus' own checker, where it is."""

import sys
from pathlib import Path

from deploy.prometheus.promtool import NOT_HERE, promtool

HERE = Path(__file__).parent


def main() -> int:
    tool = promtool()
    if tool is None:
        sys.stdout.write(f"Alert rules not played: {NOT_HERE}\n")
        return 0
    rules, tests = sorted((HERE / "rules").glob("*.yaml")), sorted((HERE / "tests").glob("*.yaml"))
    try:
        tool.check(*rules)
        tool.test(*tests)
    except RuntimeError as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    sys.stdout.write(f"Alert rules: {len(rules)} files accepted, {len(tests)} files of tests played\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
