"""Short printable numbers, one run a year, without gaps."""

from baro.kernel.prepared import run
from baro.work.models import WorkItem

PREFIXES = {WorkItem.Kind.TASK: "NV"}
_TAKE = """
    UPDATE work_worknumberseries SET last_number = last_number + %s
    WHERE prefix = %s AND year = %s RETURNING last_number
"""
_BEGIN = """
    INSERT INTO work_worknumberseries (prefix, year, last_number) VALUES (%s, %s, 0)
    ON CONFLICT DO NOTHING
"""


def take_numbers(*, prefix: str, year: int, count: int) -> list[str]:
    """Take the next numbers of a year, this one or a past one; others wait until we commit.

    If the transaction fails the numbers go back, so that none is ever missing. So this comes as
    late as it can: after everything that is asked, before what is written.
    """
    taken = run(_TAKE, [count, prefix, year])
    if not taken:
        run(_BEGIN, [prefix, year])
        taken = run(_TAKE, [count, prefix, year])
    [(last,)] = taken
    return [f"{prefix}-{year}-{number:06d}" for number in range(last - count + 1, last + 1)]
