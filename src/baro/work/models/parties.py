"""Who has a part in an item; also the index of who may see it."""

from django.db import models

from baro.work.models.items import WorkItem
from baro.work.models.party_facts import LEARN_FROM_ITEM


class WorkParty(models.Model):
    """The part of one unit in one item, with its own words and day when it cooperates."""

    class Part(models.TextChoices):
        LEAD = "lead", "Chủ trì"
        COOPERATING = "cooperating", "Phối hợp"
        ISSUER = "issuer", "Giao việc"
        INSPECTOR = "inspector", "Theo dõi, kiểm tra"
        WATCHER = "watcher", "Theo dõi"

    item = models.ForeignKey(WorkItem, models.CASCADE, related_name="parties", db_index=False)
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", db_index=False)
    part = models.CharField(max_length=12, choices=Part)
    duty = models.CharField(max_length=500, blank=True)
    due_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_note = models.CharField(max_length=1000, blank=True)
    # That of the item, kept by the database (`party_facts`): what is open is found without it.
    item_closed_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "unit", "part"], name="work_workparty_once"),
            models.UniqueConstraint(
                fields=["item"],
                condition=models.Q(part="lead"),
                name="work_workparty_one_lead",
            ),
        ]
        triggers = [LEARN_FROM_ITEM]
        indexes = [
            models.Index(fields=["unit", "item_closed_at", "item", "part"], name="work_party_unit"),
            models.Index(
                fields=["unit", "item"],
                condition=models.Q(
                    part="cooperating", done_at__isnull=True, item_closed_at__isnull=True
                ),
                name="work_party_owed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.get_part_display()}"
