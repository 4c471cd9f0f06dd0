"""What every REST door asks of what is sent to it."""

from collections.abc import Iterator
from typing import Annotated, Any, Self

from ninja import Field, Schema
from pydantic import model_validator

Line = Annotated[str, Field(max_length=500)]
Words = Annotated[str, Field(max_length=2000)]
Key = Annotated[int, Field(ge=1, lt=2**63)]


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
