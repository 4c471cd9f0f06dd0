"""Which files take so long to read that nobody should wait for the answer."""

from baro.documents.extraction import Probed, attachments_of, probe
from baro.kernel.errors import DomainError


def looked_at(content: bytes) -> Probed:
    """A letter is as slow as the slowest of what came with it, as all of that is looked at."""
    found = probe(content)
    if found.kind != "eml":
        return found
    slow = any(_is_slow(file.content) for file in attachments_of(content))
    return found._replace(is_slow=slow)


def is_slow(content: bytes) -> bool:
    return looked_at(content).is_slow


def _is_slow(content: bytes) -> bool:
    """What cannot be read at all does not take long either."""
    try:
        return is_slow(content)
    except DomainError:
        return False
