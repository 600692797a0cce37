"""The other six hundred: drawn from a fixed seed, in the family forms a school meets."""

from datetime import date, timedelta
from random import Random

from deploy.demo.roster.names import Names
from deploy.demo.roster.story import HOME_MAIL, SCHOOL_MAIL, Classes
from deploy.demo.roster.town import AASEN, FJELLSYN, LILLEVIK, Human, Row, Town

# How many pupils a class has; 8A has 24 with the story's people in it.
SIZES = {LILLEVIK: (20, 24), FJELLSYN: (18, 23), AASEN: (20, 25)}
HIDDEN_EVERY = 200
STREETS = ("Lyngfaret", "Bryggevegen", "Kirkebakken", "Stasjonsgata", "Fjordstien", "Nedre Myrvei", "Torvet")
FORMS = ("together", "apart", "one", "without", "step", "foster", "barnevern", "former")
WEIGHTS = (66, 14, 10, 3, 3, 2, 1, 1)


class Crowd:
    """Fills the classes of a town. The same seed gives the same people."""

    def __init__(self, town: Town, classes: Classes, seed: int) -> None:
        self._town = town
        self._classes = classes
        self._rng = Random(seed)  # noqa: S311 - the same crowd every time is the point
        self._names = Names(self._rng)

    def fill(self) -> None:
        self._staff()
        for school in (LILLEVIK, FJELLSYN, AASEN):
            places = self._places(school)
            while places:
                self._family(self._siblings(places))

    def _staff(self) -> None:
        taught = {row["classSourcedId"] for row in self._town.enrollments if row["primary"] == "true"}
        for klass in self._classes.values():
            if klass["sourcedId"] not in taught:
                self._town.enroll(self._worker(klass, "teacher"), klass, "teacher", primary=True)
            if int(klass["grades"]) % 2 == 0:
                self._town.enroll(self._worker(klass, "teacher"), klass, "teacher")
        for school in (FJELLSYN, AASEN):
            klass = self._classes[school, "1A"]
            self._worker(klass, "counselor", "social_teacher")
        for school in (LILLEVIK, FJELLSYN, AASEN):
            self._worker(self._classes[school, "1A"], "aide")
            self._worker(self._classes[school, "2A"], "aide")

    def _worker(self, klass: Row, role: str, duty: str = "") -> Human:
        school = klass["schoolSourcedId"]
        born = self._born(1958, 2001)
        human = self._town.adult(self._names.any(), self._names.family(), born, school, SCHOOL_MAIL)
        self._town.staff(human, role, school, duty)
        return human

    def _places(self, school: str) -> list[Row]:
        places = []
        for (at, _), klass in self._classes.items():
            if at == school:
                here = sum(
                    1
                    for row in self._town.enrollments
                    if row["classSourcedId"] == klass["sourcedId"] and row["role"] == "student"
                )
                size = 24 if klass["title"] == "8A" else self._rng.randint(*SIZES[school])
                places += [klass] * max(0, size - here)
        self._rng.shuffle(places)
        return places

    def _siblings(self, places: list[Row]) -> list[Row]:
        """Take one, two or three places, each in another grade."""
        wanted = self._rng.choices((1, 2, 3), (52, 40, 8))[0]
        taken = [places.pop()]
        for place in list(places):
            if len(taken) == wanted:
                break
            if place["grades"] not in {one["grades"] for one in taken}:
                places.remove(place)
                taken.append(place)
        return taken

    def _family(self, classes: list[Row]) -> None:
        form = self._rng.choices(FORMS, WEIGHTS)[0]
        first_name, second_name, child_name = self._surnames(form)
        hidden = {"metadata.samspill.protectedAddress": "confidential"} if self._once_in(HIDDEN_EVERY) else {}
        children = [self._child(klass, child_name, hidden) for klass in classes]
        street = self._street()
        one = self._parent(self._names.girl(), first_name, classes[0], street, hidden)
        two = None
        if form != "one":
            elsewhere = street if form in {"together", "step", "foster"} else self._street()
            two = self._parent(self._names.boy(), second_name, classes[0], elsewhere, hidden)
        for child in children:
            self._tie(form, child, one, two)

    def _surnames(self, form: str) -> tuple[str, str, str]:
        """Draw the names of two adults and their children: shared, one of the two, or both with a hyphen."""
        first, second = self._names.family(), self._names.family()
        if form == "together" and self._once_in(2):
            return first, first, first
        children = self._rng.choices((first, second, f"{first}-{second}"), (6, 5, 1))[0]
        return first, second, children

    def _once_in(self, times: int) -> bool:
        return self._rng.randrange(times) == 0

    def _tie(self, form: str, child: Human, one: Human, two: Human | None) -> None:
        town = self._town
        since = (child.born + timedelta(days=2200)).isoformat()
        if form in {"foster", "barnevern"}:
            town.guardian_of(one, child, form, responsible=False, first=since)
        else:
            town.guardian_of(one, child)
        if two is None:
            return
        if form in {"together", "apart"}:
            town.guardian_of(two, child)
        elif form == "foster":
            town.guardian_of(two, child, "foster", responsible=False, first=since)
        elif form == "step":
            town.guardian_of(two, child, "stepparent", responsible=False, first=since)
        elif form == "former":
            town.guardian_of(two, child, last=since)
        else:
            town.guardian_of(two, child, responsible=form == "barnevern")

    def _child(self, klass: Row, family: str, hidden: dict[str, str]) -> Human:
        year = 2021 - int(klass["grades"])
        given = self._names.any()
        if self._once_in(16):
            given = f"{given} {self._names.any()}"
        return self._town.pupil(given, family, klass, self._born(year, year), **hidden)

    def _parent(self, given: str, family: str, klass: Row, street: str, hidden: dict[str, str]) -> Human:
        columns = {"metadata.samspill.postalAddress": "" if hidden else street, **hidden}
        columns["metadata.samspill.language"] = self._rng.choices(("", "nb", "nn", "en"), (85, 5, 6, 4))[0]
        human = self._town.adult(
            given, family, self._born(1974, 1996), klass["schoolSourcedId"], HOME_MAIL, **columns
        )
        if self._once_in(33):
            human.row["email"] = ""
        return human

    def _street(self) -> str:
        return f"{self._rng.choice(STREETS)} {self._rng.randint(1, 180)}, 9998 Lillevik"

    def _born(self, first: int, last: int) -> date:
        return date(self._rng.randint(first, last), self._rng.randint(1, 12), self._rng.randint(1, 28))
