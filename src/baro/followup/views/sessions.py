"""One session: what became of the conclusion before it, on paper and on the screen of the hall."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from baro.documents import api as documents
from baro.followup import policies
from baro.followup.compilation import ClausePart, Compilation, ConclusionPart
from baro.followup.compiled_paper import compiled_paper
from baro.followup.forms.committees import ConclusionForm
from baro.followup.models import Committee, CommitteeSession
from baro.followup.operations import committees as operations
from baro.followup.queries import committees as queries
from baro.followup.queries.compiling import compiled, task_address
from baro.kernel.errors import DomainError
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org
from baro.work import api as work

_FROZEN = "chot"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def session(request: org.UserRequest, pk: int) -> HttpResponse:
    return _show(request, _visible(request, pk))


@require_GET
def session_screen(request: org.UserRequest, pk: int) -> HttpResponse:
    """One clause at a time in large letters, for the hall."""
    found = _visible(request, pk)
    compilation, is_frozen = _compilation(request, found)
    cell = _cell(request)
    steps = _steps(compilation.only(cell))
    asked = request.GET.get("diem", "1")
    step = min(max(int(asked) if asked.isdecimal() else 1, 1), max(len(steps), 1))
    part, clause = steps[step - 1] if steps else (None, None)
    context = {
        **_shown(request, found, compilation, is_frozen=is_frozen),
        "part": part,
        "clause": clause,
        "step": step,
        "count": len(steps),
    }
    return render_page(request, "followup/session_screen.html", context)


@require_GET
def session_paper(request: org.UserRequest, pk: int, form: str) -> HttpResponse:
    """The compiled report as Word or PDF, without its number until it is signed."""
    found = _visible(request, pk)
    compilation, _ = _compilation(request, found)
    unit = found.committee.secretary_unit
    signer = documents.signers_for(unit, on=timezone.localdate()).first()
    paper = compiled_paper(found, compilation, signer=signer)
    write, kind = (
        (documents.official_pdf, "application/pdf")
        if form == "pdf"
        else (documents.official_docx, _WORD)
    )
    name = f"tinh-hinh-ket-luan-ky-{found.number}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(write(paper), content_type=kind, headers=headers)


@require_POST
def session_holding(request: org.UserRequest, pk: int) -> HttpResponse:
    held = operations.hold_session(session=_visible(request, pk), by=request.user, at=_now())
    messages.success(request, f"Đã chốt số liệu phục vụ kỳ họp thứ {held.number}.")
    return redirect("followup:session", pk=pk)


@require_POST
def session_conclusion(request: org.UserRequest, pk: int) -> HttpResponse:
    found = _visible(request, pk)
    form = _conclusion_form(request, found)
    if form.is_valid():
        try:
            operations.conclude_session(
                session=found, document=form.paper(), by=request.user, at=_now()
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            messages.success(request, f"Đã ghi kết luận của kỳ họp thứ {found.number}.")
            return redirect("followup:session", pk=pk)
    return _show(request, found, form)


def _show(
    request: org.UserRequest, found: CommitteeSession, form: ConclusionForm | None = None
) -> HttpResponse:
    compilation, is_frozen = _compilation(request, found)
    can_keep = policies.can_keep_committee(request.user, found.committee, on=timezone.localdate())
    context = {
        **_shown(request, found, compilation, is_frozen=is_frozen),
        "compilation": compilation.only(_cell(request)),
        "can_keep": can_keep,
        "form": form or (_conclusion_form(request, found) if can_keep else None),
    }
    status = 422 if form else 200
    return render_page(request, "followup/session.html", context, status=status)


def _shown(
    request: org.UserRequest, found: CommitteeSession, compilation: Compilation, *, is_frozen: bool
) -> dict[str, Any]:
    items = work.WorkItem.objects.visible_to(request.user).filter(pk__in=compilation.item_ids)
    open_to = set(items.values_list("pk", flat=True))
    return {
        "session": found,
        "whole": compilation,
        "is_frozen": is_frozen,
        "cell": _cell(request),
        "cells": work.Cell.choices,
        "addresses": {
            line.item_id: task_address(line)
            for line in compilation.lines()
            if line.item_id in open_to
        },
    }


def _compilation(request: org.UserRequest, found: CommitteeSession) -> tuple[Compilation, bool]:
    """As fixed when the session was held, where that is asked and the user may see all of it."""
    on = timezone.localdate()
    sees_all = policies.can_see_whole_compilation(request.user, found.committee, on=on)
    if request.GET.get("ban") == _FROZEN and found.snapshot and sees_all:
        return Compilation.of_kept(found.snapshot), True
    return compiled(found, request.user, at=_now()), False


def _steps(compilation: Compilation) -> list[tuple[ConclusionPart, ClausePart]]:
    return [(part, clause) for part in compilation.parts for clause in part.clauses]


def _cell(request: org.UserRequest) -> str:
    asked = request.GET.get("o", "")
    return asked if asked in work.Cell.values else ""


def _conclusion_form(request: org.UserRequest, found: CommitteeSession) -> ConclusionForm:
    papers = queries.conclusions_for(found.committee, request.user)
    return ConclusionForm(request.POST if request.method == "POST" else None, papers=papers)


def _visible(request: org.UserRequest, pk: int) -> CommitteeSession:
    committees = Committee.objects.visible_to(request.user)
    rows = CommitteeSession.objects.filter(committee__in=committees).select_related(
        "committee__chair_unit__parent",
        "committee__chair_unit__commune",
        "committee__secretary_unit__parent",
        "committee__secretary_unit__commune",
        "conclusion",
        "held_by__person",
    )
    return get_object_or_404(rows.defer("conclusion__text", "conclusion__pages"), pk=pk)


def _now() -> datetime:
    return timezone.now()
