"""What comes late of an erased case leaves no trace, also where its words would not lie under its key."""

import pytest
from aiokafka import ConsumerRecord

from shared.contracts.envelope import headers_of
from shared.contracts.intake import ContactLoggedV1
from shared.identifiers import new_id
from tests.escalation.town import Town
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack


@pytest.mark.requirement("B6")
async def test_a_late_event_of_an_erased_case_is_not_even_noted(town: Town) -> None:
    inbox, erased, other = town.parts.service.inbox(), new_id("case"), new_id("case")
    await town.parts.kernel.erasing.graves.dig(erased)
    await inbox.consume([_late(town, erased), _late(town, other)])
    assert await town.house.happenings.in_case(other, "contact")
    assert not await town.house.happenings.in_case(erased, "contact")


def _late(town: Town, case_id: str) -> ConsumerRecord[bytes, bytes]:
    event = ContactLoggedV1(
        case_id=case_id,
        school_id=town.school_id,
        at=NOON,
        person_id=new_id("person"),
        means="phone",
        reached=True,
    )
    value, key = event.model_dump_json().encode(), event.key().encode()
    headers = headers_of(
        ContactLoggedV1, service="intake", source=new_id("case"), seq=1, time=NOON.isoformat()
    )
    return ConsumerRecord(event.topic.name, 0, 0, 0, 0, key, value, None, len(key), len(value), headers)
