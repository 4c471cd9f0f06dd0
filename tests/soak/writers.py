"""Officials and systems that write without pause, each with an account of what was answered."""

import random
import threading
import uuid
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.client import HTTPException
from typing import Any

from tests.soak.callers import Browser, Program, Reply

WARDS = ("00004.UBND", "00008.UBND", "00070.UBND")
_MOSTLY = 0.85
_SOON = (date.today() + timedelta(days=20)).isoformat()  # noqa: DTZ011 - far from any midnight
_LATER = (date.today() + timedelta(days=30)).isoformat()  # noqa: DTZ011


@dataclass(frozen=True)
class Fact:
    """One thing that the city said is done: the event in its history, and words of its own."""

    event: str
    task: int
    words: str = ""


@dataclass
class Known:
    """A task as somebody last saw it; by now it may stand differently."""

    key: int
    unit: str
    state: str = "issued"


@dataclass
class Board:
    """The tasks that all writers know of, so that they meet at the same ones."""

    tasks: list[Known] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def put(self, found: list[Known]) -> None:
        with self.lock:
            self.tasks += found
            del self.tasks[:-60]

    def one(
        self, chance: random.Random, unit: str = "", states: Collection[str] = ()
    ) -> Known | None:
        """Mostly one in such a state, now and then any: what is refused must change nothing."""
        with self.lock:
            known = [task for task in self.tasks if unit in {"", task.unit}]
        fitting = [task for task in known if task.state in states]
        if fitting and chance.random() < _MOSTLY:
            return chance.choice(fitting)
        return chance.choice(known) if known else None


@dataclass
class Writer:
    """One of the eight; `facts` is what was acknowledged, `statuses` what was answered at all."""

    program: Program
    board: Board
    chance: random.Random
    facts: list[Fact] = field(default_factory=list)
    given: list[tuple[int, str, int]] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    replayed: int = 0
    bodies: list[str] = field(default_factory=list)

    def step(self) -> None:
        raise NotImplementedError

    def act(self, event: str, task: Known, path: str, content: Any, words: str = "") -> None:
        """One act on a task that exists; refused acts are not facts."""
        reply = self._sent(f"/tasks/{task.key}/{path}", content)
        if reply.status == 200:
            task.state = reply.json()["state"]
            self.facts.append(Fact(event, task.key, words))

    def _sent(self, path: str, content: Any) -> Reply:
        return self._noted(self.program.post(path, content))

    def _noted(self, reply: Reply) -> Reply:
        self.statuses.append(reply.status)
        self.replayed += "idempotency-replayed" in reply.headers
        if reply.status >= 500:
            self.bodies.append(reply.text[:300])
        return reply


class Office(Writer):
    """Gives, judges, decides, takes back."""

    def step(self) -> None:
        ways: list[tuple[int, Callable[[], None]]] = [
            (30, self._give_one),
            (6, self._give_several),
            (1, self._give_all),
            (20, lambda: self._judge("tasks.task_accepted", "acceptance", {"note": "Đạt"})),
            (12, lambda: self._judge("tasks.task_returned", "return", {"text": "Thiếu số"})),
            (14, self._decide),
            (3, self._withdraw),
        ]
        [way] = self.chance.choices([way for _, way in ways], [weight for weight, _ in ways])
        way()

    def _give_one(self) -> None:
        self._give([self.chance.choice(WARDS)], 1)

    def _give_several(self) -> None:
        self._give(list(WARDS), len(WARDS))

    def _give_all(self) -> None:
        self._give(["G.UBND-XP"], 126)

    def _give(self, lead: list[str], count: int) -> None:
        wanted = new_task(*lead)
        reply = self._sent("/tasks", [wanted])
        if reply.status != 201:
            return
        [given] = reply.json()
        self.given.append((given["id"], wanted["title"], count))
        if not given["is_collective"]:
            self.board.put([Known(given["id"], lead[0])])
        elif count <= len(WARDS):
            children = self.program.found(f"/tasks/{given['id']}/children")
            self.board.put([Known(child["id"], child["lead_unit"]) for child in children])

    def _judge(self, event: str, path: str, content: Any) -> None:
        if task := self.board.one(self.chance, states=["delivered"]):
            self.act(event, task, path, content)

    def _decide(self) -> None:
        if task := self.board.one(self.chance, states=["issued", "received", "returned"]):
            content = {"granted": True, "new_due_on": _LATER, "note": ""}
            self.act("tasks.extension_granted", task, "extension-decision", content)

    def _withdraw(self) -> None:
        if task := self.board.one(self.chance, states=["issued", "received", "delivered"]):
            self.act("tasks.task_withdrawn", task, "withdrawal", {"text": "Trùng việc"})


class Ward(Writer):
    """Takes in, gives to a colleague, reports, hands in, recalls, asks for more time."""

    def step(self) -> None:
        unit, token = self.program.account.unit, uuid.uuid4().hex
        colleague = self.program.account.person.replace("chair", "servant")
        done = {"done": token, "percent": self.chance.randrange(101)}
        more = {"proposed_due_on": _LATER, "grounds": token}
        started = ["received", "returned"]
        ways: list[tuple[int, list[str], tuple[str, str, Any, str]]] = [
            (25, ["issued"], ("tasks.task_received", "receipt", None, "")),
            (10, ["issued"], ("tasks.task_assigned", "assignment", {"person": colleague}, "")),
            (20, started, ("tasks.progress_noted", "progress", done, token)),
            (15, ["issued", *started], ("tasks.extension_asked", "extension", more, token)),
            (30, started, ("tasks.task_delivered", "delivery", None, token)),
            (6, ["delivered"], ("tasks.task_recalled", "recall", {"text": token}, token)),
        ]
        [(_, states, (event, path, content, words))] = self.chance.choices(
            ways, [weight for weight, _, _ in ways]
        )
        task = self.board.one(self.chance, unit, states)
        if task is None:
            return
        if path == "delivery":
            self._deliver(task, token)
        else:
            self.act(event, task, path, content, words)

    def _deliver(self, task: Known, token: str) -> None:
        """The address takes a form, as it takes files."""
        reply = self._noted(self.program.post_form(f"/tasks/{task.key}/delivery", {"text": token}))
        if reply.status == 200:
            task.state = "delivered"
            self.facts.append(Fact("tasks.task_delivered", task.key, token))


def new_task(*lead: str) -> dict[str, Any]:
    """What the API is asked to give, with a title of its own by which it is found again."""
    return {
        "title": f"Rà soát {uuid.uuid4().hex}",
        "issuer_unit": "UBND-TP",
        "lead": list(lead),
        "due_on": _SOON,
        "expected_product": "Báo cáo",
    }


@dataclass
class Desk:
    """An official at the screen: forms have no key, so what broke off may or may not be done."""

    browser: Browser
    board: Board
    unit: str
    chance: random.Random
    facts: list[Fact] = field(default_factory=list)
    unsure: list[Fact] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)

    def step(self) -> None:
        task = self.board.one(self.chance, self.unit, ["received", "returned"])
        if task is None:
            return
        token = uuid.uuid4().hex
        page = f"/nhiem-vu/{task.key}/"
        fact = Fact("tasks.progress_noted", task.key, token)
        try:
            reply = self.browser.submit(f"{page}tien-do/", {"done": token}, page=page)
        except (OSError, HTTPException):
            self.unsure.append(fact)
            return
        self.statuses.append(reply.status)
        if reply.status == 302:
            self.facts.append(fact)
        elif reply.status >= 500:
            self.unsure.append(fact)
