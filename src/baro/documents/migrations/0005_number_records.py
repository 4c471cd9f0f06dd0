import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_SHARED = {"QyĐ": "QĐ"}


def write_down_used_numbers(apps, schema_editor):
    """Every own document that has a number gets the row that says so; twins keep the first."""
    document_model = apps.get_model("documents", "Document")
    series_model = apps.get_model("documents", "NumberSeries")
    record_model = apps.get_model("documents", "NumberRecord")
    runs = {(run.owner_unit_id, run.series, run.period): run for run in series_model.objects.all()}
    rows = []
    own = document_model.objects.exclude(register="incoming").exclude(number_period="")
    for document in own.filter(number__isnull=False).order_by("pk").defer("text").iterator():
        series = _SHARED.get(document.type, document.type)
        run = runs.get((document.owner_unit_id, document.type, document.number_period)) or runs.get(
            (document.owner_unit_id, series, document.number_period)
        )
        if run and run.register == "own":
            rows.append(
                record_model(
                    series=run,
                    number=document.number,
                    symbol=document.symbol,
                    state="used",
                    document=document,
                )
            )
    record_model.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0004_clause_kind_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="document",
            name="type",
            field=models.CharField(
                choices=[
                    ("NQ", "Nghị quyết"),
                    ("QĐ", "Quyết định"),
                    ("CT", "Chỉ thị"),
                    ("QC", "Quy chế"),
                    ("QyĐ", "Quy định"),
                    ("TC", "Thông cáo"),
                    ("TB", "Thông báo"),
                    ("HD", "Hướng dẫn"),
                    ("CTr", "Chương trình"),
                    ("KH", "Kế hoạch"),
                    ("PA", "Phương án"),
                    ("ĐA", "Đề án"),
                    ("DA", "Dự án"),
                    ("BC", "Báo cáo"),
                    ("BB", "Biên bản"),
                    ("TTr", "Tờ trình"),
                    ("HĐ", "Hợp đồng"),
                    ("CĐ", "Công điện"),
                    ("BGN", "Bản ghi nhớ"),
                    ("BTT", "Bản thỏa thuận"),
                    ("GUQ", "Giấy ủy quyền"),
                    ("GM", "Giấy mời"),
                    ("GGT", "Giấy giới thiệu"),
                    ("GNP", "Giấy nghỉ phép"),
                    ("PG", "Phiếu gửi"),
                    ("PC", "Phiếu chuyển"),
                    ("PB", "Phiếu báo"),
                    ("CV", "Công văn"),
                    ("TCg", "Thư công"),
                    ("KL", "Kết luận"),
                    ("TTri", "Thông tri"),
                    ("TBo", "Tuyên bố"),
                    ("LKG", "Lời kêu gọi"),
                    ("QH", "Quy hoạch"),
                    ("CL", "Chiến lược"),
                    ("GCN", "Giấy chứng nhận"),
                    ("GĐĐ", "Giấy đi đường"),
                    ("Luật", "Luật"),
                    ("PL", "Pháp lệnh"),
                    ("Lệnh", "Lệnh"),
                    ("NĐ", "Nghị định"),
                    ("TT", "Thông tư"),
                    ("TTLT", "Thông tư liên tịch"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="numberseries",
            name="series",
            field=models.CharField(max_length=60),
        ),
        migrations.CreateModel(
            name="NumberRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("suffix", models.CharField(blank=True, max_length=2)),
                ("symbol", models.CharField(max_length=60)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reserved", "Đang giữ"),
                            ("used", "Đã dùng"),
                            ("free", "Đã trả lại"),
                            ("cancelled", "Đã hủy"),
                        ],
                        max_length=10,
                    ),
                ),
                ("purpose", models.CharField(blank=True, max_length=300)),
                ("dated_on", models.DateField(null=True)),
                ("reserved_at", models.DateTimeField(null=True)),
                ("reserved_until", models.DateField(null=True)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=300)),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="number_record",
                        to="documents.document",
                    ),
                ),
                (
                    "reserved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="documents.numberseries",
                    ),
                ),
            ],
            options={
                "ordering": ["-number", "-suffix"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "number", "suffix"), name="documents_numberrecord_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "reserved"), _negated=True),
                            models.Q(
                                ("reserved_at__isnull", False),
                                ("reserved_by__isnull", False),
                                ("reserved_until__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="documents_numberrecord_reserved_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "used"), ("document__isnull", False)),
                            models.Q(
                                models.Q(("state", "used"), _negated=True),
                                ("document__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="documents_numberrecord_document_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state", "cancelled"),
                                ("cancelled_at__isnull", False),
                                ("cancelled_by__isnull", False),
                            ),
                            models.Q(
                                models.Q(("state", "cancelled"), _negated=True),
                                ("cancelled_at__isnull", True),
                                ("cancelled_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="documents_numberrecord_cancelled_at_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "cancelled"), _negated=True),
                            models.Q(("cancel_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="documents_numberrecord_cancelled_why",
                    ),
                ],
            },
        ),
        migrations.RunPython(write_down_used_numbers, migrations.RunPython.noop),
    ]
