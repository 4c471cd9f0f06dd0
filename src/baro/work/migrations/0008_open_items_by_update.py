from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("work", "0007_tallies_by_slips")]

    operations = [
        AddIndexConcurrently(
            "workitem",
            models.Index(
                fields=["last_update_at"],
                condition=Q(closed_at__isnull=True),
                name="work_item_open_update",
            ),
        ),
    ]
