"""Where the ledger of a size lies, and how its database runs while it is loaded."""

import json
from pathlib import Path

MARK = "bench.json"
# For loading alone: what is cut off is loaded anew, so nothing has to survive a power cut.
WHILE_LOADING = (
    "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off "
    "-c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=8GB -c shared_buffers=1GB "
    "-c max_locks_per_transaction=1024 -c temp_buffers=256MB"
)


def is_loaded(home: Path, items: int) -> bool:
    try:
        return bool(json.loads((home / MARK).read_text())["items"] == items)
    except (OSError, ValueError):
        return False
