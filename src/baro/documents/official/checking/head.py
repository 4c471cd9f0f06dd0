"""The head: state or Party, motto, issuing body, the strokes under them."""

import re
from collections.abc import Iterator

from baro.documents.official.checking.dressed import dress_findings
from baro.documents.official.checking.findings import Finding, looks, shown
from baro.documents.official.checking.regions import Regions
from baro.documents.official.checking.word_file import Paragraph, WordFile
from baro.documents.official.layout import Branch, Layout

_NATION_SPELLINGS = ("HÒA", "HOÀ")


def head_findings(word: WordFile, regions: Regions, layout: Layout) -> Iterator[Finding]:
    yield from _nation(regions, layout)
    if regions.branch == Branch.STATE:
        yield from _motto(regions, layout)
    yield from _issuer(regions, layout)
    if regions.nation is not None and not any(p.has_line for p in regions.head):
        look = layout.looks["motto" if "motto" in layout.looks else "nation"]
        yield looks(
            "head_rule",
            "Đầu văn bản",
            "không thấy đường kẻ ngang",
            "đường kẻ ngang, nét liền",
            look,
        )


def _nation(regions: Regions, layout: Layout) -> Iterator[Finding]:
    look, wanted = layout.looks["nation"], layout.text("nation")
    line = regions.nation
    if line is None:
        yield looks("nation", "Đầu văn bản", f"không thấy {look.label}", f"“{wanted}”", look)
        return
    written = " ".join(line.text.split())
    spellings = {wanted, *(wanted.replace(_NATION_SPELLINGS[0], s) for s in _NATION_SPELLINGS)}
    if not any(spelling in written for spelling in spellings):
        yield looks("nation", look.label, shown(written), f"“{wanted}”", look)
    yield from dress_findings("nation", line, look)


def _motto(regions: Regions, layout: Layout) -> Iterator[Finding]:
    look, wanted = layout.looks["motto"], layout.text("motto")
    line = regions.motto
    if line is None:
        if regions.nation is not None:
            yield looks("motto", "Đầu văn bản", "không thấy Tiêu ngữ", f"“{wanted}”", look)
        return
    written = re.sub(r"[ \t]+", " ", line.text.strip())
    if wanted not in written:
        yield looks("motto", look.label, shown(written), f"“{wanted}”, gạch nối có cách chữ", look)
    yield from dress_findings("motto", line, look)


def _issuer(regions: Regions, layout: Layout) -> Iterator[Finding]:
    look = layout.looks["issuer"]
    line: Paragraph | None = regions.issuer
    if line is None:
        wanted = "tên cơ quan ở phía trên số, ký hiệu, in hoa, đậm"
        yield looks("issuer", "Đầu văn bản", "không thấy tên cơ quan ban hành", wanted, look)
        return
    if not line.text.strip().isupper():
        yield looks("issuer", f"{look.label}, {shown(line.text)}", "chữ thường", "in hoa", look)
    yield from dress_findings("issuer", line, look)
