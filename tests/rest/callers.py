"""Another system that talks to the API for one account."""

from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from baro.org import api as org

Answer = HttpResponse
API = "/api/v1"


@dataclass
class Caller:
    """Sends with the key of its account; `secret` may be swapped to see what happens."""

    user: org.User
    secret: str
    client: Client = field(default_factory=Client)

    def get(self, path: str, **params: str) -> Any:
        return self.client.get(API + path, params, headers=self._headers())

    def post(self, path: str, body: Any = None, *, key: str = "", method: str = "POST") -> Any:
        given = "" if body is None else body
        send = self.client.patch if method == "PATCH" else self.client.post
        return send(API + path, given, "application/json", headers=self._headers(key))

    def patch(self, path: str, body: Any) -> Any:
        return self.post(path, body, method="PATCH")

    def send(
        self, path: str, *, key: str = "", file: tuple[str, bytes] | None = None, **fields: Any
    ) -> Any:
        """A form, with a file or without."""
        upload = {"file": SimpleUploadedFile(*file)} if file else {}
        return self.client.post(API + path, {**fields, **upload}, headers=self._headers(key))

    def _headers(self, key: str = "") -> dict[str, str]:
        known = {"Authorization": f"Bearer {self.secret}"} if self.secret else {}
        return {**known, "Idempotency-Key": key} if key else known


def caller(user: org.User, *scopes: str) -> Caller:
    """With a new key; all scopes unless some are named."""
    wanted = scopes or org.TokenScope.values
    now = timezone.now()
    name = f"Phần mềm thử lúc {now.isoformat()}"
    _, secret = org.create_token(user=user, name=name, scopes=wanted, by=user, at=now)
    return Caller(user, secret)


def told(answer: Any, status: int = 200) -> Any:
    """What an answer says, once its status is as expected."""
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def refused(answer: Any, status: int) -> str:
    """The sentence of a refusal, which must come as problem details."""
    assert answer.headers["Content-Type"] == "application/problem+json", answer.content.decode()
    problem = told(answer, status)
    assert problem["status"] == status
    assert problem["title"]
    return str(problem["detail"])
