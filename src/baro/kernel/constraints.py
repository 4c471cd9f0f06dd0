"""Facts that belong together, held together by the database."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast


def known_exactly_when(condition: Q, *fields: str) -> models.CheckConstraint:
    """All of `fields` are filled in while `condition` holds, and none of them otherwise."""
    filled = Q(**{f"{field}__isnull": False for field in fields})
    empty = Q(**{f"{field}__isnull": True for field in fields})
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{fields[0]}_known",
        condition=(condition & filled) | (~condition & empty),
    )


def one_window_at_a_time(
    *keys: str, condition: Q | None = None, name: str = "one_window"
) -> ExclusionConstraint:
    """For one value of the whole-number columns `keys`, windows of dates never overlap.

    The model has `valid_from` (included) and `valid_to` (excluded, empty while open). Keys are
    compared as one-point ranges, so that no extension of PostgreSQL is needed. With `condition`
    only the rows that meet it exclude each other.
    """
    points = [(_point(key), RangeOperators.OVERLAPS) for key in keys]
    window = Func(
        F("valid_from"), F("valid_to"), function="daterange", output_field=DateRangeField()
    )
    return ExclusionConstraint(
        name=f"%(app_label)s_%(class)s_{name}",
        expressions=[*points, (window, RangeOperators.OVERLAPS)],
        condition=condition,
    )


def _point(key: str) -> Func:
    number = Cast(F(key), models.BigIntegerField())
    return Func(number, number, Value("[]"), function="int8range")
