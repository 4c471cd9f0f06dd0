"""All tables of the kernel, found here by Django."""

from baro.kernel.audit.models import AuditEvent, AuditSeal
from baro.kernel.calendar.models import CalendarOverride
from baro.kernel.editions.models import Edition
from baro.kernel.files.models import FileFault, FileSweep, StoredFile
from baro.kernel.rest.models import IdempotentReply
from baro.kernel.rules.models import Rule, RuleWindow
from baro.kernel.search.models import SearchEntry
from baro.kernel.webhooks.models import Webhook, WebhookDelivery

__all__ = [
    "AuditEvent",
    "AuditSeal",
    "CalendarOverride",
    "Edition",
    "FileFault",
    "FileSweep",
    "IdempotentReply",
    "Rule",
    "RuleWindow",
    "SearchEntry",
    "StoredFile",
    "Webhook",
    "WebhookDelivery",
]
