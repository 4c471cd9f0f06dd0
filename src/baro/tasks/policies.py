"""Who may do what with drafts and tasks; the rest is the ledger's."""

from datetime import date

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks.models import TaskOrigin
from baro.work import api as work


def can_draft_tasks(user: org.User, document: documents.Document, *, on: date) -> bool:
    """Whoever may have the document read may shape the tasks that come of it."""
    return documents.can_read_document(user, document, on=on)


def can_issue_tasks(user: org.User, issuer_unit: org.Unit, *, on: date) -> bool:
    return work.can_open_items(user, issuer_unit, on=on)


def can_review_drafts(user: org.User, document: documents.Document, *, on: date) -> bool:
    """Whoever oversees the register; what is not given yet is no matter of the recipients."""
    return org.powers_of(user, on=on).may(org.Permission.SEE, document.owner_unit)


def can_confirm_order(user: org.User, origin: TaskOrigin, *, has_paper: bool, on: date) -> bool:
    """Whoever sits in the post that gave the order; others who give work there, by a paper."""
    gave_it = any(post.pk == origin.confirmer_id for post in org.powers_of(user, on=on).posts)
    return gave_it or (has_paper and can_issue_tasks(user, origin.task.item.issuer_unit, on=on))
