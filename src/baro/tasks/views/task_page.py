"""One task on screen: whole page or, after an act, its fragment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.ui.pages import render_page
from baro.org import api as org
from baro.tasks import forms, policies, queries
from baro.tasks.models import Task, TaskOrigin
from baro.tasks.wording import recurrence_in_words
from baro.work import api as work

FORMS: Mapping[str, type[forms.ActForm]] = {
    "task-receipt": forms.ReceiptForm,
    "task-query": forms.QueryForm,
    "task-answer": forms.AnswerForm,
    "task-assignment": forms.AssignmentForm,
    "task-progress": forms.ProgressForm,
    "task-delivery": forms.DeliveryForm,
    "task-acceptance": forms.AcceptanceForm,
    "task-return": forms.ReturnForm,
    "task-extension": forms.ExtensionForm,
    "task-extension-decision": forms.ExtensionDecisionForm,
    "task-part": forms.PartForm,
    "task-confirmation": forms.ConfirmationForm,
    "task-split": forms.SplitForm,
    "task-withdrawal": forms.WithdrawalForm,
    "task-replacement": forms.ReplacementForm,
}


def form_of(code: str, *args: Any, task: Task, user: org.User) -> forms.ActForm:
    """The form of an act; its controls are named apart from those of the other acts."""
    return FORMS[code](*args, task=task, user=user, auto_id=f"{code}-%s")


# What was taken back or replaced is neither in time nor late.
_JUDGED = frozenset(work.State.values) - {work.State.WITHDRAWN, work.State.REPLACED}


_KEYS = (
    (("C",), "Viết ý kiến trao đổi"),
    (("W",), "Theo dõi, thôi theo dõi nhiệm vụ"),
    (("Ctrl", "Enter"), "Gửi những gì đang soạn"),
)


class Refused(NamedTuple):
    """An act that was not done, with its form as the user filled it in."""

    code: str
    form: forms.ActForm


@dataclass(frozen=True)
class OpenAct:
    """An act that the user may do now, with the form to do it."""

    code: str
    label: str
    form: forms.ActForm
    is_open: bool


def show_task(request: org.UserRequest, pk: int, refused: Refused | None = None) -> HttpResponse:
    """Read the task afresh and show it; 422 while a refused form is shown."""
    task = get_object_or_404(_for_page().filter(item__in=_visible(request)), pk=pk)
    now = timezone.now()
    item = task.item
    acts = _open_acts(request.user, task, refused)
    context = {
        "task": task,
        "item": item,
        "cell": work.cell_of(item, at=now),
        # What stands above belongs to the issuer; a receiver is only told its number.
        "sees_parent": org.powers_of(request.user, on=timezone.localdate()).may(
            org.Permission.SEE, item.issuer_unit
        ),
        "shows_cell": not item.is_collective and item.state in _JUDGED,
        "holders": org.holders_of(
            [post for post in (item.accountable_post, item.inspector_post) if post],
            on=timezone.localdate(),
        ),
        "cooperating": [p for p in item.parties.all() if p.part == p.Part.COOPERATING],
        "recurrence": recurrence_in_words(task.recurrence),
        "origin": getattr(task, "origin", None),
        "occurrence": getattr(item, "duty_occurrence", None),
        "chain": work.due_chain(item),
        "children": _children(request, item, now),
        "children_tally": work.tally(item.children.counted(), at=now)
        if item.is_collective
        else None,
        "history": _history(request.user, task),
        "acts": acts,
        "page_keys": _KEYS,
        # What was done meanwhile has no form any more; its refusal needs another place.
        "stale": refused if refused and not any(act.is_open for act in acts) else None,
    }
    status = 422 if refused else 200
    return render_page(
        request, "tasks/task.html", context, fragment="tasks/_task.html", status=status
    )


def _visible(request: org.UserRequest) -> work.WorkItemQuerySet:
    return work.WorkItem.objects.visible_to(request.user)


def _for_page() -> QuerySet[Task]:
    """Tasks with everything that their page shows, in a fixed number of queries."""
    return Task.objects.select_related(
        "item__lead_unit",
        "item__issuer_unit",
        "item__assigned_unit",
        "item__assignee",
        "item__accountable_post",
        "item__inspector_post__unit",
        "item__parent",
        "item__duty_occurrence",
        "item__source_document",
        "origin__confirmer__unit",
        "origin__confirmed_by__person",
        "origin__confirmed_in",
    ).prefetch_related(
        "item__parties__unit",
        "item__extensions__asked_by__person",
        "clarifications__asked_by__person",
        "clarifications__answered_by__person",
        "deliveries__handed_in_by__person",
        "deliveries__decided_by__person",
        "deliveries__document",
        "progress_notes__noted_by__person",
    )


def _children(request: org.UserRequest, item: work.WorkItem, at: datetime) -> list[work.InboxRow]:
    """Work handed on inside a unit; the children of a collective task have their own board."""
    if item.is_collective:
        return []
    children = work.for_rows(_visible(request).filter(parent=item))
    return [work.inbox_row(request.user, child, at=at) for child in children]


def _history(user: org.User, task: Task) -> list[dict[str, Any]]:
    """The latest act first; an act that came by a paper of its own leads to it."""
    entries = queries.history_of(task)
    given_by = task.item.source_document_id
    papers = {e.document_id for e in entries if e.document_id and e.document_id != given_by}
    open_to: set[int] = set()
    if papers:
        readable = documents.Document.objects.visible_to(user).filter(pk__in=papers)
        open_to = set(readable.values_list("pk", flat=True))
    return [
        {
            "text": entry.sentence,
            "at": entry.at,
            "href": reverse("documents:document", args=[entry.document_id])
            if entry.document_id in open_to
            else "",
        }
        for entry in reversed(entries)
    ]


def _open_acts(user: org.User, task: Task, refused: Refused | None) -> list[OpenAct]:
    shown = []
    for action in _actions(user, task):
        given = refused.form if refused and refused.code == action.code else None
        form = given or form_of(action.code, task=task, user=user)
        shown.append(OpenAct(action.code, action.label, form, is_open=given is not None))
    return shown


def _actions(user: org.User, task: Task) -> list[work.Action]:
    """What the ledger allows, and what only a task knows: its spoken order, its parts."""
    actions = [*work.allowed_actions(user, task.item), *_parts_to_finish(user, task.item)]
    if _may_confirm(user, task):
        name = "task-confirmation"
        actions.insert(0, work.Action(name, "Xác nhận lời chỉ đạo", f"tasks:{name}"))
    return actions


def _may_confirm(user: org.User, task: Task) -> bool:
    origin: TaskOrigin | None = getattr(task, "origin", None)
    if origin is None or not origin.waits_for_confirmation:
        return False
    return policies.can_confirm_order(user, origin, has_paper=True, on=timezone.localdate())


def _parts_to_finish(user: org.User, item: work.WorkItem) -> list[work.Action]:
    """The cooperating part that the user's unit still owes, while the item is open."""
    on = timezone.localdate()
    owed = (
        party
        for party in item.parties.all()
        if party.part == party.Part.COOPERATING and party.done_at is None
    )
    may = item.is_open and any(work.can_finish_part(user, party, on=on) for party in owed)
    return [work.Action("task-part", "Xong phần phối hợp", "tasks:task-part")] if may else []
