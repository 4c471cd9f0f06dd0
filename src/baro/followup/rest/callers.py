"""With which keys one reads and writes, and how a post or an item is named."""

from django.shortcuts import get_object_or_404

from baro.kernel.errors import DomainError
from baro.org import api as org
from baro.org.api import TokenAuth, TokenScope
from baro.work import api as work

READS = TokenAuth(TokenScope.READ)
WRITES = TokenAuth(TokenScope.TASKS)


class NoPostWithThatNumber(DomainError):
    pass


def post_of(number: int | None, *, field: str = "post") -> org.Post | None:
    if number is None:
        return None
    post = org.Post.objects.select_related("unit").filter(pk=number).first()
    if post is None:
        raise NoPostWithThatNumber(f"Không có vị trí nào mang mã {number}.", field=field)
    return post


def item_of(request: org.UserRequest, pk: int) -> work.WorkItem:
    return get_object_or_404(work.WorkItem.objects.visible_to(request.user), pk=pk)
