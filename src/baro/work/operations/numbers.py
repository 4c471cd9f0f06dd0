"""Short printable numbers, one run a year, without gaps."""

from baro.work.models import WorkItem, WorkNumberSeries

PREFIXES = {WorkItem.Kind.TASK: "NV"}


def take_numbers(*, prefix: str, year: int, count: int) -> list[str]:
    """Take the next numbers of a year, this one or a past one; others wait until we commit.

    If the transaction fails the numbers go back, so that none is ever missing.
    """
    WorkNumberSeries.objects.bulk_create(
        [WorkNumberSeries(prefix=prefix, year=year)], ignore_conflicts=True
    )
    series = WorkNumberSeries.objects.select_for_update().get(prefix=prefix, year=year)
    first = series.last_number + 1

    series.last_number += count
    series.save(update_fields=["last_number"])
    return [f"{prefix}-{year}-{number:06d}" for number in range(first, first + count)]
