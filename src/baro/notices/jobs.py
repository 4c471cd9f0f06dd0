"""Letters on their way."""

from datetime import datetime

from baro.kernel import relay
from baro.notices import operations


@relay.every("* * * * *")
def send_letters(at: datetime) -> None:
    """What is urgent leaves within a minute; what was put off is tried when its time comes."""
    operations.send_due(at=at)


@relay.every("*/5 * * * *")
def make_digests(at: datetime) -> None:
    """Often, so that a worker that was down in the morning makes up for it when it is back."""
    operations.make_digests(at=at)
