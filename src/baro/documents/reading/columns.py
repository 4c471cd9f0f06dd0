"""The head of a table of tasks: what each column says, told by its words."""

from baro.documents.reading.listed import Role
from baro.documents.reading.patterns import grammar

_HEADS: tuple[tuple[Role, str], ...] = (
    ("number", r"(?:stt|tt|số tt|số thứ tự)"),
    ("note", r"(?:ghi chú|căn cứ|văn bản giao|tình trạng|vướng mắc)"),
    ("along", r"[^:]{0,40}phối hợp"),
    ("via", r"[^:]{0,30}(?:đầu mối tổng hợp|tổng hợp báo cáo)"),
    ("charge", r"(?:đồng chí |lãnh đạo |người |cán bộ |công chức )[^:]{0,40}"),
    ("lead", r"[^:]{0,40}(?:chủ trì|đầu mối)"),
    ("lead", r"[^:]{0,20}(?:thực hiện|chịu trách nhiệm|được giao|giao cho|tham mưu)"),
    (
        "time",
        r"(?:thời gian|thời hạn|hạn |tiến độ|ngày hoàn thành|hoàn thành|kỳ báo cáo|mốc)[^:]{0,40}",
    ),
    ("product", r"[^:]{0,12}(?:sản phẩm|kết quả|đầu ra)"),
    ("charge", r"(?:phụ trách|chỉ đạo|theo dõi)"),
    ("matter", r"[^:]{0,12}(?:nội dung|nhiệm vụ|công việc|đầu việc|phần việc|việc|giải pháp)"),
    ("matter", r"(?:tên|hoạt động|hạng mục|chỉ tiêu)(?!\w)"),
    ("lead", r"(?:(?:các )?(?:đơn vị|cơ quan)(?:~,~(?:đơn vị|cơ quan))?|phân công|địa phương)~$"),
)
_TIMED_UNITS = ("đơn vị", "cơ quan", "bộ phận", "phòng")
_FORMS = tuple((role, grammar(rf"~{words}")) for role, words in _HEADS)
_LONGEST_HEAD = 90
_FEWEST = 2


def role_of(words: str) -> Role | None:
    """What a column with this head holds; `words` are in one spelling."""
    if not words or len(words) > _LONGEST_HEAD:
        return None
    if words.startswith(_TIMED_UNITS) and "thực hiện" in words and "thời" not in words:
        return "lead"
    return next((role for role, form in _FORMS if form.match(words)), None)


def roles_of(cells: list[str]) -> list[Role | None] | None:
    """The columns of a table of tasks, or None when the line is no head of one."""
    roles = [role_of(cell) for cell in cells]
    known = [role for role in roles if role]
    filled = [cell for cell in cells if cell]
    if len(filled) <= _FEWEST or len(known) < len(filled) - 1:
        return None
    if "matter" not in known or not _gives_work(known, cells):
        return None
    return roles


def _gives_work(known: list[Role], cells: list[str]) -> bool:
    """Somebody is to do it, or it has a term: figures and findings have neither."""
    if "lead" in known:
        return "time" in known or "product" in known or "along" in known or len(known) > _FEWEST
    return "time" in known and any("hạn" in cell or "hoàn thành" in cell for cell in cells)
