"""Every route of the four services, as something that can be knocked on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from deploy.generate.built import build, web_of
from shared.contracts.topics import SERVICES
from shared.web.guards import guarded_routes

_PARAMETER = re.compile(r"\{(\w+)(?::\w+)?\}")


@dataclass(frozen=True)
class Door:
    """One method of one route."""

    service: str
    method: str
    path: str
    guard: str

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}" if self.is_own else f"{self.method} {self.path} ({self.service})"

    @property
    def is_own(self) -> bool:
        """Whether only one service has such a route."""
        return self.path.strip("/").split("/")[0] not in {"healthz", "readyz", "health", "metrics", "static"}

    @property
    def is_open(self) -> bool:
        return self.guard.startswith("anyone")

    @property
    def is_api(self) -> bool:
        return self.path.startswith("/api/")

    @property
    def changes(self) -> bool:
        return self.method not in {"GET", "HEAD", "OPTIONS"}

    @property
    def parameters(self) -> frozenset[str]:
        return frozenset(_PARAMETER.findall(self.path))

    def at(self, ids: Mapping[str, str]) -> str:
        """The path with these ids in it; KeyError for a parameter nobody has thought of yet."""
        return _PARAMETER.sub(lambda found: ids[found[1]], self.path)


async def doors() -> list[Door]:
    """All of them, in the order of their names."""
    found = []
    for name in SERVICES:
        service = build(name)
        assert service is not None, name
        with web_of(service) as app:
            found += [
                Door(name, method, route.path, route.guard.describe() if route.guard else "nobody")
                for route in guarded_routes(app)
                for method in sorted(route.methods - {"HEAD"})
            ]
        await service.kernel.close()
    return sorted(found, key=lambda door: (SERVICES.index(door.service), door.path, door.method))
