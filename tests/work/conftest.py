"""The first question to a calendar counts up its year, which no single example should pay for."""

from hypothesis import settings

settings.register_profile("ledger", deadline=None)
settings.load_profile("ledger")
