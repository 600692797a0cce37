"""Contracts grow and never break: the golden schemas, and what the comparison catches."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from deploy.generate.__main__ import ROOT, broken_contracts
from deploy.generate.compatibility import breaks
from deploy.generate.contracts import GOLDEN, contracts, golden, schema_of
from shared.contracts.access import AccessSnapshotV1
from shared.contracts.directory import PersonListedV1
from shared.contracts.meetings import GroupMinutesApprovedV1

Schema = dict[str, Any]


def test_every_contract_has_its_golden_schema_and_no_contract_breaks_it() -> None:
    files = golden()
    assert sorted(path.name for path in (ROOT / GOLDEN).iterdir()) == sorted(
        path.rpartition("/")[2] for path in files
    )
    assert broken_contracts(files) == []


def test_a_wire_type_names_one_contract_only() -> None:
    types = [contract.type for contract in contracts()]
    assert len(types) == len(set(types)) > 40


def _removed(schema: Schema) -> None:
    del schema["properties"]["home_held"]


def _renamed(schema: Schema) -> None:
    schema["properties"]["school"] = schema["properties"].pop("school_id")


def _retyped(schema: Schema) -> None:
    schema["properties"]["school_id"]["type"] = "integer"


def _required(schema: Schema) -> None:
    schema["required"].append("group_id")


def _inner_removed(schema: Schema) -> None:
    del schema["$defs"]["Grant"]["properties"]["until"]


def _inner_required(schema: Schema) -> None:
    schema["$defs"]["Grant"]["required"].append("until")


def _code_removed(schema: Schema) -> None:
    schema["$defs"]["Grant"]["properties"]["relation"]["enum"].remove("pupil")


def _code_added(schema: Schema) -> None:
    schema["properties"]["kind"]["enum"].append("school")


def _other_topic(schema: Schema) -> None:
    schema["x-topic"] = "samspill.intake.case"


@pytest.mark.parametrize(
    "change",
    [
        _removed,
        _renamed,
        _retyped,
        _required,
        _inner_removed,
        _inner_required,
        _code_removed,
        _code_added,
        _other_topic,
    ],
)
def test_anything_but_an_addition_breaks_a_contract(change: Callable[[Schema], None]) -> None:
    old, new = schema_of(AccessSnapshotV1), json.loads(json.dumps(schema_of(AccessSnapshotV1)))
    change(new)
    assert len(breaks(old, new)) == 1


def test_an_optional_field_may_be_added_at_any_depth_and_texts_may_change() -> None:
    old, new = schema_of(AccessSnapshotV1), json.loads(json.dumps(schema_of(AccessSnapshotV1)))
    new["properties"]["reason"] = {"type": "string", "default": ""}
    new["$defs"]["Grant"]["properties"]["reason"] = {"type": "string", "default": ""}
    new["$defs"]["Permission"] = new["$defs"].pop("Grant")
    new["properties"]["grants"]["items"]["$ref"] = "#/$defs/Permission"
    new["description"] = "said in other words"
    assert breaks(old, new) == []


def test_sealed_words_are_held_to_the_same_rule() -> None:
    old = schema_of(PersonListedV1)
    without, other = json.loads(json.dumps(old)), json.loads(json.dumps(old))
    del without["x-sealed"]
    other["x-sealed"]["properties"]["family_name"]["type"] = "integer"
    assert breaks(old, without) == ["sealed words: removed"]
    assert breaks(old, other) == ["sealed.family_name: another type or other values"]


def test_a_contract_that_nobody_says_any_more_shows() -> None:
    files = {path: text for path, text in golden().items() if GroupMinutesApprovedV1.type not in path}
    assert broken_contracts(files) == [f"{GroupMinutesApprovedV1.type}: no contract says this any more"]
