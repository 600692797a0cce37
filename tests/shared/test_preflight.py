"""Before anything starts, what is wrong is named; on the real database, broker, mail server and issuers."""

import os
import subprocess
import sys
from collections.abc import Mapping

import pytest
from confluent_kafka.admin import (  # type: ignore[attr-defined]
    AdminClient,
    AlterConfigOpType,
    ConfigEntry,
    ConfigResource,
    ResourceType,
)

from deploy.local import Stack
from shared.contracts.topics import INTAKE_CASE
from shared.findings import Finding, run_checks
from shared.keyring import Keyring
from shared.messaging.preflight import look_at_kafka
from shared.messaging.producing import KafkaAddress
from shared.storage.client import connect, disconnect
from shared.storage.keys import ScopeKeys
from shared.storage.preflight import look_at_database, look_at_keys

pytestmark = pytest.mark.stack


def _preflight(stack: Stack, service: str, **other: str) -> tuple[int, str]:
    environment = {**stack.env_for(service), "PATH": os.defpath, **other}
    done = subprocess.run(
        [sys.executable, "-m", f"services.{service}", "preflight"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("service", ["intake", "notify"])
def test_where_everything_is_well_nothing_is_wrong(stack: Stack, service: str) -> None:
    code, told = _preflight(stack, service)
    assert code == 0, told
    assert "WRONG" not in told
    # The tests' parts are single ones, which is said and stops nobody.
    assert "beware  kafka: brokers: fewer than three" in told
    assert "beware  data: replica set: fewer than three nodes" in told


def test_what_is_wrong_is_named_all_at_once_and_shows_no_password(stack: Stack) -> None:
    wrong = stack.mongodb_url("meetings")
    code, told = _preflight(
        stack,
        "intake",
        KAFKA_PASSWORD="not-the-password",
        MONGODB_KEYS_URL=wrong.replace("/meetings?", "/intake_keys?"),
        OIDC_STAFF_CLIENT_SECRET="not-the-secret",
        OIDC_FAMILY_ISSUER=stack.login.family_issuer + "/elsewhere",
    )
    assert code == 1
    assert "WRONG   kafka: name or password refused" in told
    assert "WRONG   keys" in told
    assert "WRONG   sign-in staff: does not know us by this id and secret" in told
    assert "WRONG   sign-in family: describes itself nowhere" in told
    assert "not-the" not in told
    assert "mongodb://" not in told


def test_a_mail_server_that_is_not_there_is_named(stack: Stack) -> None:
    code, told = _preflight(stack, "notify", SMTP_URL="smtp://127.0.0.1:9")
    assert code == 1
    assert "WRONG   mail server: no answer" in told


async def test_a_user_that_may_read_more_than_its_own_database_is_found(stack: Stack) -> None:
    client = connect(stack.mongodb_admin_url())
    try:
        found = await look_at_database(client["preflight_wide"], about="data")
    finally:
        await client.drop_database("preflight_wide")
        await disconnect(client)
    assert _faults(found)["data: rights"].startswith("may read ")


async def test_a_keyring_that_does_not_open_what_is_stored_is_found(stack: Stack) -> None:
    client = connect(stack.mongodb_admin_url())
    database = client["preflight_keys"]
    ours, other = Keyring.of(a=b"a" * 32, b=b"b" * 32), Keyring.of(a=b"x" * 32, b=b"b" * 32)
    try:
        await ScopeKeys(database, ours.keys, "a").ensure(["case_1"])
        well = await look_at_keys(database, ours)
        changed = await look_at_keys(database, other)
        gone = await look_at_keys(database, Keyring.of(b=b"b" * 32))
    finally:
        await client.drop_database("preflight_keys")
        await disconnect(client)
    assert _faults(well) == {}
    assert _faults(changed) == {"keys": "key-encryption key a does not open what is stored"}
    assert _faults(gone) == {"keys": "no key-encryption key a"}


async def test_a_topic_that_forgets_too_soon_or_takes_too_little_is_found(stack: Stack) -> None:
    user, password = stack.kafka_credentials("meetings")
    address = KafkaAddress(stack.kafka_bootstrap, "SASL_PLAINTEXT", username=user, password=password)
    wanted = INTAKE_CASE.config()
    try:
        _set(stack, {**wanted, "retention.ms": "3600000", "max.message.bytes": "2048"})
        found = await look_at_kafka(address, "meetings")
    finally:
        _set(stack, wanted)
    told = {one.fault for one in found if one.about == f"kafka: {INTAKE_CASE.name}"}
    assert told == {"max.message.bytes is 2048", "retention.ms is 3600000"}


async def test_a_service_that_is_given_anothers_name_is_told_what_it_may_not(stack: Stack) -> None:
    user, password = stack.kafka_credentials("meetings")
    address = KafkaAddress(stack.kafka_bootstrap, "SASL_PLAINTEXT", username=user, password=password)
    found = _faults(await look_at_kafka(address, "escalation"))
    assert found["kafka: samspill.escalation.notice"] == "may not be written"


async def test_a_check_that_breaks_is_a_finding_and_the_others_go_on() -> None:
    async def breaks() -> list[Finding]:
        raise ZeroDivisionError

    async def works() -> list[Finding]:
        return [Finding("the other")]

    found = await run_checks([breaks, works])
    assert [(one.about, one.fault) for one in found] == [("breaks", "ZeroDivisionError"), ("the other", None)]


def _faults(found: list[Finding]) -> dict[str, str]:
    return {one.about: one.fault for one in found if one.fault and one.grave}


def _set(stack: Stack, settings: Mapping[str, str]) -> None:
    user, password = stack.kafka_credentials("admin")
    admin = AdminClient(
        {
            "bootstrap.servers": stack.kafka_bootstrap,
            "security.protocol": "SASL_PLAINTEXT",
            "sasl.mechanism": "SCRAM-SHA-256",
            "sasl.username": user,
            "sasl.password": password,
        }
    )
    entries = [
        ConfigEntry(name, value, incremental_operation=AlterConfigOpType.SET)
        for name, value in settings.items()
    ]
    asked = ConfigResource(ResourceType.TOPIC, INTAKE_CASE.name, incremental_configs=entries)
    for future in admin.incremental_alter_configs([asked]).values():
        future.result()


def test_the_databases_can_be_made_ready_before_the_start_and_again(stack: Stack) -> None:
    environment = {**stack.env_for("escalation"), "PATH": os.defpath}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "services.escalation", "prepare"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert (done.returncode, done.stdout) == (0, "databases are ready\n"), done.stderr
