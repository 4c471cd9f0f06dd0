"""One conversation with the mail server, in the two steps that a careful sender needs.

First the server says whether it would take a letter to an address; nothing has been sent then and
any failure may be tried again. Only after that the letter is handed over.
"""

import smtplib
import ssl
from types import TracebackType
from typing import Self

from django.conf import settings

_TEMPORARY = range(400, 500)
_CLOSING = 421


class MailTrouble(Exception):
    """A letter did not go this time."""


class ServerGone(MailTrouble):
    """Nothing can be sent now, to nobody: no connection, no sign-in, or our name is refused."""


class PutOff(MailTrouble):
    """The server asks to try this letter again later (4xx)."""


class Refused(MailTrouble):
    """The server will never take this letter (5xx)."""


class MailServer:
    """A connection by the settings; closed at the end of the `with`."""

    def __init__(self) -> None:
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._smtp:
            self._smtp.close()

    def open(self) -> None:
        try:
            self._smtp = _connection()
            if settings.EMAIL_HOST_USER:
                self._smtp.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
        except (OSError, smtplib.SMTPException) as error:
            raise ServerGone(_words(error)) from error

    def announce(self, *, sender: str, receiver: str) -> None:
        """Ask whether a letter to this address would be taken."""
        smtp = self._connected()
        try:
            smtp.ehlo_or_helo_if_needed()
            code, answer = smtp.mail(sender)
            if code not in range(200, 300):
                raise ServerGone(_answer(code, answer))
            _judge(*smtp.rcpt(receiver))
        except MailTrouble:
            self._forget_letter()
            raise
        except (OSError, smtplib.SMTPException) as error:
            raise ServerGone(_words(error)) from error

    def hand_over(self, letter: bytes) -> None:
        """Give the announced letter. When this returns, the server answers for it."""
        try:
            _judge(*self._connected().data(letter))
        except smtplib.SMTPDataError as error:
            _judge(error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPException) as error:
            raise ServerGone(_words(error)) from error

    def _connected(self) -> smtplib.SMTP:
        if self._smtp is None:
            self.open()
        assert self._smtp is not None  # noqa: S101 - `open` left one or raised
        return self._smtp

    def _forget_letter(self) -> None:
        try:
            self._connected().rset()
        except (OSError, smtplib.SMTPException):
            self._smtp = None


def _connection() -> smtplib.SMTP:
    where = (settings.EMAIL_HOST, settings.EMAIL_PORT)
    if settings.EMAIL_USE_SSL:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(*where, timeout=settings.EMAIL_TIMEOUT, context=context)
    smtp = smtplib.SMTP(*where, timeout=settings.EMAIL_TIMEOUT)
    if settings.EMAIL_USE_TLS:
        smtp.starttls(context=ssl.create_default_context())
    return smtp


def _judge(code: int, answer: bytes | str) -> None:
    if code in range(200, 300):
        return
    words = _answer(code, answer)
    if code == _CLOSING:
        raise ServerGone(words)
    raise PutOff(words) if code in _TEMPORARY else Refused(words)


def _answer(code: int, answer: bytes | str) -> str:
    said = answer.decode(errors="replace") if isinstance(answer, bytes) else answer
    return f"{code} {said}".strip()


def _words(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _answer(error.smtp_code, error.smtp_error)
    return str(error) or type(error).__name__
