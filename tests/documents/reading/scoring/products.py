"""When a product that was read is the product of the label.

Compared without case, punctuation, spacing and the two spellings of a tone. Right when both name
none, or when the shorter of the two has at least two syllables and stands whole inside the longer
one: "Báo cáo" answers "Báo cáo kết quả rà soát", "Kế hoạch thanh tra" answers "dự thảo Kế hoạch
thanh tra năm 2027". A product where the label has none is wrong, and so is the other way round.
"""

import re

from baro.documents.reading.surface import surface
from baro.kernel.text import nfc

_FEWEST = 2


def is_same_product(read: str | None, labelled: str | None) -> bool:
    one, other = _plain(read), _plain(labelled)
    if not one or not other:
        return one == other
    shorter, longer = sorted((one, other), key=len)
    if len(shorter.split()) < _FEWEST:
        return shorter == longer
    return f" {shorter} " in f" {longer} "


def is_same_phrase(read: str | None, labelled: str | None) -> bool:
    """Equal apart from case, punctuation, spacing and tone placement."""
    return _plain(read) == _plain(labelled)


def _plain(words: str | None) -> str:
    return " ".join(re.findall(r"\w+", surface(nfc(words or ""))))
