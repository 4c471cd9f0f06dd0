"""Background work of the registers."""

from datetime import datetime, timedelta

from baro.documents import operations
from baro.kernel import relay

_KEPT = timedelta(days=30)


@relay.daily(at="02:10")
def discard_stale_intakes(at: datetime) -> None:
    """What nobody registered within a month is no longer kept."""
    operations.discard_stale_intakes(received_before=at - _KEPT, at=at)
