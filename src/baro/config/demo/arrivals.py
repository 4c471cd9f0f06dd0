"""A ward's desk: a chain of three papers, and arrivals at each step of their way."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from baro.config.demo.accounts import STORY_COMMUNE
from baro.config.demo.chance import Days
from baro.config.demo.city import City
from baro.documents import api as documents
from baro.org import api as org

_MATTER = "rà soát hố ga, cửa thu nước trước mùa mưa"
_HEAD = """{issuer}
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {symbol}
Hà Nội, ngày {day} tháng {month} năm {year}

{words}
"""
_DIRECTIVE = """CHỈ THỊ
Về việc {matter}

Để chủ động ứng phó với mưa lớn, Chủ tịch UBND thành phố yêu cầu:

1. Sở Xây dựng hướng dẫn các xã, phường {matter}, báo cáo UBND thành phố trước ngày {due}.

2. UBND các xã, phường tổ chức thực hiện theo hướng dẫn của Sở Xây dựng./."""
_LETTER = """Kính gửi: UBND các xã, phường

Thực hiện Chỉ thị số {above} ngày {above_day} của UBND thành phố về việc {matter}, Sở Xây dựng đề \
nghị UBND các xã, phường lập danh sách hố ga, cửa thu nước hư hỏng, gửi về Sở trước ngày {due}./."""
_PLAN = """KẾ HOẠCH
{Matter} trên địa bàn phường

Thực hiện Công văn số {above} ngày {above_day} của Sở Xây dựng về việc {matter}, UBND phường giao:

1. Phòng Kinh tế, Hạ tầng và Đô thị kiểm tra thực tế, lập danh sách, trình UBND phường trước ngày \
{due}./."""
# Subject, issuer, symbol, urgency, days since it came: what else lies on the ward's desk.
_OTHERS = (
    ("Mời dự họp giao ban tháng", "Văn phòng UBND thành phố", "512/GM-VP", "GM", "normal", 0),
    ("Cung cấp số liệu hộ kinh doanh", "Thuế cơ sở", "188/TCS-NV", "CV", "urgent", 1),
    ("Phối hợp tuyên truyền phòng cháy", "Công an phường", "73/CAP-TM", "CV", "normal", 4),
)


@dataclass(frozen=True)
class _Desk:
    """The ward's people who handle what arrives, and the moment of the day."""

    ward: org.Unit
    clerk: org.User
    at: datetime


def lay_out(city: City, days: Days) -> str:
    """Write the three papers one after the other, and lead arrivals through their steps."""
    first, second, third = days.working[-6], days.working[-4], days.working[-2]
    starts = [days.calendar.start_of(day) + timedelta(hours=9) for day in (first, second, third)]
    desk = _Desk(
        ward=city.units[f"{STORY_COMMUNE}.UBND"],
        clerk=city.user(f"{STORY_COMMUNE}.UBND.VP", "VT"),
        at=starts[1],
    )
    due = f"{days.working[-1] + timedelta(days=20):%d/%m/%Y}"
    clerk, author = city.user("VP-UBND", "VT-1"), city.user("SXD", "CVTH-1")
    directive = _issue("CT", city.units["UBND-TP"], _DIRECTIVE, clerk, starts[0], due=due)
    letter = _issue("CV", city.units["SXD"], _LETTER, author, starts[1], due=due, above=directive)
    for paper, by in ((directive, clerk), (letter, author)):
        documents.share_document(document=paper, units=[desk.ward], by=by, at=starts[1])
    arrivals = [_receive(paper, desk) for paper in (directive, letter)]
    _assign(city, arrivals[1], desk)
    documents.finish_handling(
        document=arrivals[0], note="Lưu để biết, chờ hướng dẫn của Sở", by=desk.clerk, at=desk.at
    )
    _issue("KH", desk.ward, _PLAN, desk.clerk, starts[2], due=due, above=letter)
    _fill_desk(city, desk, days)
    _keep_numbers(desk, starts[2])
    return (
        f"Đã đặt lên bàn văn thư {desk.ward.short_name} {2 + len(_OTHERS)} văn bản đến ở các bước "
        "khác nhau và một chuỗi ba văn bản."
    )


