"""Sending letters, each at most once.

A letter is locked, written with what its reader may see now, and announced to the server; all of
that can be done again. Then it is marked as being sent, and that is committed, before its text is
handed over. Whoever dies between that mark and the word of the server leaves a letter of which
nobody knows whether it went: the one window that cannot be closed, a single exchange long. Such a
letter is not sent again by itself but shown to the administrator.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from baro.notices.mails import Mail, compose
from baro.notices.models import Letter
from baro.notices.operations.writing import write_urgent_letters
from baro.notices.queries.rules import MailRules, mail_rules
from baro.notices.smtp import MailServer, MailTrouble, Refused, ServerGone

_AT_A_TIME = 500
_ONE_EXCHANGE = timedelta(minutes=10)
_ERROR = 500
log = logging.getLogger(__name__)


def send_due(*, at: datetime) -> int:
    """Write what is urgent, then send every letter whose time has come; says how many went."""
    if not settings.MAIL_IS_SET_UP:
        return 0
    write_urgent_letters(at=at)
    _doubt_broken_exchanges(at)
    keys = list(
        Letter.objects.due(at=at).order_by("next_try_at", "pk").values_list("pk", flat=True)
    )
    if not keys:
        return 0
    rules = mail_rules(at=at)
    with MailServer() as server:
        return _send_all(keys[:_AT_A_TIME], server, rules, at)


def _send_all(keys: Sequence[int], server: MailServer, rules: MailRules, at: datetime) -> int:
    try:
        server.open()
    except ServerGone as gone:
        _put_off_all(keys, gone, rules, at)
        return 0
    sent = 0
    for key in keys:
        try:
            sent += _send(key, server, rules, at)
        except ServerGone as gone:
            log.warning("mail_server_gone: %s", gone)
            break  # the rest is due at the next run
    return sent


def _send(key: int, server: MailServer, rules: MailRules, at: datetime) -> bool:
    announced = _announce(key, server, rules, at)
    if announced is None:
        return False
    letter, mail = announced
    trouble: MailTrouble | None = None
    try:
        server.hand_over(mail.content)
    except MailTrouble as told:
        trouble = told
    with transaction.atomic():
        if trouble:
            _note(letter, trouble, rules, at)
        else:
            letter.state, letter.sent_at, letter.last_error = Letter.State.SENT, at, ""
        letter.save()
    if isinstance(trouble, ServerGone):
        raise trouble
    return trouble is None


def _announce(
    key: int, server: MailServer, rules: MailRules, at: datetime
) -> tuple[Letter, Mail] | None:
    """The letter, marked as being sent; nothing if another worker has it or it cannot go now."""
    gone: ServerGone | None = None
    with transaction.atomic():
        due = Letter.objects.due(at=at).select_for_update(skip_locked=True, of=("self",))
        letter = due.select_related("person").filter(pk=key).first()
        if letter is None:
            return None
        letter.attempts, letter.tried_at = letter.attempts + 1, at
        mail = None
        try:
            mail = _composed(letter, rules, at)
            if mail:
                server.announce(sender=mail.sender, receiver=mail.address)
        except MailTrouble as trouble:
            _note(letter, trouble, rules, at)
            gone = trouble if isinstance(trouble, ServerGone) else None
        else:
            letter.state = Letter.State.SENDING if mail else Letter.State.EMPTY
            letter.next_try_at = None
        letter.save()
    if gone:
        raise gone
    return (letter, mail) if mail and letter.state == Letter.State.SENDING else None


def _composed(letter: Letter, rules: MailRules, at: datetime) -> Mail | None:
    """One letter that cannot be written must not keep the others from going."""
    try:
        mail = compose(letter, most_lines=rules.most_lines, at=at)
    except Exception as error:
        log.exception("letter_not_written")
        raise MailTrouble(f"Không soạn được thư ({type(error).__name__}).") from error
    if mail:
        letter.address, letter.subject = mail.address, mail.subject
        letter.message_id = mail.message_id
    return mail


def _note(letter: Letter, trouble: MailTrouble, rules: MailRules, at: datetime) -> None:
    letter.last_error = str(trouble)[:_ERROR]
    pause = rules.pause_after(letter.attempts)
    if isinstance(trouble, Refused):
        letter.state, letter.next_try_at = Letter.State.REFUSED, None
    elif pause is None:
        letter.state, letter.next_try_at = Letter.State.FAILED, None
    else:
        letter.state, letter.next_try_at = Letter.State.WAITING, at + pause


@transaction.atomic
def _put_off_all(keys: Sequence[int], gone: ServerGone, rules: MailRules, at: datetime) -> None:
    """The server cannot be reached: that counts as an attempt for every letter that was due."""
    due = Letter.objects.due(at=at).filter(pk__in=keys).order_by("pk")
    letters = list(due.select_for_update(skip_locked=True))
    for letter in letters:
        letter.attempts, letter.tried_at = letter.attempts + 1, at
        _note(letter, gone, rules, at)
    fields = ["attempts", "tried_at", "last_error", "state", "next_try_at"]
    Letter.objects.bulk_update(letters, fields)


def _doubt_broken_exchanges(at: datetime) -> None:
    """Whoever was handing these over has died: nobody knows whether the server took them."""
    silent = Letter.objects.filter(state=Letter.State.SENDING, tried_at__lt=at - _ONE_EXCHANGE)
    silent.update(
        state=Letter.State.UNSURE, last_error="Tiến trình gửi dừng giữa lúc trao thư cho máy chủ."
    )
