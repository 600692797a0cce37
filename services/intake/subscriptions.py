"""Which event makes intake do what, as one table."""

from collections.abc import Awaitable, Callable
from functools import partial, update_wrapper
from typing import Any

from services.intake.reactions.when_assistance_moves import when_assistance_ended, when_assistance_given
from services.intake.reactions.when_case_erased import when_case_erased, when_erasure_ordered
from services.intake.reactions.when_case_linked import when_case_linked
from services.intake.reactions.when_case_seen import when_case_seen
from services.intake.reactions.when_contact_asked_for import when_contact_asked_for
from services.intake.reactions.when_course_moves import (
    when_case_ended,
    when_case_handed_over,
    when_case_moved,
    when_case_reopened,
    when_evaluation_recorded,
    when_plan_activated,
    when_plan_changed,
)
from services.intake.reactions.when_dossier_part import when_dossier_part
from services.intake.reactions.when_meeting_called import when_meeting_called
from services.intake.reactions.when_minutes_approved import when_minutes_added_to, when_minutes_approved
from services.intake.reactions.when_next_meeting_agreed import when_next_meeting_agreed
from services.intake.reactions.when_others_speak import (
    when_case_events,
    when_tasks_close,
    when_tasks_open,
)
from services.intake.reactions.when_people_listed import when_people_listed, when_person_removed
from services.intake.reactions.when_report_added_to import when_report_added_to
from services.intake.reactions.when_report_received import when_report_received
from services.intake.reactions.when_tomorrow_missed import when_tomorrow_missed
from services.intake.storage.house import Intake
from shared.contracts import dossier, escalation, intake, meetings, notify, tasks
from shared.contracts.directory import PersonListedV1, PersonRemovedV1
from shared.contracts.erasing import CaseErasureOrderedV1
from shared.dossiers import SAID_BY as PARTS
from shared.erasing import SAID_BY as ERASED_BY
from shared.looks import SAID_BY
from shared.messaging.consuming import On

TIMELINE = (
    intake.ReportReceivedV1,
    intake.ReportAddedToV1,
    intake.CaseOpenedV1,
    intake.CaseReceivedV1,
    intake.CaseAssessedV1,
    intake.CaseMovedV1,
    intake.CaseHandedOverV1,
    intake.HomeDecidedV1,
    intake.DemandReceivedV1,
    intake.DemandAnsweredV1,
    intake.GlassBrokenV1,
    intake.GlassReviewedV1,
    intake.InvestigationStepChangedV1,
    intake.PlanActivatedV1,
    intake.PlanChangedV1,
    intake.MeasureChangedV1,
    intake.EvaluationRecordedV1,
    intake.CaseClosedV1,
    intake.CaseReopenedV1,
    intake.TomorrowPlannedV1,
    intake.TomorrowTickedV1,
    intake.TomorrowWithdrawnV1,
    intake.FactRecordedV1,
    intake.ContactLoggedV1,
    intake.ContactAskedForV1,
    intake.AccountGivenV1,
    intake.CaseLinkedV1,
    intake.InterventionReportedV1,
    intake.AttachmentAddedV1,
    intake.ReporterWroteV1,
    intake.ReporterAnsweredV1,
    dossier.DossierRequestedV1,
    dossier.DossierMadeV1,
    dossier.DossierDeliveredV1,
    meetings.MeetingCalledV1,
    meetings.MeetingMovedV1,
    meetings.MeetingCancelledV1,
    meetings.InvitationIssuedV1,
    meetings.InvitationAnsweredV1,
    meetings.MeetingHeldV1,
    meetings.CaseMinutesApprovedV1,
    meetings.GroupMinutesApprovedV1,
    meetings.MeanwhileToldV1,
    meetings.MinutesSharedV1,
    meetings.GroupReminderDueV1,
    meetings.OtherWayPlannedV1,
    meetings.OtherWayDoneV1,
    meetings.MinutesAddedToV1,
    meetings.MinutesOpenedV1,
    meetings.MinutesCommentedV1,
    meetings.CriticismRaisedV1,
    meetings.CriticismAnsweredV1,
    notify.LetterSentV1,
    notify.LetterUndeliverableV1,
    notify.LetterByHandV1,
    escalation.ClockStartedV1,
    escalation.ClockMetV1,
    escalation.ClockOverdueV1,
    escalation.ClockWithdrawnV1,
    escalation.TomorrowMissedV1,
    escalation.SeriousSuggestedV1,
    escalation.SeriousDecidedV1,
    escalation.NoticeStepV1,
    escalation.NoticeAcknowledgedV1,
    escalation.NoticeUnansweredV1,
    escalation.AssistanceRequestedV1,
    escalation.AssistanceGivenV1,
    escalation.AssistanceDeclinedV1,
    escalation.AssistanceEndedV1,
)
"""Every event that a case's timeline keeps; pages choose what they show of it."""

