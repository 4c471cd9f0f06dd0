"""Duties that come back: set up, taken over, moved and passed over for one time, ended."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.rules import api as rules
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.tasks import policies
from baro.tasks.models import DutyOccurrence, RecurringDuty
from baro.tasks.operations.traces import clause, day_words
from baro.tasks.queries.occurrences import Coming, coming_days, on_day_off_of, times_of
from baro.tasks.rhythms import rule_of, shortest_gap
from baro.tasks.specs import TaskSpec
from baro.tasks.wording import recurrence_in_words
from baro.work import api as work

LEAD_RULE = "tasks.occurrence_lead_working_days"
_WHO = "Chỉ người giao việc được của {} mới làm được với việc định kỳ này."


class DutyEnded(DomainError):
    pass


class NotATime(DomainError):
    """The rule names no such day, or that time has been settled."""


class DayPassed(DomainError):
    pass


class LeadTooLong(DomainError):
    pass


def first_dated(spec: TaskSpec, *, after: date) -> TaskSpec:
    """The spec with the first day that its rhythm names, where it has none yet."""
    if spec.due_on or not spec.recurrence:
        return spec
    first = next(iter(coming_days(spec.recurrence, on=after, limit=1)), None)
    return replace(spec, due_on=first) if first else spec


def begin_duties(
    specs: Sequence[TaskSpec], items: Sequence[work.WorkItem], *, by: org.User, at: datetime
) -> None:
    """Let each repeated task that was just given come back; it is the first time itself.

    A rhythm that names no day cannot come back by itself: its task stays a single one, with the
    deadline or the reason for none that the gate asks for.
    """
    begun = [
        (spec, item, rule, spec.due_on)
        for spec, item in zip(specs, items, strict=True)
        if spec.due_on and (rule := rule_of(spec.recurrence))
    ]
    if not begun:
        return
    lead = int(rules.value_of(LEAD_RULE, as_at=timezone.localtime(at).date()))
    duties = RecurringDuty.objects.bulk_create(
        _duty(spec, rule, first, lead=lead, by=by, at=at) for spec, _, rule, first in begun
    )
    DutyOccurrence.objects.bulk_create(
        DutyOccurrence(
            duty=duty,
            nominal_on=duty.starts_on,
            due_on=duty.starts_on,
            state=DutyOccurrence.State.OPENED,
            item=item,
        )
        for duty, (_, item, _, _) in zip(duties, begun, strict=True)
    )
    audit.record_many("tasks.duty_begun", [(duty, facts_of(duty)) for duty in duties], by=by, at=at)


def _duty(
    spec: TaskSpec, rule: str, first: date, *, lead: int, by: org.User, at: datetime
) -> RecurringDuty:
    """The row of a duty whose first time is due on a day."""
    return RecurringDuty(
        title=spec.title.strip(),
        content=spec.content,
        expected_product=spec.expected_product.strip(),
        issuer_unit=spec.issuer_unit,
        lead_codes=list(spec.lead_codes),
        cooperating=[{"code": part.code, "duty": part.duty} for part in spec.cooperating],
        except_codes=list(spec.except_codes),
        inspector_post=spec.inspector_post,
        minutes_per_unit=spec.minutes_per_unit,
        source_document=spec.source_document,
        source_clause=spec.source_clause,
        quote=spec.quote,
        recurrence=dict(spec.recurrence or {}),
        rule=rule,
        starts_on=first,
        on_day_off=on_day_off_of(spec.recurrence),
        lead_days=min(lead, _longest_lead(rule, first)),
        given_by=by,
        given_at=at,
    )


def _longest_lead(rule: str, starts_on: date) -> int:
    """How many days before its deadline a time may be given: never before the one before is due."""
    return max(0, shortest_gap(rule, start=starts_on).days - 1)


@whole
def move_occurrence(
    *,
    duty: RecurringDuty,
    nominal_on: date,
    due_on: date,
    reason: str,
    by: org.User,
    at: datetime,
) -> DutyOccurrence:
    """Give one coming time another deadline; the rule and the other times stay."""
    duty = _locked(duty, by, at)
    if due_on < timezone.localtime(at).date():
        raise DayPassed(f"Ngày {due_on:%d/%m/%Y} đã qua.", field="due_on")
    time = _waiting_time(duty, nominal_on)

    row = _settle(duty, time, DutyOccurrence.State.MOVED, reason, due_on=due_on)
    facts = {"time": day_words(nominal_on), "due": day_words(due_on), "reason": clause(reason)}
    audit.record("tasks.occurrence_moved", duty, by=by, at=at, facts=facts)
    return row


@whole
def skip_occurrence(
    *, duty: RecurringDuty, nominal_on: date, reason: str, by: org.User, at: datetime
) -> DutyOccurrence:
    """Pass over one coming time; it is never given."""
    duty = _locked(duty, by, at)
    time = _waiting_time(duty, nominal_on)

    row = _settle(duty, time, DutyOccurrence.State.SKIPPED, reason)
    facts = {"time": day_words(nominal_on), "reason": clause(reason)}
    audit.record("tasks.occurrence_skipped", duty, by=by, at=at, facts=facts)
    return row


@whole
def change_ways(
    *,
    duty: RecurringDuty,
    lead_days: int,
    on_day_off: str,
    ends_on: date | None,
    by: org.User,
    at: datetime,
) -> RecurringDuty:
    """How early each time is given, where it goes from a day off, and which is the last."""
    duty = _locked(duty, by, at)
    if ends_on and ends_on < duty.starts_on:
        raise DayPassed(
            f"Kỳ cuối cùng không trước kỳ đầu, ngày {duty.starts_on:%d/%m/%Y}.", field="ends_on"
        )
    longest = _longest_lead(duty.rule, duty.starts_on)
    if lead_days > longest:
        raise LeadTooLong(
            f"Các kỳ cách nhau {longest + 1} ngày, nên chỉ giao trước hạn được nhiều nhất "
            f"{longest} ngày.",
            field="lead_days",
        )

    duty.lead_days, duty.on_day_off, duty.ends_on = lead_days, on_day_off, ends_on
    duty.save(update_fields=["lead_days", "on_day_off", "ends_on"])
    facts = {
        "lead": lead_days,
        "off": duty.get_on_day_off_display().lower(),
        "end": f"kỳ cuối ngày {day_words(ends_on)}" if ends_on else "chưa định kỳ cuối",
    }
    audit.record("tasks.duty_changed", duty, by=by, at=at, facts=facts)
    return duty


@whole
def end_duty(*, duty: RecurringDuty, reason: str, by: org.User, at: datetime) -> RecurringDuty:
    """Let the duty come back no more; what was given stays owed."""
    duty = _locked(duty, by, at)
    duty.ended_at, duty.end_reason, duty.trouble = at, reason.strip(), ""
    duty.save(update_fields=["ended_at", "end_reason", "trouble"])

    audit.record("tasks.duty_ended", duty, by=by, at=at, facts={"reason": clause(reason)})
    return duty


@whole
def take_over_duty(*, duty: RecurringDuty, by: org.User, at: datetime) -> RecurringDuty:
    """From now on each time is given in this person's name, where the last can no longer do it."""
    duty = _locked(duty, by, at)
    before, duty.given_by, duty.trouble = duty.given_by, by, ""
    duty.save(update_fields=["given_by", "trouble"])

    audit.record("tasks.duty_taken_over", duty, by=by, at=at, facts={"before": str(before)})
    return duty


