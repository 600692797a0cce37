"""Step 4: the mother answers by her letter's link and asks for an interpreter; the father does not answer."""

from deploy.demo.scene import Scene


async def one_guardian_answers(scene: Scene) -> None:
    """No login is needed, looking changes nothing, and the interpreter has a field of its own (R6)."""
    mother = scene.stranger("mother")
    page = await mother.opens(scene.told.links["mother"])
    answered = scene.events.of("invitation-answered", meeting_id=scene.told.meeting_id)
    scene.proofs.saw("opening the link changes nothing", not answered, look="Kafka, invitation-answered")
    form = page.form(having="interpreter")
    language = form.choice("interpreter", "olsk")
    await mother.sends(form, {"answer": "coming", "interpreter": language})
    scene.happened("mother", "answered by the link in her letter: she comes, and needs an interpreter")
    await scene.event(
        "the answer reached the school, the interpreter in its own field",
        "invitation-answered",
        meeting_id=scene.told.meeting_id,
        person_id=scene.person_id("mother"),
        answer="coming",
        interpreter=language,
    )
    rektor = await scene.person("rektor")
    meeting = await rektor.asks("GET", f"/api/meetings/{scene.told.meeting_id}")
    answers = {one["person_id"]: one["answer"] for one in meeting["participants"]}
    scene.proofs.saw(
        "the father has not answered, and the meeting stands all the same",
        answers[scene.person_id("father")] is None and meeting["status"] == "called",
        look=f"/api/meetings/{scene.told.meeting_id} as Anne Berg",
    )
    await a_forged_link_opens_nothing(scene)


async def a_forged_link_opens_nothing(scene: Scene) -> None:
    """A link with one letter changed looks like one that has ended."""
    link = scene.told.links["mother"]
    forged = link[:-4] + ("A" if link[-4] != "A" else "B") + link[-3:]
    answer = await scene.stranger("mother").visit(forged)
    scene.proofs.saw("a forged link opens nothing", answer.status_code == 404, look="/reply/… (404)")  # noqa: PLR2004
