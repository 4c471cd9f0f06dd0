"""What can be found, in one indexed column of words with and without accents."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class SearchEntry(models.Model):
    """The searchable words of one object; rebuilt whenever the object changes."""

    target_type = models.CharField(max_length=80)
    target_id = models.BigIntegerField()
    title = models.CharField(max_length=500)
    words = SearchVectorField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["target_type", "target_id"], name="kernel_searchentry_target"
            )
        ]
        indexes = [GinIndex(fields=["words"], name="kernel_searchentry_words")]

    def __str__(self) -> str:
        return self.title
