"""Reads over notices."""

from baro.notices.queries.bells import NoticeShown, open_count, shown_notices
from baro.notices.queries.channels import Channels, channels_of, quiet_hours_of
from baro.notices.queries.letters import LetterCounts, letter_counts, letters_look
from baro.notices.queries.rules import MailRules, mail_rules
from baro.notices.queries.substitutions import shown_substitutions

__all__ = [
    "Channels",
    "LetterCounts",
    "MailRules",
    "NoticeShown",
    "channels_of",
    "letter_counts",
    "letters_look",
    "mail_rules",
    "open_count",
    "quiet_hours_of",
    "shown_notices",
    "shown_substitutions",
]
