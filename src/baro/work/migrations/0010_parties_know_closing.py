import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("work", "0008_open_items_by_update")]

    operations = [
        migrations.AddField(
            model_name="workparty",
            name="item_closed_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workitem",
            trigger=pgtrigger.compiler.Trigger(
                name="tell_parties",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."closed_at" IS DISTINCT FROM (NEW."closed_at"))',
                    func="\n        UPDATE work_workparty SET item_closed_at = NEW.closed_at WHERE item_id = NEW.id;\n        RETURN NULL;\n    ",
                    hash="d1660643a7a45afa44ba6ef2a024efd348f869be",
                    operation='UPDATE OF "closed_at"',
                    pgid="pgtrigger_tell_parties_7328e",
                    table="work_workitem",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="workparty",
            trigger=pgtrigger.compiler.Trigger(
                name="learn_from_item",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        UPDATE work_workparty party SET item_closed_at = item.closed_at\n        FROM added JOIN work_workitem item ON item.id = added.item_id\n        WHERE party.id = added.id AND item.closed_at IS DISTINCT FROM added.item_closed_at;\n        RETURN NULL;\n    ",
                    hash="1485e2256c81c5ece5caeea4c57427b17601a673",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_learn_from_item_db122",
                    referencing="REFERENCING NEW TABLE AS added ",
                    table="work_workparty",
                    when="AFTER",
                ),
            ),
        ),
    ]
