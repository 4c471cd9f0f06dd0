"""Facts of the follow-up."""

from baro.followup.models.pressing import PressedItem, Pressing, PressingLetter

__all__ = ["PressedItem", "Pressing", "PressingLetter"]
