"""What a text read again changes in the tasks that were already given from it; pure.

Old and new are paired by their words, and by who leads; what differs in a pair is a change.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from baro.kernel.text import fold

_ALIKE = 0.6  # of the words, where the same bodies lead; others need more
_ALIKE_WITH_OTHER_LEADS = 0.75


@dataclass(frozen=True)
class Wording:
    """One task as a text words it; `key` finds it again."""

    key: str
    words: str
    leads: frozenset[str]
    due_on: date | None = None


@dataclass(frozen=True)
class Pair:
    """An old task and what the new text makes of it; one side is empty where it is alone."""

    old: Wording | None
    new: Wording | None

    @property
    def is_removed(self) -> bool:
        return self.new is None

    @property
    def differences(self) -> tuple[str, ...]:
        """The fields in which the two differ."""
        if self.old is None or self.new is None:
            return ()
        same = {
            "lead": self.old.leads == self.new.leads,
            "due": self.old.due_on == self.new.due_on,
            "words": _plain(self.old.words) == _plain(self.new.words),
        }
        return tuple(name for name, is_same in same.items() if not is_same)


def pairs_of(old: Sequence[Wording], new: Sequence[Wording]) -> list[Pair]:
    """Each old and each new task once: the most alike together, in the order of the new text."""
    partner: dict[str, Wording] = {}
    taken: set[str] = set()
    for _, before, after in sorted(_likely(old, new), key=lambda found: -found[0]):
        if after.key not in partner and before.key not in taken:
            partner[after.key] = before
            taken.add(before.key)
    following = [Pair(partner.get(after.key), after) for after in new]
    return following + [Pair(before, None) for before in old if before.key not in taken]


@dataclass(frozen=True)
class Stretch:
    """Some words of a text; `is_other` where the other text does not have them."""

    words: str
    is_other: bool


def set_apart(old: str, new: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Two wordings of one task, cut where they differ."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    left, right = [], []
    for act, i, j, k, m in matcher.get_opcodes():
        left.append(Stretch(" ".join(before[i:j]), act != "equal"))
        right.append(Stretch(" ".join(after[k:m]), act != "equal"))
    return _with_words(left), _with_words(right)


def _with_words(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    return tuple(stretch for stretch in stretches if stretch.words)


def _likely(
    old: Sequence[Wording], new: Sequence[Wording]
) -> Iterable[tuple[float, Wording, Wording]]:
    for before in old:
        # Of the two, the matcher prepares the second once for all comparisons.
        matcher = SequenceMatcher(None, "", _plain(before.words), autojunk=False)
        for after in new:
            same_leads = bool(before.leads & after.leads)
            needed = _ALIKE if same_leads else _ALIKE_WITH_OTHER_LEADS
            matcher.set_seq1(_plain(after.words))
            if matcher.real_quick_ratio() < needed or matcher.quick_ratio() < needed:
                continue
            alike = matcher.ratio()
            if alike >= needed:
                yield alike + (0.1 if same_leads else 0.0), before, after


def _plain(words: str) -> str:
    return " ".join(fold(words).split()).strip(" .;,")
