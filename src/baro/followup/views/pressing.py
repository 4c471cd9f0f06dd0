"""One round: its words and letters before it goes out, its progress while, its letters after."""

from base64 import b64encode
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from baro.documents import api as documents
from baro.followup import policies
from baro.followup.forms.pressing import PressingForm, kept_words
from baro.followup.models import Pressing, PressingLetter
from baro.followup.operations import pressing as operations
from baro.followup.queries import pressing as queries
from baro.kernel.errors import DomainError
from baro.kernel.relay.api import queue_state
from baro.kernel.ui.pages import render_page, wants_fragment
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org


@require_http_methods(["GET", "POST"])
@never_cache
def pressing_round(request: org.UserRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    if not found.is_draft:
        return _standing(request, found)
    form = _form(request, found)
    if request.method == "POST" and wants_fragment(request):
        return _preview(request, found, form)
    if request.method == "POST" and form.is_valid():
        try:
            return _saved(request, found, form)
        except DomainError as refusal:
            tell_refusal(form, refusal)
    letters = list(queries.letters_of(found))
    context = {
        "pressing": found,
        "form": form,
        "letters": letters,
        "item_count": sum(letter.item_count for letter in letters),
        "shown": _shown(request, letters),
        "can_issue": _can_issue(request, found),
    }
    status = 422 if form.errors else 200
    return render_page(request, "followup/pressing_round.html", context, status=status)


@require_GET
@never_cache
def pressing_progress(request: org.UserRequest, pk: int) -> HttpResponse:
    """The part that is asked for again and again; the whole page once it is over."""
    found = _visible(request, pk)
    if not found.is_issuing:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render_page(request, "followup/_pressing_progress.html", _progress(found))


@require_POST
def pressing_issuance(request: org.UserRequest, pk: int) -> HttpResponse:
    """Go on after a stop, or try again what was not issued."""
    operations.start_pressing(pressing=_visible(request, pk), by=request.user, at=timezone.now())
    return redirect("followup:pressing-round", pk=pk)


@require_POST
def pressing_stop(request: org.UserRequest, pk: int) -> HttpResponse:
    operations.stop_pressing(pressing=_visible(request, pk), by=request.user, at=timezone.now())
    messages.success(request, "Đã dừng. Công văn đã phát hành giữ nguyên, phần còn lại chờ.")
    return redirect("followup:pressing-round", pk=pk)


@require_POST
def pressing_discard(request: org.UserRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    operations.discard_pressing(pressing=found, by=request.user, at=timezone.now())
    messages.success(request, "Đã bỏ đợt đôn đốc, không dùng số nào.")
    return redirect("followup:pressing-list")


@require_GET
def letter_items(request: org.UserRequest, pk: int) -> HttpResponse:
    """A part of a document's page: what the letter presses for; nothing for other documents."""
    document = get_object_or_404(documents.Document.objects.visible_to(request.user), pk=pk)
    letter = queries.letter_of(document)
    if letter is None:
        return HttpResponse()
    context = {
        "letter": letter,
        "rows": queries.pressed_for(request.user, letter, at=timezone.now()),
        "sees_round": Pressing.objects.visible_to(request.user)
        .filter(pk=letter.pressing_id)
        .exists(),
    }
    return render_page(request, "followup/_letter_items.html", context)


def _standing(request: org.UserRequest, found: Pressing) -> HttpResponse:
    context = {
        "letters": list(queries.letters_of(found)),
        "can_issue": _can_issue(request, found),
        **_progress(found),
    }
    return render_page(request, "followup/pressing_standing.html", context)


def _progress(found: Pressing) -> dict[str, Any]:
    is_alive = not found.is_issuing or queue_state(at=timezone.now()).is_worker_alive
    progress = queries.progress_of(found)
    return {"pressing": found, "progress": progress, "is_worker_alive": is_alive}


def _saved(request: org.UserRequest, found: Pressing, form: PressingForm) -> HttpResponse:
    now = timezone.now()
    text = form.text(found)
    if "phat-hanh" in request.POST:
        operations.revise_and_start(pressing=found, text=text, by=request.user, at=now)
        return redirect("followup:pressing-round", pk=found.pk)
    operations.revise_pressing(pressing=found, text=text, by=request.user, at=now)
    messages.success(request, "Đã lưu lời công văn.")
    return redirect("followup:pressing-round", pk=found.pk)


def _preview(request: org.UserRequest, found: Pressing, form: PressingForm) -> HttpResponse:
    """One letter as it would go out with what stands in the form, saved or not."""
    form.is_valid()
    letters = list(queries.letters_of(found))
    shown = _shown(request, letters)
    text = form.text(found)
    for name in ("subject", "opening", "ask", "answer_by", "recipients", "filing", "signer"):
        setattr(found, name, getattr(text, name))
    found.drafting_unit = text.drafting_unit
    items = queries.items_of(shown)
    on = timezone.localdate()
    content = operations.letter_content(found, shown.unit, items, on=on)
    paper = documents.previewed(unit=found.unit, content=content)
    pictures = documents.page_pictures(documents.official_pdf(paper))
    context = {
        "shown": shown,
        "letters": letters,
        "pictures": [f"data:image/png;base64,{b64encode(one).decode()}" for one in pictures],
    }
    fragment = "followup/_letter_preview.html"
    return render_page(request, fragment, context, fragment=fragment)


def _shown(request: org.UserRequest, letters: list[PressingLetter]) -> PressingLetter:
    asked = request.POST.get("thu") or request.GET.get("thu", "")
    return next((letter for letter in letters if str(letter.pk) == asked), letters[0])


def _form(request: org.UserRequest, found: Pressing) -> PressingForm:
    return PressingForm(
        request.POST if request.method == "POST" else None,
        signers=documents.signers_for(found.unit, on=timezone.localdate()),
        drafting_units=documents.drafting_units(found.unit),
        initial=kept_words(found),
    )


def _can_issue(request: org.UserRequest, found: Pressing) -> bool:
    return policies.can_issue_pressing(request.user, found, on=timezone.localdate())


def _visible(request: org.UserRequest, pk: int) -> Pressing:
    rows = Pressing.objects.visible_to(request.user).select_related(
        "unit__commune",
        "unit__parent",
        "drafting_unit",
        "signer__person",
        "signer__post__unit",
        "drafted_by__person",
        "started_by__person",
    )
    return get_object_or_404(rows, pk=pk)
