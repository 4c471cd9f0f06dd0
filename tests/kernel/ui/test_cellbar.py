import re
from dataclasses import dataclass

from django.template import engines


@dataclass(frozen=True)
class Tally:
    done_on_time: int = 0
    done_late: int = 0
    running_in_time: int = 0
    running_overdue: int = 0
    undated: int = 0
    paused: int = 0


def _render(tally: Tally, arguments: str = "") -> str:
    source = "{{ ui.cellbar(tally" + arguments + ") }}"
    return engines["jinja2"].from_string(source).render({"tally": tally})


def test_the_parts_fill_the_bar() -> None:
    page = _render(Tally(7, 3, 5, 2, 1, 1))

    widths = [
        float(one) for one in re.findall(r'cellbar-part" x="[\d.]+%" width="([\d.]+)%"', page)
    ]
    assert len(widths) == 6
    assert abs(sum(widths) - 100) < 0.01


def test_every_number_leads_to_its_rows_under_the_same_filter() -> None:
    page = _render(Tally(running_overdue=2), ", 'kernel:gallery', {'donvi': 'SNV'}")

    assert 'href="/kieu-dang/?o=running_overdue&amp;donvi=SNV"' in page


def test_no_cell_is_told_by_colour_alone() -> None:
    page = _render(Tally(1, 1, 1, 1, 1, 1))

    assert 'aria-label="Tình trạng nhiệm vụ: Hoàn thành đúng hạn 1, Hoàn thành quá hạn 1' in page
    for code in ("done_late", "running_overdue", "undated", "paused"):
        assert f"url(#hatch-{code})" in page


def test_an_empty_tally_says_so() -> None:
    assert "chưa có" in _render(Tally())
