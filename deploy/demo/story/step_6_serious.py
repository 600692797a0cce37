"""Step 6: a serious case reaches the school owner; in a second case nobody acknowledges."""

from deploy.demo.browser_page import Form
from deploy.demo.leaks import what_tells
from deploy.demo.scene import Scene
from deploy.demo.story_clock import on


async def the_school_owner_is_notified(scene: Scene) -> None:
    """The rektor decides (R36); the chain goes past the absent one; the next acknowledges (R37)."""
    await a_fact_meets_a_criterion(scene)
    await the_rektor_decides(scene, "rektor", scene.told.case_id)
    await the_chain_goes_to_the_next(scene)
    await the_owner_acknowledges(scene)
    await the_owner_does_it(scene)
    await nobody_acknowledges(scene)


async def a_fact_meets_a_criterion(scene: Scene) -> None:
    suggested = await scene.event(
        "the recorded facts together make the case one to consider as serious",
        "serious-suggested",
        case_id=scene.told.case_id,
        decider_id=scene.person_id("rektor"),
    )
    scene.proofs.saw(
        "it names the criteria, and nothing has been sent by itself",
        suggested["criteria"] and not scene.events.of("notice-step", case_id=scene.told.case_id),
        look="Kafka, serious-suggested",
    )


async def the_rektor_decides(scene: Scene, by: str, case_id: str) -> None:
    rektor = await scene.person(by)
    page = await rektor.opens(f"/notices/decide/{case_id}")
    form = page.form(having="reason")
    await rektor.sends(form, _decision(scene, form))
    scene.happened(by, "decided to notify the school owner, and why")
    await scene.event("the decision stands", "serious-decided", case_id=case_id, decision="notify")


async def the_chain_goes_to_the_next(scene: Scene) -> None:
    step = await scene.event("the notice went down the chain", "notice-step", case_id=scene.told.case_id)
    scene.told.notice_id = step["notice_id"]
    skipped = {one["person_id"]: one["reason"] for one in step["skipped"]}
    scene.proofs.saw(
        "the first contact is away and is passed by; the next is asked",
        skipped == {scene.person_id("owner_1"): "absent"} and step["person_id"] == scene.person_id("owner_2"),
        look="Kafka, notice-step",
    )
    mail = await scene.mail("the next contact has a mail", "owner_2")
    scene.proofs.saw("it names no pupil", not what_tells(mail, scene.told.private), look=f"“{mail.subject}”")
    away = await scene.mails_to("owner_1")
    scene.proofs.saw("the one who is away was not written to", not away, look="the mails")


async def the_owner_acknowledges(scene: Scene) -> None:
    owner = await scene.person("owner_2")
    page = await owner.opens(f"/notices/{scene.told.notice_id}")
    form = page.form(having="next_action")
    action = scene.types("Jeg ringer rektor og tilbyr veiledning fra Lysløypelaget.", "Lysløypelaget")
    await owner.sends(form, {"next_action": action, _day_in(form): "2026-11-20"})
    scene.happened("owner_2", "acknowledged, with his name, what he does next, and the date")
    await scene.event(
        "the acknowledgement stands, with name and date",
        "notice-acknowledged",
        notice_id=scene.told.notice_id,
        person_id=scene.person_id("owner_2"),
        next_action_on="2026-11-20",
    )


async def the_owner_does_it(scene: Scene) -> None:
    """He does what he promised, and says so: otherwise the chain would begin again on that date."""
    owner = await scene.person("owner_2")
    page = await owner.opens(f"/notices/{scene.told.notice_id}")
    await owner.sends(page.form("/done"))
    scene.happened("owner_2", "rang the rektor, and noted that it was done")
    await scene.event("the promise is kept", "notice-action-kept", notice_id=scene.told.notice_id)


async def nobody_acknowledges(scene: Scene) -> None:
    """The clock runs out at each contact (C9), the chain goes on, and its end is said aloud."""
    case_id = scene.told.second_case_id
    await the_rektor_decides(scene, "rektor_fjellsyn", case_id)
    first = await scene.event("the second notice went out", "notice-step", case_id=case_id)
    notice = first["notice_id"]
    await scene.becomes(on(19, 0, 5))
    second = await scene.proofs.that(
        "nobody acknowledged within one working day, and the chain went on",
        lambda: next(
            (e for e in scene.events.of("notice-step", notice_id=notice) if e["step"] > first["step"]), None
        ),
        look="Kafka, notice-step",
    )
    scene.proofs.saw(
        "to the last of the chain, and it says why",
        second["person_id"] == scene.person_id("owner_3")
        and {"person_id": first["person_id"], "reason": "not_acknowledged"} in second["skipped"],
        look="Kafka, notice-step",
    )
    await scene.becomes(on(21, 0, 5))
    await scene.event("nobody is left, and that is the loudest alarm", "notice-unanswered", notice_id=notice)


def _decision(scene: Scene, form: Form) -> dict[str, str]:
    reason = scene.types("Flere mot en, over lang tid. Kulvertfelt er fulgt opp uten hell.", "Kulvertfelt")
    typed = {"reason": reason}
    for name in ("choice", "decision"):
        if name in form.names:
            typed[name] = "notify"
    return typed


def _day_in(form: Form) -> str:
    return next(name for name in ("next_action_on", "on", "day", "date") if name in form.names)
