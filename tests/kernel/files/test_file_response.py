from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kernel.files.samples import PDF, zip_of

from baro.kernel.files import api as files


@pytest.mark.django_db
def test_a_file_goes_out_as_an_attachment_that_no_browser_runs(noon: datetime) -> None:
    polyglot = PDF + b"<script>alert(1)</script>" + zip_of({"a.txt": b"x"})
    stored = files.store_file(polyglot, name="a.pdf", at=noon)

    response = files.file_response(stored, name="../Kế hoạch\u202efdp.exe\r\nX: 1.pdf")

    assert b"".join(response.streaming_content) == polyglot  # type: ignore[arg-type]
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''K%E1%BA%BF")
    assert "202e" not in response["Content-Disposition"].lower()
    assert int(response["Content-Length"]) == stored.size
    response.close()


@pytest.mark.parametrize(
    ("given_name", "safe"),
    [
        ("Báo cáo tháng 3.docx", "Báo cáo tháng 3.docx"),
        ("Ba\u0301o ca\u0301o.docx", "Báo cáo.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\an\\a.pdf", "a.pdf"),
        ("hoa\u202efdp.exe", "hoafdp.exe"),
        ("a\x00b\r\n.txt", "ab.txt"),
        ("a<b>|?.txt", "a-b---.txt"),
        ("con.txt", "tep-con.txt"),
        ("...", "tep"),
        ("", "tep"),
        ("a" * 300 + ".docx", "a" * 145 + ".docx"),
    ],
)
def test_a_name_keeps_its_words_and_loses_its_tricks(given_name: str, safe: str) -> None:
    assert files.safe_name(given_name) == safe


@given(st.text(max_size=400))
def test_any_name_becomes_a_short_visible_one(name: str) -> None:
    safe = files.safe_name(name)

    assert 0 < len(safe) <= 160
    assert not set(safe) & set('/\\\r\n\x00"')
    assert files.safe_name(safe) == safe
