import os
from typing import ClassVar

import pytest

from deploy.local import Stack, environment
from shared.clock import MovableClock
from shared.settings import MailSettings, ServiceSettings, SignInSettings

pytestmark = pytest.mark.stack


class IntakeSettings(ServiceSettings, SignInSettings):
    service: ClassVar[str] = "intake"


class NotifySettings(ServiceSettings, MailSettings):
    service: ClassVar[str] = "notify"


@pytest.mark.parametrize("settings", [IntakeSettings, NotifySettings])
def test_a_service_is_told_all_it_needs(
    stack: Stack, monkeypatch: pytest.MonkeyPatch, settings: type[ServiceSettings]
) -> None:
    for name, value in stack.env_for(settings.service).items():
        monkeypatch.setenv(name, value)
    assert settings.from_environment().base_url == stack.base_url


def test_no_two_services_have_the_same_key_at_rest(stack: Stack) -> None:
    keys = [stack.env_for(service)["KEY_ENCRYPTION_KEYS"] for service in ("intake", "notify")]
    assert keys[0] != keys[1]
    assert stack.env_for("intake")["EXCHANGE_KEYS"] == stack.env_for("notify")["EXCHANGE_KEYS"]


def test_only_those_who_make_and_open_personal_links_can(stack: Stack) -> None:
    able = {s for s in ("intake", "meetings", "notify", "escalation") if "LINK_KEYS" in stack.env_for(s)}
    assert able == {"meetings", "notify"}


def test_nobody_else_may_read_the_secrets(stack: Stack) -> None:
    folder = stack.folder / "secrets"
    assert folder.stat().st_mode & 0o077 == 0
    assert all(secret.stat().st_mode & 0o077 == 0 for secret in folder.iterdir())


def test_business_time_moves_on_for_every_reader(stack: Stack) -> None:
    reader = MovableClock(stack.clock_file)
    before = reader.now()
    stack.move_clock(3 * 86_400)
    try:
        moved = MovableClock(stack.clock_file).now() - before
        assert moved.days == 3
        assert stack.clock_offset == 3 * 86_400
    finally:
        stack.set_clock(0)


def test_an_address_in_the_environment_wins_over_the_local_part(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("KAFKA_", "MONGODB_", "SMTP_", "OIDC_"))]:
        monkeypatch.delenv(name)
    assert environment.outside() == frozenset()
    monkeypatch.setenv("KAFKA_BOOTSTRAP_SERVERS", "kafka.example:9093")
    monkeypatch.setenv("NOTIFY_KAFKA_USERNAME", "notify")
    monkeypatch.setenv("INTAKE_KAFKA_USERNAME", "intake")
    assert environment.outside() == {"kafka"}
    assert environment.from_outside("notify") == {
        "KAFKA_BOOTSTRAP_SERVERS": "kafka.example:9093",
        "NOTIFY_KAFKA_USERNAME": "notify",
    }


async def test_a_part_that_was_killed_comes_back_with_its_data(stack: Stack) -> None:
    stack.kill("mongodb")
    stack.start_part("mongodb")
    assert stack.processes["mongodb"].alive
    stack.kill("kafka")
    stack.start_part("kafka")
    assert stack.kafka.client("intake").list_topics(timeout=10).topics
