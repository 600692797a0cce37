"""The columns of every file, and the rows that are the same whoever lives in Lillevik."""

from deploy.demo.roster.town import AASEN, FJELLSYN, KOMMUNE, LILLEVIK, Row

_EACH = ("sourcedId", "status", "dateLastModified")

COLUMNS: dict[str, tuple[str, ...]] = {
    "orgs.csv": (
        *_EACH,
        *("name", "type", "identifier", "parentSourcedId"),
        *("metadata.samspill.hovudmaal", "metadata.samspill.phone", "metadata.samspill.address"),
        *("metadata.samspill.vacantDuty", "metadata.samspill.vacantFrom", "metadata.samspill.vacantUntil"),
    ),
    "academicSessions.csv": (
        *_EACH,
        *("title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear"),
    ),
    "courses.csv": (
        *_EACH,
        *("schoolYearSourcedId", "title", "courseCode", "grades", "orgSourcedId", "subjects", "subjectCodes"),
    ),
    "classes.csv": (
        *_EACH,
        *("title", "grades", "courseSourcedId", "classCode", "classType", "location", "schoolSourcedId"),
        *("termSourcedIds", "subjects", "subjectCodes", "periods"),
    ),
    "users.csv": (
        *_EACH,
        *("enabledUser", "username", "userIds", "givenName", "familyName", "middleName", "identifier"),
        *("email", "sms", "phone", "agentSourcedIds", "grades", "password", "userMasterIdentifier"),
        *("preferredGivenName", "preferredMiddleName", "preferredFamilyName", "primaryOrgSourcedId"),
        "pronouns",
        *("metadata.samspill.staffSubject", "metadata.samspill.familySubject"),
        *("metadata.samspill.language", "metadata.samspill.protectedAddress"),
        *("metadata.samspill.postalAddress", "metadata.samspill.absentFrom"),
        *("metadata.samspill.absentUntil", "metadata.samspill.deputy"),
        "metadata.samspill.trainedOn",
    ),
    "demographics.csv": (
        *_EACH,
        *("birthDate", "sex", "americanIndianOrAlaskaNative", "asian", "blackOrAfricanAmerican"),
        *("nativeHawaiianOrOtherPacificIslander", "white", "demographicRaceTwoOrMoreRaces"),
        *("hispanicOrLatinoEthnicity", "countryOfBirthCode", "stateOfBirthAbbreviation", "cityOfBirth"),
        "publicSchoolResidenceStatus",
    ),
    "roles.csv": (
        *_EACH,
        *("userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId"),
        "userProfileSourcedId",
        *("metadata.samspill.duty", "metadata.samspill.order", "metadata.samspill.class"),
        *("metadata.samspill.pupil", "metadata.samspill.relation", "metadata.samspill.responsibility"),
    ),
    "enrollments.csv": (
        *_EACH,
        *("classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary", "beginDate", "endDate"),
    ),
    "rooms.csv": (*_EACH, "schoolSourcedId", "title", "seats", "calm", "stepFree", "directions"),
}

