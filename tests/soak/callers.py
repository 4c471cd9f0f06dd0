"""Programs and people that talk to the city over HTTP and hold on when it does not answer."""

import json
import re
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from typing import Any, ClassVar
from urllib.parse import urlencode

from tests.soak.city import PASSWORD, Account

_PATIENCE = 120.0
_CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Reply:
    """What came back, with the number of tries that it took."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    tries: int = 1

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Line:
    """One kept connection; made anew when it breaks."""

    port: int
    timeout: float = 30.0
    _open: HTTPConnection | None = None
    every: ClassVar[list["Line"]] = []

    def __post_init__(self) -> None:
        self.every.append(self)

    def send(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        if self._open is None:
            self._open = HTTPConnection("127.0.0.1", self.port, timeout=self.timeout)
        try:
            self._open.request(method, path, body or None, dict(headers))
            answer = self._open.getresponse()
            found = answer.read()
        except (OSError, HTTPException):
            self.close()
            raise
        if answer.headers.get("Connection", "").lower() == "close":
            self.close()
        return Reply(answer.status, _kept(answer.getheaders()), found)

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None


@dataclass
class Program:
    """Another system, with the key of an account; sends again with the same key of the request."""

    line: Line
    account: Account
    seen: list[int] = field(default_factory=list)
    cut: int = 0

    def get(self, path: str) -> Reply:
        """Once, and once more where a kept line was closed: what is answered is told as it is."""
        try:
            return self._once("GET", path)
        except (OSError, HTTPException):
            return self._once("GET", path)

    def found(self, path: str) -> Any:
        """Ask until there is an answer that is not an outage."""
        reply = self._until_answered("GET", path)
        assert reply.status == 200, reply.text
        return reply.json()

    def post(self, path: str, content: Any, *, key: str = "") -> Reply:
        """Send until there is an answer that is not an outage."""
        body = json.dumps({} if content is None else content).encode()
        return self._until_answered("POST", path, body, key or uuid.uuid4().hex, "application/json")

    def post_form(self, path: str, fields: Mapping[str, str]) -> Reply:
        form = "application/x-www-form-urlencoded"
        return self._until_answered(
            "POST", path, urlencode(fields).encode(), uuid.uuid4().hex, form
        )

    def post_file(self, path: str, content: bytes) -> Reply:
        edge = uuid.uuid4().hex
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="san-pham.txt"'
        body = f"{head}\r\n\r\n".encode() + content + f"\r\n--{edge}--\r\n".encode()
        return self._until_answered(
            "POST", path, body, uuid.uuid4().hex, f"multipart/form-data; boundary={edge}"
        )

    def _until_answered(
        self, method: str, path: str, body: bytes = b"", key: str = "", kind: str = ""
    ) -> Reply:
        end, tries = time.monotonic() + _PATIENCE, 0
        while True:
            tries += 1
            try:
                reply = self._once(method, path, body, key, kind)
            except (OSError, HTTPException):
                reply, self.cut = None, self.cut + 1
            if reply is not None:
                self.seen.append(reply.status)
                if reply.status not in {502, 503}:
                    return Reply(reply.status, reply.headers, reply.body, tries)
            assert time.monotonic() < end, f"no answer to {path} for {_PATIENCE:g} seconds"
            time.sleep(0.2)

    def _once(
        self, method: str, path: str, body: bytes = b"", key: str = "", kind: str = ""
    ) -> Reply:
        headers = {"Authorization": f"Bearer {self.account.secret}"}
        if body:
            headers |= {"Content-Type": kind, "Idempotency-Key": key}
        return self.line.send(method, f"/api/v1{path}", body, headers)


@dataclass
class Browser:
    """A person with cookies."""

    line: Line
    cookies: dict[str, str] = field(default_factory=dict)

    def sign_in(self, account: Account, password: str = PASSWORD) -> Reply:
        place = "/tai-khoan/dang-nhap/"
        self.open(place)
        return self.submit(place, {"login": account.username, "password": password}, page=place)

    def open(self, path: str) -> Reply:
        return self._send("GET", path, b"", {})

    def submit(self, path: str, fields: Mapping[str, str], *, page: str) -> Reply:
        """Send a form as it stands on `page`, with the key that was hidden in it."""
        hidden = _CSRF.search(self.open(page).text)
        assert hidden, f"there is no form on {page}"
        body = urlencode({**fields, "csrfmiddlewaretoken": hidden[1]}).encode()
        return self._send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def _send(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        known = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {**headers, "Cookie": known, "Accept": "text/html"}
        reply = self.line.send(method, path, body, sent)
        for line in reply.headers.get("set-cookie", "").splitlines():
            self.cookies |= {name: each.value for name, each in SimpleCookie(line).items()}
        return reply


def _kept(headers: list[tuple[str, str]]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name, value in headers:
        name = name.lower()
        kept[name] = f"{kept[name]}\n{value}" if name in kept else value
    return kept
