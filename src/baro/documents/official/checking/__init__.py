"""Checks a Word file from outside against the layout rules: what is off, and by which law.

Reads only; what Word shows but does not say (a floating stroke, a picture of a seal) is left alone.
"""

from datetime import date

from baro.documents.official.checking.body import body_findings
from baro.documents.official.checking.ending import ending_findings
from baro.documents.official.checking.findings import Finding
from baro.documents.official.checking.fonts import font_findings
from baro.documents.official.checking.head import head_findings
from baro.documents.official.checking.numbers import number_findings
from baro.documents.official.checking.pages import page_findings
from baro.documents.official.checking.regions import regions_of
from baro.documents.official.checking.title import title_findings
from baro.documents.official.checking.word_file import NotAWordFile, opened
from baro.documents.official.layout import Branch, layout_of

__all__ = ["Finding", "NotAWordFile", "branch_of", "check_layout"]

_CHECKS = (
    page_findings,
    font_findings,
    head_findings,
    number_findings,
    title_findings,
    body_findings,
    ending_findings,
)


def check_layout(content: bytes, *, on: date | None = None) -> list[Finding]:
    """Everything that differs from the rules of the paper's branch, from top to bottom."""
    word = opened(content)
    regions = regions_of(word)
    layout = layout_of(regions.branch, on=on)
    return [finding for check in _CHECKS for finding in check(word, regions, layout)]


def branch_of(content: bytes) -> Branch:
    """Whose rules the paper is held against: the Party's when its head names the Party."""
    return regions_of(opened(content)).branch
