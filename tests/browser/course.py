"""The case runs its course: assessed, planned, looked at together; and who tells without a name."""

from tests.browser.tour import Tour
from tests.browser.visitor import Typed

PROBLEM = "Zofia er alene i gymmen, og tre andre stenger henne ute."
PLAN: Typed = {
    "problem": PROBLEM,
    "pupil_words": "Jeg vil ha en voksen i nærheten.",
    "pupil_part": "Zofia valgte selv hvem som følger henne.",
    "guardians_part": "Rowena foreslo å starte med gymtimene.",
    "best_interest": "Det Zofia selv ber om, veier tyngst.",
    "measures.0.what": "En voksen er i garderoben før og etter gym.",
    "measures.0.starts_on": "2026-12-07",
    "measures.0.person_id": "Tone Lundeklokken",
}


async def a_case_runs_its_course(tour: Tour) -> None:
    """Leadership assesses, asks what is to be found out, and makes a plan; what is missing is said."""
    case = f"/cases/{tour.case_id}"
    async with tour.visitor("rektor") as rektor:
        await rektor.opens(f"{case}/assess")
        await tour.look("assess", rektor.page)
        await rektor.sends("/no-case")
        await tour.look("assess-mended", rektor.page, again=False)
        await rektor.sends("/assess", {"text": "Vi tar tak i dette i dag."})
        await tour.look("steps", rektor.page)
        await rektor.opens(f"{case}/plan/edit")
        await tour.look("plan-edit", rektor.page)
        await rektor.sends("/plan/edit", {"problem": PROBLEM}, button='[value="activate"]')
        await tour.look("plan-mended", rektor.page, again=False)
        await rektor.sends("/plan/edit", PLAN, button='[value="activate"]')
        assert rektor.page.url.endswith("/plan"), rektor.page.url
        await tour.look("plan", rektor.page)
        for name, path in {
            "plan-versions": f"{case}/plan/versions",
            "case-with-plan": case,
            "who-looked": f"{case}/seen",
            "intervention": f"{case}/interventions/new",
            "observation": "/observations/new",
            "queue": "/queue",
            "training": "/training",
            "staff": "/staff",
        }.items():
            await rektor.opens(path)
            await tour.look(name, rektor.page)
        await rektor.opens(f"{case}/close")
        await tour.look("close", rektor.page)
        await rektor.sends("/close")
        await tour.look("close-mended", rektor.page, again=False)


async def somebody_tells_without_a_name(tour: Tour) -> None:
    """One sentence, a code and a phrase to come back with, and a conversation."""
    async with tour.visitor() as somebody:
        await somebody.opens("/tell")
        await tour.look("tell", somebody.page)
        await somebody.sends("/tell")
        await tour.look("tell-mended", somebody.page, again=False)
        told = tour.scene.types(
            "En gutt på åttende blir holdt utenfor ved Trollheimshallen.", "Trollheimshallen"
        )
        await somebody.sends("/tell", {"school_id": "Lillevik skole", "text": told})
        await tour.look("tell-receipt", somebody.page, again=False)
        await somebody.opens("/tell/back")
        await tour.look("tell-back", somebody.page)


async def the_owner_keeps_order(tour: Tour) -> None:
    """What is kept, for how long, and what would go."""
    async with tour.visitor("owner_2") as owner:
        await owner.opens("/disposal")
        await tour.look("disposal", owner.page)
