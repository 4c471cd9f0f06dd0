"""Letters on their way, and what rooms below cannot tell themselves."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

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


@relay.on("org.substitution_given")
def tell_given_substitutions(event_ids: Sequence[int]) -> None:
    """Whoever is to stand for somebody hears of it, and who is to be away."""
    operations.tell_given(event_ids=event_ids, at=timezone.now())


@relay.on("org.substitution_ended")
def tell_ended_substitutions(event_ids: Sequence[int]) -> None:
    """Both hear that it is over sooner."""
    operations.tell_ended(event_ids=event_ids, at=timezone.now())


@relay.daily(at="06:30")
def tell_run_out_substitutions(at: datetime) -> None:
    """Both hear that the last day has passed."""
    operations.tell_run_out(at=at)
