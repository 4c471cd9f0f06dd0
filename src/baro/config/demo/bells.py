"""What stands in the bells of the city at the end of its year: what still asks for something."""

from collections.abc import Iterator

from baro.config.demo.chance import Days
from baro.notices import api as notices
from baro.org import api as org
from baro.work import api as work

_LATELY = 60


def settle_the_past(days: Days) -> str:
    """Lives were written row by row, so nobody closed the notices of what went on long ago."""
    dealt_with = work.WorkItem.objects.exclude(state=work.State.ISSUED).values("pk")
    told = notices.Notice.objects.filter(done_at__isnull=True, subject_type="work.workitem")
    told.filter(subject_id__in=dealt_with).update(done_at=days.end)
    asking = list(_asking(days))
    for telling, item in asking:
        notices.tell_many([telling], at=item.last_update_at)
    return f"Đã báo {len(asking)} việc còn chờ trả lời, quyết định hoặc làm lại."


def _asking(days: Days) -> Iterator[tuple[notices.Telling, work.WorkItem]]:
    """The latest questions and requests to the issuers, and products given back to the units."""
    open_items = work.WorkItem.objects.open().select_related(
        "issued_by__person", "lead_unit", "issuer_unit"
    )
    latest = open_items.order_by("-last_update_at", "pk")
    for item in latest.filter(state=work.State.UNCLEAR)[:_LATELY]:
        title = f"{item.lead_unit.short_name} hỏi lại, hạn tạm dừng chờ trả lời."
        yield notices.Telling("asked", [item.issued_by.person], item, title), item
    for item in latest.filter(is_extension_asked=True)[:_LATELY]:
        title = f"{item.lead_unit.short_name} xin gia hạn."
        yield notices.Telling("extension_asked", [item.issued_by.person], item, title), item
    returned = list(latest.filter(state=work.State.RETURNED)[:_LATELY])
    people = org.recipients_of_units(
        [item.lead_unit for item in returned],
        on=days.end.date(),
        permission=org.Permission.RECEIVE_TASK,
    )
    for item in returned:
        title = f"{item.issuer_unit.short_name} trả lại sản phẩm."
        yield notices.Telling("returned", people.get(item.lead_unit_id, ()), item, title), item
