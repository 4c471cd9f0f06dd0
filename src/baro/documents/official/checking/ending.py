"""Recipients and the signer's block."""

import re
from collections.abc import Iterator

from baro.documents.official.checking.dressed import dress_findings
from baro.documents.official.checking.findings import Finding, looks, shown
from baro.documents.official.checking.regions import Regions
from baro.documents.official.checking.word_file import Paragraph, WordFile
from baro.documents.official.layout import Branch, Layout, Look

_FILED = re.compile(r"[-–]?\s*Lưu\s*:?\s*\S")
_DEGREES = re.compile(
    r"(?:GS|PGS|TS|ThS|Ths|BS|KS|CN|NSND|NSƯT|NGND|NGƯT)\s?\.|(?:Tiến sĩ|Thạc sĩ|Kỹ sư|Bác sĩ) "
)
_STATE_SIGN = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. \S")
_PARTY_SIGN = re.compile(r"(?:[TK]/(?:M|T|L|UQ)|Q\.) \S")
_ANY_SIGN = re.compile(r"(?:T/?M|K/?T|T/?L|TU?/?UQ|TUQ|Q)\s?\.?\s", re.IGNORECASE)
_LONGEST_NAME = 45


def ending_findings(word: WordFile, regions: Regions, layout: Layout) -> Iterator[Finding]:
    yield from _recipients(regions, layout)
    yield from _signature(regions, layout)


def _recipients(regions: Regions, layout: Layout) -> Iterator[Finding]:
    look, head = layout.looks["recipients_head"], regions.recipients_head
    if head is None:
        yield looks("recipients", "Cuối văn bản", "không thấy “Nơi nhận:”", "“Nơi nhận:”", look)
        return
    if not head.text.strip().startswith("Nơi nhận:"):
        yield looks("recipients_form", look.label, shown(head.text), "“Nơi nhận:”", look)
    if look.is_verified:
        yield from dress_findings("recipients_head", head, look)
    look = layout.looks["recipients"]
    wrong = [p for p in regions.recipients if not look.allowed.holds(p.size)]
    for line in wrong[:1]:
        yield from dress_findings("recipients", line, look, upright=False)
    if not any(_FILED.match(p.text.strip()) for p in regions.recipients):
        wanted = "dòng cuối cùng là “- Lưu: VT, …”"
        yield looks("recipients_filed", look.label, "không thấy dòng “Lưu”", wanted, look)


def _signature(regions: Regions, layout: Layout) -> Iterator[Finding]:
    look = layout.looks["authority"]
    lines = [p for p in regions.signature if p.text.strip()]
    posts = [p for p in lines if p.text.strip().isupper()]
    names = [p for p in lines if p not in posts and len(p.text.strip()) <= _LONGEST_NAME]
    if not posts:
        wanted = "quyền hạn, chức vụ in hoa, đậm, bên phải, ngang với “Nơi nhận”"
        yield looks("signer_post", "Cuối văn bản", "không thấy chức vụ người ký", wanted, look)
        return
    for post in posts:
        yield from _sign(post, regions, look)
    yield from dress_findings("signer_post", posts[0], look)
    if names:
        yield from _name(names[-1], layout.looks["signer_name"])
    else:
        wanted = "họ tên in thường, đậm, dưới chức vụ"
        yield looks("signer_name", "Cuối văn bản", "không thấy họ tên người ký", wanted, look)


def _sign(post: Paragraph, regions: Regions, look: Look) -> Iterator[Finding]:
    written = post.text.strip()
    form = _STATE_SIGN if regions.branch == Branch.STATE else _PARTY_SIGN
    wanted = "“TM.”, “KT.”, “TL.”" if regions.branch == Branch.STATE else "“T/M”, “K/T”, “T/L”"
    if _ANY_SIGN.match(written) and not form.match(written):
        yield looks("signer_authority", look.label, shown(written), f"ghi tắt {wanted}", look)


def _name(name: Paragraph, look: Look) -> Iterator[Finding]:
    if _DEGREES.search(name.text):
        wanted = "không ghi học hàm, học vị, danh hiệu trước họ tên"
        yield looks("signer_degree", look.label, shown(name.text), wanted, look)
    yield from dress_findings("signer_name", name, look)
