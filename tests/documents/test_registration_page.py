import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.factories.documents import DocumentFactory, IntakeFactory, notice_text

from baro.documents.models import Document, Intake
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db
DOOR = "documents:document-registration"


@pytest.fixture
def intake(clerk: org.User) -> Intake:
    return IntakeFactory.create(received_by=clerk)


def _filled(owner: org.Unit, **changes: str) -> dict[str, str]:
    return {
        "register": "outgoing",
        "owner_unit": str(owner.pk),
        "type": "TB",
        "symbol": "215/TB-UBND",
        "issued_on": "07/09/2026",
        "issuer_name": owner.name,
        "subject": "Kết luận về trang bị bộ phận một cửa",
        "signer_title": "Chủ tịch",
        "signer_name": "Trần Văn Thử",
        "urgency": "normal",
        **changes,
    }


def _chosen(page: str) -> list[str]:
    return re.findall(r'value="([^"]*)"[^>]* (?:checked|selected)', page)


def test_a_pasted_text_is_read_and_waits_for_checking(
    client: Client, committee: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)

    response = client.post(reverse(DOOR), {"text": notice_text()})

    intake = Intake.objects.get()
    assert response["Location"] == reverse("documents:document-intake", args=[intake.pk])
    page = client.get(response["Location"]).content.decode()
    for found in ("215/TB-UBND", "07/09/2026", "Trần Văn Thử", "Đã điền từ đầu"):
        assert found in page
    assert Document.objects.count() == 0


def test_a_notice_of_the_own_committee_is_offered_as_outgoing(
    client: Client, committee: org.Unit, clerk: org.User, intake: Intake
) -> None:
    client.force_login(clerk)

    page = client.get(reverse("documents:document-intake", args=[intake.pk])).content.decode()

    assert _chosen(page) == ["outgoing", str(committee.pk), "TB", "normal"]


def test_a_notice_of_a_higher_body_is_offered_as_incoming(
    client: Client, committee: org.Unit, ward: org.Unit, ward_clerk: org.User
) -> None:
    client.force_login(ward_clerk)
    intake = IntakeFactory.create(received_by=ward_clerk)

    page = client.get(reverse("documents:document-intake", args=[intake.pk])).content.decode()

    assert _chosen(page) == ["incoming", str(ward.pk), "TB", "normal"]
    assert f'value="{committee.name}"' in page


def test_registering_leads_on_to_the_drafts(
    client: Client, committee: org.Unit, clerk: org.User, intake: Intake
) -> None:
    client.force_login(clerk)

    response = client.post(
        reverse("documents:document-intake", args=[intake.pk]), _filled(committee), follow=True
    )

    document = Document.objects.get()
    review = reverse("tasks:document-review", args=[document.pk])
    assert response.redirect_chain == [
        (reverse("tasks:document-drafting", args=[document.pk]), 307),
        (review, 302),
    ]
    page = response.content.decode()
    assert f"Đã vào sổ văn bản đi: {document}." in page
    assert f'href="{reverse("documents:document", args=[document.pk])}"' in page


def test_registering_what_gives_no_task_leads_to_the_document(
    client: Client, committee: org.Unit, clerk: org.User, intake: Intake
) -> None:
    client.force_login(clerk)
    intake.text = re.sub(r"(?m)^[23]\. .*$", "", intake.text)
    intake.save()

    response = client.post(
        reverse("documents:document-intake", args=[intake.pk]), _filled(committee)
    )

    document = Document.objects.get()
    assert response["Location"] == reverse(
        "documents:document", args=[document.pk], query={"buoc": 3}
    )
    page = client.get(response["Location"]).content.decode()
    assert f"Đã vào sổ văn bản đi: {document}." in page
    assert re.search(r'aria-current="step"[^§]*?Rà soát nhiệm vụ', page)
    assert page.count('id="nhiem-vu"') == 1
    assert document.subject == "Kết luận về trang bị bộ phận một cửa"
    assert document.issuer_unit == committee
    assert not Intake.objects.exists()


def test_a_second_click_finds_nothing_to_register(
    client: Client, committee: org.Unit, clerk: org.User, intake: Intake
) -> None:
    client.force_login(clerk)
    address = reverse("documents:document-intake", args=[intake.pk])
    client.post(address, _filled(committee))

    response = client.post(address, _filled(committee))

    assert response.status_code == 404
    assert Document.objects.count() == 1


def test_what_was_typed_survives_a_refusal(
    client: Client, committee: org.Unit, clerk: org.User, intake: Intake
) -> None:
    client.force_login(clerk)
    first = DocumentFactory.create(
        owner_unit=committee, symbol="215/TB-UBND", issued_on="2026-09-07"
    )

    response = client.post(
        reverse("documents:document-intake", args=[intake.pk]),
        _filled(committee, subject="Trích yếu tôi đã sửa"),
    )

    page = response.content.decode()
    assert response.status_code == 422
    assert "Trích yếu tôi đã sửa" in page
    assert "đã dùng cho văn bản khác" in page
    assert reverse("documents:document", args=[first.pk]) in page
    assert Intake.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("issued_on", "30/2/2026", "Tháng 02/2026 không có ngày 30."),
        ("issued_on", "31/12/2099", "không thể sau ngày vào sổ"),
        ("subject", "", "bắt buộc"),
        ("owner_unit", "999999", "hợp lệ"),
    ],
)
def test_a_wrong_field_is_named(
    client: Client,
    committee: org.Unit,
    clerk: org.User,
    intake: Intake,
    field: str,
    value: str,
    told: str,
) -> None:
    client.force_login(clerk)

    response = client.post(
        reverse("documents:document-intake", args=[intake.pk]),
        _filled(committee, **{field: value}),
    )

    assert response.status_code == 422
    assert told in response.content.decode()


