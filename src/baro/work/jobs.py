"""Background work of the ledger."""

from datetime import datetime

from baro.kernel import relay
from baro.work import operations


class TalliesWrong(Exception):
    """The sums did not say what the rows say; they have been mended."""


@relay.every("* * * * *")
def fold_tallies(at: datetime) -> None:
    """Nothing depends on it but the number of slips that each reader looks through."""
    operations.fold_tallies(at=at)


@relay.daily(at="02:35")
def recount_tallies(at: datetime) -> None:
    """A difference is mended at once, and stays on the health page as a job that failed."""
    wrong = operations.mend_tallies(at=at)
    if wrong:
        raise TalliesWrong(f"Số đếm lệch so với sổ việc, đã sửa: {wrong}.")
