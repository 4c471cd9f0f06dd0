from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("work", "0005_calendar_feeds")]

    operations = [
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["assignee", "due_at", "id"],
                condition=Q(closed_at__isnull=True, assignee__isnull=False),
                name="work_item_open_assignee",
            ),
        ),
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["assigned_unit", "due_at", "id"],
                condition=Q(
                    closed_at__isnull=True, assigned_unit__isnull=False, assignee__isnull=True
                ),
                name="work_item_open_holder",
            ),
        ),
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["lead_unit", "due_at", "id"],
                condition=Q(closed_at__isnull=True),
                name="work_item_open_lead",
            ),
        ),
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["issuer_unit", "due_at", "id"],
                condition=Q(closed_at__isnull=True, is_collective=False)
                & (Q(state__in=["delivered", "unclear"]) | Q(is_extension_asked=True)),
                name="work_item_asks_issuer",
            ),
        ),
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["issuer_unit", "due_at", "id"],
                condition=Q(closed_at__isnull=True, state__in=["issued", "received", "returned"])
                & (Q(parent__isnull=True) | Q(is_internal=True))
                & (Q(is_collective=True) | Q(is_extension_asked=False)),
                name="work_item_with_others",
            ),
        ),
        AddIndexConcurrently(
            "workparty",
            models.Index(
                fields=["unit", "item"],
                condition=Q(part="cooperating", done_at__isnull=True),
                name="work_party_owed",
            ),
        ),
        # Whose items are open is asked by the narrower one above; of all items, by the plain one.
        RemoveIndexConcurrently("workitem", "work_workit_assigne_e16621_idx"),
    ]
