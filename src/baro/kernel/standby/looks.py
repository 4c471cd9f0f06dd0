"""What the health page says of the standby."""

from datetime import datetime

from django.db import DEFAULT_DB_ALIAS, DatabaseError, InterfaceError, connections

from baro.kernel.health.api import Check
from baro.kernel.standby.reading import ALIAS

_NAME = "Bản sao đọc"
_WRITTEN = "SELECT pg_current_wal_flush_lsn()::text"
_BEHIND = """
    SELECT pg_is_in_recovery(), pg_wal_lsn_diff(%s::pg_lsn, pg_last_wal_replay_lsn())::bigint
"""
_MUCH = 64 * 2**20


def look_at_standby(at: datetime) -> Check:
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(_WRITTEN)
        [written] = cursor.fetchone()
    try:
        with connections[ALIAS].cursor() as cursor:
            cursor.execute(_BEHIND, [written])
            is_standby, behind = cursor.fetchone()
    except (DatabaseError, InterfaceError):
        text = "Không kết nối được; các trang số liệu đang đọc từ máy chính."
        return Check(_NAME, is_well=False, text=text)
    if not is_standby:
        text = "Máy này không còn là bản sao; các trang số liệu đang đọc từ máy chính."
        return Check(_NAME, is_well=False, text=text)
    if behind <= 0:
        return Check(_NAME, is_well=True, text="Đã chép hết những gì máy chính ghi.")
    text = f"Chậm hơn máy chính {behind // 1024} KB; khi chậm, các trang số liệu đọc từ máy chính."
    return Check(_NAME, is_well=behind < _MUCH, text=text)
