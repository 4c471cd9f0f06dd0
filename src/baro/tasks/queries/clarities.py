"""The gate of three clarities: what a task still lacks before it can be given.

Clear product and time; clear unit and person who answer for it; clear eyes that follow it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.utils import timezone

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks.models import TaskOrigin
from baro.tasks.queries.addressees import Addressees
from baro.tasks.rhythms import Recurrence, rule_of
from baro.tasks.specs import TaskSpec
from baro.tasks.wording import recurrence_in_words

_NAMED = 5
_EXAMPLES = {
    "week": "thứ Sáu",
    "two-weeks": "thứ Sáu",
    "quarter": "ngày 25 tháng cuối quý",
    "half-year": "ngày 15/6 và 15/12",
    "year": "ngày 15/12",
}


def missing_clarities(spec: TaskSpec, addressees: Addressees, *, at: datetime) -> tuple[str, ...]:
    """Everything that the task lacks, in the words of the one who must complete it."""
    return (
        *_about_product_and_time(spec, at),
        *_about_units(spec, addressees),
        *_about_exceptions(spec, addressees),
        *_about_people(spec, addressees),
        *_about_origin(spec, at),
    )


def _about_product_and_time(spec: TaskSpec, at: datetime) -> Iterator[str]:
    if not spec.title.strip():
        yield "chưa có tên việc"
    if not spec.expected_product.strip():
        yield "chưa nêu sản phẩm phải có"
    reason = spec.no_deadline_reason.strip()
    has_day = has_time(spec.due_on, spec.recurrence, "")
    if not has_day and not reason:
        yield missing_time(spec.recurrence)
    if has_day and reason:
        yield "vừa đặt hạn vừa nêu lý do không đặt hạn"
    if spec.due_on and spec.due_on < timezone.localtime(at).date():
        yield f"hạn {spec.due_on:%d/%m/%Y} đã qua"


def has_time(due_on: date | None, recurrence: Recurrence | None, reason: str) -> bool:
    """Whether it is said until when; a rhythm that names no day does not say it."""
    return bool(due_on or rule_of(recurrence) or reason.strip())


def missing_time(recurrence: Recurrence | None) -> str:
    """What is lacked by a task that nothing says the time of."""
    if not recurrence:
        return "chưa có hạn, chu kỳ lặp lại hoặc lý do không đặt hạn"
    return (
        f"chu kỳ “{recurrence_in_words(recurrence)}” chưa rõ ngày nào; ghi thêm, ví dụ "
        f"{_EXAMPLES.get(recurrence.get('every') or '', 'ngày 25')}, hoặc đặt hạn, "
        "hoặc nêu lý do không đặt hạn"
    )


def _about_units(spec: TaskSpec, addressees: Addressees) -> Iterator[str]:
    if not spec.lead_codes:
        yield "chưa có đơn vị chủ trì"
    unknown = addressees.unknown(spec.lead_codes)
    unknown += addressees.unknown(part.code for part in spec.cooperating)
    unknown += addressees.unknown(spec.except_codes)
    leads = addressees.units_of(spec.lead_codes, without=spec.except_codes)
    if spec.lead_codes and not leads and not unknown:
        yield "không còn đơn vị chủ trì nào sau khi trừ các đơn vị được loại ra"
    if unknown:
        yield from _about_unknown(unknown)
    outside = [unit for unit in leads if not _may_receive(unit, spec)]
    if outside:
        yield f"{spec.issuer_unit} không giao việc được cho {_names(outside)} ngoài địa bàn mình"


def _about_exceptions(spec: TaskSpec, addressees: Addressees) -> Iterator[str]:
    """An exception takes units out of groups; one that takes nothing out was meant otherwise."""
    if not spec.except_codes:
        return
    leading = _members(spec.lead_codes, addressees)
    helping = _members((part.code for part in spec.cooperating), addressees)
    excepted = [code for code in dict.fromkeys(spec.except_codes) if addressees.units.get(code)]
    # Who leads by itself may be left out of the group that helps it.
    both = [
        code
        for code in excepted
        if code in spec.lead_codes
        and code not in org.GROUPS
        and (_is_among(code, leading, addressees) or not _is_among(code, helping, addressees))
    ]
    if both:
        yield f"{_names(_called(both, addressees))} vừa chủ trì vừa bị loại ra"
    apart = [
        code
        for code in excepted
        if code not in both and not _is_among(code, leading | helping, addressees)
    ]
    if apart and spec.lead_codes:
        yield (
            f"{_names(_called(apart, addressees))} không thuộc nhóm nào được giao "
            "nên không cần loại ra"
        )


def _members(codes: Iterable[str], addressees: Addressees) -> set[int]:
    """The units of the groups among the codes, by their keys."""
    groups = [code for code in codes if code in org.GROUPS]
    return {unit.pk for unit in addressees.units_of(groups)}


def _is_among(code: str, keys: set[int], addressees: Addressees) -> bool:
    return any(unit.pk in keys for unit in addressees.units.get(code, ()))


def _called(codes: list[str], addressees: Addressees) -> list[org.Unit | org.Group]:
    return [org.GROUPS[code] if code in org.GROUPS else addressees.units[code][0] for code in codes]


def _about_unknown(codes: Sequence[str]) -> Iterator[str]:
    """By name where reading knows one: nobody ever wrote the code."""
    named = documents.names_as_read(codes)
    if named:
        yield f"{', '.join(named.values())} không có trong danh sách đơn vị đang hoạt động"
    nameless = [code for code in codes if code not in named]
    if nameless:
        yield f"không có đơn vị nào mang mã {', '.join(nameless)}"


def _may_receive(unit: org.Unit, spec: TaskSpec) -> bool:
    """A commune gives work within its own area only."""
    place = spec.issuer_unit.commune_id
    return place is None or unit.commune_id == place


def _about_people(spec: TaskSpec, addressees: Addressees) -> Iterator[str]:
    leads = addressees.units_of(spec.lead_codes, without=spec.except_codes)
    headless = [unit for unit in leads if unit.pk not in addressees.heads]
    if headless:
        yield f"{_names(headless)} chưa có chức vụ đứng đầu để chịu trách nhiệm"
    if spec.inspector_post is None:
        yield "chưa có người theo dõi, kiểm tra"


def _about_origin(spec: TaskSpec, at: datetime) -> Iterator[str]:
    origin = spec.origin
    if origin is None:
        return
    if not origin.said_by.strip():
        yield "chưa ghi ai hứa hoặc ai chỉ đạo"
    if not origin.words.strip():
        yield "chưa ghi lời hứa hoặc lời chỉ đạo"
    if origin.said_on > timezone.localtime(at).date():
        yield f"ngày hứa hoặc chỉ đạo {origin.said_on:%d/%m/%Y} chưa tới"
    if origin.kind == TaskOrigin.Kind.SPOKEN and origin.confirmer is None:
        yield "chưa chọn người xác nhận lời chỉ đạo bằng văn bản"


def _names(units: Sequence[org.Unit | org.Group]) -> str:
    named = ", ".join(unit.name for unit in units[:_NAMED])
    more = len(units) - _NAMED
    return f"{named} và {more} đơn vị khác" if more > 0 else named
