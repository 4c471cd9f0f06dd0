"""Which words say in what sense a paper is named: at the head of a sentence, or before it."""

import re

from baro.documents.references.reference import Sense

# At the beginning of a sentence, for everything that it names.
_LEADING: tuple[tuple[str, Sense], ...] = (
    (r"căn cứ\b", "rests_on"),
    (r"(?:xét|theo) đề nghị\b", "rests_on"),
    (r"(?:phúc đáp|trả lời)\b", "replies"),
    (r"(?:ngày [\d/.]+,? )?(?:[\w/]+ ){0,10}(?:có )?nhận được\b", "replies"),
    (r"(?:tiếp tục |tổ chức |để |nhằm )?(?:triển khai |cụ thể hóa )?thực hiện\b", "carries_out"),
    (r"(?:tiếp tục |để |nhằm )?(?:triển khai|quán triệt|cụ thể hóa)\b", "carries_out"),
    (r"theo (?:ý kiến )?(?:chỉ đạo|kết luận|yêu cầu|tinh thần|đề nghị)\b", "carries_out"),
)
# Anywhere before the paper; the nearest counts.
_BEFORE: tuple[tuple[str, Sense], ...] = (
    (r"thay thế(?! (?:bằng|bởi))", "replaces"),
    (r"sửa đổi(?:, bổ sung)?|bổ sung một số (?:điều|nội dung)", "amends"),
    (r"đính chính", "corrects"),
    (r"phúc đáp|trả lời", "replies"),
    (r"thực hiện|triển khai|chỉ đạo|quán triệt|yêu cầu", "carries_out"),
    (r"căn cứ|xem xét", "rests_on"),
)
_HEAD = re.compile(
    r"[\s\-+•*–\"]*(?:(?:\d{1,2}|[ivx]{1,4}|[a-zđ])[.)]\s+)?(?:về việc |v/v )?(?:"
    + "|".join(f"(?P<head_{place}>{words})" for place, (words, _) in enumerate(_LEADING))
    + ")"
)
_CUE = re.compile("|".join(f"(?P<cue_{place}>{words})" for place, (words, _) in enumerate(_BEFORE)))
# What is said of a cited paper, such as its title, is not said of the paper that cites it.
_OF_OTHERS = frozenset({"replaces", "amends", "corrects"})


def leading_sense(sentence: str) -> Sense | None:
    """What the first words of a sentence (in lower case) say of the papers named in it."""
    found = _HEAD.match(sentence)
    if not found:
        return None
    return next(
        sense for place, (_, sense) in enumerate(_LEADING) if found[f"head_{place}"] is not None
    )


def nearest_sense(sentence: str, start: int, cited_until: int) -> Sense | None:
    """The sense in the words before `start`; `cited_until` is where the paper before ended."""
    found = None
    for found in _CUE.finditer(sentence, 0, start):  # noqa: B007 - the last one is wanted
        pass
    if found is None:
        return None
    sense = next(
        sense for place, (_, sense) in enumerate(_BEFORE) if found[f"cue_{place}"] is not None
    )
    if sense in _OF_OTHERS and 0 < cited_until <= found.start():
        return None
    return sense
