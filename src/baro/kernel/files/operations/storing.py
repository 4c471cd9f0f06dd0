"""Taking files in, and letting go of those that nothing refers to."""

from datetime import datetime

from django.db import connection, transaction

from baro.kernel.files import store
from baro.kernel.files.models import StoredFile
from baro.kernel.files.queries import is_referred_to
from baro.kernel.files.sniffing import refuse_misleading_name, sniff

_SHARED = "SELECT pg_advisory_xact_lock_shared(hashtextextended(%s, 0))"
_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


@transaction.atomic
def store_file(
    content: store.Content, *, name: str, at: datetime, media_type: str | None = None
) -> StoredFile:
    """Keep the bytes once, whatever they are called; refuse what is not safe to keep.

    `media_type` comes from a caller who has looked into the bytes more closely than the store can.
    Leaves no trace of its own: the operation that gives the file a meaning does. Bytes whose row
    is rolled back stay in the store without harm, and are found there by the next who brings them.
    """
    with store.incoming(content) as arrived:
        if media_type:
            refuse_misleading_name(name, media_type)
        else:
            with arrived.path.open("rb") as file:
                media_type = sniff(file, name=name)
        _lock(_SHARED, arrived.sha256)
        store.keep(arrived)

    stored, _ = StoredFile.objects.get_or_create(
        sha256=arrived.sha256,
        defaults={"size": arrived.size, "media_type": media_type, "stored_at": at},
    )
    return stored


@transaction.atomic
def remove_file(stored: StoredFile) -> bool:
    """Take the row and the bytes away, unless anything refers to them; says whether it did.

    Whoever brings the same bytes at this moment waits, and then keeps them anew. The trace is left
    by the operation that knows why. The bytes go before the commit: what a crash leaves is a row
    that nothing refers to, never a reference to bytes that are gone.
    """
    _lock(_ALONE, stored.sha256)
    if is_referred_to(stored):
        return False
    StoredFile.objects.filter(pk=stored.pk).delete()
    store.drop(stored.sha256)
    return True


def _lock(statement: str, sha256: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, [f"file:{sha256}"])
