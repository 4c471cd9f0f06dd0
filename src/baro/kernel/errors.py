"""Refusals: the only errors whose text is written for people."""

from typing import ClassVar


class DomainError(Exception):
    """A refusal in plain Vietnamese. Pages show it as a message (422), the API as a problem."""

    is_about_file: ClassVar[bool] = False  # a page tells it where the file was chosen

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
