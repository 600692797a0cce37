"""What others than the school's own people have to do with a case: home, an emergency, Statsforvalteren.

Who at home follows it otherwise than the rule says (L8), who has opened it without part in it (L9), and what
Statsforvalteren asks or orders (L2).
"""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from services.intake.domain.case_parts import Glass, HomeChoice
from services.intake.domain.oversight import FollowUp, OversightDemand
from services.intake.domain.with_home import WithHome
from shared.contracts.intake import (
    DemandAnsweredV1,
    DemandReceivedV1,
    GlassBrokenV1,
    GlassReviewedV1,
    HomeDecidedV1,
)
from shared.errors import Conflict, Hidden


class Overseen(WithHome):
    """The part of a case that says who looks over it. `Case` adds what is known and done in it."""

    demands: list[OversightDemand] = Field(default_factory=list)
    """What Statsforvalteren has asked or ordered; with the first of them the case has its flag."""
    glasses: list[Glass] = Field(default_factory=list)
    home_choices: list[HomeChoice] = Field(default_factory=list)

    def choose_home(self, choice: HomeChoice) -> bool:
        """Somebody at home follows the case otherwise than the rule says; False when that stands already."""
        last = next((one for one in reversed(self.home_choices) if one.person_id == choice.person_id), None)
        if last is not None and last == choice.model_copy(update={"by": last.by, "at": last.at}):
            return False
        self.home_choices.append(choice)
        self._record(
            HomeDecidedV1(
                **self._place(choice.at, choice.by),
                person_id=choice.person_id,
                effect=choice.effect,
                since=choice.since,
                until=choice.until,
            )
        )
        return True

    # --- Statsforvalteren --------------------------------------------------------------------------

    def receive_demand(self, demand: OversightDemand) -> None:
        """Statsforvalteren asks or orders something; the same form twice is once."""
        if any(one.id == demand.id for one in self.demands):
            return
        self.demands.append(demand)
        self._record(
            DemandReceivedV1(
                **self._place(demand.at, demand.by),
                demand_id=demand.id,
                kind=demand.kind,
                received_on=demand.received_on,
                due_on=demand.deadline,
            )
        )

    def follow_demand(self, demand_id: str, follow_up: FollowUp) -> None:
        demand = self._demand(demand_id)
        if not any(one.id == follow_up.id for one in demand.follow_ups):
            demand.follow_ups.append(follow_up)

    def finish_follow_up(self, demand_id: str, follow_up_id: str, by: str, at: datetime) -> None:
        found = next((one for one in self._demand(demand_id).follow_ups if one.id == follow_up_id), None)
        if found is None:
            raise Hidden
        if found.done_at is None:
            found.done_at, found.done_by = at, by

    def answer_demand(self, demand_id: str, on: date, answer: str, by: str, at: datetime) -> None:
        """It has been answered; a second answer is refused, for the first has been sent."""
        demand = self._demand(demand_id)
        if not demand.open:
            raise Conflict("already-answered")
        demand.answered_on, demand.answer, demand.answered_by = on, answer, by
        self._record(DemandAnsweredV1(**self._place(at, by), demand_id=demand_id, answered_on=on))

    def _demand(self, demand_id: str) -> OversightDemand:
        found = next((one for one in self.demands if one.id == demand_id), None)
        if found is None:
            raise Hidden
        return found

    # --- who sees it -------------------------------------------------------------------------------

    def break_glass(self, glass: Glass) -> None:
        """Somebody opens it in an emergency; the same form twice is once."""
        if any(one.id == glass.id for one in self.glasses):
            return
        self.glasses.append(glass)
        self._record(
            GlassBrokenV1(
                **self._place(glass.at, glass.person_id),
                glass_id=glass.id,
                person_id=glass.person_id,
                until=glass.until,
            )
        )

    def review_glass(
        self, glass_id: str, verdict: Literal["right", "not_right"], review: str | None, by: str, at: datetime
    ) -> Glass:
        """Leadership has looked at why; a second answer is refused, for the first has been read."""
        glass = next((one for one in self.glasses if one.id == glass_id), None)
        if glass is None:
            raise Hidden
        if glass.reviewed_at is not None:
            raise Conflict("already-answered")
        glass.verdict, glass.review, glass.reviewed_by, glass.reviewed_at = verdict, review, by, at
        self._record(
            GlassReviewedV1(
                **self._place(at, by), glass_id=glass_id, person_id=glass.person_id, verdict=verdict
            )
        )
        return glass
