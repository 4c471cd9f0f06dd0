import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0003_drafts_say_why"),
    ]

    operations = [
        migrations.AddField(
            model_name="taskdraft",
            name="before",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="taskdraft",
            name="merged_into",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="tasks.taskdraft",
            ),
        ),
        migrations.AddField(
            model_name="taskdraft",
            name="set_by_hand",
            field=models.JSONField(default=list),
        ),
        migrations.AlterField(
            model_name="taskdraft",
            name="status",
            field=models.CharField(
                choices=[
                    ("open", "Chờ rà soát"),
                    ("dropped", "Không giao"),
                    ("merged", "Đã gộp"),
                    ("issued", "Đã giao"),
                ],
                default="open",
                max_length=8,
            ),
        ),
        migrations.AddConstraint(
            model_name="taskdraft",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "merged"), ("merged_into__isnull", False)),
                    models.Q(
                        models.Q(("status", "merged"), _negated=True), ("merged_into__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="tasks_taskdraft_merged_into_known",
            ),
        ),
    ]
