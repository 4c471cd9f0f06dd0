"""Subscriptions by event name; one procrastinate job per subscriber and batch of events.

Jobs are deferred through Django's own connection, in the transaction of the fact: they exist
exactly when the fact does. They run at least once, so a subscriber must bear running twice.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from procrastinate.contrib.django import app

from baro.kernel.relay.retries import RETRY

Subscriber = Callable[[Sequence[int]], None]
_BATCH = 500
_subscribers: dict[str, list[Any]] = defaultdict(list)


def on(event: str, *, one_at_a_time: bool = False) -> Callable[[Subscriber], Subscriber]:
    """Subscribe a function of event ids to `module.event`; used in a module's `jobs.py`.

    `one_at_a_time` is for what takes minutes: such jobs wait for each other, so that the other
    hands of the workers stay free for what is short.
    """

    def subscribe(subscriber: Subscriber) -> Subscriber:
        def run(event_ids: list[int]) -> None:
            subscriber(event_ids)

        name = f"{event}:{subscriber.__module__}.{subscriber.__qualname__}"
        lock = name if one_at_a_time else None
        job = app.task(name=name, queue="events", retry=RETRY, lock=lock)(run)
        _subscribers[event].append(job)
        return subscriber

    return subscribe


def publish(event: str, event_ids: Sequence[int]) -> None:
    """Queue the subscribers of `event`, in the current transaction."""
    for job in _subscribers.get(event, ()):
        for start in range(0, len(event_ids), _BATCH):
            job.defer(event_ids=list(event_ids[start : start + _BATCH]))


def subscribed_events() -> frozenset[str]:
    return frozenset(_subscribers)
