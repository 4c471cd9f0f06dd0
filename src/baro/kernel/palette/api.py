"""The door of the palette for the rooms that hand in what they can find."""

from baro.kernel.palette.entries import Command, Entry, Source
from baro.kernel.palette.likeness import Likeness, likeness
from baro.kernel.palette.registry import add_commands, add_source

__all__ = ["Command", "Entry", "Likeness", "Source", "add_commands", "add_source", "likeness"]
