"""Items as notices show them, to whom may see them now."""

from collections.abc import Iterable, Mapping

from baro.notices import api as notices
from baro.org import api as org
from baro.work.models import WorkItem
from baro.work.queries.pages import page_of


def shown_items(user: org.User, ids: Iterable[int]) -> Mapping[int, notices.Shown]:
    """Those of the items that the user may see, by their keys."""
    seen = WorkItem.objects.visible_to(user).filter(pk__in=ids)
    return {item.pk: notices.Shown(str(item), page_of(item)) for item in seen}
