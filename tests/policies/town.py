"""A small city: two wards and two departments, with one of every thing that has an address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from tests.factories.documents import DocumentFactory, IntakeFactory, notice_text
from tests.factories.org import (
    AppointmentFactory,
    PersonFactory,
    PostFactory,
    UnitFactory,
    UserFactory,
)
from tests.factories.tasks import TaskDraftFactory
from tests.org.lists import PEOPLE, csv

from baro.documents import api as documents
from baro.documents.models import NumberSeries
from baro.documents.operations import PaperContent, add_link, teach_name, teach_word, write_paper
from baro.followup.models import Rung
from baro.followup.operations import difficult
from baro.followup.operations.committees import (
    CommitteeContent,
    found_committee,
    plan_session,
)
from baro.followup.operations.pressing import begin_pressing
from baro.kernel.webhooks.models import Webhook
from baro.notices import api as notices
from baro.notices.models import Letter
from baro.notices.unsubscribing import unsubscribe_token
from baro.org import api as org
from baro.org.models import ListImport
from baro.org.operations import bring_list
from baro.tasks import api as tasks
from baro.tasks.models import RecurringDuty
from baro.tasks.operations import bring_tasks
from baro.tasks.queries.occurrences import coming_times
from baro.work import api as work
from baro.work.operations.comments import Attachment, write_comment
from baro.work.operations.feeds import make_calendar

# Where people sit: eight roles in the ward, then the city's office, and a department that has
# nothing to do with any of it. "own" things are the ward's, "other" those of the second ward.
SEATS: Mapping[str, tuple[str, str, str]] = {
    "leader": ("leader", "00001.UBND", "00001.UBND"),
    "office_specialist": ("office_specialist", "00001.UBND.VP", "00001.UBND"),
    "unit_head": ("unit_head", "00001.UBND.KT", "00001.UBND.KT"),
    "civil_servant": ("civil_servant", "00001.UBND.KT", "00001.UBND.KT"),
    "clerk": ("clerk", "00001.UBND.VP", "00001.UBND"),
    "inspector": ("inspector", "00001.UBND.VP", "00001.UBND"),
    "org_manager": ("org_manager", "00001.UBND.VP", "00001.UBND"),
    "system_admin": ("system_admin", "00001.UBND.VP", "00001.UBND"),
    "city_office": ("office_specialist", "VP-UBND", "UBND-TP"),
    "department": ("unit_head", "SNV", "SNV"),
}


@dataclass(frozen=True)
class Town:
    """Who lives here, and for each kind of thing the keys of its examples by name."""

    people: Mapping[str, org.User]
    things: Mapping[str, Mapping[str, object]]
    forms: Mapping[str, Mapping[str, object]]


def build_town() -> Town:
    now = timezone.now()
    units = _units()
    people = {
        name: UserFactory.create(
            username=name,
            role=role,
            unit=units[seat],
            scope=units[scope],
            oversees=units["HN"] if name == "city_office" else None,
        )
        for name, (role, seat, scope) in SEATS.items()
    }
    second = UserFactory.create(role="office_specialist", unit=units["00002.UBND"])
    things = {
        **_papers(units, people, second, now),
        **_tasks(units, people, second, now),
        **_duties(units, people, second, now),
        **_org(people, second, now),
        **_notices(people, second, now),
        **_ladder(now),
        **_difficult(units, people, second, now),
        **_committees(units, people, second, now),
    }
    return Town(people, things, _forms(units, people))


def _forms(
    units: Mapping[str, org.Unit], people: Mapping[str, org.User]
) -> dict[str, dict[str, object]]:
    """What the acts need that only this town has."""
    seats = org.assignable_people(units["00001.UBND"], on=timezone.localdate())
    due, kt = timezone.localdate() + timedelta(days=5), units["00001.UBND.KT"]
    own = work.WorkItem.objects.filter(lead_unit=units["00001.UBND"])[0].pk
    conclusion = documents.Document.objects.filter(owner_unit=units["00001.UBND"], type="TB")[0]
    return {
        "documents:document-submission": {"to": people["leader"].person_id},
        "documents:document-assignment": {"instruction": "Làm", "lead_unit": kt.pk},
        "tasks:duty-move": {**_coming(), "due_on": "2099-01-05", "reason": "Thử"},
        "tasks:duty-skip": {**_coming(), "reason": "Thử"},
        "followup:difficult-starring": {
            "name": "Bãi rác",
            "stuck": "Chưa có đất.",
            "lead_unit": "00001.UBND.KT",
            "leader_post": units["00001.UBND"].posts.get(is_head=True).pk,
            "due_on": "2099-01-05",
        },
        "followup:leaders-list-briefing": {"viec": own, "day": timezone.localdate().isoformat()},
        "followup:session-conclusion": {"conclusion": conclusion.pk},
        "tasks:task-assignment": {"seat": seats.get(person=people["civil_servant"].person_id).pk},
        "tasks:task-part": {"unit": units["STC"].pk, "note": "Đã góp số liệu."},
        "tasks:task-split": {
            "title": "Một phần",
            "expected_product": "Biểu",
            "units": units["00001.UBND.KT"].pk,
            "due_on": due.isoformat(),
        },
    }


def _committees(
    units: Mapping[str, org.Unit], people: Mapping[str, org.User], second: org.User, now: datetime
) -> dict[str, dict[str, object]]:
    """A steering committee of each ward, each with a session to come."""
    founded = {
        name: found_committee(
            content=CommitteeContent("steering", "Ban Chỉ đạo", units[code], units[f"{code}.VP"]),
            by=by,
            at=now,
        )
        for name, code, by in (
            ("own", "00001.UBND", people["leader"]),
            ("other", "00002.UBND", second),
        )
    }
    planned: dict[str, object] = {
        name: plan_session(
            committee=one, number=1, planned_on=now.date(), by=one.founded_by, at=now
        ).pk
        for name, one in founded.items()
    }
    return {"committee": {name: one.pk for name, one in founded.items()}, "session": planned}


def _units() -> dict[str, org.Unit]:
    city = UnitFactory.create(code="HN", kind="city", branch="territory")
    committee = UnitFactory.create(code="UBND-TP", parent=city, committee=True)
    below = [UnitFactory.create(code=code, parent=committee) for code in ("VP-UBND", "SNV", "STC")]
    units = [city, committee, *below]
    for code in ("00001", "00002"):
        ward = UnitFactory.create(code=code, is_commune=True, parent=city)
        body = UnitFactory.create(code=f"{code}.UBND", parent=ward, committee=True)
        inside = [
            UnitFactory.create(code=f"{code}.UBND.{part}", parent=body, kind="division")
            for part in ("VP", "KT")
        ]
        units += [ward, body, *inside]
        for unit in (body, *inside):
            UserFactory.create(role="leader", unit=unit, is_head=True)
    return {unit.code: unit for unit in units}


def _papers(
    units: Mapping[str, org.Unit], people: Mapping[str, org.User], second: org.User, now: datetime
) -> dict[str, dict[str, object]]:
    """`sent` is the city's paper that the ward received; `city` one that it did not."""
    keepers = {
        "own": (units["00001.UBND"], people["clerk"]),
        "sent": (units["UBND-TP"], people["city_office"]),
        "city": (units["UBND-TP"], people["city_office"]),
        "other": (units["00002.UBND"], second),
    }
    papers = {
        name: DocumentFactory.create(owner_unit=unit, text=notice_text(), registered_by=by)
        for name, (unit, by) in keepers.items()
    }
    for paper in papers.values():
        by = paper.registered_by
        documents.read_document(document=paper, by=_office(by, people, second), at=now)
    ward = [units["00001.UBND"]]
    documents.share_document(document=papers["sent"], units=ward, by=people["city_office"], at=now)
    drafts = {
        name: TaskDraftFactory.create(document=paper, lead_codes=[paper.owner_unit.code])
        for name, paper in papers.items()
    }
    return {
        "document": {name: paper.pk for name, paper in papers.items()},
        "arrival": {name: _arrival(*keepers[name], now) for name in ("own", "other")},
        "link": {
            name: _link(papers[name], _office(papers[name].registered_by, people, second), now)
            for name in ("own", "other")
        },
        "name": {name: _name(*keepers[name], now) for name in ("own", "other")},
        "word": {name: _word(*keepers[name], now) for name in ("own", "other")},
        "paper draft": {name: _written(*keepers[name], now) for name in ("own", "other")},
        "number run": {name: _run(*keepers[name], now) for name in ("own", "other")},
        "draft": {name: draft.pk for name, draft in drafts.items() if name != "city"},
        "intake": {
            "the clerk's": IntakeFactory.create(received_by=people["clerk"]).pk,
            "other": IntakeFactory.create(received_by=second).pk,
        },
    }


