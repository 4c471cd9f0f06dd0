"""The story of the product, step for step through the API, in the whole city."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone
from tests.factories.documents import notice_text, word_file
from tests.rest.callers import Caller, refused, told

WARD = "00070.UBND"


def test_a_notice_becomes_accepted_and_returned_products(
    city: SimpleNamespace, notice: str
) -> None:
    office, chair, servant = city.specialist, city.chair, city.servant

    # The city office sends a conclusion notice in; it is read clause by clause.
    document = told(office.send("/documents", owner_unit="UBND-TP", text=notice), 201)
    assert (document["symbol"], document["type"]) == ("512/TB-UBND", "TB")
    reading = told(office.get(f"/documents/{document['id']}/reading"))
    assert [clause["kind"] for clause in reading["clauses"]].count("task") == 3
    assert told(office.post(f"/documents/{document['id']}/reading")) == reading

    # Three drafts, and no more for asking again; the impossible day is a doubt, not a date.
    making = f"/drafts/from-document/{document['id']}"
    drafts = told(office.post(making))
    assert [draft["id"] for draft in told(office.post(making))] == [d["id"] for d in drafts]
    assert [draft["lead"] for draft in drafts] == [["G.UBND-XP"], ["SNV"], ["STC"]]
    assert drafts[2]["due_on"] is None
    assert "30/02" in " ".join(drafts[2]["doubts"])

    # Issuing says what is missing; two corrections, and one dropped and taken up again.
    chosen = {"drafts": [draft["id"] for draft in drafts]}
    assert "chưa có hạn" in refused(office.post("/drafts/issuance", chosen), 422)
    day = timezone.localdate() + timedelta(days=30)
    _correct(office, drafts[0], expected_product="Danh sách hồ sơ, kèm số tờ")
    _correct(office, drafts[2], due_on=day.isoformat(), expected_product="Báo cáo kinh phí")
    assert told(office.post(f"/drafts/{drafts[1]['id']}/drop"))["status"] == "dropped"
    assert told(office.post(f"/drafts/{drafts[1]['id']}/restoration"))["status"] == "open"

    # One is cut and put back, gets another end and the old one; two leads are not joined unasked.
    draft = f"/drafts/{drafts[1]['id']}"
    cut = drafts[1]["start"] + drafts[1]["quote"].index("trình")
    assert len(told(office.post(f"{draft}/split", {"place": cut}))) == 2
    assert told(office.post(f"{draft}/undoing"))["quote"] == drafts[1]["quote"]
    ends = {"start": drafts[1]["start"], "end": cut}
    assert told(office.post(f"{draft}/quote", ends))["end"] < cut
    assert told(office.post(f"{draft}/undoing"))["end"] == drafts[1]["end"]
    other = {"other": drafts[2]["id"]}
    assert "đơn vị chủ trì khác nhau" in refused(office.post(f"{draft}/merger", other), 422)
    assert told(office.post(f"{draft}/merger", {**other, "lead": ["SNV"]}))["lead"] == ["SNV"]
    told(office.post(f"{draft}/undoing"))

    # Issued: one of them to all 126 communes and wards as 126 tasks.
    [to_all, to_one, to_another] = told(office.post("/drafts/issuance", chosen), 201)
    assert (to_all["is_collective"], to_one["is_collective"]) == (True, False)
    assert (to_one["lead_unit"], to_another["lead_unit"]) == ("SNV", "STC")
    children = told(office.get(f"/tasks/{to_all['id']}/children"))
    assert len({child["lead_unit"] for child in children}) == len(children) == 126

    # The ward finds its own task and no other ward's, and gives it to a colleague.
    found = told(chair.get("/tasks", nguon=str(document["id"])))
    [mine] = found["items"]
    assert (mine["lead_unit"], mine["parent"], found["count"]) == (WARD, to_all["id"], 1)
    refused(city.other_chair.get(f"/tasks/{mine['id']}"), 404)
    task = f"/tasks/{mine['id']}"
    assert told(chair.post(f"{task}/receipt"))["state"] == "received"
    to = {"person": servant.user.person.code}
    assert told(chair.post(f"{task}/assignment", to))["assignee"] == str(servant.user)

    # The colleague reports; the ward asks for more days and gets some of them.
    told(servant.post(f"{task}/progress", {"done": "Đã rà soát 3 tổ.", "percent": 40}))
    asked = (timezone.localdate() + timedelta(days=35)).isoformat()
    granted = (timezone.localdate() + timedelta(days=28)).isoformat()
    grounds = {"proposed_due_on": asked, "grounds": "Phải mượn sổ gốc của kho lưu trữ."}
    told(chair.post(f"{task}/extension", grounds))
    decision = {"granted": True, "new_due_on": granted, "note": "Bốn tuần là đủ"}
    decided = told(office.post(f"{task}/extension-decision", decision))
    assert decided["original_due_at"] < decided["due_at"]

    # A product is handed in, returned with a reason, handed in again as a file, accepted.
    delivered = told(servant.send(f"{task}/delivery", text="Danh sách lần một"))
    assert (delivered["state"], delivered["cell"]) == ("delivered", "running_in_time")
    reason = {"text": "Chưa có số tờ của từng hồ sơ."}
    assert told(office.post(f"{task}/return", reason))["state"] == "returned"
    file = ("danh-sach.txt", "Danh sách đầy đủ".encode())
    told(servant.send(f"{task}/delivery", text="Lần hai", file=file))
    accepted = told(office.post(f"{task}/acceptance", {"note": "Đủ số liệu"}))
    assert (accepted["state"], accepted["cell"]) == ("done", "done_on_time")

    # All of it reads as a history, and the collective task is still open.
    sentences = [entry["sentence"] for entry in told(office.get(f"{task}/history"))]
    assert [_act(sentence) for sentence in sentences] == [
        "giao cho", "nhận việc", "phân công", "báo tiến độ", "xin gia hạn", "đồng ý gia hạn",
        "nộp sản phẩm", "trả lại", "nộp sản phẩm", "nghiệm thu",
    ]  # fmt: skip
    assert told(office.get(f"/tasks/{to_all['id']}"))["closed_at"] is None


def test_a_word_file_is_read_like_its_text(city: SimpleNamespace, notice: str) -> None:
    file = ("thong-bao.docx", word_file(notice))

    document = told(city.specialist.send("/documents", owner_unit="UBND-TP", file=file), 201)

    reading = told(city.specialist.get(f"/documents/{document['id']}/reading"))
    assert document["symbol"] == "512/TB-UBND"
    assert [task["lead"][0]["code"] for task in reading["tasks"]] == ["G.UBND-XP", "SNV", "STC"]
    found = told(city.specialist.get("/documents", symbol="512/tb-ubnd"))
    assert [one["id"] for one in found["items"]] == [document["id"]]


def test_one_and_many_tasks_are_given_without_a_document(city: SimpleNamespace) -> None:
    due = (timezone.localdate() + timedelta(days=10)).isoformat()
    common = {"issuer_unit": "UBND-TP", "expected_product": "Báo cáo", "due_on": due}
    wanted = [
        {**common, "title": "Báo cáo nhân sự", "lead": ["SNV"], "cooperating": ["STC"]},
        {**common, "title": "Kiểm tra kho", "lead": ["G.UBND-XP"]},
    ]

    one, many = told(city.specialist.post("/tasks", wanted), 201)

    assert (one["title"], one["lead_unit"]) == ("Báo cáo nhân sự", "SNV")
    assert many["is_collective"]
    [mine] = told(city.chair.get("/tasks", q="kiem tra kho"))["items"]
    withdrawn = told(city.specialist.post(f"/tasks/{many['id']}/withdrawal", {"text": "Trùng."}))
    assert withdrawn["state"] == "withdrawn"
    assert told(city.chair.get(f"/tasks/{mine['id']}"))["state"] == "withdrawn"


def test_two_of_anything_are_a_list_too(city: SimpleNamespace) -> None:
    today = timezone.localdate()
    day, soon = f"{today:%d tháng %m năm %Y}", f"{today + timedelta(days=10):%d/%m/%Y}"
    text = notice_text(day=day).replace("25/9/2026", soon).replace("18/9/2026", soon)
    document = told(city.specialist.send("/documents", owner_unit="UBND-TP", text=text), 201)
    due = (today + timedelta(days=10)).isoformat()
    new = {"title": "Báo cáo", "expected_product": "Báo cáo", "due_on": due}
    wanted = [{**new, "issuer_unit": "UBND-TP", "lead": ["00070.UBND"]}]
    [task] = told(city.specialist.post("/tasks", wanted), 201)
    told(city.chair.post(f"/tasks/{task['id']}/receipt"))

    drafts = told(city.specialist.post(f"/drafts/from-document/{document['id']}"))
    history = told(city.chair.get(f"/tasks/{task['id']}/history"))

    assert (len(drafts), len(history)) == (2, 2)


def test_units_and_the_own_account_are_told(city: SimpleNamespace) -> None:
    me = told(city.chair.get("/me"))
    units = told(city.chair.get("/units", kind="commune"))
    found = told(city.chair.get("/units", q="Sở Nội vụ"))

    assert me["username"] == "chair"
    assert me["posts"][0]["unit"] == WARD
    assert "issue_task" in me["permissions"]
    assert units["count"] == 126
    assert "SNV" in {unit["code"] for unit in found["items"]}
    assert told(city.chair.get("/units/00070"))["parent"] == "HN"


def _correct(office: Caller, draft: dict[str, Any], **changes: str) -> None:
    changed = told(office.patch(f"/drafts/{draft['id']}", changes))
    assert {name: changed[name] for name in changes} == changes


_ACTS = (
    "đồng ý gia hạn", "xin gia hạn", "giao cho", "nhận việc", "phân công", "báo tiến độ",
    "nộp sản phẩm", "trả lại", "nghiệm thu",
)  # fmt: skip


def _act(sentence: str) -> str:
    return next((act for act in _ACTS if act in sentence), sentence)


def test_what_comes_back_and_what_was_only_said(city: SimpleNamespace) -> None:
    office, chair = city.specialist, city.chair
    wanted = {
        "title": "Báo cáo giải ngân",
        "issuer_unit": "UBND-TP",
        "lead": [WARD],
        "expected_product": "Báo cáo",
        "recurrence": {"every": "month", "by": "ngày 25"},
    }
    told(office.post("/tasks", [wanted]), 201)

    [duty] = told(office.get("/duties"))["items"]
    nominal = duty["coming"][0]["nominal_on"]
    address = f"/duties/{duty['id']}"
    skipped = told(office.post(f"{address}/skip", {"nominal_on": nominal, "reason": "Đã có"}))
    assert skipped["coming"][0]["is_skipped"] is True
    again = {"nominal_on": nominal, "reason": "Lần nữa"}
    assert "bỏ qua" in refused(office.post(f"{address}/skip", again), 422)
    assert told(office.post(f"{address}/end", {"reason": "Thôi"}))["ended_at"]
    assert told(chair.get("/duties"))["items"] == []

    said = {"kind": "spoken", "said_on": "2026-01-05", "said_by": "Chủ tịch", "words": "Làm ngay."}
    spoken = {**wanted, "recurrence": None, "due_on": "2099-01-05", "origin": said}
    assert "chưa chọn người xác nhận" in refused(office.post("/tasks", [spoken]), 422)
    spoken["origin"] = {**said, "confirmer": "KHONG-CO"}
    assert "Không có ai mang mã" in refused(office.post("/tasks", [spoken]), 422)
    spoken["origin"] = {**said, "kind": "council"}
    [task] = told(office.post("/tasks", [spoken]), 201)
    confirming = office.post(f"/tasks/{task['id']}/confirmation")
    assert "không chờ xác nhận" in refused(confirming, 422)
