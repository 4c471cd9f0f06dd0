"""`baro bench`: the pages of the story on the demo city, beside the leanest SQL for their rows."""

from baro.config.bench.command import main

__all__ = ["main"]
