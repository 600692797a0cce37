"""One AsyncAPI 3 document per service: its topics, what it says and what it hears, and the headers."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from deploy.generate.contracts import contracts
from shared.contracts.envelope import Contract
from shared.contracts.topics import Service, Topic

_HEADERS: dict[str, Any] = {
    "type": "object",
    "description": "CloudEvents 1.0 in binary mode, and W3C trace context",
    "required": ["ce_specversion", "ce_type", "ce_source", "ce_id", "ce_subject", "ce_sequence", "ce_time"],
    "properties": {
        "ce_specversion": {"const": "1.0"},
        "ce_type": {"type": "string", "description": "the wire type: routes the record before it is parsed"},
        "ce_source": {"type": "string", "description": "/samspill/<service>"},
        "ce_id": {"type": "string", "description": "the same each time the event is sent"},
        "ce_subject": {"type": "string", "description": "the aggregate that says it"},
        "ce_sequence": {"type": "string", "description": "its place in the aggregate's life"},
        "ce_time": {"type": "string", "format": "date-time"},
        "ce_republished": {
            "const": "true",
            "description": "present state said again: causes no letter, no clock",
        },
        "content-type": {"const": "application/json"},
        "traceparent": {"type": "string"},
    },
}
_SEALED: dict[str, Any] = {
    "type": "object",
    "description": "AES-256-GCM under an exchange key; type, event id and aggregate id are associated data",
    "required": ["kid", "box"],
    "properties": {
        "kid": {"type": "string", "description": "the exchange key's id"},
        "box": {"type": "string", "contentEncoding": "base64", "description": "nonce and ciphertext"},
    },
}


def asyncapi_of(service: Service, heard: Sequence[type[Contract]]) -> dict[str, Any]:
    """The document of one service; `heard` is what it subscribes to."""
    said = [contract for contract in contracts() if contract.topic.owner == service]
    everything = sorted({*said, *heard}, key=lambda contract: contract.type)
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": f"Samspill {service}",
            "version": "1",
            "description": "Bodies hold ids, codes and times; words lie in `sealed` only.",
        },
        "defaultContentType": "application/json",
        "channels": {topic.name: _channel(topic, everything) for topic in _topics(everything)},
        "operations": {
            **{f"say-{topic.name}": _operation("send", topic, said) for topic in _topics(said)},
            **{f"hear-{topic.name}": _operation("receive", topic, heard) for topic in _topics(heard)},
        },
        "components": {
            "messages": {contract.type: _message(contract) for contract in everything},
            "schemas": _schemas(everything),
            "messageTraits": {"cloudEvent": {"headers": _HEADERS}},
        },
    }


def _channel(topic: Topic, among: Iterable[type[Contract]]) -> dict[str, Any]:
    config = topic.config()
    kafka: dict[str, Any] = {"cleanup.policy": [config["cleanup.policy"]]}
    if "retention.ms" in config:
        kafka["retention.ms"] = int(config["retention.ms"])
    kafka["max.message.bytes"] = int(config["max.message.bytes"])
    return {
        "address": topic.name,
        "description": f"Owned by {topic.owner}; the key is the {topic.key}.",
        "messages": {
            contract.type: {"$ref": f"#/components/messages/{contract.type}"}
            for contract in among
            if contract.topic == topic
        },
        "bindings": {
            "kafka": {
                "topic": topic.name,
                "partitions": topic.partitions,
                "topicConfiguration": kafka,
                "bindingVersion": "0.5.0",
            }
        },
    }


def _operation(action: str, topic: Topic, among: Iterable[type[Contract]]) -> dict[str, Any]:
    return {
        "action": action,
        "channel": {"$ref": f"#/channels/{topic.name}"},
        "messages": [
            {"$ref": f"#/channels/{topic.name}/messages/{contract.type}"}
            for contract in among
            if contract.topic == topic
        ],
    }


def _message(contract: type[Contract]) -> dict[str, Any]:
    return {
        "name": contract.type,
        "title": contract.__name__,
        "summary": (contract.__doc__ or "").strip().partition("\n")[0],
        "contentType": "application/json",
        "traits": [{"$ref": "#/components/messageTraits/cloudEvent"}],
        "payload": {"$ref": f"#/components/schemas/{contract.__name__}"},
        "bindings": {"kafka": {"key": {"type": "string"}, "bindingVersion": "0.5.0"}},
    }


def _schemas(among: Sequence[type[Contract]]) -> dict[str, Any]:
    models: list[type[BaseModel]] = [*among, *(one.words for one in among if one.words is not None)]
    _, made = models_json_schema(
        [(model, "validation") for model in models], ref_template="#/components/schemas/{model}"
    )
    schemas: dict[str, Any] = made.get("$defs", {})
    for contract in among:
        if contract.words is not None:
            words = {"$ref": f"#/components/schemas/{contract.words.__name__}"}
            sealed = {"$ref": "#/components/schemas/Sealed"}
            schemas[contract.__name__]["properties"]["sealed"] = {"allOf": [sealed], "x-words": words}
            schemas["Sealed"] = _SEALED
    return schemas


def _topics(among: Iterable[type[Contract]]) -> list[Topic]:
    found = {contract.topic.name: contract.topic for contract in among}
    return [found[name] for name in sorted(found)]
