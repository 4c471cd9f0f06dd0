"""Teaching the reader how an office calls units and gives orders, and making it forget."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, LocalName, LocalWord, Taught
from baro.documents.queries.taught import phrase_key
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.text import nfc
from baro.org import api as org

WHO_TEACHES = (
    "Từ ngữ dùng cho toàn thành phố do người quản trị tổ chức của thành phố ghi; từ ngữ riêng "
    "của một đơn vị do người giữ sổ hoặc người giao việc của đơn vị đó ghi."
)
_SHORTEST = 2
_Row = TypeVar("_Row", bound=Taught)


class PhraseTooShort(DomainError):
    pass


class PhraseTooLong(DomainError):
    pass


class NobodyMeant(DomainError):
    pass


class PhraseKnown(DomainError):
    pass


class PhraseForgotten(DomainError):
    pass


@transaction.atomic
def teach_name(
    *,
    phrase: str,
    codes: Sequence[str],
    owner_unit: org.Unit | None,
    issuer_name: str = "",
    document: Document | None = None,
    by: org.User,
    at: datetime,
) -> LocalName:
    """From now on `phrase` stands for the units of `codes` when `owner_unit` reads a paper.

    With `issuer_name`, in papers of that body only. Papers that were read before stay as they are
    until somebody reads them again.
    """
    _require_teacher(by, owner_unit, at)
    if not codes:
        raise NobodyMeant("Chưa rõ tên gọi này chỉ những đơn vị nào.", field="units")

    where = {"owner_unit": owner_unit, "document": document, "taught_by": by, "taught_at": at}
    name = LocalName(codes=list(dict.fromkeys(codes)), **_spelled(phrase, issuer_name), **where)
    _keep(name)
    facts = {"phrase": name.phrase, "units": _in_words(name.codes)}
    audit.record("documents.name_taught", name, by=by, at=at, facts=facts)
    return name


@transaction.atomic
def teach_word(
    *,
    phrase: str,
    kind: str,
    owner_unit: org.Unit | None,
    issuer_name: str = "",
    document: Document | None = None,
    by: org.User,
    at: datetime,
) -> LocalWord:
    """From now on `phrase` gives work, gives none, or names a product when `owner_unit` reads.

    For whom and since when: as for a name.
    """
    _require_teacher(by, owner_unit, at)

    where = {"owner_unit": owner_unit, "document": document, "taught_by": by, "taught_at": at}
    word = LocalWord(kind=LocalWord.Kind(kind), **_spelled(phrase, issuer_name), **where)
    _keep(word)
    audit.record("documents.word_taught", word, by=by, at=at, facts={"phrase": word.phrase})
    return word


@transaction.atomic
def forget_name(*, name: LocalName, by: org.User, at: datetime) -> LocalName:
    """The phrase is read again as the reader reads it by itself."""
    name = _forget(name, by, at)
    audit.record("documents.name_forgotten", name, by=by, at=at, facts={"phrase": name.phrase})
    return name


@transaction.atomic
def forget_word(*, word: LocalWord, by: org.User, at: datetime) -> LocalWord:
    """The phrase is read again as the reader reads it by itself."""
    word = _forget(word, by, at)
    audit.record("documents.word_forgotten", word, by=by, at=at, facts={"phrase": word.phrase})
    return word


def _require_teacher(by: org.User, owner_unit: org.Unit | None, at: datetime) -> None:
    require(policies.can_teach(by, owner_unit, on=timezone.localdate(at)), WHO_TEACHES)


def _spelled(phrase: str, issuer_name: str) -> dict[str, Any]:
    """The words as they are kept, if a reader can go by them."""
    words = " ".join(nfc(phrase).split())
    key = phrase_key(words)
    if len(key.split()) < _SHORTEST:
        raise PhraseTooShort(
            "Cụm từ cần ít nhất hai chữ; một chữ đơn sẽ làm văn bản khác bị hiểu sai.",
            field="phrase",
        )
    limit = Taught._meta.get_field("phrase").max_length or 0
    if len(words) > limit:
        raise PhraseTooLong(
            f"Cụm từ dài quá {limit} ký tự; ông/bà chỉ ghi những chữ cần hiểu khác đi.",
            field="phrase",
        )
    return {
        "phrase": words,
        "phrase_key": key,
        "issuer_name": " ".join(nfc(issuer_name).split()),
    }


def _keep(row: Taught) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise PhraseKnown(
            f"“{row.phrase}” đã được ghi rồi. Muốn đổi, ông/bà bỏ cụm từ cũ trước.", field="phrase"
        ) from None


def _forget(row: _Row, by: org.User, at: datetime) -> _Row:
    rows = type(row)._default_manager.select_for_update(no_key=True, of=("self",))
    row = rows.get(pk=row.pk)
    _require_teacher(by, row.owner_unit, at)
    if row.forgotten_at:
        raise PhraseForgotten("Cụm từ này đã được bỏ trước đó.")

    row.forgotten_at, row.forgotten_by = at, by
    row.save(update_fields=["forgotten_at", "forgotten_by"])
    return row


def _in_words(codes: Sequence[str]) -> str:
    names = org.names_of_codes(codes)
    return ", ".join(names.get(code, code) for code in codes)
