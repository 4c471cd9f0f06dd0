"""Goes through the clauses of a body: each becomes tasks, information or nothing, with a reason."""

from collections.abc import Mapping

from baro.documents.reading import verdicts
from baro.documents.reading.clause_tasks import ClauseTasks
from baro.documents.reading.clauses import Block
from baro.documents.reading.contexts import Contexts, mood_of, tells
from baro.documents.reading.continuations import supplemented
from baro.documents.reading.cooperation import find_cooperation
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.drafts import Clause, ClauseKind, DraftTask
from baro.documents.reading.labels import listed_at
from baro.documents.reading.listed import Listed
from baro.documents.reading.order import Order
from baro.documents.reading.orders import find_orders
from baro.documents.reading.parts import parts_of
from baro.documents.reading.patterns import grammar
from baro.documents.reading.preambles import ARROWS, background
from baro.documents.reading.row_drafts import RowDrafts
from baro.documents.reading.secrecy import is_stamp
from baro.documents.reading.sentences import Span, sentences
from baro.documents.reading.tables import Row
from baro.documents.reading.unit_lists import UnitList

_TASK = "Giao việc: "
_NAMES_SHOWN = 4
# What follows such words is the matter of the task itself: "lập kế hoạch, trong đó:".
_CONTENTS = grammar(
    r"(?:trong đó|bao gồm|gồm|gồm các nội dung|nội dung gồm|nêu rõ|làm rõ|cụ thể)~:~$"
)


