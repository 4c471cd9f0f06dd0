"""E-mails, and what became of each."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from baro.kernel.constraints import known_exactly_when


class LetterQuerySet(models.QuerySet["Letter"]):
    def waiting(self) -> Self:
        return self.filter(state=Letter.State.WAITING)

    def due(self, *, at: datetime) -> Self:
        return self.waiting().filter(next_try_at__lte=at)

    def troubled(self) -> Self:
        """What somebody has to look at: given up, refused, or perhaps sent and perhaps not."""
        return self.filter(state__in=[State.FAILED, State.REFUSED, State.UNSURE])


class State(models.TextChoices):
    """Where a letter stands; `sending` lasts for one exchange with the server and no longer."""

    WAITING = "waiting", "Chờ gửi"
    SENDING = "sending", "Đang gửi"
    SENT = "sent", "Đã gửi"
    FAILED = "failed", "Không gửi được"
    REFUSED = "refused", "Bị từ chối"
    UNSURE = "unsure", "Chưa rõ đã gửi hay chưa"
    EMPTY = "empty", "Không còn gì để gửi"


class Letter(models.Model):
    """One e-mail to one person, about some of their notices; written when it is sent.

    Address and subject are those of the last attempt. A digest belongs to a day, and there is one
    a day for each person.
    """

    class Kind(models.TextChoices):
        AT_ONCE = "at_once", "Báo ngay"
        DIGEST = "digest", "Tổng hợp buổi sáng"

    State = State

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=8, choices=Kind)
    day = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    address = models.EmailField(blank=True)
    subject = models.CharField(max_length=200, blank=True)
    message_id = models.CharField(max_length=120, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField()
    next_try_at = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            known_exactly_when(Q(state="waiting"), "next_try_at"),
            known_exactly_when(Q(state="sent"), "sent_at"),
            models.UniqueConstraint(
                fields=["person", "day"],
                condition=Q(kind="digest"),
                name="notices_letter_one_digest_a_day",
            ),
        ]
        indexes = [
            models.Index(
                fields=["next_try_at"], condition=Q(state="waiting"), name="notices_letter_due"
            ),
            models.Index(
                fields=["tried_at"], condition=Q(state="sending"), name="notices_letter_sending"
            ),
            models.Index(fields=["state", "-made_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.person}, {self.day:%d/%m/%Y}"

    @property
    def is_waiting(self) -> bool:
        return self.state == State.WAITING

    @property
    def is_troubled(self) -> bool:
        return self.state in {State.FAILED, State.REFUSED, State.UNSURE}
