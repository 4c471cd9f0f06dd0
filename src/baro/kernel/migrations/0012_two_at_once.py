from django.db import migrations


class Migration(migrations.Migration):
    """Two were written on one day, each after the same; their order does not matter."""

    dependencies = [
        ("kernel", "0011_editions"),
        ("kernel", "0011_search_keys_in_batches"),
    ]
    operations = []
