import socket

import pytest

from deploy.local import ports
from deploy.local.failures import CannotRunError


def test_free_ports_are_all_different() -> None:
    assert len(set(ports.free(50))) == 50


def test_a_person_finds_the_product_where_it_always_is(monkeypatch: pytest.MonkeyPatch) -> None:
    [free] = ports.free(1)
    monkeypatch.setattr(ports, "FIXED", {"gateway": free})
    assert ports.choose(fixed=True).gateway == free


def test_a_port_that_is_taken_is_said_with_the_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as somebody:
        somebody.bind(("127.0.0.1", 0))
        somebody.listen()
        taken = somebody.getsockname()[1]
        monkeypatch.setenv("SAMSPILL_GATEWAY_PORT", str(taken))
        with pytest.raises(CannotRunError, match=f"Port {taken} is in use .*SAMSPILL_GATEWAY_PORT="):
            ports.choose(fixed=True)


def test_a_port_must_be_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPILL_GATEWAY_PORT", "http")
    with pytest.raises(CannotRunError, match="SAMSPILL_GATEWAY_PORT=http is not a port number"):
        ports.choose(fixed=True)
