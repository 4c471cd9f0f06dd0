"""An own document that came in as text, printed in the official layout from what its text says."""

import hashlib
import re
from datetime import datetime
from itertools import takewhile

from django.db import transaction

from baro.documents.models import Document
from baro.documents.official import (
    OfficialPaper,
    Signer,
    official_docx,
    official_pdf,
    parse_body,
)
from baro.documents.operations.drafts.printing import branch_of, head_of
from baro.documents.types import TYPES_WITHOUT_ABBREVIATION
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org

_RECIPIENTS = re.compile(r"Nơi nhận\s*:?", re.IGNORECASE)
_ADDRESSEES = re.compile(r"Kính gửi\s*:\s*(.*)", re.IGNORECASE)
_POINT = re.compile(r"[a-zđ]\)")
_FILED = re.compile(r"^[-–]?\s*Lưu\s*:?\s*")
_LISTED = re.compile(r"^[-–+]\s*")
_SIGN = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.? \S.*|[TK]/[MTL] \S.*|(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM"
                   r" ĐỐC|CHÁNH|TRƯỞNG|CHỦ NHIỆM)\b.*")  # fmt: skip
_WRITERS = {"docx": official_docx, "pdf": official_pdf}


class NotOurPaper(DomainError):
    pass


@transaction.atomic
def print_document(*, document: Document, form: str, by: org.User, at: datetime) -> bytes:
    """The document anew as "docx" or "pdf"; what was registered stays as it is."""
    require(Document.objects.visible_to(by).filter(pk=document.pk).exists())
    paper = paper_of_document(document)

    content = _WRITERS[form](paper)
    facts = {
        "file_name": f"{document.symbol.replace('/', '-')}.{form}",
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    audit.record("documents.document_file_taken", document, by=by, at=at, facts=facts)
    return content


def paper_of_document(document: Document) -> OfficialPaper:
    """Head from the unit and the register, the rest from the text as reading divided it."""
    clauses = list(document.clauses.order_by("start"))
    if document.is_incoming or not clauses:
        raise NotOurPaper(
            "Chỉ in lại đúng thể thức được văn bản do đơn vị ban hành và đã đọc được nội dung."
        )
    lines = document.text[clauses[0].start :].splitlines()
    end = next((at for at, line in enumerate(lines) if _is_foot(line)), len(lines))
    body, foot = [line.strip() for line in lines[:end] if line.strip()], lines[end:]
    addressees, body = _addressees(body)
    recipients = _recipients(foot)
    filing = [_FILED.sub("", line) for line in recipients if _FILED.match(line)]
    unit = document.owner_unit
    superior, issuer, place = head_of(unit)
    return OfficialPaper(
        branch=branch_of(unit),
        superior=superior,
        issuer=issuer,
        symbol=document.symbol,
        place=place,
        issued_on=document.issued_on,
        type_name=(
            "" if document.type in TYPES_WITHOUT_ABBREVIATION else document.get_type_display()
        ),
        subject=document.subject,
        addressees=addressees,
        body=parse_body("\n".join(_joined(body))),
        recipients=tuple(line for line in recipients if not _FILED.match(line)),
        filing=filing[0].rstrip(". ") if filing else "",
        signer=Signer(document.signer_name, _posts(foot) or document.signer_title),
        urgency=document.get_urgency_display() if document.is_urgent else "",
    )


def _is_foot(line: str) -> bool:
    """Where the body is over: the recipients, or the first line of the signature."""
    words = " ".join(line.split())
    return bool(_RECIPIENTS.match(words)) or (words.isupper() and bool(_SIGN.fullmatch(words)))


def _recipients(foot: list[str]) -> list[str]:
    begin = next((n for n, line in enumerate(foot) if _RECIPIENTS.match(line.strip())), len(foot))
    rest = [line.strip() for line in foot[begin + 1 :] if line.strip()]
    return list(takewhile(lambda line: bool(_LISTED.match(line) or _FILED.match(line)), rest))


def _addressees(body: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """To whom a letter speaks, and the body after that."""
    found = _ADDRESSEES.match(body[0]) if body else None
    if not found:
        return (), body
    if found[1]:
        return (found[1],), body[1:]
    listed = tuple(takewhile(lambda line: bool(_LISTED.match(line)), body[1:]))
    return listed, body[1 + len(listed) :]


def _joined(lines: list[str]) -> list[str]:
    """Lines that a page broke are put together again: the second begins with a small letter."""
    paragraphs: list[str] = []
    for line in lines:
        goes_on = line[:1].islower() and not _POINT.match(line)
        if paragraphs and goes_on and not paragraphs[-1].endswith((".", ";", ":")):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
    return paragraphs


def _posts(foot: list[str]) -> str:
    """The lines of the signature as they stand in the text, in capitals."""
    lines = [" ".join(line.split()) for line in foot]
    return "\n".join(line for line in lines if line.isupper() and _SIGN.fullmatch(line))
