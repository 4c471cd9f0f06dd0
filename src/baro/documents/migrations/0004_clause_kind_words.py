from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("documents", "0003_numbers_and_intakes")]

    operations = [
        migrations.AlterField(
            model_name="clause",
            name="kind",
            field=models.CharField(
                choices=[
                    ("task", "Nhiệm vụ"),
                    ("information", "Thông tin"),
                    ("none", "Không giao việc"),
                ],
                max_length=12,
            ),
        ),
    ]
