"""All writes of this module."""

from baro.notices.operations.settling import finish_notices, settle
from baro.notices.operations.telling import Telling, tell, tell_many

__all__ = ["Telling", "finish_notices", "settle", "tell", "tell_many"]
