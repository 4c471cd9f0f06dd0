"""Saying something about an item, mending it within minutes, taking it back."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import BinaryIO, NamedTuple

from django.utils import timezone

from baro.documents import api as documents
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.files import api as files
from baro.kernel.policies import require
from baro.kernel.text import nfc
from baro.kernel.transactions import whole
from baro.notices import api as notices
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.models.comments import WorkComment, WorkCommentFile, WorkMention, WorkWatch
from baro.work.queries.comments import EDITABLE_FOR, is_editable
from baro.work.queries.mentions import names_called, seeing

MOST_FILES = 5
WHO_MENDS = "Chỉ người viết mới sửa hoặc rút ý kiến của mình được."
_LONGEST = 4000


class NothingSaid(DomainError):
    pass


class TooMuchSaid(DomainError):
    pass


class PersonCannotSee(DomainError):
    pass


class PersonUnclear(DomainError):
    pass


class CommentSettled(DomainError):
    """It was taken back, or stood too long to be changed unseen."""


class Attachment(NamedTuple):
    content: bytes | BinaryIO
    name: str


@whole
def write_comment(
    *,
    item: WorkItem,
    text: str,
    meant: Collection[int] = (),
    attachments: Sequence[Attachment] = (),
    by: org.User,
    at: datetime,
) -> WorkComment:
    """Say something about the item to all who may see it; who is called by name is told.

    `meant` holds keys of people, for names that several bear.
    """
    item = _seen(item, by)
    text = _checked(text)
    held = [(_bytes_of(each), each.name) for each in attachments]
    if len(held) > MOST_FILES:
        raise TooMuchSaid(f"Mỗi ý kiến kèm được tối đa {MOST_FILES} tệp.", field="attached")
    for content, _ in held:
        documents.refuse_secret_file(content)
    called = _people_called(item, text, meant)

    comment = WorkComment.objects.create(item=item, text=text, written_at=at, written_by=by)
    for content, name in held:
        stored = files.store_file(content, name=name, at=at)
        WorkCommentFile.objects.create(comment=comment, file=stored, name=files.safe_name(name))
    _keep_mentions(comment, called)
    _tell(comment, called, at)
    audit.record("work.comment_written", comment, by=by, at=at, facts=_facts(item, called))
    return comment


@whole
def edit_comment(
    *, comment: WorkComment, text: str, meant: Collection[int] = (), by: org.User, at: datetime
) -> WorkComment:
    """Put other words in the place of one's own, soon after; the former ones are kept and shown."""
    comment = _own(comment, by)
    if not is_editable(comment, by=by, at=at):
        minutes = int(EDITABLE_FOR.total_seconds() // 60)
        raise CommentSettled(
            f"Chỉ sửa được ý kiến trong {minutes} phút sau khi gửi. Ông/bà có thể viết ý kiến mới."
        )
    text = _checked(text)
    if text == comment.text:
        raise NothingSaid("Nội dung chưa có gì thay đổi.", field="text")
    called = _people_called(comment.item, text, meant)

    comment.former.create(text=comment.text, until_at=at)
    comment.text, comment.edited_at = text, at
    comment.save(update_fields=["text", "edited_at"])
    before = set(comment.mentions.values_list("person_id", flat=True))
    comment.mentions.exclude(person__in=called).delete()
    newly = [person for person in called if person.pk not in before]
    _keep_mentions(comment, newly)
    _tell_called(comment, newly, at)
    audit.record("work.comment_edited", comment, by=by, at=at, facts=_facts(comment.item, called))
    return comment


@whole
def take_back_comment(*, comment: WorkComment, by: org.User, at: datetime) -> WorkComment:
    """Take one's words away from all readers; that something was said stays to be seen."""
    comment = _own(comment, by)
    if comment.is_taken_back:
        raise CommentSettled("Ý kiến này đã được rút lại trước đó.")

    comment.former.create(text=comment.text, until_at=at)
    comment.text, comment.taken_back_at = "", at
    comment.save(update_fields=["text", "taken_back_at"])
    comment.mentions.all().delete()
    audit.record("work.comment_taken_back", comment, by=by, at=at, facts=_facts(comment.item, []))
    return comment


@whole
def take_comment_file(
    *, attachment: WorkCommentFile, by: org.User, at: datetime
) -> files.StoredFile:
    """Hand out a file that came with a comment; who took it stays known."""
    comment = attachment.comment
    require(WorkComment.objects.visible_to(by).filter(pk=comment.pk).exists())
    if comment.is_taken_back:
        raise CommentSettled("Ý kiến này đã được rút lại cùng các tệp kèm theo.")

    facts = {"file_name": attachment.name, "sha256": attachment.file.sha256}
    audit.record("work.comment_file_taken", comment, by=by, at=at, facts=facts)
    return attachment.file


def _seen(item: WorkItem, by: org.User) -> WorkItem:
    """Who may see may speak; the item itself does not change, so it is not locked."""
    found = WorkItem.objects.visible_to(by).filter(pk=item.pk)
    found = found.select_related("lead_unit", "accountable_post", "inspector_post")
    seen = found.select_related("assignee", "issued_by__person").first()
    require(seen is not None)
    assert seen is not None  # noqa: S101 - require has stopped otherwise
    return seen


def _own(comment: WorkComment, by: org.User) -> WorkComment:
    locked = WorkComment.objects.select_for_update(no_key=True, of=("self",))
    comment = locked.select_related("item", "written_by__person").get(pk=comment.pk)
    require(
        comment.written_by_id == by.pk
        and WorkItem.objects.visible_to(by).filter(pk=comment.item_id).exists(),
        WHO_MENDS,
    )
    return comment


def _checked(text: str) -> str:
    text = nfc(text).replace("\r\n", "\n").strip()
    if not text:
        raise NothingSaid("Hãy viết ý kiến trước khi gửi.", field="text")
    if len(text) > _LONGEST:
        raise TooMuchSaid("Mỗi ý kiến tối đa 4.000 ký tự.", field="text")
    documents.refuse_secret_text(text)
    return text


def _people_called(item: WorkItem, text: str, meant: Collection[int]) -> list[org.Person]:
    """Everybody who is called; refused when one may not see the item or several bear the name."""
    found: list[org.Person] = []
    for called in names_called(text):
        people = [person for person in called.people if person.pk in meant] or called.people
        seen = seeing(item, people)
        if not seen:
            raise PersonCannotSee(
                f"{called.name} không xem được {item.number} nên không nhắc tên ở đây được.",
                field="text",
            )
        if len(seen) > 1:
            raise PersonUnclear(
                f"Có {len(seen)} người tên {called.name}; hãy gõ @ rồi chọn đúng người.",
                field="text",
            )
        found += seen
    return found


def _keep_mentions(comment: WorkComment, people: Collection[org.Person]) -> None:
    WorkMention.objects.bulk_create(WorkMention(comment=comment, person=each) for each in people)


def _tell(comment: WorkComment, called: Collection[org.Person], at: datetime) -> None:
    """Whoever is called, then both sides and those who follow the item; nobody twice."""
    item, on = comment.item, timezone.localtime(at).date()
    _tell_called(comment, called, at)
    posts = [post for post in (item.accountable_post, item.inspector_post) if post]
    people = [*org.holders_of(posts, on=on).values(), item.issued_by.person]
    people += [item.assignee] if item.assignee else []
    if not item.accountable_post and not item.is_collective:
        people += org.recipients_of_unit(item.lead_unit, on=on)
    watches = WorkWatch.objects.filter(item=item).select_related("person")
    people += [watch.person for watch in watches]
    told = {person.pk for person in called} | {comment.written_by.person_id}
    notices.tell(
        kind="commented",
        people=[person for person in dict.fromkeys(people) if person.pk not in told],
        subject=item,
        title=f"{comment.written_by} có ý kiến trao đổi.",
        at=at,
        key=f"comment-{comment.pk}",
    )


def _tell_called(comment: WorkComment, called: Collection[org.Person], at: datetime) -> None:
    notices.tell(
        kind="mentioned",
        people=[person for person in called if person.pk != comment.written_by.person_id],
        subject=comment.item,
        title=f"{comment.written_by} nhắc tên ông/bà khi trao đổi.",
        at=at,
        key=f"comment-{comment.pk}",
    )


def _facts(item: WorkItem, called: Collection[org.Person]) -> dict[str, str]:
    names = ", ".join(person.full_name for person in called)
    return {"number": item.number, "mentioned": f", nhắc {names}" if names else ""}


def _bytes_of(attachment: Attachment) -> bytes:
    content = attachment.content
    return content if isinstance(content, bytes) else content.read()
