"""What is sent wrongly is answered with what is wrong and how to mend it, never with what was typed."""

import secrets
from typing import Any

import httpx
import pytest

from deploy.demo.scene import Scene

CANARY = "Vinterløkkeberg"
REPORTS = "/api/intake/reports"


@pytest.fixture
async def child(municipality: Scene) -> str:
    """The child whom Rowena can point to."""
    person = await municipality.person("english")
    found: str = (await person.asks("GET", "/api/intake/report-choices"))["pupils"][0]["pupil_id"]
    return found


def a_report(child: str, **changed: Any) -> dict[str, Any]:
    body = {"pupil_ids": [child], "text": f"One sentence. {CANARY}", "told_as": "guardian"} | changed
    return {name: value for name, value in body.items() if value is not ...}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"text": 7}, "text"),
        ({"text": ...}, "text"),
        ({"text": "   "}, "text"),
        ({"text": CANARY * 400}, "text"),
        ({"told_as": CANARY}, "told_as"),
        ({"pupil_ids": CANARY}, "pupil_ids"),
        ({"pupil_ids": ["person_" + "a" * 26]}, "pupil_ids"),
        ({"pupil_ids": [], "school_id": "school_" + "a" * 26}, "school_id"),
        # A name nobody knows was typed by somebody: the answer says where, and does not repeat it.
        ({"shoe_size": CANARY}, "body"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
async def test_each_wrong_field_is_named_in_a_problem(
    municipality: Scene, child: str, changed: dict[str, Any], field: str
) -> None:
    person = await municipality.person("english")
    answer = await person.call("POST", REPORTS, a_report(child, **changed))
    problem = problem_of(answer, 422)
    assert any(one["field"].startswith(field) for one in problem["errors"])
    assert all(one["detail"] for one in problem["errors"])


async def test_limits_stand_in_openapi(municipality: Scene) -> None:
    async with httpx.AsyncClient(trust_env=False) as http:
        url = f"{municipality.stack.base_url}/api/intake/openapi.json"
        described = (await http.get(url)).json()
    text = described["components"]["schemas"]["ReportBody"]["properties"]["text"]
    assert text["maxLength"] > text["minLength"] > 0


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (f'{{"text": "{CANARY}'.encode(), "application/json", 400),
        (f"text={CANARY}".encode(), "application/x-www-form-urlencoded", 415),
        (f"<report>{CANARY}</report>".encode(), "application/xml", 415),
        (b"[" + b'"' + b"x" * 3_000_000 + b'"]', "application/json", 413),
    ],
    ids=["broken-json", "a-form", "xml", "too-large"],
)
async def test_a_body_that_cannot_be_read_is_refused(
    municipality: Scene, content: bytes, kind: str, status: int
) -> None:
    person = await municipality.person("english")
    answer = await person.call("POST", REPORTS, content=content, headers={"content-type": kind})
    problem_of(answer, status)


async def test_a_page_says_it_in_the_readers_language_and_keeps_what_was_typed(municipality: Scene) -> None:
    person = await municipality.person("english")
    page = await person.opens("/report")
    form = page.form("/report", having="text")
    kept = "Nobody plays with her. " * 300
    shown = await person.sends(form, {"text": kept, "told_as": "guardian"}, status=422)
    assert shown.errors
    field = shown.soup.find("textarea", attrs={"name": "text"})
    assert field is not None
    assert field.get_text().strip() == kept.strip()
    assert [html["lang"] for html in shown.soup.select("html")] == ["en"]


async def test_who_is_not_signed_in_is_told_so_or_shown_the_way(municipality: Scene, child: str) -> None:
    nobody = municipality.stranger("english")
    problem_of(await nobody.call("POST", REPORTS, a_report(child)), 401)
    page = await nobody.visit("/report")
    assert page.status_code == 303
    assert page.headers["location"].startswith("/sign-in")


async def test_a_form_of_another_session_is_refused(municipality: Scene, child: str) -> None:
    person = await municipality.person("english")
    answer = await person.call("POST", REPORTS, a_report(child), headers={"x-csrf-token": "of somebody else"})
    problem_of(answer, 403)


async def test_what_is_not_yours_is_not_there_and_what_you_may_not_is_refused(reported: Scene) -> None:
    case_id = reported.told.case_id
    for key in ("stranger", "other_pupil", "teacher_fjellsyn", "former_parent", "administrator"):
        person = await reported.person(key)
        answer = await person.visit(f"/cases/{case_id}")
        assert answer.status_code == 404, key
        assert "Skrubbeskuret" not in answer.text
        assert "Aksel" not in answer.text
    teacher = await reported.person("contact_teacher")
    decision = await teacher.call("PUT", f"/api/meetings/cases/{case_id}/group-decision", {"choice": "hold"})
    problem_of(decision, 403)


@pytest.mark.requirement("B3")
async def test_the_same_key_twice_is_the_same_case_and_one_letter(municipality: Scene) -> None:
    person = await municipality.person("parent_contact")
    child = (await person.asks("GET", "/api/intake/report-choices"))["pupils"][0]["pupil_id"]
    key = secrets.token_urlsafe(24)
    first = await person.asks("POST", REPORTS, a_report(child), key=key)
    second = await person.asks("POST", REPORTS, a_report(child), key=key)
    assert first["cases"] == second["cases"]
    await municipality.mail("the acknowledgement came", "parent_contact")
    await municipality.quiet()
    assert len(await municipality.mails_to("parent_contact")) == 1
    assert (
        len(municipality.events.of("report-received", reporter_id=municipality.person_id("parent_contact")))
        == 1
    )


def problem_of(answer: httpx.Response, status: int) -> dict[str, Any]:
    """The problem details of an answer; asserts its status, its form, and that it echoes nothing."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert CANARY not in answer.text
    problem: dict[str, Any] = answer.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    return problem
