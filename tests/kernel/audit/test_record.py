from datetime import datetime

import pytest
from django.db import DatabaseError, transaction

from baro.kernel import audit
from baro.kernel.audit.models import AuditEvent
from baro.kernel.rules.models import Rule

pytestmark = pytest.mark.django_db


@pytest.fixture
def rule() -> Rule:
    return Rule.objects.create(key="test.rule", title="Một quy định để thử")


def test_an_event_is_told_in_words_when_read(rule: Rule, noon: datetime) -> None:
    audit.register_wording({"test.changed": "{actor} đã sửa {target} thành {value}."})

    event = audit.record("test.changed", rule, by=None, at=noon, facts={"value": "5"})

    assert audit.describe(event) == "Hệ thống đã sửa Một quy định để thử thành 5."
    assert list(AuditEvent.objects.about(rule)) == [event]


def test_the_database_refuses_to_rewrite_what_happened(rule: Rule, noon: datetime) -> None:
    event = audit.record("test.changed", rule, by=None, at=noon)
    found = AuditEvent.objects.filter(pk=event.pk)

    with pytest.raises(DatabaseError, match="append_only"), transaction.atomic():
        found.update(name="test.other")
    with pytest.raises(DatabaseError, match="append_only"), transaction.atomic():
        found.delete()

    assert AuditEvent.objects.about(rule).get().name == "test.changed"
