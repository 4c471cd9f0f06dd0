import django.db.models.deletion
from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("work", "0011_closing_filled_in")]

    operations = [
        AddIndexConcurrently(
            model_name="workitem",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", True), ("is_collective", False)),
                fields=["due_at", "id"],
                include=("delivered_at", "is_paused", "is_internal"),
                name="work_item_running",
            ),
        ),
        AddIndexConcurrently(
            model_name="workitem",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", False), ("is_collective", False)),
                fields=["closed_at", "id"],
                include=("state", "is_internal"),
                name="work_item_closed",
            ),
        ),
        AddIndexConcurrently(
            model_name="workitem",
            index=models.Index(fields=["due_at", "id"], name="work_item_due"),
        ),
        AddIndexConcurrently(
            model_name="workitem",
            index=models.Index(fields=["issued_at", "id"], name="work_item_issued"),
        ),
        AddIndexConcurrently(
            model_name="workitem",
            index=models.Index(
                fields=["issuer_unit", "closed_at", "due_at", "id"], name="work_item_issuer"
            ),
        ),
        AddIndexConcurrently(
            model_name="workitem",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", False)),
                fields=["lead_unit", "closed_at", "id"],
                name="work_item_lead_closed",
            ),
        ),
        AddIndexConcurrently(
            model_name="workitem",
            index=models.Index(
                condition=models.Q(("assigned_unit__isnull", False)),
                fields=["assigned_unit", "closed_at", "id"],
                name="work_item_holder",
            ),
        ),
        AddIndexConcurrently(
            model_name="workitem",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", False), ("assignee__isnull", False)),
                fields=["assignee", "closed_at", "id"],
                name="work_item_assignee_closed",
            ),
        ),
        AddIndexConcurrently(
            model_name="workparty",
            index=models.Index(
                fields=["unit", "item_closed_at", "item", "part"], name="work_party_unit"
            ),
        ),
        migrations.AlterField(
            model_name="workitem",
            name="assigned_unit",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="org.unit",
            ),
        ),
        migrations.AlterField(
            model_name="workitem",
            name="assignee",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="org.person",
            ),
        ),
        migrations.AlterField(
            model_name="workitem",
            name="inspector_post",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="org.post",
            ),
        ),
        migrations.AlterField(
            model_name="workitem",
            name="issued_by",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="workitem",
            name="issuer_unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="org.unit",
            ),
        ),
        migrations.AlterField(
            model_name="workitem",
            name="lead_unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="org.unit",
            ),
        ),
        migrations.AlterField(
            model_name="workparty",
            name="item",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="parties",
                to="work.workitem",
            ),
        ),
        migrations.AlterField(
            model_name="workparty",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="org.unit",
            ),
        ),
        RemoveIndexConcurrently(
            model_name="workitem",
            name="work_workit_lead_un_3ebec1_idx",
        ),
        RemoveIndexConcurrently(
            model_name="workitem",
            name="work_workit_issuer__85b4db_idx",
        ),
        RemoveIndexConcurrently(
            model_name="workitem",
            name="work_workit_source__aa38a2_idx",
        ),
        RemoveIndexConcurrently(
            model_name="workitem",
            name="work_workit_parent__326366_idx",
        ),
        RemoveIndexConcurrently(
            model_name="workitem",
            name="work_item_open_due",
        ),
        RemoveIndexConcurrently(
            model_name="workparty",
            name="work_workpa_unit_id_9e9876_idx",
        ),
    ]
