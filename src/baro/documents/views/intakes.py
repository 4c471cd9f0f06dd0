"""A paper on the desk while it is read, and what came with a letter."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.documents.forms.papers import EnclosureForm
from baro.documents.models import Intake
from baro.documents.operations import intakes as operations
from baro.documents.operations.downloads import take_intake_file
from baro.documents.programs import missing_programs
from baro.documents.queries.intakes import enclosures_of, removed_intake
from baro.documents.views import registration
from baro.kernel.files import api as files
from baro.kernel.relay.api import queue_state
from baro.kernel.ui.pages import render_page
from baro.org import api as org

_GONE = 410


@require_http_methods(["GET", "POST"])
@never_cache
def document_intake(request: org.UserRequest, pk: int) -> HttpResponse:
    """The check of the head once the paper is read; until then, how the reading stands."""
    intake = Intake.objects.visible_to(request.user).filter(pk=pk).first()
    if intake is None:
        return _removed(request, pk)
    if not intake.is_ready:
        status = 422 if request.method == "POST" else 200
        context = _standing(intake)
        return render_page(request, "documents/intake_reading.html", context, status=status)
    return registration.document_intake(request, pk)


@require_GET
@never_cache
def intake_progress(request: org.UserRequest, pk: int) -> HttpResponse:
    """The part of the page that is asked for again and again; the whole page once it is over."""
    intake = Intake.objects.visible_to(request.user).filter(pk=pk).first()
    if intake is None or not intake.is_unread:
        _not_found_unless_removed(intake, request.user, pk)
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render_page(request, "documents/_intake_progress.html", _standing(intake))


@require_POST
def intake_cancellation(request: org.UserRequest, pk: int) -> HttpResponse:
    operations.cancel_reading(intake=_visible(request, pk), by=request.user, at=timezone.now())
    return redirect("documents:document-intake", pk=pk)


@require_POST
def intake_retry(request: org.UserRequest, pk: int) -> HttpResponse:
    operations.retry_reading(intake=_visible(request, pk), by=request.user, at=timezone.now())
    return redirect("documents:document-intake", pk=pk)


@require_GET
def intake_file(request: org.UserRequest, pk: int) -> FileResponse:
    intake = _visible(request, pk)
    stored = take_intake_file(intake=intake, by=request.user, at=timezone.now())
    return files.file_response(stored, name=intake.file_name)


@require_http_methods(["GET", "POST"])
def intake_enclosures(request: org.UserRequest, pk: int) -> HttpResponse:
    """The files that came with a letter; each may become a paper of its own."""
    letter = _visible(request, pk)
    form = EnclosureForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        taken = operations.take_in_attachment(
            letter=letter,
            number=form.cleaned_data["number"],
            by=request.user,
            at=timezone.now(),
        )
        messages.success(request, f"Đã nhận “{taken.name}” thành một văn bản chờ vào sổ.")
        return redirect("documents:intake-enclosures", pk=pk)
    context = {
        "letter": letter,
        "enclosures": enclosures_of(letter),
        "taken": list(letter.enclosed.visible_to(request.user).defer("text")),
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/intake_enclosures.html", context, status=status)


def _visible(request: org.UserRequest, pk: int) -> Intake:
    rows = Intake.objects.visible_to(request.user).select_related("file")
    return get_object_or_404(rows, pk=pk)


def _standing(intake: Intake) -> dict[str, object]:
    is_alive = not intake.is_unread or queue_state(at=timezone.now()).is_worker_alive
    missing = missing_programs() if intake.is_failed else ()
    return {"intake": intake, "is_worker_alive": is_alive, "missing": missing}


def _removed(request: org.UserRequest, pk: int) -> HttpResponse:
    removed = removed_intake(pk, request.user)
    if removed is None:
        raise Http404
    return render_page(request, "documents/intake_removed.html", {"removed": removed}, status=_GONE)


def _not_found_unless_removed(intake: Intake | None, user: org.User, pk: int) -> None:
    if intake is None and removed_intake(pk, user) is None:
        raise Http404
