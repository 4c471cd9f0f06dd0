"""A starred portfolio: works that are stuck, milestones, obstacles, and a line for each week."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from baro.kernel.constraints import known_exactly_when
from baro.org import api as org
from baro.work import api as work


class DifficultWorkQuerySet(models.QuerySet["DifficultWork"]):
    def visible_to(self, user: org.User) -> Self:
        """Of the bodies that the user oversees: whose portfolio it is, who leads, who is to clear.

        Whoever answers for a work, or is to decide about it, sees it wherever they sit.
        """
        powers = org.powers_of(user, on=timezone.localdate())
        units = org.Unit.objects.within(powers.reach(org.Permission.SEE)).values("pk")
        posts = [post.pk for post in powers.acting_posts]
        told = DifficultObstacle.objects.filter(
            Q(owner_unit__in=units) | Q(owner_post__in=posts) | Q(needs_decision_of__in=posts)
        )
        return self.filter(
            Q(unit__in=units)
            | Q(lead_unit__in=units)
            | Q(leader_post__in=posts)
            | Q(pk__in=told.values("work"))
        )

    def running(self) -> Self:
        return self.filter(ended_at__isnull=True)


class DifficultWork(models.Model):
    """One work on the star list of a body until it has ended with a result.

    `stuck` says in one sentence what is stuck; the leader in `leader_post` answers for it.
    """

    unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    stuck = models.CharField(max_length=500)
    lead_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    leader_post = models.ForeignKey("org.Post", models.PROTECT, related_name="+")
    item = models.ForeignKey(work.WorkItem, models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    starred_at = models.DateTimeField()
    starred_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    result = models.CharField(max_length=1000, blank=True)

    objects = DifficultWorkQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            known_exactly_when(~Q(result=""), "ended_at", "ended_by"),
            models.CheckConstraint(
                name="followup_difficultwork_says_what", condition=~Q(name="") & ~Q(stuck="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_ended(self) -> bool:
        return self.ended_at is not None


class DifficultMilestone(models.Model):
    """A step of a work by a day; moved days stay known as rows."""

    work = models.ForeignKey(DifficultWork, models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=300)
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [known_exactly_when(Q(done_on__isnull=False), "done_by")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_done(self) -> bool:
        return self.done_on is not None


class DifficultMove(models.Model):
    """A milestone was put to another day, for a stated reason."""

    milestone = models.ForeignKey(DifficultMilestone, models.CASCADE, related_name="moves")
    old_day = models.DateField()
    new_day = models.DateField()
    reason = models.CharField(max_length=500)
    moved_at = models.DateTimeField()
    moved_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["moved_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="followup_difficultmove_moves",
                condition=~Q(old_day=F("new_day")) & ~Q(reason=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.milestone}: {self.old_day:%d/%m/%Y} – {self.new_day:%d/%m/%Y}"


class DifficultObstacle(models.Model):
    """What stands in the way, who is to clear it by a day, and whose decision it needs."""

    work = models.ForeignKey(DifficultWork, models.CASCADE, related_name="obstacles")
    what = models.CharField(max_length=1000)
    owner_unit = models.ForeignKey("org.Unit", models.PROTECT, related_name="+")
    owner_post = models.ForeignKey("org.Post", models.PROTECT, null=True, related_name="+")
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")
    clear_by = models.DateField()
    needs_decision_of = models.ForeignKey("org.Post", models.PROTECT, null=True, related_name="+")
    decision = models.CharField(max_length=2000, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    decision_item = models.ForeignKey("work.WorkItem", models.PROTECT, null=True, related_name="+")
    cleared_how = models.CharField(max_length=1000, blank=True)
    cleared_at = models.DateTimeField(null=True)
    cleared_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["raised_at", "pk"]
        constraints = [
            known_exactly_when(~Q(decision=""), "decided_at", "decided_by"),
            known_exactly_when(~Q(cleared_how=""), "cleared_at", "cleared_by"),
            models.CheckConstraint(
                name="followup_difficultobstacle_decided_by_whom_it_needs",
                condition=Q(decision="") | Q(needs_decision_of__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["needs_decision_of"],
                condition=Q(decision="", cleared_how=""),
                name="followup_difficult_undecided",
            ),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def is_cleared(self) -> bool:
        return self.cleared_at is not None

    @property
    def is_decided(self) -> bool:
        return self.decided_at is not None

    @property
    def awaits_decision(self) -> bool:
        return self.needs_decision_of_id is not None and not (self.is_decided or self.is_cleared)


class DifficultWeek(models.Model):
    """The one line on a work in one week, kept under its Monday; a missing week has no row."""

    class Tone(models.TextChoices):
        GOING = "going", "Đang chạy"
        AT_RISK = "at_risk", "Có nguy cơ chậm"
        STUCK = "stuck", "Đang tắc"

    work = models.ForeignKey(DifficultWork, models.CASCADE, related_name="weeks")
    monday = models.DateField()
    tone = models.CharField(max_length=8, choices=Tone)
    words = models.CharField(max_length=300)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey("org.User", models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-monday"]
        constraints = [
            models.UniqueConstraint(fields=["work", "monday"], name="followup_difficultweek_once"),
            models.CheckConstraint(
                name="followup_difficultweek_on_a_monday", condition=Q(monday__week_day=2)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.work}, tuần từ {self.monday:%d/%m/%Y}"
