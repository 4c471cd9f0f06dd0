"""Units beside the lead: cooperating ones finish their own part, watchers only look."""

from datetime import datetime

from django.utils import timezone

from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.prepared import change
from baro.kernel.search import api as search
from baro.kernel.transactions import whole
from baro.org import api as org
from baro.work import policies
from baro.work.models import WorkItem, WorkParty
from baro.work.operations.guards import lock_item, require_move
from baro.work.operations.receipts import WordsMissing
from baro.work.queries.sight import marks_of
from baro.work.states import Move


class NotCooperating(DomainError):
    pass


class PartAlreadyFinished(DomainError):
    pass


class AlreadyTakesPart(DomainError):
    pass


@whole
def finish_part(
    *, item: WorkItem, unit: org.Unit, note: str, by: org.User, at: datetime
) -> WorkParty:
    """Report the own part of a cooperating unit as finished, with what was contributed."""
    item = lock_item(item)
    party = item.parties.filter(unit=unit, part=WorkParty.Part.COOPERATING).first()
    if party is None:
        raise NotCooperating(f"{unit} không phải là đơn vị phối hợp của {item.number}.")
    require(
        policies.can_finish_part(by, party, on=timezone.localtime(at).date()),
        f"Chỉ lãnh đạo hoặc chuyên viên tổng hợp của {unit} mới báo xong phần phối hợp được.",
    )
    require_move(item, Move.FINISH_PART)
    if party.done_at is not None:
        raise PartAlreadyFinished(
            f"{unit} đã báo xong phần phối hợp ngày {timezone.localtime(party.done_at):%d/%m/%Y}."
        )
    if not note.strip():
        raise WordsMissing("Hãy nêu kết quả phần phối hợp của đơn vị.", field="note")

    party.done_at, party.done_note = at, note.strip()[:1000]
    change(party, "done_at", "done_note")
    return party


@whole
def add_watcher(*, item: WorkItem, unit: org.Unit, by: org.User, at: datetime) -> WorkParty:
    """Let one more unit see the item."""
    item = lock_item(item)
    require(
        policies.can_add_watcher(by, item, on=timezone.localtime(at).date()),
        f"Chỉ bên giao việc ({item.issuer_unit}) mới thêm đơn vị theo dõi được.",
    )
    require_move(item, Move.WATCH)
    if item.parties.filter(unit=unit).exists():
        raise AlreadyTakesPart(f"{unit} đã có phần trong {item.number}.", field="unit")

    party = WorkParty.objects.create(item=item, unit=unit, part=WorkParty.Part.WATCHER)
    search.mark(item, marks=marks_of(item, item.parties.values_list("unit_id", flat=True)))
    return party
