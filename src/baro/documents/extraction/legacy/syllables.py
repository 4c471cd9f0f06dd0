"""How much of a text is Vietnamese, told by its syllables: beginning, rime, one tone at most."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_BEGINNINGS = (
    "ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p r s t v x"  # an empty one also fits
)
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in "
    "inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe "
    "oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây "
    "uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uynh uyt "
    "uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu"
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED_TONES = frozenset({"\u0301", "\u0323"})
_STOPS = ("c", "ch", "p", "t")
_SYLLABLE = re.compile(f"(?:{'|'.join(_BEGINNINGS.split())})?(?:{'|'.join(_RIMES.split())})")
_WORD = re.compile(r"[^\W\d_]+")
_WITHOUT_TONE = str.maketrans("", "", _TONES)


class Share(NamedTuple):
    """Of the words that carry signs beyond a to z: how many are Vietnamese, how many are not."""

    fitting: int
    strange: int

    @property
    def total(self) -> int:
        return self.fitting + self.strange


def share(text: str) -> Share:
    fitting = strange = 0
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        if not word.isascii():
            fits = is_syllable(word)
            fitting, strange = fitting + fits, strange + (not fits)
    return Share(fitting, strange)


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    if any(char.isupper() for char in word[1:]) and not word.isupper():
        return False
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in decomposed if char in _TONES]
    bare = unicodedata.normalize("NFC", decomposed.translate(_WITHOUT_TONE))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not bare.endswith(_STOPS) or bool(_STOPPED_TONES.intersection(tones))
