"""Numbers: taken one after the other, without a twin, however many clerks ask at once."""

from baro.documents.operations.numbers.filling import (
    DayOutOfOrder,
    NumberHasDocument,
    NumberNotFree,
    NumberNotGivenYet,
    cancel_number,
    fill_back_number,
)
from baro.documents.operations.numbers.giving import (
    GivenNumber,
    NumberJumps,
    NumberOfAnotherDay,
    NumberWasCancelled,
    bind_number,
    issue_arrival_number,
    keep_printed_number,
    take_number,
)
from baro.documents.operations.numbers.keeping import (
    NumberNotReserved,
    ReservationTooShort,
    issue_number,
    release_number,
    reserve_number,
)
from baro.documents.operations.numbers.runs import WHO_NUMBERS, WHO_REGISTERS, number_period

__all__ = [
    "WHO_NUMBERS",
    "WHO_REGISTERS",
    "DayOutOfOrder",
    "GivenNumber",
    "NumberHasDocument",
    "NumberJumps",
    "NumberNotFree",
    "NumberNotGivenYet",
    "NumberNotReserved",
    "NumberOfAnotherDay",
    "NumberWasCancelled",
    "ReservationTooShort",
    "bind_number",
    "cancel_number",
    "fill_back_number",
    "issue_arrival_number",
    "issue_number",
    "keep_printed_number",
    "number_period",
    "release_number",
    "reserve_number",
    "take_number",
]
