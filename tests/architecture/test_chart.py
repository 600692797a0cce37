"""The chart as Kubernetes gets it: valid, careful, with no secret in it and no way between the services."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import kubernetes_validate
import pytest
import yaml

from deploy.generate.built import settings_class
from deploy.helm.rendering import CHART, FOLDER, VALUES
from deploy.local.gateway import ROUTES
from shared.contracts.topics import SERVICES
from tests.architecture.source import ROOT

SCHEMA = json.loads((CHART / "values.schema.json").read_text(encoding="utf-8"))
# Of the Prometheus operator and of KEDA: their schemas are not in the validator.
FOREIGN = ("monitoring.coreos.com/", "keda.sh/")
NAMES = [path.stem for path in VALUES]


@pytest.fixture(scope="module", params=NAMES)
def manifests(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    text = (ROOT / FOLDER / f"{request.param}.yaml").read_text(encoding="utf-8")
    return [one for one in yaml.safe_load_all(text) if one]


def test_every_manifest_is_one_that_kubernetes_takes(manifests: list[dict[str, Any]]) -> None:
    for one in manifests:
        if not one["apiVersion"].startswith(FOREIGN):
            kubernetes_validate.validate(one, "1.33", strict=True)
    names = [(one["kind"], one["metadata"]["name"]) for one in manifests]
    assert len(set(names)) == len(names)


def test_every_container_is_careful(manifests: list[dict[str, Any]]) -> None:
    for name, pod in _pods(manifests):
        assert pod["automountServiceAccountToken"] is False, name
        assert pod["securityContext"]["runAsNonRoot"] is True, name
        assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}, name
        for container in pod["containers"]:
            careful = container["securityContext"]
            assert careful["readOnlyRootFilesystem"] is True, name
            assert careful["allowPrivilegeEscalation"] is False, name
            assert careful["capabilities"]["drop"] == ["ALL"], name
            assert careful["capabilities"].get("add") in (None, ["NET_BIND_SERVICE"]), name
            assert container["resources"]["requests"].keys() == {"cpu", "memory"}, name
            assert "memory" in container["resources"]["limits"], name


def test_no_secret_is_written_down_only_named(manifests: list[dict[str, Any]]) -> None:
    assert not any(one["kind"] == "Secret" for one in manifests)
    for name, pod in _pods(manifests):
        for variable in pod["containers"][0].get("env", ()):
            if re.search(r"PASSWORD|SECRET|_KEYS?$|TOKEN|_URL$", variable["name"].removesuffix("_FILE")):
                by_reference = variable["name"].endswith("_FILE") or "valueFrom" in variable
                assert by_reference or variable["value"].startswith("https://"), f"{name}: {variable['name']}"


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_is_told_all_it_needs_and_nothing_it_does_not_know(
    manifests: list[dict[str, Any]], service: str
) -> None:
    settings = settings_class(service)
    known = {name for field in settings.model_fields for name in settings.variables_of(field)}
    needed = {
        settings.variables_of(name)[-1]
        for name, field in settings.model_fields.items()
        if field.is_required() or name == "kafka_password"
    }
    for name, pod in _pods(manifests):
        if f"samspill-{service}" not in name or "topics" in name:
            continue
        variables = {one["name"] for one in pod["containers"][0]["env"]}
        told = {one.removesuffix("_FILE") for one in variables - {"FORWARDED_ALLOW_IPS", "SSL_CERT_FILE"}}
        assert told <= known, name
        assert needed <= told, name
        [secrets] = [one["projected"]["sources"] for one in pod["volumes"] if one["name"] == "secrets"]
        given = {item["path"] for source in secrets for item in source["secret"]["items"]}
        files = {
            Path(one["value"]).name
            for one in pod["containers"][0]["env"]
            if one["name"].endswith("KEYS_FILE")
        }
        assert files <= given, name


def test_no_service_can_speak_to_another(manifests: list[dict[str, Any]]) -> None:
    policies = {one["metadata"]["name"]: one["spec"] for one in manifests if one["kind"] == "NetworkPolicy"}
    assert policies["samspill-nothing"]["policyTypes"] == ["Ingress", "Egress"]
    for service in SERVICES:
        ports = {
            port["port"] for rule in policies[f"samspill-{service}-out"]["egress"] for port in rule["ports"]
        }
        assert 8000 not in ports
        assert (587 in ports) == (service == "notify")
        assert (443 in ports) == (service == "intake")
    [entrance] = policies["samspill-services"]["ingress"]
    components = [
        one["podSelector"]["matchLabels"]["app.kubernetes.io/component"]
        for one in entrance["from"]
        if "podSelector" in one
    ]
    assert components == ["gateway"]


def test_what_runs_ahead_runs_in_its_order(manifests: list[dict[str, Any]]) -> None:
    weights = {
        one["metadata"]["name"]: int(one["metadata"]["annotations"]["helm.sh/hook-weight"])
        for one in manifests
        if "helm.sh/hook" in one["metadata"].get("annotations", {})
    }
    for service in SERVICES:
        ways, looked, ready = (
            weights[f"samspill-{service}-{job}"] for job in ("out", "preflight", "prepare")
        )
        assert ways < weights["samspill-topics"] < looked < ready


def test_a_pod_that_goes_is_let_finish_what_it_holds(manifests: list[dict[str, Any]]) -> None:
    for one in manifests:
        if one["kind"] == "Deployment":
            pod = one["spec"]["template"]["spec"]
            waits = int(pod["containers"][0]["lifecycle"]["preStop"]["exec"]["command"][1])
            # FastStream finishes a batch within 15 s; uvicorn's requests go first.
            assert pod["terminationGracePeriodSeconds"] >= waits + 30
            assert one["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0


def test_the_documented_values_fit_and_a_setting_that_does_not_exist_is_refused() -> None:
    defaults = yaml.safe_load((CHART / "values.yaml").read_text(encoding="utf-8"))
    for path in VALUES:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        jsonschema.validate(told, SCHEMA)
        assert set(told) <= set(defaults)
    for wrong in (
        {"host": "a.example", "settings": {"KAFKA_BOOTSTRAP": "x"}},
        {"host": "a.example", "meetings": {"settings": {"SMTP_STARTTLS": "required"}}},
        {"host": "a.example", "settings": {"MONGODB_URL": "mongodb://name:password@host/db"}},
        {"host": "https://a.example"},
        {"host": "a.example", "replicas": 3},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)


def test_the_gateway_of_the_chart_has_the_same_routes_and_is_accepted(
    manifests: list[dict[str, Any]], tmp_path: Path
) -> None:
    [told] = [
        one["data"]["Caddyfile"]
        for one in manifests
        if one["kind"] == "ConfigMap" and one["metadata"]["name"] == "samspill-gateway"
    ]
    routes = {name: tuple(paths.split()) for name, paths in re.findall(r"@(\w+) path (.+)", told)}
    assert routes.pop("platform") == ("/healthz", "/readyz", "/health", "/metrics")
    assert routes == ROUTES
    (tmp_path / "Caddyfile").write_text(told, encoding="utf-8")
    done = subprocess.run(
        [
            Path(sys.executable).with_name("caddy"),
            "validate",
            "--adapter",
            "caddyfile",
            "--config",
            "Caddyfile",
        ],
        cwd=tmp_path,
        env={"HOME": os.fspath(tmp_path), "PATH": os.defpath},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _pods(manifests: list[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    for one in manifests:
        template = one["spec"].get("template") if one["kind"] in {"Deployment", "Job"} else None
        if one["kind"] == "CronJob":
            template = one["spec"]["jobTemplate"]["spec"]["template"]
        if template is not None:
            yield one["metadata"]["name"], template["spec"]
