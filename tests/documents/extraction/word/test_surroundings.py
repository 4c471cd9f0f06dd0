"""What comes along with a Word text is said: changes, comments, hidden words, links, macros."""

import io

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from tests.documents.extraction.ocr.drawn import as_png, slip
from tests.documents.extraction.papers import saved, word
from tests.documents.extraction.word.markup import (
    body_of,
    paragraph,
    run,
    text_box,
    with_parts,
)

from baro.documents.extraction import extract
from baro.documents.extraction.refusals import FileHasMacros, NoTextInFile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_an_ordinary_file_carries_no_notes() -> None:
    assert extract(word("Giao Sở Nội vụ.")).notes == ()


def test_tracked_changes_are_read_as_accepted_and_told() -> None:
    found = extract(
        saved(
            body_of(
                paragraph(
                    run("Trước ngày "),
                    f"<w:del>{run('20/9', tag='delText')}</w:del>",
                    f"<w:ins>{run('25/9')}</w:ins>",
                    f"<w:moveFrom>{run(' cũ')}</w:moveFrom><w:moveTo>{run(' mới')}</w:moveTo>",
                )
            )
        )
    )

    assert found.text == "Trước ngày 25/9 mới"
    assert found.notes == (
        "Văn bản có sửa đổi đang theo dõi; đã đọc theo bản chấp nhận mọi sửa đổi.",
    )


def test_a_struck_out_line_end_joins_two_paragraphs() -> None:
    struck = paragraph(run("Giao Sở Nội vụ "), properties="<w:rPr><w:del/></w:rPr>")

    text = extract(saved(body_of(struck, paragraph(run("báo cáo."))))).text

    assert text == "Giao Sở Nội vụ báo cáo."


def test_a_text_box_is_read_once_and_comments_are_not() -> None:
    box = text_box(paragraph(run("HỎA TỐC")), paragraph(run("Đến lúc 17h00")))
    comment = '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'

    found = extract(saved(body_of(paragraph(run("Kính gửi"), box, comment))))

    assert found.text.splitlines() == ["Kính gửi", "HỎA TỐC", "Đến lúc 17h00"]
    assert any("ý kiến ghi bên lề" in note for note in found.notes)


def test_hidden_words_are_left_out_and_told() -> None:
    hidden = run(" trừ Sở Y tế", properties="<w:vanish/>")

    found = extract(saved(body_of(paragraph(run("Giao các Sở"), hidden))))

    assert (found.text, found.aside) == ("Giao các Sở", " trừ Sở Y tế")
    assert any("chế độ ẩn" in note for note in found.notes)


def test_content_controls_are_read_like_other_text() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph(run('Số: 12/TB-UBND'))}</w:sdtContent></w:sdt>"

    assert extract(saved(body_of(control, paragraph(run("Sau"))))).text == "Số: 12/TB-UBND\nSau"


def test_footnotes_come_at_the_end_and_headers_do_not_come() -> None:
    document = body_of(paragraph(run("Theo Luật"), '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    document.add_paragraph("Câu sau.")
    _add_footnotes(document)

    found = extract(saved(document))

    assert found.text.splitlines() == ["Theo Luật", "Câu sau.", "[1] Luật số 1/2026."]
    assert found.aside == "Đầu trang"
    assert any("chú thích cuối trang" in note for note in found.notes)


def _add_footnotes(document: Document) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{_W}"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{paragraph(run("Luật số 1/2026."))}</w:footnote></w:footnotes>'
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        notes.encode(),
        document.part.package,
    )
    document.part.relate_to(part, f"{_OFFICE}/footnotes")


@pytest.mark.parametrize("kind", ["attachedTemplate", "oleObject", "image"])
def test_what_lies_outside_is_not_fetched_and_is_told(kind: str) -> None:
    document = docx.Document()
    document.add_paragraph("Giao Sở Nội vụ.")
    document.part.relate_to("http://192.0.2.1/mau.dotm", f"{_OFFICE}/{kind}", is_external=True)

    found = extract(saved(document))

    assert found.text == "Giao Sở Nội vụ."
    assert any("trỏ tới tệp hoặc mẫu ở nơi khác" in note for note in found.notes)


def test_a_link_in_the_text_is_no_cause_for_a_note() -> None:
    document = docx.Document()
    document.add_paragraph("Giao Sở Nội vụ.")
    document.part.relate_to("http://192.0.2.1/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    assert extract(saved(document)).notes == ()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("word/vbaProject.bin", "macro"),
        ("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
    ],
)
def test_macros_are_refused_by_part_and_by_declaration(name: str, content: str) -> None:
    document = docx.Document()
    document.add_paragraph("Giao Sở Nội vụ.")

    with pytest.raises(FileHasMacros, match="có macro"):
        extract(with_parts(document, {name: content}))


def test_a_file_of_pasted_pictures_is_refused_with_a_way_out() -> None:
    document = docx.Document()
    document.add_picture(io.BytesIO(as_png(slip())))

    with pytest.raises(NoTextInFile, match="lưu tệp thành PDF"):
        extract(saved(document))
