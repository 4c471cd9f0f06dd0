"""Founding committees, planning sessions, tying conclusions to them, holding them."""

from baro.followup.operations.committees.founding import (
    WHO_FOUNDS,
    CommitteeContent,
    CommitteeKnown,
    found_committee,
    revise_committee,
)
from baro.followup.operations.committees.sessions import (
    WHO_KEEPS,
    ConclusionTaken,
    SessionAlreadyHeld,
    SessionKnown,
    SessionTooEarly,
    conclude_session,
    hold_session,
    plan_session,
)

__all__ = [
    "WHO_FOUNDS",
    "WHO_KEEPS",
    "CommitteeContent",
    "CommitteeKnown",
    "ConclusionTaken",
    "SessionAlreadyHeld",
    "SessionKnown",
    "SessionTooEarly",
    "conclude_session",
    "found_committee",
    "hold_session",
    "plan_session",
    "revise_committee",
]
