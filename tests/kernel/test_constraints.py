from django.db import connection
from django.db.models import Q

from baro.kernel.constraints import known_exactly_when, one_window_at_a_time
from baro.kernel.rules.models import RuleWindow


def test_facts_are_known_exactly_while_the_condition_holds() -> None:
    constraint = known_exactly_when(Q(status="sent"), "sent_at", "sent_by")

    assert constraint.condition == (
        (Q(status="sent") & Q(sent_at__isnull=False, sent_by__isnull=False))
        | (~Q(status="sent") & Q(sent_at__isnull=True, sent_by__isnull=True))
    )
    assert constraint.name == "%(app_label)s_%(class)s_sent_at_known"


def test_windows_can_exclude_each_other_for_some_rows_only() -> None:
    constraint = one_window_at_a_time("rule_id", condition=Q(is_verified=True), name="verified")

    sql = str(constraint.create_sql(RuleWindow, connection.schema_editor()))

    assert "int8range" in sql
    assert "daterange" in sql
    assert sql.rstrip().endswith('WHERE ("is_verified")')
