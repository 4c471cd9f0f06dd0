"""Pages of the follow-up that the palette leads to."""

from django.utils import timezone

from baro.followup.queries.difficult import starring_units
from baro.kernel.palette.api import Command, add_commands
from baro.org import api as org


def _may_star(user: org.User) -> bool:
    return starring_units(user, on=timezone.localdate()).exists()


add_commands(
    Command(
        "Việc khó",
        "star",
        "followup:difficult-list",
        also=("việc khó khăn, vướng mắc", "điểm nghẽn"),
        is_act=False,
    ),
    Command("Đưa việc vào danh mục việc khó", "star", "followup:difficult-starring", may=_may_star),
    Command(
        "Danh sách trình lãnh đạo",
        "speakerphone",
        "followup:leaders-list",
        also=("giao ban", "việc nhắc nhiều lần"),
        is_act=False,
    ),
    Command(
        "Đôn đốc bằng công văn",
        "mail-forward",
        "followup:pressing-list",
        also=("công văn đôn đốc", "đợt đôn đốc"),
        is_act=False,
    ),
    Command(
        "Ban chỉ đạo, hội nghị giao ban",
        "users-group",
        "followup:committee-list",
        also=("kỳ họp", "kết luận kỳ trước"),
        is_act=False,
    ),
    Command(
        "Thang nhắc việc",
        "stairs",
        "followup:ladder",
        also=("bậc nhắc", "nhắc trước hạn"),
        is_act=False,
    ),
)
