"""Bodies that are named without being known, or without a name."""

from baro.documents.reading.mention import Mention
from baro.documents.reading.numbering import marker_at
from baro.documents.reading.vague_phrases import VAGUE_PHRASES
from baro.documents.reading.vocabulary import ACTIONS
from baro.documents.reading.words import Word

# The first word of a body's name; it must be written with a capital.
_OPENINGS = {
    "sở", "ban", "ubnd", "hđnd", "mttq", "trung", "chi", "cục", "tổng", "công", "viện", "hội",
    "liên", "quỹ", "phòng", "trường", "bệnh", "tập", "đảng", "bộ", "hạt", "kho", "ngân", "văn",
    "tòa", "thanh", "bảo", "đài", "báo", "học", "tổ", "hiệp", "chính", "thủ", "quốc", "trạm",
    "đội", "đoàn", "thành",
}  # fmt: skip
# Two first words that make a body of it; None: the first word is enough.
_SECONDS: dict[str, set[str] | None] = {
    "trung": {"tâm", "ương"}, "chi": {"cục", "nhánh", "bộ"}, "tổng": {"công", "cục"},
    "công": {"ty", "an", "đoàn"}, "liên": {"đoàn", "hiệp", "minh"}, "bệnh": {"viện"},
    "tập": {"đoàn"}, "đảng": {"ủy", "bộ"}, "ngân": {"hàng"}, "văn": {"phòng"}, "tòa": {"án"},
    "thanh": {"tra"}, "bảo": {"hiểm", "tàng"}, "học": {"viện"}, "tổ": {"công", "giúp"},
    "kho": {"bạc"}, "hiệp": {"hội"}, "chính": {"phủ"}, "thủ": {"tướng"}, "quốc": {"hội"},
    "trạm": {"y", "khuyến", "thú", "kiểm"}, "đội": {"quản", "cảnh", "thanh", "thuế", "kiểm"},
    "đoàn": {"thanh", "luật", "tncs", "kiểm", "đbqh"}, "thành": {"đoàn"},
    "hội": None, "bộ": None, "ban": None, "sở": None,
}  # fmt: skip
_STOPS = {
    ",", ";", ".", ":", "(", ")", "chủ", "phối", "rà", "báo", "tham", "khẩn", "xây", "tổ", "thực",
    "triển", "có", "phải", "cần", "tiếp", "tập", "hướng", "kiểm", "đôn", "theo", "hoàn", "trước",
    "chịu", "sớm", "để", "được", "đã", "về", "nghiên", "gửi", "trình", "đề", "cùng", "-", "\"",
    "chỉ", "giao", "bàn", "yêu", "cung", "ban", "phê", "xem", "bố", "bảo", "cho", "là",
    "trong", "thống",
}  # fmt: skip
_VAGUE: dict[tuple[str, ...], list[tuple[str, ...]]] = {}  # by the first two words
for _phrase in sorted((tuple(phrase.split()) for phrase in VAGUE_PHRASES), key=len, reverse=True):
    _VAGUE.setdefault(_phrase[:2], []).append(_phrase)
_ACTS: dict[str, list[tuple[str, ...]]] = {}
for _action in ACTIONS.split("|"):
    _ACTS.setdefault(_action.split()[0], []).append(tuple(_action.split()))
_SURNAMES = {
    "nguyễn", "trần", "lê", "phạm", "vũ", "võ", "đinh", "bùi", "đỗ", "hoàng", "huỳnh", "phan",
    "đặng", "ngô", "dương", "lý", "hồ", "hà", "đào", "lương", "mai", "trịnh", "đoàn", "tạ",
    "chu", "cao", "lâm", "thái", "tô", "tống", "triệu", "từ", "văn", "vương", "phùng",
    "quách", "lưu", "la", "lã", "kiều", "khổng", "nghiêm", "nông", "tăng", "thân", "lỗ",
}  # fmt: skip
_BOARD = ("ban", "quản", "lý", "dự", "án", "đầu", "tư", "xây", "dựng", "công", "trình")
_LONGEST_NAME = 20
_WIDEST_SIGN = 24
_LOWER = {"quản", "chỉ", "quận", "huyện", "thị"}
OPENS = _OPENINGS | {first for first, *_ in _VAGUE}