def _arrival(unit: org.Unit, by: org.User, now: datetime) -> int:
    document = documents.register_document(
        register="incoming",
        owner_unit=unit,
        text="Mời họp giao ban.",
        type="GM",
        symbol="3/GM-STC",
        issuer_name="Sở Tài chính",
        subject="Mời họp",
        by=by,
        at=now,
    )
    return document.pk


def _link(paper: documents.Document, by: org.User, now: datetime) -> int:
    return add_link(document=paper, kind="replies", symbol="5/UBND", by=by, at=now).pk


def _name(unit: org.Unit, by: org.User, now: datetime) -> int:
    """A way of naming that the unit taught the reader."""
    name = teach_name(phrase="các tổ công tác", codes=("SNV",), owner_unit=unit, by=by, at=now)
    return name.pk


def _word(unit: org.Unit, by: org.User, now: datetime) -> int:
    """A phrase that the unit taught the reader to take as an order."""
    return teach_word(phrase="rà phá vật cản", kind="order", owner_unit=unit, by=by, at=now).pk


def _written(unit: org.Unit, by: org.User, now: datetime) -> int:
    content = PaperContent(type="TB", subject="Kết quả kỳ họp", body="Nội dung.")
    return write_paper(unit=unit, content=content, by=by, at=now).pk