OPENED = (
    tasks.MeetingsTaskOpenedV1,
    tasks.NotifyTaskOpenedV1,
    tasks.EscalationTaskOpenedV1,
)
CLOSED = (
    tasks.MeetingsTaskClosedV1,
    tasks.NotifyTaskClosedV1,
    tasks.EscalationTaskClosedV1,
)
"""Our own tasks are read where they are decided, so that what was just done is gone from the list."""


def subscriptions(house: Intake) -> list[On[Any]]:
    def doing(reaction: Callable[..., Awaitable[None]]) -> Callable[[Any], Awaitable[None]]:
        """The reaction with the house at hand, under its own name."""
        return update_wrapper(partial(reaction, house=house), reaction)

    # Lines with the same reaction share one call for a batch.
    onto_timeline, seen = doing(when_case_events), doing(when_case_seen)
    onto_lists, off_lists = doing(when_tasks_open), doing(when_tasks_close)
    return [
        On(intake.ReportReceivedV1, react=doing(when_report_received)),
        On(intake.CaseLinkedV1, react=doing(when_case_linked)),
        On(intake.ReportAddedToV1, react=doing(when_report_added_to)),
        On(intake.PlanActivatedV1, react=doing(when_plan_activated)),
        On(intake.PlanChangedV1, react=doing(when_plan_changed)),
        On(intake.EvaluationRecordedV1, react=doing(when_evaluation_recorded)),
        On(intake.CaseAssessedV1, react=doing(when_case_ended)),
        On(intake.CaseClosedV1, react=doing(when_case_ended)),
        On(intake.CaseMovedV1, react=doing(when_case_moved)),
        On(intake.CaseHandedOverV1, react=doing(when_case_handed_over)),
        On(intake.CaseReopenedV1, react=doing(when_case_reopened)),
        On(PersonListedV1, batch=doing(when_people_listed)),
        On(PersonRemovedV1, react=doing(when_person_removed)),
        On(meetings.CaseMinutesApprovedV1, react=doing(when_minutes_approved)),
        On(meetings.MinutesAddedToV1, react=doing(when_minutes_added_to)),
        On(meetings.MeetingCalledV1, react=doing(when_meeting_called)),
        On(intake.ContactAskedForV1, react=doing(when_contact_asked_for)),
        On(meetings.NextMeetingAgreedV1, react=doing(when_next_meeting_agreed)),
        On(escalation.TomorrowMissedV1, react=doing(when_tomorrow_missed)),
        On(escalation.AssistanceGivenV1, react=doing(when_assistance_given)),
        On(escalation.AssistanceEndedV1, react=doing(when_assistance_ended)),
        *(On(contract, batch=onto_timeline) for contract in TIMELINE),
        *(On(contract, batch=onto_lists) for contract in OPENED),
        *(On(contract, batch=off_lists) for contract in CLOSED),
        *(On(contract, batch=seen) for contract in SAID_BY.values()),
        *(On(contract, react=doing(when_dossier_part)) for contract in PARTS.values()),
        On(CaseErasureOrderedV1, react=doing(when_erasure_ordered)),
        *(On(contract, react=doing(when_case_erased)) for contract in ERASED_BY.values()),
    ]
