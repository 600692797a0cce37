"""Doing without what is optional, in one click; nothing that must be sent can be refused."""

import re

import httpx
import pytest

from services.notify.domain.kinds import KINDS
from services.notify.domain.letter import State
from services.notify.domain.wishes import Wishes, wishes_id
from shared.contracts.directory import Duty
from shared.contracts.escalation import OwnerDigestDueV1
from shared.identifiers import new_id
from tests.notify.browsing import browser
from tests.notify.mail_server import MailServer, words_of
from tests.notify.office import Office
from tests.notify.said import report
from tests.notify.town import Town
from tests.shared.moments import NOON
from tests.shared.waiting import until

pytestmark = pytest.mark.stack

MUST_BE_SENT = set(KINDS) - {"owner-digest"}


def digest(town: Town, owner: str) -> OwnerDigestDueV1:
    told = {"case_id": town.case, "school_id": town.school, "at": NOON, "person_id": owner}
    return OwnerDigestDueV1.model_validate({**told, "contact_id": town.leader, "lines": 1})


@pytest.mark.requirement("B60")
async def test_a_mail_programs_one_click_ends_the_summaries_and_nothing_else(
    office: Office, town: Town, server: MailServer
) -> None:
    owner = new_id("person")
    duty = Duty(role="school_owner")
    await office.learns(town.person(owner, "Olav", "Eier", kinds=("staff",), duties=(duty,)))
    await office.hears(digest(town, owner))
    await until(lambda: len(server.to(town.email(owner))) == 1)
    mail = server.to(town.email(owner))[0]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = re.fullmatch(r"<http://samspill\.test(\S+)>", str(mail["List-Unsubscribe"]))
    assert link is not None
    assert link[1] in words_of(mail)
    async with browser(office) as web:
        # What scanners do changes nothing; what RFC 8058 has a mail program post, without cookies, does.
        assert (await web.http.get(link[1])).status_code == 200
        await office.hears(digest(town, owner))
        await until(lambda: len(server.to(town.email(owner))) == 2)
        for _ in range(2):
            pressed = await web.http.post(link[1], data={"List-Unsubscribe": "One-Click"})
            assert pressed.status_code == httpx.codes.OK
            assert "Eier" not in pressed.text
        await office.hears(digest(town, owner))

        async def unwanted() -> bool:
            return len(await office.letters(state=str(State.UNWANTED))) == 1

        await until(unwanted)
        assert len(server.to(town.email(owner))) == 2
        await office.hears(report(town, reporter_id=owner, told_as="staff"))
        await until(lambda: len(server.to(town.email(owner))) == 3)
        assert server.to(town.email(owner))[2]["List-Unsubscribe"] is None
        await web.http.post(link[1], data={"again": "yes"})
        await office.hears(digest(town, owner))
        await until(lambda: len(server.to(town.email(owner))) == 4)
        forged = link[1][:-4] + ("AAAA" if not link[1].endswith("AAAA") else "BBBB")
        assert (await web.http.post(forged)).status_code == 404


@pytest.mark.requirement("B60", "B53")
@pytest.mark.parametrize("name", sorted(MUST_BE_SENT))
def test_what_must_be_sent_cannot_be_done_without(name: str) -> None:
    wishes = Wishes(id=wishes_id("person_x"), person_id="person_x")
    wishes.do_without(name, NOON)
    assert wishes.without == {}
    assert not Wishes(id="wishes_x", person_id="person_x", without={name: NOON}).refuses(name)
