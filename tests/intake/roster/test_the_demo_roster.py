import re
from datetime import date
from functools import cache

import pytest

from deploy.demo.roster.canaries import canaries, canaries_of, family_canaries, found_in
from deploy.demo.roster.generate import HERE, generate
from deploy.demo.roster.people import cast, people_for_login
from services.intake.domain.roster import FILES, Duty, Identity, Person, Roster, read_roster

MONDAY = date(2026, 11, 16)
CLASS_8A = "class-lillevik-8a"


@cache
def lillevik() -> Roster:
    return read_roster({file: (HERE / file).read_text(encoding="utf-8-sig") for file in FILES})


def person(key: str) -> Person:
    return lillevik().people[cast()[key]["sourcedId"]]


def duties(key: str) -> list[Duty]:
    return [one for one in lillevik().duties if one.person == person(key).id]


def guardians(key: str, day: date = MONDAY, *, responsible: bool = True) -> set[str]:
    return {
        one.guardian
        for one in lillevik().guardianships
        if one.pupil == person(key).id and one.holds(day) and one.parental_responsibility is responsible
    }


def test_the_committed_files_are_what_the_generator_writes() -> None:
    for file, text in generate().items():
        assert (HERE / file).read_bytes() == text.encode(), file


def test_it_is_read_without_a_single_refusal() -> None:
    assert lillevik().refused == ()
    assert len(lillevik().schools) == 3
    assert 560 <= lillevik().summary()["pupils"] <= 640


def test_class_8a_has_twenty_four_pupils_and_tone() -> None:
    enrolled = [one for one in lillevik().enrollments if one.group == CLASS_8A]
    assert sum(1 for one in enrolled if one.role == "pupil") == 24
    assert [one.person for one in enrolled if one.primary] == [person("contact_teacher").id]


def test_every_class_has_a_contact_teacher_and_every_school_a_social_teacher() -> None:
    found = lillevik()
    with_one = {one.group for one in found.duties if one.role == "contact_teacher"}
    assert with_one == {one.id for one in found.groups.values() if one.kind == "class"}
    assert {one.org for one in found.duties if one.role == "social_teacher"} == set(found.schools)


def test_every_pupil_has_one_or_two_guardians() -> None:
    found = lillevik()
    for pupil in (one.id for one in found.people.values() if "pupil" in one.kinds):
        assert 1 <= len({one.guardian for one in found.guardianships if one.pupil == pupil}) <= 2


def test_aksels_parents_both_have_foreldreansvar_and_live_apart() -> None:
    assert guardians("pupil") == {person("mother").id, person("father").id}
    assert person("mother").postal_address != person("father").postal_address
    assert person("mother").name == "Kari Dahl"


def test_the_rektor_has_her_phone_and_her_deputy() -> None:
    assert (person("rektor").name, person("rektor").phone) == ("Anne Berg", "22 00 00 00")
    assert person("rektor").deputy == person("deputy").id
    assert [one.role for one in duties("deputy")] == ["deputy"]


def test_the_first_owner_contact_is_away_and_the_second_stands_in() -> None:
    assert person("owner_1").is_absent(MONDAY)
    assert person("owner_1").deputy == person("owner_2").id
    assert not person("owner_2").is_absent(MONDAY)
    assert [duties(key)[0].order for key in ("owner_1", "owner_2", "owner_3")] == [1, 2, 3]


def test_one_family_in_8a_is_protected_and_has_no_postal_address() -> None:
    for key in ("protected_pupil", "protected_guardian"):
        assert person(key).protection == "strictly_confidential"
        assert person(key).postal_address is None


def test_the_former_parent_lost_foreldreansvar_on_a_date() -> None:
    (pupil,) = {one.pupil for one in lillevik().guardianships if one.guardian == person("former_parent").id}
    held = [
        {
            one.parental_responsibility
            for one in lillevik().guardianships
            if one.guardian == person("former_parent").id and one.holds(day)
        }
        for day in (date(2024, 6, 30), date(2024, 7, 1))
    ]
    assert held == [{True}, {False}]
    assert "pupil" in lillevik().people[pupil].kinds


