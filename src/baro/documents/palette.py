"""What the palette finds among documents, and where it leads."""

from collections.abc import Sequence

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document
from baro.kernel.palette.api import Command, Entry, Source, add_commands, add_source
from baro.kernel.search import api as search
from baro.kernel.text import says
from baro.org import api as org

# So many of the last registered are looked through for the very words.
LOOKED_AT = 24


def documents_found(user: org.User, words: str, limit: int) -> Sequence[Entry]:
    """By number or symbol, the latest first; else by words, the last registered first.

    Among these the subjects that say the very words stand first.
    """
    visible = Document.objects.visible_to(user)
    called = visible.filter(_called(words)).order_by("-issued_on", "-pk")
    exact = list(called.values_list("pk", flat=True)[:limit])
    newest = search.newest_among(visible, words, limit=max(limit, LOOKED_AT))
    found = Document.objects.defer("text", "pages").in_bulk([*exact, *newest])
    named = [found[key] for key in dict.fromkeys([*exact, *newest]) if key in found]
    named.sort(key=lambda one: (one.pk not in exact, not says(one.subject, words)))
    return [_entry(one, is_exact=one.pk in exact) for one in named[:limit]]


def _called(words: str) -> Q:
    """The number before the stroke, the number of an arrival, or how the symbol begins."""
    if words.isascii() and words.isdigit() and len(words) < 9:
        return Q(number=int(words)) | Q(arrival_number=int(words))
    return Q(symbol__istartswith=words) if "/" in words else Q(symbol__iexact=words)


def _entry(document: Document, *, is_exact: bool) -> Entry:
    day = f", {document.issued_on:%d/%m/%Y}" if document.issued_on else ""
    arrival = f"Số đến {document.arrival_number}. " if document.arrival_number else ""
    return Entry(
        document.subject,
        reverse("documents:document", args=[document.pk]),
        "file-text",
        detail=f"{arrival}{document.issuer_name}{day}.",
        number=document.symbol,
        is_exact=is_exact,
    )


def _may_register(user: org.User) -> bool:
    return policies.can_register_somewhere(user, on=timezone.localdate())


def _may_write(user: org.User) -> bool:
    return policies.can_write_somewhere(user, on=timezone.localdate())


add_source(
    Source("documents", "Văn bản", 20, documents_found, list_address="documents:document-list")
)
add_commands(
    Command(
        "Vào sổ văn bản",
        "file-plus",
        "documents:document-registration",
        also=("đăng ký văn bản đến, đi",),
        may=_may_register,
        rank=20,
    ),
    Command("Soạn văn bản", "pencil", "documents:paper-writing", may=_may_write, rank=30),
    Command("Giữ số văn bản", "bookmark", "documents:number-reservation", may=_may_register),
    Command("Kiểm tra thể thức", "file-check", "documents:layout-check"),
    Command("Xử lý văn bản đến", "inbox", "documents:incoming-desk", is_act=False),
    Command("Sổ số", "numbers", "documents:number-book", may=_may_register, is_act=False),
    Command("In sổ đăng ký", "book", "documents:register-book", may=_may_register, is_act=False),
    Command("Thời hạn bảo quản", "archive", "documents:retention-classes", is_act=False),
)
