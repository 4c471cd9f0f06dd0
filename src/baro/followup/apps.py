"""Registers this module with Django."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate  # noqa: TID251 - shipped data follows the schema

from baro.kernel.startup import connect


class FollowupConfig(AppConfig):
    name = "baro.followup"
    label = "followup"
    verbose_name = "Theo dõi, đôn đốc"

    def ready(self) -> None:
        connect(self.name)
        post_migrate.connect(_load_shipped_data, sender=self)
        from baro.followup.queries.difficult_shown import asked_in_inbox, shown_works
        from baro.followup.queries.ladder_page import reminders_look
        from baro.followup.queries.leaders_shown import shown_lists
        from baro.followup.queries.pressing import shown_letters
        from baro.kernel.health.api import look_also
        from baro.notices import api as notices
        from baro.work import api as work

        look_also(reminders_look)
        notices.on_subject("followup.PressingLetter", shown_letters)
        notices.on_subject("followup.LeadersList", shown_lists)
        notices.on_subject("followup.DifficultWork", shown_works)
        work.stand_in_inbox(asked_in_inbox)


def _load_shipped_data(sender: AppConfig, **_: Any) -> None:
    """Bring the default ladder of this version; also after a test has emptied the tables."""
    from baro.followup.operations.shipped_rungs import load_shipped_rungs

    load_shipped_rungs()
