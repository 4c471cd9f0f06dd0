"""The sentences of official papers that do not depend on the sector."""

from collections.abc import Iterable
from datetime import date

from baro.config.demo.papers import GROUP_OF, Assigned, Paper
from baro.org import api as org

TITLES = {
    "notice": "THÔNG BÁO",
    "office-notice": "THÔNG BÁO",
    "letter": "",
    "department-letter": "",
    "plan": "KẾ HOẠCH",
    "telegram": "CÔNG ĐIỆN",
    "party-notice": "THÔNG BÁO",
    "party-conclusion": "KẾT LUẬN",
    "party-letter": "",
}
OPENINGS = {
    "notice": (
        "{Day}, tại trụ sở UBND thành phố, {leader} chủ trì cuộc họp về {topic}. Dự họp có lãnh "
        "đạo các sở, ngành liên quan và đại diện UBND một số xã, phường. Sau khi nghe báo cáo và ý "
        "kiến của các đại biểu, {leader} kết luận như sau:"
    ),
    "office-notice": (
        "{Day}, {leader} nghe các cơ quan báo cáo về {topic}. Thừa lệnh Chủ tịch UBND thành phố, "
        "Văn phòng UBND thành phố thông báo ý kiến chỉ đạo như sau:"
    ),
    "letter": (
        "{finding} Để khắc phục các tồn tại trong {topic}, {issuer} yêu cầu thực hiện các nội dung "
        "sau:"
    ),
    "department-letter": (
        "{finding} Thực hiện nhiệm vụ được UBND thành phố giao về {name}, {issuer} đề nghị phối "
        "hợp thực hiện một số nội dung sau:"
    ),
    "plan": (
        "Nhằm triển khai đồng bộ {topic}, {issuer} ban hành kế hoạch thực hiện với các nội dung "
        "sau:"
    ),
    "telegram": (
        "{finding} Trước yêu cầu cấp bách về {name} trên địa bàn, Chủ tịch UBND thành phố yêu cầu "
        "thực hiện ngay các việc sau:"
    ),
    "party-notice": (
        "{Day}, Thường trực Thành ủy họp, cho ý kiến về {topic}. Sau khi nghe báo cáo và thảo "
        "luận, Thường trực Thành ủy kết luận như sau:"
    ),
    "party-conclusion": (
        "Tại phiên họp {day}, Ban Thường vụ Thành ủy xem xét {topic} và kết luận một số nội dung "
        "như sau:"
    ),
    "party-letter": (
        "{finding} Thực hiện ý kiến của Thường trực Thành ủy về {name}, đề nghị thực hiện các nội "
        "dung sau:"
    ),
}
_WATCHED = (
    "Văn phòng UBND thành phố theo dõi, đôn đốc việc thực hiện; việc nào chậm, báo cáo nêu rõ đơn "
    "vị và lý do./."
)
CLOSINGS = {
    "notice": f"Trên đây là kết luận tại cuộc họp. {_WATCHED}",
    "office-notice": "Văn phòng UBND thành phố thông báo để các đơn vị biết và thực hiện./.",
    "letter": f"{{issuer}} yêu cầu thủ trưởng các đơn vị nghiêm túc thực hiện. {_WATCHED}",
    "department-letter": "{issuer} trân trọng cảm ơn sự phối hợp của các đơn vị./.",
    "plan": (
        "Thủ trưởng các đơn vị căn cứ kế hoạch này để phân công, thực hiện; có vướng mắc thì phản "
        "ánh về Văn phòng UBND thành phố để tổng hợp./."
    ),
    "telegram": f"Yêu cầu các đơn vị nghiêm túc thực hiện. {_WATCHED}",
    "party-notice": "Văn phòng Thành ủy theo dõi, đôn đốc việc thực hiện kết luận này./.",
    "party-conclusion": "Văn phòng Thành ủy theo dõi, đôn đốc việc thực hiện kết luận này./.",
    "party-letter": "Đề nghị các đồng chí quan tâm, chỉ đạo thực hiện./.",
}
# Kinds of paper whose opening already says how things stand.
WITHOUT_REVIEW = frozenset({"letter", "department-letter", "telegram", "party-letter"})
PLAN_PURPOSE = (
    "Tạo chuyển biến rõ về {name}, xác định rõ người, rõ việc, rõ thời hạn ở từng cấp.",
    "Việc triển khai phải thiết thực, không phát sinh báo cáo, hội họp ngoài kế hoạch.",
)
_SUBJECTS = {
    "notice": "Kết luận của lãnh đạo UBND thành phố tại cuộc họp về {topic}",
    "office-notice": "Ý kiến chỉ đạo của lãnh đạo UBND thành phố về {topic}",
    "letter": "chấn chỉnh {topic}",
    "department-letter": "phối hợp thực hiện {topic}",
    "plan": "Triển khai {topic} năm {year}",
    "telegram": "Về việc thực hiện các biện pháp cấp bách về {name}",
    "party-notice": "Kết luận của Thường trực Thành ủy về {topic}",
    "party-conclusion": "Của Ban Thường vụ Thành ủy về {topic}",
    "party-letter": "thực hiện {topic}",
}


def subject_of(paper: Paper) -> str:
    sector = paper.sector
    words = _SUBJECTS[paper.kind]
    return words.format(topic=sector.topic, name=sector.name, year=paper.issued_on.year)


def sentence(paper: Paper, item: Assigned) -> str:
    """The clause: who does what with whom, what is handed in, and by when."""
    who = addressed(item)
    beside = ""
    if item.cooperating:
        verb = "chủ trì, phối hợp" if len(item.leads) == 1 else "phối hợp"
        beside = f" {verb} với {joined(unit.short_name for unit in item.cooperating)}"
    receiver = _receiver(paper, item)
    what = item.title[0].lower() + item.title[1:] + item.detail
    return f"{who}{beside} {what}; {receiver}{deadline_words(item)}."


def _receiver(paper: Paper, item: Assigned) -> str:
    product = item.product[0].lower() + item.product[1:]
    watching = "Văn phòng Thành ủy" if paper.sector.is_party else "Văn phòng UBND thành phố"
    if paper.kind == "department-letter":
        watching = paper.issuer.short_name
    return f"gửi {product} về {watching}"


def deadline_words(item: Assigned) -> str:
    if item.due_on is None:
        return " khi có kết quả, thực hiện thường xuyên"
    if item.recurrence:
        return f" vào ngày 25 hằng tháng, lần đầu chậm nhất {day_words(item.due_on)}"
    words = "xong trong" if item.says_within else "chậm nhất"
    return f" {words} {day_words(item.due_on)}"


def addressed(item: Assigned) -> str:
    if item.duty.to in GROUP_OF:
        name = org.GROUPS[GROUP_OF[item.duty.to]].name
        return name[0].upper() + name[1:]
    return joined(unit.short_name for unit in item.leads)


def addressees(paper: Paper) -> list[str]:
    """Whom the paper goes to, each once, in the order in which it names them."""
    found: dict[str, None] = {}
    for item in paper.assigned:
        names = [addressed(item)] if item.is_for_a_group else [u.short_name for u in item.leads]
        for name in (*names, *(unit.short_name for unit in item.cooperating)):
            found.setdefault(name)
    return list(found)


def joined(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} và {last}" if first else last


def day_words(day: date) -> str:
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d}/{month}/{day.year}"
