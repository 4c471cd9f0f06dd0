"""Three works that are stuck, on the star list of the city's committee; the works are invented."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from baro.config.demo.chance import Days
from baro.config.demo.city import City
from baro.followup import api as followup
from baro.org import api as org

_UNIT = "UBND-TP"
_LINES: tuple[tuple[str, ...], ...] = (
    (
        "stuck: Còn 14 hộ chưa nhận tiền, giá đất cụ thể chưa duyệt.",
        "",
        "stuck: Đã họp với 14 hộ, 3 hộ đồng ý; vẫn chờ giá đất.",
        "at_risk: Đã trình phương án giá đất lần hai.",
        "at_risk: Đang kiểm đếm đợt ba.",
        "going: Bàn giao được 60% mặt bằng.",
    ),
    (
        "at_risk: Nhà thầu bổ sung máy, chậm kế hoạch khoảng 10 ngày.",
        "at_risk: Chưa đủ cát san lấp.",
        "going: Đạt 40% khối lượng.",
        "",
        "",
    ),
    ("going: Đã chạy thử ở 30 xã, phường, chưa có lỗi lớn.", "going: Xong phần đào tạo."),
)


@dataclass(frozen=True)
class _Story:
    name: str
    stuck: str
    lead: str
    weeks: int
    days_ahead: int


_STORIES = (
    _Story(
        "Cải tạo tuyến mương thoát nước Đồng Sậy",
        "Chưa bàn giao hết mặt bằng vì giá đất cụ thể chưa được duyệt.",
        "SXD",
        7,
        24,
    ),
    _Story(
        "Xây dựng trường liên cấp khu tái định cư Bãi Trong",
        "Thiếu cát san lấp, nhà thầu làm cầm chừng.",
        "SXD",
        6,
        75,
    ),
    _Story(
        "Đưa hồ sơ hộ tịch giấy còn lại lên kho dữ liệu số",
        "Nhiều sổ cũ rách, mờ, phải nhập bằng tay.",
        "STP",
        3,
        110,
    ),
)


def lay_out(city: City, days: Days) -> str:
    """Star them some weeks ago, say their weeks, and leave one obstacle to the chairman."""
    unit = city.units[_UNIT]
    keeper, chair = city.user("VP-UBND", "CVTH-1"), city.heads[unit.pk]
    kept = [
        _live_through(story, lines, unit, chair, keeper, city, days)
        for story, lines in zip(_STORIES, _LINES, strict=True)
    ]
    _stand_in_the_way(kept, chair, keeper, city, days)
    return f"Đã đưa {len(kept)} việc vào danh mục việc khó của {unit}."


def _live_through(
    story: _Story,
    lines: tuple[str, ...],
    unit: org.Unit,
    chair: org.Post,
    keeper: org.User,
    city: City,
    days: Days,
) -> followup.DifficultWork:
    """`lines` go back in time from last week; an empty one is a week without a word."""
    lead = city.units[story.lead]
    work = followup.star_work(
        unit=unit,
        name=story.name,
        stuck=story.stuck,
        lead_unit=lead,
        leader_post=chair,
        due_on=days.today + timedelta(days=story.days_ahead),
        by=keeper,
        at=_moment(days, story.weeks * 7),
    )
    for back, line in reversed(list(enumerate(lines, start=1))):
        if line:
            tone, _, words = line.partition(": ")
            followup.say_week(
                work=work, tone=tone, words=words, by=keeper, at=_moment(days, back * 7)
            )
    return work


def _stand_in_the_way(
    kept: list[followup.DifficultWork], chair: org.Post, keeper: org.User, city: City, days: Days
) -> None:
    ditch, school, records = kept
    price = _moment(days, 26)
    followup.raise_obstacle(
        work=ditch,
        what="Giá đất cụ thể của 14 hộ cuối tuyến chưa được duyệt",
        owner_unit=city.units["SNNMT"],
        clear_by=_ahead(days, -4),
        needs_decision_of=chair,
        by=keeper,
        at=price,
    )
    land = followup.raise_obstacle(
        work=ditch,
        what="Chưa có quỹ nhà tạm cư cho 5 hộ",
        owner_unit=city.units["SXD"],
        clear_by=_ahead(days, 8),
        by=keeper,
        at=price,
    )
    followup.clear_obstacle(
        obstacle=land,
        how="Bố trí 5 căn ở khu tái định cư Bãi Trong.",
        by=keeper,
        at=_moment(days, 9),
    )
    followup.raise_obstacle(
        work=school,
        what="Thiếu 12.000 m³ cát san lấp",
        owner_unit=city.units["SXD"],
        clear_by=_ahead(days, 12),
        by=keeper,
        at=_moment(days, 15),
    )
    step = _step(ditch, "Duyệt phương án bồi thường đợt ba", _ahead(days, -20), keeper, days)
    followup.move_milestone(
        milestone=step,
        day=_ahead(days, 6),
        reason="Chờ giá đất cụ thể.",
        by=keeper,
        at=_moment(days, 22),
    )
    _step(school, "San lấp xong", _ahead(days, -2), keeper, days)
    done = _step(records, "Đào tạo xong người nhập liệu", _ahead(days, -5), keeper, days)
    reached = _moment(days, 6)
    followup.finish_milestone(milestone=done, done_on=reached.date(), by=keeper, at=reached)
    _step(records, "Nhập xong sổ của 60 xã, phường", _ahead(days, 40), keeper, days)


def _step(
    work: followup.DifficultWork, title: str, day: date, by: org.User, days: Days
) -> followup.DifficultMilestone:
    at = _moment(days, 27 if work.due_on < _ahead(days, 100) else 16)
    return followup.add_milestone(work=work, title=title, due_on=day, by=by, at=at)


def _moment(days: Days, back: int) -> datetime:
    """The morning of a day so many days ago."""
    return days.calendar.start_of(days.today - timedelta(days=back)) + timedelta(hours=9)


def _ahead(days: Days, count: int) -> date:
    return days.today + timedelta(days=count)
