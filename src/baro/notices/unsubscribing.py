"""Signed addresses with which a reader of a letter stops some kinds without signing in."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core import signing

from baro.notices.kinds import NoticeKind, notice_kinds

_SALT = "notices.unsubscribe"


@dataclass(frozen=True)
class Unsubscribing:
    """Who wants to hear no more of what by e-mail."""

    person_id: int
    kinds: tuple[NoticeKind, ...]


def unsubscribe_token(person_id: int, kinds: Sequence[str]) -> str:
    """It does not run out: a letter found after years must still say where it is stopped."""
    return signing.dumps([person_id, list(kinds)], salt=_SALT)


def read_unsubscribe_token(token: str) -> Unsubscribing | None:
    """Nothing for an address that is not ours; kinds that are mandatory by now are left out."""
    try:
        person_id, codes = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    kinds = (notice_kinds().get(code) for code in codes)
    return Unsubscribing(person_id, tuple(kind for kind in kinds if kind and not kind.is_mandatory))
