"""The people the demo tells of. Around them stands a crowd (`crowd.py`).

They come first, in this order, so that their ids stay the same whatever the crowd becomes. The demo plays
on Monday 16 November 2026.
"""

from datetime import date

from deploy.demo.roster.town import AASEN, FJELLSYN, KOMMUNE, LILLEVIK, Human, Row, Town

SCHOOL_MAIL = "lillevik.example"
HOME_MAIL = "epost.example"

Classes = dict[tuple[str, str], Row]


def add_story(town: Town, classes: Classes) -> None:
    _leaders(town)
    _owner(town)
    _lillevik_staff(town, classes)
    _aksel(town, classes)
    _classmates(town, classes)
    _fjellsyn(town, classes)


def _worker(town: Town, given: str, family: str, year: int, school: str, **columns: str) -> Human:
    return town.adult(given, family, date(year, 3, 14), school, SCHOOL_MAIL, **columns)


def _parent(town: Town, given: str, family: str, year: int, school: str, **columns: str) -> Human:
    number = len(town.users)
    address = {"metadata.samspill.postalAddress": f"Lyngfaret {number}, 9998 Lillevik"}
    return town.adult(given, family, date(year, 5, 2), school, HOME_MAIL, **{**address, **columns})


def _leaders(town: Town) -> None:
    anne = _worker(town, "Anne", "Berg", 1972, LILLEVIK, sms="22 00 00 00")
    deputy = _worker(town, "Torbjørg", "Heimlivoll", 1979, LILLEVIK)
    anne.row["metadata.samspill.deputy"] = deputy.id
    town.staff(anne, "principal", LILLEVIK, beginDate="2019-08-01")
    town.staff(deputy, "siteAdministrator", LILLEVIK, "deputy", beginDate="2021-08-01")
    town.play("rektor", anne, "Rektor ved Lillevik skole", "staff")
    town.play("deputy", deputy, "Assisterende rektor ved Lillevik skole", "staff")

    nynorsk = _worker(town, "Ragnvald", "Fjellsynstøl", 1968, FJELLSYN)
    second = _worker(town, "Oddny", "Kvilesteinmo", 1984, FJELLSYN)
    nynorsk.row["metadata.samspill.deputy"] = second.id
    town.staff(nynorsk, "principal", FJELLSYN, beginDate="2016-08-01")
    town.staff(second, "siteAdministrator", FJELLSYN, "deputy", beginDate="2022-08-01")
    town.play("rektor_fjellsyn", nynorsk, "Rektor ved Fjellsyn skule", "staff")
    town.play("deputy_fjellsyn", second, "Assisterande rektor ved Fjellsyn skule", "staff")

    leaving = _worker(town, "Solbjørg", "Åsengrenda", 1959, AASEN)
    acting = _worker(town, "Máret-Elle", "Luossajohnjálbmi", 1981, AASEN)
    coming = _worker(town, "Bernt-Erik", "Tuftehøgda", 1976, AASEN)
    leaving.row["metadata.samspill.deputy"] = acting.id
    town.staff(leaving, "principal", AASEN, beginDate="2008-08-01", endDate="2026-11-30")
    town.staff(acting, "siteAdministrator", AASEN, "deputy", beginDate="2020-08-01")
    town.staff(coming, "principal", AASEN, beginDate="2027-01-01")
    town.play("rektor_aasen", leaving, "Rektor ved Åsen skole, slutter 30. november", "staff")
    town.play("deputy_aasen", acting, "Assisterende rektor ved Åsen skole", "staff")
    town.play("rektor_aasen_next", coming, "Ny rektor ved Åsen skole fra nyttår", "staff")


