"""The door of `notices` for the modules above."""

from baro.notices.kinds import Channel, NoticeKind, notice_kind, notice_kinds
from baro.notices.models import Letter, Notice
from baro.notices.operations import Telling, make_digests, send_due, settle, tell, tell_many
from baro.notices.subjects import Shown, on_subject

__all__ = [
    "Channel",
    "Letter",
    "Notice",
    "NoticeKind",
    "Shown",
    "Telling",
    "make_digests",
    "notice_kind",
    "notice_kinds",
    "on_subject",
    "send_due",
    "settle",
    "tell",
    "tell_many",
]