def vague_at(line: list[Word], place: int) -> int:
    """How many words a phrase takes that means somebody but names nobody."""
    if place + 1 == len(line):
        return 0
    for phrase in _VAGUE.get((line[place].text, line[place + 1].text), ()):
        if tuple(word.text for word in line[place : place + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def bare_office_at(text: str, line: list[Word], place: int) -> int:
    """How many words "Văn phòng" or "VP" takes; 0 when more of a name follows."""
    length = {"vp": 1, "văn": 2}.get(line[place].text, 0)
    here = place + length
    if not length or here >= len(line) or not text[line[place].start].isupper():
        return 0
    if length > 1 and line[place + 1].text != "phòng":
        return 0
    alone = line[here].text in {"(", "cũng", "đều"} or _ends_name(text, line, here)
    return length if alone else 0


def post_after(text: str, line: list[Word], place: int, length: int) -> int:
    """How many words a post takes after "các đồng chí": "Ủy viên Ban Chỉ huy"."""
    here = place + length
    if line[here - 1].text != "chí" or here >= len(line) or not text[line[here].start].isupper():
        return 0
    while here < len(line) and here - place < _LONGEST_NAME and not _ends_name(text, line, here):
        here += 1
    return here - place - length


def stranger_at(text: str, line: list[Word], place: int) -> int:
    """How many words the name of a body takes that the gazetteer does not know."""
    first = line[place].text
    if first not in _OPENINGS or not text[line[place].start].isupper():
        return 0
    if not _is_a_body(text, line, place):
        return 0
    length = max(1, _project_board(line, place))
    while place + length < len(line) and length < _LONGEST_NAME:
        here = place + length
        if _opens_a_line(text, line, here):
            break
        ends = _ends_name(text, line, here) and not _joins_capitals(text, line, here)
        ends = ends and not _is_one_word(text, line, here)
        if length > 1 and ends and not _is_traffic(line, here):
            break
        length += 1
    return length


def _opens_a_line(text: str, line: list[Word], place: int) -> bool:
    """A name goes on over a broken line, but not past a blank one or into an item of a list."""
    start = line[place].start
    between = text[line[place - 1].end : start]
    if "\n" not in between:
        return False
    return between.count("\n") > 1 or marker_at(text[start : start + _WIDEST_SIGN]) is not None


def _joins_capitals(text: str, line: list[Word], place: int) -> bool:
    """As in "Phòng Tổ chức - Pháp chế": the dash belongs to the name."""
    following = line[place + 1 : place + 2]
    return line[place].text == "-" and bool(following) and text[following[0].start].isupper()


def _is_one_word(text: str, line: list[Word], place: int) -> bool:
    """As in "Phòng Xây dựng chính quyền": "Xây dựng" is one word, written with its capital."""
    before = line[place - 1]
    if not text[before.start].isupper():
        return False
    pair = (before.text, line[place].text)
    return any(action[:2] == pair for action in _ACTS.get(before.text, ()))


def unknown(text: str, start: int, end: int) -> Mention:
    """Words that stand where a body is named, and are none that the gazetteer knows."""
    shown = " ".join(text[start:end].split())
    return Mention(start, end, "stranger", (), (f"“{shown}” không có trong danh mục đơn vị.",))


def _project_board(line: list[Word], place: int) -> int:
    """As in "Ban Quản lý dự án đầu tư xây dựng": words that else begin an action."""
    length = 0
    for word, expected in zip(line[place : place + len(_BOARD)], _BOARD, strict=False):
        if word.text != expected:
            break
        length += 1
    return length


def _is_a_body(text: str, line: list[Word], place: int) -> bool:
    if place + 1 >= len(line):
        return False
    following = line[place + 1]
    seconds = _SECONDS.get(line[place].text)
    if seconds is None:
        return text[following.start].isupper() or following.text in _LOWER
    return following.text in seconds


def _is_traffic(line: list[Word], place: int) -> bool:
    """As in "giao thông" is in many names; "giao" alone begins an order."""
    return [word.text for word in line[place : place + 2]] == ["giao", "thông"]


def _ends_name(text: str, line: list[Word], place: int) -> bool:
    word = line[place]
    if text[word.start].isupper():
        return False
    return word.text in _STOPS or any(
        tuple(each.text for each in line[place : place + len(action)]) == action
        for action in _ACTS.get(word.text, ())
    )


def name_goes_on(text: str, line: list[Word], place: int) -> int:
    """How many words of a longer name follow a known one: "Sở Y tế Quốc tế Mới" is no Sở Y tế.

    The person who heads it is no part of its name: "Chủ tịch UBND thành phố Nguyễn Văn A".
    """
    if place >= len(line) or text[line[place - 1].end : line[place].start].strip(" "):
        return 0
    if line[place].text in _SURNAMES:
        return 0
    here = place
    while here < len(line) and _is_capitalised(text, line[here]):
        here += 1
    return here - place


def _is_capitalised(text: str, word: Word) -> bool:
    """As in "Mới", not "MỚI": in a line of capitals they say nothing."""
    shown = text[word.start : word.end]
    return shown.isalpha() and shown[0].isupper() and (len(shown) == 1 or not shown.isupper())
