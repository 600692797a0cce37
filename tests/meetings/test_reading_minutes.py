"""Reading minutes: the parties comment, say that they have read, and each reads what is theirs."""

import io
from collections.abc import Mapping
from typing import Any

import pikepdf
import pytest

from shared.contracts.directory import GroupListedV1, GroupWords, PersonListedV1, PersonWords
from shared.contracts.intake import CaseOpenedV1
from shared.contracts.meetings import (
    CaseMinutesApprovedV1,
    MinutesAddedToV1,
    MinutesCommentedV1,
    MinutesOpenedV1,
    MinutesSharedV1,
)
from shared.contracts.notify import LetterSentV1
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from shared.identifiers import new_id
from tests.meetings.school import School
from tests.meetings.test_minutes import approved, held
from tests.shared.checking_pdf import text_of
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack


async def pupil_listed(school: School, who: str, given: str, family: str, *, grade: int = 8) -> str:
    """A pupil of the class, as the directory has them."""
    person_id = school.people.setdefault(who, new_id("person"))
    await school.hears(
        GroupListedV1(group_id=school.group, school_id=school.school, grade=grade),
        GroupWords(name="Klassen"),
        source=school.group,
    )
    await school.hears(
        PersonListedV1(
            person_id=person_id, kinds=("pupil",), school_ids=(school.school,), group_ids=(school.group,)
        ),
        PersonWords(given_name=given, family_name=family),
        source=person_id,
    )
    return person_id


async def with_pupil(school: School, *, grade: int = 8) -> None:
    await pupil_listed(school, "pupil", "Aksel", "Dahl", grade=grade)
    await school.grants(school.case, {"mother": "guardian", "father": "guardian", "pupil": "pupil"})


@pytest.mark.requirement("B43")
async def test_the_home_comments_before_the_minutes_lock_and_only_its_own_words_are_its_to_read(
    school: School,
) -> None:
    meeting = await held(school)
    path = f"/meetings/{meeting}"
    mother, father, rektor = school.as_("mother"), school.as_("father"), school.as_("rektor")
    early = await mother.post(f"{path}/comments", {"comment": "Hva står det?"})
    assert early.status_code == 409
    assert (await rektor.post(f"{path}/share")).status_code == 303
    await rektor.post(f"{path}/share")
    [shared] = await school.events(MinutesSharedV1)
    assert set(shared.person_ids) == {school.mother, school.father}
    draft = (await mother.get(f"{path}/minutes")).text
    assert "Dette er et utkast" in draft
    assert "Sekken ble tømt" in draft
    assert (await mother.post(f"{path}/comments", {"comment": " "})).status_code == 422
    for _ in range(2):
        answer = await mother.post(f"{path}/comments", {"comment": "Det var to uker før."})
        assert answer.status_code == 303
    assert "Det var to uker før." in (await mother.get(f"{path}/minutes")).text
    assert "Det var to uker før." not in (await father.get(f"{path}/minutes")).text
    page = (await rektor.get(f"{path}/minutes")).text
    assert "Det var to uker før." in page
    assert "Til gjennomlesing" in page
    [commented] = await school.events(MinutesCommentedV1)
    assert (commented.person_id, commented.approved) == (school.mother, False)
    assert "uker" not in commented.model_dump_json()
    [task] = [
        one for one in await school.events(MeetingsTaskOpenedV1) if one.code == "minutes-comment-to-read"
    ]
    await rektor.post(f"{path}/approval")
    assert task.task_id in [one.task_id for one in await school.events(MeetingsTaskClosedV1)]


