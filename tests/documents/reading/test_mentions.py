"""The table of addressees: how papers name bodies, and which bodies they are."""

from datetime import date

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading.mention import Mention
from baro.documents.reading.mentions import Naming, find_mentions
from baro.documents.reading.surface import surface
from baro.kernel.text import nfc

NAMES = [
    ("Sở Nội vụ", ["SNV"]),
    ("SỞ NỘI VỤ", ["SNV"]),
    ("Sở\n   Nội vụ", ["SNV"]),
    ("Sở Nội vụ thành phố Hà Nội", ["SNV"]),
    ("Sở Văn hoá và Thể thao", ["SVHTT"]),
    ("Sở NN&MT", ["SNNMT"]),
    ("Sở Quy hoạch – Kiến trúc", ["SQHKT"]),
    ("Sở QHKT", ["SQHKT"]),
    ("Sở XD", ["SXD"]),
    ("các Sở: XD, TC", ["SXD", "STC"]),
    ("UBNDthành phố", ["UBND-TP"]),
    ("các xã phường", ["G.XP"]),
    ("các đảng ủy xã, phường", ["G.DU-XP"]),
    ("UBND hai xã Hồng Vân, Chương Dương", ["10210.UBND", "10237.UBND"]),
    ("UBND Thành phố", ["UBND-TP"]),
    ("UBND TP", ["UBND-TP"]),
    ("UBND TP. Hà Nội", ["UBND-TP"]),
    ("Uỷ ban nhân dân thành phố Hà Nội", ["UBND-TP"]),
    ("Văn phòng UBND thành phố", ["VP-UBND"]),
    ("Văn phòng Đoàn ĐBQH và HĐND thành phố", ["VP-DBQH-HDND"]),
    ("Đảng uỷ UBND thành phố", ["DU-UBND-TP"]),
    ("Thành uỷ Hà Nội", ["TU"]),
    ("Ban Tổ chức Thành ủy", ["BTC-TU"]),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", ["MTTQ-TP"]),
    ("Trung tâm Phục vụ hành chính công thành phố", ["TTPVHCC"]),
    ("Công an thành phố Hà Nội", ["CATP"]),
    ("các Sở: Xây dựng, Tài chính, Nội vụ", ["SXD", "STC", "SNV"]),
    ("các sở Xây dựng, Tài chính và Nội vụ", ["SXD", "STC", "SNV"]),
    ("Sở Xây dựng, Tài chính", ["SXD", "STC"]),
    ("UBND các xã, phường", ["G.UBND-XP"]),
    ("Ủy ban nhân dân các phường, xã", ["G.UBND-XP"]),
    ("UBND xã, phường", ["G.UBND-XP"]),
    ("UBND cấp xã", ["G.UBND-XP"]),
    ("UBND 126 xã, phường", ["G.UBND-XP"]),
    ("chính quyền các xã, phường", ["G.UBND-XP"]),
    ("Đảng ủy các xã, phường", ["G.DU-XP"]),
    ("cấp ủy, chính quyền các xã, phường", ["G.DU-XP", "G.UBND-XP"]),
    ("Đảng ủy, HĐND, UBND các xã, phường", ["G.DU-XP", "G.HDND-XP", "G.UBND-XP"]),
    ("các xã, phường", ["G.XP"]),
    ("126 xã, phường", ["G.XP"]),
    ("các sở, ban, ngành", ["G.SBN"]),
    ("các Sở, ban, ngành thành phố", ["G.SBN"]),
    ("các sở, ngành", ["G.SBN"]),
    ("UBND phường Hoàn Kiếm", ["00070.UBND"]),
    ("Ủy ban nhân dân xã Gia Lâm", ["00565.UBND"]),
    ("UBND phường Văn Miếu - Quốc Tử Giám", ["00196.UBND"]),
    ("UBND xã Hoà Lạc", ["09988.UBND"]),
    ("UBND các xã: Gia Lâm, Bát Tràng", ["00565.UBND", "00583.UBND"]),
    (
        "UBND các xã Gia Lâm, Bát Tràng và phường Long Biên",
        ["00565.UBND", "00583.UBND", "00148.UBND"],
    ),
    ("UBND các xã, phường: Hoàng Mai, Thanh Trì", ["00319.UBND", "00640.UBND"]),
    ("Đảng ủy, UBND xã Gia Lâm", ["00565.DU", "00565.UBND"]),
    ("phường Cửa Nam", ["00073.UBND"]),
]

