"""A whole invented Hà Nội to try things on: people, papers and a year of work ending today.

Owns: the demo data and the accounts of the sign-in page. Unit names are real, people are not.
Does not own: any rule of the trade; what it writes obeys the same constraints as everything else.
"""

from baro.config.demo.accounts import PASSWORD, STORY_COMMUNE, DemoAccount, accounts

__all__ = ["PASSWORD", "STORY_COMMUNE", "DemoAccount", "accounts"]
