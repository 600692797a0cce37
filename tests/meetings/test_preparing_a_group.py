"""Before the parents of a group meet: families first, the hesitant welcomed, or another way that leads on."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from services.meetings.domain.outreach import Outreach
from shared.contracts.directory import Duty, PersonListedV1, PersonWords
from shared.contracts.meetings import (
    GroupMinutesApprovedV1,
    GroupReminderDueV1,
    OtherWayDoneV1,
    OtherWayPlannedV1,
)
from shared.contracts.tasks import MeetingsTaskClosedV1, MeetingsTaskOpenedV1
from shared.storage.keys import Buried
from tests.meetings.school import School
from tests.meetings.test_group_meeting import called, with_class

pytestmark = pytest.mark.stack

EVENING = datetime(2026, 12, 3, 17, 0, tzinfo=UTC)


async def tasks(school: School, code: str) -> list[Any]:
    return [one for one in await school.events(MeetingsTaskOpenedV1) if one.code == code]


async def closed(school: School) -> set[str]:
    return {one.task_id for one in await school.events(MeetingsTaskClosedV1)}


def plan(school: School) -> str:
    return f"/meetings/group-plan?case={school.group_case}"


def family(school: School, who: str, number: int = 0, **more: str) -> dict[str, str]:
    row = {"person_id": school.people[who], **more}
    return {f"families.{number}.{key}": value for key, value in row.items()}


@pytest.mark.requirement("R51", "B45")
async def test_a_family_nobody_has_talked_to_alarms_the_leader_a_day_before_and_the_chair_sees_the_wording(
    school: School,
) -> None:
    await with_class(school, 4)
    meeting = await called(school)
    rektor = school.as_("rektor")
    one = family(
        school,
        "parent0",
        talked_on="2026-11-20",
        openness="wording",
        wording="Noe har skjedd på bussen.",
        wants_to_speak="yes",
    )
    open_ = {"incident": "yes", **one, **family(school, "parent1", 1)}
    assert (await rektor.post(plan(school), open_)).status_code == 303
    assert "En familie venter på en samtale" in (await rektor.get(plan(school))).text
    await school.turn_clock(EVENING - timedelta(days=1, minutes=5))
    assert await tasks(school, "family-to-talk-to") == []
    await school.turn_clock(EVENING - timedelta(days=1))
    await school.turn_clock(EVENING - timedelta(hours=23))
    [alarm] = await tasks(school, "family-to-talk-to")
    assert (alarm.owner_id, alarm.due_at) == (school.rektor, EVENING)
    tried = {"incident": "yes", **one, **family(school, "parent1", 1, tried="Ringt tre ganger")}
    await rektor.post(plan(school), tried)
    assert alarm.task_id in await closed(school)
    chair = (await rektor.get(f"/meetings/{meeting}/hold")).text
    assert "Noe har skjedd på bussen." in chair
    assert "En av familiene vil si noe selv: Forelder Parent0." in chair
    for who in ("parent0", "parent2"):
        page = (await school.as_(who).get(f"/meetings/{meeting}")).text
        assert "bussen" not in page
        assert (await school.as_(who).get(plan(school))).status_code == 403


@pytest.mark.requirement("R47")
async def test_two_days_before_everybody_who_may_come_is_reminded_once(school: School) -> None:
    await with_class(school, 3)
    meeting = await called(school)
    await school.as_("parent1").post(f"/meetings/{meeting}/answer", {"answer": "cannot"})
    await school.turn_clock(EVENING - timedelta(days=2, minutes=1))
    assert await school.events(GroupReminderDueV1) == []
    for late in (0, 5):
        await school.turn_clock(EVENING - timedelta(days=2) + timedelta(minutes=late))
    [reminder] = await school.events(GroupReminderDueV1)
    assert set(reminder.person_ids) == {school.people["parent0"], school.people["parent2"]}


async def test_a_meeting_called_the_day_before_needs_no_reminder(school: School) -> None:
    await with_class(school, 2)
    await called(school, day="2026-11-17", confirmed="yes")
    await school.turn_clock(datetime(2026, 11, 17, 12, 0, tzinfo=UTC))
    assert await school.events(GroupReminderDueV1) == []


@pytest.mark.requirement("R52")
async def test_whom_to_welcome_is_for_one_person_and_the_leader_and_is_gone_the_day_after(
    school: School,
) -> None:
    await with_class(school, 3)
    meeting = await called(school)
    path = f"/meetings/{meeting}/outreach"
    form = {
        "responsible_id": school.teacher,
        "welcomes.0.person_id": school.people["parent1"],
        "welcomes.0.why": "language",
        "welcomes.0.note": "Ring på somali",
    }
    assert (await school.as_("teacher").get(path)).status_code == 404
    assert (await school.as_("rektor").post(path, form)).status_code == 303
    for who, status in (("rektor", 200), ("teacher", 200), ("social", 404), ("parent1", 403)):
        assert (await school.as_(who).get(path)).status_code == status
    [task] = await tasks(school, "parents-to-welcome")
    assert (task.owner_id, task.about_person_id) == (school.teacher, None)
    stranger = {**form, "welcomes.0.person_id": school.mother}
    assert (await school.as_("rektor").post(path, stranger)).status_code == 422
    await school.turn_clock(EVENING + timedelta(hours=3))
    assert "Ring på somali" in (await school.as_("teacher").get(path)).text
    for _ in range(3):
        await school.turn_clock(EVENING + timedelta(days=1, hours=2))
        await school.relayed("outreach")
    assert (await school.as_("rektor").get(path)).status_code == 404
    assert await school.house.outreach.get(Outreach.id_for(meeting)) is None
    with pytest.raises(Buried):
        await school.house.keys.cipher(Outreach.scope_for(meeting))
    assert task.task_id


@pytest.mark.requirement("R48")
async def test_a_parent_contact_sees_agenda_and_practicalities_proposes_and_sees_nothing_of_the_case(
    school: School,
) -> None:
    await with_class(school, 2)
    contact = await school.lists("parent_contact", "Liv", "Sund", "guardian")
    await school.hears(
        PersonListedV1(
            person_id=contact,
            kinds=("guardian",),
            school_ids=(school.school,),
            duties=(
                Duty(
                    role="parent_contact",
                    school_id=school.school,
                    group_id=school.group,
                    since=date(2020, 1, 1),
                ),
            ),
        ),
        PersonWords(given_name="Liv", family_name="Sund"),
        source=contact,
    )
    await school.grants(
        school.group_case,
        {"parent0": "guardian", "parent1": "guardian", "parent_contact": "parent_contact"},
        group=True,
    )
    meeting = await called(school)
    path, liv = f"/meetings/for-contacts?case={school.group_case}", school.as_("parent_contact")
    page = (await liv.get(path)).text
    for shown in ("Hvordan alle kan være med", "Velkommen", "Rom 2.14", "torsdag 3. desember"):
        assert shown in page
    for hidden in ("Noen anklager", "Vi tar det etterpå", "Parent0"):
        assert hidden not in page
    assert (await liv.post(path, {"text": ""})).status_code == 422
    for _ in range(2):
        assert (await liv.post(path, {"text": "Kaffe før vi begynner."})).status_code == 303
    [task] = await tasks(school, "proposal-to-read")
    assert task.owner_id == school.rektor
    assert "Kaffe før vi begynner." in (await school.as_("rektor").get(plan(school))).text
    for forbidden in (f"/meetings/{meeting}/hold", f"/meetings/{meeting}/minutes", plan(school)):
        assert (await liv.get(forbidden)).status_code == 403
    assert (await liv.api("GET", f"/{meeting}/minutes")).status_code == 403
    assert (await school.as_("parent0").get(path)).status_code == 404


@pytest.mark.requirement("R46")
async def test_how_to_meet_hard_moments_is_prepared_until_the_meeting_and_never_demanded(
    school: School,
) -> None:
    await with_class(school, 2)
    meeting = await called(school)
    assert "Noen anklager" in (await school.as_("rektor").get(plan(school))).text
    more = {"strategies.0.situation": "Noen gråter", "strategies.0.who": "Tone"}
    assert (await school.as_("teacher").post(plan(school), more)).status_code == 303
    assert "Noen gråter" in (await school.as_("rektor").get(plan(school))).text
    assert (await school.as_("rektor").post(plan(school), {})).status_code == 303
    assert "Noen gråter" not in (await school.as_("parent0").get(f"/meetings/{meeting}")).text


@pytest.mark.requirement("R45", "P20")
async def test_another_way_has_somebody_responsible_and_is_followed_call_by_call(school: School) -> None:
    await with_class(school, 2)
    rektor = school.as_("rektor")
    path = f"/meetings/another-way?case={school.group_case}"
    assert (await rektor.get(path)).status_code == 404
    way = await _another(school, "calls")
    page = await rektor.get(path)
    assert "2 foreldre ringes" in page.text
    form = {"responsible_id": school.teacher, "by_day": "2026-11-27", "text": "Vi vil høre hvordan det går."}
    assert (await rektor.post(path, {**form, "text": ""})).status_code == 422
    there = (await rektor.post(path, form)).headers["location"]
    [planned] = await school.events(OtherWayPlannedV1)
    assert (planned.way, planned.responsible_id) == (way, school.teacher)
    [task] = await tasks(school, "other-way-calls")
    assert (task.list, task.owner_id, task.due_at.date().isoformat()) == (
        "ring",
        school.teacher,
        "2026-11-27",
    )
    shown = (await school.as_("teacher").get(there)).text
    parts = [one.split('"')[0] for one in shown.split('name="part" value="')[1:]]
    assert len(parts) == 2
    for part in (parts[0], parts[0], parts[1]):
        done = await school.as_("teacher").post(there, {"part": part, "note": "Det gikk fint."})
        assert done.status_code == 303
    assert len(await school.events(OtherWayDoneV1)) == 1
    assert task.task_id in await closed(school)
    assert (await school.as_("parent0").get(there)).status_code == 404


@pytest.mark.requirement("P20")
async def test_a_letter_goes_to_every_parent_of_the_group_and_small_groups_are_ticked_when_they_have_met(
    school: School,
) -> None:
    names = await with_class(school, 3)
    rektor = school.as_("rektor")
    path = f"/meetings/another-way?case={school.group_case}"
    await _another(school, "letter")
    form = {"responsible_id": school.rektor, "by_day": "2026-11-27", "text": "Kjære foreldre i 8A"}
    there = (await rektor.post(path, form)).headers["location"]
    assert (await school.as_("parent0").get(there)).status_code == 404
    part = (await rektor.get(there)).text.split('name="part" value="')[1].split('"')[0]
    await rektor.post(there, {"part": part})
    [done] = await school.events(OtherWayDoneV1)
    assert set(done.person_ids) == {school.people[name] for name in names}
    assert "Kjære foreldre i 8A" in (await school.as_("parent0").get(there)).text
    await _another(school, "small_groups")
    refused = await rektor.post(path, form)
    assert refused.status_code == 422
    groups = {**form, "groups.0.what": "A–H, tirsdag", "groups.1.what": "I–Å, onsdag"}
    assert (await rektor.post(path, groups)).status_code == 303
    assert len(await tasks(school, "other-way-small-groups")) == 1


@pytest.mark.requirement("R54")
async def test_without_strategy_or_asks_the_leader_is_asked_before_the_letter_goes(school: School) -> None:
    await with_class(school, 2)
    meeting = await called(school, strategy="", asks="")
    path, rektor = f"/meetings/{meeting}/approval", school.as_("rektor")
    by_teacher = await school.as_("teacher").post(path, {"confirmed": "yes"})
    assert by_teacher.status_code == 409
    assert "Rektor er spurt" in by_teacher.text
    [task] = await tasks(school, "group-letter-to-decide")
    assert task.owner_id == school.rektor
    asked = await rektor.post(path)
    assert asked.status_code == 409
    assert "Godkjenn og send likevel" in asked.text
    assert await school.events(GroupMinutesApprovedV1) == []
    assert (await rektor.post(path, {"confirmed": "yes"})).status_code == 303
    [event] = await school.events(GroupMinutesApprovedV1)
    assert {"strategy", "asks"} <= set(event.missing)
    assert task.task_id in await closed(school)


@pytest.mark.requirement("R54")
async def test_strategy_and_asks_stand_in_the_minutes_and_cross_to_the_letters(school: School) -> None:
    await with_class(school, 2)
    meeting = await called(school)
    await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    [words] = await school.words(GroupMinutesApprovedV1)
    assert words.strategy == "Alle voksne hilser på alle barn."
    assert words.asks == ("Snakk pent om andres barn", "Inviter alle")
    page = (await school.as_("parent0").get(f"/meetings/{meeting}/minutes")).text
    for shown in ("Alle voksne hilser på alle barn.", "Inviter alle"):
        assert shown in page


@pytest.mark.requirement("R55", "B45")
async def test_the_meeting_that_evaluates_is_a_task_until_it_is_called(school: School) -> None:
    await with_class(school, 2)
    meeting = await called(school)
    await school.as_("rektor").post(f"/meetings/{meeting}/approval")
    assert "1. februar" in (await school.as_("parent0").get(f"/meetings/{meeting}/minutes")).text
    [task] = await tasks(school, "group-evaluation-to-call")
    assert (task.owner_id, task.due_at.date().isoformat()) == (school.rektor, "2027-01-22")
    await called(school, day="2027-02-01")
    assert task.task_id in await closed(school)


@pytest.mark.requirement("R53", "B41")
async def test_the_chair_has_the_agenda_with_the_time_of_each_item(school: School) -> None:
    await with_class(school, 2)
    meeting = await called(school)
    page = (await school.as_("rektor").get(f"/meetings/{meeting}/hold")).text
    assert "data-agenda=" in page
    assert "18.05–18.15 Velkommen" in page
    assert "18.15–19.15 Sammen" in page
    assert "Tatt utenfor plenum" in page


async def _another(school: School, way: str) -> str:
    decision = f"/meetings/new-group/decision?case={school.group_case}"
    await school.as_("rektor").post(decision, {"choice": "another_way", "way": way})
    return way
