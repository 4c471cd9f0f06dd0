"""What the bell shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from baro.kernel.prepared import prepared
from baro.notices.models import Notice
from baro.notices.subjects import Shown, shown_to
from baro.org import api as org

_MOST = 100


@dataclass(frozen=True)
class NoticeShown:
    """A notice with its subject as the reader may see it now; `subject` is empty if they may not.

    A notice about nothing but itself is always shown.
    """

    notice: Notice
    subject: Shown | None

    @property
    def is_hidden(self) -> bool:
        return self.subject is None and self.notice.subject is not None


def open_count(user: org.User) -> int:
    """Open notices of a person, counted up to a hundred: more than that reads "99+" anyway."""
    return len(_open_notices(person=user.person_id))


@prepared(person=int)
def _open_notices(*, person: int) -> QuerySet[Notice, int]:
    return (
        Notice.objects.filter(person=person).open().order_by().values_list("pk", flat=True)[:_MOST]
    )


def shown_notices(user: org.User, notices: Sequence[Notice]) -> list[NoticeShown]:
    """With their subjects, one question for each kind of subject."""
    known = shown_to(user, (one.subject for one in notices if one.subject))
    return [NoticeShown(one, known.get(one.subject) if one.subject else None) for one in notices]
