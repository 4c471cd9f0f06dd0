"""TCVN3 (the fonts named .Vn), VPS and VISCII: one place for each letter.

Written in the order of the places from 80 on; a dot marks a place that holds no letter. TCVN3 has
no capitals with tones of its own; those shown here belong to its larger sister, TCVN 5712-2.
"""

from collections.abc import Mapping

_FIRST_PLACE = 0x80

_TCVN3 = (
    "................"  # 80, quotation marks and dashes of Windows
    "................"  # 90
    ".ĂÂÊÔƠƯĐăâêôơưđẰ"  # A0
    ".....àảãáạẲằẳẵắẴ"  # B0
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"  # C0
    "éẹềểễếệìỉỄẾỒĩíịò"  # D0
    "Ổỏõóọồổỗốộờởỡớợù"  # E0
    "ỖủũúụừửữứựỳỷỹýỵỐ"  # F0
)
_VPS = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"  # 80
    "Ế..ỀỂỄỐỒỔỖýỷỵỚỜỞ"  # 90
    ".ắằẳẵặỠớÙờởỡŨỨợỪ"  # A0
    "ổỬỲỸÍÌộỈĨÓửữÒỎÕự"  # B0
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹ"  # C0
    "ƯỦồốÔỏơÈừứÚũưÝẺ."  # D0
    "àáâãảạă.èéêẽìí.ĩ"  # E0
    "ẴĐòóôõ.Ơụùúủ.ỶẼỳ"  # F0
)
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"  # 80
    "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"  # 90
    "Õắằặấầẩậẽẹếềểễệố"  # A0
    "ồổỗỠƠộờởịỰỨỪỬơớƯ"  # B0
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"  # C0
    "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"  # D0
    "àáâãảăữẫèéêẻìíĩỉ"  # E0
    "đựòóôõỏọụùúũủýợỮ"  # F0
)


def _table(letters: str) -> Mapping[int, str]:
    places = enumerate(letters, start=_FIRST_PLACE)
    return {place: letter for place, letter in places if letter != "."}


TCVN3 = _table(_TCVN3)
VPS = _table(_VPS)
VISCII = _table(_VISCII)
