"""A real mail server on this machine, which does as it is told to each address."""

import socket
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller


class PostOffice:
    """Letters by address, in the order in which they came; answers can be prepared."""

    def __init__(self) -> None:
        self.letters: dict[str, list[EmailMessage]] = defaultdict(list)
        self.answers: dict[str, list[str]] = defaultdict(list)
        self.answers_to_text: dict[str, list[str]] = defaultdict(list)
        self.announced = 0

    def answer(self, address: str, *answers: str) -> None:
        """The next times somebody announces a letter to this address."""
        self.answers[address].extend(answers)

    def answer_text(self, address: str, *answers: str) -> None:
        """The next times the text of a letter to this address is handed over."""
        self.answers_to_text[address].extend(answers)

    @property
    def count(self) -> int:
        return sum(len(letters) for letters in self.letters.values())

    def only(self, address: str) -> EmailMessage:
        [letter] = self.letters[address]
        return letter

    async def handle_RCPT(  # noqa: N802 - aiosmtpd looks for this name
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        self.announced += 1
        if self.answers[address]:
            return self.answers[address].pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        [address] = envelope.rcpt_tos
        if self.answers_to_text[address]:
            return self.answers_to_text[address].pop(0)
        letter = message_from_bytes(envelope.content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters[address].append(letter)
        return "250 OK"


def text_of(letter: EmailMessage, kind: str = "plain") -> str:
    body = letter.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def open_post_office(settings: Any) -> Iterator[PostOffice]:
    """Opens it on a free port and makes it ours."""
    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=_free_port())
    controller.start()
    settings.MAIL_IS_SET_UP = True
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.DEFAULT_FROM_EMAIL = "Ba Rõ <ba-ro@thanh-pho.example>"
    settings.SITE_ADDRESS = "https://ba-ro.thanh-pho.example"
    try:
        yield office
    finally:
        controller.stop()
