"""What can be found: words with and without accents, kept in drawers by the time of entry."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Now


class SearchKeys(models.Func):
    """What the index holds of an entry: each word and each mark, under the entry's drawer.

    A drawer holds what was entered in four weeks, of one type: `work.workitem741:quan`. So the
    newest drawers can be asked first, and no question ever touches more than it needs (ADR 25).
    """

    function = "kernel_search_keys"
    output_field = SearchVectorField()


class SearchEntry(models.Model):
    """The searchable words of one object; rebuilt whenever the object changes.

    `at` is when the object was entered, by which what is newest is found first. `marks` say to
    whom it may be shown, in the words of its module; none are needed by who may see everything.
    """

    target_type = models.CharField(max_length=80)
    target_id = models.BigIntegerField()
    at = models.DateTimeField(db_default=Now())
    title = models.CharField(max_length=500)
    marks = ArrayField(models.TextField(), db_default=[])
    words = SearchVectorField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["target_type", "target_id"], name="kernel_searchentry_target"
            )
        ]
        indexes = [
            # New keys wait in a list until it is full, and go into the index sorted, together.
            # Each question reads that list first, so it is as short as can be (kB; ADR 25).
            GinIndex(
                SearchKeys("target_type", "at", "marks", "words"),
                name="kernel_searchentry_keys",
                fastupdate=True,
                gin_pending_list_limit=64,
            ),
            models.Index(fields=["target_type", "-at", "target_id"], name="kernel_search_newest"),
        ]

    def __str__(self) -> str:
        return self.title
