"""What the views of drafts share: fetching what the user may see, and the cards on the screen."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import reswap, retarget

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks import policies, review
from baro.tasks.models import TaskDraft
from baro.tasks.queries.changes import no_longer_said

PICKED, ORDER, BY_TEXT = "ban", "thu-tu", "van-ban"


def visible_document(request: org.UserRequest, pk: int) -> documents.Document:
    visible = documents.Document.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("owner_unit"), pk=pk)


def visible_draft(request: org.UserRequest, pk: int) -> TaskDraft:
    visible = TaskDraft.objects.visible_to(request.user)
    return get_object_or_404(
        visible.select_related("document__owner_unit", "item", "follows__item"), pk=pk
    )


def may_issue(request: org.UserRequest, document: documents.Document) -> bool:
    return policies.can_issue_tasks(request.user, document.owner_unit, on=timezone.localdate())


def may_teach(request: org.UserRequest, document: documents.Document) -> bool:
    today = timezone.localdate()
    return documents.can_teach(request.user, document.owner_unit, on=today)


def picked_in(request: org.UserRequest) -> set[int] | None:
    """The drafts that were ticked; nothing where the request does not speak of them."""
    sent = request.POST if request.method == "POST" else request.GET
    keys = {int(key) for key in sent.getlist(PICKED) if key.isdecimal()}
    return keys if keys or ORDER in sent else None


def cards_of(
    request: org.UserRequest, document: documents.Document, drafts: Sequence[TaskDraft]
) -> tuple[review.Card, ...]:
    return review.cards_of(
        drafts,
        issuer_unit=document.owner_unit,
        at=timezone.now(),
        inspector_post=org.powers_of(request.user, on=timezone.localdate()).main_post,
    )


def review_context(
    request: org.UserRequest, document: documents.Document, *, focus: int | None = None
) -> dict[str, Any]:
    """All that the screen shows; `focus` is the draft that was just worked on."""
    drafts = list(review.drafts_of(document))
    cards = cards_of(request, document, drafts)
    clauses = list(document.clauses.all())
    sent = request.POST if request.method == "POST" else request.GET
    by_text = sent.get(ORDER) == BY_TEXT
    return {
        "document": document,
        "cards": cards if by_text else review.doubtful_first(cards),
        "by_text": by_text,
        "focus": focus,
        "chosen": chosen(request, cards, focus),
        "partners": {draft.pk: review.partner_of(draft, drafts) for draft in drafts},
        "clauses": {clause.key: clause for clause in clauses},
        "waiting": sum(card.draft.is_open and not card.given for card in cards),
        "clear": sum(card.is_clear for card in cards),
        "segments": documents.marked_text(document.text, clauses, review.quotes_of(drafts)),
        "gone": [draft.item for draft in no_longer_said(document)],
        "can_issue": may_issue(request, document),
        "can_teach": may_teach(request, document),
    }


def chosen(
    request: org.UserRequest, cards: Sequence[review.Card], focus: int | None = None
) -> set[int]:
    """The ticked drafts; what was just put right is ticked with them."""
    ticked = review.chosen_among(cards, picked_in(request))
    return ticked | {card.draft.pk for card in cards if card.draft.pk == focus and card.is_clear}


def show_review(request: org.UserRequest, draft: TaskDraft) -> HttpResponse:
    """The whole screen again, after an act that changed more than one card."""
    if not request.htmx:
        return _to_the_card(draft)
    document = visible_document(request, draft.document_id)
    context = review_context(request, document, focus=draft.pk)
    context["unit_names"] = ()
    response = render(request, "tasks/_review.html", context)
    return reswap(retarget(response, "#review"), "outerHTML")


def show_card(request: org.UserRequest, pk: int) -> HttpResponse:
    """The card of a draft, in the place of its form or of its former self."""
    draft = visible_draft(request, pk)
    if not request.htmx:
        return _to_the_card(draft)
    [card] = cards_of(request, draft.document, [draft])
    neighbours = draft.document.task_drafts.filter(status=TaskDraft.Status.OPEN)
    context = {
        "card": card,
        "focus": pk,
        "chosen": chosen(request, [card], pk),
        "partners": {pk: review.partner_of(draft, neighbours)},
        "clauses": {clause.key: clause for clause in draft.document.clauses.all()},
        "can_issue": may_issue(request, draft.document),
        "can_teach": may_teach(request, draft.document),
    }
    return render(request, "tasks/_draft_card.html", context)


def way_back(request: org.UserRequest, document: documents.Document) -> str:
    """The review with the same drafts ticked, in the same order."""
    order = (request.GET.get(ORDER) or "ngo") if request.method == "GET" else "ngo"
    query = urlencode({PICKED: sorted(picked_in(request) or ()), ORDER: order}, doseq=True)
    return f"{reverse('tasks:document-review', args=[document.pk])}?{query}"


def _to_the_card(draft: TaskDraft) -> HttpResponse:
    address = reverse("tasks:document-review", args=[draft.document_id])
    return redirect(f"{address}#draft-{draft.pk}")
