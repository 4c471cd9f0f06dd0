"""A document as an office knows it: a row in a register, a text, perhaps a file."""

from typing import Self

from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import ExtractYear, Upper
from django.utils import timezone

from baro.documents.types import TYPE_CHOICES
from baro.kernel.files.api import StoredFile
from baro.org import api as org


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, user: org.User) -> Self:
        """Documents of the registers that the user oversees, and those sent to them.

        What a body received, everyone who sits in it may read: whoever is given a part of a task
        must be able to open the paper that it rests on.
        """
        powers = org.powers_of(user, on=timezone.localdate())
        overseen = org.Unit.objects.within(powers.reach(org.Permission.SEE))
        above = org.Unit.objects.filter(path__in=powers.bodies_above())
        # The readers in one list: what they were sent is then found by unit, not by a look at all.
        readers = (overseen | above).order_by().values("pk")
        sent = DocumentRecipient.objects.filter(unit__in=readers, document=OuterRef("pk"))
        return self.filter(Q(owner_unit__in=overseen.values("pk")) | Exists(sent))

    def in_register(self, register: str) -> Self:
        return self.filter(register=register)

    def own(self) -> Self:
        """Written by the unit in whose register they stand: outgoing and internal."""
        return self.exclude(register=Document.Register.INCOMING)


class Document(models.Model):
    """One document in the register of one unit (Decree 30/2020, Articles 14, 16, 20 to 22).

    `number_period` is the year or the Party term within which an own number is unique.
    `received_at` is when an arrival reached the office, `arrived_on` the day of its number.
    `copies`, `file_keeper`, `handed_to`, `handed_on` and `register_note` are columns of the book
    that the clerk fills in. `replaced_at` is when a correction took its place; the row and its
    history stay. `issuer_key` is the issuer's name without accents, for finding. `pages` holds the
    offset in `text` at which each page begins.
    """

    class Register(models.TextChoices):
        INCOMING = "incoming", "Văn bản đến"
        OUTGOING = "outgoing", "Văn bản đi"
        INTERNAL = "internal", "Văn bản nội bộ"

    class Urgency(models.TextChoices):
        NORMAL = "normal", "Thường"
        URGENT = "urgent", "Khẩn"
        VERY_URGENT = "very_urgent", "Thượng khẩn"
        FLASH = "flash", "Hỏa tốc"

    register = models.CharField(max_length=10, choices=Register)
    owner_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="documents")
    type = models.CharField(max_length=8, choices=TYPE_CHOICES)
    number = models.PositiveIntegerField(null=True)
    symbol = models.CharField(max_length=60, blank=True)
    number_period = models.CharField(max_length=12, blank=True)
    issued_on = models.DateField(null=True)
    issuer_unit = models.ForeignKey("org.Unit", models.PROTECT, null=True, related_name="+")
    issuer_name = models.CharField(max_length=200)
    issuer_key = models.CharField(max_length=200, blank=True)
    drafting_unit = models.ForeignKey("org.Unit", models.PROTECT, null=True, related_name="+")
    subject = models.CharField(max_length=500)
    signer_name = models.CharField(max_length=120, blank=True)
    signer_title = models.CharField(max_length=200, blank=True)
    urgency = models.CharField(max_length=12, choices=Urgency, default=Urgency.NORMAL)
    arrival_number = models.PositiveIntegerField(null=True)
    arrived_on = models.DateField(null=True)
    received_at = models.DateTimeField(null=True)
    is_electronic = models.BooleanField(default=False)
    registration_due_at = models.DateTimeField(null=True)
    copies = models.PositiveSmallIntegerField(null=True)
    file_keeper = models.CharField(max_length=200, blank=True)
    handed_to = models.CharField(max_length=200, blank=True)
    handed_on = models.DateField(null=True)
    register_note = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    pages = models.JSONField(default=list)
    text_sha256 = models.CharField(max_length=64, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True)
    file_name = models.CharField(max_length=200, blank=True)
    replaced_at = models.DateTimeField(null=True)
    retention = models.ForeignKey(
        "documents.RetentionClass", models.PROTECT, null=True, related_name="documents"
    )
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ["-issued_on", "-pk"]
        indexes = [
            models.Index(fields=["owner_unit", "register", "-issued_on"]),
            models.Index(fields=["symbol"]),
            models.Index(fields=["text_sha256"]),
            models.Index(
                OpClass(Upper("symbol"), name="text_pattern_ops"), name="documents_symbol_prefix"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="documents_document_arrival",
                condition=Q(register="incoming", arrival_number__isnull=False)
                | (~Q(register="incoming") & Q(arrival_number__isnull=True)),
            ),
            models.UniqueConstraint(
                "owner_unit",
                "number_period",
                Upper("symbol"),
                name="documents_document_own_number_once",
                condition=~Q(register="incoming")
                & ~Q(number_period="")
                & Q(replaced_at__isnull=True),
            ),
            models.UniqueConstraint(
                "owner_unit",
                ExtractYear("arrived_on"),
                "arrival_number",
                name="documents_document_arrival_once",
                condition=Q(register="incoming"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_type_display()} {self.symbol}".strip()

    @property
    def is_incoming(self) -> bool:
        return self.register == self.Register.INCOMING

    @property
    def is_registered_late(self) -> bool:
        """Entered after the term for its urgency had run out."""
        due_at = self.registration_due_at
        return due_at is not None and self.registered_at > due_at

    @property
    def is_replaced(self) -> bool:
        """A correction stands in its place; it is no longer in force."""
        return self.replaced_at is not None

    @property
    def is_urgent(self) -> bool:
        return self.urgency != self.Urgency.NORMAL


class DocumentRecipient(models.Model):
    """A unit to which a document was sent; it may read it from then on."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="recipients")
    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+", db_index=False)
    sent_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "unit"], name="documents_documentrecipient_once"
            )
        ]
        # What was sent to some units is found without a look at the table itself.
        indexes = [models.Index(fields=["unit", "document"], name="documents_sent_to")]

    def __str__(self) -> str:
        return f"{self.document} → {self.unit}"
