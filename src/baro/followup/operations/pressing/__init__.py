"""Pressing by official letters: from the items that were chosen to the letters in the register."""

from baro.followup.operations.pressing.guards import (
    WHO_ISSUES,
    WHO_PRESSES,
    AnswerInThePast,
    PlaceUnknown,
    PressingMovedOn,
)
from baro.followup.operations.pressing.issuing import issue_letters, stop_silent_pressings
from baro.followup.operations.pressing.preparing import (
    AllPaused,
    ItemsOfOtherIssuers,
    NothingChosen,
    PressingText,
    TooManyChosen,
    begin_pressing,
    discard_pressing,
    letter_content,
    revise_pressing,
)
from baro.followup.operations.pressing.steering import (
    SignerMissing,
    revise_and_start,
    start_pressing,
    stop_pressing,
)

__all__ = [
    "WHO_ISSUES",
    "WHO_PRESSES",
    "AllPaused",
    "AnswerInThePast",
    "ItemsOfOtherIssuers",
    "NothingChosen",
    "PlaceUnknown",
    "PressingMovedOn",
    "PressingText",
    "SignerMissing",
    "TooManyChosen",
    "begin_pressing",
    "discard_pressing",
    "issue_letters",
    "letter_content",
    "revise_and_start",
    "revise_pressing",
    "start_pressing",
    "stop_pressing",
    "stop_silent_pressings",
]
