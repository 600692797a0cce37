"""What the school looks into stands on the agenda of the next meeting by itself (R30)."""

from datetime import date

import pytest

from shared.contracts.intake import InvestigationStepChangedV1
from shared.identifiers import new_id
from tests.meetings.school import School
from tests.shared.moments import NOON

pytestmark = pytest.mark.stack


async def finds_out(school: School, step: str, method: str, status: str) -> None:
    await school.hears(
        InvestigationStepChangedV1.model_validate(
            {
                "case_id": school.case,
                "school_id": school.school,
                "at": NOON,
                "step_id": step,
                "method": method,
                "status": status,
                "person_id": school.teacher,
                "due_on": date(2026, 11, 20),
            }
        ),
        source=school.case,
    )


@pytest.mark.requirement("R30")
async def test_the_next_agenda_holds_what_is_found_out_and_what_is_still_open(school: School) -> None:
    seen, asked, dropped = new_id("step"), new_id("step"), new_id("step")
    await finds_out(school, seen, "observation", "running")
    await finds_out(school, asked, "talk_staff", "planned")
    await finds_out(school, dropped, "document", "dropped")
    await finds_out(school, seen, "observation", "done")
    meeting = await school.calls()

    for path in (f"/meetings/{meeting}", f"/meetings/{meeting}/hold"):
        page = (await school.as_("rektor").get(path)).text
        _, _, agenda = page.partition("Det skolen har undersøkt")
        done, under_way = (
            agenda.index("Observasjon, Tone Lie"),
            agenda.index("Samtaler med ansatte, Tone Lie"),
        )
        assert done < agenda.index("Ferdig") < under_way < agenda.index("Pågår")
        assert "innen fredag 20. november" in agenda
        assert "Gjennomgang av det som er skrevet" not in page


@pytest.mark.requirement("R30")
async def test_the_family_is_told_what_will_be_gone_through(school: School) -> None:
    await finds_out(school, new_id("step"), "talk_pupil", "planned")
    meeting = await school.calls()
    page = await school.as_("mother", language="nn").get(f"/meetings/{meeting}")
    assert "Samtalar med eleven" in page.text
    assert "Pågår" in page.text


async def test_a_letters_link_which_needs_no_login_tells_nothing_of_it(school: School) -> None:
    await finds_out(school, new_id("step"), "talk_pupil", "planned")
    await school.calls()
    page = await school.nobody().get(await school.link_for("mother"))
    assert page.status_code == 200
    assert "Samtaler med eleven" not in page.text
