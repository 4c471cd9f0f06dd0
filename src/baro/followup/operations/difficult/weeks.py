"""The one line of a week."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from baro.followup.difficult_weeks import monday_of
from baro.followup.models import DifficultWeek, DifficultWork
from baro.followup.operations.difficult.guards import lock_work, require_running, said
from baro.followup.policies import difficult as policies
from baro.kernel import audit
from baro.kernel.policies import require
from baro.org import api as org


@transaction.atomic
def say_week(
    *, work: DifficultWork, tone: str, words: str, by: org.User, at: datetime
) -> DifficultWeek:
    """How the work stands in this week; said again, the later word holds and both stay traced.

    Only the running week can be written: what was not said in its time stays missing.
    """
    work = lock_work(work.pk)
    today = timezone.localdate(at)
    require(
        policies.can_report_work(by, work, on=today),
        f"Chỉ {work.lead_unit} hoặc bên theo dõi việc này mới ghi tình hình tuần được.",
    )
    require_running(work)

    words = said(words, "Hãy ghi tình hình tuần này trong một dòng.", field="words")
    week, _ = DifficultWeek.objects.update_or_create(
        work=work,
        monday=monday_of(today),
        defaults={
            "tone": DifficultWeek.Tone(tone),
            "words": words,
            "said_at": at,
            "said_by": by,
        },
    )
    facts = {
        "monday": week.monday,
        "tone": DifficultWeek.Tone(tone).label.lower(),
        "words": words.rstrip("."),
    }
    audit.record("followup.difficult_week_said", work, by=by, at=at, facts=facts)
    return week
