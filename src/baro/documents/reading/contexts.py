"""What a clause takes from those above it: their leads, and whether orders are given there."""

from dataclasses import dataclass, field, replace
from typing import Literal

from baro.documents.reading.clauses import Block
from baro.documents.reading.mention import Mention
from baro.documents.reading.patterns import grammar
from baro.documents.reading.points import leads_at, points_meant
from baro.documents.reading.preambles import concludes
from baro.documents.reading.rests import Rests
from baro.documents.reading.unit_lists import UnitList

Mood = Literal["orders", "findings"]
_FINDINGS = grammar(
    r"(?:[^.:]{0,12}?)(?:đánh giá|kết quả|tình hình|hạn chế|tồn tại|nguyên nhân|ưu điểm"
    r"|khó khăn|vướng mắc|bài học"
    r"|mục đích|mục tiêu|quan điểm|căn cứ|thành phần|diễn biến|nội dung báo cáo"
    r"|ý kiến phát biểu|về kết quả|những việc đã|(?:tóm tắt )?ý kiến (?:của )?(?:các|tham gia"
    r"|thảo luận|trao đổi)|(?:nội dung )?(?:trao đổi|thảo luận)|địa điểm|thư ký|mời dự|vắng mặt"
    r"|chủ tọa)(?!\w)"
    r"|(?:phần |nội dung )?(?:các |đại diện )(?:đơn vị|phòng|sở|ngành|đại biểu|thành viên|xã"
    r"|phường)"
    r"[^.:]{0,40}? (?:báo cáo|phát biểu|trình bày|nêu|kiến nghị|đề xuất)(?!\w)"
    r"|(?:phần )?(?:báo cáo|phát biểu|trình bày|kiến nghị|đề xuất)(?:, \w+ \w+)? của (?!chủ tịch"
    r"|bí thư)"
    r"|(?:phần )?báo cáo(?:,| và) (?:ý kiến|thảo luận|trao đổi)|(?:phần )?ý kiến(?! (?:chỉ đạo"
    r"|kết luận))"
    r"|(?:về )?công tác (?:tuần|tháng|quý|năm) (?:qua|trước)(?!\w)"
)
_TELLS = grammar(
    r"(?:đánh giá|kết quả|hạn chế|tồn tại|nguyên nhân|ưu điểm|thành phần|địa điểm|thư ký|mời dự"
    r"|vắng mặt|chủ tọa|tình hình|khó khăn)(?: chung| chủ yếu| đạt được|, vướng mắc)*~:"
    r"|(?:về )?(?:nguồn )?kinh phí[^.;:]{0,60}?(?:~:)?~(?:thực hiện |được |sẽ )?(?:lấy |sử dụng "
    r"|trích |chi )?từ (?:nguồn|ngân sách|dự toán)"
    r"|(?:nguồn )?kinh phí(?: thực hiện| triển khai)? (?:lấy|từ|do|được|bảo đảm từ|đã|trích)(?!\w)"
    r"|chủ trì~:~(?:đồng chí|ông|bà)(?!\w)|các đồng chí dự"
    r"|(?:đại biểu )?(?:dự họp|tham dự|cùng dự)~:"
)
_ORDERS = grammar(
    r"(?:[^.:]{0,40}?)(?:nhiệm vụ|giải pháp|yêu cầu|tổ chức thực hiện|phân công|kết luận"
    r"|chỉ đạo|giao|thời gian tới"
    r"|triển khai|phương hướng)(?!\w)"
)


def mood_of(plain: str, start: int, end: int) -> Mood | None:
    """What a heading announces: orders to come, or a look back."""
    if concludes(plain, start, end):
        return "orders"
    if _FINDINGS.match(plain, start, end):
        return "findings"
    return "orders" if _ORDERS.match(plain, start, end) else None


def tells(plain: str, start: int, end: int) -> bool:
    """As in "Hạn chế: còn 31 tòa ...", "Thành phần: ...": a clause that says itself what it is."""
    return _TELLS.match(plain, start, end) is not None


