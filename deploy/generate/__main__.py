"""`python -m deploy.generate [--check]`: write the generated files, or say which differ.

The contracts' schemas are golden: a change that is not additive is refused, and needs a new version.
"""

import argparse
import asyncio
import json
import sys
from pathlib import Path

from deploy.generate.asyncapi import asyncapi_of
from deploy.generate.built import build, heard_by, web_of
from deploy.generate.compatibility import breaks
from deploy.generate.contracts import GOLDEN, as_json, golden
from deploy.generate.privacy import record_of_processing
from deploy.generate.realms import realms
from deploy.generate.sizing import sizing
from deploy.generate.tables import metrics_table, settings_table, topics_table
from deploy.grafana.boards import dashboards
from deploy.helm.rendering import rendered
from deploy.helm.settings import chart_files
from shared.contracts.topics import SERVICES
from shared.web.app import openapi_of

ROOT = Path(__file__).resolve().parents[2]
DOCS = "deploy/docs/generated"
REALMS = "deploy/compose/keycloak"


async def generated() -> dict[str, str]:
    """Every generated file's text by its path, the same each time; wants all four services to build."""
    files = {
        **golden(),
        f"{DOCS}/topics.md": topics_table(),
        f"{DOCS}/metrics.md": metrics_table(),
        f"{DOCS}/settings.md": settings_table(),
        f"{DOCS}/record-of-processing.md": record_of_processing(),
        f"{DOCS}/sizing.md": sizing(),
        **{path: as_json(board) for path, board in dashboards().items()},
        **{path: as_json(told) for path, told in chart_files().items()},
        **rendered(),
        **{f"{REALMS}/{name}-realm.json": as_json(realm) for name, realm in realms().items()},
    }
    for name in SERVICES:
        service = build(name)
        files[f"{DOCS}/asyncapi/{name}.json"] = as_json(asyncapi_of(name, heard_by(service)))
        with web_of(service) as app:
            files[f"{DOCS}/openapi/{name}.json"] = as_json(openapi_of(app))
        await service.kernel.close()
    return files


def broken_contracts(files: dict[str, str], root: Path = ROOT) -> list[str]:
    """Changes of contracts that are more than an addition, and golden schemas that lost their contract."""
    faults = []
    for path in sorted((root / GOLDEN).glob("*.json")):
        name = f"{GOLDEN}/{path.name}"
        if name not in files:
            faults.append(f"{path.stem}: no contract says this any more")
            continue
        old = json.loads(path.read_text(encoding="utf-8"))
        faults += [f"{path.stem}: {fault}" for fault in breaks(old, json.loads(files[name]))]
    return faults


def differing(files: dict[str, str], root: Path = ROOT) -> list[str]:
    """Generated files that are missing, not as they would be written now, or not written any more."""
    changed = [path for path, text in files.items() if _read(root / path) != text]
    left = {str(path.relative_to(root)) for path in (root / DOCS).rglob("*") if path.is_file()} - set(files)
    return sorted([*changed, *left])


def write(files: dict[str, str], root: Path = ROOT) -> None:
    for name in differing(files, root):
        path = root / name
        if name not in files:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name], encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deploy.generate", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; leave with 1 if anything differs"
    )
    told = parser.parse_args()
    files = asyncio.run(generated())
    if faults := broken_contracts(files):
        sys.stderr.write("A contract may only grow; anything else is a new version (.v2):\n")
        sys.stderr.write("".join(f"  {fault}\n" for fault in faults))
        return 1
    changed = differing(files)
    if told.check:
        if changed:
            sys.stderr.write("Not as the code says it; run `make generate` and look at what changed:\n")
            sys.stderr.write("".join(f"  {path}\n" for path in changed))
        return int(bool(changed))
    write(files)
    sys.stdout.write(f"{len(files)} generated files, {len(changed)} of them changed\n")
    return 0


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    raise SystemExit(main())
