"""The pages as the school meets them: the rektor's day, the teacher at the gate, the meeting room."""

from datetime import datetime, time, timedelta
from urllib.parse import urlsplit

from shared.clock import OSLO
from tests.browser.family import PARENT
from tests.browser.tour import Tour
from tests.browser.visitor import Typed

MINUTES: Typed = {
    "notes": "Rowena fortalte. Vi hørte henne ut, og spurte hva Zofia selv vil.",
    "pupil_account": "Zofia sier at garderoben er verst.",
    "pupil_told_whom": "Tone",
    "facts.0.text": "Tre andre låste døra til garderoben etter gym.",
    "facts.0.where": "Garderoben",
    "facts.0.date_unknown": True,
    "facts.0.source": "guardian",
    "facts.0.criteria": ["several_against_one"],
    "agreements.0.what": "Tone følger til garderoben hver onsdag.",
    "agreements.0.who": "Tone Lundeklokken",
    "rights_given": True,
}


async def the_rektors_day(tour: Tour) -> None:
    """Ring, meet, write; the new case; who looks after the child tomorrow; a meeting in three fields."""
    async with tour.visitor("rektor") as rektor:
        await rektor.opens("/today")
        await tour.look("today", rektor.page)
        for name, path in {
            "cases": "/cases",
            "case-new": f"/cases/{tour.case_id}",
            "contact": f"/cases/{tour.case_id}/contact",
            "fact": f"/cases/{tour.case_id}/facts/new",
            "account": f"/cases/{tour.case_id}/account",
            "report-staff": "/report",
            "new-group": "/cases/new-group",
            "letters": "/letters",
            "directory": "/directory",
        }.items():
            await rektor.opens(path)
            await tour.look(name, rektor.page)
        await rektor.opens(f"/cases/{tour.case_id}/tomorrow")
        await tour.look("tomorrow", rektor.page)
        await rektor.sends("/tomorrow", {"adult_id": "", "colleague_id": ""})
        await tour.look("tomorrow-mended", rektor.page, again=False)
        await rektor.sends(
            "/tomorrow",
            {
                "adult_id": "Tone Lundeklokken",
                "colleague_id": "Per Steinsvikmark",
                "day": tour.next_weekday().isoformat(),
                "at": "08:15",
            },
        )
        await tour.look("case-with-card", rektor.page)


async def a_meeting_is_called(tour: Tour) -> None:
    """Three fields; the rest is there already."""
    tour.letters_before = frozenset(mail.id for mail in await tour.scene.mails_to(PARENT))
    async with tour.visitor("rektor") as rektor:
        await rektor.opens(f"/meetings/new?case={tour.case_id}")
        await tour.look("meeting-new", rektor.page)
        await rektor.sends(
            "",
            {
                "day": tour.next_weekday().isoformat(),
                "hour": "14:00",
                "school": ["Anne Berg", "Tone Lundeklokken"],
            },
        )
        tour.meeting_id = urlsplit(rektor.page.url).path.split("/")[-1]
        await tour.look("meeting", rektor.page)
        await rektor.opens("/meetings")
        await tour.look("meetings", rektor.page)


async def the_adult_ticks(tour: Tour) -> None:
    """At the gate, on a phone."""
    scene = tour.scene
    await scene.becomes(datetime.combine(tour.next_weekday(), time(8, 16), OSLO))
    async with tour.visitor("contact_teacher") as teacher:
        await teacher.opens("/today")
        await tour.look("today-teacher", teacher.page)
        form = teacher.page.locator(f'main form[action^="/tomorrow/{tour.case_id}/"]').first
        card = await form.get_attribute("action") or ""
        await teacher.opens(card)
        await tour.look("card", teacher.page)
        await teacher.sends(card)
        await tour.look("card-ticked", teacher.page)
    await scene.event("the tick is published", "tomorrow-ticked", case_id=tour.case_id)


async def the_meeting_is_held(tour: Tour) -> None:
    """Who is here, one large box, and what opens underneath; then what is missing, and the approval."""
    scene = tour.scene
    await scene.becomes(scene.clock.now() + timedelta(hours=6, minutes=40))
    meeting = f"/meetings/{tour.meeting_id}"
    async with tour.visitor("rektor") as rektor:
        await rektor.opens(f"{meeting}/hold")
        await tour.look("hold", rektor.page)
        await rektor.page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")
        await tour.look("hold-opened", rektor.page, again=False)
        for name in ("English", "Rowena", "Anne Berg", "Tone"):
            group = rektor.page.locator("fieldset", has_text=name).locator('input[value="present"]')
            if await group.count():
                await group.first.check()
        await rektor.sends("", MINUTES, button='[value="finish"]')
        await tour.look("minutes-draft", rektor.page)
        await rektor.sends("/approval")
        await tour.look("minutes-approved", rektor.page)
        await scene.event("a fact stands in the case", "fact-recorded", case_id=tour.case_id)
        await scene.quiet()
        await rektor.opens(f"/cases/{tour.case_id}")
        await tour.look("case-later", rektor.page)
        for name, path in {
            "letters-of-case": f"/letters/cases/{tour.case_id}",
            "clocks": f"/notices/clocks/{tour.case_id}",
            "case-of-class": f"/cases/{scene.told.group_case_id}",
            "group-meeting": f"/meetings/{scene.told.group_meeting_id}",
            "group-minutes": f"/meetings/{scene.told.group_meeting_id}/minutes",
            "meeting-new-group": f"/meetings/new?case={scene.told.group_case_id}",
        }.items():
            await rektor.opens(path)
            await tour.look(name, rektor.page)
