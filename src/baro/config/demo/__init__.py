"""A whole invented Hà Nội to try things on: people, papers and a year of work ending today.

Owns: the demo data and the accounts of the sign-in page. Unit names are real, people are not.
Does not own: any rule of the trade; what it writes obeys the same constraints as everything else.
"""

from collections.abc import Callable, Sequence
from datetime import date

from baro.config.demo.accounts import PASSWORD, STORY_COMMUNE, DemoAccount, accounts

__all__ = ["PASSWORD", "STORY_COMMUNE", "DemoAccount", "accounts", "build", "main"]


def build(*, today: date, say: Callable[[str], None]) -> None:
    """Build the full city. The steps are imported late: the list of accounts needs no database."""
    from baro.config.demo.build import build as build_city

    build_city(today=today, say=say)


def main(arguments: Sequence[str]) -> int:
    from baro.config.demo.command import main as run

    return run(arguments)