def _run(unit: org.Unit, by: org.User, now: datetime) -> int:
    for _ in range(2):
        documents.issue_number(owner_unit=unit, type="QĐ", issued_on=now.date(), by=by, at=now)
    return NumberSeries.objects.get(owner_unit=unit, series="QĐ").pk


def _office(by: org.User, people: Mapping[str, org.User], second: org.User) -> org.User:
    return people["office_specialist"] if by == people["clerk"] else by


def _tasks(
    units: Mapping[str, org.Unit], people: Mapping[str, org.User], second: org.User, now: datetime
) -> dict[str, dict[str, object]]:
    """`collective` lies over both wards' children; `inner` is what a ward gave to a division."""
    office = people["city_office"]
    due = timezone.localdate(now) + timedelta(days=10)
    spec = tasks.TaskSpec(
        title="Rà soát",
        issuer_unit=units["UBND-TP"],
        lead_codes=("00001.UBND", "00002.UBND"),
        cooperating=(tasks.CooperatingPart("STC"),),
        expected_product="Báo cáo",
        due_on=due,
        inspector_post=org.powers_of(office, on=timezone.localdate(now)).posts[0],
    )
    collective, to_deliver = tasks.issue_tasks(specs=[spec, spec], by=office, at=now)
    own, other = _children(collective)
    for task, by in ((own, people["leader"]), (other, second)):
        tasks.receive_task(task=task, by=by, at=now)
    part = tasks.SplitPart(units["00001.UBND.KT"], "Một phần", "Biểu số liệu", due)
    [inner] = tasks.split_task(task=own, parts=[part], by=people["leader"], at=now)
    away = tasks.SplitPart(units["00002.UBND.KT"], "Một phần", "Biểu số liệu", due)
    [far] = tasks.split_task(task=other, parts=[away], by=second, at=now)
    delivered = [
        tasks.deliver_task(task=task, content=b"So lieu", file_name="a.txt", by=by, at=now)
        for task, by in zip(_children(to_deliver), (people["leader"], second), strict=True)
        if tasks.receive_task(task=task, by=by, at=now)
    ]
    return {
        "bulk act": {"": "thu-hoi"},
        "task import": _task_imports(units, people, second, now),
        "saved list": _saved_lists(units, people, second, now),
        "task": {
            "own": own.pk,
            "own delivered": delivered[0].task_id,
            "collective": collective.pk,
            "other": other.pk,
            "own inner": inner.pk,
        },
        **_comments({"own": (own, people["leader"]), "other": (other, second)}, now),
        "delivery": {"own": delivered[0].pk, "other": delivered[1].pk},
        "pressing": {
            name: begin_pressing(item_ids=[task.pk], unit=task.item.issuer_unit, by=by, at=now).pk
            for name, task, by in (("own", inner, people["leader"]), ("other", far, second))
        },
    }


