"""The meeting is written down once, and each party reads its own."""

import pytest

from deploy.demo.scene import Scene


@pytest.mark.requirement("R12")
async def test_the_absent_father_has_his_letter_too_and_no_mail_says_what_was_said(minuted: Scene) -> None:
    await minuted.quiet()
    for key in ("mother", "father"):
        mails = await minuted.mails_to(key)
        assert len([mail for mail in mails if "minutes" in mail.text]) == 1
        for mail in mails:
            assert "Kvernbrakka" not in mail.text
            assert "Kvernbrakka" not in mail.html


@pytest.mark.requirement("R11")
async def test_approved_minutes_are_added_to_and_never_changed(minuted: Scene) -> None:
    rektor = await minuted.person("rektor")
    path = f"/api/meetings/{minuted.told.meeting_id}/minutes"
    before = await rektor.asks("GET", path)
    refused = await rektor.call("PUT", path, {"content": {"notes": "noe annet"}})
    assert refused.status_code == 409
    text = minuted.types("Rettet: det var ved Kvernhusdammen.", "Kvernhusdammen")
    await rektor.asks("POST", f"{path}/additions", {"text": text})
    after = await rektor.asks("GET", path)
    assert after["content"] == before["content"]
    assert len(after["additions"]) == len(before["additions"]) + 1
    await minuted.quiet()
    for key in ("mother", "father"):
        mails = await minuted.mails_to(key)
        assert len([mail for mail in mails if "minutes" in mail.text]) == 2
        assert not any("Kvernhusdammen" in mail.text + mail.html for mail in mails)


async def test_a_pupil_of_another_family_and_its_parents_see_nothing(minuted: Scene) -> None:
    for key in ("stranger", "other_pupil", "teacher_fjellsyn"):
        person = await minuted.person(key)
        answer = await person.visit(f"/meetings/{minuted.told.meeting_id}/minutes")
        assert answer.status_code == 404
        assert "Kvernbrakka" not in answer.text
