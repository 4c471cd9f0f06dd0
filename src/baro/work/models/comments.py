"""What people say to each other about an item, and who follows it."""

from typing import Self

from django.db import models
from django.db.models import Q

from baro.kernel.files.api import StoredFile
from baro.org import api as org
from baro.work.models.items import WorkItem


class WorkCommentQuerySet(models.QuerySet["WorkComment"]):
    def visible_to(self, user: org.User) -> Self:
        """Whoever sees the item reads what is said about it."""
        return self.filter(item__in=WorkItem.objects.visible_to(user))


class WorkComment(models.Model):
    """Somebody's words about an item, open to everyone who may see the item.

    It decides nothing and is no update of the work. What was taken back keeps its place, its
    author and its moment; its words stay among the former ones and are shown to nobody.
    """

    item = models.ForeignKey(WorkItem, models.CASCADE, related_name="comments")
    text = models.TextField(blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    edited_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    objects = WorkCommentQuerySet.as_manager()

    class Meta:
        ordering = ["written_at", "pk"]
        indexes = [models.Index(fields=["item", "written_at"])]
        constraints = [
            models.CheckConstraint(
                name="work_workcomment_says_something",
                condition=(Q(taken_back_at__isnull=True) & ~Q(text=""))
                | Q(taken_back_at__isnull=False, text=""),
            )
        ]

    def __str__(self) -> str:
        return f"Ý kiến của {self.written_by} về {self.item.number}"

    @property
    def is_taken_back(self) -> bool:
        return self.taken_back_at is not None


class WorkCommentVersion(models.Model):
    """What a comment said before it was changed or taken back."""

    comment = models.ForeignKey(WorkComment, models.CASCADE, related_name="former")
    text = models.TextField()
    until_at = models.DateTimeField()

    class Meta:
        ordering = ["until_at", "pk"]

    def __str__(self) -> str:
        return f"{self.comment} (trước {self.until_at:%d/%m/%Y %H:%M})"


class WorkCommentFile(models.Model):
    """A file that came with a comment."""

    comment = models.ForeignKey(WorkComment, models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class WorkMention(models.Model):
    """A comment calls one person by name."""

    comment = models.ForeignKey(WorkComment, models.CASCADE, related_name="mentions")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "person"], name="work_workmention_once")
        ]

    def __str__(self) -> str:
        return f"{self.comment}: {self.person}"


class WorkWatch(models.Model):
    """One person follows one item of their own accord, and is told of what is said about it."""

    item = models.ForeignKey(WorkItem, models.CASCADE, related_name="watches")
    person = models.ForeignKey("org.Person", models.PROTECT, related_name="+")
    since_at = models.DateTimeField()

    class Meta:
        ordering = ["since_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "person"], name="work_workwatch_once")
        ]
        indexes = [models.Index(fields=["person"])]

    def __str__(self) -> str:
        return f"{self.person} theo dõi {self.item.number}"
