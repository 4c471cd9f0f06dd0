"""Splitting a task among the parts of the unit that has it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.utils import timezone

from baro.kernel import audit
from baro.kernel.calendar import api as calendars
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks.models import Task
from baro.tasks.operations.issue import ThreeClaritiesMissing
from baro.tasks.operations.tellings import tell_receivers
from baro.tasks.operations.traces import basis_words, cause_of, due_words, trace
from baro.tasks.specs import SplitPart
from baro.work import api as work


class NothingToSplit(DomainError):
    pass


@whole
def split_task(*, task: Task, parts: Sequence[SplitPart], by: org.User, at: datetime) -> list[Task]:
    """Give parts of the task to divisions or people inside; it cannot be delivered before them.

    The same three clarities hold: each part has its product, a day not after the task's own, a
    unit with a head who answers for it; whoever splits follows it.
    """
    on = timezone.localtime(at).date()
    item = work.WorkItem.objects.select_related("issuer_unit", "lead_unit", "assigned_unit").get(
        pk=task.pk
    )
    require(
        work.can_split_item(by, item, on=on),
        f"Chỉ người được phân công hoặc người phân công của {item.holder_unit} mới chia việc được.",
    )
    if not parts:
        raise NothingToSplit("Hãy thêm ít nhất một việc con.")
    heads = org.head_posts_of([part.unit for part in parts])
    lacks = [(f"“{part.title}”", tuple(_lacking(part, item, heads, on))) for part in parts]
    if missing := [(label, lacking) for label, lacking in lacks if lacking]:
        raise ThreeClaritiesMissing(missing)

    specs = [_item(part, item, heads[part.unit.pk], by, on) for part in parts]
    children = work.open_items(specs=specs, by=by, at=at)
    tasks = Task.objects.bulk_create(
        _child(part, child, task) for part, child in zip(parts, children, strict=True)
    )
    _tell(task, item, tasks, by, at)
    tell_receivers(tasks, {}, by=by, at=at)
    return tasks


def _lacking(
    part: SplitPart, item: work.WorkItem, heads: dict[int, org.Post], on: date
) -> Iterator[str]:
    if not part.title.strip():
        yield "chưa có tên việc"
    if not part.expected_product.strip():
        yield "chưa nêu sản phẩm phải có"
    yield from _about_day(part, item, on)
    if not part.unit.path.startswith(item.holder_unit.path):
        yield f"{part.unit} không thuộc {item.holder_unit}"
    if part.unit.pk not in heads:
        yield f"{part.unit} chưa có chức vụ đứng đầu để chịu trách nhiệm"
    if part.person and not org.people_of(part.unit, on=on).filter(person=part.person).exists():
        yield f"{part.person} không giữ chức vụ nào ở {part.unit}"


def _about_day(part: SplitPart, item: work.WorkItem, on: date) -> Iterator[str]:
    if part.due_on is None:
        yield "chưa có hạn"
        return
    if part.due_on < on:
        yield f"hạn {part.due_on:%d/%m/%Y} đã qua"
    if item.due_at and part.due_on > timezone.localtime(item.due_at).date():
        yield f"hạn sau hạn của cả việc ({timezone.localtime(item.due_at):%d/%m/%Y})"


def _item(
    part: SplitPart, parent: work.WorkItem, head: org.Post, by: org.User, on: date
) -> work.NewItem:
    return work.NewItem(
        kind=work.WorkItem.Kind.TASK,
        title=part.title.strip(),
        issuer_unit=parent.holder_unit,
        lead_unit=part.unit,
        due_at=calendars.working_calendar().end_of(part.due_on) if part.due_on else None,
        accountable_post=head,
        inspector_post=org.powers_of(by, on=on).main_post,
        source_document=parent.source_document,
        source_clause=parent.source_clause,
        parent=parent,
        assignee=part.person,
        words=" ".join([part.unit.name, part.expected_product]),
    )


def _child(part: SplitPart, item: work.WorkItem, parent: Task) -> Task:
    return Task(
        item=item,
        content=part.title.strip(),
        expected_product=part.expected_product.strip(),
        quote=parent.quote,
        quote_start=parent.quote_start,
        quote_end=parent.quote_end,
        minutes_per_unit=part.minutes,
        cost_minutes=part.minutes,
    )


def _tell(
    task: Task, item: work.WorkItem, children: Sequence[Task], by: org.User, at: datetime
) -> None:
    document, clause = item.source_document, item.source_clause
    told = [
        (
            child,
            {
                "lead": child.item.lead_unit.name,
                "lead_unit": child.item.lead_unit_id,
                "issuer": child.item.issuer_unit.name,
                "terms": f"{due_words(child.item.due_at)}{basis_words(document, clause)}",
                "due": due_words(child.item.due_at),
                "product": child.expected_product,
                "cost_minutes": child.cost_minutes,
            },
        )
        for child in children
    ]
    audit.record_many("tasks.task_issued", told, by=by, at=at, cause=cause_of(document, clause))
    units = ", ".join(sorted({child.item.lead_unit.name for child in children}))
    trace("tasks.task_split", task, item, by=by, at=at, count=len(children), units=units)