def facts_of(duty: RecurringDuty) -> dict[str, str]:
    return {
        "rhythm": recurrence_in_words(duty.recurrence),
        "first": day_words(duty.starts_on),
        "issuer": duty.issuer_unit.name,
    }


def _locked(duty: RecurringDuty, by: org.User, at: datetime) -> RecurringDuty:
    rows = RecurringDuty.objects.select_for_update(of=("self",), no_key=True)
    locked = rows.select_related("issuer_unit", "given_by").get(pk=duty.pk)
    on = timezone.localtime(at).date()
    require(
        policies.can_issue_tasks(by, locked.issuer_unit, on=on),
        _WHO.format(locked.issuer_unit),
    )
    if not locked.is_running:
        raise DutyEnded(f"Việc định kỳ “{locked}” đã kết thúc.")
    return locked


def _waiting_time(duty: RecurringDuty, nominal_on: date) -> Coming:
    time = next(times_of(duty, after=nominal_on - timedelta(days=1)), None)
    if time is None or time.nominal_on != nominal_on:
        raise NotATime(f"Việc định kỳ này không có kỳ ngày {nominal_on:%d/%m/%Y}.")
    if time.is_settled:
        row = time.row
        state = row.get_state_display().lower() if row else ""
        raise NotATime(f"Kỳ ngày {nominal_on:%d/%m/%Y} {state}, không sửa ở đây được nữa.")
    return time


def _settle(
    duty: RecurringDuty, time: Coming, state: str, reason: str, *, due_on: date | None = None
) -> DutyOccurrence:
    row, _ = DutyOccurrence.objects.update_or_create(
        duty=duty,
        nominal_on=time.nominal_on,
        defaults={"due_on": due_on or time.due_on, "state": state, "reason": reason.strip()},
    )
    return row
