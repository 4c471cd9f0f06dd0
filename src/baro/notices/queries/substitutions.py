"""Substitutions as notices show them: who holds which post, or stands in it, is open to all."""

from collections.abc import Iterable, Mapping

from django.urls import reverse

from baro.notices.subjects import Shown
from baro.org import api as org


def shown_substitutions(user: org.User, ids: Iterable[int]) -> Mapping[int, Shown]:
    """By their keys, each with the page of who is away."""
    found = org.Substitution.objects.filter(pk__in=ids).select_related("giver", "substitute")
    return {
        one.pk: Shown(f"Làm thay: {one}", reverse("org:person", args=[one.giver_id]))
        for one in found
    }
