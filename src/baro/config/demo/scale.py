"""How large the city is built. The full one repeats a figure that was published of Hà Nội."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """Sizes of one build.

    `counted` is of tasks between bodies: collective parents, tasks taken back and work inside one
    body come on top.
    """

    counted: int
    overdue: int
    commune_duties: int
    committee_duties: int
    department_duties: int
    papers: int
    internal: int
    withdrawn: int
    accounts: int


# 24,321 tasks, 728 of them overdue without an update: Hà Nội on 30/4/2023 (press).
FULL = Scale(
    counted=24_321,
    overdue=728,
    commune_duties=163,
    committee_duties=16,
    department_duties=9,
    papers=212,
    internal=240,
    withdrawn=64,
    accounts=600,
)
SMALL = Scale(
    counted=620,
    overdue=31,
    commune_duties=3,
    committee_duties=1,
    department_duties=1,
    papers=16,
    internal=8,
    withdrawn=4,
    accounts=600,
)
