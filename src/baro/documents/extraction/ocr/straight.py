"""A page that lay askew on the glass, made straight."""

from PIL import Image

_SMALL_HEIGHT = 600
_WIDEST = 3.0  # degrees
_STEP, _FINE_STEP = 0.5, 0.1
_NOT_WORTH_IT = 0.25


def straightened(picture: Image.Image) -> Image.Image:
    angle = _skew(picture)
    if abs(angle) < _NOT_WORTH_IT:
        return picture
    return picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def _skew(picture: Image.Image) -> float:
    """The turn at which rows of letters and the blanks between them stand out most."""
    factor = max(1, picture.height // _SMALL_HEIGHT)
    small = picture.reduce(factor).point(lambda value: 0 if value > 160 else 255)
    steps = round(_WIDEST / _STEP)
    coarse = max(
        (step * _STEP for step in range(-steps, steps + 1)), key=lambda a: _sharp(small, a)
    )
    fine = round(_STEP / _FINE_STEP)
    return max(
        (coarse + step * _FINE_STEP for step in range(-fine, fine + 1)),
        key=lambda angle: _sharp(small, angle),
    )


def _sharp(small: Image.Image, angle: float) -> float:
    rows = small.rotate(angle, Image.Resampling.BILINEAR).resize(
        (1, small.height), Image.Resampling.BOX
    )
    values = rows.tobytes()
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values)
