"""Taking files in."""

from datetime import datetime

from django.db import transaction

from baro.kernel.files import store
from baro.kernel.files.models import StoredFile
from baro.kernel.files.sniffing import sniff


def store_file(content: store.Content, *, name: str, at: datetime) -> StoredFile:
    """Keep the bytes once, whatever they are called; refuse what is not safe to keep.

    Leaves no trace of its own: the operation that gives the file a meaning does. Bytes whose row
    is rolled back stay in the store without harm, and are found there by the next who brings them.
    """
    with store.incoming(content) as arrived:
        with arrived.path.open("rb") as file:
            media_type = sniff(file, name=name)
        store.keep(arrived)

    with transaction.atomic():
        stored, _ = StoredFile.objects.get_or_create(
            sha256=arrived.sha256,
            defaults={"size": arrived.size, "media_type": media_type, "stored_at": at},
        )
    return stored
