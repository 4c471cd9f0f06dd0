"""The names that offices taught, and what one more of them would change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from baro.documents import policies, reading
from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.models import Document, LocalName
from baro.documents.queries.units import registering_units
from baro.documents.reading.surface import surface
from baro.documents.reading.words import words
from baro.kernel.calendar.api import working_calendar
from baro.kernel.text import nfc
from baro.org import api as org

_LOOKED_AT = 100


@dataclass(frozen=True)
class ChangedTask:
    """One task of one paper, with who would lead it before and after."""

    document: Document
    clause: str
    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class NameEffect:
    """What one more name changes in the papers that have its words; `looked_at` is how many."""

    looked_at: int
    changed: tuple[ChangedTask, ...]

    @property
    def documents(self) -> int:
        return len({task.document.pk for task in self.changed})


def phrase_key(phrase: str) -> str:
    """The words as the reader compares them."""
    return " ".join(word.text for word in words(surface(nfc(phrase))))


def gazetteer_of(unit: org.Unit | None) -> reading.Gazetteer:
    """All names as one unit reads them: the built-in ones and those that were taught."""
    return built_in_gazetteer().taught(_names_known_to(unit.pk if unit else None))


def _names_known_to(unit_id: int | None) -> list[reading.LocalName]:
    return [name.spoken() for name in LocalName.objects.known_to(unit_id).order_by("pk")]


def effect_of_name(
    name: reading.LocalName, *, owner_unit: org.Unit | None, seen_by: org.User
) -> NameEffect:
    """How the latest papers that have the words of `name` would be read with it. Writes nothing."""
    papers = Document.objects.visible_to(seen_by).filter(text__icontains=name.phrase)
    if owner_unit:
        papers = papers.filter(owner_unit=owner_unit)
    looked_at = list(papers.order_by("-pk")[:_LOOKED_AT])
    known = {unit: _names_known_to(unit) for unit in {paper.owner_unit_id for paper in looked_at}}
    changed = [
        task for paper in looked_at for task in _changed_in(paper, known[paper.owner_unit_id], name)
    ]
    return NameEffect(len(looked_at), tuple(changed))


def _changed_in(
    paper: Document, known: Sequence[reading.LocalName], name: reading.LocalName
) -> Iterable[ChangedTask]:
    before, after = _tasks(paper, known), _tasks(paper, [*known, name])
    for place in sorted({*before, *after}):
        old, new = before.get(place), after.get(place)
        shown = new or old
        if shown and _leads(old) != _leads(new):
            yield ChangedTask(paper, shown.clause, shown.title, _leads(old), _leads(new))


def _tasks(paper: Document, names: Iterable[reading.LocalName]) -> dict[int, reading.DraftTask]:
    result = reading.read(
        paper.text,
        gazetteer=built_in_gazetteer().taught(names),
        issued_on=paper.issued_on,
        calendar=working_calendar(),
    )
    return {task.start: task for task in result.tasks}


def _leads(task: reading.DraftTask | None) -> tuple[str, ...]:
    return tuple(unit.name for unit in task.lead) if task else ()


@dataclass(frozen=True)
class NameShown:
    """One taught name with the names of its units, and whether the viewer may take it away."""

    name: LocalName
    units: tuple[str, ...]
    may_forget: bool


def visible_names(user: org.User, *, on: date) -> QuerySet[LocalName]:
    """Those of the registers that the user keeps, and those of the whole city."""
    units = registering_units(user, on=on)
    return LocalName.objects.holding().filter(Q(owner_unit__in=units) | Q(owner_unit__isnull=True))


def names_seen(user: org.User, *, on: date) -> list[NameShown]:
    """The names that the user sees, as the page shows them."""
    names = list(
        visible_names(user, on=on).select_related("owner_unit", "document", "taught_by__person")
    )
    shown = org.names_of_codes(code for name in names for code in name.codes)
    return [
        NameShown(
            name,
            tuple(shown.get(code, code) for code in name.codes),
            policies.can_teach_name(user, name.owner_unit, on=on),
        )
        for name in names
    ]
