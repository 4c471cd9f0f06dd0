"""How the traces of a document name somebody who acted for another."""

from datetime import datetime

from django.db import models
from django.utils import timezone

from baro.documents.models import Document, Handling
from baro.org import api as org
from baro.org.api import Permission

_KEEPING = (Permission.REGISTER_DOCUMENT, Permission.ASSIGN_TASK, Permission.ISSUE_TASK)


def behalf_in_register(name: str, by: models.Model, target: models.Model, at: datetime) -> str:
    """The name of the person for whom it was done; empty for one's own acts."""
    if not isinstance(by, org.User) or not isinstance(target, Document):
        return ""
    powers = org.powers_of(by, on=timezone.localtime(at).date())
    if not powers.standing:
        return ""
    meant = _whose_turn(name, Handling.of(target))
    if meant == by.person_id:
        return ""
    lending = (each.person for each in powers.standing if each.person.pk == meant)
    return str(next(lending, None) or powers.behalf(target.owner_unit, *_KEEPING) or "")


def _whose_turn(name: str, handling: Handling) -> int | None:
    """Before whom a paper was put to be given out, or who was told by name to handle it."""
    if name == "documents.document_assigned":
        return handling.submitted_to_id
    return handling.lead_person_id if name == "documents.document_handled" else None
