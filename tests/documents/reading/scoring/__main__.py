"""`make bench-reading`: how well and how fast the labelled texts are read, open and held back.

`MISSES=1` lists what went wrong in the open part. The held-back part never lists its misses: it
tells how the reader does on papers it was not built on, and one look at them would end that. What
its misses have in common is told by `DIFFICULTIES=1`: both parts by difficulty instead of by kind.
`TEXTS="22 23"` measures only these open texts. `FLOORS=1` writes the present totals of the open
part to floors.json, which the guard test holds.
"""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.documents.reading.scoring import tables
from tests.documents.reading.scoring.floors import commit_floors
from tests.documents.reading.scoring.labels import PARTS
from tests.documents.reading.scoring.measure import Part, measured_part
from tests.documents.reading.scoring.timing import Times, times

_RESULT = Path("build/bench-reading.json")


def main(arguments: list[str]) -> int:
    flags = {argument for argument in arguments if argument.startswith("--")}
    wanted = tuple(argument for argument in arguments if argument not in flags)
    parts = {name: measured_part(folder, wanted) for name, folder in _folders(wanted).items()}
    for name, part in parts.items():
        _say(*tables.part_table(name, part, by_difficulty="--difficulties" in flags), "")
    if "--misses" in flags:
        for text in parts["open"].texts:
            _say(text.labelled.name, *tables.misses(text))
    if not wanted:
        _conclude(parts, commits="--floors" in flags)
    return 1 if any(part.faults for part in parts.values()) else 0


def _folders(wanted: tuple[str, ...]) -> dict[str, Path]:
    """Single texts can be asked for only in the open part."""
    return {"open": PARTS["open"]} if wanted else PARTS


def _conclude(parts: dict[str, Part], *, commits: bool) -> None:
    taken = times([text.labelled for text in parts["open"].texts])
    _say(tables.times_line(taken))
    _RESULT.parent.mkdir(exist_ok=True)
    result = json.dumps(_as_data(parts, taken), ensure_ascii=False, indent=1)
    _RESULT.write_text(result + "\n", encoding="utf-8")
    if commits:
        commit_floors(parts["open"].total)


def _as_data(parts: dict[str, Part], taken: Times) -> dict[str, Any]:
    return {
        "times": asdict(taken) | {"ratio": taken.ratio},
        "parts": {
            name: {
                "ms_per_page": part.ms_per_page,
                "total": part.total.as_data(),
                "kinds": {kind: score.as_data() for kind, score in part.by_kind.items()},
            }
            for name, part in parts.items()
        },
    }


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
