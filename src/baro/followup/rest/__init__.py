"""Follow-up through the API: the same operations, one address for each act."""

from baro.followup.rest.committees import router as committee_router
from baro.followup.rest.difficult import router as difficult_router
from baro.followup.rest.leaders import router as leaders_router
from baro.followup.rest.pressing import router as pressing_router

__all__ = ["committee_router", "difficult_router", "leaders_router", "pressing_router"]
