"""Command lines in Vietnamese: help, and one plain line for whoever writes a call wrongly."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import NoReturn

# What argparse says, and what we say instead; what is not here is told by the usage alone.
_TOLD = (
    (r"the following arguments are required: (.+)", "Thiếu {0}."),
    (r"unrecognized arguments: (.+)", "Không có tham số {0}."),
    (
        r"argument ([^:]+): invalid choice: '(.*)' \(choose from (.+)\)",
        "{0} không nhận “{1}”; chọn một trong: {2}.",
    ),
    (r"argument ([^:]+): invalid \w+ value: '(.*)'", "{0} không nhận “{1}”."),
    (r"argument ([^:]+): expected (?:one|at least one) argument", "{0} còn thiếu giá trị."),
    (r"argument ([^:]+): ignored explicit argument '(.*)'", "{0} không nhận giá trị “{1}”."),
    (r"ambiguous option: (\S+) could match (.+)", "{0} chưa rõ là tham số nào: {1}."),
    (r"argument ([^:]+): (.*[^\x00-\x7f].*)", "{0}: {1}."),
)


class _Help(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class CommandLine(argparse.ArgumentParser):
    """The arguments of one verb. A wrong call ends with status 2 and one line on stderr."""

    def __init__(self, verb: str, description: str) -> None:
        super().__init__(prog=verb, description=description, formatter_class=_Help, add_help=False)
        self._positionals.title, self._optionals.title = "Tham số", "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in trang này")

    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split())
        print(f"{in_vietnamese(message)} {usage}".strip(), file=sys.stderr)  # noqa: T201
        raise SystemExit(2)


def in_vietnamese(message: str) -> str:
    """What argparse found wrong, in our words; empty where it says something we do not know."""
    for pattern, told in _TOLD:
        if found := re.fullmatch(pattern, message):
            return told.format(*(part.replace("'", "") for part in found.groups()))
    return ""
