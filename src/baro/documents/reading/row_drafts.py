"""The tasks of a table, row after row."""

from baro.documents.reading.clauses import Block
from baro.documents.reading.contexts import Contexts
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.drafts import DraftTask
from baro.documents.reading.tables import Row
from baro.documents.reading.unit_lists import UnitList


class RowDrafts:
    """Remembers who led in the row above: a row that goes on with it may leave that cell empty."""

    def __init__(self, drafting: Drafting, contexts: Contexts) -> None:
        self.drafting = drafting
        self.contexts = contexts
        self._leads_above: UnitList | None = None

    def open_section(self, block: Block, row: Row) -> None:
        """The name of a section; when it is a body's, that body leads in the rows under it."""
        matter = row.listed.matter
        leads = self.drafting.named.list_at(*matter)
        whole = leads is not None and leads.end >= matter.end - 1
        self.contexts.open(block, leads if whole else None, self.drafting.plain)

    def task_of(self, block: Block, row: Row) -> DraftTask:
        over = self.contexts.leads_over(block)
        inherited = self._leads_above if row.repeats and self._leads_above else over
        where = self.contexts.where(inherited) if inherited else ""
        task = self.drafting.draft_listed(block.id, row.listed, inherited, where)
        self._leads_above = self._leads_of(row) or inherited
        return task

    def _leads_of(self, row: Row) -> UnitList | None:
        found = [m for cell in row.listed.under("lead") for m in self.drafting.named.within(*cell)]
        return UnitList(found[0].start, found[-1].end, tuple(found)) if found else None
