"""How a person wants to hear."""

from datetime import time

from django.db import models

from baro.notices.kinds import Channel


class ChannelChoice(models.Model):
    """That a person wants one kind of notice another way than it usually comes."""

    person = models.ForeignKey("org.Person", models.CASCADE, related_name="channel_choices")
    kind = models.CharField(max_length=20)
    channel = models.CharField(max_length=8, choices=Channel)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], name="notices_channelchoice_one_for_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.kind} → {self.get_channel_display()}"


class QuietHours(models.Model):
    """From when until when a person is not written to, and whether on days off at all.

    Equal times mean that no hours are quiet. Whoever has no row keeps the rule's hours.
    """

    person = models.OneToOneField("org.Person", models.CASCADE, related_name="quiet_hours")
    starts = models.TimeField()
    ends = models.TimeField()
    is_quiet_on_days_off = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}"

    def covers(self, moment: time) -> bool:
        """Hours that pass midnight are covered on both sides of it."""
        if self.starts <= self.ends:
            return self.starts <= moment < self.ends
        return moment >= self.starts or moment < self.ends
