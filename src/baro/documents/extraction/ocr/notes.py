"""What a reader is told about recognised letters."""

_SURE = 80

RECOGNISED = (
    "Văn bản là bản chụp, chữ do máy nhận dạng; ông/bà đối chiếu tên đơn vị, con số và ngày tháng "
    "với bản gốc."
)


def notes_on(words: int, sureness: float) -> list[str]:
    if words == 0:
        return []
    percent = round(sureness / words)
    if percent >= _SURE:
        return [RECOGNISED]
    unsure = (
        f"Bản chụp mờ hoặc lệch, máy chỉ chắc khoảng {percent}% số chữ; ông/bà đọc kỹ lại từng "
        "việc trước khi giao."
    )
    return [RECOGNISED, unsure]
