"""Receivers and events as their page shows them."""

import re
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Count, Max, Q, QuerySet

from baro.kernel.audit.wording import wording_of_all
from baro.kernel.webhooks.models import Webhook, WebhookDelivery

_FIELD = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True)
class EventGroup:
    """The events of one module, each with its wording."""

    name: str
    events: tuple[tuple[str, str], ...]


def event_groups() -> list[EventGroup]:
    """All events that the product knows, by module; facts read as an ellipsis."""
    wording = wording_of_all()
    known = apps.app_configs
    modules = dict.fromkeys(name.partition(".")[0] for name in sorted(wording))
    return [
        EventGroup(
            str(known[module].verbose_name),
            tuple(
                (name, _FIELD.sub("…", words).strip(" .…:“”"))
                for name, words in sorted(wording.items())
                if name.startswith(f"{module}.")
            ),
        )
        for module in modules
        if module in known
    ]


def webhook_rows() -> QuerySet[Webhook]:
    """Receivers with what waits, what was given up, and when they last took something."""
    state = WebhookDelivery.State
    return Webhook.objects.annotate(
        waiting=Count("deliveries", filter=Q(deliveries__state=state.WAITING)),
        given_up=Count("deliveries", filter=Q(deliveries__state=state.GAVE_UP)),
        taken_at=Max("deliveries__answered_at", filter=Q(deliveries__state=state.SENT)),
    )


def latest_deliveries(webhook: Webhook, *, limit: int = 50) -> QuerySet[WebhookDelivery]:
    return webhook.deliveries.select_related("event").order_by("-event")[:limit]
