"""What a clause is called by those who read the paper: "điểm II.3.a", "đoạn 1"."""

import re

_PARAGRAPH = re.compile(r"p(\d+)")
_DASH = re.compile(r"[^\w](\d+)")


def clause_name(key: str) -> str:
    """The name of the clause with this key, for the middle of a sentence; "" without a key.

    A key is the number that the paper prints; "p1" counts paragraphs without any, "-2" dashes,
    "~2" says that the same number came before.
    """
    number, _, again = key.partition("~")
    printed, counted = [], []
    for part in filter(None, number.split(".")):
        if found := _PARAGRAPH.fullmatch(part):
            counted.append(f"đoạn {found[1]}")
        elif found := _DASH.fullmatch(part):
            counted.append(f"gạch đầu dòng {found[1]}")
        else:
            printed.append(part)
    name = ", ".join([*([f"điểm {'.'.join(printed)}"] if printed else []), *counted])
    return f"{name} (lần {again})" if again else name


def clause_title(key: str) -> str:
    """The same where it stands alone."""
    name = clause_name(key)
    return name[:1].upper() + name[1:]
