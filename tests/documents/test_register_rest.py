"""Numbers, links, steps and corrections through the API."""

from datetime import datetime
from typing import Any

import pytest
from tests.factories.documents import notice_text
from tests.factories.org import UserFactory
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


def test_no_numbers_where_no_register_is_kept(city: org.Unit, noon: datetime) -> None:
    keeper = UserFactory.create(role=org.Role.CLERK, unit=city)
    with pytest.raises(operations.UnitKeepsNoRegister):
        operations.reserve_number(owner_unit=city, type="TB", purpose="Thử", by=keeper, at=noon)
