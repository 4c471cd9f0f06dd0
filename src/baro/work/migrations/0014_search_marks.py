"""When the items in the search were given, and to which units and people they are open."""

from django.db import migrations

_FILL = """
UPDATE kernel_searchentry found SET at = item.issued_at, marks = ARRAY(
    SELECT 'u' || party.unit_id FROM work_workparty party WHERE party.item_id = item.id
    UNION SELECT 'u' || item.assigned_unit_id WHERE item.assigned_unit_id IS NOT NULL
    UNION SELECT 'p' || item.assignee_id WHERE item.assignee_id IS NOT NULL
)
FROM work_workitem item
WHERE found.target_type = 'work.workitem' AND found.target_id = item.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0008_search_drawers"),
        ("work", "0013_worst_and_held"),
    ]
    # Filling in before the index is there costs a tenth.
    run_before = [("kernel", "0009_search_keys")]

    operations = [migrations.RunSQL(_FILL, migrations.RunSQL.noop)]
