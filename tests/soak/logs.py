"""What the processes of a city wrote while they ran, kept and shown when a proof fails."""

import re
import shutil
from collections import Counter
from pathlib import Path

from tests.config.city import City

from baro.config.home import data_home

_LINE = re.compile(r"^(?=\d\d:\d\d:\d\d \[)", re.MULTILINE)
_MOMENT = re.compile(r"^\S+ ")
_FIGURES = re.compile(r"\d+|0x[0-9a-f]+")


def kept_log(city: City) -> Path:
    """A copy beside the test's own database, where the next run does not take it away."""
    kept = data_home() / f"soak-{city.log.stat().st_mtime_ns}.log"
    shutil.copy(city.log, kept)
    return kept


def errors_told(text: str) -> str:
    """Each traceback once, with how often it came; what differs in numbers alone is the same."""
    found: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for entry in _LINE.split(text):
        if "Traceback (most recent call last)" in entry:
            same = _FIGURES.sub("0", _MOMENT.sub("", entry))
            found[same] += 1
            shown.setdefault(same, entry)
    return "\n".join(f"{found[same]} times:\n{entry}" for same, entry in shown.items())
