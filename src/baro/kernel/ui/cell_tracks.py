"""The coloured track of a bar of cells; a table has one in each row, so it is written at once."""

from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup, escape

from baro.kernel.ui.filters import number

# As `ui/cellbar.html` names them; those that must be told apart without colour are hatched.
CELLS = (
    ("done_on_time", "Hoàn thành đúng hạn", False),
    ("done_late", "Hoàn thành quá hạn", True),
    ("running_in_time", "Chưa xong, trong hạn", False),
    ("running_overdue", "Chưa xong, quá hạn", True),
    ("undated", "Không đặt hạn", True),
    ("paused", "Tạm dừng chờ làm rõ", True),
)


def cell_track(tally: Any, label: str) -> Markup:
    """The parts of a tally side by side, each as wide as its share, and in words for who hears."""
    told = tally.get if isinstance(tally, dict) else partial(getattr, tally)
    return _drawn(tuple(told(code) for code, _, _ in CELLS), label)


@lru_cache(4096)
def _drawn(counts: tuple[int, ...], label: str) -> Markup:
    there = [
        (code, name, count, is_hatched)
        for (code, name, is_hatched), count in zip(CELLS, counts, strict=True)
        if count
    ]
    total = sum(count for _, _, count, _ in there)
    parts, words, x = [], [], 0.0
    for code, name, count, is_hatched in there:
        share = 100 * count / total
        place = f'x="{x:.3f}%" width="{share:.3f}%" height="100%"'
        hatch = (
            f'<rect class="cellbar-hatch" fill="url(#hatch-{code})" {place}/>' if is_hatched else ""
        )
        told = number(count)
        parts.append(
            f'<g class="tone-{code}"><title>{name}: {told}</title>'
            f'<rect class="cellbar-part" {place}/>{hatch}</g>'
        )
        words.append(f"{name} {told}")
        x += share
    spoken = f"{escape(label)}: {', '.join(words) or 'chưa có'}"
    return Markup(  # noqa: S704 - names and numbers of ours, and the label is escaped
        '<svg class="cellbar-track" width="100%" height="10" role="img"'
        f' aria-label="{spoken}">{"".join(parts)}</svg>'
    )
