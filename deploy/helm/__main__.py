"""`python -m deploy.helm`: lint the chart with every documented file of values, where helm is."""

import sys

from deploy.helm.rendering import VALUES, lint
from deploy.tools import found, not_here


def main() -> int:
    if found("helm") is None:
        sys.stdout.write(f"Chart not linted, its written manifests are: {not_here('helm')}\n")
        return 0
    try:
        for values in VALUES:
            lint(values)
    except RuntimeError as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    sys.stdout.write(f"Chart: linted with {len(VALUES)} files of values\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
