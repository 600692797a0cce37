"""What the chart is told by the code: the settings of each service, the routes, and what values may be."""

from typing import Any

from deploy.generate.built import settings_class
from deploy.generate.meanings import MEANINGS
from deploy.generate.tables import is_needed, is_secret
from deploy.local.gateway import ROUTES
from shared.contracts.topics import SERVICES
from shared.settings import ServiceSettings

FOLDER = "deploy/helm/samspill"
SHARED = frozenset({"exchange_keys", "cookie_keys", "link_keys"})
"""Keyrings that several services hold and that are changed in all of them at once."""
_SAID_BY_THE_CHART = frozenset({"base_url", "profile", "clock_file", "http_host", "http_port"})


def chart_files() -> dict[str, Any]:
    """The chart's written files by their path."""
    return {
        f"{FOLDER}/files/settings.json": {name: settings_of(settings_class(name)) for name in SERVICES},
        f"{FOLDER}/files/routes.json": {name: list(paths) for name, paths in ROUTES.items()},
        f"{FOLDER}/values.schema.json": values_schema(),
    }


def settings_of(service: type[ServiceSettings]) -> list[dict[str, Any]]:
    """The settings of one service that whoever installs it may, or must, say."""
    found = []
    for name, field in service.model_fields.items():
        if name in _SAID_BY_THE_CHART:
            continue
        variable = service.variables_of(name)[-1]
        found.append(
            {
                "name": variable,
                "key": variable.lower().replace("_", "-"),
                "secret": is_secret(field.annotation),
                "shared": name in SHARED,
                # Without a broker user there is no broker that we would speak to in production.
                "needed": is_needed(field) or name == "kafka_password",
                "says": field.description or MEANINGS[name],
            }
        )
    return found


def values_schema() -> dict[str, Any]:
    """What `values.yaml` may hold: a setting that no service knows is refused before anything is made."""
    per_service = {name: settings_of(settings_class(name)) for name in SERVICES}
    everywhere = {one["name"]: one for told in per_service.values() for one in told}
    part = _object(
        replicas={"type": "integer", "minimum": 1, "maximum": 50},
        cpu=_text(),
        memory=_text(),
        memoryLimit=_text(),
    )
    parts = _object(**dict.fromkeys(("all", "web", "worker", "relay"), part))
    place = _object(port=_port(), to={"type": "array", "items": {"type": "object"}})
    peers = {"type": "array", "items": {"type": "object"}}
    switch = {"type": "boolean"}
    names = {"type": "object", "additionalProperties": {"type": "string"}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Samspill's values",
        **_object(
            host={
                "type": "string",
                "pattern": "^[a-z0-9][a-z0-9.-]*[a-z0-9]$",
                "description": "the one address people type, without https://",
            },
            image=_object(
                registry=_text(),
                tag=_text(),
                pullPolicy={"enum": ["Always", "IfNotPresent", "Never"]},
                pullSecrets={"type": "array", "items": _object(name=_text())},
            ),
            settings=_settings(list(everywhere.values())),
            **{
                name: _object(settings=_settings(told), parts=parts, alsoSecret=_also_secret(told))
                for name, told in per_service.items()
            },
            secrets=_object(**dict.fromkeys(("shared", *SERVICES), _text())),
            trust=_object(configMap=_text()),
            split=switch,
            parts=parts,
            gateway=_object(image=_text(), replicas={"type": "integer", "minimum": 1}),
            ingress=_object(enabled=switch, className=_text(), annotations=names, tlsSecret=_text()),
            autoscaling=_object(
                enabled=switch,
                worker=_object(maxReplicas={"type": "integer", "maximum": 12}, lagThreshold=_number()),
                web=_object(maxReplicas={"type": "integer"}, requestsPerReplica=_number()),
                prometheus=_text(),
            ),
            networkPolicy=_object(
                enabled=switch,
                **dict.fromkeys(("kafka", "mongodb", "smtp", "https"), place),
                ingressFrom=peers,
                monitoringFrom=peers,
            ),
            jobs=_object(
                topics=_object(enabled=switch, secret=_text()),
                preflight=_object(enabled=switch),
                prepare=_object(enabled=switch),
            ),
            monitoring=_object(enabled=switch, labels=names, dashboards=switch),
            backup=_object(
                enabled=switch,
                schedule=_text(),
                dataClaim=_text(),
                keysClaim=_text(),
                keepDataDays=_number(),
                keepKeysDays=_number(),
            ),
            podAnnotations=names,
            nodeSelector=names,
            tolerations={"type": "array", "items": {"type": "object"}},
            priorityClassName=_text(),
        ),
        "required": ["host"],
    }


def _settings(told: list[dict[str, Any]]) -> dict[str, Any]:
    """Values by the variable's name; a secret has no place here."""
    plain = {
        one["name"]: {"type": ["string", "integer", "number", "boolean"], "description": one["says"]}
        for one in told
        if not one["secret"]
    }
    return _object(**plain)


def _also_secret(told: list[dict[str, Any]]) -> dict[str, Any]:
    """Secrets that not every installation has: those named lie in the service's secret too."""
    may = [one["name"] for one in told if one["secret"] and not one["needed"]]
    return {"type": "array", "items": {"enum": may}, "uniqueItems": True} if may else {"maxItems": 0}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _text() -> dict[str, Any]:
    return {"type": "string"}


def _number() -> dict[str, Any]:
    return {"type": "integer", "minimum": 1}


def _port() -> dict[str, Any]:
    return {"type": "integer", "minimum": 1, "maximum": 65535}
