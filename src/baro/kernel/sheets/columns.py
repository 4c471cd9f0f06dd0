"""One column of a list: for reading, for the template and for the export alike."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """`help` stands in the second sheet of the template."""

    key: str
    title: str
    help: str
    required: bool = True
