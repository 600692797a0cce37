"""Builds the service meetings: the one place where its parts are put together."""

from pathlib import Path

from services.meetings.calendars.fetching import Fetcher
from services.meetings.domain.debrief import Debrief
from services.meetings.domain.follow_up import FollowUp
from services.meetings.domain.group_decision import GroupDecision
from services.meetings.domain.group_preparation import GroupPreparation
from services.meetings.domain.invitation import Invitation
from services.meetings.domain.library import Resource
from services.meetings.domain.meeting import Meeting
from services.meetings.domain.minutes import Minutes
from services.meetings.domain.other_way import OtherWay
from services.meetings.domain.outreach import Outreach
from services.meetings.domain.own_calendar import OwnCalendar
from services.meetings.domain.pulse import Pulse
from services.meetings.domain.reflection import TeamSession, TermReminder
from services.meetings.settings import MeetingsSettings
from services.meetings.storage.house import House
from services.meetings.storage.known import KnownFact, Pointer
from services.meetings.subscriptions import subscriptions
from services.meetings.timers import dues
from services.meetings.web import (
    api,
    pages_afterwards,
    pages_answering,
    pages_calling,
    pages_changing,
    pages_follow_up,
    pages_group,
    pages_group_preparing,
    pages_holding,
    pages_learning,
    pages_minutes,
    pages_other_way,
    pages_outreach,
    pages_own_calendar,
    pages_preparing,
    pages_reading,
    pages_seeing,
)
from shared.access import CaseAccess
from shared.contracts.intake import CaseOpenedV1, InvestigationStepChangedV1, MeasureChangedV1
from shared.directory import Directory
from shared.kernel import Kernel, Service, web_app
from shared.links import Links
from shared.web.permissions import ProjectedAccess

HERE = Path(__file__).parent
# A whole meeting's minutes, or three hundred names ticked off, come in one form, where a letter such as å
# takes six characters. How much may be written in all is WORDS_LIMIT, in the domain.
LARGE_BODY = 512 * 1024


def house_of(kernel: Kernel) -> House:
    """What every command and question works with."""
    told = kernel.settings
    assert isinstance(told, MeetingsSettings)
    directory = Directory(kernel.database, keys=kernel.keys, clock=kernel.clock)
    access = CaseAccess(kernel.database, keys=kernel.keys, clock=kernel.clock)
    return House(
        meetings=kernel.store("meetings", Meeting),
        invitations=kernel.store("invitations", Invitation),
        minutes=kernel.store("minutes", Minutes),
        follow_ups=kernel.store("follow_ups", FollowUp),
        decisions=kernel.store("decisions", GroupDecision),
        sessions=kernel.store("team_sessions", TeamSession, keeps_history=False),
        reminders=kernel.store("term_reminders", TermReminder, keeps_history=False),
        calendars=kernel.store("own_calendars", OwnCalendar, keeps_history=False),
        resources=kernel.store("resources", Resource),
        debriefs=kernel.store("debriefs", Debrief),
        pulses=kernel.store("pulses", Pulse),
        preparations=kernel.store("preparations", GroupPreparation),
        other_ways=kernel.store("other_ways", OtherWay),
        outreach=kernel.store("outreach", Outreach, keeps_history=False),
        cases=kernel.projection("cases", CaseOpenedV1),
        examinations=kernel.projection("examinations", InvestigationStepChangedV1),
        facts=kernel.projection("facts", KnownFact),
        measures=kernel.projection("measures", MeasureChangedV1),
        pointers=kernel.projection("pointers", Pointer),
        looks=kernel.looks.log,
        directory=directory,
        access=access,
        links=Links(told.link_keys),
        clock=kernel.clock,
        fetch=Fetcher(strict=told.is_production).get,
        keys=kernel.keys,
    )


def build(settings: MeetingsSettings | None = None) -> Service:
    """The service, built and not yet running; reads the environment unless it is given settings."""
    told = settings or MeetingsSettings.from_environment()
    kernel = Kernel(told)
    house = house_of(kernel)
    directory, access = house.directory, house.access
    return Service(
        kernel,
        subscriptions=[*directory.subscriptions(), *access.subscriptions(), *subscriptions(house)],
        dues=dues(house),
        rest_s=0.05,
        goes_on_later=True,
        prepare=[directory.prepare, access.prepare, house.prepare],
        web=lambda here: web_app(
            here,
            directory=directory,
            access=ProjectedAccess(access),
            templates=HERE / "web" / "templates",
            locales=HERE / "locales",
            routers=lambda pages: [
                api.router(house),
                pages_afterwards.router(house, pages),
                pages_answering.router(house, pages),
                pages_calling.router(house, pages),
                pages_follow_up.router(house, pages),
                pages_changing.router(house, pages),
                pages_group.router(house, pages),
                pages_group_preparing.router(house, pages),
                pages_other_way.router(house, pages),
                pages_outreach.router(house, pages),
                pages_holding.router(house, pages),
                pages_minutes.router(house, pages),
                pages_reading.router(house, pages),
                pages_learning.router(house, pages),
                pages_own_calendar.router(house, pages, base_url=told.base_url),
                pages_preparing.router(house, pages),
                pages_seeing.router(house, pages),
            ],
            state={"house": house},
            body_limits={"/meetings": LARGE_BODY, "/api/meetings": LARGE_BODY},
        ),
    )
