"""What was said about an item, as a reader may see it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse

from baro.documents import api as documents
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.comments import WorkComment, WorkWatch
from baro.work.queries.pages import page_of

EDITABLE_FOR = timedelta(minutes=15)
SHOWN = 20
_LINKABLE = re.compile(
    r"(?P<web>https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]])"
    r"|(?P<item>\b[A-Z]{2}-\d{4}-\d{6}\b)"
    r"|(?P<paper>\b\d{1,5}[/-][A-ZĐ][\wĐđ/-]*\w)"
    r"|(?P<call>(?<![\w@.])@[^\W\d_]+(?: [^\W\d_]+){0,5})"
)


class Piece(NamedTuple):
    """A stretch of a comment, with where it leads, if anywhere."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Spoken:
    """One comment with its words cut into pieces, and what its reader may do to it."""

    comment: WorkComment
    pieces: Sequence[Piece]
    is_own: bool
    can_edit: bool


@dataclass(frozen=True)
class Thread:
    """The last comments on an item; `earlier` more stand before them."""

    spoken: Sequence[Spoken]
    earlier: int
    watchers: Sequence[org.Person]
    is_watching: bool


def thread_of(item: WorkItem, *, reader: org.User, at: datetime, whole: bool = False) -> Thread:
    """A fixed number of queries for any number of comments."""
    comments = _for_reading(WorkComment.objects.filter(item=item))
    total = comments.count()
    earlier = 0 if whole else max(total - SHOWN, 0)
    shown = list(comments[earlier:])
    links = _links_in(shown, reader)
    watches = WorkWatch.objects.filter(item=item).select_related("person")
    watchers = [watch.person for watch in watches]
    return Thread(
        tuple(_spoken(comment, links, reader, at) for comment in shown),
        earlier,
        watchers,
        any(person.pk == reader.person_id for person in watchers),
    )


def is_editable(comment: WorkComment, *, by: org.User, at: datetime) -> bool:
    """Its author, for some minutes, as long as it stands."""
    is_fresh = at <= comment.written_at + EDITABLE_FOR
    return comment.written_by_id == by.pk and is_fresh and not comment.is_taken_back


def _for_reading(comments: QuerySet[WorkComment]) -> QuerySet[WorkComment]:
    return comments.select_related("written_by__person").prefetch_related(
        "files", "former", "mentions__person"
    )


def _spoken(comment: WorkComment, links: dict[str, str], reader: org.User, at: datetime) -> Spoken:
    own = comment.written_by_id == reader.pk
    people = {
        f"@{mention.person.full_name}": reverse("org:person", args=[mention.person_id])
        for mention in comment.mentions.all()
    }
    pieces = tuple(_pieces(comment.text, {**links, **people}))
    return Spoken(comment, pieces, own, is_editable(comment, by=reader, at=at))


def _pieces(text: str, links: dict[str, str]) -> Iterable[Piece]:
    end = 0
    for found in _LINKABLE.finditer(text):
        name = _known(found.group(), links) if not found["web"] else found.group()
        if not name:
            continue
        yield Piece(text[end : found.start()])
        yield Piece(name, links.get(name, name))
        end = found.start() + len(name)
    yield Piece(text[end:])


def _known(words: str, links: dict[str, str]) -> str:
    """What of the found words is known: a name may be followed by words that are none."""
    parts = words.split(" ")
    beginnings = (" ".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((words for words in beginnings if words in links), "")


def _links_in(comments: Iterable[WorkComment], reader: org.User) -> dict[str, str]:
    """Numbers of items and papers that the reader may see, each with its page."""
    found = [match for comment in comments for match in _LINKABLE.finditer(comment.text)]
    numbers = {match["item"] for match in found if match["item"]}
    symbols = {match["paper"] for match in found if match["paper"]}
    items = WorkItem.objects.visible_to(reader).filter(number__in=numbers) if numbers else ()
    links = {item.number: page_of(item) for item in items}
    papers = documents.Document.objects.visible_to(reader).filter(symbol__in=symbols)
    for paper in papers.only("symbol").order_by("issued_on", "pk") if symbols else ():
        links[paper.symbol] = reverse("documents:document", args=[paper.pk])
    return links
