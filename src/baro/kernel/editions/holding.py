"""Answers held as long as their edition is the present one."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import ParamSpec, TypeVar

from baro.kernel.editions.asking import goes_by_one_edition, token_of
from baro.kernel.editions.models import Edition

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
_MOST = 4096


def held(
    *groups: Edition.Group, most: int = _MOST, asks: bool = True
) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """For a function that depends on nothing but its values and the tables of the groups.

    Values must be hashable. The answer is shared by all who ask: nobody may change it. What costs
    no more than asking for the edition, or comes with ever other values, is held with `asks=False`:
    only where one edition is gone by, for a request that reads or an act that moves nothing.
    """

    def hold(work_out: Callable[Given, Answer]) -> Callable[Given, Answer]:
        shelf: tuple[str | None, dict[Hashable, Answer]] = (None, {})

        @wraps(work_out)
        def answer(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
            nonlocal shelf
            token = token_of(*groups) if asks or goes_by_one_edition() else None
            if token is None:
                return work_out(*args, **kwargs)
            edition, answers = shelf
            if edition != token or len(answers) >= most:
                answers = {}
                shelf = (token, answers)
            key = (args, *kwargs.items())
            if key not in answers:
                answers[key] = work_out(*args, **kwargs)
            return answers[key]

        return answer

    return hold
