from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("work", "0012_lists_found")]

    operations = [
        RemoveIndexConcurrently("documenttally", "work_documenttally_worst"),
        AddIndexConcurrently(
            "documenttally",
            models.Index(
                (F("past") + F("handed_late")).desc(),
                "document_id",
                condition=Q(is_internal=False),
                name="work_documenttally_worst",
            ),
        ),
        RemoveIndexConcurrently("workitem", "work_item_holder"),
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["assigned_unit", "closed_at", "id"],
                include=["lead_unit"],
                condition=Q(assigned_unit__isnull=False),
                name="work_item_holder",
            ),
        ),
    ]