UNKNOWN = [
    ("UBND phường Không Tên", "không có trong danh mục"),
    ("Sở Vũ Trụ", "không có trong danh mục"),
    ("UBND quận Thí Dụ", "không có trong danh mục"),
    ("các đồng chí Ủy viên Ban Chỉ huy", "chưa nêu tên"),
    ("Sở Y tế Liên Hành Tinh", "không có trong danh mục"),
    ("Tổng công ty Vận tải Hà Nội", "không có trong danh mục"),
    ("các đơn vị liên quan", "chưa nêu tên"),
    ("các cơ quan, đơn vị", "chưa nêu tên"),
    ("HĐND các phường", "chưa nêu"),
    ("các phường ven sông Hồng", "chưa nêu tên từng đơn vị"),
    ("UBND các xã, phường liên quan", "chưa nêu tên từng đơn vị"),
    ("UBND các xã, phường có dự án đi qua", "chưa nêu tên từng đơn vị"),
]

NOBODY = [
    "kinh tế - xã hội",
    "thị xã Sơn Tây",
    "phường hội",
    "đời sống văn hóa",
    "xã viên",
    "sở hữu đất",
]


def _mentions(words: str, issued_on: date | None = None, home: str | None = None) -> list[Mention]:
    text = nfc(words)
    naming = Naming(built_in_gazetteer(), issued_on, home=home)
    return find_mentions(text, surface(text), naming)


@pytest.mark.parametrize(("words", "codes"), NAMES)
def test_a_name_is_its_body(words: str, codes: list[str]) -> None:
    (mention,) = _mentions(f"Giao {words} thực hiện.")

    assert [unit.code for unit in mention.units] == codes
    assert mention.doubts == ()


@pytest.mark.parametrize(("words", "doubt"), UNKNOWN)
def test_nobody_is_put_down_for_an_unknown_name(words: str, doubt: str) -> None:
    mention = _mentions(f"Giao {words}.")[0]

    assert mention.units == ()
    assert doubt in mention.doubts[0]


@pytest.mark.parametrize("words", NOBODY)
def test_a_word_that_looks_like_a_body_is_none(words: str) -> None:
    assert _mentions(words) == []


def test_decomposed_letters_are_the_same_name() -> None:
    (mention,) = _mentions("So\u031b\u0309 No\u0323\u0302i vu\u0323")

    assert mention.units[0].code == "SNV"


def test_an_older_name_gives_its_successor_and_a_doubt() -> None:
    (mention,) = _mentions("Sở TN&MT", issued_on=date(2026, 3, 9))

    assert [unit.name for unit in mention.units] == ["Sở Nông nghiệp và Môi trường"]
    assert "tên cũ" in mention.doubts[0]


def test_in_a_paper_of_its_time_the_older_name_is_right() -> None:
    (mention,) = _mentions("Sở TN&MT", issued_on=date(2023, 12, 4))

    assert [unit.name for unit in mention.units] == ["Sở Tài nguyên và Môi trường"]
    assert mention.doubts == ()


EXCEPTIONS = [
    ("UBND các xã, phường, trừ xã Minh Châu, thực hiện", ["09661.UBND"]),
    ("UBND các xã, phường (trừ phường Hoàn Kiếm)", ["00070.UBND"]),
    ("các xã, phường, ngoại trừ Hoàn Kiếm và Cửa Nam, báo cáo", ["00070.UBND", "00073.UBND"]),
    ("Đảng ủy các xã, phường, trừ các phường: Hoàn Kiếm, Cửa Nam", ["00070.DU", "00073.DU"]),
    ("UBND các xã, phường ngoài các phường Hoàn Kiếm, Cửa Nam", ["00070.UBND", "00073.UBND"]),
    ("các sở, ban, ngành, trừ Sở Xây dựng, báo cáo", ["SXD"]),
]


@pytest.mark.parametrize(("words", "spared"), EXCEPTIONS)
def test_bodies_named_after_a_group_are_taken_out_of_it(words: str, spared: list[str]) -> None:
    (mention,) = _mentions(words)

    assert [unit.code for unit in mention.spared] == spared
    assert "ngoại lệ" in mention.doubts[0]


def test_an_exception_that_names_nobody_is_a_doubt() -> None:
    mention = _mentions("UBND các xã, phường, trừ các xã miền núi, thực hiện")[0]

    assert [unit.count for unit in mention.units] == [126]
    assert "miền núi" in mention.doubts[0].lower()


def test_a_commune_speaks_of_its_own_bodies() -> None:
    (mention,) = _mentions("Phòng Văn hóa - Xã hội", home="00070")

    assert [unit.code for unit in mention.units] == ["00070.UBND.VHXH"]


def test_the_leader_named_after_a_body_is_no_part_of_its_name() -> None:
    (mention,) = _mentions("Chủ tịch UBND thành phố Nguyễn Văn Thí Dụ")

    assert [unit.code for unit in mention.units] == ["UBND-TP"]
