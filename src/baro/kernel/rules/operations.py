"""Setting rules: a new value never rewrites what an old one decided."""

from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import can_manage_system, require
from baro.kernel.rules.models import Rule, RuleWindow
from baro.kernel.rules.shipped import shipped_rules


class RuleAlreadySetFrom(DomainError):
    pass


class RuleValueOfOtherKind(DomainError):
    pass


@transaction.atomic
def set_rule_value(
    *,
    key: str,
    value: Any,
    valid_from: date,
    legal_basis: str,
    by: models.Model,
    at: datetime,
    is_verified: bool = True,
) -> RuleWindow:
    """From a day on the rule has this value; the value before it ends on that day."""
    rule = Rule.objects.select_for_update(no_key=True).get(key=key)
    require(can_manage_system(by), "Chỉ quản trị hệ thống đổi được quy định.")
    previous = rule.windows.order_by("valid_from").last()
    if previous:
        _check_after(previous, valid_from)
        _check_same_kind(previous.value, value)

    if previous and (previous.valid_to is None or previous.valid_to > valid_from):
        previous.valid_to = valid_from
        previous.save(update_fields=["valid_to"])
    window = RuleWindow.objects.create(
        rule=rule,
        value=value,
        valid_from=valid_from,
        legal_basis=legal_basis,
        is_verified=is_verified,
    )
    audit.record(
        "kernel.rule_value_set",
        rule,
        by=by,
        at=at,
        facts={"value": value, "valid_from": valid_from, "legal_basis": legal_basis},
    )
    return window


@transaction.atomic
def load_shipped_rules() -> int:
    """Add the rules that this version ships and the installation lacks; never change one."""
    known = set(Rule.objects.values_list("key", flat=True))
    missing = [shipped for shipped in shipped_rules() if shipped.key not in known]
    rules = {
        shipped.key: Rule(key=shipped.key, title=shipped.title, unit=shipped.unit)
        for shipped in missing
    }
    Rule.objects.bulk_create(rules.values())
    RuleWindow.objects.bulk_create(
        RuleWindow(
            rule=rules[shipped.key],
            value=shipped.value,
            valid_from=shipped.valid_from,
            valid_to=shipped.valid_to,
            legal_basis=shipped.legal_basis,
            is_verified=shipped.is_verified,
        )
        for shipped in missing
    )
    return len(rules)


def _check_after(previous: RuleWindow, valid_from: date) -> None:
    if valid_from <= previous.valid_from:
        raise RuleAlreadySetFrom(
            f"“{previous.rule}” đã có giá trị từ ngày {previous.valid_from:%d/%m/%Y}. "
            "Giá trị mới phải có hiệu lực sau ngày đó.",
            field="valid_from",
        )


def _check_same_kind(old: Any, new: Any) -> None:
    numbers = (int, float)
    both_numbers = _is_number(old, numbers) and _is_number(new, numbers)
    if not both_numbers and type(old) is not type(new):
        raise RuleValueOfOtherKind(
            "Giá trị mới phải cùng kiểu với giá trị đang áp dụng.", field="value"
        )


def _is_number(value: Any, numbers: tuple[type, ...]) -> bool:
    return isinstance(value, numbers) and not isinstance(value, bool)
