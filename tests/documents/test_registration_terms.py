from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from baro.documents.registration_terms import RegistrationTerms, registration_due_at
from baro.kernel.calendar.api import built_in_calendar

CITY = ZoneInfo("Asia/Ho_Chi_Minh")
TERMS = RegistrationTerms(1, 0, {"urgent": 60, "flash": 15})


@pytest.mark.parametrize(
    ("received", "urgency", "is_electronic", "due"),
    [
        ("2026-09-09 10:00", "normal", False, "2026-09-10 23:59"),
        ("2026-09-11 16:00", "normal", False, "2026-09-14 23:59"),
        ("2026-09-12 09:00", "normal", False, "2026-09-14 23:59"),
        ("2026-09-09 10:00", "normal", True, "2026-09-09 23:59"),
        ("2026-09-12 09:00", "normal", True, "2026-09-14 23:59"),
        ("2026-09-09 10:00", "urgent", False, "2026-09-09 11:00"),
        ("2026-09-09 11:50", "flash", False, "2026-09-09 13:05"),
        ("2026-09-11 20:00", "flash", False, "2026-09-14 08:15"),
        ("2026-09-11 20:00", "flash", True, "2026-09-11 23:59"),
    ],
)
def test_an_arrival_is_due_in_the_register(
    received: str, urgency: str, is_electronic: bool, due: str
) -> None:
    received_at = datetime.fromisoformat(received).replace(tzinfo=CITY)

    due_at = registration_due_at(
        received_at,
        urgency=urgency,
        is_electronic=is_electronic,
        terms=TERMS,
        calendar=built_in_calendar(),
    )

    assert f"{due_at:%Y-%m-%d %H:%M}" == due
