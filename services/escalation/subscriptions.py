"""What escalation hears, and what that makes it do: one line each."""

from collections.abc import Awaitable, Callable
from functools import partial, update_wrapper
from typing import Any

from services.escalation.reactions import (
    when_assistance_moves,
    when_beat_returns,
    when_case_moves_on,
    when_case_opened,
    when_clock_overdue,
    when_contact_changed,
    when_deviation_moves,
    when_fact_recorded,
    when_letter_went,
    when_meeting_changed,
    when_minutes_approved,
    when_notice_moves,
    when_plan_moves,
    when_serious_case_moves,
    when_task_changed,
    when_tomorrow_changed,
)
from services.escalation.storage.house import Escalation
from shared.contracts import escalation, intake, meetings, notify, tasks
from shared.contracts.envelope import Contract
from shared.messaging.consuming import On

TABLE: tuple[tuple[type[Contract], Callable[..., Awaitable[None]]], ...] = (
    (intake.CaseOpenedV1, when_case_opened.when_case_opened),
    (intake.CaseAssessedV1, when_case_moves_on.when_case_assessed),
    (intake.CaseMovedV1, when_case_moves_on.when_case_moved),
    (intake.CaseHandedOverV1, when_case_moves_on.when_case_moved),
    (intake.CaseClosedV1, when_case_moves_on.when_case_closed),
    (intake.CaseReopenedV1, when_case_moves_on.when_case_reopened),
    (intake.PlanActivatedV1, when_plan_moves.when_plan_activated),
    (intake.PlanChangedV1, when_plan_moves.when_plan_changed),
    (intake.EvaluationRecordedV1, when_plan_moves.when_evaluation_recorded),
    (intake.ContactLoggedV1, when_contact_changed.when_contact_logged),
    (intake.ReporterAnsweredV1, when_contact_changed.when_reporter_answered),
    (intake.ContactAskedForV1, when_contact_changed.when_contact_asked_for),
    (intake.TomorrowPlannedV1, when_tomorrow_changed.when_tomorrow_planned),
    (intake.TomorrowTickedV1, when_tomorrow_changed.when_tomorrow_ticked),
    (intake.TomorrowWithdrawnV1, when_tomorrow_changed.when_tomorrow_withdrawn),
    (intake.FactRecordedV1, when_fact_recorded.when_fact_recorded),
    (meetings.MeetingCalledV1, when_meeting_changed.when_meeting_called),
    (meetings.MeetingMovedV1, when_meeting_changed.when_meeting_called),
    (meetings.MeetingCancelledV1, when_meeting_changed.when_meeting_cancelled),
    (meetings.MeetingHeldV1, when_meeting_changed.when_meeting_held),
    (meetings.CaseMinutesApprovedV1, when_minutes_approved.when_case_minutes_approved),
    (meetings.GroupMinutesApprovedV1, when_minutes_approved.when_group_minutes_approved),
    (notify.LetterSentV1, when_letter_went.when_letter_sent),
    (notify.LetterByHandV1, when_letter_went.when_letter_by_hand),
    (notify.LetterUndeliverableV1, when_letter_went.when_letter_undeliverable),
    (escalation.SeriousSuggestedV1, when_serious_case_moves.when_serious_suggested),
    (escalation.SeriousDecidedV1, when_serious_case_moves.when_serious_decided),
    (escalation.NoticeStepV1, when_notice_moves.when_notice_stepped),
    (escalation.NoticeAcknowledgedV1, when_notice_moves.when_notice_acknowledged),
    (escalation.NoticeActionKeptV1, when_notice_moves.when_notice_action_kept),
    (escalation.EscalationBeatV1, when_beat_returns.when_beat_came_round),
    (notify.BeatAnsweredV1, when_beat_returns.when_beat_answered),
    (escalation.ClockOverdueV1, when_clock_overdue.when_clock_overdue),
    (escalation.DeviationRecordedV1, when_deviation_moves.when_deviation_recorded),
    (escalation.DeviationAssessedV1, when_deviation_moves.when_deviation_assessed),
    (escalation.AssistanceRequestedV1, when_assistance_moves.when_assistance_requested),
    (escalation.AssistanceGivenV1, when_assistance_moves.when_assistance_answered),
    (escalation.AssistanceDeclinedV1, when_assistance_moves.when_assistance_answered),
    (escalation.AssistanceEndedV1, when_assistance_moves.when_assistance_answered),
    (tasks.IntakeTaskOpenedV1, when_task_changed.when_task_opened),
    (tasks.MeetingsTaskOpenedV1, when_task_changed.when_task_opened),
    (tasks.NotifyTaskOpenedV1, when_task_changed.when_task_opened),
    (tasks.IntakeTaskClosedV1, when_task_changed.when_task_closed),
    (tasks.MeetingsTaskClosedV1, when_task_changed.when_task_closed),
    (tasks.NotifyTaskClosedV1, when_task_changed.when_task_closed),
)


def subscriptions(house: Escalation) -> list[On[Any]]:
    return [On(contract, react=_for(react, house)) for contract, react in TABLE]


def _for(react: Callable[..., Awaitable[None]], house: Escalation) -> Callable[[Any], Awaitable[None]]:
    # Named like the reaction itself: a refused event is logged with that name.
    return update_wrapper(partial(react, house=house), react)
