"""Taking a list out of the house, as a file or on paper; who took what stays known."""

from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from baro.kernel import audit, standby
from baro.org import api as org
from baro.tasks.lists.papers import ListPaper, paper_of, write_excel
from baro.tasks.lists.words import conditions_in_words
from baro.work import api as work


@transaction.atomic
def take_list_file(*, query: work.ListQuery, file: BinaryIO, by: org.User, at: datetime) -> None:
    """Write every row that the taker may see into the file."""
    count = standby.read(lambda: write_excel(query, by, file, at=at))
    _leave_trace(query, count, "tệp Excel", by, at)


@transaction.atomic
def take_list_print(*, query: work.ListQuery, by: org.User, at: datetime) -> ListPaper:
    """Lay the list out for a printer."""
    paper = paper_of(query, by, at=at)
    _leave_trace(query, len(paper.rows), "bản in", by, at)
    return paper


def _leave_trace(query: work.ListQuery, count: int, form: str, by: org.User, at: datetime) -> None:
    conditions = "; ".join(f"{label}: {value}" for label, value in conditions_in_words(query))
    facts = {"form": form, "count": count, "conditions": conditions or "mọi nhiệm vụ được xem"}
    audit.record("tasks.list_taken", by, by=by, at=at, facts=facts)
