from datetime import date

import pytest
from django.core.exceptions import ValidationError

from baro.kernel.ui.day_fields import DayField, why_no_day

HOW = "ví dụ 25/03/2026"


@pytest.mark.parametrize("written", ["03/04/2026", "3-4-2026", " 03.04.2026 ", "2026-04-03"])
def test_the_day_stands_before_the_month(written: str) -> None:
    assert DayField().clean(written) == date(2026, 4, 3)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "30/02/2027",
            "Tháng 02/2027 không có ngày 30. Ngày gần nhất có trong lịch là 28/02/2027.",
        ),
        ("30.2.2027", "Tháng 02/2027 không có ngày 30. Ngày gần nhất có trong lịch là 28/02/2027."),
        ("2027-02-29", "Tháng 02/2027 không có ngày 29."),
        ("31/9/2026", "Tháng 09/2026 không có ngày 31. Ngày gần nhất có trong lịch là 30/09/2026."),
        ("0/9/2026", "Ngày gần nhất có trong lịch là 01/09/2026."),
        ("25/13/2026", "Năm 2026 không có tháng 13."),
        ("25/12/0000", HOW),
        ("ngày mai", HOW),
        ("25/12", HOW),
        ("٣٠/٠٢/٢٠٢٧", HOW),
    ],
)
def test_a_day_that_cannot_be_is_told_by_its_own_fault(written: str, told: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        DayField().clean(written)

    assert told in refusal.value.messages[0]


def test_a_day_without_a_year_is_looked_for_in_the_month_to_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: date(2026, 11, 23))

    assert "gần nhất có trong lịch là 28/02/2027; hãy ghi cả năm" in why_no_day("30/2")
    assert "gần nhất có trong lịch là 30/11/2026" in why_no_day("31/11")
    assert HOW in why_no_day("29/2")
    assert HOW in why_no_day("5/14")


def test_a_leap_day_is_a_day() -> None:
    assert DayField().clean("29/02/2028") == date(2028, 2, 29)
    assert why_no_day("29/02/2028").endswith("2026.")
