"""How the one who acted is written down; who acts for another is written with the other's name."""

from collections.abc import Callable
from datetime import datetime

from django.db import models

# On whose behalf `by` did `name` to the target at a moment; empty for their own.
Signer = Callable[[str, models.Model, models.Model, datetime], str]
_LONGEST = 200
_signers: dict[str, Signer] = {}


def sign_with(model_label: str, signer: Signer) -> None:
    """Each module says for its own targets on whose behalf somebody acts on them."""
    _signers[model_label.lower()] = signer


def signature(name: str, by: models.Model | None, target: models.Model, at: datetime) -> str:
    if by is None:
        return "Hệ thống"
    signer = _signers.get(target._meta.label_lower)
    behalf = signer(name, by, target, at) if signer else ""
    return (f"{by} (thay mặt {behalf})" if behalf else str(by))[:_LONGEST]