def _owner(town: Town) -> None:
    """Whom the municipality is reached through: the first is away in the story's weeks."""
    away = {"metadata.samspill.absentFrom": "2026-11-09", "metadata.samspill.absentUntil": "2026-11-29"}
    first = _worker(town, "Gunnlaug", "Skogheimsrud", 1970, KOMMUNE, **away)
    second = _worker(town, "Arnfinn", "Tverrelvnes", 1966, KOMMUNE)
    third = _worker(town, "Inger-Johanne", "Wergelandsvik-Haugastølen", 1963, KOMMUNE)
    first.row["metadata.samspill.deputy"] = second.id
    chain = ((first, "school_owner", "1"), (second, "school_owner", "2"), (third, "owner_deputy", "3"))
    for human, duty, order in chain:
        town.staff(human, "districtAdministrator", KOMMUNE, duty, **{"metadata.samspill.order": order})
    admin = _worker(town, "Øyvind", "Bitfjordmoen", 1988, KOMMUNE)
    town.staff(admin, "systemAdministrator", KOMMUNE, "administrator")
    town.play("owner_1", first, "Skoleeiers kontakt, borte 9.–29. november", "staff")
    town.play("owner_2", second, "Skoleeiers andre kontakt", "staff")
    town.play("owner_3", third, "Kommunalsjef, sist i skoleeiers rekke", "staff")
    town.play("administrator", admin, "Kommunens administrator", "staff")


def _lillevik_staff(town: Town, classes: Classes) -> None:
    tone = _worker(town, "Tone", "Lundeklokken", 1983, LILLEVIK)
    per = _worker(town, "Per", "Steinsvikmark", 1990, LILLEVIK)
    social = _worker(town, "Wenche", "Ravnestrand", 1977, LILLEVIK)
    both = _worker(town, "Liv", "Granholtsæter", 1980, LILLEVIK)
    for teacher in (tone, per, both):
        town.staff(teacher, "teacher", LILLEVIK)
    town.staff(social, "counselor", LILLEVIK, "social_teacher")
    town.enroll(tone, classes[LILLEVIK, "8A"], "teacher", primary=True)
    town.enroll(per, classes[LILLEVIK, "8A"], "teacher")
    town.enroll(both, classes[LILLEVIK, "5A"], "teacher", primary=True)
    town.play("contact_teacher", tone, "Kontaktlærer for 8A", "staff")
    town.play("colleague", per, "Lærer ved Lillevik skole, kollega av Tone", "staff")
    town.play("social_teacher", social, "Sosiallærer ved Lillevik skole", "staff")
    town.play("teacher_parent", both, "Kontaktlærer for 5A, og mor til en elev i 8B: på jobb", "staff")
    child = town.pupil("Dag", "Granholtsæter", classes[LILLEVIK, "8B"], date(2013, 9, 3))
    town.guardian_of(both, child)
    town.play("teacher_parent_at_home", both, "Mor til Dag i 8B, og lærer ved skolen: som mor", "family")


def _aksel(town: Town, classes: Classes) -> None:
    """Separated parents, both with foreldreansvar, each with an address of their own."""
    aksel = town.pupil("Aksel", "Dahl", classes[LILLEVIK, "8A"], date(2013, 4, 11))
    kari = _parent(town, "Kari", "Dahl", 1984, LILLEVIK)
    jon = _parent(town, "Jon", "Nordgardsmyr", 1982, LILLEVIK)
    town.guardian_of(kari, aksel)
    town.guardian_of(jon, aksel)
    town.play("pupil", aksel, "Elev i 8A", "staff")
    town.play("mother", kari, "Mor til Aksel i 8A", "family")
    town.play("father", jon, "Far til Aksel i 8A, bor for seg selv", "family")


