"""Sentences that only add to the order before them: its date, its product, its report."""

from dataclasses import replace

from baro.documents.reading import verdicts
from baro.documents.reading.doubts import NO_LEAD
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.drafts import DraftTask
from baro.documents.reading.listed import Listed
from baro.documents.reading.order import Order
from baro.documents.reading.patterns import grammar
from baro.documents.reading.products import find_product
from baro.documents.reading.sentences import Span
from baro.documents.reading.surface import surface
from baro.documents.reading.times import Times

# What follows such a word closes the matter before it: its report, its term, its care.
_CLOSES = grammar(
    r"(?:đồng thời |và |phải |cần |kịp thời |định kỳ |(?:hằng|hàng|mỗi) \w+,? |một lần )*"
    r"(?:báo cáo|gửi|trình|tổng hợp|hoàn thành|hoàn tất|xong|công khai|công bố|thông báo|bảo đảm"
    r"|đảm bảo|không|xử lý|thực hiện|thời gian|thời hạn|phấn đấu|chịu trách nhiệm|lưu ý|sản phẩm"
    r"|kết quả|tham mưu|đề xuất|cập nhật|đánh giá|sơ kết|tổng kết|đôn đốc|theo dõi|khắc phục"
    r"|kiên quyết|tránh|chú ý|ưu tiên|trước|chậm nhất|có văn bản|có báo cáo|nghiệm thu"
    r"|phản ánh|nộp|lập biên bản)(?!\w)"
)
_WATCHES = grammar(
    r"(?:(?:là |làm )?(?:cơ quan |đơn vị )?(?:thường trực|đầu mối)|theo dõi|đôn đốc"
    r"|tổ chức (?:triển khai )?thực hiện)(?!\w)"
)
_REPORTS = grammar(
    r"(?:đồng thời |và |phải |cần |kịp thời )*(?:báo cáo|gửi|trình|tổng hợp|hoàn thành|hoàn tất"
    r"|xong"
    r"|bảo đảm|đảm bảo|không|thời gian|thời hạn|phấn đấu|kết quả|sản phẩm|tránh|ưu tiên|trước"
    r"|chậm nhất|thực hiện|lưu ý|chú ý)(?!\w)"
)
_SAME_MATTER = grammar(
    r"(?:trong đó|bao gồm|gồm|cụ thể|nhất là|đặc biệt|nếu|trường hợp|khi|thứ tự|ưu tiên|thời gian"
    r"|thời hạn|hạn|mốc|tiến độ|kinh phí|qua đó|từ đó|việc này|nội dung này|những|số|tỷ lệ)(?!\w)"
    r"|[^,;.]{3,80}? được (?!giao|yêu cầu|phân công)"
)


_ALONG = grammar(r"(?:chủ động )?phối hợp(?: chặt chẽ)?(?: với| cùng)? ")
# As in "Phương án gửi Sở A trong ngày 19/7.", "Việc hướng dẫn phải xong trong tháng 3."
_HANDS_IN = grammar(
    r"(?:việc|công việc|nội dung|phương án|kế hoạch|báo cáo|danh sách|kết quả|hồ sơ|văn bản"
    r"|dự thảo|đề án|tờ trình|số liệu|sản phẩm)(?!\w)(?:(?!(?<!\w)(?:đã|đang|được)(?!\w))[^.;:,])"
    r"{0,60}? (?:gửi|nộp|trình|xong|phải|cần|hoàn thành|báo cáo|chuyển)(?!\w)"
)


def goes_on(drafting: Drafting, span: Span, before: DraftTask, *, is_official: bool) -> bool:
    plain = drafting.plain
    after_semicolon = before.quote.endswith(";")
    if drafting.text[before.end : span.start].strip() or not (is_official or after_semicolon):
        return False
    if after_semicolon and _is_another_matter(drafting, span, before):
        return False
    if verdicts.praises(plain, *span) or plain[span.start] == "(":
        return False
    times = drafting.clock.times_of(*span)
    if _has_its_own_end(times, before, after_semicolon=after_semicolon):
        return False
    timed = bool(times)
    return _adds(drafting, span, timed=timed, after_semicolon=after_semicolon)


def _has_its_own_end(times: Times, before: DraftTask, *, after_semicolon: bool) -> bool:
    """A second day, or a day beside a rhythm, belongs to another task."""
    if not times:
        return False
    if before.due or (before.due_text and not before.recurrence and not after_semicolon):
        return True
    return before.recurrence is not None and times.first is not None and bool(times.first.date)


def _is_another_matter(drafting: Drafting, span: Span, before: DraftTask) -> bool:
    """As in "rà soát ... trước ngày 5/10; lập danh sách ...": another act, with its own end.

    Its own rhythm or an event of its own parts it as well, and so does a paper that has no term.
    """
    if _works_along(drafting, span):
        return True
    if not is_an_act(drafting.plain, span):
        return False
    times = drafting.clock.times_of(*span)
    own_rhythm = times.repeats and not before.recurrence and not _watches(before)
    if before.due_text or own_rhythm or _hangs_on_an_event(drafting, times):
        return True
    makes = find_product(drafting.text, drafting.plain, *span) is not None
    # A paper with a day is what the act before comes to.
    return makes and not times.is_dated


