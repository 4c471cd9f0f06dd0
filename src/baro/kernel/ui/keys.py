"""The keys of every page, told once: the help sheet shows them, and the script reads the sheet."""

from dataclasses import dataclass
from functools import cache

from baro.kernel.ui.addresses import address_or_none


@dataclass(frozen=True)
class Key:
    """What some keys do; with `address`, pressed one after the other, they lead to that page."""

    names: tuple[str, ...]
    words: str
    address: str = ""

    @property
    def href(self) -> str:
        return (address_or_none(self.address) or "") if self.address else ""

    @property
    def sequence(self) -> str:
        return " ".join(self.names).lower()


GOING = (
    Key(("G", "V"), "Việc của tôi", "work:inbox"),
    Key(("G", "N"), "Nhiệm vụ", "tasks:task-list"),
    Key(("G", "B"), "Văn bản", "documents:document-list"),
    Key(("G", "H"), "Điều hành", "dashboards:city"),
    Key(("G", "D"), "Đơn vị", "org:unit-list"),
    Key(("G", "T"), "Thông báo", "notices:notice-list"),
)
IN_LISTS = (
    Key(("J", "K"), "Xuống, lên một dòng"),
    Key(("Enter",), "Mở dòng đang chọn"),
    Key(("X",), "Chọn, bỏ chọn dòng"),
)
EVERYWHERE = (
    Key(("Ctrl", "K"), "Tìm nhanh"),
    Key(("Esc",), "Đóng hộp thoại, danh mục"),
    Key(("?",), "Mở bảng phím tắt này"),
)


@dataclass(frozen=True)
class KeyGroup:
    title: str
    keys: tuple[Key, ...]


@cache
def groups_of_keys() -> tuple[KeyGroup, ...]:
    """The keys of every page by what they are for; pages that do not exist are left out."""
    return (
        KeyGroup("Trong danh sách", IN_LISTS),
        KeyGroup("Ở mọi trang", EVERYWHERE),
        KeyGroup("Đi tới", tuple(key for key in GOING if key.href)),
    )
