from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tasks", "0002_cost_to_receivers"),
    ]

    operations = [
        migrations.AddField(
            model_name="taskdraft",
            name="except_codes",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="taskdraft",
            name="reasons",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="taskdraft",
            name="shared",
            field=models.CharField(
                blank=True,
                choices=[("each", "Mỗi đơn vị một việc"), ("together", "Một việc chung")],
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="taskdraft",
            name="via_code",
            field=models.CharField(blank=True, max_length=40),
        ),
    ]
