"""What the requests are about, found in what went over Kafka while the story was played."""

from collections.abc import Mapping
from typing import Any

from deploy.demo.roster.canaries import canaries_of
from deploy.demo.scene import Scene
from shared.identifiers import new_id
from tests.access.askers import OF_A_COLLEAGUES_CHILD, OF_THE_CASE, OF_THE_GROUP
from tests.access.matrix import Subject

KIN_SENTENCE = "Dag sier at han heller vil gå hjem langs Trollkjerrbekken."
KIN_WORD = "Trollkjerrbekken"


async def the_case(scene: Scene) -> Subject:
    """Aksel's case, with all that the story wrote in it, and a message that waits for an answer."""
    told = scene.told
    mother = await scene.person("mother")
    form = (await mother.opens(f"/cases/{told.case_id}/family")).form("/requests", having="text")
    await mother.sends(
        form, {"text": scene.types("Han spør om å få bytte garderobe, ved Fjøslåven.", "Fjøslåven")}
    )
    await scene.event("the mother's message waits for an answer", "contact-asked-for", case_id=told.case_id)
    await scene.quiet()
    return Subject(
        "The case",
        ids=_ids(scene, told.case_id, told.meeting_id) | {"token": told.links["mother"].split("/")[-1]},
        askers=OF_THE_CASE,
        words=frozenset(told.private),
        names=canaries_of("pupil") | canaries_of("mother") | canaries_of("father"),
        query=_query(told.case_id),
    )


def the_group(scene: Scene) -> Subject:
    """The case of class 8A and its parents' meeting; its words are for all of its parents."""
    told = scene.told
    return Subject(
        "The case of a class",
        ids=_ids(scene, told.group_case_id, told.group_meeting_id),
        askers=OF_THE_GROUP,
        words=frozenset(told.shared),
        names=canaries_of("protected_guardian")
        | canaries_of("protected_pupil")
        | canaries_of("former_parent"),
        query=_query(told.group_case_id),
    )


async def a_colleagues_child(scene: Scene) -> Subject:
    """A case about Dag, whose mother works at the school: she reports it herself, as his mother."""
    mother = await scene.person("teacher_parent_at_home")
    form = (await mother.opens("/report")).form("/report", having="text")
    await mother.sends(
        form,
        {
            "about": form.choice("about", "Dag"),
            "text": scene.types(KIN_SENTENCE, KIN_WORD),
            "told_as": "guardian",
        },
    )
    received = await scene.event(
        "a mother who works at the school reports about her son",
        "report-received",
        reporter_id=scene.person_id("teacher_parent"),
    )
    case_id = received["cases"][0]["case_id"]
    await scene.event("and it is known who may see the case", "access-snapshot", case_id=case_id)
    await scene.quiet()
    return Subject(
        "The case of a colleague's child",
        ids=_ids(scene, case_id, ""),
        askers=OF_A_COLLEAGUES_CHILD,
        words=frozenset({KIN_WORD}),
        names=frozenset(),
        query=_query(case_id),
    )


def _query(case_id: str) -> Mapping[str, Mapping[str, str]]:
    paths = (
        "/meetings/new",
        "/meetings/new-group",
        "/meetings/new-group/decision",
        "/meetings/another-way",
        "/meetings/for-contacts",
        "/meetings/group-plan",
        "/meetings/group-plan/proposals-read",
    )
    asked = {f"{method} {path}": {"case": case_id} for path in paths for method in ("GET", "POST")}
    return asked | {"GET /api/notify/letters": {"case_id": case_id}}


def _ids(scene: Scene, case_id: str, meeting_id: str) -> dict[str, str]:
    """A value for each parameter of a path. Where the case has none of a kind, an id that nothing has."""

    def of(field: str, type_: str, **fits: Any) -> str:
        found = scene.events.one(type_, **fits)
        return str(found[field]) if found and found[field] else new_id(field.removesuffix("_id"))

    return {
        "case_id": case_id,
        "meeting_id": meeting_id or new_id("meeting"),
        "report_id": _report_of(scene, case_id),
        "notice_id": of("notice_id", "notice-step", case_id=case_id),
        "task_id": of("task_id", "task-opened", case_id=case_id),
        "letter_id": _letter_of(scene, case_id),
        "wording_id": new_id("wording"),
        "answer_id": new_id("answer"),
        "card_id": of("card_id", "tomorrow-planned", case_id=case_id),
        "step_id": new_id("step"),
        "other_case_id": new_id("case"),
        "account_id": new_id("account"),
        "measure_id": new_id("measure"),
        "evaluation_id": new_id("evaluation"),
        "glass_id": new_id("glass"),
        "request_id": of("request_id", "contact-asked-for", case_id=case_id),
        "attachment_id": of("attachment_id", "attachment-added", case_id=case_id),
        "intervention_id": of("intervention_id", "intervention-reported", case_id=case_id),
        "order_id": new_id("erasure"),
        "follow_up_id": new_id("followup"),
        "way_id": new_id("way"),
        "dossier_id": new_id("dossier"),
        "clock": "C1",
        "deviation_id": new_id("deviation"),
        "year": "2026",
        "silence_id": new_id("silence"),
        "school_id": of("school_id", "case-opened", case_id=case_id),
        "person_id": scene.person_id("pupil"),
        "field": "phone",
        "key": "film-dialogue",
        "issuer": "family",
        "token": "A" * 40,
        "version": "any",
        "name": "samspill.css",
    }


def _report_of(scene: Scene, case_id: str) -> str:
    for event in scene.events.of("report-received"):
        if any(case["case_id"] == case_id for case in event["cases"]):
            return str(event["report_id"])
    return new_id("report")


def _letter_of(scene: Scene, case_id: str) -> str:
    """The protected family's own letter where there is one, for it is the one that must be seen by fewest."""
    protected = scene.events.one(
        "letter-by-hand", case_id=case_id, person_id=scene.person_id("protected_guardian")
    )
    found = protected or scene.events.one("letter-sent", case_id=case_id)
    return str(found["letter_id"]) if found is not None else new_id("letter")
