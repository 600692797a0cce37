"""Names of people for a page behind the login; who is no longer in the directory is nobody by name."""

from collections.abc import Iterable

from shared.directory import Directory


async def names_of(person_ids: Iterable[str | None], directory: Directory) -> dict[str, str]:
    people = await directory.people_by_id([one for one in person_ids if one])
    return {person_id: person.name for person_id, person in people.items()}
