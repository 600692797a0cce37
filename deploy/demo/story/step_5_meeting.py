"""Step 5: the meeting is held and written down; each party gets its own minutes, the absent father too."""

from typing import Any

from deploy.demo.leaks import what_tells
from deploy.demo.scene import Scene
from deploy.demo.story_clock import on

NEXT_MEETING = "2026-11-25"


async def the_meeting_is_held(scene: Scene) -> None:
    """Attendance, facts with sources, accounts and views, what is missing, the next date, approval."""
    await scene.becomes(on(16, 14, 50))
    await attendance_is_taken(scene)
    await it_is_written_down(scene)
    await it_is_approved(scene)
    await each_party_reads_its_own(scene)


async def attendance_is_taken(scene: Scene) -> None:
    rektor = await scene.person("rektor")
    came = {
        scene.person_id("mother"): "present",
        scene.person_id("father"): "absent",
        scene.person_id("rektor"): "present",
        scene.person_id("contact_teacher"): "present",
    }
    path = f"/api/meetings/{scene.told.meeting_id}"
    await rektor.asks("PUT", f"{path}/attendance", {"attendance": came})
    scene.happened("rektor", "noted who came: the mother did, the father did not")
    held = await scene.event("the meeting was held", "meeting-held", meeting_id=scene.told.meeting_id)
    there = {one["person_id"]: one["status"] for one in held["attendance"]}
    scene.proofs.saw(
        "attendance is as it was noted", there.items() >= came.items(), look="Kafka, meeting-held"
    )


async def it_is_written_down(scene: Scene) -> None:
    """Facts with their source (R7), accounts and views side by side (R16-R18), and what is missing."""
    rektor = await scene.person("rektor")
    path = f"/api/meetings/{scene.told.meeting_id}/minutes"
    half = _content(scene)
    del half["next_meeting_on"]
    half["rights_given"] = False
    await rektor.asks("PUT", path, {"content": half})
    draft = await rektor.asks("GET", path)
    scene.proofs.saw(
        "what is missing stands on one list, the next date among it",
        {"next-meeting", "rights"} <= set(draft["missing"]),
        look=f"{path} as Anne Berg",
    )
    await rektor.asks("PUT", path, {"content": _content(scene), "edition": draft["edition"]})
    whole = await rektor.asks("GET", path)
    scene.happened("rektor", "wrote down facts, what each told, how each sees it, and the next date")
    views = [view["party_id"] for point in whole["content"]["viewpoints"] for view in point["views"]]
    scene.proofs.saw(
        "each fact has its source, and the two views stand side by side",
        all(fact["source"] for fact in whole["content"]["facts"]) and len(views) == 2,  # noqa: PLR2004
        look=path,
    )


async def it_is_approved(scene: Scene) -> None:
    rektor = await scene.person("rektor")
    path = f"/api/meetings/{scene.told.meeting_id}/minutes"
    await rektor.asks("POST", f"{path}/approval")
    scene.happened("rektor", "approved the minutes")
    approved = await scene.event(
        "the minutes are approved, their words sealed",
        "case-minutes-approved",
        meeting_id=scene.told.meeting_id,
        next_meeting_on=NEXT_MEETING,
    )
    words = scene.events.words_of(approved)
    scene.proofs.saw(
        "facts, accounts and agreements lie in the sealed field",
        all(words[name] for name in ("facts", "accounts", "agreements")),
        look="Kafka, case-minutes-approved",
    )
    late = await rektor.call("PUT", path, {"content": _content(scene)})
    scene.proofs.saw("nobody changes them afterwards", late.status_code == 409, look=f"PUT {path} (409)")  # noqa: PLR2004
    await scene.event("the fact stands in the case", "fact-recorded", case_id=scene.told.case_id)


async def each_party_reads_its_own(scene: Scene) -> None:
    """A letter to each; behind the login a version of their own (R11, R12)."""
    for key in ("mother", "father"):
        mail = await scene.mail(
            f"{scene.name(key)} has a letter that the minutes are there",
            key,
            lambda mail: "referat" in mail.text.casefold() or "savnet" in mail.text,
        )
        scene.proofs.saw(
            "it tells nothing", not what_tells(mail, scene.told.private), look=f"“{mail.subject}”"
        )
        if key == "father":
            scene.proofs.saw("his says that he was missed", "savnet" in mail.text, look=f"“{mail.subject}”")
    for key in ("mother", "father"):
        reader = await scene.person(key)
        page = await reader.opens(f"/meetings/{scene.told.meeting_id}/minutes")
        scene.proofs.saw(
            f"{scene.name(key)} reads the minutes behind the login",
            "Kvernbrakka" in page.text,
            look=f"{page.path} as {scene.name(key)}",
        )
    stranger = await scene.person("stranger")
    answer = await stranger.visit(f"/meetings/{scene.told.meeting_id}/minutes")
    scene.proofs.saw("a mother of another family does not", answer.status_code == 404, look="404")  # noqa: PLR2004


def _content(scene: Scene) -> dict[str, Any]:
    mother = scene.person_id("mother")
    return {
        "notes": scene.types("Kari fortalte rolig. Vi hørte henne ut, også om Tussebråtan.", "Tussebråtan"),
        "pupil_account": scene.types("Aksel sier at han helst går omveien om Grylløkka.", "Grylløkka"),
        "pupil_told_whom": "Tone",
        "covered": ["listened", "routine_explained", "known_facts_told", "next_steps_told"],
        "facts": [
            {
                "text": scene.types("Sekken ble tømt ved Kvernbrakka etter gym.", "Kvernbrakka"),
                "where": "Bak gymsalen",
                "occurred_on": "2026-11-12",
                "source": "guardian",
                "criteria": ["several_against_one"],
            },
            {
                "text": scene.types("Det samme hendte i september, ved Elgtråkket.", "Elgtråkket"),
                "occurred_on": "2026-09-21",
                "source": "observation",
                "criteria": ["long_lasting"],
            },
        ],
        "accounts": [
            {
                "party_id": mother,
                "account": scene.types("Han sover dårlig, og nevner Bekkagutta.", "Bekkagutta"),
            }
        ],
        "viewpoints": [
            {
                "about": "Hvor lenge det har vart",
                "views": [
                    {
                        "party_id": mother,
                        "text": scene.types("Siden turen til Huldreheimen.", "Huldreheimen"),
                    },
                    {
                        "party_id": "school",
                        "text": scene.types("Vi så det først på Nøkkedagen.", "Nøkkedagen"),
                    },
                ],
                "agreement": "partly",
            }
        ],
        "agreements": [
            {
                "what": scene.types(
                    "Tone følger til Kvernbrakka og tar en prat om Skrømtboka.", "Skrømtboka"
                ),
                "who_id": scene.person_id("contact_teacher"),
                "by": "2026-11-18",
            }
        ],
        "rights_given": True,
        "next_meeting_on": NEXT_MEETING,
    }
