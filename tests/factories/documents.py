"""The smallest valid documents, and papers as an office receives them."""

import io
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import docx
import factory
from factory.django import DjangoModelFactory
from tests.factories.org import UnitFactory, UserFactory

from baro.documents import api as documents
from baro.documents.models import Intake
from baro.kernel.text import fold

REGISTERED_AT = datetime(2026, 9, 1, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


class DocumentFactory(DjangoModelFactory[documents.Document]):
    """An outgoing notice with its number; `incoming=True` makes it one that arrived."""

    class Meta:
        model = documents.Document

    class Params:
        incoming = factory.Trait(
            register="incoming",
            number_period="",
            arrival_number=factory.Sequence(lambda n: n + 1),
            arrived_on=date(2026, 9, 1),
        )

    register = "outgoing"
    owner_unit = factory.SubFactory(UnitFactory)
    type = "TB"
    number = factory.Sequence(lambda n: n + 1)
    symbol = factory.LazyAttribute(lambda document: f"{document.number}/TB-UBND")
    number_period = "2026"
    issued_on = date(2026, 8, 31)
    issuer_name = factory.LazyAttribute(lambda document: document.owner_unit.name)
    issuer_key = factory.LazyAttribute(lambda document: fold(document.issuer_name))
    subject = factory.Sequence(lambda n: f"Kết luận cuộc họp giao ban thứ {n}")
    text = ""
    registered_at = REGISTERED_AT
    registered_by = factory.SubFactory(UserFactory)


class IntakeFactory(DjangoModelFactory[Intake]):
    class Meta:
        model = Intake

    text = factory.LazyFunction(lambda: notice_text())
    received_at = REGISTERED_AT
    received_by = factory.SubFactory(UserFactory)


def notice_text(number: str = "215/TB-UBND", day: str = "07 tháng 9 năm 2026") -> str:
    """A conclusion notice of the city's committee in the official layout; the words are ours."""
    return f"""ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {number}
Hà Nội, ngày {day}

THÔNG BÁO
Kết luận của Chủ tịch UBND thành phố tại cuộc họp về trang bị cho bộ phận một cửa

Ngày 04/9/2026, Chủ tịch UBND thành phố chủ trì cuộc họp nghe báo cáo về trang bị cho bộ phận một \
cửa của các xã, phường. Sau khi nghe báo cáo và ý kiến các đơn vị, Chủ tịch kết luận như sau:

1. Ghi nhận cố gắng của các xã, phường trong tháng đầu vận hành.

2. Giao Sở Tài chính chủ trì, phối hợp với Sở Khoa học và Công nghệ rà soát kinh phí mua máy quét \
cho bộ phận một cửa, báo cáo UBND thành phố trước ngày 25/9/2026.

3. UBND các xã, phường rà soát số máy tính còn thiếu, gửi danh sách về Sở Tài chính trước ngày \
18/9/2026.

Văn phòng UBND thành phố thông báo để các đơn vị biết, thực hiện./.

Nơi nhận:
- Các sở, ban, ngành;
- UBND các xã, phường;
- Lưu: VT.

CHỦ TỊCH
Trần Văn Thử
"""


def word_file(text: str) -> bytes:
    """The text as a Word file, a paragraph for each line."""
    paper: Any = docx.Document()
    for line in text.splitlines():
        paper.add_paragraph(line)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()
