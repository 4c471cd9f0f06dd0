"""Finding objects by words. Who may see them is asked by the caller's own `visible_to`."""

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import models
from django.db.models import F

from baro.kernel.search.models import SearchEntry
from baro.kernel.search.words import question_text


def matching(model: type[models.Model], query: str) -> models.QuerySet[Any, Any]:
    """Ids of the objects of `model` that match, best first; for `filter(pk__in=…)`.

    Never fails, whatever is typed; a query without any word matches nothing.
    """
    question = question_text(query)
    if not question:
        return SearchEntry.objects.none().values("target_id")
    asked = _Question(question)
    return (
        SearchEntry.objects.filter(target_type=model._meta.label_lower, words=asked)
        .annotate(rank=SearchRank(F("words"), asked))
        .order_by("-rank", "-target_id")
        .values("target_id")
    )


class _Question(SearchQuery):
    """Our own notation, taken as it stands: PostgreSQL's parsers would cut the words again."""

    template = "(%(expressions)s)::tsquery"
