"""How the sums of the counts are: for the health page, and for `baro doctor`."""

from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

from baro.kernel.health.api import Check
from baro.work.models import TallyHorizon, TallySlip
from baro.work.models.tally_sheets import MANY_SLIPS, SHEETS

_NAME = "Số đếm nhiệm vụ"


def tallies_look(at: datetime) -> Check:
    """Whether the fold keeps up; the numbers are right in any case."""
    waiting = TallySlip.objects.count()
    horizon = TallyHorizon.objects.first()
    if horizon is None:
        text = f"Chưa gộp lần nào, {waiting} phiếu đang chờ."
        return Check(_NAME, is_well=False if waiting else None, text=text)
    late = horizon.day < timezone.localtime(at).date() - timedelta(days=2)
    return Check(
        _NAME,
        is_well=waiting < MANY_SLIPS and not late,
        text=f"{waiting} phiếu đang chờ gộp; hạn đã gộp đến hết ngày {horizon.day:%d/%m/%Y}.",
    )


def wrong_tallies() -> dict[str, int]:
    """How many sums of which sheet differ from a recount of the ledger; empty when all is right."""
    found = {}
    with connection.cursor() as cursor:
        for sheet in SHEETS:
            cursor.execute(f"SELECT count(*) FROM ({sheet.drift()}) AS drift")  # noqa: S608
            found[sheet.name] = cursor.fetchone()[0]
    return {name: count for name, count in found.items() if count}
