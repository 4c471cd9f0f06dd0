"""What a task asks of whom today, to be given again in other words."""

from baro.tasks.models import Task
from baro.tasks.specs import CooperatingPart, TaskSpec
from baro.work import api as work


def spec_in_place_of(task: Task) -> TaskSpec:
    """The task as it stands: for the units that have not finished it, with the parts still owed."""
    item = task.item
    return TaskSpec(
        title=item.title,
        issuer_unit=item.issuer_unit,
        lead_codes=_lead_codes(item),
        cooperating=_parts_owed(item),
        expected_product=task.expected_product,
        inspector_post=item.inspector_post,
        minutes_per_unit=task.minutes_per_unit,
        source_document=item.source_document,
        source_clause=item.source_clause,
        quote=task.quote,
        quote_start=task.quote_start,
        quote_end=task.quote_end,
    )


def _lead_codes(item: work.WorkItem) -> tuple[str, ...]:
    """One unit, or those of the children that a collective task still waits for."""
    if not item.is_collective:
        return (item.lead_unit.code,)
    waiting = item.children.open().select_related("lead_unit").order_by("pk")
    return tuple(child.lead_unit.code for child in waiting)


def _parts_owed(item: work.WorkItem) -> tuple[CooperatingPart, ...]:
    part = work.WorkParty.Part.COOPERATING
    owed = item.parties.filter(part=part, done_at__isnull=True).select_related("unit")
    return tuple(CooperatingPart(party.unit.code, party.duty) for party in owed.order_by("pk"))
