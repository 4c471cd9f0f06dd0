"""Duties as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import prefetch_related_objects
from django.urls import reverse

from baro.notices import api as notices
from baro.org import api as org
from baro.tasks.models import DutyOccurrence, RecurringDuty
from baro.tasks.queries.occurrences import Coming, coming_times
from baro.tasks.wording import recurrence_in_words
from baro.work import api as work


@dataclass(frozen=True)
class DutyRow:
    """One duty in a list: its rhythm in words, who owes it, and its next time."""

    duty: RecurringDuty
    rhythm: str
    leads: str
    coming: Coming | None


@dataclass(frozen=True)
class PastTime:
    """One time that is settled, with how its task stands."""

    row: DutyOccurrence
    cell: work.Cell | None


def duty_rows(duties: Iterable[RecurringDuty], *, at: datetime) -> list[DutyRow]:
    duties = list(duties)
    prefetch_related_objects(duties, "occurrences")
    names = org.names_of_codes({code for duty in duties for code in duty.lead_codes})
    return [
        DutyRow(
            duty,
            recurrence_in_words(duty.recurrence),
            ", ".join(names.get(code, code) for code in duty.lead_codes),
            next(iter(coming_times(duty, at=at, limit=1)), None),
        )
        for duty in duties
    ]


def past_times(duty: RecurringDuty, *, at: datetime) -> list[PastTime]:
    """What was given, passed over or missed, the newest first."""
    rows = duty.occurrences.exclude(state=DutyOccurrence.State.MOVED).select_related("item")
    return [
        PastTime(row, work.cell_of(row.item, at=at) if row.item else None)
        for row in rows.order_by("-nominal_on")
    ]


def shown_duties(user: org.User, keys: Iterable[int]) -> dict[int, notices.Shown]:
    """Duties that a notice is about, for who may see them."""
    duties = RecurringDuty.objects.visible_to(user).filter(pk__in=keys)
    return {
        duty.pk: notices.Shown(duty.title, reverse("tasks:duty", args=[duty.pk])) for duty in duties
    }
