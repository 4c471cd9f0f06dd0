"""What the API tells of documents."""

from datetime import date, datetime

from ninja import Field, Schema


class DocumentOut(Schema):
    id: int
    book: str = Field(alias="register")
    owner_unit: str = Field(alias="owner_unit.code")
    type: str
    symbol: str
    issued_on: date | None
    issuer_name: str
    subject: str
    signer_name: str
    urgency: str
    arrival_number: int | None
    received_at: datetime | None
    registration_due_at: datetime | None
    registered_at: datetime
    replaced_at: datetime | None


class IntakeOut(Schema):
    """A paper on the desk; `failure` says why it could not be read."""

    id: int
    name: str
    state: str
    pages_done: int
    pages_total: int
    failure: str
    notes: list[str]
    received_at: datetime


class RemovedIntakeOut(Schema):
    """A paper that carried a secrecy mark and was taken away."""

    grade: str
    removed_at: datetime


class LinkOut(Schema):
    """`document` only where the caller may read the cited paper."""

    id: int
    kind: str
    symbol: str
    cited_on: date | None
    issuer: str
    document: int | None


class HandlingOut(Schema):
    """Where an incoming document is on its way through the office."""

    state: str
    submitted_at: datetime | None
    submitted_to: str | None = Field(None, alias="submitted_to.full_name")
    assigned_at: datetime | None
    instruction: str
    lead_unit: str | None = Field(None, alias="lead_unit.code")
    lead_person: str | None = Field(None, alias="lead_person.full_name")
    due_on: date | None
    finished_at: datetime | None
    finish_note: str


class RunOut(Schema):
    """One run of numbers that the caller keeps."""

    id: int
    owner_unit: str = Field(alias="owner_unit.code")
    series: str
    period: str
    last_number: int


class NumberOut(Schema):
    id: int
    symbol: str
    state: str
    purpose: str
    reserved_until: date | None
