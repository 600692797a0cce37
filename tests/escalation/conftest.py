from collections.abc import AsyncIterator

import pytest

from deploy.local import Stack
from services.escalation.settings import EscalationSettings
from shared.identifiers import new_id
from shared.keyring import Keyring
from shared.settings import Profile
from tests.escalation.town import Parts, Town


@pytest.fixture(scope="session")
async def parts(stack: Stack) -> AsyncIterator[Parts]:
    """Escalation as its composition root builds it, on a database that these tests empty after each."""
    name = new_id("t")[:20]
    made = Parts(
        EscalationSettings(
            profile=Profile.TEST,
            base_url="http://town.test",
            kafka_bootstrap_servers="nowhere:9092",
            kafka_security_protocol="PLAINTEXT",
            mongodb_url=stack.mongodb_admin_url(name),
            mongodb_keys_url=stack.mongodb_admin_url(f"{name}_keys"),
            key_encryption_keys=Keyring.of(k1=b"1" * 32),
            exchange_keys=Keyring.of(k1=b"2" * 32),
            cookie_keys=Keyring.of(k1=b"3" * 32),
        )
    )
    await made.prepare()
    yield made
    await made.drop()


@pytest.fixture
async def town(parts: Parts) -> AsyncIterator[Town]:
    made = Town(parts)
    await made.settle()
    yield made
    await parts.empty()
