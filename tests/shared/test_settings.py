"""Settings are complete before a service starts, and never shown."""

import base64
import json
from pathlib import Path

import pytest

from shared.settings import LinkSettings, Profile, ServiceSettings, SignInSettings

KEYS = json.dumps({"current": "k1", "keys": {"k1": base64.b64encode(b"x" * 32).decode()}})
ENVIRONMENT = {
    "SAMSPILL_PROFILE": "test",
    "BASE_URL": "http://localhost:8480/",
    "KAFKA_BOOTSTRAP_SERVERS": "localhost:9092",
    "KAFKA_SECURITY_PROTOCOL": "PLAINTEXT",
    "MONGODB_URL": "mongodb://intake:hemmelig@localhost/intake",
    "MONGODB_KEYS_URL": "mongodb://keys:hemmelig@localhost/intake_keys",
    "KEY_ENCRYPTION_KEYS": KEYS,
    "EXCHANGE_KEYS": KEYS,
    "COOKIE_KEYS": KEYS,
}


class Intake(ServiceSettings):
    service = "intake"


class IntakeThatSignsIn(SignInSettings, LinkSettings, ServiceSettings):
    service = "intake"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, value in ENVIRONMENT.items():
        monkeypatch.delenv(f"INTAKE_{variable}", raising=False)
        monkeypatch.setenv(variable, value)
    for variable in ("SAMSPILL_CLOCK_FILE", "HTTP_PORT", "INTAKE_HTTP_PORT", "OIDC_STAFF_ISSUER"):
        monkeypatch.delenv(variable, raising=False)


def test_the_shared_name_is_read_and_the_services_own_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PORT", "8001")
    assert Intake.from_environment().http_port == 8001
    monkeypatch.setenv("INTAKE_HTTP_PORT", "8002")
    settings = Intake.from_environment()
    assert settings.http_port == 8002
    assert settings.profile is Profile.TEST
    assert settings.base_url == "http://localhost:8480"
    assert settings.cookie_keys.key == b"x" * 32


def test_a_secret_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "keys").write_text(KEYS + "\n", encoding="utf-8")
    monkeypatch.delenv("COOKIE_KEYS")
    monkeypatch.setenv("INTAKE_COOKIE_KEYS_FILE", str(tmp_path / "keys"))
    assert Intake.from_environment().cookie_keys.current == "k1"
    monkeypatch.setenv("INTAKE_COOKIE_KEYS_FILE", str(tmp_path / "none"))
    with pytest.raises(SystemExit, match="INTAKE_COOKIE_KEYS_FILE"):
        Intake.from_environment()


def test_no_secret_is_ever_shown() -> None:
    settings = Intake.from_environment()
    for shown in (repr(settings), str(settings), settings.model_dump_json()):
        assert "hemmelig" not in shown
        assert "xxxx" not in shown


def test_what_is_missing_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MONGODB_URL")
    with pytest.raises(SystemExit) as stopped:
        IntakeThatSignsIn.from_environment()
    line = str(stopped.value)
    assert line.startswith("intake cannot start: missing ")
    assert "\n" not in line
    for variable in ("MONGODB_URL", "OIDC_STAFF_ISSUER", "SUBJECT_KEY", "LINK_KEYS"):
        assert variable in line


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("COOKIE_KEYS", "hemmelig"),
        ("COOKIE_KEYS", '{"current": "k2", "keys": {}}'),
        ("COOKIE_KEYS", '{"current": "k1", "keys": {"k1": "a29ydA=="}}'),
        ("BASE_URL", "hemmelig"),
        ("HTTP_PORT", "hemmelig"),
        ("KAFKA_SECURITY_PROTOCOL", "hemmelig"),
    ],
)
def test_what_is_wrong_is_named_but_not_repeated(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SystemExit, match=variable) as stopped:
        Intake.from_environment()
    assert "hemmelig" not in str(stopped.value)


def test_business_time_cannot_be_moved_in_production(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMSPILL_CLOCK_FILE", "clock.json")
    assert Intake.from_environment().clock_file == Path("clock.json")
    monkeypatch.setenv("BASE_URL", "https://samspill.example")
    monkeypatch.delenv("SAMSPILL_PROFILE")
    with pytest.raises(SystemExit, match="SAMSPILL_CLOCK_FILE"):
        Intake.from_environment()


def test_production_wants_https_and_kafka_a_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAMSPILL_PROFILE")
    with pytest.raises(SystemExit, match="BASE_URL: must be https"):
        Intake.from_environment()
    monkeypatch.setenv("BASE_URL", "https://samspill.example")
    monkeypatch.delenv("KAFKA_SECURITY_PROTOCOL")
    with pytest.raises(SystemExit, match="KAFKA_USERNAME"):
        Intake.from_environment()
