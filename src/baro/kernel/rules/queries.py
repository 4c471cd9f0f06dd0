"""What a rule says as at a day. There is no "now" here: the caller says which day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from baro.kernel.editions import Edition, held
from baro.kernel.errors import DomainError
from baro.kernel.prepared import prepared
from baro.kernel.rules.models import Rule, RuleWindow


class RuleUnknownAt(DomainError):
    pass


def value_of(key: str, *, as_at: date) -> Any:
    """The value (as JSON) that holds on the day."""
    found = _held_values(key, as_at)
    if not found:
        raise RuleUnknownAt(_nothing_known(key, as_at))
    return found[0]


@held(Edition.Group.RULES)
def _held_values(key: str, as_at: date) -> list[Any]:
    return _values(key=key, as_at=as_at)


@prepared(key=str, as_at=date)
def _values(*, key: str, as_at: date) -> "models.QuerySet[RuleWindow, Any]":
    return _windows(as_at).filter(rule__key=key).values_list("value", flat=True)


def rule_at(key: str, *, as_at: date) -> RuleWindow:
    """The window with value, legal basis and whether the basis was verified."""
    found = _windows(as_at).filter(rule__key=key).select_related("rule").first()
    if found is None:
        raise RuleUnknownAt(_nothing_known(key, as_at))
    return found


def values_of(keys: Iterable[str], *, as_at: date) -> dict[str, Any]:
    """Several values in one query; every key must have one."""
    wanted = set(keys)
    rows = _windows(as_at).filter(rule__key__in=wanted)
    found = dict(rows.values_list("rule__key", "value"))
    for key in wanted - found.keys():
        raise RuleUnknownAt(_nothing_known(key, as_at))
    return found


def _windows(as_at: date) -> "models.QuerySet[RuleWindow]":
    return RuleWindow.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=as_at), valid_from__lte=as_at
    )


def _nothing_known(key: str, as_at: date) -> str:
    rule = Rule.objects.filter(key=key).first()
    if rule is None:
        return f"Chưa có quy định nào mang mã “{key}”."
    first = rule.windows.order_by("valid_from").first()
    since = f" Giá trị sớm nhất có từ ngày {first.valid_from:%d/%m/%Y}." if first else ""
    return f"Chưa có giá trị của “{rule}” tại ngày {as_at:%d/%m/%Y}.{since}"
