import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0004_drafts_reshaped"),
    ]

    operations = [
        migrations.AddField(
            model_name="taskdraft",
            name="follows",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followers",
                to="tasks.taskdraft",
            ),
        ),
    ]
