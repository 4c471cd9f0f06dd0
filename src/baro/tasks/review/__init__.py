"""What the review screen shows of drafts."""

from baro.tasks.review.cards import Card, Given, Preview, Receiver, cards_of, drafts_of
from baro.tasks.review.screen import (
    chosen_among,
    doubtful_first,
    initial_of,
    partner_of,
    quotes_of,
)

__all__ = [
    "Card",
    "Given",
    "Preview",
    "Receiver",
    "cards_of",
    "chosen_among",
    "doubtful_first",
    "drafts_of",
    "initial_of",
    "partner_of",
    "quotes_of",
]