@pytest.mark.requirement("R11", "B42")
async def test_minutes_go_from_draft_to_sent_and_what_comes_after_is_an_addition(school: School) -> None:
    meeting = await held(school, next_meeting_on="")
    path, rektor = f"/meetings/{meeting}", school.as_("rektor")
    await rektor.post(f"{path}/approval")
    await rektor.post(f"{path}/approval")
    [event] = await school.events(CaseMinutesApprovedV1)
    assert (await school.minutes(meeting)).stage == "approved"
    minutes_id = event.minutes_id
    sent = LetterSentV1(
        case_id=school.case,
        school_id=school.school,
        at=NOON,
        letter_id=new_id("letter"),
        person_id=school.mother,
        letter="minutes-ready",
        cause=f"{minutes_id}:4",
    )
    await school.hears(sent)
    assert (await school.minutes(meeting)).stage == "sent"
    before = (await school.minutes(meeting)).content
    comment = {"comment": "Jeg er ikke enig i dette."}
    assert (await school.as_("father").post(f"{path}/comments", comment)).status_code == 303
    late = await rektor.post(f"{path}/draft", {"notes": "Omskrevet"})
    assert late.status_code == 409
    for text in ("Det var den 13.", "Og i gangen."):
        assert (await rektor.post(f"{path}/additions", {"text": text})).status_code == 303
    there = await school.minutes(meeting)
    assert (there.stage, there.content) == ("amended", before)
    told = [one.person_ids for one in await school.events(MinutesAddedToV1)]
    assert (set(told[0]), told[1]) == ({school.mother, school.father}, ())
    assert "Det var den 13." in (await school.as_("father").get(f"{path}/minutes")).text


async def test_a_fact_that_comes_afterwards_crosses_to_the_case_and_other_additions_do_not(
    school: School,
) -> None:
    meeting = await approved(school, pupil_account="")
    rektor = school.as_("rektor")
    for form in (
        {"text": "Døra var låst.", "source": "observation"},
        {"text": "Jeg tør ikke gå inn.", "gap": "account-pupil"},
        {"text": "Vi møttes på rom 2.14."},
    ):
        await rektor.post(f"/meetings/{meeting}/additions", form)
    fact, account, nothing = await school.words(MinutesAddedToV1)
    assert [(one.text, one.source) for one in fact.facts] == [("Døra var låst.", "observation")]
    assert [(one.party_id, one.account) for one in account.accounts] == [("pupil", "Jeg tør ikke gå inn.")]
    assert (nothing.facts, nothing.accounts) == ((), ())


@pytest.mark.requirement("R12")
async def test_having_read_is_a_click_of_ones_own_and_opening_the_page_says_nothing(school: School) -> None:
    meeting = await approved(school)
    path, mother = f"/meetings/{meeting}", school.as_("mother")
    page = await mother.get(f"{path}/minutes")
    assert "Jeg har lest referatet" in page.text
    assert "<img" not in page.text
    assert await school.events(MinutesOpenedV1) == []
    for _ in range(2):
        assert (await mother.post(f"{path}/receipt")).status_code == 303
    [opened] = await school.events(MinutesOpenedV1)
    assert opened.person_id == school.mother
    rektor = (await school.as_("rektor").get(f"{path}/minutes")).text
    assert "Kari Dahl: lest mandag 16. november kl. 14.00" in rektor
    assert "Kari Dahl" not in (await school.as_("father").get(f"{path}/minutes")).text
    assert (await school.as_("other_mother").post(f"{path}/receipt")).status_code == 404
    assert (await school.as_("rektor").post(f"{path}/receipt")).status_code == 403


async def test_nobody_confirms_minutes_that_are_not_approved(school: School) -> None:
    meeting = await held(school)
    assert (await school.as_("mother").post(f"/meetings/{meeting}/receipt")).status_code == 404
    assert (await school.as_("mother").get(f"/meetings/{meeting}/minutes.pdf")).status_code == 404