@dataclass
class Contexts:
    """Remembers, for each clause that opens others, its leads and its mood."""

    leads: dict[str, UnitList] = field(default_factory=dict)
    moods: dict[str, Mood] = field(default_factory=dict)
    told: list[tuple[str, UnitList]] = field(default_factory=list)
    along: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    addressed: UnitList | None = None
    rests: Rests = field(default_factory=Rests)
    _places: dict[int, str] = field(default_factory=dict)

    def leads_over(self, block: Block) -> UnitList | None:
        """The bodies of the nearest clause above that names some, else those the letter goes to."""
        return self.named_over(block) or self.addressed

    def named_over(self, block: Block) -> UnitList | None:
        for above in reversed(block.above):
            if above.id in self.leads:
                return self.leads[above.id]
        return None

    def where(self, leads: UnitList) -> str:
        """In Vietnamese, where a clause takes these leads from; empty when it names them itself."""
        if leads is self.addressed:
            return "nơi văn bản gửi đến (“Kính gửi”)"
        above = self._places.get(id(leads))
        return f"kế thừa từ mục {above}" if above else ""

    def along_over(self, block: Block) -> tuple[Mention, ...]:
        """The bodies that work along with those named over this clause."""
        for above in reversed(block.above):
            if above.id in self.leads:
                return self.along.get(above.id, ())
        return ()

    def open(
        self,
        block: Block,
        leads: UnitList | None,
        plain: str,
        along: tuple[Mention, ...] = (),
    ) -> None:
        """The bodies named in an opening clause lead, or work along, in the clauses under it."""
        self.moods[block.id] = "orders"
        self.along[block.id] = along
        meant = self.those_meant(block, leads, plain) if leads else None
        if meant:
            self.remember(block, meant)
        if meant and (meant.has_units or not meant.means_those_addressed(plain)):
            self.leads[block.id] = meant
            self._places.setdefault(id(meant), block.id)

    def remember(self, block: Block, leads: UnitList) -> None:
        self.told.append((block.id, leads))
        self.rests.remember(block, leads)

    def those_meant(self, block: Block, leads: UnitList, plain: str) -> UnitList:
        """In a letter "các đơn vị" are those it is sent to; under a clause, those named there.

        "các đơn vị nêu tại mục 2, 3" are those that lead at these points.
        """
        rest = self.rests.of(block, leads)
        if rest:
            return rest
        points = [] if leads.has_units else points_meant(plain, leads.start, leads.end)
        at_points = leads_at(points, self.told) if points else None
        if at_points:
            return at_points
        above = self.leads_over(block)
        if above and above.has_units and leads.means_those_addressed(plain):
            return above
        named = self._named_so_far() if leads.means_those_before(plain) else None
        if leads.is_of_one_kind and self._names_communes():
            return _some_of_them(leads)
        return named or leads

    def _names_communes(self) -> bool:
        """Whether single communes have led in this paper: "các phường" may be those."""
        return any(
            unit.code[:1].isdigit() and unit.count == 1
            for _, leads in self.told
            for mention in leads.mentions
            for unit in mention.units
        )

    def _named_so_far(self) -> UnitList | None:
        """All bodies that have led in this paper until here."""
        mentions = dict.fromkeys(m for _, leads in self.told for m in leads.mentions if m.units)
        found = tuple(mentions)
        return UnitList(found[0].start, found[-1].end, found) if found else None

    def mood_over(self, block: Block) -> Mood | None:
        for above in reversed(block.above):
            if above.id in self.moods:
                return self.moods[above.id]
        return None


def _some_of_them(leads: UnitList) -> UnitList:
    """After a paper has named some wards, "các phường" may be those or all: nobody knows."""
    doubt = "Văn bản đã nêu tên một số xã, phường: chưa rõ là các đơn vị đó hay tất cả."
    mentions = tuple(
        replace(mention, kind="vague", units=(), doubts=(doubt,)) for mention in leads.mentions
    )
    return replace(leads, mentions=mentions)
