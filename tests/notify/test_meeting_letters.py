"""Invitations and minutes: one letter each, nobody's address in another's, the link only its reader's."""

from datetime import timedelta
from email.message import Message

import pytest
from icalendar import Calendar

from services.notify.domain.letter import State
from shared.contracts.meetings import Attended, MeanwhileToldV1
from shared.errors import NotYet
from shared.identifiers import derived_id, new_id
from shared.links import Links
from tests.notify.mail_server import MailServer, words_of
from tests.notify.office import KEYS, Office
from tests.notify.said import (
    GROUP_MINUTES,
    GROUP_WORDS,
    IN_TWO_DAYS,
    called,
    group_invitation,
    group_minutes,
    invitation,
    minutes,
)
from tests.notify.town import Town
from tests.shared.moments import NOON
from tests.shared.waiting import until

pytestmark = pytest.mark.stack


@pytest.fixture
def meeting() -> str:
    return new_id("meeting")


@pytest.fixture(autouse=True)
async def _case(office: Office, town: Town) -> None:
    await office.learns([town.access()])


async def came(server: MailServer, address: str, *, count: int = 1) -> Message:
    await until(lambda: len(server.to(address)) >= count)
    return server.to(address)[count - 1]


def calendar_of(mail: Message) -> Calendar:
    part = next(part for part in mail.walk() if part.get_content_type() == "text/calendar")
    raw = part.get_payload(decode=True)
    assert isinstance(raw, bytes)
    return Calendar.from_ical(raw)


def reply_token(mail: Message) -> str:
    return words_of(mail).partition("http://samspill.test/reply/")[2].split()[0]


