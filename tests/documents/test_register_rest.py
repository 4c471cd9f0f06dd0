"""Numbers, links, steps and corrections through the API."""

from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone
from tests.documents.extraction.ocr.drawn import as_png, slip
from tests.factories.documents import notice_text
from tests.factories.org import UnitFactory, UserFactory
from tests.rest.callers import caller, refused, told

from baro.documents import operations
from baro.org import api as org

pytestmark = pytest.mark.django_db


def test_another_system_keeps_the_register(
    department: org.Unit, committee: org.Unit, clerk: org.User, servant: org.User, noon: datetime
) -> None:
    system, reader = caller(clerk), caller(servant)

    held = {"owner_unit": "SNV", "type": "TB", "purpose": "Đang trình ký"}
    number = told(system.post("/documents/numbers", held), 201)
    assert (number["symbol"], number["state"]) == ("01/TB-SNV", "reserved")
    unknown = system.post("/documents/numbers", {**held, "type": "XYZ"})
    assert "không có trong danh mục" in refused(unknown, 422)
    assert "giữ sổ" in refused(reader.post("/documents/numbers", held), 403)

    first = told(system.send("/documents", owner_unit="SNV", text=notice_text()), 201)
    changed: dict[str, Any] = {"owner_unit": "SNV", "text": notice_text().replace("18/9", "28/9")}
    assert "đã dùng cho văn bản khác" in refused(system.send("/documents", **changed), 422)
    second = told(system.send("/documents", **changed, correction_reason="Sửa hạn"), 201)
    assert told(system.get(f"/documents/{first['id']}"))["replaced_at"]
    assert told(reader.get(f"/documents/{second['id']}/handling"))["state"] == "waiting"

    links = f"/documents/{second['id']}/links"
    (correction,) = told(system.get(links))
    assert (correction["kind"], correction["document"]) == ("corrects", first["id"])
    added = told(system.post(links, {"kind": "replies", "symbol": "9/UBND"}), 201)
    assert (added["kind"], added["document"]) == ("replies", None)
    assert "giữ sổ" in refused(reader.post(links, {"kind": "replies", "symbol": "8/UBND"}), 403)


def test_another_system_gives_numbers_back_and_fills_them(
    department: org.Unit, clerk: org.User, servant: org.User
) -> None:
    system, reader = caller(clerk), caller(servant)
    held = {"owner_unit": "SNV", "type": "TB", "purpose": "Đang trình ký"}
    for _ in range(3):
        told(system.post("/documents/numbers", held), 201)
    [run] = told(system.get("/documents/numbers/runs", owner_unit="SNV"))
    assert (run["owner_unit"], run["last_number"]) == ("SNV", 3)
    acts = f"/documents/numbers/runs/{run['id']}"

    why = {"number": 2, "reason": "Không ký nữa"}
    assert told(system.post(f"{acts}/release", why))["state"] == "free"
    today = {"dated_on": timezone.localdate().isoformat()}
    filled = told(system.post(f"{acts}/filling", {**why, **today}))
    assert (filled["symbol"], filled["state"]) == ("02/TB-SNV", "reserved")
    assert "đang giữ" in refused(system.post(f"{acts}/filling", {**why, **today}), 422)
    gone = told(system.post(f"{acts}/cancellation", {"number": 3, "reason": "Ghi nhầm"}))
    assert gone["state"] == "cancelled"

    assert told(reader.get("/documents/numbers/runs")) == []
    refused(reader.post(f"{acts}/cancellation", why), 404)


def test_another_system_hands_an_arrival_on(ward: org.Unit, ward_clerk: org.User) -> None:
    leader = UserFactory.create(role=org.Role.LEADER, unit=ward, is_head=True)
    division = UnitFactory.create(parent=ward, kind="division")
    clerk, chair = caller(ward_clerk), caller(leader)
    arrival = told(clerk.send("/documents", owner_unit=ward.code, text=notice_text()), 201)
    steps = f"/documents/{arrival['id']}"

    nobody = {"person": "KHONG-CO"}
    assert "Không có ai mang mã" in refused(clerk.post(f"{steps}/submission", nobody), 422)
    put = told(clerk.post(f"{steps}/submission", {"person": leader.person.code}))
    assert (put["state"], put["submitted_to"]) == ("submitted", leader.person.full_name)

    words = {"unit": division.code, "instruction": "Tham mưu.", "due_on": "2099-01-05"}
    unknown = {**words, "cooperating": ["KHONG-CO"]}
    assert "Không có đơn vị" in refused(chair.post(f"{steps}/assignment", unknown), 422)
    told_to = told(chair.post(f"{steps}/assignment", words))
    assert (told_to["lead_unit"], told_to["due_on"]) == (division.code, "2099-01-05")

    done = told(clerk.post(f"{steps}/finishing", {"note": "Lưu để biết."}))
    assert (done["state"], done["finish_note"]) == ("finished", "Lưu để biết.")


def test_another_system_hands_in_what_takes_long_and_asks_again(
    department: org.Unit, clerk: org.User, servant: org.User
) -> None:
    system = caller(clerk)
    quick = told(system.send("/documents/intakes", text=notice_text()), 201)
    assert quick["state"] == "ready"
    entered = told(
        system.post(f"/documents/intakes/{quick['id']}/registration", {"owner_unit": "SNV"}), 201
    )
    assert entered["symbol"] == "215/TB-UBND"

    picture = ("anh.png", as_png(slip()))
    slow = told(system.send("/documents/intakes", file=picture), 202)
    assert slow["state"] == "waiting"
    address = f"/documents/intakes/{slow['id']}"
    assert told(system.get(address))["state"] == "waiting"
    early = system.post(f"{address}/registration", {"owner_unit": "SNV"})
    assert "chưa đọc xong" in refused(early, 422)
    refused(caller(servant).get(address), 404)
    assert system.post(f"{address}/discard").status_code == 204
    assert told(system.get("/documents/intakes")) == []


def test_no_numbers_where_no_register_is_kept(city: org.Unit, noon: datetime) -> None:
    keeper = UserFactory.create(role=org.Role.CLERK, unit=city)
    with pytest.raises(operations.UnitKeepsNoRegister):
        operations.reserve_number(owner_unit=city, type="TB", purpose="Thử", by=keeper, at=noon)
