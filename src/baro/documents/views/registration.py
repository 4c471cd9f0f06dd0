"""From the door to the register: hand in, check the head, enter."""

import re
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_http_methods, require_POST

from baro.documents import operations, policies, queries
from baro.documents.comparison import Row, compared
from baro.documents.extraction.language import FOREIGN, is_foreign
from baro.documents.forms import PaperForm, RegistrationForm, first_guess
from baro.documents.models import Clause, Document, Intake
from baro.documents.operations.numbers import WHO_REGISTERS
from baro.documents.views.addresses import review_of
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org

_PLAIN_NUMBER = re.compile(r"[0-9]{1,9}")


@require_http_methods(["GET", "POST"])
def document_registration(request: org.UserRequest) -> HttpResponse:
    """Hand in a file or a text."""
    require(policies.can_register_somewhere(request.user, on=timezone.localdate()), WHO_REGISTERS)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PaperForm(*given)
    if form.is_valid():
        intake = _taken_in(request, form)
        if intake:
            return redirect(_next_of(intake, request.user))
    context = {
        "copied": _copied(request),
        "form": form,
        "limit_bytes": settings.FILE_SIZE_LIMIT,
        "limit": settings.FILE_SIZE_LIMIT // 2**20,
        "waiting": Intake.objects.visible_to(request.user).defer("text")[:10],
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/document_registration.html", context, status=status)


@require_http_methods(["GET", "POST"])
def document_intake(request: org.UserRequest, pk: int) -> HttpResponse:
    """Check what was read from the head, and enter the document into a register."""
    intake = get_object_or_404(Intake.objects.visible_to(request.user), pk=pk)
    units = queries.registering_units(request.user, on=timezone.localdate())
    reading = operations.reading_of(intake.text, None)
    initial = first_guess(reading.head, units)
    given = request.POST if request.method == "POST" else None
    form = RegistrationForm(given, units=units, initial=initial)
    first = None
    if form.is_valid():
        document, first = _registered(request, intake, form)
        if document:
            messages.success(
                request, f"Đã vào sổ {document.get_register_display().lower()}: {document}."
            )
            return _onwards(document)
    context = {
        "intake": intake,
        "is_foreign": is_foreign(intake.text),
        "notes": [note for note in intake.notes if note != FOREIGN],
        "form": form,
        "reading": reading,
        "first": first,
        "differences": _differences(request.user, intake, first),
        "reserved": queries.reserved_numbers(units),
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/document_intake.html", context, status=status)


@require_POST
def intake_discard(request: org.UserRequest, pk: int) -> HttpResponse:
    intake = get_object_or_404(Intake.objects.visible_to(request.user), pk=pk)
    operations.discard_intake(intake=intake, by=request.user, at=timezone.now())
    messages.success(request, f"Đã hủy {intake}, không vào sổ.")
    return redirect("documents:document-registration")


def _onwards(document: Document) -> HttpResponse:
    """To the drafts that are made of its tasks; to the document itself where it gives none.

    The way on is the same act carried further, so it stays a POST.
    """
    if document.clauses.filter(kind=Clause.Kind.TASK).exists():
        return redirect("tasks:document-drafting", document.pk, preserve_request=True)
    return redirect(review_of(document))


def _differences(user: org.User, intake: Intake, first: Document | None) -> list[Row] | None:
    """Both texts side by side, where another document has the number and this user may see it."""
    if first and Document.objects.visible_to(user).filter(pk=first.pk).exists():
        return compared(first.text, intake.text)
    return None


def _next_of(intake: Intake, user: org.User) -> str:
    """On to the check of the head, unless the paper is here already."""
    if intake.attachment_count:
        return reverse("documents:intake-enclosures", args=[intake.pk])
    is_known = intake.is_ready and queries.registered_copy(intake, user)
    if is_known or queries.waiting_copy(intake, user):
        return reverse("documents:document-registration", query={"trung": intake.pk})
    return reverse("documents:document-intake", args=[intake.pk])


def _copied(request: org.UserRequest) -> dict[str, Any]:
    """What was just taken in, and the document or waiting paper with the same content."""
    given = request.GET.get("trung", "")
    intakes = Intake.objects.visible_to(request.user)
    intake = intakes.filter(pk=given).first() if _PLAIN_NUMBER.fullmatch(given) else None
    if intake is None:
        return {}
    return {
        "copy": intake,
        "registered": queries.registered_copy(intake, request.user) if intake.is_ready else None,
        "waiting": queries.waiting_copy(intake, request.user),
    }


def _taken_in(request: org.UserRequest, form: PaperForm) -> Intake | None:
    upload = form.cleaned_data["file"]
    try:
        return operations.take_in_document(
            content=upload.read() if upload else None,
            file_name=upload.name if upload else "",
            text=form.cleaned_data["text"],
            by=request.user,
            at=timezone.now(),
        )
    except operations.SecretRefused as refusal:
        form.data = {}  # a secret is not sent over the network once more
        form.files = MultiValueDict()
        form.add_error(None, refusal.message)
    except DomainError as refusal:
        tell_refusal(form, refusal)
    return None


def _registered(
    request: org.UserRequest, intake: Intake, form: RegistrationForm
) -> tuple[Document | None, Document | None]:
    """The new document, or the earlier one that stands in its way."""
    details = form.details()
    details.setdefault("received_at", intake.received_at)
    try:
        document = operations.register_intake(
            intake=intake,
            register=form.cleaned_data["register"],
            owner_unit=form.owner_unit_chosen,
            by=request.user,
            at=timezone.now(),
            **details,
        )
    except operations.AlreadyRegistered as refusal:
        form.ask_about_correction()
        form.add_error(refusal.field, refusal.message)
        return None, refusal.first
    except DomainError as refusal:
        tell_refusal(form, refusal)
        if isinstance(refusal, operations.NumberJumps):
            form.ask_about_jump()
        return None, None
    return document, None
