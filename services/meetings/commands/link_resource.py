"""The municipality says where a film or a resource is, and looks whether the links still lead somewhere."""

from collections.abc import Awaitable, Callable

from services.meetings.domain.library import SEEDS, Language, Resource
from services.meetings.storage.house import House
from shared.errors import Hidden


async def link_resource(key: str, url: str | None, lang: Language, *, by: str, house: House) -> None:
    """Keep the address, or take it away; raises `Hidden` for an entry that the library does not have."""
    if key not in SEEDS:
        raise Hidden
    await house.resources.change(
        Resource.id_for(key),
        lambda it: it.link(url, lang),
        new=lambda: Resource.seeded(key),
        by=by,
    )


async def check_links(is_there: Callable[[str], Awaitable[bool]], *, house: House) -> dict[str, bool]:
    """Look at every link once; what was found, by entry."""
    told = {one.key: one for one in await house.resources.find({})}
    found: dict[str, bool] = {}
    for key in SEEDS:
        url = (told.get(key) or Resource.seeded(key)).url
        if url is None:
            continue
        there = await is_there(url)
        await _note(key, broken=not there, house=house)
        found[key] = there
    return found


async def _note(key: str, *, broken: bool, house: House) -> None:
    now = house.clock.now()
    await house.resources.change(
        Resource.id_for(key),
        lambda it: it.checked(broken=broken, at=now),
        new=lambda: Resource.seeded(key),
    )
