"""No route without a guard, and every guard says the same no."""

import httpx
import pytest
from fastapi import APIRouter

from shared.web.guards import (
    Decision,
    Duty,
    GuardedRouter,
    anyone,
    case_access,
    duty,
    guarded_routes,
    signed_in,
)
from tests.shared.web.conftest import CASE, PARENT, SCHOOL, TEACHER, Town, body_of


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete"])
def test_a_route_without_a_guard_cannot_be_declared(method: str) -> None:
    with pytest.raises(TypeError):
        getattr(GuardedRouter(), method)("/x")
    with pytest.raises(TypeError):
        getattr(GuardedRouter(), method)("/x", allow=None)


def test_going_round_the_guarded_methods_is_refused_too() -> None:
    with pytest.raises(TypeError):
        GuardedRouter().api_route("/x")(lambda: None)


def test_every_route_can_be_listed_with_its_guard(town: Town) -> None:
    told = {route.path: route.guard.describe() for route in guarded_routes(town.app) if route.guard}
    assert told["/cases/{case_id}"] == "may read the case"
    assert told["/today"] == "signed in as staff"
    assert told["/schools/{school_id}"] == "has the duty rektor at the school"
    assert told["/healthz"].startswith("anyone: ")
    assert all(route.guard is not None for route in guarded_routes(town.app))


def test_a_route_that_went_past_the_guarded_router_shows(town: Town) -> None:
    past = APIRouter()
    past.add_api_route("/past", lambda: None)
    app = town.build(routers=[past])
    assert [route.path for route in guarded_routes(app) if route.guard is None] == ["/past"]


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        (Decision.allowed("guardian"), 200),
        (Decision.HIDDEN, 404),
        (Decision.FORBIDDEN, 403),
        (Decision.STALE, 503),
        (None, 404),
    ],
    ids=str,
)
async def test_what_the_look_up_says_of_a_case_decides(
    http: httpx.AsyncClient, town: Town, decision: Decision | None, status: int
) -> None:
    if decision:
        town.access.says[PARENT, CASE] = decision
    answer = await http.get(f"/cases/{CASE}", headers=town.signed_in(town.session(PARENT, "guardian")))
    assert answer.status_code == status
    if status == 200:
        assert body_of(answer) == {"relation": "guardian"}


@pytest.mark.requirement("L9", "B9")
async def test_who_is_let_in_to_a_case_is_written_down_with_the_route(
    http: httpx.AsyncClient, town: Town
) -> None:
    town.access.says[PARENT, CASE] = Decision.allowed("guardian")
    cookie = town.signed_in(town.session(PARENT, "guardian"))
    await http.get(f"/cases/{CASE}?secret={'x' * 5}", headers=cookie)
    assert town.looks.noted == [(CASE, PARENT, "guardian", "read", "GET /cases/{case_id}")]
    await http.get(f"/cases/{CASE}", headers=town.signed_in(town.session(TEACHER)))
    assert len(town.looks.noted) == 1


@pytest.mark.requirement("L9", "B9")
async def test_what_cannot_be_written_down_is_not_shown(http: httpx.AsyncClient, town: Town) -> None:
    town.access.says[PARENT, CASE] = Decision.allowed("guardian")
    town.looks.down = True
    answer = await http.get(f"/cases/{CASE}", headers=town.signed_in(town.session(PARENT, "guardian")))
    assert answer.status_code == 503
    assert "guardian" not in answer.text


def test_a_service_that_shows_cases_cannot_be_built_without_a_log_of_looks(town: Town) -> None:
    with pytest.raises(TypeError):
        town.build(looks=None)


async def test_a_case_is_for_those_signed_in(http: httpx.AsyncClient) -> None:
    answer = await http.get(f"/cases/{CASE}", headers={"accept": "application/json"})
    assert answer.status_code == 401


async def test_the_wrong_hat_is_forbidden(http: httpx.AsyncClient, town: Town) -> None:
    answer = await http.get("/today", headers=town.signed_in(town.session(TEACHER, "guardian")))
    assert answer.status_code == 403


@pytest.mark.parametrize(
    ("held", "hat", "status"),
    [
        ([Duty("rektor", SCHOOL)], "staff", 200),
        ([Duty("rektor", None)], "staff", 200),
        ([Duty("rektor", "school_" + "q" * 26)], "staff", 403),
        ([Duty("teacher", SCHOOL)], "staff", 403),
        ([], "staff", 403),
        ([Duty("rektor", SCHOOL)], "guardian", 403),
    ],
    ids=str,
)
async def test_a_duty_counts_at_its_school_and_in_the_staff_hat(
    http: httpx.AsyncClient, town: Town, held: list[Duty], hat: str, status: int
) -> None:
    town.duties.held[TEACHER] = held
    session = town.session(TEACHER, hat)  # type: ignore[arg-type]
    answer = await http.get(f"/schools/{SCHOOL}", headers=town.signed_in(session))
    assert answer.status_code == status


def test_guards_describe_themselves() -> None:
    assert signed_in().describe() == "signed in"
    assert signed_in({"staff", "guardian"}).describe() == "signed in as guardian or staff"
    assert anyone("a calendar").describe() == "anyone: a calendar"
    assert case_access("decide").describe() == "may decide the case"
    assert duty("owner").describe() == "has the duty owner"
    with pytest.raises(TypeError):
        duty()