class BodyReader:
    """Reads blocks in order; what an opening clause says counts for those under it."""

    def __init__(
        self,
        drafting: Drafting,
        *,
        is_official: bool,
        addressed: UnitList | None = None,
        rows: Mapping[int, Row] | None = None,
        is_minutes: bool = False,
    ) -> None:
        self.drafting = drafting
        self.is_official = is_official
        self.contexts = Contexts(addressed=addressed)
        self.rows = rows or {}
        self.is_minutes = is_minutes
        self.tasks: list[DraftTask] = []
        self.clauses: list[Clause] = []
        self.row_drafts = RowDrafts(drafting, self.contexts)

    def read(self, blocks: list[Block]) -> None:
        taken: frozenset[str] = frozenset()
        before = self._before_the_orders(blocks)
        for place, block in enumerate(blocks):
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            opens = following is not None and any(above is block for above in following.above)
            row = self.rows.get(block.start)
            if block.id in before:
                self._read_background(block, opens=opens)
            elif block.id in taken:
                self._keep(block, "information", "Thông tin của nhiệm vụ ở mục trên.")
            elif row:
                self._read_row(block, row, opens=opens)
            elif (found := listed_at(self.drafting.plain, blocks, place)) and self._lists(block):
                listed, taken = found
                self._read_listed(block, listed)
            else:
                answered = following is not None and self._answers(following)
                self._read_block(block, opens=opens, answered=answered)

    def _before_the_orders(self, blocks: list[Block]) -> frozenset[str]:
        if not self.is_official:
            return frozenset()
        return background(self.drafting.plain, blocks, is_minutes=self.is_minutes)

    def _read_background(self, block: Block, *, opens: bool) -> None:
        drafting = self.drafting
        heading = verdicts.is_heading(drafting.text, drafting.plain, block.body, block.end)
        if opens:
            self.contexts.moods[block.id] = "findings"
        self._keep_words(block, is_heading=heading)

    def _answers(self, block: Block) -> bool:
        """In minutes "=> ..." is what the chair concludes from the report above it."""
        return self.drafting.text[block.start] in ARROWS

    def _lists(self, block: Block) -> bool:
        return self.contexts.mood_over(block) != "findings"

    def _read_row(self, block: Block, row: Row, *, opens: bool) -> None:
        matter = row.listed.matter
        if row.kind == "head":
            self._keep(block, "none", "Dòng tiêu đề của bảng.")
        elif row.kind == "section" or (opens and row.is_bare):
            self.row_drafts.open_section(block, row)
            self._keep(block, "none", "Tiêu đề mục.")
        elif matter.start == matter.end or not self._lists(block):
            self._keep(block, "information", "Không có nội dung phải làm.")
        else:
            self._keep_tasks(block, [self.row_drafts.task_of(block, row)])

    def _read_listed(self, block: Block, listed: Listed) -> None:
        """Labelled lines make the task, or add to the one that the clause gives."""
        if not listed.under("lead"):
            tasks = self._tasks_of(block, sentences(self.drafting.text, block.body, block.end))
            if tasks.tasks:
                last = supplemented(self.drafting, tasks.tasks[-1], listed)
                self._keep_tasks(block, [*tasks.tasks[:-1], last])
                return
        above = self.contexts.leads_over(block)
        where = self.contexts.where(above) if above else ""
        self._keep_tasks(block, [self.drafting.draft_listed(block.id, listed, above, where)])

    def _read_block(self, block: Block, *, opens: bool, answered: bool) -> None:
        drafting = self.drafting
        heading = verdicts.is_heading(drafting.text, drafting.plain, block.body, block.end)
        mood = mood_of(drafting.plain, block.body, block.end) if heading else None
        told = tells(drafting.plain, block.body, block.end)
        if told or mood:
            self.contexts.moods[block.id] = "findings" if told else mood or "orders"
        spans = sentences(drafting.text, block.body, block.end)
        if answered or told:
            self._keep_words(block, is_heading=heading)
        elif opens and _CONTENTS.search(drafting.plain, block.body, block.end):
            self._read_sentences(block, spans, is_heading=heading)
            if self.clauses[-1].kind == "task":
                self.contexts.moods[block.id] = "findings"
        else:
            self._read_orders(block, spans, is_heading=heading, opens=opens)

    def _read_orders(
        self, block: Block, spans: list[Span], *, is_heading: bool, opens: bool
    ) -> None:
        findings = is_heading and self.contexts.moods.get(block.id) == "findings"
        if opens and spans and (order := self._naming_those_below(block, spans[-1])):
            if self.drafting.asks_upward(order):
                self.contexts.moods[block.id] = "findings"
                self._keep_words(block, is_heading=is_heading)
            else:
                self._open_others(block, spans[:-1], order)
        elif is_heading and (opens or findings or not self._is_order_in_short(block)):
            self._keep_words(block, is_heading=True)
        else:
            self._read_sentences(block, spans, is_heading=is_heading)

    def _read_sentences(self, block: Block, spans: list[Span], *, is_heading: bool) -> None:
        tasks = self._tasks_of(block, spans)
        if tasks.tasks:
            self._keep_tasks(block, tasks.tasks)
        elif tasks.only_reminds:
            self._keep(block, "none", "Câu nhắc tổ chức thực hiện, không có việc riêng.")
        elif tasks.only_directs:
            self._keep(block, "information", "Định hướng chung, chưa giao cho đơn vị nào.")
        else:
            self._keep_words(block, is_heading=is_heading)

    def _tasks_of(self, block: Block, spans: list[Span]) -> ClauseTasks:
        tasks = ClauseTasks(self.drafting, block, self.contexts, self.is_official)
        for span in parts_of(self.drafting, spans):
            tasks.read(span)
        return tasks

    def _is_order_in_short(self, block: Block) -> bool:
        """A list item without a full stop that still opens with an action or an order."""
        drafting, span = self.drafting, Span(block.body, block.end)
        if drafting.text[block.body : block.end].isupper():
            return False
        if block.is_item and verdicts.opens_with_action(drafting.plain, *span):
            return True
        return any(order.word or order.has_units for order in find_orders(drafting.named, span))

    def _naming_those_below(self, block: Block, span: Span) -> Order | None:
        """As in "2. Sở Xây dựng:" or "3. Giao Sở Nội vụ thực hiện các nội dung sau:"."""
        drafting = self.drafting
        colon = drafting.text[block.start : block.end].rstrip().endswith(":")
        orders = find_orders(drafting.named, span, any_verb=block.is_item and colon)
        order = next((order for order in reversed(orders) if order.leads), None)
        if order is None or (order.leads and order.leads.mentions[0].kind == "person"):
            return None
        along = find_cooperation(drafting.named, order.after_leads, block.end)
        after = max(order.after_leads, along.action_start)
        only_named = not drafting.plain[after : block.end].strip(" .:;")
        return order if colon or only_named else None

    def _open_others(self, block: Block, before: list[Span], order: Order) -> None:
        """The bodies named last count for the clauses below; orders before them stand alone."""
        tasks = self._tasks_of(block, before).tasks if block.is_item else []
        along = find_cooperation(self.drafting.named, order.after_leads, block.end).mentions
        self.contexts.open(block, order.leads, self.drafting.plain, along)
        if tasks:
            self._keep_tasks(block, tasks)
        else:
            self._keep(block, "information", "Câu dẫn: nêu đơn vị cho các mục bên dưới.")

    def _keep_words(self, block: Block, *, is_heading: bool) -> None:
        if is_heading and is_stamp(self.drafting.text[block.start : block.end]):
            self._keep(block, "none", "Dấu chỉ mức độ khẩn, mật.")
            return
        said = verdicts.verdict(self.drafting.plain, block.body, block.end, is_heading=is_heading)
        self._keep(block, said.kind, said.reason)

    def _keep_tasks(self, block: Block, tasks: list[DraftTask]) -> None:
        self.tasks.extend(tasks)
        self._keep(block, "task", _reason(tasks))

    def _keep(self, block: Block, kind: ClauseKind, reason: str) -> None:
        self.clauses.append(Clause(block.id, kind, block.start, block.end, reason))


def _reason(tasks: list[DraftTask]) -> str:
    names = list(dict.fromkeys(unit.name for task in tasks for unit in task.lead))
    if not names:
        return f"{_TASK}có hành động phải làm nhưng chưa nêu đơn vị."
    shown = ", ".join(names[:_NAMES_SHOWN]) + ("…" if len(names) > _NAMES_SHOWN else "")
    return f"{_TASK}{shown}."
