"""Where the pages of items are, without asking the router once for every row."""

from functools import lru_cache

from django.urls import get_script_prefix, reverse

from baro.work.models import WorkItem

_MARK = 987654321


def page_address(kind: str, key: int, *, is_collective: bool = False) -> str:
    """The page on which the kind of work shows the item: the board where it gathers many."""
    before, after = _around_the_key(kind, is_collective, get_script_prefix())
    return f"{before}{key}{after}"


def page_of(item: WorkItem) -> str:
    return page_address(item.kind, item.pk, is_collective=item.is_collective)


@lru_cache(maxsize=64)
def _around_the_key(kind: str, is_collective: bool, prefix: str) -> tuple[str, str]:
    view = f"{kind}-board" if is_collective else kind
    before, _, after = reverse(f"{kind}s:{view}", args=[_MARK]).partition(str(_MARK))
    return before, after
