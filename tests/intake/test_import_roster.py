"""The roster comes in once, is said on the directory topic, and changes nothing the second time."""

import re
from datetime import date

import pytest

from services.intake.domain.directory_entry import directory_id
from shared.contracts.directory import ContactListedV1, PersonListedV1, SchoolListedV1
from shared.web.identities import subject_hash
from tests.intake.town import SUBJECT_KEY, Town, person_id, roster, school_id

pytestmark = pytest.mark.stack


async def test_a_second_import_changes_nothing_and_says_so(town: Town) -> None:
    await town.deliver()
    said = len(town.said)
    again = await town.imports()
    assert again.wrote == 0
    assert again.kinds["people"].unchanged == len(roster().people)
    assert len(town.said) == said


async def test_everyone_can_be_found_and_the_class_has_its_teacher(town: Town) -> None:
    aksel = await town.house.directory.person(person_id("pupil"))
    assert aksel.name == "Aksel Dahl"
    assert set(aksel.guardians_on(date(2026, 11, 16))) == {person_id("mother"), person_id("father")}
    around = await town.house.listed.around(school_id(), aksel.listed.group_ids)
    assert [one.id for one in around.contact_teachers] == [person_id("contact_teacher")]
    assert person_id("rektor") in {one.id for one in around.leadership}
    leader = await town.house.directory.leader_of(school_id(), date(2026, 11, 16))
    assert leader.id == person_id("rektor")


async def test_the_directory_says_ids_in_clear_and_names_sealed(town: Town) -> None:
    wires = [value for _, headers, value in town.said if headers["ce_type"] == PersonListedV1.type]
    listed = {PersonListedV1.model_validate_json(one).person_id for one in wires}
    # Others may have been listed since: guests, and whom another roster brought.
    assert listed >= {directory_id("person", one) for one in roster().people}
    # What is sealed looks like anything, now and then like a name.
    bare = [re.sub(rb'"box": ?"[^"]*"', b"", value) for value in wires]
    assert not any(b"Dahl" in value or b"dahl" in value for value in bare)
    schools = [value for _, headers, value in town.said if headers["ce_type"] == SchoolListedV1.type]
    assert len({SchoolListedV1.model_validate_json(one).school_id for one in schools}) == 3


async def test_a_protected_person_has_no_address_record(town: Town) -> None:
    with_address = {
        ContactListedV1.model_validate_json(value).person_id
        for _, headers, value in town.said
        if headers["ce_type"] == ContactListedV1.type
    }
    assert person_id("mother") in with_address
    assert person_id("no_email") in with_address
    assert person_id("protected_guardian") not in with_address


async def test_an_identity_is_kept_as_a_keyed_hash_only(town: Town) -> None:
    pid = "02858400018"
    found = await town.house.listed.who_signs_in_as(subject_hash(SUBJECT_KEY, "family", pid))
    assert found is not None
    assert found.id == person_id("mother")
    raw = await town.kernel.database["listed_people"].find_one({"_id": found.id})
    assert pid not in repr(raw)


async def test_whoever_becomes_protected_loses_the_address_there_was(town: Town) -> None:
    sourced = next(one for one in roster().people.values() if one.email and one.kinds == {"guardian"})
    before = roster()
    hidden = sourced.model_copy(update={"protection": "confidential"})
    changed = type(before)(**{**vars(before), "people": {**before.people, sourced.id: hidden}})
    report = await town.imports(changed)
    assert (report.kinds["people"].changed, report.kinds["contacts"].changed) == (1, 1)
    contact = await town.house.listed.contacts.get(directory_id("contact", sourced.id))
    assert contact is not None
    assert contact.words.email is None
    await town.imports()