def test_a_paper_can_be_put_away(client: Client, clerk: org.User, intake: Intake) -> None:
    client.force_login(clerk)

    response = client.post(reverse("documents:intake-discard", args=[intake.pk]))

    assert response.status_code == 302
    assert not Intake.objects.exists()
    assert AuditEvent.objects.filter(name="documents.intake_discarded").exists()


def test_a_colleague_cannot_tell_that_the_paper_exists(
    client: Client, intake: Intake, ward_clerk: org.User
) -> None:
    client.force_login(ward_clerk)

    assert client.get(reverse("documents:document-intake", args=[intake.pk])).status_code == 404
    assert client.post(reverse("documents:intake-discard", args=[intake.pk])).status_code == 404
    assert Intake.objects.count() == 1


def test_who_keeps_no_register_is_not_let_in(client: Client, servant: org.User) -> None:
    client.force_login(servant)

    response = client.get(reverse(DOOR))

    assert response.status_code == 403
    assert "văn thư" in response.content.decode()


def test_nothing_handed_in_is_said(client: Client, clerk: org.User) -> None:
    client.force_login(clerk)

    response = client.post(reverse(DOOR), {"text": ""})

    assert response.status_code == 422
    assert "Chưa có văn bản nào" in response.content.decode()


def test_a_paper_that_is_in_a_register_is_told_before_its_head_is_checked(
    client: Client, committee: org.Unit, clerk: org.User
) -> None:
    client.force_login(clerk)
    client.post(reverse(DOOR), {"text": notice_text()})
    client.post(
        reverse("documents:document-intake", args=[Intake.objects.get().pk]), _filled(committee)
    )
    first = Document.objects.get()

    response = client.post(reverse(DOOR), {"text": notice_text().replace(" ", "  ")}, follow=True)

    page = response.content.decode()
    intake = Intake.objects.get()
    assert response.request["PATH_INFO"] == reverse(DOOR)
    assert f"đã có trong sổ của {committee}" in page
    assert f'href="{reverse("documents:document", args=[first.pk])}"' in page
    assert reverse("documents:document-intake", args=[intake.pk]) in page


def test_who_may_not_see_the_first_one_is_told_nothing_of_it(
    client: Client, committee: org.Unit, ward: org.Unit, clerk: org.User, ward_clerk: org.User
) -> None:
    client.force_login(clerk)
    client.post(reverse(DOOR), {"text": notice_text()})
    client.post(
        reverse("documents:document-intake", args=[Intake.objects.get().pk]), _filled(committee)
    )
    client.force_login(ward_clerk)

    response = client.post(reverse(DOOR), {"text": notice_text()})

    intake = Intake.objects.get()
    assert response["Location"] == reverse("documents:document-intake", args=[intake.pk])
    page = client.get(reverse(DOOR), {"trung": intake.pk}).content.decode()
    assert "đã có trong sổ của" not in page


@pytest.mark.parametrize("given", ["", "x", "-1", "\u0663", "9" * 30])
def test_a_strange_number_in_the_address_changes_nothing(
    client: Client, clerk: org.User, given: str
) -> None:
    client.force_login(clerk)

    assert client.get(reverse(DOOR), {"trung": given}).status_code == 200


def test_a_number_far_beyond_the_run_is_confirmed_on_the_page(
    client: Client, committee: org.Unit, clerk: org.User, intake: Intake
) -> None:
    client.force_login(clerk)
    address = reverse("documents:document-intake", args=[intake.pk])
    typed = _filled(committee, symbol="21500/TB-UBND")

    asked = client.post(address, typed)

    page = asked.content.decode()
    assert asked.status_code == 422
    assert "số tiếp theo sẽ là 21501" in page
    assert 'name="number_may_jump"' in page
    assert client.post(address, {**typed, "number_may_jump": "on"}).status_code == 307


def test_the_same_paper_twice_on_the_desk_is_said_and_leads_to_the_first(
    client: Client, committee: org.Unit, clerk: org.User, intake: Intake
) -> None:
    client.force_login(clerk)

    answer = client.post(reverse(DOOR), {"text": notice_text()})

    second = Intake.objects.exclude(pk=intake.pk).get()
    assert answer["Location"] == reverse(DOOR, query={"trung": second.pk})
    page = client.get(answer["Location"]).content.decode()
    assert "hiện còn chờ vào sổ" in page
    assert reverse("documents:document-intake", args=[intake.pk]) in page
    client.post(reverse("documents:intake-discard", args=[second.pk]))
    assert list(Intake.objects.all()) == [intake]


def test_a_text_in_english_is_told_before_it_is_registered(client: Client, clerk: org.User) -> None:
    client.force_login(clerk)
    client.post(reverse(DOOR), {"text": "The committee shall review the budget. " * 20})
    [intake] = Intake.objects.all()

    page = client.get(reverse("documents:document-intake", args=[intake.pk])).content.decode()

    assert "Văn bản này không phải tiếng Việt có dấu." in page
    assert "không bắt buộc" not in page
