"""The running text: size, justification, indents, gaps and line spacing."""

from collections.abc import Callable, Iterator

from baro.documents.official.checking.findings import Finding, allowed, looks, number, shown
from baro.documents.official.checking.regions import Regions
from baro.documents.official.checking.word_file import Paragraph, WordFile
from baro.documents.official.layout import MM, Layout, Measure

_SINGLE = 1.15  # the height of a single line of Times New Roman, in parts of its size
_SLACK = 0.06
_INDENT_SLACK = 0.6  # millimetres
_ONE_LINE = 75  # letters: shorter paragraphs show no justification


def body_findings(word: WordFile, regions: Regions, layout: Layout) -> Iterator[Finding]:
    text = regions.body
    if not text:
        return
    yield from _sizes(text, layout)
    look = layout.looks["body"]
    ragged = [
        p for p in text if len(p.text) > _ONE_LINE and p.alignment not in {"both", "distribute"}
    ]
    if ragged:
        yield looks("body_justified", _where(ragged), "không canh đều", "canh đều cả hai lề", look)
    yield from _measured(
        "first_line_indent", text, layout.measures["first_line_indent"], _wrong_indent
    )
    yield from _measured("paragraph_gap", text[:-1], layout.measures["paragraph_gap"], _wrong_gap)
    yield from _measured("line_spacing", text, layout.measures["line_spacing"], _wrong_lines)


def _sizes(text: tuple[Paragraph, ...], layout: Layout) -> Iterator[Finding]:
    look = layout.looks["body"]
    wrong = [p for p in text if not look.allowed.holds(p.size)]
    if wrong:
        sizes = ", ".join(sorted({number(p.size) for p in wrong}))
        wanted = f"cỡ {allowed(look.allowed, '').strip()}"
        yield looks("body_size", _where(wrong), f"cỡ {sizes}", wanted, look)


def _measured(
    rule: str,
    text: tuple[Paragraph, ...],
    measure: Measure,
    wrong: Callable[[Paragraph, Measure], str],
) -> Iterator[Finding]:
    off = [p for p in text if wrong(p, measure)]
    if off:
        wanted = allowed(measure.allowed, measure.unit)
        found = wrong(off[0], measure)
        yield Finding(rule, _where(off), found, wanted, measure.legal_basis, measure.is_verified)


def _wrong_indent(paragraph: Paragraph, measure: Measure) -> str:
    found = paragraph.first_line / MM
    if paragraph.text.startswith("\t") or measure.allowed.holds(found, tolerance=_INDENT_SLACK):
        return ""
    return f"lùi đầu dòng {number(round(found, 1))} mm"


def _wrong_gap(paragraph: Paragraph, measure: Measure) -> str:
    """The room below, or else above, as most papers set one of the two for all paragraphs."""
    found = max(paragraph.after, paragraph.before)
    good = measure.allowed.holds(paragraph.after + paragraph.before, tolerance=_SLACK)
    return "" if good else f"cách đoạn {number(found)} pt"


def _wrong_lines(paragraph: Paragraph, measure: Measure) -> str:
    if paragraph.lines is not None:
        found = paragraph.lines
    else:
        found = (paragraph.exact or 0) / (paragraph.size * _SINGLE or 1)
    good = measure.allowed.holds(found, tolerance=_SLACK)
    return "" if good else f"khoảng cách dòng {number(found)}"


def _where(paragraphs: list[Paragraph]) -> str:
    more = len(paragraphs) - 1
    return f"Đoạn {shown(paragraphs[0].text)}" + (f" và {more} đoạn khác" if more else "")
