"""A request past the login wall."""

from django.http import HttpRequest

from baro.org.models import User


class UserRequest(HttpRequest):
    """What every view behind the wall receives: the user is somebody."""

    user: User
    htmx: bool
