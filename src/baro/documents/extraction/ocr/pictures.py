"""Pictures opened safely and brought to one form: grey, upright, with a known resolution."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError

from baro.documents.extraction.limits import PAGE_LIMIT
from baro.documents.extraction.refusals import FileExpandsTooMuch, FileIsBroken, FileTooLarge

_FORMATS = ("PNG", "JPEG", "TIFF")
_MOST_DOTS = 100_000_000  # an A3 sheet at 600 dots per inch has 70 million
_LONG_SIDE = 11.7  # inches of A4; what a picture shows when it does not tell its resolution
_BELIEVABLE = range(100, 1201)
_WANTED = 300
_SMALL = 200
_LARGE = 450


class Sheet(NamedTuple):
    """One page as a grey picture."""

    picture: Image.Image
    dots_per_inch: int


def page_count(content: bytes) -> int:
    with _opened(content) as picture:
        return _frames(picture)


def sheets(content: bytes) -> Iterator[Sheet]:
    """The pages of a picture file; a TIFF may hold many."""
    with _opened(content) as picture:
        for number in range(_frames(picture)):
            picture.seek(number)
            yield _sheet(picture)


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
                _refuse_large(picture)
                yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large() from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError):
        raise FileIsBroken("Tệp ảnh bị hỏng, không mở được.") from None


def _refuse_large(picture: Image.Image) -> None:
    if picture.width * picture.height > _MOST_DOTS:
        raise _too_large()
    if _frames(picture) > PAGE_LIMIT:
        raise FileTooLarge(f"Tệp ảnh có quá {PAGE_LIMIT} trang.")


def _too_large() -> FileExpandsTooMuch:
    return FileExpandsTooMuch("Ảnh có kích thước quá lớn, không an toàn để mở.")


def _frames(picture: Image.Image) -> int:
    return int(getattr(picture, "n_frames", 1))


def _sheet(picture: Image.Image) -> Sheet:
    upright = ImageOps.exif_transpose(_on_white(picture))
    return scaled(Sheet(upright.convert("L"), _resolution(picture)))


def scaled(sheet: Sheet) -> Sheet:
    """Tesseract reads letters best at about 300 dots per inch."""
    if _SMALL <= sheet.dots_per_inch <= _LARGE:
        return sheet
    factor = _WANTED / sheet.dots_per_inch
    width, height = sheet.picture.size
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return Sheet(sheet.picture.resize(size, Image.Resampling.LANCZOS), _WANTED)


def _on_white(picture: Image.Image) -> Image.Image:
    """What is transparent counts as paper."""
    if picture.mode not in {"RGBA", "LA", "PA"} and "transparency" not in picture.info:
        return picture
    layered = picture.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(paper, layered)


def _resolution(picture: Image.Image) -> int:
    told = picture.info.get("dpi", (0, 0))[0]
    longest = max(picture.size)
    if told and round(float(told)) in _BELIEVABLE and longest / float(told) < 3 * _LONG_SIDE:
        return round(float(told))
    return max(1, round(longest / _LONG_SIDE))
