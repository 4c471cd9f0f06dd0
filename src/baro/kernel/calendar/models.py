"""Days on which the working calendar differs from the law's general rule."""

from django.db import models

from baro.kernel.editions import Edition, renewing


class CalendarOverride(models.Model):
    """One day that is worked though it would be off, or off though it would be worked.

    Swap days come with a yearly notice (Notice 9441/TB-BNV: off on 31/8/2026, worked on 22/8/2026).
    """

    class Kind(models.TextChoices):
        OFF = "off", "Nghỉ"
        WORKED = "worked", "Làm việc"
        MORNING = "morning", "Chỉ làm buổi sáng"
        AFTERNOON = "afternoon", "Chỉ làm buổi chiều"

    day = models.DateField(unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=120)
    legal_basis = models.CharField(max_length=200)
    is_verified = models.BooleanField(default=False)

    class Meta:
        ordering = ["day"]
        triggers = renewing(Edition.Group.RULES)

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.get_kind_display()} ({self.name})"
