"""The city gives work out of a conclusion notice; a ward and its economic division carry it out."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from tests.factories.documents import DocumentFactory
from tests.factories.org import PostFactory, UnitFactory, UserFactory

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks import api as tasks


@dataclass(frozen=True)
class Cast:
    """Who plays in the stories of this folder."""

    city: org.Unit
    committee: org.Unit
    department: org.Unit
    ward: org.Unit
    ward_committee: org.Unit
    division: org.Unit
    issuer: org.User
    clerk: org.User
    receiver: org.User
    head_of_division: org.User
    officer: org.User
    stranger: org.User
    inspector_post: org.Post
    notice: documents.Document

    def spec(self, **changes: Any) -> tasks.TaskSpec:
        """A task for the ward that passes the gate."""
        values: dict[str, Any] = {
            "title": "Rà soát cơ sở dữ liệu hộ tịch",
            "issuer_unit": self.committee,
            "lead_codes": (self.ward_committee.code,),
            "expected_product": "Báo cáo kết quả rà soát",
            "due_on": date(2026, 9, 18),
            "inspector_post": self.inspector_post,
            "source_document": self.notice,
            "source_clause": "2a",
            "quote": "rà soát cơ sở dữ liệu hộ tịch",
        }
        return tasks.TaskSpec(**{**values, **changes})


@pytest.fixture
def cast(db: None) -> Cast:
    city = UnitFactory.create(code="HN", kind="city", branch="territory")
    committee = UnitFactory.create(code="UBND-TP", parent=city, committee=True)
    department = UnitFactory.create(parent=committee, name="Sở Nội vụ")
    ward = UnitFactory.create(is_commune=True, parent=city)
    ward_committee = UnitFactory.create(parent=ward, committee=True, name="UBND phường Thử")
    division = UnitFactory.create(parent=ward_committee, kind="division", name="Phòng Kinh tế")
    PostFactory.create(unit=department, is_head=True)
    issuer = UserFactory.create(role="office_specialist", unit=committee)
    return Cast(
        city=city,
        committee=committee,
        department=department,
        ward=ward,
        ward_committee=ward_committee,
        division=division,
        issuer=issuer,
        clerk=UserFactory.create(role="clerk", unit=committee),
        receiver=UserFactory.create(role="leader", unit=ward_committee, is_head=True),
        head_of_division=UserFactory.create(role="unit_head", unit=division, is_head=True),
        officer=UserFactory.create(role="civil_servant", unit=division),
        stranger=UserFactory.create(role="office_specialist"),
        inspector_post=PostFactory.create(unit=committee),
        notice=DocumentFactory.create(owner_unit=committee),
    )


@pytest.fixture
def task(cast: Cast, noon: Any) -> tasks.Task:
    """Given to the ward this noon, not yet received."""
    return tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)[0]


@pytest.fixture
def received(cast: Cast, task: tasks.Task, noon: Any) -> tasks.Task:
    return tasks.receive_task(task=task, by=cast.receiver, at=noon)


@pytest.fixture
def delivered(cast: Cast, received: tasks.Task, noon: Any) -> tasks.Task:
    tasks.deliver_task(task=received, text="Đã rà soát xong.", by=cast.receiver, at=noon)
    received.item.refresh_from_db()
    return received
