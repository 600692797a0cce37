"""What is generated is as the code says, the same each time, and holds together."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from deploy.generate.__main__ import ROOT, differing, generated
from shared.contracts.topics import SERVICES


async def test_committed_files_are_as_the_code_says_them_and_the_same_each_time() -> None:
    files = await generated()
    assert files == await generated()
    assert differing(files) == []


@pytest.mark.parametrize("kind", ["openapi", "asyncapi"])
@pytest.mark.parametrize("service", SERVICES)
def test_a_document_refers_only_to_what_it_holds(kind: str, service: str) -> None:
    document = _read(kind, service)
    missing = [reference for reference in _references(document) if not _holds(document, reference)]
    assert missing == []


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_says_and_hears_in_its_asyncapi(service: str) -> None:
    document = _read("asyncapi", service)
    assert document["asyncapi"] == "3.0.0"
    actions = {operation["action"] for operation in document["operations"].values()}
    assert actions == {"send", "receive"}
    for name, operation in document["operations"].items():
        own = f"samspill.{service}." in operation["channel"]["$ref"]
        assert own or name.startswith("hear-"), name


def test_every_operation_of_an_api_says_in_a_line_what_it_does() -> None:
    for service in SERVICES:
        for path, operations in _read("openapi", service)["paths"].items():
            for method, operation in operations.items():
                assert operation.get("description") or operation.get("summary"), f"{method} {path}"


def _read(kind: str, service: str) -> Any:
    path = ROOT / "deploy/docs/generated" / kind / f"{service}.json"
    return json.loads(path.read_text(encoding="utf-8"))


def _references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for value in part.values():
            yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)


def _holds(document: Any, reference: str) -> bool:
    if not reference.startswith("#/"):
        return False
    found = document
    for step in reference.removeprefix("#/").split("/"):
        if not isinstance(found, dict) or step not in found:
            return False
        found = found[step]
    return True
