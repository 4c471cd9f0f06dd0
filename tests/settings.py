"""Settings under test: data of their own, and assets by their plain names.

They are read before any conftest, so this is the place for what the environment must say.
"""

import os

os.environ.setdefault("BARO_HOME", "var/test")
os.environ["BARO_HASHED_STATIC"] = "0"

from baro.config.settings import *  # noqa: F403
