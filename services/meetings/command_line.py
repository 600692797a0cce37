"""Meetings' own command beside running: whether the library's links are still there."""

import sys
from collections.abc import Sequence

from services.meetings.app import house_of
from services.meetings.calendars.fetching import Fetcher
from services.meetings.commands.link_resource import check_links
from shared.kernel import Service


async def check_links_command(service: Service, _arguments: Sequence[str]) -> int:
    """`check-links`: look at every link of the library; 1 when one leads nowhere. Run it now and then."""
    house = house_of(service.kernel)
    for store in service.kernel.stores:
        await store.prepare()
    fetcher = Fetcher(strict=service.kernel.settings.is_production)
    found = await check_links(fetcher.is_there, house=house)
    for key, there in found.items():
        sys.stdout.write(f"{key}: {'there' if there else 'BROKEN'}\n")
    return 0 if all(found.values()) else 1


COMMANDS = {"check-links": check_links_command}
