"""A ledger of any size, made from the demo city by writing its rows again at other times."""

from baro.config.bench.ledger.growing import grow

__all__ = ["grow"]
