"""Finding documents in the registers that a user may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from baro.documents.models import Clause, Document, DocumentRecipient
from baro.documents.models.documents import DocumentQuerySet
from baro.documents.queries.retention import UNDETERMINED
from baro.documents.queries.units import of_own_register
from baro.kernel.search import api as search
from baro.kernel.text import fold
from baro.org import api as org

ORDERS = {
    "-ngay": (F("issued_on").desc(nulls_last=True), "-pk"),
    "ngay": (F("issued_on").asc(nulls_last=True), "pk"),
    "-so": (F("number").desc(nulls_last=True), "-pk"),
    "so": (F("number").asc(nulls_last=True), "pk"),
    "-den": (F("arrived_on").desc(nulls_last=True), "-arrival_number", "-pk"),
    "den": (F("arrived_on").asc(nulls_last=True), "arrival_number", "pk"),
    "noi": ("issuer_key", "-pk"),
    "-noi": ("-issuer_key", "-pk"),
}


@dataclass(frozen=True)
class DocumentFilter:
    """What the address of a list asks for; everything may be left open."""

    words: str = ""
    register: str = ""
    type: str = ""
    issuer: str = ""
    retention: str = ""
    is_own: bool = False
    issued_from: date | None = None
    issued_to: date | None = None
    order: str = "-ngay"

    @property
    def is_open(self) -> bool:
        wanted = (self.words, self.type, self.issuer, self.retention, self.is_own)
        return not any((*wanted, self.issued_from, self.issued_to))


def documents_found(user: org.User, wanted: DocumentFilter) -> QuerySet[Document]:
    """The rows of one register page, with how many recipients and task clauses each has."""
    return _listed(_ordered(user, wanted))


def keys_found(user: org.User, wanted: DocumentFilter) -> QuerySet[Document, int]:
    """The same by their keys alone: to be sorted and leafed through without their words."""
    return _ordered(user, wanted).values_list("pk", flat=True)


def documents_of(keys: Sequence[int]) -> list[Document]:
    """The rows of these keys in this order; who may see them was asked when they were found."""
    found = _listed(Document.objects.filter(pk__in=keys)).in_bulk()
    return [found[key] for key in keys]


def _ordered(user: org.User, wanted: DocumentFilter) -> DocumentQuerySet:
    found = _matching(user, wanted)
    if wanted.register:
        found = found.in_register(wanted.register)
    return found.order_by(*ORDERS.get(wanted.order, ORDERS["-ngay"]))


def _listed(found: DocumentQuerySet) -> DocumentQuerySet:
    return (
        found.select_related("owner_unit")
        .defer("text", "pages")
        .annotate(
            recipient_count=_count(DocumentRecipient.objects.all()),
            task_count=_count(Clause.objects.filter(kind=Clause.Kind.TASK)),
        )
    )


def register_counts(user: org.User, wanted: DocumentFilter) -> dict[str, int]:
    """How many documents each register holds under the same filter; "" holds the sum."""
    rows = _matching(user, wanted).order_by().values_list("register").annotate(Count("pk"))
    counts = dict(rows)
    return {"": sum(counts.values()), **{r: counts.get(r, 0) for r in Document.Register.values}}


def _matching(user: org.User, wanted: DocumentFilter) -> DocumentQuerySet:
    conditions = _of_retention(wanted.retention)
    if wanted.words:
        conditions &= search.matching(Document, wanted.words)
    if wanted.type:
        conditions &= Q(type=wanted.type)
    if wanted.issuer:
        conditions &= Q(issuer_key__contains=fold(wanted.issuer).strip())
    if wanted.is_own:
        conditions &= of_own_register(user, on=timezone.localdate())
    conditions &= _issued(wanted.issued_from, wanted.issued_to)
    return Document.objects.visible_to(user).filter(conditions)


def _issued(first: date | None, last: date | None) -> Q:
    since = Q(issued_on__gte=first) if first else Q()
    return since & Q(issued_on__lte=last) if last else since


def _of_retention(retention: str) -> Q:
    if retention == UNDETERMINED:
        return Q(retention__isnull=True)
    return Q(retention=int(retention)) if retention else Q()


def _count(rows: QuerySet[DocumentRecipient] | QuerySet[Clause]) -> Coalesce:
    counted = (
        rows.filter(document=OuterRef("pk")).order_by().values("document").annotate(n=Count("pk"))
    )
    return Coalesce(Subquery(counted.values("n"), output_field=IntegerField()), 0)
