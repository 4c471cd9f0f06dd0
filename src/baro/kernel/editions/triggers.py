"""What a watched table carries."""

import pgtrigger

from baro.kernel.editions.models import Edition

# One row for each group, so that of two who change the same group the later one waits: a newer
# token then always stands for all that was committed before it.
_RENEW = """
    INSERT INTO kernel_edition ("group", token) VALUES ('{group}', gen_random_uuid())
    ON CONFLICT ("group") DO UPDATE SET token = excluded.token;
    RETURN NULL;
"""


def renewing(group: Edition.Group, *, only: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """For `Meta.triggers`: any statement that may change the table begins a new edition.

    With `only`, updates of other columns do not.
    """
    update = pgtrigger.UpdateOf(*only) if only else pgtrigger.Update  # type: ignore[no-untyped-call]
    return [
        pgtrigger.Trigger(
            name="new_edition",
            operation=pgtrigger.Insert | update | pgtrigger.Delete | pgtrigger.Truncate,
            when=pgtrigger.After,
            level=pgtrigger.Statement,
            func=_RENEW.format(group=group.value),
        )
    ]
