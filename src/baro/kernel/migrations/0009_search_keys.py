"""The index of the search by drawers; the one without them goes."""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models

import baro.kernel.search.models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("kernel", "0008_search_drawers")]

    operations = [
        AddIndexConcurrently(
            model_name="searchentry",
            index=models.Index(
                fields=["target_type", "-at", "target_id"], name="kernel_search_newest"
            ),
        ),
        AddIndexConcurrently(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                baro.kernel.search.models.SearchKeys("target_type", "at", "marks", "words"),
                fastupdate=False,
                name="kernel_searchentry_keys",
            ),
        ),
        RemoveIndexConcurrently(model_name="searchentry", name="kernel_searchentry_words"),
        # Looking at the keys of thousands of rows would teach ANALYZE nothing that we ask for.
        migrations.RunSQL(
            "ALTER INDEX kernel_searchentry_keys ALTER COLUMN 1 SET STATISTICS 0",
            migrations.RunSQL.noop,
        ),
    ]
