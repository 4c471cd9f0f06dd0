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
