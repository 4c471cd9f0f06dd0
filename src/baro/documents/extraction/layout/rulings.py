"""Drawn lines made whole, and gathered to the tables that they draw."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from baro.documents.extraction.layout.placed import Ruling

NEAR = 2.5  # points by which lines of one border may miss each other
_SHORTEST = 8.0
_MOST_LINES = 1_500  # on one page; more is a drawing and no table


def joined(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Pieces of one border as one line; what stays short is no border."""
    whole: list[Ruling] = []
    for pieces in _on_one_level(rulings):
        whole += _joined(sorted(pieces, key=lambda piece: piece.start))
    return [ruling for ruling in whole if ruling.end - ruling.start >= _SHORTEST]


def _on_one_level(rulings: Iterable[Ruling]) -> Iterator[list[Ruling]]:
    """Lines at nearly the same place; a line a little askew goes through several."""
    level: list[Ruling] = []
    for ruling in sorted(rulings, key=lambda ruling: (ruling.is_upright, ruling.at)):
        if level and (
            ruling.is_upright != level[0].is_upright or ruling.at - level[0].at > 2 * NEAR
        ):
            yield level
            level = []
        level.append(ruling)
    if level:
        yield level


def _joined(pieces: list[Ruling]) -> list[Ruling]:
    middle = sum(piece.at for piece in pieces) / len(pieces)
    whole: list[Ruling] = []
    for piece in pieces:
        if whole and piece.start <= whole[-1].end + 2 * NEAR:
            whole[-1] = whole[-1]._replace(end=max(whole[-1].end, piece.end))
        else:
            whole.append(piece._replace(at=middle))
    return whole


def groups(rulings: list[Ruling]) -> list[list[Ruling]]:
    """The lines that touch each other, directly or through others."""
    if len(rulings) > _MOST_LINES:
        return []
    leaders = _Leaders(len(rulings))
    upright = [place for place, ruling in enumerate(rulings) if ruling.is_upright]
    level = [place for place, ruling in enumerate(rulings) if not ruling.is_upright]
    for one, other in product(upright, level):
        if _touch(rulings[one], rulings[other]):
            leaders.join(one, other)
    found: dict[int, list[Ruling]] = defaultdict(list)
    for place, ruling in enumerate(rulings):
        found[leaders.of(place)].append(ruling)
    return list(found.values())


class _Leaders:
    """Each line follows a line that it touches; lines with the same leader belong together."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))

    def of(self, place: int) -> int:
        while self._leader[place] != place:
            self._leader[place] = self._leader[self._leader[place]]
            place = self._leader[place]
        return place

    def join(self, one: int, other: int) -> None:
        self._leader[self.of(one)] = self.of(other)


def places(values: Iterable[float]) -> list[float]:
    """Nearly equal values as one each."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 2 * NEAR:
            kept.append(value)
    return kept


def _touch(upright: Ruling, level: Ruling) -> bool:
    return (
        level.start - NEAR <= upright.at <= level.end + NEAR
        and upright.start - NEAR <= level.at <= upright.end + NEAR
    )
