"""The standard bodies of a commune, alone or in a row: "Đảng ủy, HĐND, UBND"."""

from baro.documents.reading.words import Word

_BODIES: dict[tuple[str, ...], str] = {
    tuple(spelled.split()): body
    for spelled, body in (
        ("phòng kinh tế , hạ tầng và đô thị", "UBND.KT"),
        ("trung tâm phục vụ hành chính công", "UBND.TTPVHCC"),
        ("cơ quan ủy ban kiểm tra đảng ủy", "DU.UBKT"),
        ("ủy ban kiểm tra đảng ủy", "DU.UBKT"),
        ("cơ quan ubkt đảng ủy", "DU.UBKT"),
        ("trung tâm pvhcc", "UBND.TTPVHCC"),
        ("văn phòng hđnd và ubnd", "UBND.VP"),
        ("văn phòng hđnd - ubnd", "UBND.VP"),
        ("phòng văn hóa - xã hội", "UBND.VHXH"),
        ("phòng văn hóa và xã hội", "UBND.VHXH"),
        ("phòng vh - xh", "UBND.VHXH"),
        ("phòng kinh tế", "UBND.KT"),
        ("ban xây dựng đảng", "DU.BXDD"),
        ("văn phòng đảng ủy", "DU.VP"),
        ("ban thường vụ đảng ủy", "DU"),
        ("thường trực đảng ủy", "DU"),
        ("thường trực hđnd", "HDND"),
        ("ubkt đảng ủy", "DU.UBKT"),
        ("đảng ủy", "DU"),
        ("cấp ủy", "DU"),
        ("chính quyền", "UBND"),
        ("hđnd", "HDND"),
        ("ubnd", "UBND"),
        ("mttq", "MTTQ"),
    )
}
_BODIES_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _spelled, _body in _BODIES.items():
    _BODIES_BY_FIRST.setdefault(_spelled[0], []).append((_spelled, _body))
_POSTS = {("chủ", "tịch"), ("bí", "thư"), ("lãnh", "đạo"), ("người", "đứng", "đầu")}
OPENS = _BODIES_BY_FIRST.keys() | {post[0] for post in _POSTS}
_BETWEEN = {",", "và", "-", ";", "/"}


def bodies_at(line: list[Word], place: int) -> tuple[list[str], int]:
    """As in "Đảng ủy, UBND": the bodies named before the communes, and the place after them."""
    found: list[str] = []
    here = place
    if (line[place].text, line[place + 1].text if place + 1 < len(line) else "") in _POSTS:
        return [], place  # the post is told apart from the body it heads
    while True:
        body, length = _body_at(line, here)
        if not body:
            return (found, here) if found else ([], place)
        found.append(body)
        here += length
        following = past_between(line, here)
        if following == here or not _body_at(line, following)[0]:
            return found, here
        here = following


def _body_at(line: list[Word], place: int) -> tuple[str | None, int]:
    start = place
    if place >= len(line) or line[place].text not in OPENS:
        return None, 0
    for post in _POSTS:
        if tuple(word.text for word in line[place : place + len(post)]) == post:
            start = place + len(post)
    first = line[start].text if start < len(line) else ""
    for spelled, body in _BODIES_BY_FIRST.get(first, ()):
        if tuple(word.text for word in line[start : start + len(spelled)]) == spelled:
            return body, start + len(spelled) - place
    return None, 0


def past_between(line: list[Word], place: int) -> int:
    here = place
    while here < len(line) and line[here].text in _BETWEEN and here - place < 2:
        here += 1
    return here
