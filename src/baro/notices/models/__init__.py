"""Facts of what people are told."""

from baro.notices.models.notices import Notice

__all__ = ["Notice"]
