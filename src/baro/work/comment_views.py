"""What is said about an item: a fragment of its page, and a page where there are no scripts."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.kernel.errors import DomainError
from baro.kernel.files import api as files
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.work.comment_forms import CommentEditForm, CommentForm
from baro.work.models import WorkItem
from baro.work.models.comments import WorkComment, WorkCommentFile
from baro.work.operations import comments as operations
from baro.work.operations import watching
from baro.work.queries.comments import thread_of
from baro.work.queries.mentions import callable_people
from baro.work.queries.pages import page_of

_MOST_CALLABLE = 6


@require_http_methods(["GET", "POST"])
def item_comments(request: org.UserRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    if request.method == "GET":
        return _thread(request, item)
    form = CommentForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            operations.write_comment(
                item=item,
                text=form.cleaned_data["text"],
                meant=form.cleaned_data["meant"],
                attachments=form.attachments(),
                by=request.user,
                at=timezone.now(),
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, "Đã gửi ý kiến.")
            return _done(request, item)
    return _thread(request, item, form=form)


@require_http_methods(["GET", "POST"])
def comment_edit(request: org.UserRequest, pk: int) -> HttpResponse:
    comment = _comment(request, pk)
    require(comment.written_by_id == request.user.pk, operations.WHO_MENDS)
    given = request.POST if request.method == "POST" else None
    form = CommentEditForm(given, initial={"text": comment.text}, auto_id=f"edit-{pk}-%s")
    if given is not None and form.is_valid():
        try:
            operations.edit_comment(
                comment=comment,
                text=form.cleaned_data["text"],
                meant=form.cleaned_data["meant"],
                by=request.user,
                at=timezone.now(),
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, "Đã sửa ý kiến.")
            return _done(request, comment.item)
    return _thread(request, comment.item, editing=comment, edit_form=form)


@require_POST
def comment_removal(request: org.UserRequest, pk: int) -> HttpResponse:
    comment = _comment(request, pk)
    operations.take_back_comment(comment=comment, by=request.user, at=timezone.now())
    messages.success(request, "Đã rút lại ý kiến.")
    return _done(request, comment.item)


@require_GET
def comment_file(request: org.UserRequest, pk: int) -> HttpResponseBase:
    visible = WorkComment.objects.visible_to(request.user)
    found = WorkCommentFile.objects.filter(comment__in=visible)
    attachment = get_object_or_404(found.select_related("file", "comment__item"), pk=pk)
    stored = operations.take_comment_file(attachment=attachment, by=request.user, at=timezone.now())
    return files.file_response(stored, name=attachment.name)


@require_GET
def item_comment_people(request: org.UserRequest, pk: int) -> HttpResponse:
    """Who can be called by name here, for the words after the sign."""
    words = request.GET.get("q", "").strip()[:60]
    people = callable_people(
        _item(request, pk),
        words,
        caller=request.user,
        on=timezone.localdate(),
        most=_MOST_CALLABLE,
    )
    return render(request, "work/_comment_people.html", {"people": people, "words": words})


@require_POST
def item_watch(request: org.UserRequest, pk: int) -> HttpResponse:
    """Follow the item, or with `thoi` no longer."""
    item, now = _item(request, pk), timezone.now()
    if "thoi" in request.POST:
        watching.stop_watching(item=item, by=request.user, at=now)
        messages.success(request, f"Ông/bà thôi theo dõi {item.number}.")
    else:
        watching.watch_item(item=item, by=request.user, at=now)
        messages.success(request, f"Ông/bà sẽ được báo khi có trao đổi về {item.number}.")
    return _done(request, item)


def _thread(
    request: org.UserRequest,
    item: WorkItem,
    *,
    form: CommentForm | None = None,
    editing: WorkComment | None = None,
    edit_form: CommentEditForm | None = None,
) -> HttpResponse:
    is_whole = "tat-ca" in request.GET or editing is not None
    shown_form = form or CommentForm(auto_id=f"comment-{item.pk}-%s")
    refused = next((each for each in (form, edit_form) if each and each.errors), None)
    context = {
        "item": item,
        "href": page_of(item),
        "thread": thread_of(item, reader=request.user, at=timezone.now(), whole=is_whole),
        "form": shown_form,
        "editing": editing,
        "edit_form": edit_form,
    }
    return render_page(
        request,
        "work/comments.html",
        context,
        fragment="work/_comments.html",
        status=422 if refused else 200,
    )


def _done(request: org.UserRequest, item: WorkItem) -> HttpResponse:
    return _thread(request, item) if request.htmx else redirect("work:item-comments", item.pk)


def _item(request: org.UserRequest, pk: int) -> WorkItem:
    visible = WorkItem.objects.visible_to(request.user)
    found = visible.select_related("accountable_post", "inspector_post", "assignee", "lead_unit")
    return get_object_or_404(found.select_related("issued_by__person"), pk=pk)


def _comment(request: org.UserRequest, pk: int) -> WorkComment:
    visible = WorkComment.objects.visible_to(request.user)
    return get_object_or_404(visible.select_related("item", "written_by__person"), pk=pk)
