"""How the width of a table is shared out among its columns."""

from collections.abc import Sequence
from dataclasses import replace

from baro.documents.official import metrics
from baro.documents.official.body import Table
from baro.documents.official.layout import Look

PADDING = 5.0  # points between a stroke and the words, on each side
_SHORT = 12


def column_widths(table: Table, look: Look, most: float) -> list[float]:
    """Each column gets room for its longest word; the rest goes to those with more to say."""
    columns = list(zip(table.head, *table.plain_rows, strict=True))
    least = [
        _widest([word for cell in column[1:] for word in cell.split()], column[0].split(), look)
        for column in columns
    ]
    wished = [_widest(column[1:], column[0].split(), look) for column in columns]
    if sum(wished) <= most:
        return [width * most / sum(wished) for width in wished]
    rest = max(most - sum(least), 0.0)
    wants = [(wish - room) ** 0.5 for wish, room in zip(wished, least, strict=True)]
    each = rest / sum(wants) if any(wants) else 0.0
    wide = [room + each * want for room, want in zip(least, wants, strict=True)]
    return [width * most / sum(wide) for width in wide]


def _widest(texts: Sequence[str], head: Sequence[str], look: Look) -> float:
    bold = replace(look, bold=True)
    widths = [metrics.width(text, look) for text in texts]
    widths += [metrics.width(word, bold) for word in head]
    return max(widths, default=0.0) + 2 * PADDING + 1


def is_short(table: Table, column: int) -> bool:
    """Numbers, days, marks: their cells are centred."""
    return all(len(row[column]) <= _SHORT and " " not in row[column] for row in table.plain_rows)
