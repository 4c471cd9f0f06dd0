"""The lines that are drawn on a PDF page, as strokes or as thin filled boxes."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

from baro.documents.extraction.layout.placed import Ruling
from baro.documents.extraction.pdf.chars import Point, Turn

_THIN = 3.0  # points; a filled box of more is a shade and no line
_STRAIGHT = 0.8
_MOST_OBJECTS = 20_000
_DEEPEST_FORM = 3
Matrix = tuple[float, float, float, float, float, float]
_AS_IT_IS: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def rulings_of(page: Any, turn: Turn) -> Iterator[Ruling]:  # objects of PDFium carry no types
    count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    for place in range(count):
        yield from _rulings(raw.FPDFPage_GetObject(page, place), _AS_IT_IS, turn, depth=0)


def _rulings(item: Any, around: Matrix, turn: Turn, *, depth: int) -> Iterator[Ruling]:
    kind = raw.FPDFPageObj_GetType(item)
    if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
        inner = _times(_matrix(item), around)
        for place in range(min(raw.FPDFFormObj_CountObjects(item), _MOST_OBJECTS)):
            yield from _rulings(
                raw.FPDFFormObj_GetObject(item, place), inner, turn, depth=depth + 1
            )
    elif kind == raw.FPDF_PAGEOBJ_PATH:
        matrix = _times(_matrix(item), around)
        paths = [[turn(*_moved(point, matrix)) for point in path] for path in _paths(item)]
        is_stroked = _is_stroked(item)
        for path in paths:
            yield from _strokes(path) if is_stroked else _thin_box(path)


def _strokes(path: list[Point]) -> Iterator[Ruling]:
    for (x1, y1), (x2, y2) in pairwise(path):
        if abs(x1 - x2) <= _STRAIGHT and abs(y1 - y2) > _STRAIGHT:
            yield Ruling(True, (x1 + x2) / 2, min(y1, y2), max(y1, y2))  # noqa: FBT003
        elif abs(y1 - y2) <= _STRAIGHT and abs(x1 - x2) > _STRAIGHT:
            yield Ruling(False, (y1 + y2) / 2, min(x1, x2), max(x1, x2))  # noqa: FBT003


def _thin_box(path: list[Point]) -> Iterator[Ruling]:
    if len(path) < 2:
        return
    left, right = min(x for x, _ in path), max(x for x, _ in path)
    top, bottom = min(y for _, y in path), max(y for _, y in path)
    if right - left <= _THIN and bottom - top > _THIN:
        yield Ruling(True, (left + right) / 2, top, bottom)  # noqa: FBT003
    elif bottom - top <= _THIN and right - left > _THIN:
        yield Ruling(False, (top + bottom) / 2, left, right)  # noqa: FBT003


def _paths(item: Any) -> list[list[Point]]:
    """Each stretch drawn without lifting the pen; curves count by their ends."""
    paths: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for place in range(min(raw.FPDFPath_CountSegments(item), _MOST_OBJECTS)):
        segment = raw.FPDFPath_GetPathSegment(item, place)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if not paths or raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            paths.append([])
        paths[-1].append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            paths[-1].append(paths[-1][0])
    return paths


def _is_stroked(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    return bool(stroke.value)


def _matrix(item: Any) -> Matrix:
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        *(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s),
        *(e * p + f * r + t, e * q + f * s + u),
    )


def _moved(point: Point, matrix: Matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f
