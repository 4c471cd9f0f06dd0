"""The portfolio of difficult works as its pages show it: a few queries for any number of works."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

from baro.followup.difficult_rows import WorkRow, row_of
from baro.followup.models import DifficultMilestone, DifficultObstacle, DifficultWork
from baro.kernel import prepared
from baro.org import api as org


class Part(models.TextChoices):
    """Which works are looked at; every figure of the page is the number of rows of one part."""

    ALL = "", "Đang theo dõi"
    STUCK = "dang-tac", "Đang tắc"
    AT_RISK = "nguy-co", "Có nguy cơ chậm"
    SILENT = "im-lang", "Không rõ tình hình"
    GOING = "dang-chay", "Đang chạy"
    UNDECIDED = "cho-quyet-dinh", "Chờ quyết định"
    NOT_CLEARED = "qua-han-go", "Quá hạn gỡ"
    LATE_STEP = "moc-tre", "Mốc đã trễ"
    UNSAID = "thieu-tuan", "Thiếu tin tuần"
    ENDED = "da-ket-thuc", "Đã kết thúc"


@dataclass(frozen=True)
class Portfolio:
    """The list of one body, or of all that the user sees; counts are works."""

    units: tuple[tuple[org.Unit, int], ...]
    unit: org.Unit | None
    part: Part
    counts: Mapping[Part, int]
    rows: tuple[WorkRow, ...]


def portfolio(user: org.User, *, unit: str = "", part: Part = Part.ALL, on: date) -> Portfolio:
    """Works that are running, the most stuck first; `unit` is the code of one body."""
    visible = DifficultWork.objects.visible_to(user)
    units = _units(visible)
    named = [one for one, _ in units if one.code == unit or len(units) == 1]
    chosen = named[0] if named else None
    mine = visible.filter(unit=chosen) if chosen else visible
    rows = rows_of_works(mine.running(), on=on)
    counts = {one: sum(_is_in(row, one) for row in rows) for one in Part}
    counts[Part.ENDED] = mine.filter(ended_at__isnull=False).count()
    if part == Part.ENDED:
        shown = rows_of_works(mine.filter(ended_at__isnull=False).order_by("-ended_at"), on=on)
    else:
        shown = [row for row in rows if _is_in(row, part)]
    return Portfolio(units, chosen, part, counts, tuple(shown))


def rows_of_works(works: "models.QuerySet[DifficultWork]", *, on: date) -> list[WorkRow]:
    """With everything that a row says, in six queries."""
    found = list(
        works.select_related("unit", "lead_unit", "leader_post__unit", "item").prefetch_related(
            "milestones",
            "weeks",
            models.Prefetch(
                "obstacles",
                DifficultObstacle.objects.select_related("owner_unit", "needs_decision_of__unit"),
            ),
        )
    )
    leaders = org.holders_of([work.leader_post for work in found], on=on)
    rows = [
        row_of(
            work,
            leader=leaders.get(work.leader_post_id),
            milestones=list(work.milestones.all()),
            obstacles=list(work.obstacles.all()),
            weeks=list(work.weeks.all()),
            since=timezone.localdate(work.starred_at),
            on=on,
        )
        for work in found
    ]
    return sorted(rows, key=lambda row: row.rank)


def asked_of(user: org.User, *, on: date) -> list[DifficultObstacle]:
    """Obstacles that wait for the decision of whoever sits where the user sits."""
    posts = [post.pk for post in org.powers_of(user, on=on).acting_posts]
    return _waiting_for(posts=posts) if posts else []


@prepared.prepared(posts=list[int])
def _waiting_for(*, posts: list[int]) -> "models.QuerySet[DifficultObstacle]":
    return (
        DifficultObstacle.objects.filter(
            needs_decision_of__in=posts, decision="", cleared_how="", work__ended_at__isnull=True
        )
        .select_related("work", "owner_unit")
        .order_by("clear_by", "pk")
    )


def visible_milestones(user: org.User) -> "models.QuerySet[DifficultMilestone]":
    works = DifficultWork.objects.visible_to(user)
    return DifficultMilestone.objects.filter(work__in=works).select_related(
        "work__unit", "work__lead_unit", "work__leader_post"
    )


def visible_obstacles(user: org.User) -> "models.QuerySet[DifficultObstacle]":
    works = DifficultWork.objects.visible_to(user)
    return DifficultObstacle.objects.filter(work__in=works).select_related(
        "work__unit",
        "work__lead_unit",
        "work__leader_post",
        "owner_unit",
        "owner_post__unit",
        "needs_decision_of__unit",
        "raised_by__person",
        "decided_by__person",
        "cleared_by__person",
        "decision_item",
    )


def deciding_posts(unit: org.Unit) -> "models.QuerySet[org.Post]":
    """The leaders of a body: who answers for a work and who may be asked to decide."""
    leading = [org.Role.LEADER, org.Role.UNIT_HEAD]
    return (
        org.Post.objects.filter(Q(scope=unit) | Q(unit=unit), role__in=leading)
        .select_related("unit")
        .order_by("rank", "pk")
    )


def starring_units(user: org.User, *, on: date) -> "models.QuerySet[org.Unit]":
    """Bodies for which the user keeps a list."""
    powers = org.powers_of(user, on=on)
    scopes: Sequence[int] = [post.scope_id for post in powers.acting_posts]
    reach = powers.reach(org.Permission.ISSUE_TASK)
    return org.Unit.objects.within(reach).filter(pk__in=scopes).order_by("sort_key")


def _units(visible: "models.QuerySet[DifficultWork]") -> tuple[tuple[org.Unit, int], ...]:
    running = visible.running().order_by()  # type: ignore[attr-defined]
    counts = dict(running.values_list("unit").annotate(count=Count("pk")))
    kept = visible.order_by().values("unit")
    units = org.Unit.objects.filter(pk__in=kept).order_by("sort_key")
    return tuple((unit, counts.get(unit.pk, 0)) for unit in units)


def _is_in(row: WorkRow, part: Part) -> bool:
    return {
        Part.ALL: True,
        Part.STUCK: row.tone == "stuck",
        Part.AT_RISK: row.tone == "at_risk",
        Part.SILENT: row.tone == "silent",
        Part.GOING: row.tone == "going",
        Part.UNDECIDED: bool(row.undecided),
        Part.NOT_CLEARED: bool(row.overdue_obstacles),
        Part.LATE_STEP: bool(row.late_milestones),
        Part.UNSAID: bool(row.missing),
        Part.ENDED: False,
    }[part]
