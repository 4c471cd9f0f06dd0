"""What a caller sends about drafts and tasks."""

from datetime import date
from typing import Annotated, Literal

from ninja import Field

from baro.kernel.rest.schemas import Given, Key, Line, Words

Codes = Annotated[list[Annotated[str, Field(max_length=32)]], Field(max_length=200)]
Minutes = Annotated[int, Field(ge=0, le=60_000)]


class RecurrenceIn(Given):
    every: Literal["day", "week", "two-weeks", "month", "quarter", "half-year", "year"]
    by: str = Field("", max_length=60, description="Ví dụ: ngày 25, thứ Sáu")


class OriginIn(Given):
    """Nguồn không phải văn bản trong sổ; lời chỉ đạo cần `confirmer` là mã người đã chỉ đạo."""

    kind: Literal["council", "resolution", "inspection", "spoken"]
    said_on: date
    said_by: str = Field(max_length=200)
    words: Annotated[str, Field(max_length=4000)]
    occasion: str = Field("", max_length=300)
    said_to: str = Field("", max_length=200)
    confirmer: str = Field("", max_length=32)


class ConfirmationIn(Given):
    document: Key | None = None


class TaskIn(Given):
    """Một nhiệm vụ; `lead` là mã đơn vị hoặc mã nhóm như G.UBND-XP."""

    title: Line
    issuer_unit: str = Field(max_length=32)
    lead: Codes
    cooperating: Codes = []
    excepting: Codes = []
    expected_product: Line = ""
    content: str = ""
    due_on: date | None = None
    recurrence: RecurrenceIn | None = None
    no_deadline_reason: Line = ""
    minutes_per_unit: Minutes | None = None
    source_document: Key | None = None
    source_clause: str = Field("", max_length=40)
    origin: OriginIn | None = None


class DraftChangesIn(Given):
    """Mục nào không gửi thì giữ nguyên; `null` ở hạn hoặc chu kỳ là bỏ hạn, bỏ chu kỳ.

    `remember`: các văn bản sau của cùng cơ quan hiểu cụm từ chưa rõ theo đơn vị chủ trì vừa chọn.
    """

    title: Line = ""
    lead: Codes = []
    cooperating: Codes = []
    excepting: Codes = []
    due_on: date | None = None
    recurrence: RecurrenceIn | None = None
    expected_product: Line = ""
    no_deadline_reason: Line = ""
    minutes_per_unit: Minutes = 0
    remember: bool = False


class SplitIn(Given):
    """Chỗ tách, đếm theo ký tự của toàn văn văn bản."""

    place: Annotated[int, Field(ge=0, lt=2**31)]


class MergerIn(Given):
    """Dự thảo gộp vào, và mã đơn vị chủ trì khi hai dự thảo có đơn vị chủ trì khác nhau."""

    other: Key
    lead: Codes = []


class QuoteIn(Given):
    """Đầu và cuối đoạn trích, đếm theo ký tự của toàn văn văn bản."""

    start: Annotated[int, Field(ge=0, lt=2**31)]
    end: Annotated[int, Field(ge=0, lt=2**31)]


class IssuanceIn(Given):
    drafts: Annotated[list[Key], Field(max_length=1000)]


class WordsIn(Given):
    text: Words


class AcceptanceIn(Given):
    note: Words = ""
    delivery: Key | None = None


class ReturnIn(WordsIn):
    delivery: Key | None = None


class ProgressIn(Given):
    done: Words
    blocked_by: Words = ""
    percent: int | None = None


class DeliveryIn(Given):
    text: str = ""
    link: Line = ""
    document: Key | None = None


class DeadlineIn(Given):
    """Ngày khác theo ý bên giao việc; việc con giữa các cơ quan cùng đổi."""

    due_on: date
    reason: Words


class ExtensionIn(Given):
    proposed_due_on: date
    grounds: Words


class ExtensionDecisionIn(Given):
    granted: bool
    new_due_on: date | None = None
    note: Words = ""


class AssignmentIn(Given):
    person: str = Field(description="Mã người")


class PartIn(Given):
    """Phần việc của một đơn vị phối hợp đã xong."""

    unit: str = Field(max_length=32)
    note: Words
