import re
from pathlib import Path

import pytest
from tests.architecture.source import SRC

FORBIDDEN = {
    "inline script": re.compile(r"<script(?![^>]*(\bsrc=|type=\"application/json\"))[^>]*>", re.I),
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.I),
    "handler attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.I),
    "htmx code": re.compile(r"\shx-(on|vals\s*=\s*[\"']js:)", re.I),
    "asset from elsewhere": re.compile(
        r"<(script|link|img|iframe|source)\b[^>]*(src|href)\s*=\s*[\"'](https?:)?//", re.I
    ),
}
# A letter is read in a mail program, which knows no style sheet of ours and no policy either.
TEMPLATES = sorted(path for path in SRC.rglob("templates/**/*.html") if path.parent.name != "mail")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(SRC).as_posix())
def test_a_template_keeps_to_the_content_security_policy(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert [name for name, pattern in FORBIDDEN.items() if pattern.search(text)] == []
