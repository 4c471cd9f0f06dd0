"""The name of the type and the subject; of a letter the subject under its number."""

from collections.abc import Iterator

from baro.documents.official.checking.dressed import dress_findings
from baro.documents.official.checking.findings import Finding, looks, shown
from baro.documents.official.checking.regions import Regions
from baro.documents.official.checking.word_file import WordFile
from baro.documents.official.layout import Branch, Layout


def title_findings(word: WordFile, regions: Regions, layout: Layout) -> Iterator[Finding]:
    if regions.type is None:
        yield from _letter(regions, layout)
        return
    look, line = layout.looks["type"], regions.type
    where = f"{look.label}, {shown(line.text)}"
    if not line.text.strip().isupper():
        yield looks("type_capitals", where, "chữ thường", "in hoa", look)
    if line.alignment != "center":
        yield looks("type_centred", where, "không canh giữa", "canh giữa", look)
    yield from dress_findings("type", line, look)
    if regions.subject is None:
        wanted = "trích yếu canh giữa ngay dưới tên loại"
        yield looks("subject", where, "không thấy trích yếu", wanted, layout.looks["subject"])
    else:
        yield from dress_findings("subject", regions.subject, layout.looks["subject"])


def _letter(regions: Regions, layout: Layout) -> Iterator[Finding]:
    look, line = layout.looks["letter_subject"], regions.letter_subject
    if regions.branch == Branch.STATE:
        if line is None:
            wanted = "tên loại in hoa, hoặc “V/v …” dưới số, ký hiệu nếu là công văn"
            yield looks("type", "Đầu văn bản", "không thấy tên loại hay “V/v”", wanted, look)
            return
        if not line.text.strip().startswith("V/v"):
            yield looks(
                "letter_subject_form", look.label, shown(line.text), "bắt đầu bằng “V/v”", look
            )
        yield from dress_findings("letter_subject", line, look)
    if regions.addressees is None:
        look = layout.looks["addressees"]
        yield looks(
            "addressees", "Công văn", "không thấy “Kính gửi:”", "“Kính gửi:” nơi nhận", look
        )
    else:
        yield from dress_findings("addressees", regions.addressees, layout.looks["addressees"])
