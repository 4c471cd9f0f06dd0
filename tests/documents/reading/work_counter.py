"""Counts the work of reading without a clock: calls made, and characters that rules look at."""

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any
from unittest.mock import patch

_COMPILE = re.compile
_OURS = ("baro.documents.reading", "baro.documents.gazetteer")


class WorkCounter:
    """A reading of its own, in which every rule adds up the characters it was sent over.

    A rule that is tried at one place counts what it took; one that searches counts all it passed.
    """

    def __init__(self) -> None:
        self.work = 0
        with self._own_modules():
            self._read = importlib.import_module("baro.documents.reading").read
            gazetteer = importlib.import_module("baro.documents.gazetteer")
            self._gazetteer = gazetteer.built_in_gazetteer()

    def of(self, text: str) -> int:
        self.work = 0
        sys.setprofile(self._see_call)
        try:
            self._read(text, gazetteer=self._gazetteer)
        finally:
            sys.setprofile(None)
        return self.work

    def _see_call(self, frame: FrameType, event: str, argument: Any) -> None:
        self.work += event in {"call", "c_call"}

    @contextmanager
    def _own_modules(self) -> Iterator[None]:
        others = {
            name: module for name, module in sys.modules.items() if not name.startswith(_OURS)
        }
        with (
            patch.dict(sys.modules, others, clear=True),
            patch.object(re, "compile", self._compiled),
        ):
            yield

    def _compiled(self, pattern: Any, flags: int = 0) -> Any:
        return _Rule(_COMPILE(pattern, flags), self)


class _Rule:
    """A compiled rule that tells the counter how far it looked."""

    def __init__(self, rule: re.Pattern[str], counter: WorkCounter) -> None:
        self._rule, self._counter = rule, counter
        self.match = self._anchored(rule.match)
        self.fullmatch = self._anchored(rule.fullmatch)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rule, name)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        found = self._rule.search(text, pos, endpos)
        self._counter.work += max(0, (found.end() if found else min(endpos, len(text))) - pos)
        return found

    def finditer(
        self, text: str, pos: int = 0, endpos: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        self._counter.work += max(0, min(endpos, len(text)) - pos)
        return self._rule.finditer(text, pos, endpos)

    def _anchored(
        self, method: Callable[..., re.Match[str] | None]
    ) -> Callable[..., re.Match[str] | None]:
        def counted(text: str, *places: int) -> re.Match[str] | None:
            found = method(text, *places)
            self._counter.work += found.end() - found.start() if found else 1
            return found

        return counted
