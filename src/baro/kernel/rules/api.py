"""The door of the rules."""

from baro.kernel.rules.models import Rule, RuleWindow
from baro.kernel.rules.operations import (
    RuleAlreadySetFrom,
    RuleValueOfOtherKind,
    set_rule_value,
)
from baro.kernel.rules.queries import RuleUnknownAt, rule_at, value_of, values_of

__all__ = [
    "Rule",
    "RuleAlreadySetFrom",
    "RuleUnknownAt",
    "RuleValueOfOtherKind",
    "RuleWindow",
    "rule_at",
    "set_rule_value",
    "value_of",
    "values_of",
]
