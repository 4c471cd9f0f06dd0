"""The ways of writing a rhythm: "hằng tháng", "02 tuần/lần", "mỗi quý một lần", "tuần nào cũng"."""

from baro.documents.reading.days import HOUR, WEEKDAY
from baro.documents.reading.patterns import grammar

_LIMIT = r"(?:(?:trước|vào|chậm nhất|muộn nhất|hết|trong)(?: là| vào| trước| trong| hết){0,2}~)?"
_WEEKDAYS = (
    rf"(?:(?:các )?ngày )?{WEEKDAY}(?:(?:~,~| và |~,~và ){WEEKDAY}){{0,4}}"
    r"(?: (?:đầu tiên|cuối cùng)(?= của))?"
)
_NUMBER = r"\d{1,2}(?:~/~\d{1,2}(?![/\d])| tháng \d{1,2})?"
_DATES = (
    rf"(?:các )?(?:ngày |mùng |mồng ){{1,2}}{_NUMBER}"
    rf"(?:(?:~,~| và )(?:trước )?(?:ngày )?{_NUMBER}){{0,3}}"
)
_LAST = r"ngày (?:làm việc )?(?:đầu tiên|cuối cùng|cuối|đầu|thứ \w+)(?! tháng)"
_LAST_WEEK = r"(?:tuần|tháng) (?:đầu tiên|cuối cùng|đầu|cuối)"
_WHEN = (
    rf"(?:{_LIMIT}(?:{HOUR}~(?:của )?)?(?:{_WEEKDAYS}|{_DATES}|{_LAST}|{_LAST_WEEK})(?![\d/])"
    rf"|(?:trước|chậm nhất|vào)(?: là| lúc)?~{HOUR}(?= ?,?~(?:hằng|hàng|mỗi) ngày)"
    r"|vào tháng \d{1,2}(?:(?:~,~| và )(?:tháng )?\d{1,2}){0,3}(?= (?:hằng|hàng|mỗi) năm))"
)
_UNIT = (
    r"(?:ngày(?! (?:làm việc|\d|đầu|cuối))|(?:hai|0?2) tuần|tuần(?! lễ)|tháng(?! \d)|quý(?! \d)"
    r"|(?:0?6|sáu) tháng|nửa năm|năm(?! \d))"
)
_ONCE = r"(?: (?:ít nhất |tối thiểu )?(?:một|0?1) lần)?"
_ALSO = (
    r"(?:(?:~,~| và |~,~và )(?:(?:hằng|hàng|mỗi) )?(?:quý|(?:0?6|sáu) tháng|(?:một )?năm)"
    r"(?!\w)){0,3}"
)
_EACH = rf"(?:(?:hằng|hàng|mỗi) (?P<each>{_UNIT})(?!\w){_ALSO}{_ONCE})"
_FIXED = (
    r"(?:định kỳ~,?(?: theo| vào| báo cáo| mỗi| từng| hằng| hàng){0,2}"
    rf" (?P<fixed>{_UNIT})(?!\w){_ALSO}{_ONCE})"
)
_PART = r"(?:sáng|trưa|chiều|tối)"
_A_DAY = (
    r"(?:(?P<hourly>(?:cứ )?(?:mỗi )?\d{1,2} (?:giờ|tiếng|phút)(?:~/~(?:0?1 |một )?| (?:một|0?1) )"
    r"lần(?!\w))"
    rf"|(?P<weekdays>(?:(?P<parts>(?:vào )?(?:các )?{_PART}(?:(?:~,~| và ){_PART}){{0,2}}) )?"
    r"(?:vào )?(?:tất cả )?(?:các|mọi) ngày (?:trong tuần|làm việc(?! (?:tiếp|còn))))(?!\w)"
    r"|(?P<daily>(?:\d{1,2}|một|hai|ba) (?:lần|lượt|buổi|bản tin|chuyến)(?: \w+)?~(?:/~|mỗi |một )"
    r"(?:0?1 |một )?ngày(?!\w)))"
)
_EACH_WEEKDAY = (
    rf"(?P<each_weekday>(?:vào )?(?:mỗi |các )(?:ngày |buổi )?{WEEKDAY}"
    rf"(?:(?:~,~| và |~,~và ){WEEKDAY}){{0,4}}+(?!\w)(?! (?:đầu tiên|cuối cùng|hằng|hàng|mỗi"
    r"|trong tháng|của)))"
)
_WEEKENDS = (
    r"(?P<weekends>(?:vào|dịp|các) (?:(?:các )?ngày )?cuối tuần(?! (?:này|tới|sau|\d))(?!\w))"
)
_COUNTED = (
    r"(?:(?:hằng|hàng|mỗi) (?P<counted>tuần|tháng|quý|năm) (?:ít nhất |tối thiểu |họp |báo cáo )?"
    r"(?:\d{1,2}|một|hai|ba) (?:lần|kỳ|buổi|cuộc|phiên|bài|tin|ngày|đợt|số)(?!\w))"
)
_TIMES = (
    rf"(?:(?:cứ )?(?:(?:0?1|một) )?(?P<times>{_UNIT})(?:~/~(?:0?1 |một )?| (?:một|0?1) )lần(?!\w)"
    r"|(?:(?:ít nhất|tối thiểu) )?(?:\d{1,2}|một|hai|ba) (?:lần|ngày|buổi|kỳ|cuộc|phiên|bài"
    r"|tin|giờ)(?: \w+){0,2}?~(?:/~|mỗi |một )(?:0?1 |một )?"
    rf"(?!ngày)(?P<often>{_UNIT})(?!\w)(?! qua))"
)
_LISTED = (
    r"(?:(?P<listed>(?:0?6|sáu) tháng|quý)(?:~,~| và )(?:(?:hằng|hàng) )?năm"
    r"(?= báo cáo|~,?~tổng hợp|~,?~gửi))"
)
_PAPER = (
    r"(?:(?:báo cáo (?:định kỳ )?|theo (?:định kỳ )?)(?P<paper>tuần|tháng|quý)"
    r"(?= (?:trước (?:ngày|\d)|vào (?:ngày|thứ|\d)|chậm nhất|gửi|về (?:sở|văn phòng|ubnd|ban))))"
)
_NO_ONE_SPARED = r"(?:(?P<spared>tuần|tháng|quý|năm) nào(?= [^,;.:]{1,60}? cũng(?!\w)))"
_IN_QUARTER = (
    rf"(?P<in_quarter>{_WHEN} (?:của )?tháng (?:cuối|đầu)(?: cùng)?(?: của)?"
    r"(?: mỗi| hằng| hàng)? quý(?: sau)?)"
)
_OF = rf"(?P<at>{_WHEN}) của (?:mỗi )?(?P<of>tuần|tháng|quý|năm)(?! (?:\d|này|sau|tới|nay|i))(?!\w)"
_MONTH_END = (
    rf"(?P<month_end>{_LIMIT}(?:ngày \d{{1,2}}(?:~,~| và ))?ngày (?:làm việc )?(?:đầu|cuối)"
    r"(?: tiên| cùng)? tháng)(?! (?:\d|này|sau|tới|nay))"
)
_DAY_END = rf"(?P<day_end>{_LIMIT}(?:đầu|cuối) mỗi (?:buổi(?: \w+)?|ngày))"
RULE = grammar(
    rf"(?<!\w)(?:{_IN_QUARTER}|{_OF}|{_MONTH_END}|{_DAY_END}"
    rf"|{_A_DAY}|{_EACH_WEEKDAY}|{_WEEKENDS}"
    rf"|(?:(?P<before>{_WHEN})~(?:của )?(?:,~)?)?(?P<steady>định kỳ,? )?(?:vào )?"
    rf"(?:{_COUNTED}|{_EACH}|{_FIXED}|{_TIMES}|{_LISTED}|{_PAPER}|{_NO_ONE_SPARED})"
    rf"(?:~,?~\(?(?P<after>{_WHEN}(?: (?:của )?tháng (?:cuối"
    r"|đầu)(?: cùng)?(?: của)? quý(?: sau)?)?)~\)?)?)"
)
