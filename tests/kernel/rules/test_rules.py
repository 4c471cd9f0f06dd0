from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from baro.kernel import audit
from baro.kernel.rules import api as rules
from baro.kernel.rules.operations import load_shipped_rules
from baro.kernel.rules.shipped import shipped_rules

pytestmark = pytest.mark.django_db
KEY = "work.freshness_limit_days"


def test_the_day_must_be_said() -> None:
    with pytest.raises(TypeError):
        rules.value_of(KEY)  # type: ignore[call-arg]


def test_a_new_value_holds_from_its_day_and_the_old_one_until_then(
    administrator: Any, noon: datetime
) -> None:
    old = rules.value_of(KEY, as_at=date(2026, 12, 31))

    window = _set(old + 3, date(2027, 1, 1), administrator, noon)

    assert rules.value_of(KEY, as_at=date(2026, 12, 31)) == old
    assert rules.value_of(KEY, as_at=date(2027, 1, 1)) == old + 3
    assert rules.rule_at(KEY, as_at=date(2027, 1, 1)).legal_basis == "Quyết định 7/QĐ"
    (line,) = audit.history(window.rule)
    assert line.text == (
        "Trần Văn Quản đã đặt giá trị mới cho “Số ngày tối đa không cập nhật một nhiệm vụ đang "
        "thực hiện”, áp dụng từ 01/01/2027. Căn cứ: Quyết định 7/QĐ."
    )


def test_before_the_first_value_the_answer_is_clear() -> None:
    with pytest.raises(rules.RuleUnknownAt, match=r"tại ngày 01/01/2010.*từ ngày 01/01/2020"):
        rules.value_of(KEY, as_at=date(2010, 1, 1))


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(rules.RuleUnknownAt, match=r"no\.such"):
        rules.value_of("no.such", as_at=date(2026, 1, 1))


def test_several_values_come_together() -> None:
    found = rules.values_of([KEY, "calendar.culture_day_is_off"], as_at=date(2026, 1, 1))

    assert found == {KEY: 7, "calendar.culture_day_is_off": False}


def test_several_values_are_all_or_a_refusal() -> None:
    with pytest.raises(rules.RuleUnknownAt, match=r"no\.such"):
        rules.values_of([KEY, "no.such"], as_at=date(2026, 1, 1))


def test_the_past_cannot_be_given_another_value(administrator: Any, noon: datetime) -> None:
    _set(8, date(2027, 1, 1), administrator, noon)

    for valid_from in (date(2027, 1, 1), date(2026, 6, 1)):
        with pytest.raises(rules.RuleAlreadySetFrom, match="01/01/2027"):
            _set(9, valid_from, administrator, noon)


@pytest.mark.parametrize("value", ["7", True, None, [7]])
def test_a_value_of_another_kind_is_refused(
    administrator: Any, noon: datetime, value: object
) -> None:
    with pytest.raises(rules.RuleValueOfOtherKind):
        _set(value, date(2027, 1, 1), administrator, noon)


def test_only_an_administrator_sets_rules(stranger: Any, noon: datetime) -> None:
    with pytest.raises(PermissionDenied):
        _set(8, date(2027, 1, 1), stranger, noon)


def test_the_database_refuses_overlapping_windows() -> None:
    rule = rules.Rule.objects.get(key=KEY)

    with pytest.raises(IntegrityError, match="one_window"), transaction.atomic():
        rules.RuleWindow.objects.create(
            rule=rule, value=1, valid_from=date(2026, 1, 1), valid_to=date(2026, 2, 1)
        )


def test_windows_may_touch_and_other_rules_may_overlap() -> None:
    one, other = (rules.Rule.objects.create(key=key, title=key) for key in ("t.one", "t.other"))
    first = rules.RuleWindow(rule=one, value=1, valid_from=date(2026, 1, 1))
    first.valid_to = date(2026, 2, 1)
    first.save()

    rules.RuleWindow.objects.create(rule=one, value=2, valid_from=date(2026, 2, 1))
    rules.RuleWindow.objects.create(rule=other, value=3, valid_from=date(2026, 1, 1))

    assert rules.value_of("t.one", as_at=date(2026, 1, 31)) == 1
    assert rules.value_of("t.one", as_at=date(2026, 2, 1)) == 2


def test_the_database_refuses_a_window_that_ends_before_it_starts() -> None:
    rule = rules.Rule.objects.create(key="t.one", title="Thử")

    with pytest.raises(IntegrityError), transaction.atomic():
        rules.RuleWindow.objects.create(
            rule=rule, value=1, valid_from=date(2026, 2, 1), valid_to=date(2026, 2, 1)
        )


def test_every_shipped_rule_says_what_it_rests_on() -> None:
    assert all(shipped.legal_basis and shipped.title for shipped in shipped_rules())


def test_loading_again_never_changes_a_rule(administrator: Any, noon: datetime) -> None:
    _set(8, date(2027, 1, 1), administrator, noon)

    assert load_shipped_rules() == 0
    assert rules.value_of(KEY, as_at=date(2027, 1, 1)) == 8


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["before the tables are emptied", "after"])
def test_shipped_rules_outlive_emptied_tables(time: str) -> None:
    assert rules.value_of(KEY, as_at=date(2026, 1, 1)) == 7


def _set(value: object, valid_from: date, by: Any, at: datetime) -> rules.RuleWindow:
    return rules.set_rule_value(
        key=KEY, value=value, valid_from=valid_from, legal_basis="Quyết định 7/QĐ", by=by, at=at
    )