def _issue(
    type_code: str,
    unit: org.Unit,
    words: str,
    by: org.User,
    at: datetime,
    *,
    due: str,
    above: documents.Document | None = None,
) -> documents.Document:
    day = at.date()
    given = documents.issue_number(
        owner_unit=unit, type=type_code, issued_on=day, by=by, at=at - timedelta(minutes=20)
    )
    # No division to name, so the field of work stands there.
    symbol = f"{given.symbol}-HTKT" if type_code == "CV" else given.symbol
    facts = {"matter": _MATTER, "Matter": _MATTER[0].upper() + _MATTER[1:], "due": due}
    if above and above.issued_on:
        facts |= {"above": above.symbol, "above_day": f"{above.issued_on:%d/%m/%Y}"}
    text = _HEAD.format(
        issuer=unit.name.upper(),
        symbol=symbol,
        day=f"{day.day:02d}",
        month=f"{day.month:02d}",
        year=day.year,
        words=words.format(**facts),
    )
    return documents.register_document(
        register="outgoing",
        owner_unit=unit,
        text=text,
        type=type_code,
        symbol=symbol,
        issued_on=day,
        subject=f"{facts['Matter']}{' trên địa bàn phường' if type_code == 'KH' else ''}",
        copies=3,
        file_keeper="Văn thư",
        by=by,
        at=at,
    )


def _receive(paper: documents.Document, desk: _Desk) -> documents.Document:
    return documents.register_document(
        register="incoming",
        owner_unit=desk.ward,
        text=paper.text,
        type=paper.type,
        symbol=paper.symbol,
        issued_on=paper.issued_on,
        issuer_name=paper.issuer_name,
        issuer_unit=paper.issuer_unit,
        subject=paper.subject,
        received_at=desk.at + timedelta(minutes=5),
        is_electronic=True,
        by=desk.clerk,
        at=desk.at + timedelta(minutes=25),
    )


def _assign(city: City, arrival: documents.Document, desk: _Desk) -> None:
    chair, at = city.user(f"{STORY_COMMUNE}.UBND", "CT"), desk.at + timedelta(hours=1)
    documents.submit_document(document=arrival, to=chair.person, by=desk.clerk, at=at)
    documents.assign_document(
        document=arrival,
        lead_unit=city.units[f"{STORY_COMMUNE}.UBND.KT"],
        lead_person=city.person(f"{STORY_COMMUNE}.UBND.KT", "CV-1"),
        cooperating=[city.units[f"{STORY_COMMUNE}.UBND.VP"]],
        instruction="Giao Phòng Kinh tế tham mưu kế hoạch của phường, trình tôi ký.",
        due_on=at.date() + timedelta(days=10),
        by=chair,
        at=at + timedelta(hours=2),
    )


def _keep_numbers(desk: _Desk, at: datetime) -> None:
    """Two decisions wait for their signature; the number of a third was cancelled."""
    purposes = (
        "Quyết định kiện toàn Ban Chỉ huy phòng, chống thiên tai phường",
        "Quyết định thành lập tổ kiểm tra vỉa hè",
        "Quyết định phê duyệt dự toán sửa chữa nhà văn hóa",
    )
    kept = [
        documents.reserve_number(
            owner_unit=desk.ward, type="QĐ", purpose=purpose, by=desk.clerk, at=at
        )
        for purpose in purposes
    ]
    documents.cancel_number(
        run=kept[1].series,
        number=kept[1].number,
        reason="Lãnh đạo phường không ký, giao soạn lại",
        by=desk.clerk,
        at=at + timedelta(hours=5),
    )


def _fill_desk(city: City, desk: _Desk, days: Days) -> None:
    """Papers that wait: to be submitted, to be assigned, and one that was registered late."""
    at = days.calendar.start_of(days.working[-1]) + timedelta(hours=14)
    chair = city.user(f"{STORY_COMMUNE}.UBND", "CT").person
    for subject, issuer, symbol, type_code, urgency, waited in _OTHERS:
        arrival = documents.register_document(
            register="incoming",
            owner_unit=desk.ward,
            text=f"{subject}. Đề nghị UBND phường quan tâm, phối hợp.",
            type=type_code,
            symbol=symbol,
            issued_on=days.working[-1 - waited],
            issuer_name=issuer,
            subject=subject,
            urgency=urgency,
            received_at=at - timedelta(days=waited, minutes=30),
            by=desk.clerk,
            at=at,
        )
        if urgency != "normal":
            documents.submit_document(document=arrival, to=chair, by=desk.clerk, at=at)
