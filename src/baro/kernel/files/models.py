"""A stored file is its bytes; what it means, and who may read it, others know."""

from django.db import models


class StoredFile(models.Model):
    """Bytes in the file store under their SHA-256, with the type found by looking at them."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=120)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.size} byte)"


class FileSweep(models.Model):
    """One walk through the whole store, batch by batch: every file is read and hashed again.

    `cursor` is the last file that was looked at, so that a walk goes on where it was cut off.
    """

    started_at = models.DateTimeField()
    progress_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    cursor = models.BigIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    bytes = models.BigIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"lần kiểm tra kho tệp số {self.pk}"


class FileFault(models.Model):
    """What the latest sweeps found wrong with one file; healed ones are no longer listed."""

    class Kind(models.TextChoices):
        MISSING = "missing", "Mất nội dung"
        CHANGED = "changed", "Nội dung bị đổi"
        ORPHANED = "orphaned", "Không còn nơi nào dùng"
        STRAY = "stray", "Có trên đĩa mà không có trong sổ"

    kind = models.CharField(max_length=10, choices=Kind)
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField(default=0)
    found_at = models.DateTimeField()
    sweep = models.ForeignKey(FileSweep, models.CASCADE, related_name="faults")

    class Meta:
        ordering = ["kind", "found_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["sha256", "kind"], name="kernel_filefault_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.sha256[:12]}"

    @property
    def is_damage(self) -> bool:
        """Something is lost; the rest is only in the way."""
        return self.kind in {self.Kind.MISSING, self.Kind.CHANGED}
