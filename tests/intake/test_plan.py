"""The plan: five parts and two voices, drafts that save, versions to read, and two people at once."""

from datetime import date

import pytest

from services.intake.domain.difference import difference
from services.intake.domain.plan import Plan
from services.intake.domain.plan_parts import Measure, Voice
from services.intake.queries.plans import NEUTRAL, plan_for_family
from shared.contracts.intake import MeasureChangedV1, PlanActivatedV1, PlanChangedV1
from shared.identifiers import new_id
from tests.intake.course import PLAN, in_force, opened, state_of, tasks_of, writes
from tests.intake.town import Town, person_id

pytestmark = pytest.mark.stack


@pytest.fixture
async def case_id(town: Town) -> str:
    return await opened(town)


@pytest.mark.requirement("R31")
async def test_a_draft_saves_with_anything_in_it_and_what_is_missing_stands_on_the_list(
    town: Town, case_id: str
) -> None:
    rektor = town.door("rektor")
    saved = await rektor.post(f"/cases/{case_id}/plan/edit", base="0", problem="Aksel er alene.")
    assert saved.status == 303
    page = await rektor.get(f"/cases/{case_id}")
    for missing in ("minst ett tiltak", "det eleven sier", "elevens beste", "når dere ser på"):
        assert f"Planen: {missing}" in page.text
    assert "Aksel er alene." in (await rektor.get(f"/cases/{case_id}/plan")).text


@pytest.mark.requirement("R31", "L4", "B11")
@pytest.mark.parametrize(
    ("without", "field", "said"),
    [
        ("problem", "problem", "Skriv hva planen skal løse."),
        ("measures__0__what", "measures.0.what", "Skriv minst ett tiltak."),
        ("measures__0__starts_on", "measures.0.starts_on", "Skriv når tiltaket begynner."),
        ("measures__0__person_id", "measures.0.person_id", "Velg hvem som gjør det."),
        ("evaluate_on", "evaluate_on.0", "Skriv når dere ser på hvordan det går."),
        ("pupil_words", "pupil_words", "Skriv det eleven sier, eller hvorfor eleven ikke er hørt."),
        ("best_interest", "best_interest", "Skriv hva som er best for eleven."),
    ],
)
async def test_a_plan_without_one_of_its_parts_is_kept_but_not_put_in_force(
    town: Town, case_id: str, without: str, field: str, said: str
) -> None:
    rektor = town.door("rektor")
    names = [f"evaluate_on__{place}" for place in range(3)] if without == "evaluate_on" else [without]
    page = await writes(rektor, case_id, do="activate", **dict.fromkeys(names))
    assert page.status == 422
    assert said in page.text
    assert f'href="#field-{field}"' in page.html
    refused = await rektor.send(f"/cases/{case_id}/plan/activation", None)
    assert refused.status_code == 422
    assert [one["field"] for one in refused.json()["errors"]] == [field]
    await town.deliver()
    assert town.said_of(PlanActivatedV1, case_id) == []


@pytest.mark.requirement("R31", "B11")
async def test_a_whole_plan_is_put_in_force_and_the_first_day_to_look_at_it_stands_on_a_list(
    town: Town, case_id: str
) -> None:
    assert "plan-to-write" in await tasks_of(town, case_id)
    said = await in_force(town, case_id)
    assert [one.on for one in said.evaluations] == [
        date(2026, 11, 23),
        date(2026, 11, 30),
        date(2026, 12, 14),
    ]
    assert await state_of(town, case_id) == "plan_active"
    todo = await tasks_of(town, case_id)
    assert "plan-to-write" not in todo
    assert "evaluation-due" in todo
    assert not [value for _, _, value in town.said if b"alene i alle friminutt" in value]


