"""Size and style of one line against the look that it should have."""

from collections.abc import Iterator

from baro.documents.official.checking.findings import Finding, allowed, looks, number, shown
from baro.documents.official.checking.word_file import Paragraph
from baro.documents.official.layout import Look


def dress_findings(
    rule: str, line: Paragraph, look: Look, *, upright: bool = True
) -> Iterator[Finding]:
    """`upright` also asks that nothing is bold or italic that should not be."""
    where = f"{look.label}, {shown(line.text)}"
    if not look.allowed.holds(line.size):
        wanted = f"cỡ {allowed(look.allowed, '').strip()}"
        yield looks(f"{rule}_size", where, f"cỡ {number(line.size)}", wanted, look)
    for name, says in (("bold", "đậm"), ("italic", "nghiêng")):
        if getattr(look, name) and not line.all_(name):
            yield looks(f"{rule}_{name}", where, f"chữ không {says}", f"chữ {says}", look)
        if upright and not getattr(look, name) and line.any_(name):
            yield looks(f"{rule}_{name}", where, f"có chữ {says}", f"chữ không {says}", look)
