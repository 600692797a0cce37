"""Step 7: a meeting for all the parents of 8A, called in good time, held, and told to those who missed it."""

from collections.abc import Callable
from datetime import timedelta

from deploy.demo.class_lists import Entitled, entitled_guardians
from deploy.demo.leaks import what_tells
from deploy.demo.scene import Scene
from deploy.demo.story_clock import on
from deploy.local.mail import Mail

HELD_AT = on(3, 18, month=12)
LOCKED = "På møtet snakker vi ikke om enkelthendelser eller enkeltelever."
_SCHOOL = "org-lillevik-skole"

Fits = Callable[[Mail], bool]


async def all_parents_meet(scene: Scene) -> None:
    """A group case, a decision, one letter to each, the meeting, and one letter to each afterwards."""
    invited = entitled_guardians("8A", _SCHOOL, scene.clock.now().date())
    await scene.becomes(on(23, 9))
    await a_case_for_the_class_is_opened(scene)
    await the_meeting_is_called(scene)
    await each_is_invited_once(scene, invited)
    await it_is_held(scene, invited)
    await each_hears_afterwards(scene, invited)


async def a_case_for_the_class_is_opened(scene: Scene) -> None:
    """The entitled guardians of the class on that day, and nobody else, stand on its list (R44)."""
    rektor = await scene.person("rektor")
    page = await rektor.opens("/cases/new-group")
    form = page.form(having="group_id")
    await rektor.sends(form, {"group_id": form.choice("group_id", "8A")})
    opened = await scene.event("a case for the class is opened", "case-opened", kind="group")
    scene.told.group_case_id = opened["case_id"]
    scene.happened("rektor", "opened a case for class 8A")
    # Nobody is as quick as this program: meetings has to hear of the case before it can be asked about it.
    await scene.quiet()


async def the_meeting_is_called(scene: Scene) -> None:
    """Leadership decides to hold it (R45); purpose and the locked paragraph belong to it (R49, R50)."""
    rektor = await scene.person("rektor")
    case = f"/api/meetings/cases/{scene.told.group_case_id}"
    asked = _meeting(scene)
    too_early = await rektor.call("POST", f"{case}/group-meeting", asked)
    scene.proofs.saw(
        "nothing is sent before leadership has decided",
        too_early.status_code == 409,  # noqa: PLR2004
        look=f"{case} (409)",
    )
    await rektor.asks("PUT", f"{case}/group-decision", {"choice": "hold"})
    without = await rektor.call("POST", f"{case}/group-meeting", {**asked, "purpose": ""})
    scene.proofs.saw("nor without a purpose", without.status_code == 422, look=f"{case} (422)")  # noqa: PLR2004
    called = await rektor.asks("POST", f"{case}/group-meeting", asked)
    scene.told.group_meeting_id = called["meeting_id"]
    scene.happened("rektor", "called all the parents of 8A, two weeks ahead")


async def each_is_invited_once(scene: Scene, invited: list[Entitled]) -> None:
    """One mail to each entitled guardian, in their language; the protected family is handled by hand."""
    meeting = scene.told.group_meeting_id
    ids = {scene.id_of(one.name, one.email) for one in invited}
    issued = await scene.proofs.that(
        f"each of the {len(invited)} entitled guardians is invited",
        lambda: _invited(scene, meeting, ids),
        look="Kafka, invitation-issued",
        within_s=40,
    )
    scene.proofs.saw(
        "a father without foreldreansvar is not", scene.person_id("former_parent") not in issued, look="Kafka"
    )
    by_mail = [one for one in invited if one.by_mail]
    await _letters(
        scene, "a letter lies in the mailbox of each who can be written to", by_mail, _is_invitation
    )
    mail = next(mail for mail in await scene.mails_to("stranger") if _is_invitation(mail))
    scene.proofs.saw(
        "it tells the purpose, the agenda, and that nobody is talked about in plenary",
        LOCKED in mail.text and "Trivselsrunden" in mail.text and not what_tells(mail, scene.told.private),
        look=f"“{mail.subject}”",
    )
    await scene.proofs.that(
        "the protected family stands on the list for handling by hand",
        lambda: scene.events.one(
            "letter-by-hand", person_id=scene.person_id("protected_guardian"), reason="protected"
        ),
        look="Kafka, letter-by-hand, and /letters as Anne Berg",
    )
    await scene.event(
        "a mother without e-mail stands there too",
        "letter-by-hand",
        person_id=scene.person_id("no_email"),
        reason="no_channel",
    )
    protected = await scene.mails_to("protected_guardian")
    scene.proofs.saw("and no mail went to them", not protected, look="the mails")


