import unicodedata

from tests.architecture.source import ROOT

# Labelled texts nobody opens stay byte for byte as they came; some came decomposed.
AS_THEY_CAME = ROOT / "tests" / "documents" / "reading" / "held_back"
ENDINGS = {".py", ".html", ".css", ".js", ".md", ".csv", ".txt", ".toml", ".json"}


def test_source_text_is_composed() -> None:
    """Decomposed letters look the same and are never found by a search."""
    decomposed = [
        path.relative_to(ROOT).as_posix()
        for folder in ("src", "tests", "docs")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in ENDINGS and path.is_file() and path.parent != AS_THEY_CAME
        if not unicodedata.is_normalized("NFC", path.read_text(encoding="utf-8"))
    ]
    assert not decomposed, "\n".join(decomposed)
