from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0008_origins"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="delivery",
            name="tasks_delivery_return_reason",
        ),
        migrations.AlterField(
            model_name="delivery",
            name="status",
            field=models.CharField(
                choices=[
                    ("handed_in", "Chờ nghiệm thu"),
                    ("accepted", "Đã nghiệm thu"),
                    ("returned", "Bị trả lại"),
                    ("recalled", "Đã rút lại"),
                ],
                default="handed_in",
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status__in", ("returned", "recalled")), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="tasks_delivery_return_reason",
            ),
        ),
    ]
