"""Figures of another system as they were given to us, not measured here.

Redmine 5.0.4 with 200 thousand issues, and with 2 million where a second figure stands: medians,
one request at a time, on a machine of this kind.
"""

from collections.abc import Mapping

GIVEN_AS = "Redmine 5.0.4 (số liệu được cho, không đo ở đây)"
GIVEN: Mapping[tuple[str, int], float] = {
    ("list.unit", 200_000): 148,
    ("list.overdue.p1", 200_000): 280,
    ("list.overdue.p1", 2_000_000): 1_400,
    ("city.page", 200_000): 1_150,
    ("city.page", 2_000_000): 37_000,
    ("search.common", 200_000): 1_200,
    ("search.common", 2_000_000): 11_000,
    ("search.rare", 200_000): 1_200,
    ("search.rare", 2_000_000): 11_000,
    ("task.page", 200_000): 132,
    ("task.create", 200_000): 37,
    ("task.transition", 200_000): 35,
    ("task.fanout126", 200_000): 5_000,
}
# Milliseconds, one request at a time, at 200 thousand items; two million may take 1.3 times that.
TARGETS: Mapping[str, float] = {
    "list.unit": 12,
    "list.overdue.p1": 12,
    "list.overdue.p300": 12,
    "city.page": 15,
    "inbox": 12,
    "search.rare": 20,
    "search.common": 20,
    "task.page": 12,
    "task.create": 8,
    "task.transition": 8,
    "task.fanout126": 80,
    "export.xlsx10k": 2_000,
}
