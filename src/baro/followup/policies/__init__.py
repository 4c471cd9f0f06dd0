"""Who may do what in the follow-up."""

from baro.followup.policies.committees import (
    can_found_committee,
    can_keep_committee,
    can_see_whole_compilation,
)
from baro.followup.policies.pressing import can_issue_pressing, can_prepare_pressing

__all__ = [
    "can_found_committee",
    "can_issue_pressing",
    "can_keep_committee",
    "can_prepare_pressing",
    "can_see_whole_compilation",
]
