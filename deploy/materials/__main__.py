"""`python -m deploy.materials [--licences] [--service NAME]`: a bill of materials (CycloneDX 1.6), or a list.

What it says is what `requirements.txt` pins; nothing is asked of anybody.
"""

import argparse
import json
import sys
import uuid
from importlib.metadata import PackageNotFoundError
from typing import Any

from deploy.materials.packages import Package, packages
from shared.contracts.topics import SERVICES

VERSION = "0.1.0"


def bill_of(service: str, found: list[Package]) -> dict[str, Any]:
    """The bill of one image, the same each time for the same packages."""
    own = {
        "type": "application",
        "bom-ref": f"samspill-{service}",
        "name": f"samspill-{service}",
        "version": VERSION,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, service + "".join(one.purl for one in found))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": own},
        "components": [_component(one) for one in found],
        "dependencies": [{"ref": own["bom-ref"], "dependsOn": [one.purl for one in found]}],
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deploy.materials", description=__doc__)
    parser.add_argument("--licences", action="store_true", help="one line for each package instead")
    parser.add_argument("--service", choices=SERVICES, default="intake")
    told = parser.parse_args()
    try:
        found = list(packages())
    except PackageNotFoundError as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    if told.licences:
        for one in found:
            sys.stdout.write(f"{one.name} {one.version}: {one.licence or 'declares none'}\n")
        return 0
    sys.stdout.write(json.dumps(bill_of(told.service, found), indent=2) + "\n")
    return 0


def _component(one: Package) -> dict[str, Any]:
    licences = [] if one.licence is None else [{"expression": one.licence}]
    return {
        "type": "library",
        "bom-ref": one.purl,
        "name": one.name,
        "version": one.version,
        "purl": one.purl,
        "licenses": licences,
        "hashes": [{"alg": "SHA-256", "content": one} for one in one.hashes],
    }


if __name__ == "__main__":
    raise SystemExit(main())
