import io
from datetime import datetime
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from tests.factories.org import AppointmentFactory, PersonFactory, PostFactory, UserFactory
from tests.org.lists import PEOPLE, csv, excel

from baro.org import api as org
from baro.org import operations
from baro.org.models import ListImport

pytestmark = pytest.mark.django_db

HERE = "org:import"


@pytest.fixture
def staff(client: Client, manager: org.User) -> Client:
    client.force_login(manager)
    return client


def _send(client: Client, content: bytes, name: str = "nguoi.xlsx") -> "SimpleNamespace":
    file = SimpleUploadedFile(name, content)
    response = client.post(reverse(HERE), {"kind": "people", "file": file}, follow=True)
    return SimpleNamespace(status=response.status_code, text=response.content.decode())


def test_a_list_is_looked_at_then_written(staff: Client) -> None:
    shown = _send(staff, excel(PEOPLE, ("A1", "Lê Văn Thử")))
    assert "Thêm mới" in shown.text
    assert "Ghi 1 dòng" in shown.text
    assert not org.Person.objects.filter(code="A1").exists()

    brought = ListImport.objects.get()
    done = staff.post(reverse("org:import-application", args=[brought.pk]), follow=True)

    assert org.Person.objects.filter(code="A1").exists()
    assert "Đã ghi danh sách: thêm 1" in done.content.decode()
    assert "Ghi 1 dòng" not in done.content.decode()


def test_a_second_click_is_told_why(staff: Client) -> None:
    _send(staff, excel(PEOPLE, ("A1", "Lê Văn Thử")))
    address = reverse("org:import-application", args=[ListImport.objects.get().pk])
    staff.post(address)

    again = staff.post(address)

    assert again.status_code == 422
    assert "đã được ghi trước đó" in again.content.decode()


def test_wrong_rows_are_shown_with_their_numbers_and_no_button(staff: Client) -> None:
    shown = _send(staff, excel(PEOPLE, ("A1", "Lê Văn Thử"), ("A2", "")))

    assert "Có 1 dòng lỗi" in shown.text
    assert "<strong>Họ và tên:</strong> Ô này không được để trống." in shown.text
    assert "Ghi 1 dòng" not in shown.text


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "a.xlsx", "Tệp rỗng (0 byte)"),
        (b"\x00\x01\x02", "a.xlsx", "không đọc được theo đuôi ấy"),
        (b"\x00\x01\x02", "a.bin", "Chỉ nhận bảng tính Excel"),
        (b"PK\x03\x04 broken", "a.xlsx", "tệp"),
        ("Mã;Tên\n1;2".encode(), "a.csv", "thiếu cột"),
        (csv(PEOPLE), "a.csv", "chỉ có dòng tiêu đề"),
        (b"\xff\xfe\xfa", "a.csv", "bảng mã"),
    ],
)
def test_files_that_are_no_list_are_refused_in_plain_words(
    staff: Client, content: bytes, name: str, words: str
) -> None:
    shown = _send(staff, content, name)

    assert shown.status == 422
    assert words in shown.text
    assert not ListImport.objects.exists()


def test_others_do_not_get_in(client: Client, stranger: org.User) -> None:
    client.force_login(stranger)

    assert client.get(reverse(HERE)).status_code == 403
    assert _send(client, excel(PEOPLE, ("A1", "Lê Văn Thử"))).status == 403
    assert client.get(reverse("org:import-template", args=["people"])).status_code == 403
    assert not ListImport.objects.exists()


def test_a_colleague_cannot_tell_that_my_list_exists(
    staff: Client, client: Client, city: org.Unit
) -> None:
    _send(staff, excel(PEOPLE, ("A1", "Lê Văn Thử")))
    pk = ListImport.objects.get().pk
    client.force_login(UserFactory.create(role=org.Role.ORG_MANAGER, unit=city))

    assert client.get(reverse("org:import-preview", args=[pk])).status_code == 404
    assert client.post(reverse("org:import-application", args=[pk])).status_code == 404


@pytest.mark.parametrize("kind", ListImport.Kind.values)
def test_the_list_as_it_stands_comes_back_unchanged(
    staff: Client, manager: org.User, tree: SimpleNamespace, noon: datetime, kind: str
) -> None:
    PersonFactory.create(code="=1+1", full_name="=cmd|' /C calc'!A0")
    AppointmentFactory.create(
        person__code="-2", post=PostFactory.create(unit=tree.office), order_number="@x"
    )
    address = reverse("org:import-template", args=[kind])

    content = staff.get(address, {"du-lieu": "1"}).content

    cells = [cell for row in load_workbook(io.BytesIO(content)).worksheets[0] for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    brought = operations.bring_list(
        kind=ListImport.Kind(kind), content=content, name="x.xlsx", by=manager, at=noon
    )
    shown = staff.get(reverse("org:import-preview", args=[brought.pk])).content.decode()
    assert "không có gì để ghi" in shown


def test_an_unknown_kind_of_template_is_not_found(staff: Client) -> None:
    assert staff.get(reverse("org:import-template", args=["khac"])).status_code == 404


def test_the_database_knows_who_applied_a_list(staff: Client) -> None:
    _send(staff, excel(PEOPLE, ("A1", "Lê Văn Thử")))

    with pytest.raises(IntegrityError, match="applied_at_known"):
        ListImport.objects.update(status="applied")
