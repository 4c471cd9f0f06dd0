"""Where an incoming document is on its way through the office that received it."""

from collections.abc import Mapping
from datetime import date

from django.db import models
from django.db.models import Q

from baro.documents.models.documents import Document
from baro.kernel.constraints import known_exactly_when


class Handling(models.Model):
    """Who has one incoming document now: the clerk, a leader, or the unit that was told to act.

    The steps are those of Decree 30/2020, Articles 20 to 24: received and registered (facts of
    the document), submitted to a leader, assigned with the leader's words, handled. A document
    that needs nothing may be finished at once.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ trình"
        SUBMITTED = "submitted", "Chờ phân công"
        ASSIGNED = "assigned", "Đang xử lý"
        FINISHED = "finished", "Đã xử lý"

    MOVES: Mapping[str, frozenset[str]] = {
        State.WAITING: frozenset({State.SUBMITTED, State.ASSIGNED, State.FINISHED}),
        State.SUBMITTED: frozenset({State.SUBMITTED, State.ASSIGNED, State.FINISHED}),
        State.ASSIGNED: frozenset({State.ASSIGNED, State.FINISHED}),
        State.FINISHED: frozenset(),
    }

    document = models.OneToOneField(Document, models.CASCADE, related_name="handling")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    submitted_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    submitted_to = models.ForeignKey("org.Person", models.PROTECT, null=True, related_name="+")
    submit_note = models.CharField(max_length=500, blank=True)
    assigned_at = models.DateTimeField(null=True)
    assigned_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    instruction = models.CharField(max_length=1000, blank=True)
    lead_unit = models.ForeignKey("org.Unit", models.PROTECT, null=True, related_name="+")
    lead_person = models.ForeignKey("org.Person", models.PROTECT, null=True, related_name="+")
    cooperating = models.ManyToManyField("org.Unit", related_name="+")
    due_on = models.DateField(null=True)
    finished_at = models.DateTimeField(null=True)
    finished_by = models.ForeignKey("org.User", models.PROTECT, null=True, related_name="+")
    finish_note = models.CharField(max_length=500, blank=True)

    class Meta:
        # What waits for somebody, by the step on which it stands; what is finished stands in none.
        indexes = [
            models.Index(
                fields=["document"], condition=Q(state="waiting"), name="documents_handling_waiting"
            ),
            models.Index(
                fields=["submitted_to"],
                condition=Q(state="submitted"),
                name="documents_handling_submitted",
            ),
            models.Index(
                fields=["lead_person"],
                condition=Q(state="assigned"),
                name="documents_handling_person",
            ),
            models.Index(
                fields=["lead_unit"], condition=Q(state="assigned"), name="documents_handling_unit"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="documents_handling_submitted_to_somebody",
                condition=Q(
                    submitted_at__isnull=False,
                    submitted_by__isnull=False,
                    submitted_to__isnull=False,
                )
                | (Q(submitted_at__isnull=True, submitted_to__isnull=True) & ~Q(state="submitted")),
            ),
            models.CheckConstraint(
                name="documents_handling_assigned_to_somebody",
                condition=(
                    Q(
                        assigned_at__isnull=False,
                        assigned_by__isnull=False,
                        lead_unit__isnull=False,
                    )
                    & ~Q(instruction="")
                )
                | (Q(assigned_at__isnull=True, lead_unit__isnull=True) & ~Q(state="assigned")),
            ),
            known_exactly_when(Q(state="finished"), "finished_at", "finished_by"),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.get_state_display().lower()}"

    @classmethod
    def of(cls, document: Document) -> "Handling":
        """The document's way; one that has not begun is waiting, also before it is stored."""
        found: Handling | None = getattr(document, "handling", None)
        return found or cls(document=document)

    def may_become(self, state: str) -> bool:
        return state in self.MOVES[self.state]

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def is_assigned(self) -> bool:
        return self.state == self.State.ASSIGNED

    @property
    def is_finished(self) -> bool:
        return self.state == self.State.FINISHED

    def is_overdue(self, *, on: date) -> bool:
        """Assigned with a day that has passed."""
        return self.is_assigned and self.due_on is not None and self.due_on < on
