"""What can be done to many rows at once, as the bar under a list offers it."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse


@dataclass(frozen=True)
class BulkAct:
    """A button of the bar; the form around the list is posted to `href`."""

    label: str
    icon: str
    href: str


# What rooms above do with chosen rows: name of their address, label, icon. They are posted `viec`
# (keys of items, several), or `tat-ca` for all rows of the list, and `loc` (its query string);
# `chosen_items` reads that.
ABOVE = (("followup:pressing", "Đôn đốc", "speakerphone"),)


def bulk_acts() -> list[BulkAct]:
    """Every act that has an address; who may do it is asked where it is done."""
    found = []
    for name, label, icon in ABOVE:
        try:
            found.append(BulkAct(label, icon, reverse(name)))
        except NoReverseMatch:  # that room is not built in
            continue
    return found
