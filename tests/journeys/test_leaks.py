"""After everything: no word is where it must not be, and each is where it belongs."""

from deploy.demo.leaks import leaks, unsealed
from deploy.demo.scene import Scene


async def test_no_word_of_a_person_or_a_case_is_where_it_must_not_be(parents_met: Scene) -> None:
    await parents_met.quiet()
    found = await leaks(parents_met)
    assert not [str(leak) for leak in found]


async def test_the_words_are_where_they_belong(parents_met: Scene) -> None:
    scene = parents_met
    names = [unsealed(scene, event) for event in scene.events.of("person-listed")]
    assert any("Nordgardsmyr" in name for name in names)
    approved = scene.events.one("case-minutes-approved")
    assert approved is not None
    assert "Kvernbrakka" in unsealed(scene, approved)
    assert "Kvernbrakka" not in str({**approved.data, "sealed": ""})
    for mail in await scene.stack.mail.everything():
        assert all("@" in address for address in mail.to)
    contact = [unsealed(scene, event) for event in scene.events.of("contact-listed") if event.is_sealed]
    assert any(scene.email("mother") in words for words in contact)
    assert not any(scene.email("protected_guardian") in words for words in contact)
    rektor = await scene.person("rektor")
    page = await rektor.opens(f"/cases/{scene.told.case_id}")
    assert "Skrubbeskuret" in page.text