async def it_is_held(scene: Scene, invited: list[Entitled]) -> None:
    """A third are absent or not ticked off."""
    await scene.becomes(HELD_AT + timedelta(minutes=95))
    rektor = await scene.person("rektor")
    school = {scene.person_id(key): "present" for key in ("rektor", "contact_teacher")}
    came = {scene.id_of(one.name, one.email): "present" for one in _who_came(invited)}
    away = {scene.id_of(one.name, one.email): "absent" for one in invited[2::6]}
    path = f"/api/meetings/{scene.told.group_meeting_id}"
    await rektor.asks("PUT", f"{path}/attendance", {"attendance": {**away, **came, **school}})
    scene.happened("rektor", f"ticked off {len(came)} of {len(invited)}; the others are absent or not ticked")
    strategy = scene.tells_all("Faste lekegrupper, og Høstfjærkvelder hver onsdag.", "Høstfjærkvelder")
    content = {
        "summary": scene.types("Mange hadde ordet. Fjøsnissen var med som bilde.", "Fjøsnissen"),
        "strategy": strategy,
        "asks": ["Snakk pent om hverandres barn hjemme."],
        "evaluation_on": "2027-02-01",
    }
    await rektor.asks("PUT", f"{path}/minutes", {"content": content})
    await rektor.asks("POST", f"{path}/minutes/approval")
    scene.happened("rektor", "approved the minutes")
    await scene.event(
        "the minutes of the class are approved",
        "group-minutes-approved",
        meeting_id=scene.told.group_meeting_id,
    )


async def each_hears_afterwards(scene: Scene, invited: list[Entitled]) -> None:
    """Those who came get one letter, those who did not another; each once (R56)."""
    present = [one for one in _who_came(invited) if one.by_mail]
    absent = [one for one in invited if one.by_mail and one not in present]
    await _letters(scene, "who came has the letter for those who came", present, _for_present)
    await _letters(scene, "who was absent or not ticked has the letter for the absent", absent, _for_absent)
    await scene.quiet()
    counts = {
        one.email: [
            _for_present(mail) or _for_absent(mail) for mail in await scene.stack.mail.to(one.email)
        ].count(True)
        for one in [*present, *absent]
    }
    scene.proofs.saw("each exactly one", set(counts.values()) == {1}, look="the mails")


async def _letters(scene: Scene, sentence: str, to: list[Entitled], fits: Fits) -> None:
    async def there() -> bool:
        has = {address for mail in await scene.stack.mail.everything() if fits(mail) for address in mail.to}
        return {one.email.casefold() for one in to} <= has

    await scene.proofs.that(f"{sentence} ({len(to)})", there, look="the mails", within_s=40)


def _who_came(invited: list[Entitled]) -> list[Entitled]:
    return [one for number, one in enumerate(invited) if number % 3 != 2]  # noqa: PLR2004


def _invited(scene: Scene, meeting_id: str, wanted: set[str]) -> frozenset[str]:
    """Who is invited; nothing as long as not all who are entitled are."""
    issued = scene.events.of("invitation-issued", meeting_id=meeting_id)
    there = frozenset(event["person_id"] for event in issued)
    return there if there >= wanted else frozenset()


def _is_invitation(mail: Mail) -> bool:
    return LOCKED in mail.text or "enkeltelevar" in mail.text or "individual pupils" in mail.text


def _for_absent(mail: Mail) -> bool:
    return "Høstfjærkvelder" in mail.text and any(word in mail.text for word in ("savnet", "sakna", "missed"))


def _for_present(mail: Mail) -> bool:
    return "Høstfjærkvelder" in mail.text and not _for_absent(mail)


def _meeting(scene: Scene) -> dict[str, object]:
    return {
        "starts_at": HELD_AT.isoformat(),
        "minutes": 90,
        "school": [scene.person_id("rektor"), scene.person_id("contact_teacher")],
        "purpose": scene.tells_all(
            "Vi vil snakke om hvordan klassen har det. Trivselsrunden.", "Trivselsrunden"
        ),
        "agenda": [
            {"title": "Velkommen", "minutes": 10},
            {"title": "Dette gjør vi på skolen", "minutes": 40},
            {"title": "Dette kan vi gjøre sammen", "minutes": 40},
        ],
        "strategy": "Alle voksne hilser på alle barn.",
        "asks": ["Snakk pent om hverandres barn hjemme."],
        "evaluation_on": "2027-02-01",
    }
