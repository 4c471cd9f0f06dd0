"""What every act on a round asks first."""

from datetime import date

from baro.followup.models import Pressing
from baro.followup.pressing_text import PLACES, unknown_places
from baro.kernel.errors import DomainError

WHO_PRESSES = "Chỉ lãnh đạo hoặc chuyên viên tổng hợp của nơi giao việc mới đôn đốc được."
WHO_ISSUES = (
    "Chỉ người vừa giao việc vừa giữ sổ văn bản của nơi giao (chuyên viên tổng hợp, người đứng đầu "
    "đơn vị) mới phát hành được công văn đôn đốc."
)


class PressingMovedOn(DomainError):
    pass


class AnswerInThePast(DomainError):
    pass


class PlaceUnknown(DomainError):
    pass


def locked(pressing: Pressing) -> Pressing:
    rows = Pressing.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("unit", "signer__person", "signer__post").get(pk=pressing.pk)


def refuse_words(opening: str, ask: str, answer_by: date, *, on: date) -> None:
    if answer_by <= on:
        raise AnswerInThePast("Hạn trả lời phải sau hôm nay.", field="answer_by")
    for field, text in (("opening", opening), ("ask", ask)):
        if unknown := unknown_places(text):
            raise PlaceUnknown(
                f"Không có chỗ điền {unknown[0]}. Các chỗ điền được là {', '.join(PLACES)}.",
                field=field,
            )
