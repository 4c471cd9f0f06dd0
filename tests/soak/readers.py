"""Eight people who look: every page must answer, whatever is being written."""

import random
import re
import time
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPException

from tests.soak.callers import Browser, Reply
from tests.soak.writers import Board

_NUMBER = re.compile(r'<a[^>]*href="(/nhiem-vu/\?[^"]*)"[^>]*>((?:(?!</a>).)*?)</a>', re.DOTALL)
PAGES = ("/", "/nhiem-vu/", "/nhiem-vu/?o=running_overdue", "/dieu-hanh/", "/tim/?q=ra+soat",
         "/nhiem-vu/?q=r%C3%A0+so%C3%A1t", "/thong-bao/", "/van-ban/")  # fmt: skip


@dataclass
class Reader:
    browser: Browser
    board: Board
    chance: random.Random
    pages: int = 0
    bad: list[str] = field(default_factory=list)

    def step(self) -> None:
        task = self.board.one(self.chance) if self.chance.random() < 0.3 else None
        path = f"/nhiem-vu/{task.key}/" if task else self.chance.choice(PAGES)
        reply = self.browser.open(path)
        self.pages += 1
        # A ward does not see every task of the board: that is a 404, and right.
        if not (reply.status == 200 or (task and reply.status == 404) or self.may_be(reply)):
            self.bad.append(f"{path} was answered {reply.status}: {reply.text[:200]}")

    def may_be(self, reply: Reply) -> bool:
        """Whether it is no wonder that a page is not shown."""
        return False


class Onlooker(Reader):
    """Goes on looking while parts die: a page may say then, in words, that it opens again soon."""

    def step(self) -> None:
        try:
            super().step()
        except (OSError, HTTPException):
            time.sleep(0.1)

    def may_be(self, reply: Reply) -> bool:
        said = "Cơ sở dữ liệu đang khởi động lại" in reply.text
        return reply.status == 503 and said and "retry-after" in reply.headers


def wrong_numbers(browser: Browser, page: str) -> tuple[int, list[str]]:
    """Numbers on a page of figures, and those that differ from the list behind them."""
    links = {(unescape(href), _shown(inner)) for href, inner in
             _NUMBER.findall(browser.open(page).text)}  # fmt: skip
    numbers = {(href, number) for href, number in links if number is not None}
    wrong = []
    for href, number in sorted(numbers):
        found = _rows(browser.open(href).text)
        if found != number:
            wrong.append(f"{page} says {number}, {href} has {found}")
    return len(numbers), wrong


def _shown(inner: str) -> int | None:
    """The number that a link shows: bold in a legend or a stat, else all of its text."""
    marked = re.search(r'<b>([\d.]+)</b>|class="stat-value">([\d.]+)<', inner)
    words = next(filter(None, marked.groups())) if marked else re.sub(r"<[^>]+>", "", inner)
    digits = words.strip().replace(".", "")
    return int(digits) if digits.isdecimal() else None


def _rows(page: str) -> int:
    """How many tasks the list says that it has, on this page and all others."""
    counted = re.search(r'pager-count">(?:[\d.]+–[\d.]+ trong )?([\d.]+) nhiệm vụ', page)
    return int(counted[1].replace(".", "")) if counted else 0
