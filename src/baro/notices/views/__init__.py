"""Pages of notices."""

from baro.notices.views.bell import notice_done, notice_list, notices_done

__all__ = ["notice_done", "notice_list", "notices_done"]