def _difficult(
    units: Mapping[str, org.Unit], people: Mapping[str, org.User], second: org.User, now: datetime
) -> dict[str, dict[str, object]]:
    """A stuck work of each ward, with a milestone and an obstacle that its leader must decide."""
    today = timezone.localdate(now)
    kept: dict[str, dict[str, object]] = {"difficult work": {}, "milestone": {}, "obstacle": {}}
    for name, ward, by in (("own", "00001", people["leader"]), ("other", "00002", second)):
        unit, lead = units[f"{ward}.UBND"], units[f"{ward}.UBND.KT"]
        head = org.head_post_of(unit)
        assert head is not None
        who = {"by": by, "at": now}
        work_kept = difficult.star_work(
            unit=unit,
            name="Bãi rác",
            stuck="Chưa có đất.",
            lead_unit=lead,
            leader_post=head,
            due_on=today,
            **who,  # type: ignore[arg-type]
        )
        kept["difficult work"][name] = work_kept.pk
        facts = {"work": work_kept, **who}
        kept["milestone"][name] = difficult.add_milestone(title="Có đất", due_on=today, **facts).pk  # type: ignore[arg-type]
        kept["obstacle"][name] = difficult.raise_obstacle(
            what="Chưa có giá đất",
            owner_unit=lead,
            clear_by=today,
            **facts,  # type: ignore[arg-type]
        ).pk
    return kept


def _ladder(now: datetime) -> dict[str, dict[str, object]]:
    """The first rung that ships, and one that is set for a day to come."""
    coming = Rung.objects.create(
        number=90,
        offset=-30,
        to=["head"],
        legal_basis="Thông lệ",
        valid_from=timezone.localdate(now) + timedelta(days=30),
    )
    return {"rung": {"first": 1}, "rung change": {"coming": coming.pk}}


def _duties(
    units: Mapping[str, org.Unit], people: Mapping[str, org.User], second: org.User, now: datetime
) -> dict[str, dict[str, object]]:
    """What each ward asks of its own economic division every month."""
    givers = {"own": ("00001", people["office_specialist"]), "other": ("00002", second)}
    for ward, by in givers.values():
        spec = tasks.TaskSpec(
            title="Báo cáo hằng tháng",
            issuer_unit=units[f"{ward}.UBND"],
            lead_codes=(f"{ward}.UBND.KT",),
            expected_product="Báo cáo",
            recurrence={"every": "month", "by": "ngày 25"},
            inspector_post=org.powers_of(by, on=timezone.localdate(now)).posts[0],
        )
        tasks.issue_tasks(specs=[spec], by=by, at=now)
    duties = RecurringDuty.objects.order_by("pk").values_list("pk", flat=True)
    return {"duty": dict(zip(givers, duties, strict=True))}


def _coming() -> dict[str, object]:
    """The next time of a duty that is not given yet; both wards have the same days."""
    [time] = coming_times(RecurringDuty.objects.order_by("pk")[0], at=timezone.now(), limit=1)
    return {"nominal_on": time.nominal_on.isoformat()}


def _task_imports(
    units: Mapping[str, org.Unit], people: Mapping[str, org.User], second: org.User, now: datetime
) -> dict[str, object]:
    """A file of tasks that the ward's leader brought, and one of the second ward's office."""
    head = "Mã dòng,Nhiệm vụ,Đơn vị chủ trì,Sản phẩm,Hạn"
    bringers = {"the leader's": ("00001", people["leader"]), "other": ("00002", second)}
    return {
        name: bring_tasks(
            issuer_unit=units[f"{ward}.UBND"],
            inspector_post=org.powers_of(by, on=timezone.localdate(now)).posts[0],
            content=f"{head}\nA1,Rà soát,{ward}.UBND.KT,Báo cáo,05/01/2099".encode(),
            name="viec.csv",
            by=by,
            at=now,
        ).pk
        for name, (ward, by) in bringers.items()
    }


def _saved_lists(
    units: Mapping[str, org.Unit], people: Mapping[str, org.User], second: org.User, now: datetime
) -> dict[str, object]:
    """`own` is the ward's, `the leader's` one person's, `other` the second ward's."""
    facts = {"query": "o=running_overdue", "at": now}
    ward = work.save_list(
        name="Quá hạn",
        reach="unit",
        unit=units["00001.UBND"],
        by=people["leader"],
        **facts,  # type: ignore[arg-type]
    )
    mine = work.save_list(name="Riêng", reach="own", by=people["leader"], **facts)  # type: ignore[arg-type]
    other = work.save_list(
        name="Quá hạn",
        reach="unit",
        unit=units["00002.UBND"],
        by=second,
        **facts,  # type: ignore[arg-type]
    )
    return {"own": ward.pk, "the leader's": mine.pk, "other": other.pk}