def _classmates(town: Town, classes: Classes) -> None:
    klass = classes[LILLEVIK, "8A"]
    other = town.pupil("Storm", "Ospelivangen", klass, date(2013, 1, 22))
    stranger = _parent(town, "Hilde-Kristin", "Ospelivangen", 1985, LILLEVIK)
    town.guardian_of(stranger, other)
    town.play("other_pupil", other, "Elev i 8A, i en annen familie", "staff")
    town.play("stranger", stranger, "Mor til Storm i 8A, en annen familie", "family")

    without = town.pupil("Sol", "Myrkvedalstø", klass, date(2013, 7, 30))
    paper = _parent(town, "Asbjørg", "Myrkvedalstø", 1969, LILLEVIK, email="")
    town.guardian_of(paper, without)
    town.play("no_email", paper, "Mor til Sol i 8A, har ikke e-post", "family")

    hidden = {"metadata.samspill.protectedAddress": "strictly_confidential"}
    even = town.pupil("Even", "Stjernesjølund", klass, date(2013, 11, 5), **hidden)
    nowhere = {"metadata.samspill.postalAddress": ""}
    mother = _parent(town, "Vår", "Stjernesjølund", 1987, LILLEVIK, **hidden, **nowhere)
    town.guardian_of(mother, even)
    town.play("protected_pupil", even, "Elev i 8A, adressen er sperret", "staff")
    town.play("protected_guardian", mother, "Mor til Even i 8A, adressen er sperret", "family")

    split = town.pupil("Embla", "Rognebærhagen", klass, date(2013, 2, 17))
    alone = _parent(town, "Siv", "Rognebærhagen", 1986, LILLEVIK)
    former = _parent(town, "Odd-Arne", "Kaldbergshei", 1981, LILLEVIK)
    town.guardian_of(alone, split)
    town.guardian_of(former, split, last="2024-06-30")
    town.guardian_of(former, split, responsible=False, first="2024-07-01")
    town.play("former_parent", former, "Far til Embla i 8A, uten foreldreansvar siden 2024", "family")

    new_here = town.pupil("Zofia", "Harrowgate-Lindqvist", klass, date(2013, 6, 9))
    english = _parent(town, "Rowena", "Harrowgate-Lindqvist", 1983, LILLEVIK)
    english.row["metadata.samspill.language"] = "en"
    town.guardian_of(english, new_here)
    town.play("english", english, "Mother of Zofia in 8A, reads English", "family")

    engaged = town.pupil("Áilu", "Čáhppesjávri", klass, date(2013, 10, 1))
    contact = _parent(town, "Biret-Ánne", "Čáhppesjávri", 1985, LILLEVIK)
    town.guardian_of(contact, engaged)
    duty = {"metadata.samspill.duty": "parent_contact", "metadata.samspill.class": klass["sourcedId"]}
    town.role(contact, "parent", LILLEVIK, beginDate="2026-08-17", endDate="2027-06-18", **duty)
    town.play("parent_contact", contact, "Foreldrekontakt for 8A", "family")


def _fjellsyn(town: Town, classes: Classes) -> None:
    klass = classes[FJELLSYN, "5A"]
    teacher = _worker(town, "Jorunn", "Sæterbekkmo", 1991, FJELLSYN)
    town.staff(teacher, "teacher", FJELLSYN)
    town.enroll(teacher, klass, "teacher", primary=True)
    pupil = town.pupil("Ylva", "Brattåkerhaug", klass, date(2016, 3, 8))
    nynorsk = _parent(town, "Gjertrud", "Brattåkerhaug", 1988, FJELLSYN)
    nynorsk.row["metadata.samspill.language"] = "nn"
    bokmaal = _parent(town, "Steinar", "Villmarksstølen", 1986, FJELLSYN)
    bokmaal.row["metadata.samspill.language"] = "nb"
    town.guardian_of(nynorsk, pupil)
    town.guardian_of(bokmaal, pupil)
    town.play("teacher_fjellsyn", teacher, "Kontaktlærar for 5A ved Fjellsyn skule", "staff")
    town.play("pupil_fjellsyn", pupil, "Elev i 5A ved Fjellsyn skule", "staff")
    town.play("mother_fjellsyn", nynorsk, "Mor til Ylva i 5A, vil ha nynorsk", "family")
    town.play("father_fjellsyn", bokmaal, "Far til Ylva i 5A, vil ha bokmål", "family")
