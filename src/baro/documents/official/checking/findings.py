"""One thing that is off, told so that a typist can mend it."""

from dataclasses import dataclass

from baro.documents.official.layout import Look, Measure, Span

_LONGEST = 60


@dataclass(frozen=True)
class Finding:
    """`rule` is a stable key; the other texts are for people. `is_verified` speaks of the rule."""

    rule: str
    where: str
    found: str
    wanted: str
    legal_basis: str
    is_verified: bool = True


def shown(text: str) -> str:
    """The words by which the place is found in the paper."""
    words = " ".join(text.split())
    return f"“{words[:_LONGEST].rstrip()}…”" if len(words) > _LONGEST else f"“{words}”"


def number(value: float) -> str:
    return f"{round(value, 2):g}".replace(".", ",")


def allowed(span: Span, unit: str) -> str:
    if span.low is not None and span.high is not None:
        low, high = number(span.low), number(span.high)
        return f"{low} {unit}" if low == high else f"từ {low} đến {high} {unit}"
    return f"ít nhất {number(span.low or 0)} {unit}"


def measured(rule: str, where: str, found: float, measure: Measure) -> Finding:
    return Finding(
        rule,
        where,
        f"{number(found)} {measure.unit}",
        allowed(measure.allowed, measure.unit),
        measure.legal_basis,
        measure.is_verified,
    )


def looks(rule: str, where: str, found: str, wanted: str, look: Look) -> Finding:
    return Finding(rule, where, found, wanted, look.legal_basis, look.is_verified)
