"""Giving tasks: through the gate of three clarities, to one unit or to a hundred and twenty-six."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import chain

from django.utils import timezone

from baro.documents import api as documents
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.prepared import insert
from baro.kernel.rules import api as rules
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks import policies
from baro.tasks.models import Task
from baro.tasks.operations.duties import begin_duties, first_dated
from baro.tasks.operations.origins import keep_origins
from baro.tasks.operations.plans import Plan, child_item, task_rows, top_item
from baro.tasks.operations.tellings import tell_receivers
from baro.tasks.operations.traces import basis_words, cause_of, due_words
from baro.tasks.queries.addressees import addressees_of
from baro.tasks.queries.clarities import missing_clarities
from baro.tasks.specs import TaskSpec
from baro.work import api as work

MINUTES_RULE = "tasks.minutes_per_receiver"


class ThreeClaritiesMissing(DomainError):
    """Tasks were not given; `missing` holds each with everything that it lacks."""

    def __init__(self, missing: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        self.missing = tuple(missing)
        lines = [f"{label}: {'; '.join(lacks)}." for label, lacks in self.missing]
        count = len(self.missing)
        super().__init__(f"Chưa giao được vì {count} nhiệm vụ chưa đủ ba rõ. {' '.join(lines)}")


class SourceUnseen(DomainError):
    pass


@whole
def issue_tasks(*, specs: Sequence[TaskSpec], by: org.User, at: datetime) -> list[Task]:
    """Give the tasks, all or none. Returns one for each spec, in the same order.

    A spec that names several units becomes a collective task over one child for each of them;
    cooperating units have their part in the collective one. Receivers may read the document.
    What comes back by a rule is the first time of a duty that goes on by itself.
    """
    on = timezone.localtime(at).date()
    specs = [first_dated(spec, after=on) for spec in specs]
    for unit in {spec.issuer_unit for spec in specs}:
        require(
            policies.can_issue_tasks(by, unit, on=on),
            f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {unit} mới giao nhiệm vụ được.",
        )
    _require_seen_sources(specs, by)
    plans = _plans(specs, on, at)

    tops = work.open_items(specs=[top_item(plan) for plan in plans], by=by, at=at)
    below = [
        child_item(plan, unit, top)
        for plan, top in zip(plans, tops, strict=True)
        if plan.is_collective
        for unit in plan.units
    ]
    children = work.open_items(specs=below, by=by, at=at) if below else []
    tasks = insert(task_rows(plans, tops, children))
    _share_documents(plans, by, at)
    _leave_traces(plans, tops, tasks, by, at)
    parts = {
        top.pk: [part.unit for part in plan.parts]
        for plan, top in zip(plans, tops, strict=True)
        if plan.parts
    }
    tell_receivers(tasks, parts, by=by, at=at)
    begin_duties(specs, tops, by=by, at=at)
    keep_origins(specs, tasks[: len(tops)], by=by, at=at)
    return tasks[: len(tops)]


def _require_seen_sources(specs: Sequence[TaskSpec], by: org.User) -> None:
    wanted = {spec.source_document.pk for spec in specs if spec.source_document}
    if not wanted:
        return
    seen = documents.Document.objects.visible_to(by).filter(pk__in=wanted)
    if seen.count() < len(wanted):
        raise SourceUnseen("Ông/bà không xem được văn bản làm căn cứ giao việc.", field="document")


def _plans(specs: Sequence[TaskSpec], on: date, at: datetime) -> list[Plan]:
    codes = {code for spec in specs for code in spec.lead_codes}
    codes |= {part.code for spec in specs for part in spec.cooperating}
    codes |= {code for spec in specs for code in spec.except_codes}
    addressees = addressees_of(codes, on=on)
    lacks = [(spec.label, missing_clarities(spec, addressees, at=at)) for spec in specs]
    missing = [(label, lacking) for label, lacking in lacks if lacking]
    if missing:
        raise ThreeClaritiesMissing(missing)
    usual = int(rules.value_of(MINUTES_RULE, as_at=on))
    return [
        Plan(
            spec,
            addressees.units_of(spec.lead_codes, without=spec.except_codes),
            addressees,
            usual if spec.minutes_per_unit is None else spec.minutes_per_unit,
        )
        for spec in specs
    ]


def _share_documents(plans: Sequence[Plan], by: org.User, at: datetime) -> None:
    """Let the receivers read what their task rests on, where this user may send it on."""
    on = timezone.localtime(at).date()
    sent: dict[documents.Document, list[org.Unit]] = {}
    for plan in plans:
        if plan.spec.source_document:
            units = chain(plan.units, (part.unit for part in plan.parts))
            sent.setdefault(plan.spec.source_document, []).extend(units)
    for document, units_of_it in sent.items():
        if documents.can_share_document(by, document, on=on):
            documents.share_document(document=document, units=units_of_it, by=by, at=at)


def _leave_traces(
    plans: Sequence[Plan],
    tops: Sequence[work.WorkItem],
    tasks: Sequence[Task],
    by: org.User,
    at: datetime,
) -> None:
    """One event for each task, in one insert for each document and clause."""
    plan_of = {top.pk: plan for plan, top in zip(plans, tops, strict=True)}
    batches: dict[tuple[int | None, str], list[Task]] = {}
    for task in tasks:
        key = (task.item.source_document_id, task.item.source_clause)
        batches.setdefault(key, []).append(task)
    for batch in batches.values():
        item = batch[0].item
        document, clause = item.source_document, item.source_clause
        told = [
            (task, _facts(task, plan_of.get(task.pk), basis_words(document, clause)))
            for task in batch
        ]
        audit.record_many("tasks.task_issued", told, by=by, at=at, cause=cause_of(document, clause))


def _facts(task: Task, plan: Plan | None, basis: str) -> dict[str, object]:
    item = task.item
    return {
        "lead": plan.receivers if plan else item.lead_unit.name,
        "lead_unit": item.lead_unit_id,
        "issuer": item.issuer_unit.name,
        "terms": f"{due_words(item.due_at)}{basis}",
        "due": due_words(item.due_at),
        "product": task.expected_product,
        "cost_minutes": task.cost_minutes,
    }
