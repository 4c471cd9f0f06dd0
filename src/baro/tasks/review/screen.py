"""The cards on the screen: their order, what is ticked, which two could be merged."""

from collections.abc import Collection, Iterable, Sequence

from baro.documents import api as documents
from baro.tasks.models import TaskDraft
from baro.tasks.queries import names_of_named
from baro.tasks.review.cards import Card


def doubtful_first(cards: Iterable[Card]) -> list[Card]:
    """What needs somebody before what is clear, what is settled last; each in the text's order."""
    return sorted(cards, key=lambda card: (not card.draft.is_open, card.is_clear))


def chosen_among(cards: Iterable[Card], picked: Collection[int] | None) -> set[int]:
    """What is ticked: as it was sent, or else what a hand has put right."""
    cards = [card for card in cards if not card.given]
    if picked is None:
        return {card.draft.pk for card in cards if card.is_clear and card.draft.is_edited}
    return {card.draft.pk for card in cards if card.draft.is_open and card.draft.pk in picked}


def partner_of(draft: TaskDraft, drafts: Iterable[TaskDraft]) -> TaskDraft | None:
    """The open draft that follows in the text, which this one could be merged with."""
    after = [one for one in drafts if one.is_open and _place_of(one) > _place_of(draft)]
    return min(after, key=_place_of, default=None)


def _place_of(draft: TaskDraft) -> tuple[int, int]:
    return draft.start or 0, draft.pk


def quotes_of(drafts: Sequence[TaskDraft]) -> list[documents.Quote]:
    """Where each draft's words stand in the text, paired with its card."""
    return [
        documents.Quote(f"draft-{draft.pk}", draft.start, draft.end)
        for draft in drafts
        if draft.start is not None and draft.end is not None
    ]


def initial_of(draft: TaskDraft) -> dict[str, object]:
    """A draft as its form first shows it, with names in place of codes."""
    named = [*draft.lead_codes, *draft.cooperating_codes, *draft.except_codes]
    names = names_of_named(named)
    recurrence = draft.recurrence or {}
    return {
        "title": draft.title,
        "leads": [names.get(code, code) for code in draft.lead_codes],
        "cooperating": [names.get(code, code) for code in draft.cooperating_codes],
        "excepting": [names.get(code, code) for code in draft.except_codes],
        "expected_product": draft.expected_product,
        "due_on": draft.due_on,
        "recurrence_every": recurrence.get("every", ""),
        "recurrence_by": recurrence.get("by") or "",
        "no_deadline_reason": draft.no_deadline_reason,
        "minutes_per_unit": draft.minutes_per_unit,
    }
