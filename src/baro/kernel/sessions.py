"""Sessions in the database, found by a question that every request asks, with the editions."""

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import Func, QuerySet, TextField
from django.utils import timezone

from baro.kernel.editions import TOKENS, note
from baro.kernel.prepared import prepared


class SessionStore(db.SessionStore):
    """Django's own, but for how a session is found."""

    def _get_session_from_db(self) -> Session | None:
        key = self.session_key
        found = next(iter(_living(key=key, at=timezone.now())), None) if key else None
        if found is None:
            self._session_key = None
        else:
            note(found.editions)  # type: ignore[attr-defined]
        return found


@prepared(key=str, at=datetime)
def _living(*, key: str, at: datetime) -> QuerySet[Session]:
    told = Func(template=TOKENS, output_field=TextField())
    return Session.objects.filter(session_key=key, expire_date__gt=at).annotate(editions=told)
