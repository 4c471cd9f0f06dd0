"""Tasks and drafts through the API: the same operations, one address for each act."""

from baro.tasks.rest.drafts import drafts
from baro.tasks.rest.tasks import tasks

__all__ = ["drafts", "tasks"]
