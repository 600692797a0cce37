"""The legs of the walk, in their order; each goes on where the one before ended."""

from tests.browser.course import (
    a_case_runs_its_course,
    somebody_tells_without_a_name,
    the_owner_keeps_order,
)
from tests.browser.family import a_parent_answers, a_parent_follows, a_parent_reports, before_signing_in
from tests.browser.owner import a_serious_decision, the_owner_acknowledges
from tests.browser.school import a_meeting_is_called, the_adult_ticks, the_meeting_is_held, the_rektors_day

LEGS = (
    before_signing_in,
    a_parent_reports,
    the_rektors_day,
    a_meeting_is_called,
    a_parent_answers,
    the_adult_ticks,
    the_meeting_is_held,
    a_serious_decision,
    the_owner_acknowledges,
    a_case_runs_its_course,
    somebody_tells_without_a_name,
    the_owner_keeps_order,
    a_parent_follows,
)
