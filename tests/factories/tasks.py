"""The smallest valid tasks and drafts."""

from datetime import date

import factory
from factory.django import DjangoModelFactory
from tests.factories.documents import DocumentFactory
from tests.factories.work import WorkItemFactory

from baro.tasks import api as tasks


class TaskFactory(DjangoModelFactory[tasks.Task]):
    """A task over a row of the ledger; `item__state="delivered"` and the like shape that row."""

    class Meta:
        model = tasks.Task

    item = factory.SubFactory(WorkItemFactory)
    content = "Rà soát cơ sở dữ liệu hộ tịch trên địa bàn và báo cáo kết quả."
    expected_product = "Báo cáo kết quả rà soát"
    minutes_per_unit = 60
    cost_minutes = 60


class TaskDraftFactory(DjangoModelFactory[tasks.TaskDraft]):
    """A draft that lacks only an inspector and, unless given, its lead units."""

    class Meta:
        model = tasks.TaskDraft

    document = factory.SubFactory(DocumentFactory)
    key = factory.Sequence(lambda n: f"{n}:1:0123456789abcdef")
    clause_key = factory.Sequence(lambda n: f"{n}a")
    title = "Rà soát cơ sở dữ liệu hộ tịch"
    quote = "rà soát cơ sở dữ liệu hộ tịch"
    due_on = date(2026, 9, 18)
    expected_product = "Báo cáo kết quả rà soát"
