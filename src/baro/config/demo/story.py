"""What the newcomer finds on the desk today: a paper to review, and work split inside communes."""

from datetime import date, datetime, timedelta

from baro.config.demo.chance import Days, stream
from baro.config.demo.city import City
from baro.config.demo.sample import sample_text, subject_of
from baro.config.demo.scale import Scale
from baro.documents import api as documents
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

# Not the topic of the sample file: whoever drops that in finds no second paper of its name.
_TOPIC = "thoát nước, chống úng ngập và vệ sinh môi trường"


def tell(city: City, days: Days, scale: Scale) -> str:
    """Do what is left through the operations, on the last working day; in one sentence."""
    day = days.working[-1]
    at = days.calendar.start_of(day) + timedelta(hours=15, minutes=40)
    drafts = _leave_a_paper_to_review(city, day, at)
    parts = _split_some(city, scale.internal, at)
    return (
        f"Đã để {drafts} nhiệm vụ dự thảo chờ rà soát ở Văn phòng UBND thành phố và chia "
        f"{parts} việc trong nội bộ các xã, phường."
    )


def _leave_a_paper_to_review(city: City, day: date, at: datetime) -> int:
    """A notice that was registered yesterday and not yet turned into tasks."""
    clerk, specialist = city.user("VP-UBND", "VT-1"), city.user("VP-UBND", "CVTH-1")
    owner = city.units["UBND-TP"]
    given = documents.issue_number(owner_unit=owner, type="TB", issued_on=day, by=clerk, at=at)
    document = documents.register_document(
        register="outgoing",
        owner_unit=owner,
        text=sample_text(
            day,
            symbol=given.symbol,
            signer=city.person("VP-UBND", "PCVP-1").full_name,
            topic=_TOPIC,
        ),
        type="TB",
        symbol=given.symbol,
        issued_on=day,
        subject=subject_of(_TOPIC),
        signer_name=city.person("VP-UBND", "PCVP-1").full_name,
        signer_title="TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG",
        by=clerk,
        at=at,
    )
    drafting = tasks.draft_tasks(document=document, by=specialist, at=at + timedelta(minutes=15))
    return drafting.created


def _split_some(city: City, how_many: int, at: datetime) -> int:
    """Work inside communes: two divisions each do a part, followed by who split it."""
    chance = stream("story")
    running = work.WorkItem.objects.filter(
        state=work.State.RECEIVED,
        is_collective=False,
        assigned_unit=None,
        lead_unit__kind=org.Unit.Kind.PEOPLES_COMMITTEE,
        due_at__gt=at + timedelta(days=3),
    )
    found = list(running.select_related("task", "lead_unit").order_by("pk"))
    chance.shuffle(found)
    made = 0
    for item in found[: how_many // 2]:
        code = item.lead_unit.code
        due_on = (item.due_at or at).date()
        parts = [
            tasks.SplitPart(
                city.units[f"{code}.KT"], "Rà soát thực tế, lập danh sách", "Danh sách", due_on
            ),
            tasks.SplitPart(
                city.units[f"{code}.VP"], "Tổng hợp, soạn báo cáo", "Dự thảo báo cáo", due_on
            ),
        ]
        made += len(
            tasks.split_task(
                task=item.task, parts=parts, by=city.user(f"{code}.VP", "CVTH-1"), at=at
            )
        )
    return made
