"""A serious case: the rektor decides, the school owner acknowledges."""

from tests.browser.tour import Tour

REASON = "Flere mot en, og vi har ikke fått stanset det."


async def a_serious_decision(tour: Tour) -> None:
    async with tour.visitor("rektor") as rektor:
        await rektor.opens(f"/notices/decide/{tour.case_id}")
        await tour.look("decide", rektor.page)
        await rektor.sends("", {})
        await tour.look("decide-mended", rektor.page, again=False)
        await rektor.sends("", {"choice": "notify", "reason": REASON})
        await tour.scene.event("the notice goes out", "notice-step", case_id=tour.case_id)
        await rektor.opens(f"/notices/decide/{tour.case_id}")
        await tour.look("decided", rektor.page)


async def the_owner_acknowledges(tour: Tour) -> None:
    step = tour.scene.events.of("notice-step", case_id=tour.case_id)[-1]
    person = step["person_id"]
    key = next(key for key in ("owner_1", "owner_2", "owner_3") if tour.scene.person_id(key) == person)
    async with tour.visitor(key) as owner:
        await owner.opens("/notices")
        await tour.look("notices", owner.page)
        await owner.opens(f"/notices/{step['notice_id']}")
        await tour.look("notice", owner.page)
        await owner.sends("/acknowledge", {})
        await tour.look("notice-mended", owner.page, again=False)
        await owner.sends(
            "/acknowledge",
            {
                "next_action": "Jeg ringer rektor og tilbyr veiledning.",
                "next_action_on": tour.next_weekday().isoformat(),
            },
        )
        await tour.look("notice-acknowledged", owner.page)
        await owner.opens("/directory")
        await tour.look("directory-owner", owner.page)
