"""What an image is made of can be said, down to the hash, and none of it forbids what we do with it."""

import json
import re
import subprocess
import sys

from deploy.materials.packages import packages

# What a municipality may run, change and give on beside our own MIT licence.
WELCOME = {
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MPL-2.0",
    "PSF-2.0",
    "HPND",
    "MIT-CMU",
    "Unlicense",
    "0BSD",
}


def test_the_bill_names_every_package_with_version_licence_and_hashes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "deploy.materials", "--service", "notify"],
        capture_output=True,
        text=True,
        check=True,
    )
    bill = json.loads(done.stdout)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    named = {one["name"] for one in bill["components"]}
    assert {"fastapi", "faststream", "motor", "cryptography"} <= named
    for one in bill["components"]:
        assert one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}"
        assert one["hashes"]
    assert bill["dependencies"][0]["dependsOn"] == [one["purl"] for one in bill["components"]]


def test_every_licence_is_a_welcome_one() -> None:
    unwelcome = [
        f"{one.name}: {one.licence}"
        for one in packages()
        if not set(re.split(r" (?:OR|AND) |[()]", one.licence or "none")) - {""} & WELCOME
    ]
    assert unwelcome == []
