"""One task on screen: whole page or, after an act, its fragment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from baro.documents import api as documents
from baro.kernel.ui.pages import render_page, wants_fragment
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
    "task-recall": forms.RecallForm,
    "task-acceptance": forms.AcceptanceForm,
    "task-return": forms.ReturnForm,
    "task-extension": forms.ExtensionForm,
    "task-extension-decision": forms.ExtensionDecisionForm,
    "task-part": forms.PartForm,
    "task-confirmation": forms.ConfirmationForm,
    "task-split": forms.SplitForm,
    "task-deadline": forms.DeadlineForm,
    "task-withdrawal": forms.WithdrawalForm,
    "task-replacement": forms.ReplacementForm,
}


def form_of(
    code: str, *args: Any, task: Task, user: org.User, product: int | None = None
) -> forms.ActForm:
    """The form of an act; its controls are named apart from those of the other acts."""
    return FORMS[code](*args, task=task, user=user, product=product, auto_id=f"{code}-%s")


# What was taken back or replaced is neither in time nor late.
_JUDGED = frozenset(work.State.values) - {work.State.WITHDRAWN, work.State.REPLACED}


_LONGEST_KEY = 19

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
    """An act that the user may do now; `form` comes with the page only where it is shown at once.

    The fields of an act are fetched when somebody opens it: most acts of most tasks never are.
    """

    code: str
    label: str
    form: forms.ActForm | None
    is_open: bool


def show_task(
    request: org.UserRequest, pk: int, refused: Refused | None = None, opened: str = ""
) -> HttpResponse:
    """Read the task afresh and show it, one act `opened`; 422 while a refused form is shown."""
    page = queries.task_page(pk, reader=request.user)
    if page is None:
        raise Http404
    now = timezone.now()
    task, item = page.task, page.task.item
    acts = _open_acts(request.user, page, refused, opened, product=page.product)
    powers = org.powers_of(request.user, on=timezone.localdate())
    sees_issuer = powers.may(org.Permission.SEE, item.issuer_unit)
    context = {
        "task": task,
        "page": page,
        "item": item,
        "cell": work.cell_of(item, at=now),
        "sees_issuer": sees_issuer,
        "shows_cell": not item.is_collective and item.state in _JUDGED,
        "holders": org.holders_of(
            [post for post in (item.accountable_post, item.inspector_post) if post],
            on=timezone.localdate(),
        ),
        "recurrence": recurrence_in_words(task.recurrence),
        "origin": getattr(task, "origin", None),
        "occurrence": getattr(item, "duty_occurrence", None),
        "chain": work.due_chain(item, page.extensions),
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


def _children(request: org.UserRequest, item: work.WorkItem, at: datetime) -> list[work.InboxRow]:
    """Work handed on inside a unit; the children of a collective task have their own board."""
    if item.is_collective or not queries.has_children(item.pk):
        return []
    visible = work.WorkItem.objects.visible_to(request.user)
    children = work.for_rows(visible.filter(parent=item))
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


def show_act_form(request: org.UserRequest, pk: int, code: str) -> HttpResponse:
    """The fields of one act; without htmx the whole task with the act open."""
    if not wants_fragment(request):
        return show_task(request, pk, opened=code)
    page = queries.task_page(pk, reader=request.user)
    if page is None:
        raise Http404
    acts = _open_acts(request.user, page, None, code, product=_product_beside(request, page))
    context = {"task": page.task, "act": next((act for act in acts if act.is_open), None)}
    return render(request, "tasks/_act_form.html", context)


def _product_beside(request: org.UserRequest, page: queries.TaskPage) -> int | None:
    """The page that fetches a form may be older than the product that waits now."""
    told = request.GET.get("delivery", "")
    return int(told) if told.isdecimal() and len(told) < _LONGEST_KEY else page.product


def show_refused_act(request: org.UserRequest, pk: int, refused: Refused) -> HttpResponse:
    """The form of the act with what is wrong, in its own place: other acts stay as they are.

    Without htmx, and where the act can no longer be done, the whole task tells it.
    """
    page = queries.task_page(pk, reader=request.user) if wants_fragment(request) else None
    acts = _open_acts(request.user, page, refused, "", product=None) if page else []
    act = next((act for act in acts if act.code == refused.code), None)
    if page is None or act is None:
        return show_task(request, pk, refused=refused)
    context = {"task": page.task, "act": act}
    response = render(request, "tasks/_act_form.html", context, status=422)
    response["HX-Retarget"] = f"#form-{act.code}"
    return response


def _open_acts(
    user: org.User,
    page: queries.TaskPage,
    refused: Refused | None,
    opened: str,
    *,
    product: int | None,
) -> list[OpenAct]:
    return [
        OpenAct(code, action.label, refused.form, is_open=True)
        if refused and refused.code == code
        else _open_act(user, page.task, action, product, is_open=code == opened)
        for action in _actions(user, page)
        for code in [action.code]
    ]


def _open_act(
    user: org.User, task: Task, action: work.Action, product: int | None, *, is_open: bool
) -> OpenAct:
    code = action.code
    is_shown = is_open or FORMS[code].asks_nothing()
    form = form_of(code, task=task, user=user, product=product) if is_shown else None
    return OpenAct(code, action.label, form, is_open=is_open)


def _actions(user: org.User, page: queries.TaskPage) -> list[work.Action]:
    """What the ledger allows, and what only a task knows: its spoken order, its parts."""
    actions = [*work.allowed_actions(user, page.task.item), *_parts_to_finish(user, page)]
    if _may_confirm(user, page.task):
        name = "task-confirmation"
        actions.insert(0, work.Action(name, "Xác nhận lời chỉ đạo", f"tasks:{name}"))
    return actions


def _may_confirm(user: org.User, task: Task) -> bool:
    origin: TaskOrigin | None = getattr(task, "origin", None)
    if origin is None or not origin.waits_for_confirmation:
        return False
    return policies.can_confirm_order(user, origin, has_paper=True, on=timezone.localdate())


def _parts_to_finish(user: org.User, page: queries.TaskPage) -> list[work.Action]:
    """The cooperating part that the user's unit still owes, while the item is open."""
    on = timezone.localdate()
    owed = (party for party in page.cooperating if party.done_at is None)
    may = page.task.item.is_open and any(work.can_finish_part(user, party, on=on) for party in owed)
    return [work.Action("task-part", "Xong phần phối hợp", "tasks:task-part")] if may else []
