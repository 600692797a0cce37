"""Every error is a problem that helps and tells nothing."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import HTMLResponse

from shared.web.layout import Pages
from tests.shared.web.conftest import CANARY, TEACHER, Town, body_of

BROWSER = {"accept": "text/html,application/xhtml+xml"}


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("refusal", 422, "too-late"),
        ("conflict", 409, "changed"),
        ("forbidden", 403, "forbidden"),
        ("hidden", 404, "not-found"),
        ("unavailable", 503, "unavailable"),
        ("generic", 500, "broken"),
        ("bulk", 500, "broken"),
        ("custom", 500, "broken"),
        ("model", 500, "broken"),
    ],
)
async def test_each_kind_of_error_says_what_happens_next(
    http: httpx.AsyncClient, kind: str, status: int, code: str
) -> None:
    answer = await http.get(f"/api/intake/errors/{kind}")
    problem = body_of(answer)
    assert answer.status_code == problem["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["code"] == code
    assert problem["type"] == f"urn:samspill:problem:{code}"
    assert problem["title"]
    assert problem["detail"]
    assert "Kanari" not in answer.text


async def test_a_neighbour_that_is_down_says_when_to_try_again(http: httpx.AsyncClient) -> None:
    answer = await http.get("/api/intake/errors/unavailable")
    assert answer.headers["retry-after"] == "7"


async def test_each_field_is_named_with_its_rule_and_nothing_typed_is_echoed(http: httpx.AsyncClient) -> None:
    told = {"about": CANARY, "kind": "x", "accounts": [{}, {"text": "y" * 30}], CANARY: 1}
    answer = await http.post("/api/intake/told", json=told)
    assert answer.status_code == 422
    errors = {one["field"]: one["code"] for one in body_of(answer)["errors"]}
    assert errors == {
        "about": "too-long",
        "kind": "not-a-number",
        "accounts.0.text": "required",
        "accounts.1.text": "too-long",
        "body": "unknown",
    }
    assert "Kanari" not in answer.text


async def test_a_limit_is_told_with_its_number(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/intake/told", json={"about": "x" * 11}, headers={"accept-language": "en"})
    assert body_of(answer)["errors"] == [
        {
            "field": "about",
            "code": "too-long",
            "detail": "This is too long. There is room for 10 characters.",
        }
    ]


@pytest.mark.parametrize(
    ("language", "title"),
    [("nb", "Noe må rettes"), ("nn-NO,nb;q=0.5", "Noko må rettast"), ("en-GB", "Something needs mending")],
)
async def test_a_problem_speaks_the_readers_language(
    http: httpx.AsyncClient, language: str, title: str
) -> None:
    answer = await http.post("/api/intake/told", json={}, headers={"accept-language": language})
    assert body_of(answer)["title"] == title


async def test_broken_json_is_a_400(http: httpx.AsyncClient) -> None:
    answer = await http.post(
        "/api/intake/told", content='{"about": "Kanari', headers={"content-type": "application/json"}
    )
    assert (answer.status_code, body_of(answer)["code"]) == (400, "not-json")
    assert "Kanari" not in answer.text


async def test_text_that_is_not_utf8_is_a_400(http: httpx.AsyncClient) -> None:
    answer = await http.post(
        "/api/intake/told", content=b'{"about": "\xff\xfe"}', headers={"content-type": "application/json"}
    )
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/xml", "application/x-www-form-urlencoded"]
)
async def test_another_content_type_is_a_415(http: httpx.AsyncClient, content_type: str) -> None:
    answer = await http.post("/api/intake/told", content="{}", headers={"content-type": content_type})
    assert (answer.status_code, body_of(answer)["code"]) == (415, "wrong-content-type")


async def test_no_body_at_all_is_a_422(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/intake/told")
    assert answer.status_code == 422
    assert body_of(answer)["errors"][0]["code"] == "required"


async def test_a_body_over_the_limit_is_a_413_before_it_is_read(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/intake/small", content=b"x" * 65_537)
    assert (answer.status_code, body_of(answer)["code"]) == (413, "too-large")


async def test_a_body_over_the_limit_that_announces_nothing_is_a_413_as_well(http: httpx.AsyncClient) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(10):
            yield b"x" * 10_000

    answer = await http.post("/api/intake/small", content=chunks())
    assert (answer.status_code, body_of(answer)["code"]) == (413, "too-large")
    answer = await http.post(
        "/api/intake/told", content=chunks(), headers={"content-type": "application/json"}
    )
    assert (answer.status_code, body_of(answer)["code"]) == (413, "too-large")


async def test_a_place_that_takes_more_takes_more(http: httpx.AsyncClient) -> None:
    answer = await http.post("/api/intake/big", content=b"x" * 100_000)
    assert body_of(answer) == {"came": 100_000}


async def test_an_unknown_route_is_a_404_and_another_method_a_405(http: httpx.AsyncClient) -> None:
    assert (await http.get("/api/intake/nothing")).status_code == 404
    answer = await http.delete("/api/intake/told")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "POST"
    assert answer.headers["content-type"] == "application/problem+json"


async def test_an_id_that_cannot_exist_is_a_page_that_does_not(http: httpx.AsyncClient) -> None:
    assert (await http.get("/api/intake/numbers/Kanari")).status_code == 404
    answer = await http.get("/api/intake/numbers/1?page=Kanari")
    assert answer.status_code == 422
    assert body_of(answer)["errors"][0]["field"] == "page"
    assert "Kanari" not in answer.text


async def test_people_see_a_page_and_programs_see_json(http: httpx.AsyncClient) -> None:
    page = await http.get("/errors/hidden", headers=BROWSER)
    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")
    assert "<h1>Vi fant ikke siden</h1>" in page.text
    answer = await http.get("/errors/hidden", headers={"accept": "application/json"})
    assert body_of(answer)["code"] == "not-found"


async def test_nobody_signed_in_is_401_for_programs_and_the_sign_in_page_for_people(
    http: httpx.AsyncClient,
) -> None:
    assert (await http.get("/api/intake/me")).status_code == 401
    page = await http.get("/today?q=Kanari", headers=BROWSER)
    assert (page.status_code, page.headers["location"]) == (303, "/sign-in?to=/today")
    sent = await http.post("/today", headers=BROWSER)
    assert sent.headers["location"] == "/sign-in?to=/today"


async def test_a_body_parser_that_is_fed_the_wrong_form_type_says_so(http: httpx.AsyncClient) -> None:
    answer = await http.post("/fill", json={"about": "x"}, headers=BROWSER)
    assert body_of(answer)["errors"] == {"about": "required"}


async def test_the_openapi_document_declares_problems_and_limits(http: httpx.AsyncClient) -> None:
    document = body_of(await http.get("/api/intake/openapi.json"))
    told = document["paths"]["/api/intake/told"]["post"]["responses"]
    assert told["4XX"] == told["5XX"] == {"$ref": "#/components/responses/Problem"}
    assert "422" not in told
    assert document["components"]["schemas"]["Told"]["properties"]["about"]["maxLength"] == 10
    assert "/today" not in document["paths"]
    assert "FieldProblem" in document["components"]["schemas"]


async def test_a_session_can_be_asked_for_by_programs(http: httpx.AsyncClient, town: Town) -> None:
    session = town.session()
    answer = body_of(await http.get("/api/intake/session", headers=town.signed_in(session)))
    assert answer == {
        "person_id": TEACHER,
        "hat": "staff",
        "language": "nb",
        "csrf": town.sessions.csrf_token(session),
    }


async def test_a_problem_page_wears_the_common_layout(town: Town) -> None:
    app = town.build(pages=Pages())
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://town.test") as http:
        missing = await http.get("/errors/hidden", headers=BROWSER | {"accept-language": "en"})
        broken = await http.get("/errors/generic", headers=BROWSER)
    assert (missing.status_code, broken.status_code) == (404, 500)
    assert "We did not find the page" in missing.text
    assert 'lang="en"' in missing.text
    assert "Noe gikk galt hos oss" in broken.text
    assert "Kanari" not in broken.text
    assert missing.headers.get_list("content-security-policy") == [missing.headers["content-security-policy"]]


async def test_a_problem_page_is_drawn_even_when_the_layout_fails(town: Town) -> None:
    class Broken(Pages):
        def render(self, request: Request, name: str, /, status: int = 200, **context: Any) -> HTMLResponse:
            raise ValueError("Kanari")

    transport = httpx.ASGITransport(town.build(pages=Broken()))
    async with httpx.AsyncClient(transport=transport, base_url="http://town.test") as http:
        answer = await http.get("/errors/hidden", headers=BROWSER)
    assert answer.status_code == 404
    assert "<h1>Vi fant ikke siden</h1>" in answer.text
