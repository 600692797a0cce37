"""Which event makes intake do what, as one table."""

from functools import partial, update_wrapper
from typing import Any

from services.intake.reactions.when_report_received import when_report_received
from services.intake.storage.house import Intake
from shared.contracts.intake import ReportReceivedV1
from shared.messaging.consuming import On


def subscriptions(house: Intake) -> list[On[Any]]:
    def doing(reaction: Any) -> Any:
        """The reaction with the house at hand, under its own name."""
        return update_wrapper(partial(reaction, house=house), reaction)

    return [
        On(ReportReceivedV1, react=doing(when_report_received)),
    ]
