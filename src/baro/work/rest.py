"""What people say about an item and the lists they keep, through the API."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from baro.kernel.rest.schemas import Given, Key, Words
from baro.org import api as org
from baro.org.api import TokenAuth, TokenScope
from baro.work.models import SavedList, WorkItem
from baro.work.models.comments import WorkComment
from baro.work.operations import comments
from baro.work.operations import saved_lists as lists
from baro.work.operations import watching as watches

_READS, _WRITES = TokenAuth(TokenScope.READ), TokenAuth(TokenScope.TASKS)
talk = Router(tags=["Trao đổi"], auth=_WRITES)
saved_lists = Router(tags=["Danh sách đã lưu"], auth=_WRITES)


class CommentOut(Schema):
    """`text` rỗng khi ý kiến đã được rút lại."""

    id: int
    text: str
    written_by: str
    written_at: datetime
    edited_at: datetime | None
    taken_back_at: datetime | None
    files: list[str]

    @staticmethod
    def resolve_written_by(comment: WorkComment) -> str:
        return str(comment.written_by)

    @staticmethod
    def resolve_files(comment: WorkComment) -> list[str]:
        return [file.name for file in comment.files.all()]


class CommentIn(Given):
    """`mentions`: mã số người được nhắc tên, nhắc trong lời bằng @Họ tên."""

    text: Words
    mentions: list[Key] = []


class SavedListOut(Schema):
    id: int
    name: str
    query: str
    reach: str
    unit: str | None = Field(None, alias="unit.code")


class SavedListIn(Given):
    """`query`: phần sau dấu hỏi của địa chỉ trang /nhiem-vu/."""

    name: str = Field(max_length=80)
    query: str = Field(max_length=2000)
    reach: Literal["own", "unit", "city"] = "own"
    unit: str = Field("", max_length=32)


@talk.get("/{int:pk}/comments", response=list[CommentOut], auth=_READS, summary="Các ý kiến")
def comment_list(request: org.UserRequest, pk: int) -> Sequence[WorkComment]:
    said = WorkComment.objects.filter(item=_item(request, pk)).order_by("written_at", "pk")
    return list(said.select_related("written_by__person").prefetch_related("files"))


@talk.post("/{int:pk}/comments", response={201: CommentOut}, summary="Gửi ý kiến")
def comment_writing(request: org.UserRequest, pk: int, said: CommentIn) -> Status[WorkComment]:
    written = comments.write_comment(
        item=_item(request, pk),
        text=said.text,
        meant=said.mentions,
        by=request.user,
        at=timezone.now(),
    )
    return Status(201, written)


@talk.post("/{int:pk}/watching", response={204: None}, summary="Theo dõi việc này")
def watching(request: org.UserRequest, pk: int) -> Status[None]:
    watches.watch_item(item=_item(request, pk), by=request.user, at=timezone.now())
    return Status(204, None)


@talk.post("/{int:pk}/watching/end", response={204: None}, summary="Thôi theo dõi")
def watching_end(request: org.UserRequest, pk: int) -> Status[None]:
    watches.stop_watching(item=_item(request, pk), by=request.user, at=timezone.now())
    return Status(204, None)


@saved_lists.get("", response=list[SavedListOut], auth=_READS, summary="Các danh sách dùng được")
def saved_list_list(request: org.UserRequest) -> QuerySet[SavedList]:
    shown: QuerySet[SavedList] = SavedList.objects.visible_to(request.user)
    return shown.select_related("unit")


@saved_lists.post("", response={201: SavedListOut}, summary="Lưu một danh sách")
def saved_list_saving(request: org.UserRequest, wanted: SavedListIn) -> Status[SavedList]:
    facts = wanted.dict()
    code = facts.pop("unit")
    unit = org.unit_with_code(code, on=timezone.localdate()) if code else None
    saved = lists.save_list(**facts, unit=unit, by=request.user, at=timezone.now())
    return Status(201, saved)


@saved_lists.post("/{int:pk}/removal", response={204: None}, summary="Bỏ một danh sách")
def saved_list_removal(request: org.UserRequest, pk: int) -> Status[None]:
    saved = get_object_or_404(SavedList.objects.visible_to(request.user), pk=pk)
    lists.remove_list(saved=saved, by=request.user, at=timezone.now())
    return Status(204, None)


def _item(request: org.UserRequest, pk: int) -> WorkItem:
    return get_object_or_404(WorkItem.objects.visible_to(request.user), pk=pk)
