"""Writing a paper: the form, and beside it the paper as it will be printed."""

from base64 import b64encode
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from baro.documents import operations, policies, queries
from baro.documents.forms import PaperDraftForm, kept_values
from baro.documents.models import PaperDraft
from baro.documents.official import official_docx, official_pdf
from baro.documents.official.pictures import page_pictures
from baro.documents.views.attachments import attachment
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page, wants_fragment
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org

_PARTY_FILING, _STATE_FILING = "Văn phòng cấp ủy", "VT"


@require_http_methods(["GET", "POST"])
def paper_writing(request: org.UserRequest) -> HttpResponse:
    """Begin a paper for one of the units for which one may write."""
    units = queries.writing_units(request.user, on=timezone.localdate())
    require(bool(units), operations.WHO_WRITES)
    asked = request.GET.get("don-vi", "")
    unit = next((unit for unit in units if str(unit.pk) == asked), units[0])
    form = _form(request, unit, _first_values(request.user, unit))
    if request.method == "POST" and wants_fragment(request):
        return _preview(request, form, unit)
    if request.method == "POST" and form.is_valid():
        try:
            draft = operations.write_paper(
                unit=unit, content=form.content(), by=request.user, at=timezone.now()
            )
            return redirect("documents:paper-draft", pk=draft.pk)
        except DomainError as refusal:
            tell_refusal(form, refusal)
    context = {"units": units, "drafts": queries.drafts_of(request.user)[:12], "draft": None}
    return _page(request, form, unit, context)


@require_http_methods(["GET", "POST"])
def paper_draft(request: org.UserRequest, pk: int) -> HttpResponse:
    """Go on with a paper; once it is issued, its document is shown instead."""
    draft = _visible(request, pk)
    if draft.document_id:
        return redirect("documents:document", pk=draft.document_id)
    form = _form(request, draft.unit, kept_values(draft))
    if request.method == "POST" and wants_fragment(request):
        return _preview(request, form, draft.unit)
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(_saved(request, draft, form))
        except DomainError as refusal:
            tell_refusal(form, refusal)
    on = timezone.localdate()
    context = {
        "draft": draft,
        "units": [draft.unit],
        "drafts": [],
        "can_issue": policies.can_issue_paper(request.user, draft, on=on),
    }
    return _page(request, form, draft.unit, context)


@transaction.atomic
def _saved(request: org.UserRequest, draft: PaperDraft, form: PaperDraftForm) -> str:
    """Keep what is on the screen, and, where that was asked, number and register just that."""
    now = timezone.now()
    draft = operations.revise_paper(
        draft=draft,
        version=form.cleaned_data["version"] or 0,
        content=form.content(),
        by=request.user,
        at=now,
    )
    if "phat-hanh" not in request.POST:
        return reverse("documents:paper-draft", args=[draft.pk])
    document = operations.issue_paper(draft=draft, version=draft.version, by=request.user, at=now)
    messages.success(request, f"Đã cấp số và vào sổ văn bản đi: {document}.")
    return reverse("documents:document", args=[document.pk])


@require_GET
def paper_draft_word(request: org.UserRequest, pk: int) -> HttpResponse:
    draft = _visible(request, pk)
    return attachment(official_docx(operations.paper_of(draft)), name=_name(draft, "docx"))


@require_GET
def paper_draft_pdf(request: org.UserRequest, pk: int) -> HttpResponse:
    draft = _visible(request, pk)
    return attachment(official_pdf(operations.paper_of(draft)), name=_name(draft, "pdf"))


def _page(
    request: org.UserRequest, form: PaperDraftForm, unit: org.Unit, context: dict[str, Any]
) -> HttpResponse:
    shown = {"form": form, "unit": unit, "can_issue": False, **context}
    status = 422 if form.errors else 200
    return render_page(request, "documents/paper_draft.html", shown, status=status)


def _form(request: org.UserRequest, unit: org.Unit, initial: dict[str, Any]) -> PaperDraftForm:
    signers = list(queries.signers_for(unit, on=timezone.localdate()))
    return PaperDraftForm(
        request.POST if request.method == "POST" else None,
        signers=signers,
        authorised=queries.authorised_signers_for(unit, on=timezone.localdate()),
        drafting_units=queries.drafting_units(unit),
        initial={"signer": signers[0].pk if signers else None, **initial},
    )


def _first_values(user: org.User, unit: org.Unit) -> dict[str, Any]:
    """A letter, filed with the clerk, drafted where the user sits."""
    sits = org.powers_of(user, on=timezone.localdate()).main_unit
    is_party = unit.branch == org.Unit.Branch.PARTY
    return {
        "type": "CV",
        "recipients": "Như trên",
        "filing": _PARTY_FILING if is_party else _STATE_FILING,
        "drafting_unit": sits.pk if sits and sits.parent_id == unit.pk else None,
    }


def _preview(request: org.UserRequest, form: PaperDraftForm, unit: org.Unit) -> HttpResponse:
    """The paper as it stands in the form, saved or not."""
    form.is_valid()
    draft = PaperDraft(unit=unit, **form.content().values())
    pictures = page_pictures(official_pdf(operations.paper_of(draft)))
    shown = [f"data:image/png;base64,{b64encode(picture).decode()}" for picture in pictures]
    context = {"pictures": shown}
    fragment = "documents/_paper_preview.html"
    return render_page(request, fragment, context, fragment=fragment)


def _name(draft: PaperDraft, ending: str) -> str:
    return f"Dự thảo {draft.get_type_display()} {draft.subject[:60]}.{ending}"


def _visible(request: org.UserRequest, pk: int) -> PaperDraft:
    rows = PaperDraft.objects.visible_to(request.user).select_related(
        "unit__commune", "unit__parent", "drafting_unit", "signer__person", "signer__post__unit"
    )
    return get_object_or_404(rows, pk=pk)
