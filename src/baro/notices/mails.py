"""What stands in a letter: written when it is sent, for the eyes of its reader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from baro.notices.kinds import NoticeKind, notice_kinds
from baro.notices.models import Letter
from baro.notices.queries.bells import NoticeShown, shown_notices
from baro.notices.unsubscribing import unsubscribe_token
from baro.org import api as org

_SUBJECT = 150


@dataclass(frozen=True)
class Mail:
    """A letter ready to be handed over."""

    sender: str
    address: str
    subject: str
    message_id: str
    content: bytes


@dataclass(frozen=True)
class Group:
    """The lines of one reason; `stop_href` is where one can say that one wants no more of it."""

    kind: NoticeKind
    lines: Sequence[NoticeShown]
    stop_href: str


def compose(letter: Letter, *, most_lines: int, at: datetime) -> Mail | None:
    """The letter with what its reader may see and has not dealt with; nothing if nothing is left.

    Nor is there a letter to somebody whose account was closed or has lost its address.
    """
    user = (
        org.User.objects.filter(person=letter.person_id, is_active=True).exclude(email="").first()
    )
    if user is None:
        return None
    told = shown_notices(user, list(letter.notices.open().order_by("told_at", "pk")))
    seen = [one for one in told if not one.is_hidden]
    if not seen:
        return None
    groups = list(_groups(seen[:most_lines], letter.person_id))
    context = {
        "letter": letter,
        "reader": user,
        "groups": groups,
        "more": max(len(seen) - most_lines, 0),
        "site": settings.SITE_ADDRESS,
        "list_href": _address("notices:notice-list"),
        "choices_href": _address("notices:choices"),
        "at": at,
    }
    subject = _subject(letter, seen)
    name, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)
    message = _message(subject, name, sender, user, context)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id = _message_id(letter, sender)
    _add_way_out(message, seen, letter.person_id)
    return Mail(sender, user.email, subject, message_id, message.as_bytes())


def _message(
    subject: str, name: str, sender: str, user: org.User, context: dict[str, object]
) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["From"] = Address(display_name=name, addr_spec=sender)
    message["To"] = Address(display_name=str(user), addr_spec=user.email)
    message["Auto-Submitted"] = "auto-generated"
    text = render_to_string("notices/mail/letter.txt", context)
    html = render_to_string("notices/mail/letter.html", context)
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    return message


def _groups(lines: Iterable[NoticeShown], person_id: int) -> Iterable[Group]:
    """By reason, the reasons in the order of their list."""
    by_kind: dict[str, list[NoticeShown]] = {}
    for line in lines:
        by_kind.setdefault(line.notice.kind, []).append(line)
    for code, kind in notice_kinds().items():
        if code in by_kind:
            stop = "" if kind.is_mandatory else _stop_address(person_id, [code])
            yield Group(kind, by_kind[code], stop)


def _subject(letter: Letter, seen: Sequence[NoticeShown]) -> str:
    if letter.kind == Letter.Kind.DIGEST:
        return f"Ba Rõ: {len(seen)} thông báo, sáng {letter.day:%d/%m/%Y}"
    if len(seen) > 1:
        return f"Ba Rõ: {len(seen)} thông báo cần xem"
    [line] = seen
    about = line.subject.title if line.subject else line.notice.title
    return " ".join(f"Ba Rõ: {line.notice.reason.label}: {about}".split())[:_SUBJECT]


def _message_id(letter: Letter, sender: str) -> str:
    """The same at every attempt, so that a mailbox can tell a letter that came twice."""
    domain = sender.rpartition("@")[2] or "localhost"
    return f"<letter-{letter.pk}.{letter.made_at:%Y%m%d%H%M%S}@{domain}>"


def _add_way_out(message: EmailMessage, seen: Iterable[NoticeShown], person_id: int) -> None:
    """One click stops all kinds of this letter that may be stopped (RFC 8058)."""
    kinds = {one.notice.kind for one in seen if not one.notice.reason.is_mandatory}
    if kinds:
        message["List-Unsubscribe"] = f"<{_stop_address(person_id, sorted(kinds))}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"


def _stop_address(person_id: int, kinds: Sequence[str]) -> str:
    return _address("notices:unsubscribing", unsubscribe_token(person_id, kinds))


def _address(name: str, *args: object) -> str:
    return f"{settings.SITE_ADDRESS}{reverse(name, args=args)}"
