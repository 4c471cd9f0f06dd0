"""Teaching the reader names and words: who may, what it changes, how it is taken back."""

from datetime import datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.factories.org import UnitFactory, UserFactory

from baro.documents import operations, queries, reading
from baro.documents.models import Document, LocalName, LocalWord
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db
PHRASE = "các phường ven sông"
TEXT = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 51/TB-UBND
Hà Nội, ngày 07 tháng 9 năm 2026
THÔNG BÁO
Kết luận cuộc họp về phòng chống ngập
1. Giao các phường ven sông rà soát phương án di dân, báo cáo trước ngày 25/9/2026.
"""


@pytest.fixture
def paper(committee: org.Unit, clerk: org.User, noon: datetime) -> Document:
    return operations.register_document(
        register="outgoing", owner_unit=committee, text=TEXT, by=clerk, at=noon
    )


@pytest.fixture
def manager(city: org.Unit) -> org.User:
    return UserFactory.create(role=org.Role.ORG_MANAGER, unit=city)


def _leads(document: Document, by: org.User, at: datetime) -> list[str]:
    kept = operations.read_document(document=document, by=by, at=at)
    [task] = kept.result["tasks"]
    return [unit["code"] for unit in task["lead"]]


def _teach(
    unit: org.Unit | None,
    by: org.User,
    at: datetime,
    *,
    phrase: str = PHRASE,
    codes: tuple[str, ...] = ("00097.UBND", "00091.UBND"),
    issuer_name: str = "",
) -> LocalName:
    return operations.teach_name(
        phrase=phrase, codes=codes, issuer_name=issuer_name, owner_unit=unit, by=by, at=at
    )


def test_a_taught_name_is_read_until_it_is_forgotten(
    paper: Document, committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    assert _leads(paper, clerk, noon) == []

    name = _teach(committee, clerk, noon)
    assert _leads(paper, clerk, noon) == ["00097.UBND", "00091.UBND"]

    operations.forget_name(name=name, by=clerk, at=noon)
    assert _leads(paper, clerk, noon) == []
    with pytest.raises(operations.PhraseForgotten):
        operations.forget_name(name=name, by=clerk, at=noon)
    events = AuditEvent.objects.filter(name__startswith="documents.name_").order_by("pk")
    assert [event.name for event in events] == [
        "documents.name_taught",
        "documents.name_forgotten",
    ]


def test_a_units_own_name_is_nothing_to_another_unit(
    paper: Document, department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    _teach(department, clerk, noon)

    assert _leads(paper, clerk, noon) == []


@pytest.mark.parametrize(
    ("issuer", "leads"), [("UBND thành phố", ["00097.UBND"]), ("Sở Nội vụ", [])]
)
def test_with_an_issuer_it_holds_in_that_bodys_papers(
    paper: Document,
    clerk: org.User,
    manager: org.User,
    noon: datetime,
    issuer: str,
    leads: list[str],
) -> None:
    _teach(None, manager, noon, codes=("00097.UBND",), issuer_name=issuer)

    assert _leads(paper, clerk, noon) == leads


def test_the_effect_is_told_before_anything_is_kept(
    paper: Document, committee: org.Unit, clerk: org.User
) -> None:
    meant = reading.LocalName(PHRASE, ("00097.UBND",))

    effect = queries.effect_of(meant, owner_unit=committee, seen_by=clerk)

    [changed] = effect.changed
    assert (effect.looked_at, effect.documents, changed.document) == (1, 1, paper)
    assert changed.before
    assert changed.after
    assert changed.before.lead == ()
    assert [unit.name for unit in changed.after.lead] == ["UBND phường Hồng Hà"]
    assert not LocalName.objects.exists()


def test_only_who_keeps_the_register_or_the_organisation_teaches(
    committee: org.Unit, clerk: org.User, servant: org.User, manager: org.User, noon: datetime
) -> None:
    for unit, by in ((committee, servant), (None, clerk), (committee, manager)):
        with pytest.raises(PermissionDenied):
            _teach(unit, by, noon)
    name = _teach(None, manager, noon)
    with pytest.raises(PermissionDenied):
        operations.forget_name(name=name, by=clerk, at=noon)


@pytest.mark.parametrize(
    ("phrase", "codes", "refusal"),
    [
        ("phường", ("SNV",), operations.PhraseTooShort),
        ("các phường " + "x" * 200, ("SNV",), operations.PhraseTooLong),
        (PHRASE, (), operations.NobodyMeant),
    ],
)
def test_what_would_mislead_is_refused(
    committee: org.Unit,
    clerk: org.User,
    noon: datetime,
    phrase: str,
    codes: tuple[str, ...],
    refusal: type[Exception],
) -> None:
    with pytest.raises(refusal):
        _teach(committee, clerk, noon, phrase=phrase, codes=codes)


def test_the_same_name_is_taught_once_however_it_is_written(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    name = _teach(committee, clerk, noon)
    with pytest.raises(operations.PhraseKnown):
        _teach(committee, clerk, noon, phrase="Các  phường VEN sông")

    operations.forget_name(name=name, by=clerk, at=noon)
    assert _teach(committee, clerk, noon).pk != name.pk


def test_the_page_shows_the_effect_then_keeps_then_forgets(
    client: Client, paper: Document, committee: org.Unit, clerk: org.User
) -> None:
    UnitFactory.create(code="00097.UBND", name="UBND phường Hồng Hà", parent=committee)
    client.force_login(clerk)
    address = reverse("documents:taught")
    given = {
        "kind": "name",
        "phrase": PHRASE,
        "units": ["UBND phường Hồng Hà", ""],
        "owner": str(committee.pk),
    }

    looked = client.post(address, given).content.decode()
    assert "1 văn bản sẽ được hiểu khác đi" in looked
    assert not LocalName.objects.exists()

    shown = client.post(address, {**given, "luu": "1"}, follow=True).content.decode()
    assert f"<strong>{PHRASE}</strong>" in shown
    assert "Sổ của Ủy ban nhân dân thành phố Hà Nội" in shown

    again = client.post(address, {**given, "luu": "1"})
    assert again.status_code == 422
    assert "đã được ghi rồi" in again.content.decode()

    name = LocalName.objects.get()
    client.post(reverse("documents:local-name-removal", args=[name.pk]))
    assert not LocalName.objects.holding().exists()


def test_a_unit_that_does_not_exist_is_refused_and_the_words_stay(
    client: Client, committee: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)
    given = {"kind": "name", "phrase": PHRASE, "units": ["Sở Không Có"], "owner": str(committee.pk)}

    answer = client.post(reverse("documents:taught"), given)

    assert answer.status_code == 422
    assert "Không có đơn vị nào tên là “Sở Không Có”" in answer.content.decode()
    assert PHRASE in answer.content.decode()


def test_who_keeps_no_register_does_not_see_the_page(client: Client, servant: org.User) -> None:
    client.force_login(servant)

    assert client.get(reverse("documents:taught")).status_code == 403


ODD_TEXT = """ỦY BAN NHÂN DÂN
THÀNH PHỐ HÀ NỘI
Số: 52/TB-UBND
Hà Nội, ngày 07 tháng 9 năm 2026
THÔNG BÁO
Kết luận cuộc họp về hạ tầng
1. Ủy thác cho Sở Xây dựng rà soát các tuyến cống.
2. Giao Sở Nội vụ báo cáo trước ngày 26/9/2026.
"""


@pytest.fixture
def odd_paper(committee: org.Unit, clerk: org.User, noon: datetime) -> Document:
    return operations.register_document(
        register="outgoing", owner_unit=committee, text=ODD_TEXT, by=clerk, at=noon
    )


@pytest.mark.parametrize(
    ("kind", "phrase", "leads"),
    [
        ("order", "ủy thác cho", [["SXD"], ["SNV"]]),
        ("no_order", "giao Sở Nội vụ", []),
        (None, "", [["SNV"]]),
    ],
)
def test_a_taught_word_gives_work_or_takes_it_back(
    odd_paper: Document,
    committee: org.Unit,
    clerk: org.User,
    noon: datetime,
    kind: str | None,
    phrase: str,
    leads: list[list[str]],
) -> None:
    if kind:
        operations.teach_word(phrase=phrase, kind=kind, owner_unit=committee, by=clerk, at=noon)

    kept = operations.read_document(document=odd_paper, by=clerk, at=noon)

    read = [[unit["code"] for unit in task["lead"]] for task in kept.result["tasks"]]
    assert read == leads


def test_a_task_that_a_word_would_make_stands_in_the_effect_and_not_in_the_city(
    odd_paper: Document, committee: org.Unit, clerk: org.User
) -> None:
    meant = reading.LocalWord("ủy thác cho", "order")

    effect = queries.effect_of(meant, owner_unit=committee, seen_by=clerk)

    [changed] = effect.changed
    assert changed.before is None
    assert changed.after
    assert [unit.code for unit in changed.after.lead] == ["SXD"]
    assert not LocalWord.objects.exists()


def test_a_word_is_taught_once_forgotten_once_and_by_those_who_may(
    committee: org.Unit, clerk: org.User, servant: org.User, noon: datetime
) -> None:
    def teach(by: org.User, kind: str) -> LocalWord:
        return operations.teach_word(
            phrase="sơ lược đồ", kind=kind, owner_unit=committee, by=by, at=noon
        )

    with pytest.raises(PermissionDenied):
        teach(servant, "product")
    word = teach(clerk, "product")
    with pytest.raises(operations.PhraseKnown):
        teach(clerk, "no_order")
    with pytest.raises(PermissionDenied):
        operations.forget_word(word=word, by=servant, at=noon)
    operations.forget_word(word=word, by=clerk, at=noon)
    with pytest.raises(operations.PhraseForgotten):
        operations.forget_word(word=word, by=clerk, at=noon)
    events = AuditEvent.objects.filter(name__startswith="documents.word_").order_by("pk")
    assert [event.name for event in events] == ["documents.word_taught", "documents.word_forgotten"]


def test_a_word_goes_through_the_same_page(
    client: Client,
    odd_paper: Document,
    committee: org.Unit,
    clerk: org.User,
    django_assert_max_num_queries: Any,
) -> None:
    client.force_login(clerk)
    address = reverse("documents:taught")
    given = {"kind": "order", "phrase": "ủy thác cho", "owner": str(committee.pk)}

    looked = client.post(address, given).content.decode()
    assert "1 văn bản sẽ được hiểu khác đi" in looked
    assert "không phải nhiệm vụ" in looked

    client.post(address, {**given, "luu": "1"})
    with django_assert_max_num_queries(14):
        shown = client.get(address).content.decode()
    assert "Lời giao việc" in shown
    word = LocalWord.objects.get()
    client.post(reverse("documents:local-word-removal", args=[word.pk]))
    assert not LocalWord.objects.holding().exists()
