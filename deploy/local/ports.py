import os
import random
import socket
from dataclasses import dataclass, fields

from deploy.local.failures import CannotRunError

# Below Linux's range for outgoing connections: a port found free there may be somebody's a moment later.
_FREE = range(20_000, 32_000)
FIXED = {"gateway": 8480, "mail": 8481, "login_staff": 8482, "login_family": 8483}


@dataclass(frozen=True)
class Ports:
    """Where the parts listen, all on loopback."""

    gateway: int
    mail: int
    login_staff: int
    login_family: int
    smtp: int
    mongodb: int
    kafka: int
    kafka_controller: int
    services: tuple[int, ...]


def choose(*, fixed: bool, services: int = 0) -> Ports:
    """Return free ports, that many of them for services.

    With `fixed`, those a person types are the usual ones, or as `SAMSPILL_GATEWAY_PORT` and so on say.
    Raises CannotRunError when one of those is taken.
    """
    named = [field.name for field in fields(Ports) if field.name != "services"]
    found = free(len(named) + services)
    chosen = dict(zip(named, found, strict=False))
    if fixed:
        chosen |= {name: _fixed(name, default) for name, default in FIXED.items()}
    return Ports(**chosen, services=tuple(found[len(named) :]))


def free(count: int) -> list[int]:
    """Return that many different ports that nobody listens on."""
    found: list[int] = []
    for port in random.sample(_FREE, len(_FREE)):
        if _is_free(port):
            found.append(port)
        if len(found) == count:
            return found
    raise CannotRunError("There is no free port on this machine between 20000 and 32000.")


def is_open(port: int) -> bool:
    """Whether somebody answers there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _fixed(name: str, default: int) -> int:
    variable = f"SAMSPILL_{name.upper()}_PORT"
    said = os.environ.get(variable, str(default))
    if not said.isdecimal() or not 0 < int(said) < 2**16:
        raise CannotRunError(f"{variable}={said} is not a port number.")
    if not _is_free(int(said)):
        raise CannotRunError(
            f"Port {said} is in use by another program: stop it, or choose another with {variable}=<port>."
        )
    return int(said)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True
