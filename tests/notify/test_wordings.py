"""A school's own words in letters: drafted, seen as a reader gets them, approved by another, remembered."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from services.notify.domain.letter import State
from services.notify.domain.wording import Wording
from services.notify.letters.locked import LOCKED_PARAGRAPH
from services.notify.letters.rendering import letters
from services.notify.letters.wording import editable, fault_in, letters_with_words, standard
from shared.clock import OSLO
from shared.contracts.directory import Duty
from shared.errors import Refusal
from shared.i18n import LANGUAGES
from shared.identifiers import new_id
from tests.notify.browsing import Browser, browser
from tests.notify.letters.samples import SAMPLES
from tests.notify.mail_server import MailServer, words_of
from tests.notify.office import Office
from tests.notify.said import report
from tests.notify.town import Town
from tests.shared.moments import NOON
from tests.shared.waiting import until

OURS = "report-received-news"
NEW = "Takk for at du skrev. {name} tar kontakt med deg {by}."


@pytest.fixture
async def web(office: Office) -> AsyncIterator[Browser]:
    async with browser(office) as made:
        yield made


async def deputy_of(office: Office, town: Town) -> str:
    deputy = new_id("person")
    duty = Duty(role="deputy", school_id=town.school)
    await office.learns(town.person(deputy, "Dina", "Deputy", kinds=("staff",), duties=(duty,)))
    return deputy


def form(town: Town, text: str = NEW, **more: Any) -> dict[str, Any]:
    return {"letter": "report-received", "level": town.school, f"texts.nb.{OURS}": text, **more}


@pytest.mark.stack
@pytest.mark.requirement("B55")
async def test_a_version_is_drafted_previewed_approved_by_another_and_remembered(
    office: Office, town: Town, server: MailServer, web: Browser
) -> None:
    deputy = await deputy_of(office, town)
    rektor, other = web.headers(town.leader), web.headers(deputy)
    page = await web.http.get(
        f"/letters/wordings/new?letter=report-received&level={town.school}", headers=rektor
    )
    assert "{name} ringer deg {by}." in page.text
    drafted = await web.http.post("/letters/wordings", headers=rektor, data=form(town))
    assert drafted.status_code == 303
    address = drafted.headers["location"]
    await office.learns(town.person(town.father, "Ola", "Dahl", language="nn"))
    as_mother = (await web.http.get(f"{address}?reader={town.mother}", headers=rektor)).text
    assert "Hei, Kari." in as_mother
    assert "Takk for at du skrev. Anne Berg tar kontakt med deg" in as_mother
    as_father = (await web.http.get(f"{address}?reader={town.father}", headers=rektor)).text
    assert "Hei, Ola." in as_father
    assert "Takk for at du skrev. Anne" not in as_father
    assert "ringjer deg" in as_father
    assert (await web.http.get(f"{address}?reader={new_id('person')}", headers=rektor)).status_code == 404
    day = {"live_from": "2026-11-16"}
    assert (await web.http.post(f"{address}/approve", headers=rektor, data=day)).status_code == 422
    assert (await web.http.post(f"{address}/approve", headers=other, data={})).status_code == 422
    await office.hears(report(town))
    await until(lambda: len(server.to(town.email(town.mother))) == 1)
    assert "Takk for at du skrev" not in words_of(server.to(town.email(town.mother))[0])
    assert (await web.http.post(f"{address}/approve", headers=other, data=day)).status_code == 303
    assert (await web.http.post(f"{address}/approve", headers=other, data=day)).status_code == 409
    await office.hears(report(town))
    await until(lambda: len(server.to(town.email(town.mother))) == 2)
    mail = server.to(town.email(town.mother))[1]
    for part in ("text/plain", "text/html"):
        assert "Takk for at du skrev. Anne Berg tar kontakt med deg" in words_of(mail, part)
    await until(lambda: all_sent(office, 2))
    wording_id = address.rpartition("/")[2]
    assert sorted(one.versions for one in await office.letters()) == [(), (wording_id,)]
    await web.http.post(f"{address}/withdraw", headers=rektor)
    await office.hears(report(town))
    await until(lambda: len(server.to(town.email(town.mother))) == 3)
    assert "Takk for at du skrev" not in words_of(server.to(town.email(town.mother))[2])


async def all_sent(office: Office, count: int) -> bool:
    return len(await office.letters(state=str(State.SENT))) == count


@pytest.mark.stack
@pytest.mark.requirement("B55")
async def test_a_school_words_its_own_letters_and_the_municipality_everybodys(
    office: Office, town: Town, web: Browser
) -> None:
    owner = new_id("person")
    duty = Duty(role="school_owner")
    await office.learns(town.person(owner, "Olav", "Eier", kinds=("staff",), duties=(duty,)))
    owners, rektor = web.headers(owner), web.headers(town.leader)
    municipal = form(town, level="municipality")
    assert (await web.http.post("/letters/wordings", headers=rektor, data=municipal)).status_code == 404
    drafted = await web.http.post("/letters/wordings", headers=owners, data=municipal)
    assert drafted.status_code == 303
    address = drafted.headers["location"]
    assert "Takk for at du skrev" in (await web.http.get(address, headers=owners)).text
    assert (await web.http.get(address, headers=rektor)).status_code == 404
    assert (await web.http.get("/letters/wordings", headers=web.headers(town.teacher))).status_code == 403
    assert "Egne ord" not in (await web.http.get("/letters/wordings", headers=rektor)).text


@pytest.mark.stack
@pytest.mark.requirement("B55")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Takk for at du skrev. Vi ringer.", "Noe av det brevet må si, mangler."),
        (f"{NEW} Det gjelder mobbing.", "Teksten røper hva det gjelder."),
        (f"{NEW} Se https://x.example", "Lenker, vinkelhaker"),
        (f"{NEW} {{contact}}", "Noe av det brevet må si, mangler."),
        (NEW + "x" * 700, "Teksten er for lang."),
    ],
)
async def test_what_drops_a_fact_or_tells_is_refused_and_what_was_typed_is_kept(
    office: Office, town: Town, web: Browser, text: str, said: str
) -> None:
    answer = await web.http.post("/letters/wordings", headers=web.headers(town.leader), data=form(town, text))
    assert answer.status_code == 422
    assert said in answer.text
    assert "Takk for at du skrev" in answer.text
    assert await office.post.wordings.find({}) == []


@pytest.mark.requirement("B55", "R50")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_takes_the_locked_paragraph_out(language: Any) -> None:
    empty = dict.fromkeys(editable("group-invitation"), "…")
    letter = letters().render(
        "group-invitation", language, SAMPLES["group-invitation", "agenda"], own_words=empty
    )
    assert LOCKED_PARAGRAPH[language] in letter.text
    assert LOCKED_PARAGRAPH[language] in letter.html


def test_our_own_words_could_stand_as_anybodys() -> None:
    assert "report-received" in letters_with_words()
    for letter in letters_with_words():
        for message_id in editable(letter):
            for language in LANGUAGES:
                assert fault_in(message_id, standard(message_id, language)) is None, message_id


def test_a_version_counts_from_its_day_and_never_from_before_it_was_approved() -> None:
    made = {"level": "municipality", "letter": "report-received", "drafted_by": "a", "drafted_at": NOON}
    later = Wording.model_validate({"id": new_id("wording"), **made})
    later.approve(date(2026, 12, 1), by="b", at=NOON)
    first = datetime(2026, 12, 1, tzinfo=OSLO)
    assert not later.holds_for("report-received", first - timedelta(seconds=1))
    assert later.holds_for("report-received", first)
    assert not later.holds_for("minutes-ready", first)
    early = Wording.model_validate({"id": new_id("wording"), **made})
    early.approve(date(2026, 1, 1), by="b", at=NOON)
    assert not early.holds_for("report-received", NOON - timedelta(seconds=1))
    early.withdraw(NOON + timedelta(days=1))
    assert early.holds_for("report-received", NOON + timedelta(hours=1))
    assert not early.holds_for("report-received", NOON + timedelta(days=1))
    with pytest.raises(Refusal):
        Wording.model_validate({"id": new_id("wording"), **made}).approve(date(2026, 12, 1), by="a", at=NOON)