@pytest.mark.requirement("B59", "B38")
async def test_two_guardians_get_a_letter_each_and_neither_sees_the_others_address(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    for person_id in (town.mother, town.father):
        await office.hears(invitation(town, meeting, person_id))
    one = await came(server, town.email(town.mother))
    other = await came(server, town.email(town.father))
    assert town.email(town.father) not in one.as_string()
    assert town.email(town.mother) not in other.as_string()
    assert "Ola" not in one.as_string()
    assert len(server.taken) == 2


@pytest.mark.requirement("B34", "B62")
async def test_an_invitation_brings_a_neutral_calendar_entry_and_a_link_of_its_readers_own(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    heard = await office.hears(invitation(town, meeting, town.mother))
    mail = await came(server, town.email(town.mother))
    event = calendar_of(mail).walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == "Møte med skolen"
    assert str(event["LOCATION"]) == "Møterom 2"
    assert str(event["ATTENDEE"]) == f"mailto:{town.email(town.mother)}"
    assert event["CLASS"] == "PRIVATE"
    link = Links(KEYS).open(reply_token(mail), "reply", now=NOON)
    assert (link.subject_id, link.person_id, link.revision) == (
        heard.event.invitation_id,
        town.mother,
        1,
    )
    assert link.expires == IN_TWO_DAYS + timedelta(hours=1)


@pytest.mark.requirement("B35")
async def test_a_moved_meeting_says_the_old_time_and_the_new_under_the_same_uid(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    await office.hears(invitation(town, meeting, town.mother))
    first = await came(server, town.email(town.mother))
    later = IN_TWO_DAYS + timedelta(days=1)
    more = {"starts_at": later, "ends_at": later + timedelta(hours=1), "revision": 2, "sequence": 1}
    await office.hears(invitation(town, meeting, town.mother, **more))
    mail = await came(server, town.email(town.mother), count=2)
    assert (
        "Vi har flyttet møtet fra onsdag 18. november kl. 12.00 til torsdag 19. november kl. 12.00."
        in words_of(mail)
    )
    before, now = (calendar_of(one).walk("VEVENT")[0] for one in (first, mail))
    assert before["UID"] == now["UID"]
    assert (before["SEQUENCE"], now["SEQUENCE"]) == (0, 1)
    assert Links(KEYS).open(reply_token(mail), "reply", now=NOON).revision == 2


async def test_a_cancelled_meeting_is_cancelled_in_the_calendar_too(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    await office.hears(invitation(town, meeting, town.mother))
    more = {"method": "cancel", "revision": 2, "sequence": 1}
    await came(server, town.email(town.mother))
    await office.hears(invitation(town, meeting, town.mother, **more))
    mail = await came(server, town.email(town.mother), count=2)
    assert mail["Subject"].startswith("Avlyst: møte på Lillevik skole")
    assert calendar_of(mail)["METHOD"] == "CANCEL"


async def test_who_takes_part_for_the_school_gets_a_letter_without_a_personal_link(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    await office.hears(invitation(town, meeting, town.teacher, side="school"))
    mail = await came(server, town.email(town.teacher))
    assert "Du er satt opp på et møte onsdag 18. november kl. 12.00." in words_of(mail)
    assert f"http://samspill.test/meetings/{meeting}" in words_of(mail)
    assert "/reply/" not in words_of(mail)


@pytest.mark.requirement("R24")
async def test_what_happens_meanwhile_is_told_the_same_day_with_a_pointer_and_once(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    await office.hears(called(town, meeting), source=meeting)
    told = MeanwhileToldV1(
        case_id=town.case,
        school_id=town.school,
        at=NOON,
        meeting_id=meeting,
        kind="first",
        minutes_id=derived_id("minutes", meeting),
        contact_id=town.leader,
        person_ids=(town.mother, town.father),
    )
    heard = await office.hears(told)
    await office.hears_again(heard)
    for person_id in (town.mother, town.father):
        mail = await came(server, town.email(person_id))
        assert "Det som skjer fram til vi møtes igjen, ligger klart til deg." in words_of(mail)
        assert f"http://samspill.test/meetings/{meeting}/minutes" in words_of(mail)
    assert len(server.taken) == 2


async def test_each_party_is_told_that_the_minutes_are_ready_the_absent_with_a_way_to_be_rung(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    await office.hears(called(town, meeting), source=meeting)
    parties = (
        Attended(person_id=town.mother, side="home", status="present"),
        Attended(person_id=town.father, side="home", status="unknown"),
    )
    await office.hears(minutes(town, meeting, *parties))
    here = words_of(await came(server, town.email(town.mother)))
    away = words_of(await came(server, town.email(town.father)))
    assert "Referatet fra møtet onsdag 18. november er klart." in here
    assert "Vi møtes igjen mandag 30. november." in here
    assert "/letters/ring-me/" not in here
    assert "Vi savnet deg på møtet onsdag 18. november." in away
    assert "http://samspill.test/letters/ring-me/" in away


async def test_a_groups_invitation_waits_for_its_words(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    early = office.heard(group_invitation(town, meeting, town.mother))
    with pytest.raises(NotYet):
        await office.hears_again(early)
    await office.hears(called(town, meeting, kind="group"), GROUP_WORDS, source=meeting)
    await office.hears_again(early)
    words = words_of(await came(server, town.email(town.mother)))
    assert "Vi vil at alle skal ha noen å være sammen med." in words
    assert "På møtet snakker vi ikke om enkelthendelser eller enkeltelever." in words
    assert "7B" in words


@pytest.mark.requirement("R56", "B40")
async def test_after_a_group_meeting_all_get_one_letter_the_absent_their_own_however_often_it_is_heard(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    families = [new_id("person") for _ in range(300)]
    for number, person_id in enumerate(families):
        await office.learns(town.person(person_id, f"Forelder{number}", "Test"))
    await office.learns([town.access(*families)])
    parties = [
        Attended(person_id=one, side="home", status="present" if number % 3 else "absent")
        for number, one in enumerate(families)
    ]
    heard = await office.hears(group_minutes(town, meeting, *parties), GROUP_MINUTES)
    await office.hears_again(heard)
    await until(lambda: len(server.taken) >= 300, within_s=60)

    async def all_recorded() -> bool:
        return len(await office.letters(case_id=town.case, state=str(State.SENT))) == 300

    await until(all_recorded, within_s=60)
    await office.hears_again(heard)
    assert sorted(to for to, _ in server.taken) == sorted(town.email(one) for one in families)
    for number, person_id in enumerate(families):
        words = words_of(server.to(town.email(person_id))[0])
        assert ("Vi savnet deg" in words) == (number % 3 == 0)
        assert ("/letters/ring-me/" in words) == (number % 3 == 0)
        assert "Flere voksne er ute i friminuttene." in words


@pytest.mark.requirement("R44")
async def test_a_protected_family_stands_on_the_list_to_handle_by_hand_and_gets_no_mail(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    hidden = new_id("person")
    await office.learns(town.person(hidden, "Eva", "Hemmelig", protection="strictly_confidential"))
    await office.learns([town.access(hidden, town.mother)])
    await office.hears(called(town, meeting, kind="group"), GROUP_WORDS, source=meeting)
    for person_id in (hidden, town.mother):
        await office.hears(group_invitation(town, meeting, person_id))
    await came(server, town.email(town.mother))

    async def by_hand() -> bool:
        return [one.reason for one in await office.letters(state="by_hand")] == ["protected"]

    await until(by_hand)
    assert [to for to, _ in server.taken] == [town.email(town.mother)]


async def test_who_has_lost_their_place_in_the_case_is_not_written_to(
    office: Office, town: Town, server: MailServer, meeting: str
) -> None:
    """Nor is anybody whose place was never heard of; a moment is waited, for it may be on its way."""
    await office.learns([town.access(town.mother)])
    await office.hears(invitation(town, meeting, town.father))

    async def laid_aside() -> bool:
        return [one.reason for one in await office.letters(person_id=town.father)] == ["no_access"]

    await until(laid_aside)
    assert server.taken == []
