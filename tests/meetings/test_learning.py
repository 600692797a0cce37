"""The library's eight entries where they help, and the eight questions without a case or a person."""

from datetime import UTC, datetime

import pytest

from services.meetings.commands.link_resource import check_links
from services.meetings.domain.library import SEEDS
from services.meetings.domain.reflection import QUESTIONS, TeamSession, term_of
from tests.meetings.school import School

pytestmark = pytest.mark.stack

FILMS = (
    "I dialog for et trygt og godt skolemiljø",
    "Et godt foreldremiljø",
    "Utfordringer i foreldresamarbeidet",
    "Hvordan kan et foreldremøte gi læringsmiljøet et løft",
)
OTHERS = ("Samarbeid mellom hjem og skole", "§ 10-3", "§ 10-8", "§ 12-4")


async def _administrator(school: School) -> str:
    return await school.lists("admin", "Ada", "Min", "staff", duties=("administrator",))


@pytest.mark.requirement("R57")
async def test_all_eight_are_there_from_the_first_day_and_a_missing_link_says_so(school: School) -> None:
    page = (await school.as_("teacher").get("/meetings/library")).text
    assert all(title in page for title in (*FILMS, *OTHERS))
    assert len(SEEDS) == 8
    missing = sum(1 for one in SEEDS.values() if one.url is None)
    assert missing >= len(FILMS)
    assert 0 < page.count("Lenke mangler") <= missing


@pytest.mark.requirement("R57")
async def test_the_municipality_fills_in_a_link_and_it_shows_where_it_helps(school: School) -> None:
    await _administrator(school)
    link = {"url": "https://film.example/dialog", "lang": "nb"}
    refused = await school.as_("teacher").post("/meetings/library/film-challenges", link)
    assert refused.status_code == 403
    assert (await school.as_("admin").post("/meetings/library/film-challenges", link)).status_code == 303
    calling = (await school.as_("rektor").get(f"/meetings/new?case={school.case}&kind=first")).text
    assert "https://film.example/dialog" in calling
    meeting = await school.calls(kind="guardians_offending")
    assert (
        "https://film.example/dialog" in (await school.as_("rektor").get(f"/meetings/{meeting}/prepare")).text
    )
    await school.grants(school.group_case, {"mother": "guardian"}, group=True)
    await school.as_("admin").post("/meetings/library/film-parents-meeting", link)
    group = (await school.as_("rektor").get(f"/meetings/new-group?case={school.group_case}")).text
    assert "https://film.example/dialog" in group, "where it is weighed whether a meeting is right (R45)"
    bad = await school.as_("admin").post("/meetings/library/film-challenges", {"url": "javascript:alert(1)"})
    assert bad.status_code == 422
    assert (await school.as_("admin").post("/meetings/library/film-nothing", link)).status_code == 404


@pytest.mark.requirement("R57")
async def test_a_broken_link_is_marked_with_the_day_it_was_looked_at(school: School) -> None:
    await _administrator(school)
    await school.as_("admin").post("/meetings/library/film-dialogue", {"url": "https://film.example/away"})

    async def is_there(url: str) -> bool:
        return "away" not in url

    found = await check_links(is_there, house=school.house)
    assert found["film-dialogue"] is False
    assert found["provision-12-4"] is True
    page = (await school.as_("teacher").get("/meetings/library")).text
    assert "Lenken virker kanskje ikke" in page
    assert "Lenken ble sjekket mandag 16. november 2026" in page


async def test_families_do_not_come_into_the_staffs_library_or_reflection(school: School) -> None:
    for path in ("/meetings/library", "/meetings/reflection"):
        assert (await school.as_("mother").get(path)).status_code in (403, 404)
        assert (await school.nobody().get(path)).status_code == 303


@pytest.mark.requirement("R58")
def test_a_session_has_no_field_for_a_case_or_a_person() -> None:
    fields = set(TeamSession.model_fields) - {"id", "heard"}
    assert fields == {"school_id", "team", "held_on", "questions", "notes"}


@pytest.mark.requirement("R58")
async def test_a_team_picks_among_eight_questions_and_families_have_no_way_in(school: School) -> None:
    page = (await school.as_("teacher").get("/meetings/reflection")).text
    assert page.count('name="questions"') == len(QUESTIONS) == 8
    told = {
        "school": school.school,
        "team": "8. trinn",
        "held_on": "2026-11-16",
        "questions": ["respect", "unreasonable"],
        "notes": "Vi ringer først.",
        "idempotency_key": "one-session-and-no-more",
    }
    for _ in range(2):
        assert (await school.as_("teacher").post("/meetings/reflection", told)).status_code == 303
    page = (await school.as_("social").get("/meetings/reflection")).text
    assert page.count("Vi ringer først.") == 1
    refused = await school.as_("mother").post("/meetings/reflection", told)
    assert refused.status_code in (403, 404)
    empty = await school.as_("teacher").post("/meetings/reflection", {"notes": "Kanari"})
    assert empty.status_code == 422
    assert "Kanari" in empty.text


@pytest.mark.requirement("R58")
async def test_the_leader_is_reminded_once_a_term_until_the_team_has_talked(school: School) -> None:
    rektor = school.as_("rektor")
    assert "Har teamene snakket sammen" in (await rektor.get("/meetings")).text
    assert "Har teamene snakket sammen" not in (await school.as_("teacher").get("/meetings")).text
    assert (await school.as_("teacher").post("/meetings/reflection/later")).status_code == 403
    await rektor.post("/meetings/reflection/later")
    assert "Har teamene snakket sammen" not in (await rektor.get("/meetings")).text
    school.set_clock(datetime(2027, 1, 20, 12, tzinfo=UTC))
    assert term_of(school.house.today()) == "2027-spring"
    assert "Har teamene snakket sammen" not in (await rektor.get("/meetings")).text
    school.set_clock(datetime(2027, 2, 3, 12, tzinfo=UTC))
    assert "Har teamene snakket sammen" in (await rektor.get("/meetings")).text
    told = {
        "school": school.school,
        "team": "8. trinn",
        "held_on": "2027-02-03",
        "questions": ["respect"],
    }
    await school.as_("teacher").post("/meetings/reflection", told)
    assert "Har teamene snakket sammen" not in (await rektor.get("/meetings")).text
