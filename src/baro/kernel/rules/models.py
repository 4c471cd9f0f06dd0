"""A rule and the windows in which each of its values holds."""

from django.db import models
from django.db.models import F, Q

from baro.kernel.constraints import one_window_at_a_time
from baro.kernel.editions import Edition, renewing


class Rule(models.Model):
    """A named parameter that law or practice sets and may change from a day on."""

    key = models.CharField(max_length=80, unique=True)
    title = models.CharField(max_length=200)
    unit = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["key"]
        triggers = renewing(Edition.Group.RULES)

    def __str__(self) -> str:
        return self.title


class RuleWindow(models.Model):
    """The value of one rule from a day (included) to a day (excluded; empty while open)."""

    rule = models.ForeignKey(Rule, models.PROTECT, related_name="windows")
    value = models.JSONField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    legal_basis = models.CharField(max_length=300)
    is_verified = models.BooleanField(default=False)

    class Meta:
        ordering = ["rule", "valid_from"]
        triggers = renewing(Edition.Group.RULES)
        constraints = [
            one_window_at_a_time("rule_id"),
            models.CheckConstraint(
                name="kernel_rulewindow_ordered",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} từ {self.valid_from:%d/%m/%Y}"
