"""One POST to another system: short, without following where it points."""

from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

_SECONDS = 10


@dataclass(frozen=True)
class Answer:
    """How the other side answered; without a status it could not be reached."""

    status: int | None
    error: str = ""

    @property
    def is_taken(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


class _Stay(HTTPRedirectHandler):
    """A receiver that moved is written down anew by the administrator, not run after."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def post(url: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Send, and say what came back. Never raises."""
    request = Request(url, data=body, method="POST", headers=headers)  # noqa: S310 - forms allow http(s)
    try:
        with _opener().open(request, timeout=_SECONDS) as reply:
            return Answer(reply.status)
    except (OSError, HTTPException, ValueError) as failure:
        status = getattr(failure, "code", None)
        words = f"Trả lời mã {status}" if status else f"Không kết nối được: {failure}"
        return Answer(status, words[:300])


def _opener() -> OpenerDirector:
    return build_opener(_Stay)
