"""A whole case leaves the house signed; then it is erased, and an administrator looks for what is left."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from pymongo import MongoClient

from deploy.demo.scene import Scene
from services.intake.files.package import faults_in, manifest_of
from shared.contracts.topics import SERVICES
from tests.journeys.test_bad_input import REPORTS, a_report
from tests.shared.waiting import until

CASES = "/api/intake/cases"
STAYS = {"graves", "erasures", "erasures_history", "erased_here", "case_looks"}


@pytest.mark.requirement("L1", "B14", "B6", "B15")
async def test_a_case_is_taken_out_whole_and_then_gone_from_all_four_services(
    municipality: Scene, tmp_path: Path
) -> None:
    scene = municipality
    parent, rektor, owner = [await scene.person(one) for one in ("english", "rektor", "owner_1")]
    child = (await parent.asks("GET", "/api/intake/report-choices"))["pupils"][0]["pupil_id"]
    told = (await parent.asks("POST", REPORTS, a_report(child), status=201))["cases"][0]
    case_id, number = told["case_id"], told["number"]
    await scene.event("the case is opened", "case-opened", case_id=case_id)
    await scene.event("its clocks run", "clock-started", case_id=case_id)
    await scene.event("a letter goes", "letter-sent", case_id=case_id)

    asked = await rektor.asks("POST", f"{CASES}/{case_id}/dossiers", {"purpose": "supervision"}, status=202)
    dossier = f"{CASES}/{case_id}/dossiers/{asked['id']}"
    made = await scene.event("the package is made", "dossier-made", case_id=case_id)
    assert not made["missing"]
    package = tmp_path / "sak.zip"
    package.write_bytes((await rektor.call("GET", f"{dossier}/file")).content)
    key = (await rektor.asks("GET", "/api/intake/signing-key"))["public_key"]
    assert faults_in(package, key) == []
    said_by = {one["service"] for one in manifest_of(package)["chain"]}
    assert {"intake", "notify", "escalation"} <= said_by

    ended = {"outcome": "no_case", "text": "Avklart.", "answer": "Vi følger med."}
    await rektor.asks("POST", f"{CASES}/{case_id}/assessment", ended, status=204)
    await scene.quiet()
    before = await asyncio.to_thread(_documents, scene, case_id)
    assert all(before[service] for service in ("intake", "notify", "escalation"))
    order = await owner.asks(
        "POST", f"/api/intake/disposal/cases/{case_id}", {"number": number, "ground": "decision"}, status=202
    )

    path = f"/api/intake/disposal/{order['order_id']}"

    async def complete() -> bool:
        return bool((await owner.asks("GET", path))["complete"])

    await until(complete, within_s=30)
    found = await owner.asks("GET", path)
    assert set(found["confirmed"]) == set(SERVICES)
    assert child not in str(found)

    async def only_what_stays() -> bool:
        left = await asyncio.to_thread(_documents, scene, case_id)
        return all(names <= STAYS for names in left.values())

    await until(only_what_stays, within_s=30)
    assert await asyncio.to_thread(_keys, scene, case_id) == {}
    last = scene.events.of("access-snapshot", case_id=case_id)[-1]
    assert (last["grants"], last["pupil_id"]) == ([], None)
    assert (await rektor.call("GET", f"{CASES}/{case_id}")).status_code == 404
    assert (await rektor.call("GET", f"{dossier}/file")).status_code == 404


def _documents(scene: Scene, case_id: str) -> dict[str, set[str]]:
    """By service, the collections in which something still names the case."""
    with MongoClient[dict[str, Any]](scene.stack.mongodb_admin_url()) as client:
        return {
            service: {
                name
                for name in client[service].list_collection_names()
                if any(case_id in repr(row) for row in client[service][name].find({}))
            }
            for service in SERVICES
        }


def _keys(scene: Scene, case_id: str) -> dict[str, Any]:
    """By service, the key that still opens something of the case."""
    with MongoClient[dict[str, Any]](scene.stack.mongodb_admin_url()) as client:
        rows = {service: client[f"{service}_keys"]["keys"].find_one({"_id": case_id}) for service in SERVICES}
    return {service: row for service, row in rows.items() if row is not None and "key" in row}
