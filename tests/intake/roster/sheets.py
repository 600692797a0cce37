"""A small municipality as text, for tests that change one thing in it."""

from collections.abc import Mapping

from services.intake.domain.roster import Code, Roster, read_roster

ORGS = """sourcedId,name,type,parentSourcedId,metadata.samspill.hovudmaal,metadata.samspill.phone
kommune,Vika kommune,district,,,
skole,Vika skole,school,kommune,nn,100 20 300
"""
SESSIONS = """sourcedId,title,type,startDate,endDate
year,Skoleåret,schoolYear,2026-08-17,2027-06-18
"""
CLASSES = """sourcedId,title,grades,classType,schoolSourcedId,termSourcedIds
8a,8A,08,homeroom,skole,year
8b,8B,08,homeroom,skole,year
"""
USERS = """sourcedId,givenName,familyName,email,sms,agentSourcedIds,metadata.samspill.staffSubject,\
metadata.samspill.familySubject,metadata.samspill.language,metadata.samspill.protectedAddress,\
metadata.samspill.absentFrom,metadata.samspill.absentUntil,metadata.samspill.deputy
rektor,Anne,Berg,anne@vika.example,22 00 00 00,,sub-1,,,,2026-11-09,2026-11-29,teacher
teacher,Tone,Lund,tone@vika.example,,,sub-2,01818012345,,,,,
pupil,Aksel,Dahl,,,"mother,father",sub-3,,,,,,
mother,Kari,Dahl,kari@home.example,100 00 001,,,02828012345,nb,none,,,
father,Jon,Myr,jon@home.example,100 00 002,,,03838012345,en,strictly_confidential,,,
"""
DEMOGRAPHICS = """sourcedId,birthDate
pupil,2013-04-11
"""
ROLES = """sourcedId,userSourcedId,role,beginDate,endDate,orgSourcedId,metadata.samspill.duty,\
metadata.samspill.order,metadata.samspill.class,metadata.samspill.pupil,metadata.samspill.relation,\
metadata.samspill.responsibility
r1,rektor,principal,2020-08-01,,skole,,,,,,
r2,teacher,teacher,,,skole,,,,,,
r3,pupil,student,,,skole,,,,,,
r4,mother,parent,2013-04-11,,skole,,,,pupil,parent,true
r5,father,parent,2013-04-11,2024-06-30,skole,,,,pupil,parent,true
r6,father,parent,2024-07-01,,skole,,,,pupil,parent,false
r7,mother,parent,,,skole,parent_contact,,8a,,,
r8,teacher,districtAdministrator,,,kommune,owner_deputy,2,,,,
"""
ENROLLMENTS = """sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
e1,8a,skole,pupil,student,,2026-08-17,2027-06-18
e2,8a,skole,teacher,teacher,true,2026-08-17,2027-06-18
"""
ROOMS = """sourcedId,schoolSourcedId,title,seats,calm,stepFree,directions
room,skole,Stova,6,true,true,Til venstre
"""
CALENDAR = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:jul
DTSTART;VALUE=DATE:20261222
DTEND;VALUE=DATE:20270104
SUMMARY:Juleferie
END:VEVENT
END:VCALENDAR
"""
SHEETS: Mapping[str, str] = {
    "orgs.csv": ORGS,
    "academicSessions.csv": SESSIONS,
    "classes.csv": CLASSES,
    "users.csv": USERS,
    "demographics.csv": DEMOGRAPHICS,
    "roles.csv": ROLES,
    "enrollments.csv": ENROLLMENTS,
    "rooms.csv": ROOMS,
    "school-calendar.ics": CALENDAR,
}


def with_row(file: str, row: str) -> Roster:
    """Read the small municipality with one row more; `file` without its ending."""
    name = f"{file}.csv"
    return read_roster({**SHEETS, name: f"{SHEETS[name]}{row}\n"})


def changed(file: str, before: str, after: str) -> Roster:
    """Read the small municipality with one thing written differently."""
    name = file if "." in file else f"{file}.csv"
    assert before in SHEETS[name]
    return read_roster({**SHEETS, name: SHEETS[name].replace(before, after, 1)})


def codes(roster: Roster, scope: str = "row") -> list[Code]:
    return [one.code for one in roster.refused if one.scope == scope]


def adds_up(roster: Roster) -> bool:
    """Whether every row read is accounted for, in the counts and in the report."""
    for file, count in roster.counts.items():
        rows = sum(1 for one in roster.refused if one.file == file and one.scope == "row")
        fields = sum(1 for one in roster.refused if one.file == file and one.scope == "field")
        if count.read != count.accepted + count.removed + count.refused:
            return False
        if (rows, fields) != (count.refused, count.fields_refused):
            return False
    return True
