"""The contracts as JSON Schemas, one file per wire type: what strangers rely on."""

import importlib
import json
import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import shared.contracts
from shared.contracts.envelope import Contract

GOLDEN = "shared/contracts/golden"


@lru_cache(maxsize=1)
def contracts() -> tuple[type[Contract], ...]:
    """Every contract that is said on a topic, by wire type."""
    for module in pkgutil.iter_modules(shared.contracts.__path__):
        if not module.ispkg:
            importlib.import_module(f"shared.contracts.{module.name}")
    named = [contract for contract in _below(Contract) if "type" in vars(contract)]
    return tuple(sorted(named, key=lambda contract: contract.type))


def schema_of(contract: type[Contract]) -> dict[str, Any]:
    """One contract's schema, with its topic and the words that lie sealed in it."""
    body = contract.model_json_schema(mode="validation")
    said = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": contract.type,
        **body,
        "x-topic": contract.topic.name,
        "x-key": contract.topic.key,
    }
    if contract.words is not None:
        said["x-sealed"] = contract.words.model_json_schema(mode="validation")
    return said


def golden() -> dict[str, str]:
    """The schema files by their path."""
    return {f"{GOLDEN}/{contract.type}.json": as_json(schema_of(contract)) for contract in contracts()}


def as_json(document: Any) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _below(base: type[Contract]) -> Iterator[type[Contract]]:
    for child in base.__subclasses__():
        # Tests have contracts of their own.
        if child.__module__.startswith("shared.contracts."):
            yield child
            yield from _below(child)
