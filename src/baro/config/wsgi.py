"""The application that the web server serves."""

import gc
import os

from django.core.signals import request_finished
from django.core.wsgi import get_wsgi_application
from django.utils import timezone

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.config.settings")
application = get_wsgi_application()

from baro.config.upkeep import Upkeep  # noqa: E402 - after Django was set up
from baro.work import api as work  # noqa: E402

upkeep = Upkeep(lambda: work.fold_many_tallies(at=timezone.now()), every=200)
request_finished.connect(upkeep)

# What the application is made of lives as long as the process: nobody need walk through it again
# in the middle of an answer, and what a request makes is mostly gone before it is looked at.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
