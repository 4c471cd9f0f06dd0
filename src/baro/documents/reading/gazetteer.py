"""The units that reading may name. What is not in here is a doubt, never a guess."""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from baro.documents.reading.misspellings import BareNames
from baro.documents.reading.surface import surface
from baro.documents.reading.words import Word, words
from baro.kernel.text import nfc


@dataclass(frozen=True)
class GazetteerEntry:
    """One unit or group of units.

    An older name has `until` (the first day it no longer holds) and `successor` (a code).
    A commune is one entry of kind "commune"; its bodies are entries "<code>.UBND" and so on.
    """

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "unit"
    count: int = 1
    since: date | None = None
    until: date | None = None
    successor: str | None = None


@dataclass(frozen=True)
class LocalName:
    """A way of naming that an office taught: `phrase` stands for the units of `codes`.

    With an `issuer` (as the head of a paper names it) it holds in the papers of that body only.
    """

    phrase: str
    codes: tuple[str, ...]
    issuer: str = ""


class Found(NamedTuple):
    """An entry, and how many words its name took."""

    entry: GazetteerEntry
    length: int


class FoundLocal(NamedTuple):
    """The units a local name stands for, and how many words it took."""

    entries: tuple[GazetteerEntry, ...]
    length: int


@dataclass
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    entry: GazetteerEntry | None = None
    local: tuple[GazetteerEntry, ...] = ()


class Gazetteer:
    """Looks names up word by word, longest first; local names before all others."""

    def __init__(self, entries: Iterable[GazetteerEntry]) -> None:
        self._by_code = {entry.code: entry for entry in entries}
        self._names = _Node()
        self._places = _Node()
        self._fields = _Node()
        self._local = _Node()
        self._taught: tuple[LocalName, ...] = ()
        for entry in self._by_code.values():
            self._learn(entry)

    def __iter__(self) -> Iterator[GazetteerEntry]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def entry(self, code: str) -> GazetteerEntry | None:
        return self._by_code.get(code)

    def taught(self, names: Iterable[LocalName]) -> "Gazetteer":
        """The same names, and besides them what offices taught."""
        other = copy(self)
        other._taught = tuple(names)
        return other

    def speaking_as(self, issuer: str | None) -> "Gazetteer":
        """The names as one body uses them: its own local names hold, those of others do not."""
        if not self._taught:
            return self
        other = copy(self)
        other._local = _Node()
        meant = sorted(self._taught, key=lambda name: bool(name.issuer))
        for name in meant:
            if not name.issuer or surface(name.issuer) == surface(issuer or ""):
                entries = (self._by_code.get(code) for code in name.codes)
                known = tuple(entry for entry in entries if entry)
                if known:
                    _node_of(other._local, _spelled(name.phrase)).local = known
        return other

    def misspelt(self, words: str) -> GazetteerEntry | None:
        """The body that words without their marks end with, as in a poorly scanned head."""
        code = self._bare_names.named_last(words)
        return self._by_code.get(code) if code else None

    @cached_property
    def _bare_names(self) -> BareNames:
        return BareNames(
            (name, entry.code)
            for entry in self._by_code.values()
            if entry.kind not in {"group", "commune", "former"}
            for name in (entry.name, *entry.aliases)
        )

    def opening_words(self) -> set[str]:
        """The first words of all whole names."""
        return {*self._names.next, *self._local.next}

    def local_at(self, line: list[Word], place: int) -> FoundLocal | None:
        """A name that an office taught, longest first."""
        node, best = self._local, None
        for length in range(1, len(line) - place + 1):
            following = node.next.get(line[place + length - 1].text)
            if following is None:
                break
            node = following
            if node.local:
                best = FoundLocal(node.local, length)
        return best

    def name_at(self, line: list[Word], place: int) -> Found | None:
        """A whole name: "Sở Nội vụ", "UBND thành phố", "các sở, ban, ngành"."""
        return _longest(self._names, line, place)

    def place_at(self, line: list[Word], place: int) -> Found | None:
        """A commune without "xã" or "phường" before it: "Gia Lâm"."""
        return _longest(self._places, line, place)

    def field_at(self, line: list[Word], place: int) -> Found | None:
        """A department without "Sở" before it, as in "các Sở: Xây dựng, Tài chính"."""
        return _longest(self._fields, line, place)

    def _learn(self, entry: GazetteerEntry) -> None:
        if entry.kind == "commune-body":
            return  # reached through the body's word and the commune: "UBND phường Cửa Nam"
        for name in (entry.name, *entry.aliases):
            spelled = _spelled(name)
            if entry.kind == "commune":
                bare = spelled[1:] if spelled[0] in {"xã", "phường"} else spelled
                _teach(self._places, bare, entry)
                continue
            _teach(self._names, spelled, entry)
            if spelled[0] == "sở" and len(spelled) > 1:
                _teach(self._fields, spelled[1:], entry)


def _spelled(name: str) -> list[str]:
    return [word.text for word in words(surface(nfc(name)))]


def _node_of(root: _Node, spelled: list[str]) -> _Node:
    node = root
    for word in spelled:
        node = node.next.setdefault(word, _Node())
    return node


def _teach(root: _Node, spelled: list[str], entry: GazetteerEntry) -> None:
    for variant in (spelled, [word for word in spelled if word not in {"-", "."}]):
        node = _node_of(root, variant)
        if node.entry is None or node.entry.successor:
            node.entry = entry


def _longest(root: _Node, line: list[Word], place: int) -> Found | None:
    node, best = root, None
    for length in range(1, len(line) - place + 1):
        following = node.next.get(line[place + length - 1].text)
        if following is None:
            break
        node = following
        if node.entry:
            best = Found(node.entry, length)
    return best
