from baro.documents.comparison import compared


def test_what_differs_stands_side_by_side_and_the_rest_is_counted() -> None:
    first = "\n".join(f"Đoạn {n} giữ nguyên." for n in range(10))
    second = first.replace("Đoạn 5 giữ nguyên.", "Đoạn 5  đã sửa.") + "\nĐoạn thêm."

    rows = compared(first, second)

    assert [(row.change, row.count) for row in rows] == [
        ("skipped", 4),
        ("same", 0),
        ("changed", 0),
        ("same", 0),
        ("skipped", 2),
        ("same", 0),
        ("added", 0),
    ]
    changed = rows[2]
    assert [(piece.text, piece.differs) for piece in changed.left] == [
        ("Đoạn 5 ", False),
        ("giữ nguyên.", True),
    ]
    assert "".join(piece.text for piece in changed.right) == "Đoạn 5 đã sửa."


def test_spaces_and_line_ends_are_no_difference() -> None:
    assert [row.change for row in compared("Một  hai\r\n\nba", "Một hai\nba")] == ["skipped"]


def test_very_long_texts_lose_nothing() -> None:
    lines = [f"Dòng {n} của văn bản." for n in range(4000)]

    rows = compared("\n".join(lines), "\n".join([*lines[:-1], "Dòng 3999 của văn bản này."]))

    assert sum(row.count or 1 for row in rows) == 4000
    assert [row.change for row in rows if row.change not in {"same", "skipped"}] == ["changed"]


def test_a_changed_paragraph_finds_its_own_between_new_ones() -> None:
    rows = compared("Mở đầu cũ.\nSở Tài chính báo cáo trước ngày 18/9.", "\n".join((
        "Đoạn hoàn toàn mới.",
        "Sở Tài chính báo cáo trước ngày 28/9.",
        "Lưu: VT.",
    )))  # fmt: skip

    assert [row.change for row in rows] == ["removed", "added", "changed", "added"]
    assert [piece.text for piece in rows[2].right if piece.differs] == ["28/9."]