def _hangs_on_an_event(drafting: Drafting, times: Times) -> bool:
    """As in "khôi phục cấp điện trong 24 giờ sau khi nước rút": no day that could be for both."""
    first = times.first
    if first is None or first.date or times.repeats:
        return False
    return first.is_event or "khi " in drafting.clock.words(first)


def _works_along(drafting: Drafting, span: Span) -> bool:
    """As in "tuyên truyền ...; phối hợp với Mặt trận vận động ...": others help in this one."""
    found = _ALONG.match(drafting.plain, *span)
    bodies = drafting.named.list_at(found.end(), span.end) if found else None
    if bodies is None or not bodies.has_units:
        return False
    act = Span(min(bodies.end + 1, span.end), span.end)
    return verdicts.opens_with_action(drafting.plain, *act)


def _watches(task: DraftTask) -> bool:
    """As in "là cơ quan thường trực", "theo dõi, đôn đốc": what it reports on has a rhythm."""
    return _WATCHES.match(surface(task.title)) is not None


def is_an_act(plain: str, span: Span) -> bool:
    """A part that opens with an action and does not only close the matter before it."""
    return verdicts.opens_with_action(plain, *span) and _CLOSES.match(plain, *span) is None


def is_listed_act(plain: str, span: Span) -> bool:
    """In a list of acts "tham mưu ...", "công khai ..." are acts too; a mere report is not."""
    return verdicts.opens_with_action(plain, *span) and _REPORTS.match(plain, *span) is None


def says_more_of_it(plain: str, span: Span) -> bool:
    """As in "trong đó ưu tiên ...", "nếu gia hạn phải ...": it speaks of the same matter."""
    return _SAME_MATTER.match(plain, *span) is not None


def says_nothing_new(plain: str, span: Span, last: DraftTask) -> bool:
    """A part between two semicolons that neither acts nor tells: what follows goes on."""
    if not last.quote.endswith(";") or plain[span.end - 1] != ";":
        return False
    return not verdicts.is_told_as_done(plain, *span) and not verdicts.praises(plain, *span)


def _adds(drafting: Drafting, span: Span, *, timed: bool, after_semicolon: bool) -> bool:
    plain = drafting.plain
    if verdicts.adds_to_an_order(plain, *span) or (timed and after_semicolon):
        return True
    if timed and _HANDS_IN.match(plain, *span):
        return True
    if verdicts.is_told_as_done(plain, *span):
        return False
    return verdicts.opens_with_action(plain, *span) or (timed and not drafting.named.within(*span))


def extended(drafting: Drafting, task: DraftTask, span: Span) -> DraftTask:
    """The same task over a longer quote; what was read first stays, gaps are filled."""
    more = drafting.draft(task.clause, Order(span.start, span.end, span.start, None))
    labelled = verdicts.names_product(drafting.plain, *span)
    doubts = [*task.doubts, *(doubt for doubt in more.doubts if doubt != NO_LEAD)]
    if _day_came_with_another_act(drafting, task, more, span):
        doubts.append(f"Hạn “{more.due_text}” ở vế sau dấu chấm phẩy; nếu là hai việc thì tách ra.")
    return replace(
        task,
        due=task.due or more.due,
        due_text=task.due_text if task.due or not more.due_text else more.due_text,
        recurrence=task.recurrence or more.recurrence,
        product=more.product if labelled else task.product or more.product,
        in_charge=task.in_charge or more.in_charge,
        via=task.via or more.via,
        excluded=tuple(dict.fromkeys((*task.excluded, *more.excluded))),
        reasons=tuple(dict.fromkeys((*task.reasons, *more.reasons))),
        cooperating=tuple(dict.fromkeys((*task.cooperating, *more.cooperating))),
        quote=drafting.text[task.start : span.end],
        end=span.end,
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _day_came_with_another_act(
    drafting: Drafting, task: DraftTask, more: DraftTask, span: Span
) -> bool:
    """As in "bảo vệ lực lượng; lập phương án trước ngày 25/11": the day is taken for both."""
    if not task.quote.endswith(";") or task.due_text or not more.due:
        return False
    return is_an_act(drafting.plain, span)


def supplemented(drafting: Drafting, task: DraftTask, listed: Listed) -> DraftTask:
    """The same task with what labelled lines under it say: with whom, by when, what comes of it."""
    more = drafting.draft_listed(task.clause, listed)
    timed = bool(listed.under("time"))
    return replace(
        task,
        due=more.due if timed else task.due,
        due_text=more.due_text if timed else task.due_text,
        recurrence=more.recurrence if timed else task.recurrence,
        product=more.product if listed.under("product") else task.product,
        in_charge=more.in_charge or task.in_charge,
        cooperating=tuple(dict.fromkeys((*task.cooperating, *more.cooperating))),
        quote=drafting.text[task.start : listed.end],
        end=listed.end,
        doubts=tuple(
            dict.fromkeys((*task.doubts, *(each for each in more.doubts if each != NO_LEAD)))
        ),
        reasons=tuple(dict.fromkeys((*task.reasons, *more.reasons))),
    )
