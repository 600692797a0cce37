"""The named points in the source, and which service is killed at each."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_POINT = re.compile(r'^\s*point\("([a-z.0-9-]+)"\)', re.MULTILINE)


@dataclass(frozen=True)
class Point:
    """Where a process ends itself when it is told to (`SAMSPILL_DIE_AT`)."""

    name: str
    service: str

    @property
    def needs_to_be_alone(self) -> bool:
        """Whether another replica could do the work instead: by a lease, or by having the partitions."""
        return not self.name.startswith("store.")


def named_points(services: Collection[str]) -> list[Point]:
    """Every point of these services: their own, and those of the kernel, which intake is killed at."""
    found = []
    for path in sorted([*ROOT.glob("shared/**/*.py"), *ROOT.glob("services/**/*.py")]):
        room, owner = path.relative_to(ROOT).parts[:2]
        service = owner if room == "services" else "intake"
        if service in services:
            found += [Point(name, service) for name in _POINT.findall(path.read_text())]
    return found