async def test_what_follows_a_plan_is_done_also_when_the_order_was_cut_short(
    town: Town, case_id: str
) -> None:
    await writes(town.door("rektor"), case_id)
    plan = (await town.house.plans.find({"cases": case_id}))[0]
    # The process is killed here: the plan is in force, and nothing else has been written.
    await town.house.plans.change(plan.id, lambda it: it.activate(person_id("rektor"), town.clock.now()))
    assert await state_of(town, case_id) == "assessed"
    await town.deliver()
    assert await state_of(town, case_id) == "plan_active"
    todo = await tasks_of(town, case_id)
    assert "evaluation-due" in todo
    assert "plan-to-write" not in todo


@pytest.mark.requirement("R32")
async def test_the_usual_days_are_school_weeks_and_never_in_a_holiday(town: Town, case_id: str) -> None:
    rektor = town.door("rektor")
    form = await rektor.get(f"/cases/{case_id}/plan/edit")
    for day in ("2026-11-23", "2026-11-30", "2026-12-14"):
        assert f'value="{day}"' in form.html
    await writes(rektor, case_id, evaluate_on__0="2026-12-25")
    page = await rektor.get(f"/cases/{case_id}/plan")
    assert "25. desember" not in page.text
    assert "januar" in page.text


@pytest.mark.requirement("R31")
async def test_who_changed_what_and_when_can_be_read_word_by_word(town: Town, case_id: str) -> None:
    rektor, tone = town.door("rektor"), town.door("contact_teacher")
    await writes(rektor, case_id)
    answer = await writes(tone, case_id, base="1", problem="Aksel er alene i noen friminutt.")
    assert answer.status == 303
    page = await rektor.get(f"/cases/{case_id}/plan/versions")
    assert '<del><span class="ds-sr-only">Tatt bort: </span>alle</del>' in page.html
    assert '<ins><span class="ds-sr-only">Lagt til: </span>noen</ins>' in page.html
    assert "Versjon 2" in page.text
    assert "Tone" in page.text


@pytest.mark.requirement("R31")
async def test_the_second_of_two_who_write_sees_both_texts_and_chooses(town: Town, case_id: str) -> None:
    rektor, tone = town.door("rektor"), town.door("contact_teacher")
    await writes(rektor, case_id)
    assert (await writes(rektor, case_id, base="1", problem="Rektors tekst")).status == 303
    both = await writes(tone, case_id, base="1", problem="Tones tekst")
    assert both.status == 409
    assert "Rektors" in both.text
    assert "Tones" in both.text
    assert "har også skrevet i planen" in both.text
    assert "Rektors tekst" in (await rektor.get(f"/cases/{case_id}/plan")).text
    base = both.field("base")
    assert (await writes(tone, case_id, base=base, problem="Tones tekst")).status == 303
    assert "Tones tekst" in (await rektor.get(f"/cases/{case_id}/plan")).text


async def test_the_same_plan_sent_twice_is_one_version(town: Town, case_id: str) -> None:
    for _ in range(2):
        assert (await writes(town.door("rektor"), case_id)).status == 303
    found = await town.house.plans.find({"cases": case_id})
    assert [one.version for one in found] == [1]


@pytest.mark.requirement("R32")
async def test_a_measure_goes_from_planned_to_running_to_done(town: Town, case_id: str) -> None:
    await in_force(town, case_id)
    rektor = town.door("rektor")
    plan = (await town.house.plans.find({"cases": case_id}))[0]
    path = f"/cases/{case_id}/plan/measures/{plan.measures[0].id}"
    for status in ("running", "running", "done"):
        assert (await rektor.post(path, status=status)).status == 303
    await town.deliver()
    said = town.said_of(MeasureChangedV1, case_id)
    assert [(one.status, one.person_id) for one in said] == [
        ("running", person_id("contact_teacher")),
        ("done", person_id("contact_teacher")),
    ]
    assert "Et tiltak er gjort" in (await rektor.get(f"/cases/{case_id}")).text


