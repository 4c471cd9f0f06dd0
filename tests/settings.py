"""Settings under test: data of their own, and assets by their plain names.

They are read before any conftest, so this is the place for what the environment must say.
"""

import os

os.environ.setdefault("BARO_HOME", "var/test")
os.environ["BARO_HASHED_STATIC"] = "0"

from baro.config.settings import *  # noqa: F403

# Passwords of people who live for one test: nobody attacks them, and the slow hash is most of the
# time that such a test takes.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *PASSWORD_HASHERS]  # noqa: F405
