"""Which elements of a page carry its words."""

from collections.abc import Iterator
from typing import Any

Element = Any  # elements of lxml carry no types

_NAMES_UNSEEN = (
    "script style noscript template head svg math object embed iframe canvas audio video "
    "select button nav aside input textarea map"
)
_NAMES_OF_BLOCKS = (
    "html body address article blockquote dd div dl dt fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul caption center"
)
_UNSEEN = frozenset(_NAMES_UNSEEN.split())
_BLOCKS = frozenset(_NAMES_OF_BLOCKS.split())
_HIDING = ("display:none", "visibility:hidden", "mso-hide:all")
_FEWEST_LETTERS = 200


def is_seen(node: Element) -> bool:
    if not isinstance(node.tag, str) or node.tag in _UNSEEN or "hidden" in node.attrib:
        return False
    style = node.get("style", "").replace(" ", "").lower()
    return not any(sign in style for sign in _HIDING)


def is_block(node: Element) -> bool:
    return node.tag in _BLOCKS


def article_of(root: Element) -> Element:
    """The part of a press page that holds the article, when the page marks exactly one."""
    for tag in ("article", "main"):
        found = list(root.iter(tag))
        if len(found) == 1 and len("".join(found[0].itertext()).strip()) >= _FEWEST_LETTERS:
            return found[0]
    return root


def direct(place: Element, *tags: str) -> Iterator[Element]:
    """Seen descendants of a table with these tags, without those of tables inside it."""
    for node in place:
        if not is_seen(node):
            continue
        if node.tag in tags:
            yield node
        elif node.tag in {"thead", "tbody", "tfoot", "form"}:
            yield from direct(node, *tags)
