"""Letters (.eml): who wrote what when, the words of the letter, and the files that came with it."""

from collections.abc import Iterator
from email import policy
from email.headerregistry import DateHeader
from email.message import EmailMessage
from email.parser import BytesParser
from typing import NamedTuple

from baro.documents.extraction.extracted import Found
from baro.documents.extraction.plain import text_of_bytes
from baro.documents.extraction.refusals import EncodingUnknown, FileIsBroken
from baro.documents.extraction.watch import Watch
from baro.documents.extraction.web import text_of_markup

_HEADERS = (("subject", "Về việc"), ("from", "Người gửi"), ("to", "Người nhận"))
_DEEPEST = 5
_MOST_ATTACHMENTS = 200
_NAMELESS = "tep-dinh-kem"


class Attachment(NamedTuple):
    name: str
    content: bytes


def text_of_mail(content: bytes, _watch: Watch) -> Found:
    message = _parsed(content)
    attached = attachments_of(content)
    text = "\n".join([*_head(message), "", *_letter(message, depth=0)])
    return Found(text, [], [_names(attached)] if attached else [])


def attachments_of(content: bytes) -> list[Attachment]:
    """The files that came with a letter, those of forwarded letters included."""
    return list(_attachments(_parsed(content), depth=0))[:_MOST_ATTACHMENTS]


def _parsed(content: bytes) -> EmailMessage:
    try:
        return BytesParser(_class=EmailMessage, policy=policy.default).parsebytes(content)
    except Exception:  # the parser promises not to fail, and does on some broken headers
        raise FileIsBroken("Thư điện tử bị hỏng, không mở được.") from None


def _head(message: EmailMessage) -> Iterator[str]:
    for name, shown in _HEADERS:
        if value := _header(message, name):
            yield f"{shown}: {value}"
    date = message["date"] if _header(message, "date") else None
    moment = date.datetime if isinstance(date, DateHeader) else None
    if moment is not None:
        yield f"Ngày gửi: {moment:%d/%m/%Y %H:%M}"


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except Exception:  # headers are parsed when asked for, and broken ones raise anything
        return ""


def _letter(message: EmailMessage, *, depth: int) -> Iterator[str]:
    body = _body(message)
    if body is not None:
        text = _text(body)
        yield text_of_markup(text) if body.get_content_subtype() == "html" else text
    for inner in _forwarded(message):
        if depth < _DEEPEST:
            yield from ["", *_head(inner), "", *_letter(inner, depth=depth + 1)]


def _body(message: EmailMessage) -> EmailMessage | None:
    """Words typed as such before words dressed as a page; an empty one does not count."""
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        if isinstance(part, EmailMessage) and _payload(part).strip():
            return part
    return None


def _text(part: EmailMessage) -> str:
    payload = _payload(part)
    try:
        text = payload.decode(part.get_content_charset() or "ascii")
    except (LookupError, UnicodeDecodeError):
        try:
            text, _ = text_of_bytes(payload)
        except EncodingUnknown:
            text = payload.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _forwarded(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.iter_attachments():
        if part.get_content_type() == "message/rfc822":
            yield from (inner for inner in part.iter_parts() if isinstance(inner, EmailMessage))


def _attachments(message: EmailMessage, *, depth: int) -> Iterator[Attachment]:
    for number, part in enumerate(_parts(message), start=1):
        content = _payload(part)
        if content:
            yield Attachment(part.get_filename() or f"{_NAMELESS}-{number}", content)
    for inner in _forwarded(message):
        if depth < _DEEPEST:
            yield from _attachments(inner, depth=depth + 1)


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Attached files; pictures that the letter shows inside itself are not among them."""
    for part in message.iter_attachments():
        is_picture_inside = part["content-id"] and part.get_content_disposition() != "attachment"
        if (
            not part.is_multipart()
            and not is_picture_inside
            and part.get_content_type() != ("message/rfc822")
        ):
            yield part


def _names(attached: list[Attachment]) -> str:
    names = "; ".join(f"“{file.name}”" for file in attached[:10])
    return f"Thư có {len(attached)} tệp kèm theo: {names}. Nội dung các tệp ấy được đọc riêng."
