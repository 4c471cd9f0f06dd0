"""Refusals: the only errors whose text is written for people."""


class DomainError(Exception):
    """A refusal in plain Vietnamese. Pages show it as a message (422), the API as a problem."""

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
