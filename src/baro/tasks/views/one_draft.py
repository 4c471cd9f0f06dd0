"""One draft of the review screen: written over, dropped, cut, joined, put back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.kernel.errors import DomainError
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.tasks import operations, queries, review
from baro.tasks.cuts import cuts_of
from baro.tasks.doubts import unnamed_phrase
from baro.tasks.forms import AmendmentForm, DraftForm
from baro.tasks.models import TaskDraft
from baro.tasks.views.draft_pages import may_teach, show_card, show_review, visible_draft


class NotUnderstood(DomainError):
    pass


@require_http_methods(["GET", "POST"])
def draft(request: org.UserRequest, pk: int) -> HttpResponse:
    """One draft: its form, or, after saving, its card."""
    draft = visible_draft(request, pk)
    if request.method == "GET":
        return _draft_form(request, draft, DraftForm(initial=review.initial_of(draft)))
    form = DraftForm(request.POST)
    if not form.is_valid():
        return _draft_form(request, draft, form)
    try:
        _edit(request, draft, form)
    except DomainError as refusal:
        tell_refusal(form, refusal)
        return _draft_form(request, draft, form)
    return show_card(request, pk)


@require_GET
def draft_card(request: org.UserRequest, pk: int) -> HttpResponse:
    """The card again, when its form is left."""
    return show_card(request, pk)


@require_POST
def draft_amendment(request: org.UserRequest, pk: int) -> HttpResponse:
    """One word on the card: who, by when, or how a doubt is settled."""
    draft, form = visible_draft(request, pk), AmendmentForm(request.POST)
    if not form.is_valid():
        raise NotUnderstood(" ".join(str(one) for many in form.errors.values() for one in many))
    _edit(request, draft, form)
    return show_card(request, pk)


@require_POST
def draft_drop(request: org.UserRequest, pk: int) -> HttpResponse:
    operations.drop_draft(draft=visible_draft(request, pk), by=request.user, at=timezone.now())
    return show_card(request, pk)


@require_POST
def draft_restoration(request: org.UserRequest, pk: int) -> HttpResponse:
    operations.restore_draft(draft=visible_draft(request, pk), by=request.user, at=timezone.now())
    return show_card(request, pk)


@require_http_methods(["GET", "POST"])
def draft_split(request: org.UserRequest, pk: int) -> HttpResponse:
    """The places where the quote may be cut; then the two halves."""
    draft = visible_draft(request, pk)
    if request.method == "GET":
        cuts = cuts_of(draft.quote, draft.start or 0)
        return _in_place(request, "split", {"draft": draft, "cuts": cuts})
    place = _offset(request, "place")
    operations.split_draft(draft=draft, place=place, by=request.user, at=timezone.now())
    return show_review(request, draft)


@require_POST
def draft_merger(request: org.UserRequest, pk: int) -> HttpResponse:
    """Join the draft that is named; who leads is asked when the two do not agree."""
    draft = visible_draft(request, pk)
    visible = TaskDraft.objects.visible_to(request.user)
    other = get_object_or_404(visible, pk=_offset(request, "with"))
    try:
        operations.merge_drafts(
            draft=draft,
            other=other,
            lead_codes=request.POST.getlist("lead"),
            by=request.user,
            at=timezone.now(),
        )
    except operations.LeadsDiffer as refusal:
        names = queries.names_of_named(refusal.codes)
        leads = [(code, names.get(code, code)) for code in refusal.codes]
        context = {"draft": draft, "other": other, "leads": leads, "refusal": refusal.message}
        return _in_place(request, "merger", context, status=422)
    return show_review(request, draft)


@require_POST
def draft_quote(request: org.UserRequest, pk: int) -> HttpResponse:
    draft = visible_draft(request, pk)
    start, end = _offset(request, "start"), _offset(request, "end")
    operations.move_quote(draft=draft, start=start, end=end, by=request.user, at=timezone.now())
    return show_review(request, draft)


@require_POST
def draft_deadline(request: org.UserRequest, pk: int) -> HttpResponse:
    """Give the issued task the day that the text says now."""
    draft = visible_draft(request, pk)
    operations.move_deadline(draft=draft, by=request.user, at=timezone.now())
    return show_review(request, draft)


@require_POST
def draft_replacement(request: org.UserRequest, pk: int) -> HttpResponse:
    """Put what the text says now in the place of the issued task."""
    draft = visible_draft(request, pk)
    operations.replace_given_task(draft=draft, by=request.user, at=timezone.now())
    return show_review(request, draft)


@require_POST
def draft_undoing(request: org.UserRequest, pk: int) -> HttpResponse:
    draft = visible_draft(request, pk)
    operations.undo_reshaping(draft=draft, by=request.user, at=timezone.now())
    return show_review(request, draft)


def _edit(request: org.UserRequest, draft: TaskDraft, form: DraftForm | AmendmentForm) -> None:
    operations.edit_draft(
        draft=draft,
        changes=operations.DraftChanges(**form.changes()),
        remember=bool(form.cleaned_data.get("remember")),
        by=request.user,
        at=timezone.now(),
    )


def _offset(request: org.UserRequest, name: str) -> int:
    sent = request.POST.get(name, "")
    if not sent.isdecimal() or len(sent) > len("2147483647"):
        raise NotUnderstood("Hãy chọn một chỗ trong nội dung văn bản.", field=name)
    return int(sent)


def _draft_form(request: org.UserRequest, draft: TaskDraft, form: DraftForm) -> HttpResponse:
    context = {
        "draft": draft,
        "form": form,
        "unnamed": unnamed_phrase(draft.doubts) if may_teach(request, draft.document) else "",
        # The review screen has the names already.
        "unit_names": [] if request.htmx else org.addressable_names(on=timezone.localdate()),
    }
    return _in_place(request, "form", context, status=422 if form.errors else 200)


def _in_place(
    request: org.UserRequest, part: str, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    """A part of the screen in the place of the card, or on a page of its own."""
    fragment = f"tasks/_draft_{part}.html"
    template = fragment if request.htmx else "tasks/draft.html"
    return render(request, template, {**context, "part": fragment}, status=status)
