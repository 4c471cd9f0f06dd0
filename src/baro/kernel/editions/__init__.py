"""What seldom changes, held in the process for as long as the database says it has not changed.

Every write to a watched table gives its edition a new name, in the same transaction, by a trigger.
An answer is held under the edition it was worked out from and handed out again only while the
database still names that edition: it is never older than the moment at which that was asked (ADR
31). A request that reads asks once, and so does an act that is `unmoved`; everything else asks each
time.
"""

from baro.kernel.editions.asking import TOKENS, begin_request, end_request, note, unmoved
from baro.kernel.editions.holding import held
from baro.kernel.editions.models import Edition
from baro.kernel.editions.triggers import renewing

__all__ = [
    "TOKENS",
    "Edition",
    "begin_request",
    "end_request",
    "held",
    "note",
    "renewing",
    "unmoved",
]
