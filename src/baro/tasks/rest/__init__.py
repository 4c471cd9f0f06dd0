"""Tasks and drafts through the API: the same operations, one address for each act."""

from baro.tasks.rest.as_at import router as task_router
from baro.tasks.rest.drafts import router as draft_router
from baro.tasks.rest.duties import router as duty_router

__all__ = ["draft_router", "duty_router", "task_router"]
