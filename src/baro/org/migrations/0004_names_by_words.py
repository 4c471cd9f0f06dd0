"""Names become findable by words; what was entered before is filled in from its names."""

from typing import Any

from django.db import migrations, models

from baro.org.models.units import name_words


def fill(apps: Any, schema_editor: Any) -> None:
    versions = apps.get_model("org", "UnitVersion")
    rows = list(versions.objects.filter(words="").iterator())
    for row in rows:
        row.words = name_words(row.name, row.short_name, row.code)
    versions.objects.bulk_update(rows, ["words"], batch_size=500)


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("org", "0003_windows_and_usernames")]
    operations = [
        migrations.AddField(
            model_name="unitversion",
            name="words",
            field=models.CharField(max_length=800, default=""),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
