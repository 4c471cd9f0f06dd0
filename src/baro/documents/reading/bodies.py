"""Goes through the clauses of a body: each becomes tasks, information or nothing, with a reason."""

from dataclasses import replace

from baro.documents.reading import verdicts
from baro.documents.reading.clauses import Block
from baro.documents.reading.contexts import Contexts, mood_of
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.drafts import Clause, DraftTask
from baro.documents.reading.labels import labelled_order, labels_under
from baro.documents.reading.orders import Order, find_orders
from baro.documents.reading.secrecy import is_stamp
from baro.documents.reading.sentences import Span, sentences
from baro.documents.reading.unit_lists import UnitList

_TASK = "Giao việc: "
_ACTS_ON_OTHERS = {"chỉ đạo", "đôn đốc", "nhắc nhở", "lưu ý"}


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
        self._formulas: set[str] = set()
        self._leads_before: UnitList | None = None

    def read(self, blocks: list[Block]) -> None:
        labelled: set[str] = set()
        for place, block in enumerate(blocks):
            if block.id in labelled:
                self._keep(block, "information", "Thông tin của nhiệm vụ ở mục trên.")
                continue
            labels = labels_under(self.drafting, blocks, place)
            if labels:
                self._read_labelled(block, labels)
                labelled |= {label.id for label in labels}
                continue
            following = blocks[place + 1] if place + 1 < len(blocks) else None
            opens = following is not None and block in following.above
            self._read_block(block, opens=opens)

    def _read_block(self, block: Block, *, opens: bool) -> None:
        drafting = self.drafting
        heading = verdicts.is_heading(drafting.text, drafting.plain, block.body, block.end)
        mood = mood_of(drafting.plain, block.body, block.end) if heading else None
        if mood:
            self.contexts.moods[block.id] = mood
        if opens and self._opens_others(block):
            return
        tasks = [] if heading and not self._is_order_in_short(block) else self._tasks(block)
        if tasks:
            self.tasks.extend(tasks)
            self._keep(block, "task", _reason(tasks))
            return
        if block.id in self._formulas:
            self._keep(block, "none", "Câu nhắc tổ chức thực hiện, không có việc riêng.")
            return
        if heading and is_stamp(drafting.text[block.start : block.end]):
            self._keep(block, "none", "Dấu chỉ mức độ khẩn, mật.")
            return
        said = verdicts.verdict(drafting.plain, block.body, block.end, is_heading=heading)
        self._keep(block, said.kind, said.reason)

    def _read_labelled(self, block: Block, labels: list[Block]) -> None:
        """As in "1. Rà soát ..." over "Đơn vị chủ trì: ...", "Thời gian: ...": one task."""
        task = self.drafting.draft(block.id, labelled_order(self.drafting, block, labels))
        self.tasks.append(task)
        self._keep(block, "task", _reason([task]))

    def _is_order_in_short(self, block: Block) -> bool:
        """A list item without a full stop that still opens with an action or an order."""
        drafting = self.drafting
        span = Span(block.body, block.end)
        if drafting.text[block.body : block.end].isupper():
            return False
        if block.is_item and verdicts.opens_with_action(drafting.plain, *span):
            return self._gives_orders(block)
        return any(order.word or order.has_units for order in find_orders(drafting.named, span))

    def _opens_others(self, block: Block) -> bool:
        """As in "2. Sở Xây dựng:" or "3. Giao Sở Nội vụ thực hiện các nội dung sau:": leads for the rest."""
        drafting = self.drafting
        spans = sentences(drafting.text, block.body, block.end)
        colon = drafting.text[block.start : block.end].rstrip().endswith(":")
        orders = find_orders(drafting.named, spans[-1]) if spans else []
        named = next((order for order in reversed(orders) if order.leads), None)
        if named is None or named.leads is None:
            return False
        only_named = not drafting.plain[named.after_leads : block.end].strip(" .:;")
        if not colon and not only_named:
            return False
        leads = self._those_meant(block, named.leads)
        if leads.has_units or leads.mentions[0].kind != "vague":
            self.contexts.leads[block.id] = leads
        self.contexts.moods[block.id] = "orders"
        self._keep(block, "information", "Câu dẫn: nêu đơn vị cho các mục bên dưới.")
        return True

    def _tasks(self, block: Block) -> list[DraftTask]:
        found: list[DraftTask] = []
        self._leads_before = self.contexts.leads_over(block)
        for span in sentences(self.drafting.text, block.body, block.end):
            self._read_sentence(block, span, found)
        return found

    def _read_sentence(self, block: Block, span: Span, found: list[DraftTask]) -> None:
        plain = self.drafting.plain
        if verdicts.is_closing(plain, *span):
            return
        any_verb = block.is_item and span.start == block.body and self._gives_orders(block)
        named = find_orders(self.drafting.named, span, any_verb=any_verb)
        orders = [order for order in named if self._counts(block, order)]
        if orders and self._is_own_act(block, orders[0], found):
            orders = []
        if orders:
            found.extend(self._draft(block, order) for order in orders)
            self._leads_before = orders[-1].leads
        elif any(
            verdicts.only_says_carry_it_out(plain, order.after_leads, order.end) for order in named
        ):
            self._formulas.add(block.id)
        elif found and self._goes_on(span, found[-1]):
            found[-1] = self._extended(found[-1], span)
        elif self._is_unsigned_order(block, span, found):
            order = Order(span.start, span.end, span.start, self._leads_before if found else None)
            found.append(self._draft(block, order))

    def _is_own_act(self, block: Block, order: Order, found: list[DraftTask]) -> bool:
        """As in "Sở A: - Đôn đốc UBND các xã ...": what the body named before does to others."""
        if order.word not in _ACTS_ON_OTHERS or order.start not in self._openings(block, found):
            return False
        return bool(found) or self.contexts.named_over(block) is not None

    def _openings(self, block: Block, found: list[DraftTask]) -> set[int]:
        """Where an act of the body named before may begin: the item, or after its semicolon."""
        text = self.drafting.text
        after = found[-1].end if found and found[-1].quote.endswith(";") else block.body
        while after < block.end and text[after].isspace():
            after += 1
        return {after, block.body}

    def _draft(self, block: Block, order: Order) -> DraftTask:
        """Nobody named, or only "các đơn vị": the bodies come from the clause above or the address."""
        if order.leads:
            order = replace(order, leads=self._those_meant(block, order.leads))
        return self.drafting.draft(block.id, order, self.contexts.leads_over(block))

    def _those_meant(self, block: Block, leads: UnitList) -> UnitList:
        above = self.contexts.leads_over(block)
        if above and above.has_units and leads.means_those_addressed(self.drafting.plain):
            return above
        return leads

    def _counts(self, block: Block, order: Order) -> bool:
        """Whether the words are an order here, and one with something to do in it."""
        plain = self.drafting.plain
        rest = plain[order.after_leads : order.end].strip(" .:;,")
        if (
            not rest
            or rest.startswith("nào ")
            or verdicts.only_says_carry_it_out(plain, order.after_leads, order.end)
        ):
            return False
        if order.word in {"lưu ý", "nhắc nhở"} and rest.startswith(("về ", "việc ")):
            return False
        if order.word:
            return self.is_official or order.leads is not None
        if verdicts.praises(plain, order.start, order.end):
            return False
        if not self.is_official and not verdicts.is_urged(
            plain, order.start, order.after_leads, order.end
        ):
            return False
        past = verdicts.is_done_already(plain, order.after_leads, order.end)
        return not past and (self._gives_orders(block) or order.has_units)

    def _gives_orders(self, block: Block) -> bool:
        return self.is_official and self.contexts.mood_over(block) != "findings"

    def _goes_on(self, span: Span, before: DraftTask) -> bool:
        """A sentence that only adds to the order before it: its date, its report."""
        plain = self.drafting.plain
        between = self.drafting.text[before.end : span.start].strip()
        if between or not (self.is_official or before.quote.endswith(";")):
            return False
        if verdicts.praises(plain, *span) or plain[span.start] == "(":
            return False
        timed = self.drafting.has_time(*span)
        if timed and before.due_text:
            return False
        if verdicts.adds_to_an_order(plain, *span) or (timed and before.quote.endswith(";")):
            return True
        if verdicts.is_told_as_done(plain, *span):
            return False
        if verdicts.opens_with_action(plain, *span):
            return True
        return timed and not self.drafting.named.within(*span)

    def _extended(self, task: DraftTask, span: Span) -> DraftTask:
        """The same task over a longer quote; what was read first stays, gaps are filled."""
        more = self.drafting.draft(task.clause, Order(span.start, span.end, span.start, None))
        text = self.drafting.text
        return replace(
            task,
            due=task.due if task.due_text else more.due,
            due_text=task.due_text or more.due_text,
            recurrence=task.recurrence or more.recurrence,
            product=more.product
            if verdicts.names_product(self.drafting.plain, *span)
            else task.product or more.product,
            in_charge=task.in_charge or more.in_charge,
            cooperating=tuple(dict.fromkeys((*task.cooperating, *more.cooperating))),
            quote=text[task.start : span.end],
            end=span.end,
            doubts=tuple(
                dict.fromkeys(
                    (*task.doubts, *(d for d in more.doubts if "đơn vị chủ trì" not in d))
                )
            ),
        )

    def _is_unsigned_order(self, block: Block, span: Span, found: list[DraftTask]) -> bool:
        """An action that names nobody: the bodies come from the clause above, or are in doubt."""
        plain = self.drafting.plain
        if not self._gives_orders(block) or not verdicts.opens_with_action(plain, *span):
            return False
        if verdicts.only_says_carry_it_out(plain, *span):
            return False
        if not block.is_item and verdicts.is_basis(plain, *span):
            return False
        return bool(found or block.is_item or self.contexts.named_over(block))

    def _keep(self, block: Block, kind: str, reason: str) -> None:
        self.clauses.append(Clause(block.id, kind, block.start, block.end, reason))  # type: ignore[arg-type]


def _reason(tasks: list[DraftTask]) -> str:
    names = list(dict.fromkeys(unit.name for task in tasks for unit in task.lead))
    if not names:
        return _TASK + "có hành động phải làm nhưng chưa nêu đơn vị."
    shown = ", ".join(names[:4]) + ("…" if len(names) > 4 else "")
    return f"{_TASK}{shown}."
