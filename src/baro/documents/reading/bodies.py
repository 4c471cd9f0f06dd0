"""Goes through the clauses of a body: each becomes tasks, information or nothing, with a reason."""

from baro.documents.reading import verdicts
from baro.documents.reading.clause_tasks import ClauseTasks
from baro.documents.reading.clauses import Block
from baro.documents.reading.contexts import Contexts, mood_of
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.drafts import Clause, ClauseKind, DraftTask
from baro.documents.reading.labels import labelled_order, labels_under
from baro.documents.reading.orders import Order, find_orders
from baro.documents.reading.secrecy import is_stamp
from baro.documents.reading.sentences import Span, sentences
from baro.documents.reading.unit_lists import UnitList

_TASK = "Giao việc: "
_NAMES_SHOWN = 4


class BodyReader:
    """Reads blocks in order; what an opening clause says counts for those under it."""

    def __init__(
        self, drafting: Drafting, *, is_official: bool, addressed: UnitList | None = None
    ) -> None:
        self.drafting = drafting
        self.is_official = is_official
        self.contexts = Contexts(addressed=addressed)
        self.tasks: list[DraftTask] = []
        self.clauses: list[Clause] = []

    def read(self, blocks: list[Block]) -> None:
        labelled: set[str] = set()
        for place, block in enumerate(blocks):
            if block.id in labelled:
                self._keep(block, "information", "Thông tin của nhiệm vụ ở mục trên.")
            elif labels := labels_under(self.drafting, blocks, place):
                labelled |= {label.id for label in labels}
                order = labelled_order(self.drafting, block, labels)
                self._keep_tasks(block, [self.drafting.draft(block.id, order)])
            else:
                following = blocks[place + 1] if place + 1 < len(blocks) else None
                self._read_block(block, opens=following is not None and block in following.above)

    def _read_block(self, block: Block, *, opens: bool) -> None:
        drafting = self.drafting
        heading = verdicts.is_heading(drafting.text, drafting.plain, block.body, block.end)
        mood = mood_of(drafting.plain, block.body, block.end) if heading else None
        if mood:
            self.contexts.moods[block.id] = mood
        spans = sentences(drafting.text, block.body, block.end)
        if opens and spans and (order := self._naming_those_below(block, spans[-1])):
            self._open_others(block, spans[:-1], order)
        elif heading and (opens or mood == "findings" or not self._is_order_in_short(block)):
            self._keep_words(block, is_heading=True)
        else:
            self._read_sentences(block, spans, is_heading=heading)

    def _read_sentences(self, block: Block, spans: list[Span], *, is_heading: bool) -> None:
        tasks = self._tasks_of(block, spans)
        if tasks.found:
            self._keep_tasks(block, tasks.found)
        elif tasks.only_reminds:
            self._keep(block, "none", "Câu nhắc tổ chức thực hiện, không có việc riêng.")
        else:
            self._keep_words(block, is_heading=is_heading)

    def _tasks_of(self, block: Block, spans: list[Span]) -> ClauseTasks:
        tasks = ClauseTasks(self.drafting, block, self.contexts, self.is_official)
        for span in spans:
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
        orders = find_orders(drafting.named, span)
        order = next((order for order in reversed(orders) if order.leads), None)
        if order is None:
            return None
        colon = drafting.text[block.start : block.end].rstrip().endswith(":")
        only_named = not drafting.plain[order.after_leads : block.end].strip(" .:;")
        return order if colon or only_named else None

    def _open_others(self, block: Block, before: list[Span], order: Order) -> None:
        """The bodies named last count for the clauses below; orders before them stand alone."""
        tasks = self._tasks_of(block, before).found if block.is_item else []
        self.contexts.open(block, order.leads, self.drafting.plain)
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
