"""Slice (a): one sentence becomes a case, a receipt and exactly one letter."""

import httpx
import pytest

from deploy.demo.leaks import what_tells
from deploy.demo.scene import Scene

# What a new case starts; the others begin with what happens in it.
OPENING = {"C1", "C2", "C5"}


@pytest.mark.requirement("R2")
async def test_one_sentence_is_enough_and_nothing_can_turn_it_away(reported: Scene) -> None:
    assert reported.told.case_number
    async with httpx.AsyncClient(trust_env=False) as http:
        described = (await http.get(f"{reported.stack.base_url}/api/intake/openapi.json")).json()
    assert "/api/intake/reports" in described["paths"]
    assert not [path for path in described["paths"] if "reject" in path or "dismiss" in path]


async def test_one_report_sends_one_letter_that_tells_nothing(reported: Scene) -> None:
    await reported.quiet()
    letters = [
        mail for mail in await reported.mails_to("mother") if "rings" in mail.text or "ringer" in mail.text
    ]
    assert len(letters) == 1
    assert letters[0].to == (reported.email("mother").casefold(),)
    assert letters[0].subject == "Beskjed fra Lillevik skole"
    assert not what_tells(letters[0], reported.told.private)


async def test_each_case_has_a_number_of_its_own(reported: Scene) -> None:
    numbers = [event["number"] for event in reported.events.of("case-opened")]
    assert len(numbers) == len(set(numbers)) >= 2


@pytest.mark.requirement("R4")
async def test_what_the_school_suspects_runs_against_the_same_clocks(reported: Scene) -> None:
    told = reported.told
    first, second = (
        {
            event["clock"]: event["due_at"]
            for event in reported.events.of("clock-started", case_id=case_id)
            if event["clock"] in {"C1", "C2", "C5"}
        }
        for case_id in (told.case_id, told.second_case_id)
    )
    assert first == second
    assert len(first) == 3
    task = reported.events.one("task-opened", case_id=told.second_case_id, code="contact-home")
    assert task is not None
    assert not reported.events.of("task-closed", task_id=task["task_id"])
