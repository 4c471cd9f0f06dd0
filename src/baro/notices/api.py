"""The door of `notices` for the modules above."""

from baro.notices.kinds import Channel, NoticeKind, notice_kind, notice_kinds
from baro.notices.models import Notice
from baro.notices.operations import Telling, settle, tell, tell_many
from baro.notices.subjects import Shown, on_subject

__all__ = [
    "Channel",
    "Notice",
    "NoticeKind",
    "Shown",
    "Telling",
    "notice_kind",
    "notice_kinds",
    "on_subject",
    "settle",
    "tell",
    "tell_many",
]
