"""Text in the codes before Unicode: recognised by the language, converted, and told."""

from collections.abc import Callable

import pytest
from tests.documents.extraction.legacy import codes
from tests.documents.extraction.papers import pdf, saved
from tests.documents.extraction.word.markup import body_of, paragraph, run

from baro.documents.extraction import extract
from baro.documents.extraction.legacy.double import VNI
from baro.documents.extraction.legacy.recognition import converted, recovered
from baro.documents.extraction.legacy.single import TCVN3, VISCII, VPS
from baro.documents.extraction.legacy.syllables import is_syllable
from baro.documents.extraction.refusals import EncodingUnknown

WORDS = "Giao các sở báo cáo kết quả thực hiện về đất ở, nhà ở và nước sạch đến cuối tháng."


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("TCVN3 (ABC)", codes.tcvn3),
        ("VNI", codes.vni),
        ("Windows-1258", codes.windows_1258),
        ("VPS", codes.vps),
    ],
)
def test_an_old_code_is_recognised_and_named(name: str, write: Callable[[str], bytes]) -> None:
    words = "Giao các sở báo cáo về đất ở và nhà ở." if name == "VPS" else WORDS

    found = extract(write(words), file_name="cong-van.txt")

    assert found.text == words
    assert any(f"bảng mã {name}" in note for note in found.notes)


def test_quotation_marks_of_windows_stay() -> None:
    assert extract(codes.tcvn3("Thông báo về “đất ở” của các sở")).text == (
        "Thông báo về “đất ở” của các sở"
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_read(encoding: str) -> None:
    found = extract(WORDS.encode(encoding))

    assert (found.text, found.notes) == (WORDS, ())


def test_text_converted_twice_is_brought_back() -> None:
    spoilt = WORDS.encode().decode("cp1252", "ignore")

    assert recovered(WORDS.encode().decode("latin-1")) is not None
    assert "bảng mã UTF-8" in extract(spoilt.encode()).notes[0]


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        "Tên tôi là An, và hôm nay là ngày lành.",
        "Le comité a été créé à l'époque où l'évêque préside, déjà très âgé.",
        "All units report before 25 September.",
    ],
)
def test_text_that_is_right_as_it_stands_is_left_alone(text: str) -> None:
    assert recovered(text) is None


@pytest.mark.parametrize(
    "text", ["Le comité a été créé à l'époque, déjà très âgé.", "One word à alone tells nothing."]
)
def test_what_is_not_surely_vietnamese_is_not_converted(text: str) -> None:
    with pytest.raises(EncodingUnknown, match="bảng mã"):
        extract(text.encode("latin-1"))


def test_an_old_font_inside_a_pdf_is_converted_page_by_page() -> None:
    old = [codes.vni(words).decode("latin-1") for words in (WORDS, f"Trang sau: {WORDS}")]

    found = extract(pdf([[words] for words in old]))

    assert found.text[found.pages[1].start :].startswith(f"Trang sau: {WORDS}")


def _old_font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def test_runs_in_old_fonts_are_converted_and_others_are_not() -> None:
    title = run(
        codes.tcvn3("thông báo về đất ở").decode("cp1252"), properties=_old_font(".VnTimeH")
    )
    body = run(codes.tcvn3("Giao các sở báo cáo").decode("cp1252"), properties=_old_font(".VnTime"))
    split = [
        run(part, properties=_old_font("VNI-Times"))
        for part in ("Giao caù", "c sô", "û baùo ca", "ùo veà ñaát")
    ]

    found = extract(
        saved(
            body_of(paragraph(title), paragraph(body, run(" trước ngày 25/9.")), paragraph(*split))
        )
    )

    assert found.text.splitlines() == [
        "THÔNG BÁO VỀ ĐẤT Ở",
        "Giao các sở báo cáo trước ngày 25/9.",
        "Giao các sở báo cáo về đất",
    ]
    assert len(found.notes) == 2


def test_unicode_in_a_style_that_names_an_old_font_is_left_alone() -> None:
    words = run("Giao các sở báo cáo, tên gọi và địa chỉ", properties=_old_font(".VnTime"))

    found = extract(saved(body_of(paragraph(words))))

    assert (found.text, found.notes) == ("Giao các sở báo cáo, tên gọi và địa chỉ", ())


@pytest.mark.parametrize("table", [TCVN3, VPS, VISCII])
def test_each_small_letter_has_its_place(table: dict[int, str]) -> None:
    letters = set("àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ")

    assert letters <= set(table.values())
    assert {letter for letter in VNI.values() if letter.islower()} == letters - set("ìí")


def test_every_code_gives_back_what_was_written_in_it() -> None:
    words = "Ủy ban nhân dân phường đề nghị các hộ dân sớm ký đơn, tránh kéo dài."

    assert converted(codes.vni(words).decode("latin-1"), "VNI") == words
    assert converted(codes.windows_1258(words).decode("latin-1"), "Windows-1258") == words


@pytest.mark.parametrize("word", ["nghiêng", "quyết", "giữa", "uỷ", "ỦY", "Xoáy", "thuở", "gì"])
def test_syllables_of_the_language(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["déjà", "été", "kểt", "hợpp", "ÀÉ", "tôI", "cầch"])
def test_what_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)
