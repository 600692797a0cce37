"""The recipe and the compose file: careful containers, no secret with a default, settings that fit."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.compose.make_secrets import make_secrets
from deploy.generate.built import settings_class
from deploy.local.gateway import ROUTES
from shared.contracts.topics import SERVICES
from tests.architecture.source import ROOT

COMPOSE = ROOT / "docker-compose.yml"
FOLDER = ROOT / "deploy" / "compose"
RECIPE = ROOT / "deploy" / "Dockerfile"
SCRIPTS = (ROOT / ".ci/run", FOLDER / "kafka/start")
# Reachable from outside: the gateway and, on loopback, the mail sink's page.
PUBLISHED = {"gateway", "mailpit"}
PARTS = {*SERVICES, "gateway", "topics", "kafka", "mongo", "mongo-users", "mailpit", "keycloak"}
_VARIABLE = re.compile(r"\$\{(\w+):-((?:[^{}]|\$\{[^}]*\})*)\}")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The secrets as `make secrets` makes them, twice: what is there must stay."""
    folder = tmp_path_factory.mktemp("secrets")
    _make_secrets(folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    _make_secrets(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    return folder


def test_the_recipe_and_the_scripts_pass_their_linters() -> None:
    _run(_tool("hadolint"), RECIPE)
    _run(_tool("shellcheck"), *SCRIPTS)


def test_an_image_holds_shared_and_one_service_and_runs_as_nobody() -> None:
    recipe = RECIPE.read_text(encoding="utf-8")
    copied = re.findall(r"^COPY (?!--from)(\S+) ", recipe, re.MULTILINE)
    assert copied == ["requirements.txt", "services/__init__.py", "shared", "services/${SERVICE}"]
    assert re.search(r"^USER (\d+):(\d+)$", recipe, re.MULTILINE)
    assert re.search(r"^ARG BASE=python:3\.11\.\d+-slim-\w+$", recipe, re.MULTILINE)
    assert "HEALTHCHECK" in recipe
    assert "--require-hashes" in recipe


def test_the_parts_are_the_ones_of_the_plan_with_pinned_versions(compose: dict[str, Any]) -> None:
    assert set(compose["services"]) == PARTS
    for name, part in compose["services"].items():
        image, _, version = part["image"].partition(":")
        if image.startswith("samspill-"):
            assert part["build"]["dockerfile"] == "deploy/Dockerfile", name
            assert "/" not in part["build"]["args"]["SERVICE"], name
        else:
            assert re.match(r"v?\d+\.\d+", version), f"{name}: {part['image']}"


def test_every_container_is_careful(compose: dict[str, Any]) -> None:
    for name, part in compose["services"].items():
        assert part["cap_drop"] == ["ALL"], name
        assert part["security_opt"] == ["no-new-privileges:true"], name
        assert part["read_only"] or name == "keycloak", name
        assert "privileged" not in part, name
        assert part["pids_limit"], name
        assert all("docker.sock" not in str(volume) for volume in part.get("volumes", ())), name
    assert {name for name, part in compose["services"].items() if part.get("cap_add")} == {"gateway"}


def test_only_the_gateway_can_be_reached_and_by_default_from_this_machine(compose: dict[str, Any]) -> None:
    published = {name: part["ports"] for name, part in compose["services"].items() if "ports" in part}
    assert set(published) == PUBLISHED
    for ports in published.values():
        assert all(_filled(port).startswith("127.0.0.1:") for port in ports)
    assert compose["networks"]["back"]["internal"] is True
    for name in ("kafka", "mongo", "mongo-users", "topics"):
        assert list(compose["services"][name]["networks"]) == ["back"], name


def test_what_a_part_waits_for_exists(compose: dict[str, Any]) -> None:
    for name, part in compose["services"].items():
        assert set(part.get("depends_on", {})) <= PARTS, name
        assert set(part.get("networks", {})) <= set(compose["networks"]), name


def test_every_secret_is_made_and_given_to_those_who_need_it(compose: dict[str, Any], secrets: Path) -> None:
    declared = {name: Path(told["file"]) for name, told in compose["secrets"].items()}
    given = {name for part in compose["services"].values() for name in part.get("secrets", ())}
    assert given == set(declared)
    for name, path in declared.items():
        assert path == Path("deploy/compose/secrets") / name
        assert (secrets / name).stat().st_mode & 0o777 == 0o444, name
    assert secrets.stat().st_mode & 0o777 == 0o700
    assert "secrets/" in (FOLDER / ".gitignore").read_text(encoding="utf-8").split()


def test_no_password_is_written_down(compose: dict[str, Any]) -> None:
    for name, part in compose["services"].items():
        for variable, value in (part.get("environment") or {}).items():
            if re.search(r"PASSWORD|SECRET|_KEYS?\b|_URL$", variable.removesuffix("_FILE")):
                fits = variable.endswith("_FILE") or str(value).startswith("https://")
                assert fits, f"{name}: {variable}"


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_can_start_with_what_it_is_given(
    compose: dict[str, Any], secrets: Path, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings_class(service)
    part = compose["services"][service]
    for name in list(os.environ):
        if name.startswith(("KAFKA_", "MONGODB_", "OIDC_", "SMTP_", "MAIL_", "SAMSPILL_", "BASE_", "HTTP_")):
            monkeypatch.delenv(name)
    known = {name for field in settings.model_fields for name in settings.variables_of(field)}
    for variable, value in part["environment"].items():
        if variable not in {"FORWARDED_ALLOW_IPS", "SSL_CERT_FILE"}:
            assert variable.removesuffix("_FILE") in known, variable
        if str(value).startswith("/run/secrets/"):
            assert Path(value).name in part["secrets"], variable
        monkeypatch.setenv(variable, _filled(str(value)).replace("/run/secrets", str(secrets)))
    told = settings.from_environment()
    assert told.is_production
    assert told.base_url == "https://samspill.localhost:8443"


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_given_no_password_of_another(compose: dict[str, Any], service: str) -> None:
    others = [other for other in SERVICES if other != service]
    given = compose["services"][service]["secrets"]
    assert [name for name in given for other in others if other in name] == []
    assert ("link-keys" in given) == (service in {"meetings", "notify"})
    assert ("subject-key" in given) == (service == "intake")


def test_the_gateway_has_the_same_routes_as_the_local_one() -> None:
    gateway = (FOLDER / "Caddyfile").read_text(encoding="utf-8")
    routes = {name: tuple(paths.split()) for name, paths in re.findall(r"@(\w+) path (.+)", gateway)}
    assert routes.pop("platform") == ("/healthz", "/readyz", "/health", "/metrics")
    assert routes == ROUTES


def test_the_gateway_accepts_its_configuration(secrets: Path, tmp_path: Path) -> None:
    text = (FOLDER / "Caddyfile").read_text(encoding="utf-8").replace("/run/secrets", str(secrets))
    (tmp_path / "Caddyfile").write_text(text, encoding="utf-8")
    environment = {"SAMSPILL_HOST": "samspill.localhost", "SAMSPILL_PORT": "8443", "HOME": str(tmp_path)}
    command: list[str | Path] = [
        _tool("caddy"),
        "validate",
        "--adapter",
        "caddyfile",
        "--config",
        tmp_path / "Caddyfile",
    ]
    _run(*command, env=environment | {"PATH": os.defpath})


def _filled(text: str) -> str:
    """The text as compose fills it in when nothing is set."""
    while found := _VARIABLE.search(text):
        inner = found.group(2)
        text = text[: found.start()] + inner + text[found.end() :]
    return text


def _make_secrets(folder: Path) -> None:
    make_secrets(folder, "samspill.localhost")


def _tool(name: str) -> Path:
    return Path(sys.executable).with_name(name)


def _run(*command: str | Path, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
