"""Giving each time of a duty when its day has come."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole
from baro.notices import api as notices
from baro.org import api as org
from baro.tasks.models import DutyOccurrence, RecurringDuty
from baro.tasks.operations.issue import issue_tasks
from baro.tasks.operations.traces import clause, day_words
from baro.tasks.queries.occurrences import Coming, times_to_open
from baro.tasks.specs import CooperatingPart, TaskSpec
from baro.work import api as work

_NO_LONGER = "{} không còn được giao việc nhân danh {}."


def open_occurrences(*, at: datetime) -> int:
    """Give every time that is to be given by now, once; the answer says how many.

    Each duty is a transaction of its own. One that cannot be given keeps the reason, is tried
    again the next time, and stops no other.
    """
    running = RecurringDuty.objects.running().order_by("pk").values_list("pk", flat=True)
    return sum(open_times_of(duty_id=pk, at=at) for pk in list(running))


@whole
def open_times_of(*, duty_id: int, at: datetime) -> int:
    """Give what one duty owes by now, unless somebody is just doing it."""
    rows = RecurringDuty.objects.running().select_for_update(
        of=("self",), no_key=True, skip_locked=True
    )
    related = rows.select_related("issuer_unit", "given_by", "inspector_post", "source_document")
    duty = related.filter(pk=duty_id).first()
    if duty is None:
        return 0
    on = timezone.localtime(at).date()
    return sum(_open(duty, time, at) for time in times_to_open(duty, on=on))


def _open(duty: RecurringDuty, time: Coming, at: datetime) -> int:
    if time.due_on < timezone.localtime(at).date():
        _miss(duty, time, at)
        return 0
    try:
        with transaction.atomic():
            [task] = issue_tasks(specs=[_spec_of(duty, time)], by=duty.given_by, at=at)
            _keep(duty, time, DutyOccurrence.State.OPENED, item=task.item)
    except PermissionDenied:
        _stall(duty, _NO_LONGER.format(duty.given_by, duty.issuer_unit), at)
        return 0
    except DomainError as refusal:
        _stall(duty, str(refusal), at)
        return 0
    if duty.trouble:
        duty.trouble = ""
        duty.save(update_fields=["trouble"])
    return 1


def _spec_of(duty: RecurringDuty, time: Coming) -> TaskSpec:
    return TaskSpec(
        title=duty.title,
        content=duty.content,
        issuer_unit=duty.issuer_unit,
        lead_codes=tuple(duty.lead_codes),
        cooperating=tuple(CooperatingPart(part["code"], part["duty"]) for part in duty.cooperating),
        except_codes=tuple(duty.except_codes),
        expected_product=duty.expected_product,
        due_on=time.due_on,
        inspector_post=duty.inspector_post,
        minutes_per_unit=duty.minutes_per_unit,
        source_document=duty.source_document,
        source_clause=duty.source_clause,
        quote=duty.quote,
    )


def _miss(duty: RecurringDuty, time: Coming, at: datetime) -> None:
    """Its day has passed while nothing could be given: said, and never asked of anybody."""
    _keep(duty, time, DutyOccurrence.State.MISSED, reason=duty.trouble)
    facts = {"time": day_words(time.nominal_on)}
    audit.record("tasks.occurrence_missed", duty, by=None, at=at, facts=facts)


def _stall(duty: RecurringDuty, trouble: str, at: datetime) -> None:
    trouble = trouble[:1000]
    if duty.trouble == trouble:
        return
    duty.trouble = trouble
    duty.save(update_fields=["trouble"])
    _tell(duty, trouble, at)
    audit.record("tasks.duty_stalled", duty, by=None, at=at, facts={"trouble": clause(trouble)})


def _tell(duty: RecurringDuty, trouble: str, at: datetime) -> None:
    """Whoever gave it, and who may give it in their place."""
    on = timezone.localtime(at).date()
    permission = org.Permission.ISSUE_TASK
    people = org.recipients_of_unit(duty.issuer_unit, on=on, permission=permission)
    notices.tell(
        kind="duty_stalled",
        people={person.pk: person for person in (duty.given_by.person, *people)}.values(),
        subject=duty,
        title="Kỳ tới của việc định kỳ chưa giao được.",
        body=trouble,
        at=at,
    )


def _keep(
    duty: RecurringDuty,
    time: Coming,
    state: str,
    *,
    item: work.WorkItem | None = None,
    reason: str = "",
) -> None:
    DutyOccurrence.objects.update_or_create(
        duty=duty,
        nominal_on=time.nominal_on,
        defaults={"due_on": time.due_on, "state": state, "item": item, "reason": reason},
    )
