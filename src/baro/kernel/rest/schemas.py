"""What every REST door asks of what is sent to it."""

from collections.abc import Iterator
from typing import Any, Self

from ninja import Schema
from pydantic import model_validator


class Given(Schema):
    """What a caller sends; text that no database can keep is malformed, not a failure of ours."""

    @model_validator(mode="after")
    def refuse_nul(self) -> Self:
        if any("\0" in text for text in _texts(list(self.__dict__.values()))):
            raise ValueError("văn bản có ký tự NUL (U+0000)")
        return self


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
