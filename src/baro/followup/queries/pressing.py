"""Rounds of pressing, their letters, and which letter pressed for which items."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.urls import reverse

from baro.documents import api as documents
from baro.followup.models import PressedItem, Pressing, PressingLetter
from baro.followup.pressing_text import Owed, owed
from baro.notices import api as notices
from baro.org import api as org
from baro.work import api as work

_STATUS = PressingLetter.Status


@dataclass(frozen=True)
class Progress:
    """How far the letters of a round are."""

    total: int
    issued: int
    failed: int
    needless: int

    @property
    def settled(self) -> int:
        return self.issued + self.failed + self.needless

    @property
    def waiting(self) -> int:
        return self.total - self.settled


def progress_of(pressing: Pressing) -> Progress:
    counts = pressing.letters.order_by().aggregate(
        total=Count("pk"),
        **{
            str(status): Count("pk", filter=Q(status=status))
            for status in (_STATUS.ISSUED, _STATUS.FAILED, _STATUS.NEEDLESS)
        },
    )
    return Progress(**counts)


def rounds_of(user: org.User) -> QuerySet[Pressing]:
    """The rounds that the user may see, the latest first, each with its counts."""
    return (
        Pressing.objects.visible_to(user)
        .select_related("unit", "drafted_by__person", "started_by__person")
        .annotate(
            letter_count=Count("letters"),
            issued_count=Count("letters", filter=Q(letters__status=_STATUS.ISSUED)),
        )
    )


def letters_of(pressing: Pressing) -> QuerySet[PressingLetter]:
    """Each with its unit, its document and how many items it holds."""
    return (
        pressing.letters.select_related("unit", "document")
        .defer("document__text", "document__pages")
        .annotate(  # type: ignore[no-redef]  # the model names what is filled in here
            item_count=Count("pressed"),
            left_out_count=Count("pressed", filter=~Q(pressed__left_out="")),
        )
        .order_by("unit__sort_key", "pk")
    )


def items_of(letter: PressingLetter) -> list[work.WorkItem]:
    """What the letter presses for, in the order of its table."""
    items = work.WorkItem.objects.filter(
        pk__in=letter.pressed.filter(left_out="").values("item")
    ).select_related("source_document")
    return list(
        items.defer("source_document__text", "source_document__pages").order_by("due_at", "pk")
    )


def rows_of(items: Iterable[work.WorkItem], *, on: date) -> list[Owed]:
    return [owed(item, on=on) for item in items]


@dataclass(frozen=True)
class PressedFor:
    """An item that a letter pressed for, as it stands now."""

    item: work.WorkItem
    cell: work.Cell


def letter_of(document: documents.Document) -> PressingLetter | None:
    """The letter that a document is, with its items; none for any other document."""
    pressed = PressedItem.objects.filter(left_out="").select_related("item")
    rows = PressingLetter.objects.select_related("unit", "pressing__unit").prefetch_related(
        Prefetch("pressed", pressed.order_by(F("item__due_at").asc(nulls_last=True), "item_id"))
    )
    return rows.filter(document=document).first()


def shown_letters(user: org.User, keys: Iterable[int]) -> dict[int, notices.Shown]:
    """The letters that the user may read, as notices show them."""
    readable = documents.Document.objects.visible_to(user)
    found = PressingLetter.objects.filter(pk__in=list(keys), document__in=readable)
    return {
        letter.pk: notices.Shown(
            f"Công văn đôn đốc số {letter.document.symbol}",
            reverse("documents:document", args=[letter.document.pk]),
        )
        for letter in found.select_related("document").defer("document__text", "document__pages")
        if letter.document
    }


def pressed_for(user: org.User, letter: PressingLetter, *, at: datetime) -> list[PressedFor]:
    """The items of a letter that the user may see."""
    keys = [pressed.item_id for pressed in letter.pressed.all()]
    visible = set(
        work.WorkItem.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True)
    )
    return [
        PressedFor(pressed.item, work.cell_of(pressed.item, at=at))
        for pressed in letter.pressed.all()
        if pressed.item_id in visible
    ]
