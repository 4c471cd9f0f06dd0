from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("work", "0014_search_marks")]

    operations = [
        RemoveIndexConcurrently("workitem", "work_item_with_others"),
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["issuer_unit", "due_at", "id"],
                condition=Q(closed_at__isnull=True, state__in=["issued", "received", "returned"])
                & (Q(parent__isnull=True) | Q(is_internal=True))
                & (Q(is_collective=True) | Q(is_extension_asked=False)),
                include=["lead_unit", "is_collective"],
                name="work_item_with_others",
            ),
        ),
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["lead_unit", "due_at", "id"],
                condition=Q(closed_at__isnull=True, is_collective=False)
                & Q(assignee__isnull=True, assigned_unit__isnull=True),
                include=["state", "is_extension_asked", "issuer_unit"],
                name="work_item_in_unit",
            ),
        ),
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["lead_unit", "due_at", "id"],
                condition=Q(closed_at__isnull=True, is_collective=False)
                & (Q(assignee__isnull=False) | Q(assigned_unit__isnull=False)),
                include=["assignee", "assigned_unit"],
                name="work_item_passed_on",
            ),
        ),
        RemoveIndexConcurrently("workparty", "work_party_owed"),
        AddIndexConcurrently(
            "workparty",
            models.Index(
                fields=["unit", "item"],
                condition=Q(part="cooperating", done_at__isnull=True, item_closed_at__isnull=True),
                name="work_party_owed",
            ),
        ),
    ]
