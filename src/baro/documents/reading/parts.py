"""Sentences parted and joined so that each stretch holds what belongs to one order."""

from bisect import bisect_left

from baro.documents.reading import verdicts
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span
from baro.documents.reading.vocabulary import ACTIONS

_EACH = r"(?:(?:mỗi|hằng|hàng) (?:ngày|tuần|tháng|quý)(?: (?:một|0?1) lần)?~,?~)?"
_ACT = rf"{_EACH}(?:tiếp tục |khẩn trương |sớm )?(?:{ACTIONS})(?!\w)"
_JOINT = grammar(
    rf"(?:~,~(?:đồng thời|cùng với đó)| đồng thời| và)(?= {_ACT})"
    # After a comma another act begins only when it has a term of its own, as the one before.
    rf"|~,(?= (?:riêng |sau đó )?{_ACT})|~,(?= riêng )|~,(?= (?:báo cáo |gửi )?(?:đợt|lần|kỳ) \d)"
    r"|~,(?= báo cáo (?:đợt|lần|kỳ) \d)|~,(?= thông xe| mở cửa| đưa vào)"
)
_BESIDES = grammar(rf"~,~(?P<what>đồng thời)(?= {_ACT})")
_TWO = 2
_ONLY_REPORTS = grammar(
    rf"~(?:sau đó )?{_EACH}(?:báo cáo(?! (?:đợt|lần|kỳ) \d)|gửi|trình|hoàn thành|hoàn tất"
    r"|tổng hợp|xong"
    r"|tổng kết|sơ kết|nghiệm thu"
    r"|bảo đảm|đảm bảo|ban hành|phê duyệt|thông qua|chậm nhất|phấn đấu|ưu tiên|không|tránh|chuyển"
    r"|nộp)(?!\w)"
)


def parts_of(drafting: Drafting, spans: list[Span]) -> list[Span]:
    return [part for span in _joined(drafting, spans) for part in _parted(drafting, span)]


def _joined(drafting: Drafting, spans: list[Span]) -> list[Span]:
    """As in "tổ chức thực hiện Nghị quyết này; | báo cáo kết quả tại kỳ họp ...": one task.

    So are "Các sở, ngành; | UBND các xã, phường rà soát ...": the bodies of one order.
    """
    joined: list[Span] = []
    for span in spans:
        waits = bool(joined) and _waits(drafting, joined[-1]) and drafting.has_time(*span)
        if joined and (waits or _only_names(drafting, joined[-1])):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _only_names(drafting: Drafting, span: Span) -> bool:
    """A list of bodies up to its semicolon, and nothing that they do."""
    if drafting.plain[span.end - 1] != ";":
        return False
    leads = drafting.named.list_at(span.start, span.end)
    return leads is not None and not drafting.plain[leads.end : span.end - 1].strip()


def _waits(drafting: Drafting, span: Span) -> bool:
    plain = drafting.plain
    if plain[span.end - 1] != ";":
        return False
    mentions = drafting.named.within(*span)
    after = mentions[0].end if mentions else span.start
    return verdicts.only_says_carry_it_out(plain, after, span.end)


def _parted(drafting: Drafting, span: Span) -> list[Span]:
    """As in "lắp xong trước 25/9, | đồng thời công bố đường dây nóng trong tuần": two terms."""
    times = sorted(start for start, _ in drafting.clock.times_of(*span).terms)
    if len(times) < _TWO:
        return _at_besides(drafting, span, times)
    parts, here = [], span.start
    for joint in _JOINT.finditer(drafting.plain, span.start + 1, span.end):
        if _ONLY_REPORTS.match(drafting.plain, joint.end(), span.end):
            continue
        if _has_one(times, here, joint.start()) and _has_one(times, joint.end(), span.end):
            parts.append(Span(here, joint.start()))
            here = joint.end() + 1
    return [*parts, Span(here, span.end)]


def _at_besides(drafting: Drafting, span: Span, times: list[int]) -> list[Span]:
    """As in "hạ mực nước trước 06 giờ ngày 19/7, | đồng thời kiểm tra các hồ chứa"."""
    besides = _BESIDES.search(drafting.plain, span.start + 1, span.end)
    if not times or besides is None or not times[0] < besides.start():
        return [span]
    if _ONLY_REPORTS.match(drafting.plain, besides.end(), span.end):
        return [span]
    return [Span(span.start, besides.start()), Span(besides.start("what"), span.end)]


def _has_one(times: list[int], start: int, end: int) -> bool:
    at = bisect_left(times, start)
    return at < len(times) and times[at] < end
