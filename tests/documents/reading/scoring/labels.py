"""The labelled texts as they lie on disk, with their label files made even.

Older label files name a task by its clause, newer ones by words of the text. "decomposed unicode"
among the difficulties means that the text is handed to the reader decomposed; the files themselves
are stored composed, as all our files are.
"""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent.parent
PARTS = {"open": HERE / "texts", "held back": HERE / "held_back"}
KINDS = (
    "notice-state",
    "notice-party",
    "letter",
    "plan-list",
    "plan-table",
    "directive",
    "telegram",
    "resolution",
    "ward-notice",
    "minutes",
    "press",
)


@dataclass(frozen=True)
class LabelledText:
    """One text and what a specialist would enter from it."""

    name: str
    text: str
    kind: str
    tasks: tuple[dict[str, Any], ...]
    difficulties: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    head: dict[str, Any] | None = None
    is_exact: bool = False


def labelled_texts(folder: Path, wanted: Iterable[str] = ()) -> list[LabelledText]:
    """All texts of a folder, or those whose name begins with one of `wanted`."""
    starts = tuple(wanted)
    return [
        labelled_text(path)
        for path in sorted(folder.glob("*.txt"))
        if not starts or path.stem.startswith(starts)
    ]


def labelled_text(path: Path) -> LabelledText:
    label = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    text = path.read_text(encoding="utf-8")
    if "decomposed unicode" in label.get("difficulties", ()):
        text = unicodedata.normalize("NFD", text)
    return LabelledText(
        name=path.stem,
        text=text,
        kind=label.get("kind", "unknown"),
        tasks=tuple(label["tasks"]),
        difficulties=tuple(label.get("difficulties", ())),
        quiet=tuple(label.get("quiet", ())),
        head=label.get("head"),
        is_exact=bool(label.get("exact")),
    )
