"""The four services built from example settings, without any connection, to be looked at."""

import base64
import importlib
import inspect
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from fastapi import FastAPI

from shared.contracts.envelope import Contract
from shared.kernel import Service, running
from shared.messaging.consuming import On
from shared.settings import ServiceSettings

_KEYRING = json.dumps({"current": "k1", "keys": {"k1": base64.b64encode(bytes(32)).decode()}})
_EXAMPLE: dict[str, Any] = {
    "profile": "test",
    "base_url": "https://samspill.example",
    "kafka_bootstrap_servers": "kafka.example:9092",
    "kafka_security_protocol": "PLAINTEXT",
    "mongodb_url": "mongodb://mongodb.invalid/example",
    "mongodb_keys_url": "mongodb://mongodb.invalid/example_keys",
    "key_encryption_keys": _KEYRING,
    "exchange_keys": _KEYRING,
    "cookie_keys": _KEYRING,
    "link_keys": _KEYRING,
    "signing_key": base64.b64encode(bytes(32)).decode(),
    "subject_key": base64.b64encode(bytes(32)).decode(),
    "smtp_url": "smtp://mail.example:25",
    "mail_from_address": "skole@samspill.example",
    "oidc_staff_issuer": "https://staff.example",
    "oidc_staff_client_id": "samspill",
    "oidc_staff_client_secret": "example",
    "oidc_family_issuer": "https://family.example",
    "oidc_family_client_id": "samspill",
    "oidc_family_client_secret": "example",
}


def settings_class(service: str) -> type[ServiceSettings]:
    """The service's own settings."""
    module = importlib.import_module(f"services.{service}.settings")
    for _, found in inspect.getmembers(module, inspect.isclass):
        if issubclass(found, ServiceSettings) and found.service == service:
            return found
    raise LookupError(f"services.{service}.settings has no settings of {service}")


def build(service: str) -> Service:
    """The service as its composition root builds it. Wants a running event loop."""
    settings = settings_class(service)
    app = importlib.import_module(f"services.{service}.app")
    example = {name: value for name, value in _EXAMPLE.items() if name in settings.model_fields}
    made: Service = app.build(settings(**example))
    return made


@contextmanager
def web_of(service: Service) -> Iterator[FastAPI]:
    """The service's pages and API, never served."""
    assert service.web is not None
    yield service.web(running(service))


def subscriptions_of(service: Service) -> Sequence[On[Any]]:
    """All that the service's worker reacts to, the kernel's own included."""
    return [*service.subscriptions, *service.kernel.signed_out.subscriptions()]


def heard_by(service: Service) -> list[type[Contract]]:
    """The contracts that the service reacts to, by wire type."""
    found = {on.contract.type: on.contract for on in subscriptions_of(service)}
    return [found[type_] for type_ in sorted(found)]
