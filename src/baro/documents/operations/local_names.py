"""Teaching the reader how an office calls units, and making it forget."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, LocalName
from baro.documents.queries.local_names import phrase_key
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.text import nfc
from baro.org import api as org

WHO_TEACHES = (
    "Tên gọi dùng cho toàn thành phố do người quản trị tổ chức của thành phố ghi; tên gọi riêng "
    "của một đơn vị do người giữ sổ hoặc người giao việc của đơn vị đó ghi."
)
_SHORTEST = 2


class PhraseTooShort(DomainError):
    pass


class PhraseTooLong(DomainError):
    pass


class NobodyMeant(DomainError):
    pass


class NameKnown(DomainError):
    pass


class NameForgotten(DomainError):
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
    require(policies.can_teach_name(by, owner_unit, on=timezone.localdate(at)), WHO_TEACHES)
    words = " ".join(nfc(phrase).split())
    key = phrase_key(words)
    if len(key.split()) < _SHORTEST:
        raise PhraseTooShort(
            "Tên gọi cần ít nhất hai chữ; một chữ đơn sẽ làm văn bản khác bị hiểu sai.",
            field="phrase",
        )
    limit = LocalName._meta.get_field("phrase").max_length or 0
    if len(words) > limit:
        raise PhraseTooLong(
            f"Tên gọi dài quá {limit} ký tự; ông/bà chỉ ghi cụm từ gọi tên.", field="phrase"
        )
    if not codes:
        raise NobodyMeant("Chưa rõ tên gọi này chỉ những đơn vị nào.", field="units")

    name = LocalName(
        phrase=words,
        phrase_key=key,
        codes=list(dict.fromkeys(codes)),
        issuer_name=" ".join(nfc(issuer_name).split()),
        owner_unit=owner_unit,
        document=document,
        taught_at=at,
        taught_by=by,
    )
    try:
        with transaction.atomic():
            name.save(force_insert=True)
    except IntegrityError:
        raise NameKnown(
            f"“{words}” đã được ghi rồi. Muốn đổi, ông/bà bỏ tên gọi cũ trước.", field="phrase"
        ) from None
    facts = {"phrase": words, "units": _in_words(name.codes)}
    audit.record("documents.name_taught", name, by=by, at=at, facts=facts)
    return name


@transaction.atomic
def forget_name(*, name: LocalName, by: org.User, at: datetime) -> LocalName:
    """The phrase is read again as the reader reads it by itself."""
    name = LocalName.objects.select_for_update(no_key=True, of=("self",)).get(pk=name.pk)
    require(policies.can_teach_name(by, name.owner_unit, on=timezone.localdate(at)), WHO_TEACHES)
    if name.forgotten_at:
        raise NameForgotten("Tên gọi này đã được bỏ trước đó.")
    name.forgotten_at, name.forgotten_by = at, by
    name.save(update_fields=["forgotten_at", "forgotten_by"])
    audit.record("documents.name_forgotten", name, by=by, at=at, facts={"phrase": name.phrase})
    return name


def _in_words(codes: Sequence[str]) -> str:
    names = org.names_of_codes(codes)
    return ", ".join(names.get(code, code) for code in codes)
