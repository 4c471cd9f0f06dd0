"""The measurements as a table for people and as a file for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from baro.config.bench.peers import GIVEN, GIVEN_AS, TARGETS
from baro.kernel.ui.filters import number

FILE = Path("build") / "bench.json"
_IN_FILE = ("name", "items", "p50_ms", "p95_ms", "floor_ms", "ratio", "queries", "rows")
_MOST_ON_THE_WIRE = 100_000
_SMALL, _LARGE = 200_000, 2_000_000


def write_file(figures: Sequence[Mapping[str, Any]]) -> None:
    FILE.parent.mkdir(exist_ok=True)
    rows = [{key: figure[key] for key in _IN_FILE} for figure in figures]
    FILE.write_text(json.dumps(rows, indent=1) + "\n")


def table(items: int, figures: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield f"\n{number(items)} việc; mili giây, từng yêu cầu một"
    yield (
        f"{'tên':<22}{'p50':>9}{'p95':>9}{'sàn SQL':>9}{'sàn web':>9}{'tỷ lệ':>7}{'truy vấn':>9}"
        f"{'dòng':>7}{'byte':>9}{'đích':>7}{'máy khác*':>10}"
    )
    for figure in figures:
        given = GIVEN.get((figure["name"], items))
        target = TARGETS.get(figure["name"])
        yield (
            f"{figure['name']:<22}{figure['p50_ms']:>9.1f}{figure['p95_ms']:>9.1f}"
            f"{figure['sql_ms']:>9.2f}{figure['bare_ms']:>9.2f}{figure['ratio']:>7.1f}"
            f"{figure['queries']:>9}{figure['rows']:>7}{figure['wire']:>9}"
            f"{target or '':>7}{given or '':>10}"
        )
    yield f"* {GIVEN_AS}"
    heavy = [
        figure["name"]
        for figure in figures
        if figure["wire"] > _MOST_ON_THE_WIRE and not figure["name"].startswith("export")
    ]
    if heavy:
        yield f"Nặng hơn {number(_MOST_ON_THE_WIRE)} byte trên đường truyền: {', '.join(heavy)}."


def rush_table(items: int, rushes: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Beside the peer's given time: two cores of it can answer two requests in that time."""
    yield f"\n{number(items)} việc; tám người cùng hỏi"
    for rush in rushes:
        given = GIVEN.get((rush["name"], items))
        most = 2000 / given if given else None
        beside = (
            f"   {rush['per_second'] / most:>6.0f} lần {most:.1f} mỗi giây, "
            "nhiều nhất mà hai lõi của máy khác* đạt được"
            if most
            else ""
        )
        yield f"{rush['name']:<22}{rush['per_second']:>9.1f} mỗi giây{beside}"


def growth(figures: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    times = {(figure["name"], figure["items"]): figure["p50_ms"] for figure in figures}
    pairs = [
        (name, small, times[name, _LARGE])
        for (name, items), small in times.items()
        if items == _SMALL and (name, _LARGE) in times
    ]
    if pairs:
        yield f"\nTừ {number(_SMALL)} đến {number(_LARGE)} việc"
    for name, small, large in pairs:
        yield f"{name:<22}{small:>9.1f}{large:>9.1f}{large / small:>7.2f} lần"
