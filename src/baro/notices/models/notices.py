"""One thing told to one person."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import Q

from baro.notices.kinds import Channel, NoticeKind, notice_kind
from baro.notices.models.letters import Letter
from baro.notices.subjects import Subject


class NoticeQuerySet(models.QuerySet["Notice"]):
    def unwritten(self, channel: Channel) -> Self:
        """Open ones that wait for a letter of this kind."""
        return self.open().filter(channel=channel, letter__isnull=True)

    def open(self) -> Self:
        return self.filter(done_at__isnull=True)

    def about(self, subjects: Iterable[Subject]) -> Self:
        found = Q(pk__in=[])
        for label, key in subjects:
            found |= Q(subject_type=label, subject_id=key)
        return self.filter(found)


class Notice(models.Model):
    """That something happened, told to one person for one reason; done when they say so.

    The subject is no foreign key: notices stand below what they are about. `title` says what
    happened in words of that moment; what the subject is called comes from its module. `channel`
    is how the person wanted to hear of it when they were told.
    """

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=20)
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.BigIntegerField(null=True)
    title = models.CharField(max_length=300)
    body = models.CharField(max_length=1000, blank=True)
    cause = models.CharField(max_length=80, blank=True)
    key = models.CharField(max_length=120, blank=True)
    channel = models.CharField(max_length=8, choices=Channel)
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, related_name="notices")
    told_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-told_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "key"], condition=~Q(key=""), name="notices_notice_once"
            ),
            models.CheckConstraint(
                name="notices_notice_subject_whole",
                condition=Q(subject_type="", subject_id__isnull=True)
                | (~Q(subject_type="") & Q(subject_id__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "-told_at"],
                condition=Q(done_at__isnull=True),
                name="notices_notice_open",
            ),
            models.Index(fields=["person", "-told_at"]),
            models.Index(
                fields=["subject_type", "subject_id"],
                condition=Q(done_at__isnull=True),
                name="notices_notice_about",
            ),
            models.Index(
                fields=["channel", "told_at"],
                condition=Q(done_at__isnull=True, letter__isnull=True) & ~Q(channel="bell"),
                name="notices_notice_unwritten",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def reason(self) -> NoticeKind:
        return notice_kind(self.kind)

    @property
    def subject(self) -> Subject | None:
        return (self.subject_type, self.subject_id) if self.subject_id is not None else None
