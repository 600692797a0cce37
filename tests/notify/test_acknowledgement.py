"""Whoever told the school hears at once that it has arrived, who rings and by when."""

import pytest

from services.notify.domain.letter import State
from shared.contracts.notify import LetterByHandV1, LetterSentV1
from tests.notify.mail_server import MailServer, words_of
from tests.notify.office import Office
from tests.notify.said import report
from tests.notify.town import Town
from tests.shared.waiting import until

pytestmark = pytest.mark.stack


@pytest.mark.requirement("R3")
async def test_a_parent_who_told_us_gets_a_letter_with_name_and_time(
    office: Office, town: Town, server: MailServer
) -> None:
    await office.hears(report(town))
    await until(lambda: len(server.to(town.email(town.mother))) == 1)
    mail = server.to(town.email(town.mother))[0]
    words = words_of(mail)
    assert mail["Subject"] == "Beskjed fra Lillevik skole"
    assert "Hei, Kari." in words
    assert "Anne Berg ringer deg før kl. 12.00 tirsdag 17. november." in words
    assert f"http://samspill.test/cases/{town.case}" in words
    assert mail["From"] == "Lillevik skole <post@lillevik.example>"
    assert mail["Reply-To"] == "Lillevik skole <post@lillevik.example>"


@pytest.mark.requirement("B50")
async def test_the_same_event_twice_sends_one_letter(office: Office, town: Town, server: MailServer) -> None:
    heard = await office.hears(report(town))
    await office.hears_again(heard)

    async def sent() -> bool:
        return [one.state for one in await office.letters(case_id=town.case)] == [State.SENT]

    await until(sent)
    await office.hears_again(heard)
    other = await office.hears(report(town, reporter_id=town.father))
    await until(lambda: len(server.to(town.email(town.father))) == 1)
    assert other.id != heard.id
    assert len(server.to(town.email(town.mother))) == 1
    assert len(await office.events(LetterSentV1)) >= 1


async def test_a_letter_is_in_the_language_its_reader_asked_for(
    office: Office, town: Town, server: MailServer
) -> None:
    await office.learns(town.person(town.mother, "Kari", "Dahl", language="en"))
    await office.hears(report(town))
    await until(lambda: len(server.to(town.email(town.mother))) == 1)
    mail = server.to(town.email(town.mother))[0]
    assert mail["Content-Language"] == "en"
    assert "Anne Berg will call you before 12:00 on Tuesday 17 November." in words_of(mail)


async def test_nobody_is_written_to_when_nobody_said_who_they_are(office: Office, town: Town) -> None:
    await office.hears(report(town, told_as="anonymous", reporter_id=None))
    assert await office.letters(case_id=town.case) == []


@pytest.mark.requirement("P4")
async def test_while_the_home_is_not_to_be_told_no_guardian_gets_a_letter(
    office: Office, town: Town, server: MailServer
) -> None:
    await office.hears(report(town, home_held=True))

    async def by_hand() -> bool:
        return len(await office.events(LetterByHandV1)) == 1

    await until(by_hand)
    assert (await office.events(LetterByHandV1))[0]["reason"] == "held"
    assert server.taken == []
