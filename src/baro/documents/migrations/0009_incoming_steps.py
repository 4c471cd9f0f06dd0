import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def begin_handling(apps, schema_editor):
    """Arrivals that were registered before wait to be submitted like new ones."""
    document_model = apps.get_model("documents", "Document")
    handling_model = apps.get_model("documents", "Handling")
    arrivals = document_model.objects.filter(register="incoming").values_list("pk", flat=True)
    handling_model.objects.bulk_create(
        [handling_model(document_id=pk) for pk in arrivals], batch_size=500
    )


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0008_intake_readings"),
        ("org", "0007_people_by_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="copies",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="file_keeper",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="document",
            name="handed_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="handed_to",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="document",
            name="is_electronic",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="document",
            name="received_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="register_note",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="document",
            name="registration_due_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="Handling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Chờ trình"),
                            ("submitted", "Chờ phân công"),
                            ("assigned", "Đang xử lý"),
                            ("finished", "Đã xử lý"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("submitted_at", models.DateTimeField(null=True)),
                ("submit_note", models.CharField(blank=True, max_length=500)),
                ("assigned_at", models.DateTimeField(null=True)),
                ("instruction", models.CharField(blank=True, max_length=1000)),
                ("due_on", models.DateField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("finish_note", models.CharField(blank=True, max_length=500)),
                (
                    "assigned_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("cooperating", models.ManyToManyField(related_name="+", to="org.unit")),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="handling",
                        to="documents.document",
                    ),
                ),
                (
                    "finished_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead_person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.person",
                    ),
                ),
                (
                    "lead_unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.unit",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_to",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="org.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("submitted_at__isnull", False),
                                ("submitted_by__isnull", False),
                                ("submitted_to__isnull", False),
                            ),
                            models.Q(
                                ("submitted_at__isnull", True),
                                ("submitted_to__isnull", True),
                                models.Q(("state", "submitted"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="documents_handling_submitted_to_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("assigned_at__isnull", False),
                                ("assigned_by__isnull", False),
                                ("lead_unit__isnull", False),
                                models.Q(("instruction", ""), _negated=True),
                            ),
                            models.Q(
                                ("assigned_at__isnull", True),
                                ("lead_unit__isnull", True),
                                models.Q(("state", "assigned"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="documents_handling_assigned_to_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "finished"),
                                ("finished_at__isnull", False),
                                ("finished_by__isnull", False),
                            ),
                            models.Q(
                                models.Q(("state", "finished"), _negated=True),
                                ("finished_at__isnull", True),
                                ("finished_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="documents_handling_finished_at_known",
                    ),
                ],
            },
        ),
        migrations.RunPython(begin_handling, migrations.RunPython.noop),
    ]
