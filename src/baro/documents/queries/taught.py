"""What offices taught the reader, and what one more phrase would change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, zip_longest

from django.db.models import Q, QuerySet

from baro.documents import policies, reading
from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.models import Document, LocalName, LocalWord, Taught
from baro.documents.queries.units import registering_units
from baro.documents.reading.surface import surface
from baro.documents.reading.words import words
from baro.kernel.calendar.api import working_calendar
from baro.kernel.text import nfc
from baro.org import api as org

Phrase = reading.LocalName | reading.LocalWord
_LOOKED_AT = 100


@dataclass(frozen=True)
class Lore:
    """What was taught to those who read for one unit."""

    names: tuple[reading.LocalName, ...] = ()
    words: tuple[reading.LocalWord, ...] = ()

    def read(self, text: str, issued_on: date | None) -> reading.Reading:
        """What the text says, by the city's calendar and these words. Writes nothing."""
        return reading.read(
            text,
            gazetteer=built_in_gazetteer().taught(self.names),
            issued_on=issued_on,
            calendar=working_calendar(),
            words=self.words,
        )

    def knowing(self, one_more: Phrase) -> "Lore":
        if isinstance(one_more, reading.LocalWord):
            return replace(self, words=(*self.words, one_more))
        return replace(self, names=(*self.names, one_more))


@dataclass(frozen=True)
class ChangedTask:
    """One task of one paper as it is read before and after; None where it is no task."""

    document: Document
    before: reading.DraftTask | None
    after: reading.DraftTask | None

    @property
    def title(self) -> str:
        shown = self.after or self.before
        return shown.title if shown else ""


@dataclass(frozen=True)
class Effect:
    """What one more phrase changes in the papers that have it; `looked_at` is how many."""

    looked_at: int
    changed: tuple[ChangedTask, ...]

    @property
    def documents(self) -> int:
        return len({task.document.pk for task in self.changed})


def phrase_key(phrase: str) -> str:
    """The words as the reader compares them."""
    return " ".join(word.text for word in words(surface(nfc(phrase))))


def lore_of(unit: org.Unit | None) -> Lore:
    """All that one unit reads by, besides what the reader knows by itself."""
    return _lore(unit.pk if unit else None)


def _lore(unit_id: int | None) -> Lore:
    names = LocalName.objects.known_to(unit_id).order_by("pk")
    others = LocalWord.objects.known_to(unit_id).order_by("pk")
    return Lore(tuple(name.spoken() for name in names), tuple(word.spoken() for word in others))


def effect_of(one_more: Phrase, *, owner_unit: org.Unit | None, seen_by: org.User) -> Effect:
    """How the latest papers that have the phrase would be read with it. Writes nothing."""
    papers = Document.objects.visible_to(seen_by).filter(text__icontains=one_more.phrase)
    if owner_unit:
        papers = papers.filter(owner_unit=owner_unit)
    looked_at = list(papers.order_by("-pk")[:_LOOKED_AT])
    known = {unit: _lore(unit) for unit in {paper.owner_unit_id for paper in looked_at}}
    changed = [
        task
        for paper in looked_at
        for task in _changed_in(
            paper, known[paper.owner_unit_id], known[paper.owner_unit_id].knowing(one_more)
        )
    ]
    return Effect(len(looked_at), tuple(changed))


def _changed_in(paper: Document, now: Lore, then: Lore) -> Iterator[ChangedTask]:
    before = now.read(paper.text, paper.issued_on).tasks
    after = then.read(paper.text, paper.issued_on).tasks
    for old, new in _pairs(before, after):
        if _told(old) != _told(new):
            yield ChangedTask(paper, old, new)


def _pairs(
    before: Iterable[reading.DraftTask], after: Iterable[reading.DraftTask]
) -> Iterator[tuple[reading.DraftTask | None, reading.DraftTask | None]]:
    """Tasks that begin at one place; what is left of a clause in its order."""
    old, new = ({task.start: task for task in tasks} for tasks in (before, after))
    for place in sorted({*old} & {*new}):
        yield old[place], new[place]
    left = [*(old[at] for at in old if at not in new)], [*(new[at] for at in new if at not in old)]
    gone, come = (
        {clause: [*tasks] for clause, tasks in groupby(side, lambda task: task.clause)}
        for side in left
    )
    for clause in dict.fromkeys([*gone, *come]):
        yield from zip_longest(gone.get(clause, []), come.get(clause, []))


def _told(task: reading.DraftTask | None) -> tuple[object, ...] | None:
    return (task.lead, task.product, task.due) if task else None


@dataclass(frozen=True)
class TaughtShown:
    """One taught phrase with the names of its units, and whether the viewer may take it away."""

    phrase: Taught
    units: tuple[str, ...]
    kind: str
    removal: str
    may_forget: bool


def visible_names(user: org.User, *, on: date) -> QuerySet[LocalName]:
    """Those of the registers that the user keeps, and those of the whole city."""
    return LocalName.objects.holding().filter(_near(user, on))


def visible_words(user: org.User, *, on: date) -> QuerySet[LocalWord]:
    return LocalWord.objects.holding().filter(_near(user, on))


def _near(user: org.User, on: date) -> Q:
    return Q(owner_unit__in=registering_units(user, on=on)) | Q(owner_unit__isnull=True)


def taught_seen(user: org.User, *, on: date) -> list[TaughtShown]:
    """What the user sees of all that was taught, as the page shows it."""
    along = ("owner_unit", "document", "taught_by__person")
    names = list(visible_names(user, on=on).select_related(*along))
    others = list(visible_words(user, on=on).select_related(*along))
    units = org.names_of_codes(code for name in names for code in name.codes)

    def may_forget(row: Taught) -> bool:
        return policies.can_teach(user, row.owner_unit, on=on)

    shown = [
        TaughtShown(
            name,
            tuple(units.get(code, code) for code in name.codes),
            "Tên gọi đơn vị",
            "documents:local-name-removal",
            may_forget(name),
        )
        for name in names
    ]
    shown += [
        TaughtShown(
            word,
            (),
            word.get_kind_display(),
            "documents:local-word-removal",
            may_forget(word),
        )
        for word in others
    ]
    return sorted(shown, key=lambda row: row.phrase.phrase_key)
