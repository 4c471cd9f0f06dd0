"""Facts of what people are told."""

from baro.notices.models.letters import Letter
from baro.notices.models.notices import Notice
from baro.notices.models.wishes import ChannelChoice, QuietHours

__all__ = ["ChannelChoice", "Letter", "Notice", "QuietHours"]
