"""What people say about an item: who may, who is told, what is kept."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.factories.documents import DocumentFactory
from tests.factories.org import UserFactory
from tests.factories.work import WorkItemFactory
from tests.work.conftest import Cast

from baro.kernel.audit import AuditEvent
from baro.kernel.errors import DomainError
from baro.notices.api import Notice
from baro.work import api as work
from baro.work.models import WorkComment
from baro.work.operations import comments, watching

NOON = datetime.fromisoformat("2026-09-07T12:00:00+07:00")


def _said(item: work.WorkItem, by: object, text: str = "Đã rõ.", **facts: object) -> WorkComment:
    return comments.write_comment(item=item, text=text, by=by, at=NOON, **facts)  # type: ignore[arg-type]


def _told(kind: str) -> set[str]:
    return {notice.person.full_name for notice in Notice.objects.filter(kind=kind)}


@pytest.fixture(autouse=True)
def _names(cast: Cast) -> None:
    """Names without figures, as people bear them."""
    for user, name in ((cast.receiver, "Lê Thị Nhận"), (cast.stranger, "Phạm Văn Lạ")):
        user.person.full_name = name
        user.person.save(update_fields=["full_name"])


def test_both_sides_speak_and_a_stranger_cannot_tell_the_item_exists(
    cast: Cast, item: work.WorkItem, client: Client
) -> None:
    _said(item, cast.issuer)
    _said(item, cast.receiver)
    with pytest.raises(PermissionDenied):
        _said(item, cast.stranger)

    address = reverse("work:item-comments", args=[item.pk])
    for user, status in ((cast.receiver, 200), (cast.stranger, 404)):
        client.force_login(user)
        assert client.get(address).status_code == status
        assert client.post(address, {"text": "Chào"}).status_code == (
            302 if status == 200 else status
        )
    assert item.comments.count() == 3
    assert AuditEvent.objects.filter(name="work.comment_written").count() == 3


def test_what_is_said_inside_a_body_stays_inside(cast: Cast) -> None:
    inner = WorkItemFactory.create(
        issuer_unit=cast.ward_committee, lead_unit=cast.division, is_internal=True
    )
    _said(inner, cast.head_of_division)

    assert WorkComment.objects.visible_to(cast.receiver).count() == 1
    assert WorkComment.objects.visible_to(cast.issuer).count() == 0


def test_who_is_called_is_told_and_who_may_not_see_is_refused_in_words(
    cast: Cast, item: work.WorkItem
) -> None:
    watching.watch_item(item=item, by=cast.receiver, at=NOON)
    receiver, stranger = cast.receiver.person.full_name, cast.stranger.person.full_name

    said = _said(item, cast.issuer, f"Nhờ @{receiver} xem giúp, gửi a@b.vn.")

    assert [mention.person for mention in said.mentions.all()] == [cast.receiver.person]
    assert _told("mentioned") == {receiver}
    assert receiver not in _told("commented")

    with pytest.raises(comments.PersonCannotSee, match=f"{stranger} không xem được"):
        _said(item, cast.issuer, f"@{stranger} ơi")
    assert item.comments.count() == 1


def test_two_of_one_name_are_told_apart(cast: Cast, item: work.WorkItem) -> None:
    twins = [
        UserFactory.create(
            role="leader", unit=cast.ward_committee, person__full_name="Trần Thị Đôi"
        )
        for _ in range(2)
    ]

    with pytest.raises(comments.PersonUnclear):
        _said(item, cast.issuer, "@Trần Thị Đôi xem")
    said = _said(item, cast.issuer, "@Trần Thị Đôi xem", meant=[twins[1].person_id])

    assert said.mentions.get().person == twins[1].person


def test_both_sides_and_those_who_follow_are_told_but_not_who_speaks(
    cast: Cast, item: work.WorkItem
) -> None:
    item.assignee = cast.officer.person
    item.save(update_fields=["assignee"])
    watching.watch_item(item=item, by=cast.receiver, at=NOON)
    with pytest.raises(watching.AlreadyWatching):
        watching.watch_item(item=item, by=cast.receiver, at=NOON)

    _said(item, cast.issuer)

    people = {cast.officer.person.full_name, cast.receiver.person.full_name}
    assert people <= _told("commented")
    assert cast.issuer.person.full_name not in _told("commented")

    watching.stop_watching(item=item, by=cast.receiver, at=NOON)
    with pytest.raises(watching.NotWatching):
        watching.stop_watching(item=item, by=cast.receiver, at=NOON)


def test_words_are_changed_soon_after_and_the_former_ones_stay(
    cast: Cast, item: work.WorkItem
) -> None:
    said = _said(item, cast.issuer, "Hạn ngày 5.")
    minute = timedelta(minutes=1)

    comments.edit_comment(comment=said, text="Hạn ngày 6.", by=cast.issuer, at=NOON + minute)

    said.refresh_from_db()
    assert (said.text, said.former.get().text) == ("Hạn ngày 6.", "Hạn ngày 5.")
    with pytest.raises(comments.CommentSettled, match="15 phút"):
        comments.edit_comment(comment=said, text="Khác", by=cast.issuer, at=NOON + 16 * minute)
    with pytest.raises(PermissionDenied):
        comments.edit_comment(comment=said, text="Khác", by=cast.receiver, at=NOON + minute)


def test_what_was_taken_back_is_read_by_nobody_and_leaves_a_trace(
    cast: Cast, item: work.WorkItem, client: Client
) -> None:
    said = _said(item, cast.issuer, "Nhầm việc.", attachments=[comments.Attachment(b"So", "a.txt")])
    file = said.files.get()
    client.force_login(cast.receiver)
    page = reverse("work:item-comments", args=[item.pk])
    assert "Nhầm việc." in client.get(page).content.decode()
    taken = client.get(reverse("work:comment-file", args=[file.pk]))
    assert b"".join(taken.streaming_content) == b"So"  # type: ignore[attr-defined]
    assert client.post(reverse("work:comment-removal", args=[said.pk])).status_code == 403
    assert client.get(reverse("work:comment-edit", args=[said.pk])).status_code == 403

    comments.take_back_comment(comment=said, by=cast.issuer, at=NOON)

    shown = client.get(page).content.decode()
    assert "Nhầm việc." not in shown
    assert "a.txt" not in shown
    assert "Đã rút lại ý kiến" in shown
    assert client.get(reverse("work:comment-file", args=[file.pk])).status_code == 422
    assert AuditEvent.objects.filter(name="work.comment_taken_back").count() == 1


@pytest.mark.parametrize("text", ["", "   ", "x" * 4001, "MẬT\nSố: 12/BC-UBND\nBáo cáo"])
def test_empty_endless_and_secret_words_are_refused(
    cast: Cast, item: work.WorkItem, text: str
) -> None:
    with pytest.raises(DomainError):
        _said(item, cast.issuer, text)

    assert not item.comments.exists()


def test_a_secret_file_is_refused_and_what_was_typed_is_kept(
    cast: Cast, item: work.WorkItem, client: Client
) -> None:
    client.force_login(cast.issuer)
    secret = SimpleUploadedFile("bao-cao.txt", "TỐI MẬT\nSố: 12/BC-UBND\nBáo cáo".encode())

    answer = client.post(
        reverse("work:item-comments", args=[item.pk]),
        {"text": "Gửi báo cáo", "attached": [secret]},
        headers={"HX-Request": "true"},
    )

    assert answer.status_code == 422
    assert "Gửi báo cáo" in answer.content.decode()
    assert not item.comments.exists()


def test_numbers_lead_where_the_reader_may_go(
    cast: Cast, item: work.WorkItem, client: Client
) -> None:
    hidden = WorkItemFactory.create(number="NV-2026-000777")
    paper = DocumentFactory.create(owner_unit=cast.committee, symbol="126/TB-UBND")
    _said(item, cast.issuer, f"Như {item.number}, {hidden.number} và 126/TB-UBND <b>.")

    client.force_login(cast.issuer)
    shown = client.get(reverse("work:item-comments", args=[item.pk])).content.decode()

    assert f'<a href="/nhiem-vu/{item.pk}/">{item.number}</a>' in shown
    assert f'<a href="{reverse("documents:document", args=[paper.pk])}">126/TB-UBND</a>' in shown
    assert f"{hidden.number} và" in shown
    assert "&lt;b&gt;" in shown


def test_only_people_who_may_see_are_offered(
    cast: Cast, item: work.WorkItem, client: Client
) -> None:
    client.force_login(cast.issuer)
    address = reverse("work:item-comment-people", args=[item.pk])

    assert "Lê Thị Nhận" in client.get(address, {"q": "le thi"}).content.decode()
    assert "xem được nhiệm vụ này" in client.get(address, {"q": "pham"}).content.decode()
    assert "Lê Thị Nhận" not in client.get(address).content.decode()
    _said(item, cast.receiver)
    assert "Lê Thị Nhận" in client.get(address).content.decode()


def test_many_comments_cost_as_many_queries_as_few(
    cast: Cast,
    item: work.WorkItem,
    client: Client,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(25):
        _said(item, cast.issuer, f"Xem {item.number}")
    client.force_login(cast.receiver)

    with django_assert_max_num_queries(18):
        shown = client.get(
            reverse("work:item-comments", args=[item.pk]), headers={"HX-Request": "true"}
        ).content.decode()

    assert shown.count("talk-one") == 20
    assert "Xem 5 ý kiến trước" in shown
