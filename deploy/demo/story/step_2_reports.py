"""Step 2: a mother reports in one sentence, and a teacher at another school reports a second pupil."""

import re

from deploy.demo.browser_page import Page
from deploy.demo.leaks import what_tells
from deploy.demo.proof import NotProved
from deploy.demo.scene import Scene

# Contact (C1), first meeting (C2) and plan (C5) count from every report.
_FIRST = frozenset({"C1", "C2", "C5"})
_MAY = frozenset({"rektor", "deputy", "case_owner", "helper", "guardian", "pupil"})
_NUMBER = re.compile(r"\b\d{4}-\d{6}\b")


async def two_reports_come_in(scene: Scene) -> None:
    """Each gets a receipt, a case with the same clocks, and the one who told an acknowledgement."""
    await a_mother_reports(scene)
    await a_teacher_reports(scene)


async def a_mother_reports(scene: Scene) -> None:
    """One sentence is enough (R2); the receipt says who, what next and by when; a mail follows (R3)."""
    mother = await scene.person("mother")
    page = await mother.opens("/report")
    form = page.form("/report", having="text")
    sentence = scene.types("Aksel gruer seg for å gå forbi Skrubbeskuret hver morgen.", "Skrubbeskuret")
    receipt = await mother.sends(
        form, {"about": form.choice("about", "Aksel"), "text": sentence, "told_as": "guardian"}
    )
    scene.happened("mother", "signed in and wrote one sentence about her son")
    told = scene.told
    told.case_number = _number_on(receipt)
    scene.proofs.saw(
        f"the receipt shows case {told.case_number}, that Anne Berg handles it, and by when",
        scene.name("rektor") in receipt.text and _by_tomorrow(receipt.text),
        look=receipt.path,
    )
    received = await scene.event(
        "the report went out to the other services",
        "report-received",
        reporter_id=scene.person_id("mother"),
        handler_id=scene.person_id("rektor"),
    )
    told.case_id = received["cases"][0]["case_id"]
    letter = await scene.mail("an acknowledgement lies in her mailbox", "mother", within_s=15)
    scene.proofs.saw(
        "it says who rings her and by when, and nothing of what she wrote or about whom",
        letter.subject == "Beskjed fra Lillevik skole"
        and scene.name("rektor") in letter.text
        and _by_tomorrow(letter.text)
        and not what_tells(letter, told.private),
        look=f"the mail “{letter.subject}”",
    )
    await _everybody_heard(scene, told.case_id)


async def a_teacher_reports(scene: Scene) -> None:
    """The school's own suspicion starts the same clocks, and a task to contact the home (R4)."""
    teacher = await scene.person("teacher_fjellsyn")
    page = await teacher.opens("/report")
    form = page.form("/report", having="text")
    seen = scene.types("Ylva står aleine ved Draugsteinen i kvart friminutt.", "Draugsteinen")
    typed = {"about": form.choice("about", "Ylva"), "text": seen, "told_as": "staff"}
    if "channel" in form.names:
        typed["channel"] = "observation"
    receipt = await teacher.sends(form, typed)
    scene.happened("teacher_fjellsyn", "reported what she has seen at another school")
    told = scene.told
    told.second_case_number = _number_on(receipt)
    received = await scene.event(
        "the second report went to the rektor of her own school",
        "report-received",
        reporter_id=scene.person_id("teacher_fjellsyn"),
        handler_id=scene.person_id("rektor_fjellsyn"),
    )
    told.second_case_id = received["cases"][0]["case_id"]
    await scene.event(
        "somebody has the task to contact the home",
        "task-opened",
        case_id=told.second_case_id,
        code="contact-home",
    )
    await scene.proofs.that(
        f"the same clocks run for {told.case_number} and {told.second_case_number}",
        lambda: (
            _clocks(scene, told.case_id) & _FIRST == _clocks(scene, told.second_case_id) & _FIRST == _FIRST
        ),
        look="Kafka, clock-started",
    )


async def _everybody_heard(scene: Scene, case_id: str) -> None:
    await scene.event("the case is opened", "case-opened", case_id=case_id)
    grants = await scene.proofs.that(
        "the guardians and the school's leadership may see it",
        lambda: _relations(scene, case_id),
        look="Kafka, access-snapshot",
    )
    scene.proofs.saw("nobody has it in any other way", grants <= _MAY, look="Kafka, access-snapshot")


def _relations(scene: Scene, case_id: str) -> frozenset[str]:
    """The relations that have access; nothing as long as those who must have it do not."""
    snapshots = scene.events.of("access-snapshot", case_id=case_id)
    there = frozenset(grant["relation"] for grant in snapshots[-1]["grants"]) if snapshots else frozenset()
    return there if there >= {"rektor", "guardian"} else frozenset()


def _clocks(scene: Scene, case_id: str) -> frozenset[str]:
    return frozenset(event["clock"] for event in scene.events.of("clock-started", case_id=case_id))


def _by_tomorrow(text: str) -> bool:
    """Contact within one working day (C1): Tuesday 17 November, as people say it."""
    return "i morgen" in text or "17. november" in text


def _number_on(receipt: Page) -> str:
    found = _NUMBER.search(receipt.text)
    if found is None:
        raise NotProved(f"there is no case number on the receipt: {receipt.path}")
    return found.group()
