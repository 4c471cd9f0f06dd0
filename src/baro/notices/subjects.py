"""How the things that notices are about are shown; each module answers for its own.

What a user may no longer see has no answer, and is then left out: in the bell and in every mail.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.db import models

from baro.org import api as org


@dataclass(frozen=True)
class Shown:
    """A subject in the words of today, and the address of its page."""

    title: str
    href: str


Resolver = Callable[[org.User, Iterable[int]], Mapping[int, Shown]]
Subject = tuple[str, int]
_resolvers: dict[str, Resolver] = {}


def on_subject(model_label: str, resolver: Resolver) -> None:
    """Say how subjects of a model are shown: `on_subject("tasks.Task", shown_tasks)`.

    The resolver answers with only those of the keys that the user may see now.
    """
    _resolvers[model_label.lower()] = resolver


def subject_of(thing: models.Model) -> Subject:
    """Kind and key of a subject, as notices keep them."""
    return thing._meta.label_lower, int(thing.pk)


def shown_to(user: org.User, subjects: Iterable[Subject]) -> dict[Subject, Shown]:
    """Those of the subjects that the user may see now; one question for each kind of them."""
    keys: dict[str, set[int]] = defaultdict(set)
    for label, key in subjects:
        keys[label].add(key)
    return {
        (label, key): shown
        for label, wanted in keys.items()
        if label in _resolvers
        for key, shown in _resolvers[label](user, sorted(wanted)).items()
    }
