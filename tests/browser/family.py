"""The pages as a family meets them: from the first sentence to its own minutes."""

import re

from tests.browser.tour import Tour

PARENT = "english"
SENTENCE = "Zofia gruer seg for gymtimen, og vil helst være hjemme på onsdager."
_REPLY = re.compile(r"/reply/[\w=-]+")


async def before_signing_in(tour: Tour) -> None:
    """The way in, and what stands where nothing is."""
    async with tour.visitor() as nobody:
        await nobody.opens("/sign-in")
        await tour.look("sign-in", nobody.page)
        await nobody.opens(f"/reply/{'A' * 60}", status=404)
        await tour.look("reply-ended", nobody.page)


async def a_parent_reports(tour: Tour) -> None:
    """One sentence; what is wrong is said and what was typed is kept; a receipt; the family's own page."""
    async with tour.visitor(PARENT) as parent:
        await tour.look("home-before", parent.page)
        await parent.opens("/report")
        await tour.look("report", parent.page)
        await parent.sends("/report")
        await tour.look("report-mended", parent.page, again=False)
        await parent.sends("/report", {"text": tour.scene.types(SENTENCE, "gymtimen"), "told_as": "guardian"})
        assert parent.page.url.endswith("/receipt")
        await tour.look("receipt", parent.page)
        receipt = parent.page.url
        await parent.page.locator('main a[href$="/more"]').first.click()
        await tour.look("tell-more", parent.page)
        await parent.opens(receipt)
        await parent.page.locator('main a[href$="/family"]').first.click()
        tour.case_id = parent.page.url.split("/")[-2]
        await tour.scene.event("the case is known to all", "access-snapshot", case_id=tour.case_id)
        await tour.scene.quiet()
        await parent.opens(f"/cases/{tour.case_id}/family")
        await tour.look("family", parent.page)
        await parent.opens("/")
        await tour.look("home", parent.page)


async def a_parent_answers(tour: Tour) -> None:
    """By the link in her letter, without signing in; with an interpreter in a field of its own."""
    mail = await tour.scene.mail(
        "a parent is invited",
        PARENT,
        lambda mail: mail.id not in tour.letters_before and bool(_REPLY.search(mail.text)),
    )
    link = _REPLY.findall(mail.text)[0]
    async with tour.visitor() as parent:
        await parent.opens(link)
        await tour.look("reply", parent.page)
        await parent.sends("", {"answer": "coming", "interpreter": "pl"})
        await tour.look("reply-answered", parent.page)


async def a_parent_follows(tour: Tour) -> None:
    """What the school has done stands on the family's page; the minutes are behind the login."""
    async with tour.visitor(PARENT) as parent:
        await parent.opens(f"/cases/{tour.case_id}/family")
        await tour.look("family-later", parent.page)
        await parent.opens(f"/cases/{tour.case_id}/seen")
        await tour.look("who-looked-family", parent.page)
        await parent.opens("/meetings")
        await tour.look("meetings-family", parent.page)
        await parent.opens(f"/meetings/{tour.meeting_id}")
        await tour.look("meeting-family", parent.page)
        await parent.opens(f"/meetings/{tour.meeting_id}/minutes")
        await tour.look("minutes-family", parent.page)
        group = tour.scene.told.group_meeting_id
        await parent.opens(f"/meetings/{group}")
        await tour.look("group-meeting-family", parent.page)
        await parent.opens(f"/meetings/{group}/minutes")
        await tour.look("group-minutes-family", parent.page)
        await parent.opens("/cases/case_aaaaaaaaaaaaaaaaaaaaaaaaaa/family", status=404)
        await tour.look("not-there", parent.page)
