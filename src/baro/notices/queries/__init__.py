"""Reads over notices."""

from baro.notices.queries.bells import NoticeShown, open_count, shown_notices

__all__ = ["NoticeShown", "open_count", "shown_notices"]