@pytest.mark.requirement("P21")
@pytest.mark.parametrize(
    ("grade", "said", "other"),
    [
        (3, "Dette skal de voksne gjøre", "Dette skal skolen gjøre"),
        (9, "Dette skal skolen gjøre", "Dette skal de"),
    ],
)
async def test_the_pupil_reads_it_in_words_for_their_age(
    school: School, grade: int, said: str, other: str
) -> None:
    await with_pupil(school, grade=grade)
    meeting = await approved(school, child_words="Vi har hørt deg. Ola Nordmann vet det nå.")
    page = await school.as_("pupil", "pupil").get(f"/meetings/{meeting}/minutes")
    assert page.status_code == 200
    for shown in ("Vi har hørt deg.", "Jeg går omveien.", "Følge i garderoben", said, "116 111"):
        assert shown in page.text
    for hidden in ("Nordmann", "Han sover dårlig", "Sekken ble tømt", other):
        assert hidden not in page.text
    everything = await school.as_("pupil", "pupil").get(f"/meetings/{meeting}/minutes?all=yes")
    assert ("Sekken ble tømt" in everything.text) is (grade >= 8)


async def test_short_words_for_all_stand_at_the_top(school: School) -> None:
    meeting = await approved(school, plain="Tone følger Aksel hver dag.")
    page = (await school.as_("mother").get(f"/meetings/{meeting}/minutes")).text
    assert page.index("Tone følger Aksel hver dag.") < page.index("Det vi vet")


@pytest.mark.requirement("R41")
async def test_a_linked_pupils_name_stops_until_somebody_has_looked_and_a_classmates_is_shown(
    school: School,
) -> None:
    await with_pupil(school)
    await pupil_listed(school, "linked", "Sander", "Bakkemo")
    await pupil_listed(school, "classmate", "Mikkel", "Strøm")
    for case, pupil in ((school.case, "pupil"), (new_id("case"), "linked")):
        await _opened(school, case, pupil)
    said = {"notes": "Sander slo. Mikkel så det.", "agreements.0.what": "Skille Sander og Aksel"}
    meeting = await held(school, **said)
    path, rektor = f"/meetings/{meeting}", school.as_("rektor")
    stopped = await rektor.post(f"{path}/approval")
    assert stopped.status_code == 409
    assert "En elev i samme sak er nevnt" in stopped.text
    assert "<mark>Mikkel</mark>" in stopped.text
    assert "<mark>Aksel</mark>" not in stopped.text
    api = await rektor.api("POST", f"/{meeting}/minutes/approval")
    assert (api.status_code, api.json()["code"]) == (409, "names-to-look-at")
    assert (await rektor.post(f"{path}/share")).status_code == 409
    keys = _keys(stopped.text)
    await rektor.post(f"{path}/names", {"key": keys[0], "replace": "yes"})
    await rektor.post(f"{path}/names", {"key": keys[1]})
    assert (await school.minutes(meeting)).content.notes == "En annen elev slo. Mikkel så det."
    assert (await rektor.post(f"{path}/approval")).status_code == 303
    assert "Skille Sander og Aksel" in (await school.as_("mother").get(f"{path}/minutes")).text


@pytest.mark.requirement("R12")
async def test_a_partys_own_version_can_be_taken_home_as_a_pdf_without_the_other_partys_name(
    school: School,
) -> None:
    meeting = await approved(school)
    answer = await school.as_("mother").get(f"/meetings/{meeting}/minutes.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert "Dahl" not in answer.headers["content-disposition"]
    text = text_of(answer.content)
    assert "Sekken ble tømt i garderoben." in text
    assert "Nordmann" not in text
    with pikepdf.open(io.BytesIO(answer.content)) as opened:
        assert opened.Root.MarkInfo.Marked


async def _opened(school: School, case_id: str, pupil: str) -> None:
    told: Mapping[str, Any] = {
        "case_id": case_id,
        "school_id": school.school,
        "at": NOON,
        "number": "2026-000124",
        "pupil_id": school.people[pupil],
        "report_id": f"report_{school.school}",
        "told_as": "guardian",
        "handler_id": school.rektor,
        "reported_at": NOON,
        "raised_with_rektor_at": NOON,
        "contact_by": NOON,
    }
    await school.hears(CaseOpenedV1.model_validate(told), source=case_id)


def _keys(page: str) -> list[str]:
    """The keys of the findings, as they stand in the page; each once."""
    parts = page.split('name="key" value="')[1:]
    return list(dict.fromkeys(part.split('"')[0] for part in parts))
