"""The committed floors of the open part: what the totals may not fall below."""

import json
from pathlib import Path

from tests.documents.reading.scoring.labels import HERE
from tests.documents.reading.scoring.scores import Score

FLOORS = HERE / "floors.json"
_ASKED = ("lead", "cooperating", "deadline", "recurrence", "product")


def standing(score: Score) -> dict[str, float]:
    """What is compared; `invented` is a ceiling, everything else a floor. To one decimal."""
    shares = {question: score.percent(question) for question in _ASKED}
    measured = {"found": score.found_percent, "invented": score.invented_per_100, **shares}
    return {name: round(value or 0.0, 1) for name, value in measured.items()}


def fallen(score: Score, floors: dict[str, float]) -> list[str]:
    """Each total that has fallen, as "name: now, floor"."""
    now = standing(score)
    return [
        f"{name}: {now[name]} now, {floor} committed"
        for name, floor in floors.items()
        if (now[name] > floor if name == "invented" else now[name] < floor)
    ]


def committed_floors(path: Path = FLOORS) -> dict[str, float]:
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def commit_floors(score: Score, path: Path = FLOORS) -> None:
    path.write_text(json.dumps(standing(score), indent=2) + "\n", encoding="utf-8")
