"""The application that the web server serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.config.settings")
application = get_wsgi_application()

# What the application is made of lives as long as the process: nobody need walk through it again
# in the middle of an answer, and what a request makes is mostly gone before it is looked at.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 50)
