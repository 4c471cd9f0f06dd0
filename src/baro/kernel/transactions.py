"""Operations happen whole or not at all, and once more when the database broke one off.

The order in which every operation takes its locks is told in ADR 26; the database may still break
off one of two that wait for each other. Nothing of it was kept then, so it is simply done again.
"""

import logging
import threading
import time
from collections.abc import Callable
from functools import wraps
from random import uniform
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection, transaction

Given = ParamSpec("Given")
Result = TypeVar("Result")
_BROKEN_OFF = frozenset({"40001", "40P01"})  # serialization failure, deadlock
_TRIES = 5
_inside = threading.local()
log = logging.getLogger(__name__)


def whole(operation: Callable[Given, Result]) -> Callable[Given, Result]:
    """One transaction; inside another operation a part of its, inside anything else undone alone.

    So what a page or the API refuses leaves nothing behind, and an operation made of others costs
    no statements for that.
    """

    @wraps(operation)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        if getattr(_inside, "operation", False):
            with transaction.atomic(savepoint=False):
                return operation(*args, **kwargs)
        return whole_or_again(lambda: as_operation(lambda: operation(*args, **kwargs)))

    return run


def whole_or_again(act: Callable[[], Result]) -> Result:
    """Do it in a transaction of its own, again if broken off; in an outer one that is the outer's.

    What is done must bear being done again from the start: it reads what it needs itself.
    """
    if connection.in_atomic_block:
        return _undone_alone(act)
    for left in reversed(range(_TRIES)):
        try:
            with transaction.atomic():
                return act()
        except OperationalError as error:
            if not left or not was_broken_off(error):
                raise
            log.warning("transaction_broken_off: %s", error)
            time.sleep(uniform(0.005, 0.05))  # noqa: S311 apart, not secret
    raise AssertionError("unreachable")


def require_not_lost() -> None:
    """Tell a lost connection as such, where what came of it looks like something else.

    A refused part that cannot be undone because the connection is gone: Django says nothing then,
    only the refusal is seen, and the rest of the transaction is lost behind it. Or rows that were
    to be fetched while an answer is written: the answer is called malformed.
    """
    raw = connection.connection
    if connection.errors_occurred and not connection.is_usable() and raw is not None and raw.closed:
        raise OperationalError("The connection was lost on the way.")


def _undone_alone(act: Callable[[], Result]) -> Result:
    try:
        with transaction.atomic():
            return act()
    except Exception:
        require_not_lost()
        raise


def was_broken_off(error: BaseException) -> bool:
    """Whether the database undid the transaction only to let others go on."""
    return getattr(error.__cause__, "sqlstate", None) in _BROKEN_OFF


def as_operation(act: Callable[[], Result]) -> Result:
    """Operations inside are parts of this act, for a caller who undoes all of it if one refuses."""
    _inside.operation = True
    try:
        return act()
    finally:
        _inside.operation = False
