"""Which tables are written again, in which order, and what their columns refer to.

Read from the models, so that a new table or column takes part without being named here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db import models

ITEM, DOCUMENT = "work.WorkItem", "documents.Document"
# What stands on a desk today or happens once: kept for the newest year alone.
_ONCE = {
    *("documents.DocumentLink", "documents.Handling", "documents.Handling_cooperating"),
    *("documents.LocalName", "documents.LocalWord", "documents.NumberRecord"),
    *("documents.PaperDraft", "followup.CommitteeSession", "followup.DifficultMilestone"),
    *("followup.DifficultMove", "followup.DifficultObstacle", "followup.DifficultWeek"),
    *("followup.DifficultWork", "followup.LeaderRemark", "followup.PressedItem"),
    *("followup.PressingLetter", "kernel.WebhookDelivery", "tasks.DutyOccurrence"),
    *("tasks.ImportedTask", "tasks.RecurringDuty", "tasks.TaskDraft", "tasks.TaskOrigin"),
}
_SPEAKS = (("target_type", "target_id"), ("subject_type", "subject_id"))


@dataclass(frozen=True)
class Table:
    """One table with what the copying has to know of it."""

    model: type[models.Model]
    is_once: bool
    links: dict[str, str]  # column: label of the model to which it refers, itself left out
    own_links: frozenset[str]
    speaks: tuple[str, str] | None

    @property
    def name(self) -> str:
        return self.model._meta.db_table

    @property
    def label(self) -> str:
        return self.model._meta.label

    @property
    def key(self) -> str:
        field = self.model._meta.pk
        return str(field.column) if field else ""

    @property
    def columns(self) -> list[str]:
        fields = self.model._meta.concrete_fields
        return [str(field.column) for field in fields if not field.generated]

    @property
    def moments(self) -> dict[str, bool]:
        """The columns that hold a day or a moment, each with whether it is a bare day."""
        return {
            str(field.column): not isinstance(field, models.DateTimeField)
            for field in self.model._meta.concrete_fields
            if isinstance(field, models.DateField)
        }


def copied_tables(without: Iterable[str] = ()) -> list[Table]:
    """Every table that hangs on an item or a document, those first to which others refer."""
    labels = {ITEM, DOCUMENT} | {m._meta.label for m in _all() if _speaks(m)}
    while found := {m._meta.label for m in _all() if set(_links(m).values()) & labels} - labels:
        labels |= found
    return _ordered([_table(m, labels) for m in _all() if m._meta.label in labels - {*without}])


def _all() -> Iterable[type[models.Model]]:
    managed = apps.get_models(include_auto_created=True)
    return [model for model in managed if model._meta.managed and not model._meta.proxy]


def _table(model: type[models.Model], labels: set[str]) -> Table:
    links = {column: label for column, label in _links(model).items() if label in labels}
    own = {column for column, label in links.items() if label == model._meta.label}
    return Table(
        model,
        model._meta.label in _ONCE,
        {column: label for column, label in links.items() if column not in own},
        frozenset(own),
        _speaks(model),
    )


def _links(model: type[models.Model]) -> dict[str, str]:
    return {
        str(field.column): field.related_model._meta.label
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and not isinstance(field.related_model, str)
    }


def _speaks(model: type[models.Model]) -> tuple[str, str] | None:
    names = {field.name for field in model._meta.concrete_fields}
    return next((pair for pair in _SPEAKS if {*pair} <= names), None)


def _ordered(tables: list[Table]) -> list[Table]:
    done: list[Table] = []
    while waiting := [table for table in tables if table not in done]:
        known = {table.label for table in done}
        ready = [table for table in waiting if {*table.links.values()} <= known]
        # What speaks of objects by name and key comes when all that can be spoken of is there.
        ready = [table for table in ready if not table.speaks] or ready
        if not ready:
            raise RuntimeError(f"Tables refer to each other in a ring: {waiting}")
        done += ready
    return done
