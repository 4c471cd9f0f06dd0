"""Letters: the head in four lines, the words once, the attachments by name."""

from email.message import EmailMessage

from tests.documents.extraction.papers import word

from baro.documents.extraction import attachments_of, extract


def _letter(
    subject: str = "V/v báo cáo số liệu", body: str = "Đề nghị các sở báo cáo."
) -> EmailMessage:
    letter = EmailMessage()
    letter["Subject"] = subject
    letter["From"] = "Văn thư <van-thu@example.vn>"
    letter["To"] = "so-noi-vu@example.vn"
    letter["Date"] = "Wed, 09 Sep 2026 08:30:00 +0700"
    letter.set_content(body)
    return letter


def test_head_and_words_are_read() -> None:
    found = extract(_letter().as_bytes())

    assert found.kind == "eml"
    assert found.text.strip().splitlines() == [
        "Về việc: V/v báo cáo số liệu",
        "Người gửi: Văn thư <van-thu@example.vn>",
        "Người nhận: so-noi-vu@example.vn",
        "Ngày gửi: 09/09/2026 08:30",
        "",
        "Đề nghị các sở báo cáo.",
    ]


def test_of_two_forms_of_the_same_words_one_is_read() -> None:
    letter = _letter()
    letter.add_alternative("<html><body><p>Dạng trang web</p></body></html>", subtype="html")

    assert "Dạng trang web" not in extract(letter.as_bytes()).text


def test_a_letter_that_is_only_a_page_is_read_as_a_page() -> None:
    letter = _letter()
    letter.set_content("<html><body><p>Giao Sở <b>Y tế</b></p></body></html>", subtype="html")

    assert extract(letter.as_bytes()).text.endswith("Giao Sở Y tế")


def test_attachments_come_out_as_they_went_in() -> None:
    letter, paper = _letter(), word("Giao Sở Nội vụ")
    letter.add_attachment(
        paper, maintype="application", subtype="msword", filename="Thông báo.docx"
    )

    assert [tuple(file) for file in attachments_of(letter.as_bytes())] == [
        ("Thông báo.docx", paper)
    ]
    assert "“Thông báo.docx”" in extract(letter.as_bytes()).notes[0]


def test_a_forwarded_letter_is_read_with_its_attachments() -> None:
    inner, outer = _letter("Thư gốc", "Nội dung gốc."), _letter("Chuyển tiếp", "Kính chuyển.")
    inner.add_attachment("Phụ lục".encode(), maintype="text", subtype="plain", filename="a.txt")
    outer.add_attachment(inner)

    text = extract(outer.as_bytes()).text

    assert text.index("Kính chuyển.") < text.index("Về việc: Thư gốc") < text.index("Nội dung gốc.")
    assert [file.name for file in attachments_of(outer.as_bytes())] == ["a.txt"]


def test_a_letter_that_lies_about_its_code_is_still_read() -> None:
    raw = b"From: a@example.vn\nSubject: x\nContent-Type: text/plain; charset=none\n\n"

    assert extract(raw + "Giao các sở".encode()).text.endswith("Giao các sở")