async def test_a_measure_of_a_plan_in_force_is_not_lost_by_leaving_it_out(town: Town, case_id: str) -> None:
    await in_force(town, case_id)
    plan = (await town.house.plans.find({"cases": case_id}))[0]
    changed = {"measures__0__id": plan.measures[0].id, "measures__0__what": None}
    assert (await writes(town.door("rektor"), case_id, base="1", **changed)).status == 303
    kept = (await town.house.plans.find({"cases": case_id}))[0]
    assert [one.what for one in kept.measures] == [PLAN["measures.0.what"]]


async def test_another_day_to_look_at_the_plan_is_another_task(town: Town, case_id: str) -> None:
    await in_force(town, case_id)
    plan = (await town.house.plans.find({"cases": case_id}))[0]
    changed = {"measures__0__id": plan.measures[0].id, "evaluate_on__0": "2026-11-24"}
    assert (await writes(town.door("rektor"), case_id, base="1", **changed)).status == 303
    await town.deliver()
    said = town.said_of(PlanChangedV1, case_id)
    assert said[-1].evaluations[0].on == date(2026, 11, 24)
    open_ = await town.house.tasks.find({"case_id": case_id, "open": True, "code": "evaluation-due"})
    assert [one.due_at.date() for one in open_ if one.due_at] == [date(2026, 11, 24)]


@pytest.mark.requirement("R31", "R41")
async def test_one_plan_over_two_pupils_keeps_what_is_said_of_each_apart(town: Town) -> None:
    first, second = await opened(town), await opened(town, "other_pupil")
    rektor = town.door("rektor")
    await writes(rektor, first, pupil_words="Bare Aksel sa dette")
    assert (await rektor.post(f"/cases/{first}/plan/cases", case_id=second)).status == 303
    page = await rektor.get(f"/cases/{second}/plan")
    assert PLAN["problem"] in page.text
    assert "Bare Aksel sa dette" not in page.text
    assert "Bare Aksel sa dette" not in (await rektor.get(f"/cases/{second}/plan/versions")).text
    refused = await writes(rektor, first, base="1", do="activate")
    assert refused.status == 422
    assert "Skriv det eleven sier" in refused.text


@pytest.mark.requirement("R41")
def test_a_family_reads_its_own_childs_part_and_no_other_pupil() -> None:
    mine, theirs, own, other, teacher = (
        "case_a",
        "case_b",
        new_id("person"),
        new_id("person"),
        new_id("person"),
    )
    plan = Plan(
        id=new_id("plan"),
        school_id="school",
        case_ids=(mine, theirs),
        owner_id=teacher,
        problem=f"@{other} og @{own} er uvenner. @{teacher} hjelper.",
        voices={mine: Voice(pupil_words="Mitt"), theirs: Voice(pupil_words="Deres")},
        measures=[
            Measure(id="m1", what=f"Følge @{own}", person_id=teacher),
            Measure(id="m2", what="Bare den andre", person_id=teacher, case_ids=(theirs,)),
        ],
    )
    seen = plan_for_family(plan, mine, pupil_id=own)
    assert seen.problem == f"{NEUTRAL} og @{own} er uvenner. @{teacher} hjelper."
    assert [one.what for one in seen.measures] == [f"Følge @{own}"]
    assert seen.voice.pupil_words == "Mitt"
    assert other not in repr(seen)
    assert "Deres" not in repr(seen)


def test_a_difference_keeps_every_word() -> None:
    before, after = "Tone går ut\nhver dag", "Tone og Per går ut hver tirsdag"
    pieces = difference(before, after)
    assert "".join(one.text for one in pieces if one.kind != "new") == before
    assert "".join(one.text for one in pieces if one.kind != "gone") == after


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
async def test_every_page_of_the_plan_is_there_in_every_language(town: Town, language: str) -> None:
    case_id = await opened(town)
    await in_force(town, case_id)
    rektor = town.door("rektor", "staff", language)
    for path in ("/plan", "/plan/edit", "/plan/versions", "/assess", "/steps", "/close"):
        assert (await rektor.get(f"/cases/{case_id}{path}")).status == 200
