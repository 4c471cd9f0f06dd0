"""What a caller sends about documents."""

from datetime import date

from ninja import Field
from pydantic import AwareDatetime

from baro.kernel.rest.schemas import Given


class EntryIn(Given):
    """What the head of the text says need not be sent."""

    book: str = "incoming"
    owner_unit: str
    type: str | None = None
    symbol: str | None = None
    issued_on: date | None = None
    subject: str | None = None
    number_may_jump: bool = False
    correction_reason: str | None = None
    received_at: AwareDatetime | None = None
    is_electronic: bool = False


class DocumentIn(EntryIn):
    text: str | None = None


class IntakeIn(Given):
    text: str | None = None


class LinkIn(Given):
    kind: str
    symbol: str
    cited_on: date | None = None


class SubmissionIn(Given):
    person: str = Field(description="Mã người")
    note: str = ""


class AssignmentIn(Given):
    unit: str = Field(description="Mã đơn vị chủ trì")
    person: str = Field("", description="Mã người, nếu giao đích danh")
    cooperating: list[str] = []
    instruction: str = ""
    due_on: date | None = None


class FinishingIn(Given):
    note: str


class ReservationIn(Given):
    owner_unit: str
    type: str
    purpose: str
    until: date | None = None


class NumberActIn(Given):
    number: int = Field(ge=1, le=2**31 - 1)
    reason: str


class FillingIn(NumberActIn):
    dated_on: date
    until: date | None = None
