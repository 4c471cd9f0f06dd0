"""The signature: in whose place, in what post, and the name under it."""

import re

from baro.documents.reading.letters import UPPER
from baro.documents.reading.lines import Line
from baro.documents.reading.regions import is_capitals
from baro.documents.reading.surface import bare, surface

_COLUMNS = re.compile(r"\t| {3,}|\|")
_FORMULA = re.compile(r"(?:t/?m|k/?t|t/?l|tuq|q)\s?\.?\s")
_POST = re.compile(
    r"(?:quyền )?(?:phó )?(?:chủ tịch|bí thư|giám đốc|chánh văn phòng|chánh thanh tra"
    r"|trưởng ban|chủ nhiệm"
    r"|tổng giám đốc|chỉ huy trưởng|tư lệnh|trưởng phòng|cục trưởng"
    r"|chánh)(?: thường trực)?(?: \w+){0,10}"
)
_NAME = re.compile(rf"[{UPPER}]\w*(?:\s[{UPPER}]\w*){{1,5}}")
_ADDRESS = re.compile(r"^[-+•*(]|[;:,/]|\d|lưu")
_OF_POSTS = {
    bare(word): word
    for word in (
        *("quyền", "phó", "chủ", "tịch", "bí", "thư", "giám", "đốc", "chánh", "văn", "phòng"),
        *("tổng", "trưởng", "nhiệm", "cục"),
    )
}
_RANKS = re.compile(
    r"^(?:ThS|TS|PGS|GS|BS|KTS|Ths)\.\s*|^(?:Đại tá|Thiếu tướng|Thượng tá|Trung tướng)\s+"
)


def read_signer(foot: list[Line]) -> tuple[str | None, str | None]:
    """The post of the one who signed, and the name; the recipients beside them are not taken."""
    cells = [cell.strip() for line in foot for cell in _COLUMNS.split(line.text) if cell.strip()]
    titles = [place for place, cell in enumerate(cells) if _is_title(cell)]
    if not titles:
        return None, None
    last = titles[-1]
    return _title(cells[last]), _name(cells[last + 1 :])


def _is_title(cell: str) -> bool:
    return is_capitals(cell) and _post(cell) is not None


def _post(cell: str) -> str | None:
    """The post in a cell, also where a scan lost its marks: "CHU TỊCH"."""
    plain = surface(cell)
    rest = plain[formula.end() :] if (formula := _FORMULA.match(plain)) else plain
    mended = " ".join(_OF_POSTS.get(bare(word), word) for word in rest.split())
    return next((words for words in (rest, mended) if _POST.fullmatch(words)), None)


def _title(cell: str) -> str:
    words = " ".join((_post(cell) or "").split())
    words = (
        words.replace("chủ tịch", "Chủ tịch")
        .replace("bí thư", "Bí thư")
        .replace("giám đốc", "Giám đốc")
    )
    words = words.replace("chánh văn phòng", "Chánh Văn phòng").replace(
        "thường trực", "Thường trực"
    )
    words = words.replace("chánh thanh tra", "Chánh Thanh tra").replace("trưởng ban", "Trưởng ban")
    return words[:1].upper() + words[1:]


def _name(cells: list[str]) -> str | None:
    """The last cell that looks like a person's name and not like an address."""
    for cell in reversed(cells):
        bare = _RANKS.sub("", cell).strip()
        if _NAME.fullmatch(bare) and not _ADDRESS.search(bare) and not bare.isupper():
            return bare
    return None