def test_the_others_of_the_story_are_as_told() -> None:
    assert person("no_email").email is None
    assert person("english").language == "en"
    assert person("mother_fjellsyn").language == "nn"
    assert person("father_fjellsyn").language == "nb"
    assert person("teacher_parent").kinds == {"staff", "guardian"}
    assert {one.issuer for one in person("teacher_parent").identities} == {"staff", "family"}
    assert [one.group for one in duties("parent_contact")] == [CLASS_8A]
    assert guardians("pupil_fjellsyn") == {person("mother_fjellsyn").id, person("father_fjellsyn").id}
    assert not guardians("pupil") & {person("stranger").id}
    assert lillevik().schools["org-fjellsyn-skule"].language == "nn"


def test_aasen_has_a_rektor_who_leaves_a_gap_and_a_new_one() -> None:
    def rektors(day: date) -> list[bool]:
        at_aasen = [one for one in lillevik().duties if one.org == "org-aasen-skole" and one.role == "rektor"]
        return [one.vacancy for one in at_aasen if one.holds(day)]

    days = (date(2026, 11, 30), date(2026, 12, 1), date(2027, 1, 1))
    assert [rektors(day) for day in days] == [[False], [True], [False]]


@pytest.mark.parametrize("key", sorted(cast()))
def test_everyone_in_the_cast_can_sign_in_as_the_roster_says(key: str) -> None:
    member = cast()[key]
    assert member["name"] == person(key).name
    assert Identity.model_validate(member) in person(key).identities
    assert member["note"]


def test_the_login_page_gets_issuer_subject_name_and_note_once_each() -> None:
    listed = people_for_login()
    assert {frozenset(one) for one in listed} == {frozenset({"issuer", "subject", "name", "note"})}
    assert len({(one["issuer"], one["subject"]) for one in listed}) == len(listed)


def test_autumn_christmas_winter_easter_and_summer_are_free_and_the_story_is_not() -> None:
    free = [date(2026, 10, 7), date(2026, 12, 28), date(2027, 3, 3), date(2027, 3, 24), date(2027, 7, 1)]
    assert all(lillevik().calendar.is_free(day) for day in free)
    assert not any(lillevik().calendar.is_free(date(2026, 11, day)) for day in range(9, 31))


def test_no_address_number_or_identity_could_be_anybodys() -> None:
    for one in lillevik().people.values():
        assert one.email is None or one.email.endswith(".example")
        assert one.phone is None or one.phone == "22 00 00 00" or one.phone.startswith("1")
        for identity in one.identities:
            if identity.issuer == "family":
                assert 81 <= int(identity.subject[2:4]) <= 92


def test_names_that_are_words_and_names_outside_latin_1_are_among_them() -> None:
    given = {one.given_name for one in lillevik().people.values()}
    assert {"Vår", "Dag", "Liv", "Even"} <= given
    assert any(re.search("[čđŋšŧž]", one.family_name) for one in lillevik().people.values())
    assert any("-" in one.family_name and len(one.family_name) > 22 for one in lillevik().people.values())


def test_a_canary_is_found_in_any_case_and_a_word_that_is_a_name_is_not() -> None:
    assert found_in("To: <KARI.DAHL@epost.example>, Aksel") == {"kari.dahl@epost.example", "aksel"}
    assert found_in("Vår neste dag er bra, og liv kan være even. Lillevik skole, Bergen.") == frozenset()
    assert found_in("kari dahlgren") == frozenset()
    assert {"Kari Dahl", "kari.dahl@epost.example"} <= canaries_of("mother")


def test_every_person_has_a_canary_and_staff_are_not_among_the_families() -> None:
    assert {one.name for one in lillevik().people.values()} <= canaries()
    assert person("rektor").name not in family_canaries()
    assert {person("father").name, person("pupil").name} <= family_canaries()