_GIVEN = ("academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "roles", "users")
_ABSENT = (
    *("categories", "classResources", "courseResources", "lineItemLearningObjectiveIds", "lineItems"),
    *("lineItemScoreScales", "resources", "resultLearningObjectiveIds", "results", "resultScoreScales"),
    *("scoreScales", "userProfiles", "userResources"),
)
MANIFEST: list[Row] = [
    {"propertyName": "manifest.version", "value": "1.0"},
    {"propertyName": "oneroster.version", "value": "1.2"},
    *(
        {"propertyName": f"file.{file}", "value": "bulk" if file in _GIVEN else "absent"}
        for file in sorted((*_GIVEN, *_ABSENT))
    ),
    {"propertyName": "source.systemName", "value": "Lillevik kommune (oppdiktet)"},
    {"propertyName": "source.systemCode", "value": "LILLEVIK-DEMO"},
]


def _school(org: str, name: str, identifier: str, hovudmaal: str, *, phone: str, address: str) -> Row:
    return {
        "sourcedId": org,
        "name": name,
        "type": "school",
        "identifier": identifier,
        "parentSourcedId": KOMMUNE,
        "metadata.samspill.hovudmaal": hovudmaal,
        "metadata.samspill.phone": phone,
        "metadata.samspill.address": address,
    }


# Organisation numbers begin with 8 or 9, so these belong to nobody.
ORGS: list[Row] = [
    {
        "sourcedId": KOMMUNE,
        "name": "Lillevik kommune",
        "type": "district",
        "identifier": "100000001",
        "metadata.samspill.phone": "100 90 000",
        "metadata.samspill.address": "Torvet 1, 9998 Lillevik",
    },
    _school(
        LILLEVIK,
        "Lillevik skole",
        "100000002",
        "nb",
        phone="22 00 00 00",
        address="Skolebakken 2, 9998 Lillevik",
    ),
    _school(
        FJELLSYN,
        "Fjellsyn skule",
        "100000003",
        "nn",
        phone="100 90 003",
        address="Fjellvegen 14, 9998 Lillevik",
    ),
    {
        **_school(
            AASEN, "Åsen skole", "100000004", "nb", phone="100 90 004", address="Åsenlia 7, 9998 Lillevik"
        ),
        "metadata.samspill.vacantDuty": "rektor",
        "metadata.samspill.vacantFrom": "2026-12-01",
        "metadata.samspill.vacantUntil": "2026-12-31",
    },
]


def _session(session: str, title: str, first: str, last: str, *, of: str = "") -> Row:
    kind = "term" if of else "schoolYear"
    dates = {"startDate": first, "endDate": last, "parentSourcedId": of, "schoolYear": "2027"}
    return {"sourcedId": session, "title": title, "type": kind, **dates}


SESSIONS: list[Row] = [
    _session("year-2026-2027", "Skoleåret 2026–2027", "2026-08-17", "2027-06-18"),
    _session("term-2026-host", "Høsten 2026", "2026-08-17", "2026-12-31", of="year-2026-2027"),
    _session("term-2027-vaar", "Våren 2027", "2027-01-01", "2027-06-18", of="year-2026-2027"),
]


def _room(
    room: str,
    school: str,
    title: str,
    seats: int,
    directions: str,
    *,
    calm: bool = False,
    step_free: bool = True,
) -> Row:
    return {
        "sourcedId": room,
        "schoolSourcedId": school,
        "title": title,
        "seats": str(seats),
        "calm": "true" if calm else "false",
        "stepFree": "true" if step_free else "false",
        "directions": directions,
    }


ROOMS: list[Row] = [
    _room(
        "room-lillevik-1",
        LILLEVIK,
        "Samtalerommet",
        6,
        "Første dør til høyre innenfor hovedinngangen",
        calm=True,
    ),
    _room("room-lillevik-2", LILLEVIK, "Møterom 2", 12, "Andre etasje, ved biblioteket"),
    _room("room-lillevik-3", LILLEVIK, "Aulaen", 180, "Eget inngangsparti mot parkeringen"),
    _room("room-fjellsyn-1", FJELLSYN, "Stova", 6, "Til venstre for kontoret", calm=True),
    _room("room-fjellsyn-2", FJELLSYN, "Allrommet", 90, "Rett fram frå inngangen"),
    _room("room-aasen-1", AASEN, "Peisestua", 8, "Gul dør i underetasjen", calm=True, step_free=False),
    _room("room-aasen-2", AASEN, "Gymsalen", 120, "Inngang fra skolegården"),
]

# Uid, title, first day, and the day after the last, as iCalendar counts.
EVENTS: list[tuple[str, str, str, str]] = [
    ("sommer-2026", "Sommerferie", "20260620", "20260817"),
    ("host-2026", "Høstferie", "20261005", "20261010"),
    ("jul-2026", "Juleferie", "20261222", "20270104"),
    ("planlegging-2027-01", "Planleggingsdag", "20270104", "20270105"),
    ("vinter-2027", "Vinterferie", "20270301", "20270306"),
    ("paske-2027", "Påskeferie", "20270322", "20270330"),
    ("innklemt-2027-05", "Fri dagen etter Kristi himmelfartsdag", "20270507", "20270508"),
    ("sommer-2027", "Sommerferie", "20270619", "20270816"),
]
