"""What follows from an event, in the background, after the transaction that caused it."""

from baro.kernel.relay.periodic import daily, every
from baro.kernel.relay.subscriptions import on, publish, subscribed_events

__all__ = ["daily", "every", "on", "publish", "subscribed_events"]
