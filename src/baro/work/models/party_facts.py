"""When the item of a party was closed, told to the party by the database (ADR 24).

A reader's open items are a small part of all that their unit ever had a part in; they are found by
one index of the parties only if the parties know which those are.
"""

import pgtrigger

TELL_PARTIES = pgtrigger.Trigger(
    name="tell_parties",
    operation=pgtrigger.UpdateOf("closed_at"),  # type: ignore[no-untyped-call]
    when=pgtrigger.After,
    condition=pgtrigger.Q(old__closed_at__df=pgtrigger.F("new__closed_at")),
    func="""
        UPDATE work_workparty SET item_closed_at = NEW.closed_at WHERE item_id = NEW.id;
        RETURN NULL;
    """,
)
# A statement for all that were added at once; nearly always to open items, where nothing is to do.
LEARN_FROM_ITEM = pgtrigger.Trigger(
    name="learn_from_item",
    operation=pgtrigger.Insert,
    when=pgtrigger.After,
    level=pgtrigger.Statement,
    referencing=pgtrigger.Referencing(new="added"),  # type: ignore[no-untyped-call]
    func="""
        UPDATE work_workparty party SET item_closed_at = item.closed_at
        FROM added JOIN work_workitem item ON item.id = added.item_id
        WHERE party.id = added.id AND item.closed_at IS DISTINCT FROM added.item_closed_at;
        RETURN NULL;
    """,
)
