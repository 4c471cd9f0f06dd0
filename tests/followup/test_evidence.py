"""What a unit said about being late, and what it did not say."""

from datetime import date

from tests.followup.towns import at, give_task, lay_out_town

from baro.followup.queries.evidence import backing_of
from baro.tasks import api as tasks


def test_a_day_that_the_issuer_moved_is_no_request_of_the_unit(db: None) -> None:
    town = lay_out_town()
    asked, moved = give_task(town), give_task(town)
    later = date(2026, 9, 28)
    tasks.ask_task_extension(
        task=asked, proposed_due_on=later, grounds="Mưa bão.", by=town.wards_head, at=at(2)
    )
    tasks.reschedule_task(task=moved, due_on=later, reason="Đổi kế hoạch.", by=town.giver, at=at(2))

    reasons = backing_of([], [asked.pk, moved.pk]).reasons
    assert [one.kind for one in reasons[asked.pk]] == ["Xin gia hạn (chờ quyết định)"]
    assert moved.pk not in reasons
