"""`python -m services.<name> preflight`: name everything that is wrong with what a service needs."""

import sys
from collections.abc import Sequence

from shared.contracts.topics import SERVICES
from shared.findings import Check, Finding, run_checks
from shared.kernel import Kernel, Service
from shared.messaging.preflight import look_at_kafka
from shared.storage.preflight import look_at_database, look_at_keys


async def preflight(service: Service, _arguments: Sequence[str]) -> int:
    """Print what was found, one line each; 1 when something is wrong that it cannot start with."""
    found = await run_checks([*checks_of(service.kernel), *service.preflight])
    for finding in found:
        sys.stdout.write(f"{finding}\n")
    return int(any(finding.fault and finding.grave for finding in found))


def checks_of(kernel: Kernel) -> Sequence[Check]:
    """What every service needs: its two databases, the keys in one of them, and Kafka."""
    [name] = [one for one in SERVICES if one == kernel.service]

    async def data() -> list[Finding]:
        return await look_at_database(kernel.database, about="data")

    async def keys() -> list[Finding]:
        findings = await look_at_database(kernel.keys.database, about="keys")
        if any(finding.fault and finding.grave for finding in findings):
            return findings
        return [*findings, *await look_at_keys(kernel.keys.database, kernel.settings.key_encryption_keys)]

    async def kafka() -> list[Finding]:
        return await look_at_kafka(kernel.kafka, name)

    return data, keys, kafka
