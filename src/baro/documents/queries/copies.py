"""The same paper in a register already: by its words, however spaced, or by its bytes."""

import hashlib

from django.db.models import Q

from baro.documents.models import Document, Intake
from baro.org import api as org


def words_sha256(text: str) -> str:
    """The same words give the same value, however they are spaced; no words give none."""
    words = " ".join(text.split())
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def same_content(*, text_sha256: str, file_sha256: str) -> Q:
    same = Q(pk__in=[])
    if text_sha256:
        same |= Q(text_sha256=text_sha256)
    if file_sha256:
        same |= Q(file__sha256=file_sha256)
    return same


def registered_copy(intake: Intake, user: org.User) -> Document | None:
    """The first document with the same content, among those that this user may see anyway."""
    file_sha256 = intake.file.sha256 if intake.file else ""
    same = same_content(text_sha256=words_sha256(intake.text), file_sha256=file_sha256)
    visible = Document.objects.visible_to(user).select_related("owner_unit").defer("text")
    return visible.filter(same).order_by("pk").first()


def waiting_copy(intake: Intake, user: org.User) -> Intake | None:
    """The same file or the same words, handed in before by this user and not yet registered."""
    same = Q(pk__in=[])
    if intake.file_id:
        same |= Q(file=intake.file_id)
    if intake.text:
        same |= Q(text=intake.text)
    others = Intake.objects.visible_to(user).exclude(pk=intake.pk).defer("text", "pages")
    return others.filter(same, pk__lt=intake.pk).order_by("pk").first()
