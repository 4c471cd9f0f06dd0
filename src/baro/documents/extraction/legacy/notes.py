"""What a reader is told about a converted text."""


def converted_from(code: str) -> str:
    return (
        f"Văn bản gõ bằng bảng mã {code}, đã chuyển sang Unicode; ông/bà đối chiếu tên riêng và "
        "chữ in hoa với bản gốc."
    )
