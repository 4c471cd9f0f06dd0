"""Tasks in the form of a list: "Đơn vị chủ trì: ...", "Thời gian: ...", "Sản phẩm: ..."."""

from baro.documents.reading.clauses import Block
from baro.documents.reading.drafting import Drafting
from baro.documents.reading.orders import Order
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span

_LABEL = grammar(
    r"(?:(?:đơn vị|cơ quan|đầu mối)~(?:chủ trì|phối hợp|thực hiện|đầu mối)|chủ trì|phối hợp"
    r"|lãnh đạo phụ trách"
    r"|(?:thời gian|thời hạn|tiến độ|hạn)(?: hoàn thành| thực hiện)?|sản phẩm(?: đầu ra"
    r"| dự kiến| hoàn thành)?"
    r"|kết quả(?: đầu ra)?|người phụ trách|phân công)(?: thực hiện)?~:"
)
_LEADS = grammar(r"(?:(?:đơn vị|cơ quan)~)?(?:chủ trì|đầu mối|thực hiện)(?: thực hiện)?~:~")
_SINGLE = 1


def labels_under(drafting: Drafting, blocks: list[Block], place: int) -> list[Block]:
    """The labelled lines right under a clause; none unless one of them names who leads."""
    found = []
    for at in range(place + 1, len(blocks)):
        block = blocks[at]
        if blocks[place] not in block.above or not _LABEL.match(
            drafting.plain, block.body, block.end
        ):
            break
        found.append(block)
    named = any(_LEADS.match(drafting.plain, block.body, block.end) for block in found)
    return found if named and len(found) > _SINGLE else []


def labelled_order(drafting: Drafting, block: Block, labels: list[Block]) -> Order:
    """The whole group as one order; its matter is the line on top."""
    end = labels[-1].end
    leads = None
    for label in labels:
        opening = _LEADS.match(drafting.plain, label.body, label.end)
        if opening and leads is None:
            leads = drafting.named.list_at(opening.end(), label.end)
    return Order(block.start, end, block.body, leads, "chủ trì:", Span(block.body, block.end))
