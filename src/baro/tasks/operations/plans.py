"""From a spec that passed the gate to rows of the ledger and of ours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.queries.addressees import Addressees
from baro.tasks.specs import TaskSpec
from baro.work import api as work


@dataclass(frozen=True)
class Plan:
    """A spec with the units that it goes to and the minutes it costs each."""

    spec: TaskSpec
    units: tuple[org.Unit, ...]
    addressees: Addressees
    minutes: int

    @cached_property
    def due_at(self) -> datetime | None:
        """Worked out once for all who receive it."""
        return _end_of(self.spec.due_on)

    @cached_property
    def words(self) -> str:
        """By what it is found, beside the name of who receives it."""
        spec = self.spec
        return " ".join([spec.expected_product, spec.content, spec.quote, _symbol(spec)])

    @property
    def is_collective(self) -> bool:
        return len(self.units) > 1

    @property
    def parts(self) -> tuple[work.NewPart, ...]:
        """The parts of the cooperating units; who leads has no part beside."""
        leads = {unit.pk for unit in self.units}
        return tuple(
            work.NewPart(unit, part.duty, _end_of(part.due_on))
            for part in self.spec.cooperating
            for unit in self.addressees.units_of([part.code], without=self.spec.except_codes)
            if unit.pk not in leads
        )

    @property
    def receivers(self) -> str:
        return f"{len(self.units)} đơn vị" if self.is_collective else self.units[0].name


def top_item(plan: Plan) -> work.NewItem:
    if plan.is_collective:
        unit, head = plan.spec.issuer_unit, None
    else:
        unit = plan.units[0]
        head = plan.addressees.heads[unit.pk]
    return _item(plan, unit, head, is_collective=plan.is_collective, parts=plan.parts)


def child_item(plan: Plan, unit: org.Unit, parent: work.WorkItem) -> work.NewItem:
    return _item(plan, unit, plan.addressees.heads[unit.pk], parent=parent)


def _item(  # one place where a spec becomes a row of the ledger
    plan: Plan,
    unit: org.Unit,
    head: org.Post | None,
    *,
    parent: work.WorkItem | None = None,
    is_collective: bool = False,
    parts: tuple[work.NewPart, ...] = (),
) -> work.NewItem:
    spec = plan.spec
    return work.NewItem(
        kind=work.WorkItem.Kind.TASK,
        title=spec.title.strip(),
        issuer_unit=spec.issuer_unit,
        lead_unit=unit,
        due_at=plan.due_at,
        accountable_post=head,
        inspector_post=spec.inspector_post,
        source_document=spec.source_document,
        source_clause=spec.source_clause,
        cooperating=parts,
        parent=parent,
        is_collective=is_collective,
        words=f"{unit.name} {plan.words}",
    )


def _end_of(day: date | None) -> datetime | None:
    return calendars.working_calendar().end_of(day) if day else None


def task_rows(
    plans: Sequence[Plan], tops: Sequence[work.WorkItem], children: Sequence[work.WorkItem]
) -> Iterator[Task]:
    plan_of = {top.pk: plan for plan, top in zip(plans, tops, strict=True)}
    for plan, top in zip(plans, tops, strict=True):
        yield _task(plan, top, units=len(plan.units))
    for child in children:
        yield _task(plan_of[child.parent_id or 0], child, units=1)


def _task(plan: Plan, item: work.WorkItem, *, units: int) -> Task:
    spec = plan.spec
    return Task(
        item=item,
        content=spec.content.strip() or spec.quote or spec.title,
        expected_product=spec.expected_product.strip(),
        quote=spec.quote,
        quote_start=spec.quote_start,
        quote_end=spec.quote_end,
        recurrence=spec.recurrence,
        no_deadline_reason=spec.no_deadline_reason.strip(),
        minutes_per_unit=plan.minutes,
        cost_minutes=plan.minutes * units,
    )


def _symbol(spec: TaskSpec) -> str:
    """The number of the paper behind it, by which people look for their tasks."""
    return spec.source_document.symbol if spec.source_document else ""
