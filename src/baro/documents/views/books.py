"""The register as a book: looked at, printed, taken as Word or Excel."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import islice

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from baro.documents import operations, queries
from baro.documents.books import Book, Cell, excel_of, word_of, written
from baro.documents.forms import BookForm
from baro.documents.operations.books import WHO_SEES_BOOK
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.pages import render_page
from baro.kernel.ui.refused_forms import tell_refusal
from baro.org import api as org

_SHOWN = 50
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def register_book(request: org.UserRequest) -> HttpResponse:
    """Choose the book and see how it begins."""
    return _chosen(request, _form(request))


@require_GET
def register_book_print(request: org.UserRequest) -> HttpResponse:
    def page(book: Book) -> HttpResponse:
        context = {"book": book, "rows": [_cells(row) for row in book.rows]}
        return render_page(request, "documents/register_book_print.html", context)

    return _taken(request, "in", page)


@require_GET
def register_book_word(request: org.UserRequest) -> HttpResponse:
    return _taken(request, "word", lambda book: _file(book, word_of(book), "docx", _WORD))


@require_GET
def register_book_excel(request: org.UserRequest) -> HttpResponse:
    return _taken(request, "excel", lambda book: _file(book, excel_of(book), "xlsx", _EXCEL))


def _taken(
    request: org.UserRequest, kind: str, shown: Callable[[Book], HttpResponse]
) -> HttpResponse:
    """The whole book in the form asked for; a refusal shows the choice again."""
    form = _form(request)
    if form.is_valid():
        try:
            book = operations.take_register(
                wanted=form.wanted(), form=kind, by=request.user, at=timezone.now()
            )
        except DomainError as refusal:
            tell_refusal(form, refusal)
        else:
            return shown(book)
    return _chosen(request, form)


def _chosen(request: org.UserRequest, form: BookForm) -> HttpResponse:
    book = queries.register_book(form.wanted()) if form.is_valid() else None
    context = {
        "form": form,
        "book": book,
        "rows": [list(map(written, row)) for row in islice(book.rows, _SHOWN)] if book else [],
        "query": form.address_query() if book else {},
        "shown": _SHOWN,
    }
    status = 422 if form.errors else 200
    return render_page(request, "documents/register_book.html", context, status=status)


def _cells(row: Sequence[Cell]) -> list[tuple[str, bool]]:
    """Each cell as written, and whether it is a day, which is never broken across lines."""
    return [(written(cell), isinstance(cell, date)) for cell in row]


def _form(request: org.UserRequest) -> BookForm:
    today = timezone.localdate()
    units = queries.book_units(request.user, on=today)
    require(bool(units), WHO_SEES_BOOK)
    return BookForm(request.GET, units=units, today=today)


def _file(book: Book, content: bytes, ending: str, media_type: str) -> HttpResponse:
    headers = {"Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff"}
    response = HttpResponse(content, content_type=media_type, headers=headers)
    response.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=f"{book.file_name}.{ending}")
        or "attachment"
    )
    return response
