"""All writes of this module, one file per noun."""

from baro.documents.operations.details import (
    ChoiceUnknown,
    DetailMissing,
    DetailTooLong,
    IssuedAfterToday,
)
from baro.documents.operations.downloads import DocumentHasNoFile, take_document_file
from baro.documents.operations.duplicates import (
    AlreadyRegistered,
    SameContent,
    SameNumberOtherContent,
)
from baro.documents.operations.intakes import (
    discard_intake,
    discard_stale_intakes,
    register_intake,
    take_in_document,
)
from baro.documents.operations.numbers import (
    DayOutOfOrder,
    GivenNumber,
    NumberHasDocument,
    NumberJumps,
    NumberNotFree,
    NumberNotGivenYet,
    NumberNotReserved,
    NumberOfAnotherDay,
    NumberWasCancelled,
    ReservationTooShort,
    cancel_number,
    fill_back_number,
    issue_number,
    release_number,
    reserve_number,
)
from baro.documents.operations.papers import (
    PaperEmpty,
    PaperTooLarge,
    PaperUnreadable,
    SecretRefused,
    refuse_large,
    refuse_secret_file,
    refuse_secret_text,
)
from baro.documents.operations.readings import NothingToRead, read_document, reading_of
from baro.documents.operations.registration import UnitKeepsNoRegister, register_document
from baro.documents.operations.sharing import share_document

__all__ = [
    "AlreadyRegistered",
    "ChoiceUnknown",
    "DayOutOfOrder",
    "DetailMissing",
    "DetailTooLong",
    "DocumentHasNoFile",
    "GivenNumber",
    "IssuedAfterToday",
    "NothingToRead",
    "NumberHasDocument",
    "NumberJumps",
    "NumberNotFree",
    "NumberNotGivenYet",
    "NumberNotReserved",
    "NumberOfAnotherDay",
    "NumberWasCancelled",
    "PaperEmpty",
    "PaperTooLarge",
    "PaperUnreadable",
    "ReservationTooShort",
    "SameContent",
    "SameNumberOtherContent",
    "SecretRefused",
    "UnitKeepsNoRegister",
    "cancel_number",
    "discard_intake",
    "discard_stale_intakes",
    "fill_back_number",
    "issue_number",
    "read_document",
    "reading_of",
    "refuse_large",
    "refuse_secret_file",
    "refuse_secret_text",
    "register_document",
    "register_intake",
    "release_number",
    "reserve_number",
    "share_document",
    "take_document_file",
    "take_in_document",
]
