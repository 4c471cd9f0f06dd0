"""Follow-up through the API: what is said, pressed, compiled and decided in the whole city."""

from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone
from tests.rest.callers import refused, told

from baro.followup.models import Committee
from baro.followup.operations import difficult
from baro.org import api as org

WARD = "00070.UBND"


def test_people_talk_follow_and_keep_lists(city: SimpleNamespace) -> None:
    office, chair = city.specialist, city.chair
    task = _given(city)
    item = f"/items/{task}"

    said = told(office.post(f"{item}/comments", {"text": "Cần số liệu trước thứ Sáu."}), 201)
    assert told(chair.get(f"{item}/comments"))[0]["id"] == said["id"]
    assert chair.post(f"{item}/watching").status_code == 204
    assert chair.post(f"{item}/watching/end").status_code == 204
    assert city.other_chair.get(f"{item}/comments").status_code == 404

    wanted = {"name": "Quá hạn của phường", "query": "o=running_overdue"}
    unknown = {**wanted, "reach": "unit", "unit": "KHONG-CO"}
    assert "KHONG-CO" in refused(chair.post("/saved-lists", unknown), 422)
    saved = told(chair.post("/saved-lists", wanted), 201)
    assert [one["name"] for one in told(chair.get("/saved-lists"))] == ["Quá hạn của phường"]
    assert chair.post(f"/saved-lists/{saved['id']}/removal").status_code == 204


def test_units_are_pressed_and_leaders_lists_read(city: SimpleNamespace) -> None:
    office = city.specialist
    task = _given(city)

    nothing = office.post("/pressings", {"unit": "UBND-TP", "tasks": []})
    assert "chọn" in refused(nothing, 422)
    begun = told(office.post("/pressings", {"unit": "UBND-TP", "tasks": [task]}), 201)
    assert [letter["unit"] for letter in begun["letters"]] == [WARD]
    text = {name: begun[name] for name in ("opening", "ask", "answer_by")}
    address = f"/pressings/{begun['id']}"
    worded = told(office.post(f"{address}/text", {**text, "subject": "Đôn đốc số hóa"}))
    assert worded["subject"] == "Đôn đốc số hóa"
    assert told(office.get("/pressings"))["count"] == 1
    assert city.chair.get(address).status_code == 404

    assert told(office.get("/leaders-list")) == []
    assert told(office.get(f"/leaders-list/{task}/reminders")) == []
    words = {"words": "Làm ngay."}
    assert "danh sách" in refused(office.post(f"/leaders-list/{task}/directive", words), 422)


def test_a_committee_asks_what_became_of_its_last_conclusion(
    city: SimpleNamespace, notice: str
) -> None:
    office = city.specialist
    unit = org.Unit.objects.get(code="UBND-TP")
    secretary = org.Unit.objects.get(code="VP-UBND")
    committee = Committee.objects.create(
        kind="conference",
        name="Giao ban tháng",
        chair_unit=unit,
        secretary_unit=secretary,
        founded_at=timezone.now(),
        founded_by=office.user,
    )
    [shown] = told(office.get("/committees"))["items"]
    assert shown["name"] == "Giao ban tháng"

    today = timezone.localdate()
    planned = {"number": 1, "planned_on": (today + timedelta(days=3)).isoformat()}
    first = told(office.post(f"/committees/{committee.pk}/sessions", planned), 201)
    compiled = told(office.get(f"/committees/sessions/{first['id']}/compilation"))
    assert (compiled["number"], compiled["parts"]) == (1, [])
    session = f"/committees/sessions/{first['id']}"
    for register, number, status in (("incoming", "513", 422), ("outgoing", "512", 200)):
        text = notice.replace("512", number)
        paper = office.send("/documents", owner_unit="UBND-TP", book=register, text=text)
        concluding = office.post(f"{session}/conclusion", {"document": told(paper, 201)["id"]})
        assert concluding.status_code == status, concluding.content.decode()
    assert told(office.get(f"{session}/compilation", state="kept")) == {}


def test_a_stuck_work_is_told_of_and_decided(city: SimpleNamespace) -> None:
    office, chair = city.specialist, city.chair
    unit, ward = (org.Unit.objects.get(code=code) for code in ("UBND-TP", WARD))
    leader = org.Post.objects.get(unit__code=WARD, is_head=True)
    today = timezone.localdate()
    starred = difficult.star_work(
        unit=unit,
        name="Trạm bơm",
        stuck="Chưa có mặt bằng.",
        lead_unit=ward,
        leader_post=leader,
        due_on=today + timedelta(days=90),
        by=office.user,
        at=timezone.now(),
    )
    address = f"/difficult-works/{starred.pk}"

    told(chair.post(f"{address}/week", {"tone": "stuck", "words": "Ba hộ chưa nhận tiền."}))
    obstacle = {
        "what": "Đơn giá đất chưa có.",
        "owner_unit": WARD,
        "clear_by": (today + timedelta(days=10)).isoformat(),
        "needs_decision_of": leader.pk,
    }
    raised = told(office.post(f"{address}/obstacles", obstacle))["obstacles"][0]["id"]
    unknown = {**obstacle, "owner_unit": "KHONG-CO"}
    assert "KHONG-CO" in refused(office.post(f"{address}/obstacles", unknown), 422)
    decision = f"/difficult-works/obstacles/{raised}/decision"
    assert office.post(decision, {"decision": "Duyệt."}).status_code == 403
    assert (
        told(chair.post(decision, {"decision": "Duyệt."}))["obstacles"][0]["decision"] == "Duyệt."
    )


def test_somebody_stands_in_and_an_unknown_name_is_refused(city: SimpleNamespace) -> None:
    chair = city.chair
    today = timezone.localdate()
    away = {
        "substitute": city.servant.user.person.code,
        "valid_from": today.isoformat(),
        "last_day": (today + timedelta(days=3)).isoformat(),
        "order_number": "12/GUQ-UBND",
    }

    assert "KHONG-CO" in refused(
        chair.post("/substitutions", {**away, "substitute": "KHONG-CO"}), 422
    )
    given = told(chair.post("/substitutions", away), 201)
    assert [one["id"] for one in told(city.servant.get("/substitutions"))] == [given["id"]]
    told(chair.post(f"/substitutions/{given['id']}/end"))


def _given(city: SimpleNamespace) -> int:
    """A task of the ward, through the API."""
    wanted = {
        "title": "Số hóa hồ sơ",
        "issuer_unit": "UBND-TP",
        "lead": [WARD],
        "expected_product": "Danh sách",
        "due_on": (timezone.localdate() + timedelta(days=5)).isoformat(),
    }
    [task] = told(city.specialist.post("/tasks", [wanted]), 201)
    return int(task["id"])
