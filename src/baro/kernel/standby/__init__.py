"""Reading from a streaming standby what is heavy to read, exactly as fresh as from the primary.

Off unless the installation names a standby (`BARO_REPLICA_URL`). A page that may be read there is
marked by `reads`; a part of an operation is handed to `read`.
"""

from baro.kernel.standby.reading import ALIAS, is_configured, read, reads

__all__ = ["ALIAS", "is_configured", "read", "reads"]