def _comments(
    places: Mapping[str, tuple[tasks.Task, org.User]], now: datetime
) -> dict[str, dict[str, object]]:
    """What each ward said about its own task, with a file."""
    attachment = Attachment(b"So lieu", "b.txt")
    said = {
        name: write_comment(item=task.item, text="Đã rõ.", attachments=[attachment], by=by, at=now)
        for name, (task, by) in places.items()
    }
    return {
        "comment": {name: comment.pk for name, comment in said.items()},
        "comment file": {name: comment.files.get().pk for name, comment in said.items()},
    }


def _children(parent: tasks.Task) -> list[tasks.Task]:
    found = tasks.Task.objects.filter(item__parent=parent.pk).select_related("item")
    return list(found.order_by("item__lead_unit__code"))


def _notices(
    people: Mapping[str, org.User], second: org.User, now: datetime
) -> dict[str, dict[str, object]]:
    feeds = {
        user.username: make_calendar(unit=None, by=user, at=now)
        for user in (*people.values(), second)
    }
    told = {
        user.username: notices.tell(
            kind="given", people=[user.person], subject=None, title="Có việc", at=now
        )[0]
        for user in (*people.values(), second)
    }
    return {
        "notice": {
            "one's own": {name: told[name] for name in people},
            "other": told[second.username],
        },
        "letter": {
            "": Letter.objects.create(
                person=second.person,
                kind="digest",
                day=timezone.localdate(now),
                state="failed",
                made_at=now,
            ).pk
        },
        "way out": {"": unsubscribe_token(second.person_id, ["accepted"])},
        "calendar": {
            "one's own": {name: feeds[name][0].pk for name in people},
            "other": feeds[second.username][0].pk,
        },
        "calendar address": {"": feeds[second.username][1]},
    }


def _webhook(now: datetime) -> int:
    """Another system that listens at a closed door."""
    kept = Webhook.objects.create(
        name="Kho dữ liệu", url="http://127.0.0.1:9/", events=[], created_at=now
    )
    return kept.pk


def _absence(giver: org.Person, substitute: org.Person, code: str, now: datetime) -> int:
    """Somebody of a division is away next week, and a colleague stands for them."""
    unit = org.Unit.objects.get(code=code)
    for person in (giver, substitute):
        AppointmentFactory.create(person=person, post=PostFactory.create(unit=unit))
    monday = timezone.localdate(now) + timedelta(days=7)
    given = org.give_substitution(
        giver=giver,
        substitute=substitute,
        valid_from=monday,
        last_day=monday,
        order_number="7/TB",
        by=None,
        at=now,
    )
    return given.pk


def _org(
    people: Mapping[str, org.User], second: org.User, now: datetime
) -> dict[str, dict[str, object]]:
    manager = people["org_manager"]
    stranger = UserFactory.create(role="org_manager")
    lists = [
        bring_list(
            kind=ListImport.Kind.PEOPLE,
            content=csv(PEOPLE, ["CB90001", "Người Mới"]),
            name="nguoi.csv",
            by=by,
            at=now,
        )
        for by in (manager, stranger)
    ]
    tokens = {
        user.username: org.create_token(user=user, name="Mã", scopes=["read"], by=user, at=now)[0]
        for user in (*people.values(), second)
    }
    return {
        "unit": {"own": "00001.UBND", "other": "00002.UBND"},
        "person": {"own": people["leader"].person_id, "other": second.person_id},
        "substitution": {
            name: _absence(PersonFactory.create(), PersonFactory.create(), unit, now)
            for name, unit in (("own", "00001.UBND.KT"), ("other", "00002.UBND.KT"))
        },
        "import": {"the manager's": lists[0].pk, "other": lists[1].pk},
        "import kind": {"": "people"},
        "job": {"": 1},
        "webhook": {"": _webhook(now)},
        "token": {
            "one's own": {name: tokens[name].pk for name in people},
            "other": tokens[second.username].pk,
        },
    }
