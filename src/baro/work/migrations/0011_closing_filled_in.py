from django.db import migrations

_AT_ONCE = 200_000
# Only what lacks it, so that it can be run again.
_FILL = """
    UPDATE work_workparty party SET item_closed_at = item.closed_at
    FROM work_workitem item
    WHERE item.id = party.item_id AND item.closed_at IS DISTINCT FROM party.item_closed_at
        AND party.id >= %s AND party.id < %s
"""


def fill(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM work_workparty")
        first, last = cursor.fetchone()
        for start in range(first, last + 1, _AT_ONCE):
            cursor.execute(_FILL, [start, start + _AT_ONCE])


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("work", "0010_parties_know_closing")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
