"""Who may do what in the follow-up."""

from baro.followup.policies.pressing import can_issue_pressing, can_prepare_pressing

__all__ = ["can_issue_pressing", "can_prepare_pressing"]
