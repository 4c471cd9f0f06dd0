"""A real server for the time of a measurement, and a browser that asks it things in turn."""

import re
import socket
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlencode

from baro.config.children import Child, end_all
from baro.config.refusals import CommandRefusal

PLAIN, COUNTED, BARE = (
    "baro.config.wsgi:application",
    "baro.config.bench.counted:application",
    "baro.config.bench.bare:application",
)
_PATIENCE = 60
_IDLE = 5.0
_SIGN_IN = "/tai-khoan/dang-nhap/"
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@contextmanager
def served(application: str, environment: Mapping[str, str]) -> Iterator[int]:
    """The port at which the application answers, served as `baro web` serves."""
    port = _free_port()
    child = Child(
        f"Máy chủ {application}",
        [sys.executable, "-m", "baro.config.bench.step", "serve", application],
        {"BARO_HOST": "127.0.0.1", "BARO_PORT": str(port), **environment},
    )
    child.start()
    try:
        _await(port, child)
        yield port
    finally:
        end_all([child], patience=10)


@dataclass
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes  # as it came over the wire

    @property
    def text(self) -> str:
        import gzip
        import zlib

        match self.headers.get("content-encoding", ""):
            case "gzip":
                return gzip.decompress(self.body).decode()
            case "deflate":
                return zlib.decompress(self.body).decode()
        return self.body.decode(errors="replace")


@dataclass
class Browser:
    """One client with one connection that stays open."""

    port: int
    key: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    _connection: HTTPConnection | None = None
    _used_at: float = 0.0

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def post(self, path: str, body: bytes, kind: str = "application/json") -> Answer:
        return self._ask("POST", path, body, {"Content-Type": kind})

    def sign_in(self, username: str, password: str) -> None:
        """By the form, as people do."""
        token = _TOKEN.search(self.get(_SIGN_IN).text)
        words = {
            "login": username,
            "password": password,
            "csrfmiddlewaretoken": token[1] if token else "",
        }
        answer = self.post(_SIGN_IN, urlencode(words).encode(), "application/x-www-form-urlencoded")
        if answer.status != 302:
            raise CommandRefusal(f"Không đăng nhập được bằng {username} ({answer.status}).")

    def _ask(self, method: str, path: str, body: bytes | None, more: Mapping[str, str]) -> Answer:
        connection = self._open()
        connection.request(method, path, body, {**self._headers(), **more})
        response = connection.getresponse()
        self._take_cookies(response)
        headers = {name.lower(): value for name, value in response.getheaders()}
        answer = Answer(response.status, headers, response.read())
        self._used_at = time.monotonic()
        return answer

    def _open(self) -> HTTPConnection:
        """The connection of before, unless it lay idle for so long that it may have been closed."""
        if self._connection is None or time.monotonic() - self._used_at > _IDLE:
            if self._connection:
                self._connection.close()
            self._connection = HTTPConnection("127.0.0.1", self.port, timeout=300)
        return self._connection

    def _headers(self) -> dict[str, str]:
        headers = {"Accept-Encoding": "gzip, deflate, br", "Accept": "text/html,*/*"}
        if self.key:
            headers |= {"Authorization": f"Bearer {self.key}", "Accept": "application/json"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return headers

    def _take_cookies(self, response: HTTPResponse) -> None:
        for name, value in response.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(port: int, child: Child) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and not child.has_ended():
        try:
            Browser(port).get("/suc-khoe/song/")
        except (OSError, HTTPException):
            time.sleep(0.1)
        else:
            return
    raise CommandRefusal("Máy chủ để đo không trả lời.")
