"""Background work of the tasks."""

from datetime import datetime

from baro.kernel import relay
from baro.tasks import operations


@relay.every("*/30 * * * *")
def open_occurrences(at: datetime) -> None:
    """Early in the day already, and again for what was set up, taken over or mended since."""
    operations.open_occurrences(at=at)
