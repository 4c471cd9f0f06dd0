"""Keys reach the index of the search by the batch, and are made without a query for each entry."""

import django.contrib.postgres.indexes
from django.db import migrations

import baro.kernel.search.models

# As in 0008, and the same keys: one on each line, the name of the drawer put before each. Being
# one expression it is worked out in place; a query in it would be started anew for each entry.
_KEYS = r"""
CREATE OR REPLACE FUNCTION kernel_search_keys(
    target_type text, at timestamp with time zone, marks text[], words tsvector
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_to_tsvector(string_to_array(substr(replace(
    E'\n' || array_to_string(
        (tsvector_to_array(words))[:16000]
            || string_to_array('@' || nullif(array_to_string(marks, E'\n@'), ''), E'\n'),
        E'\n'
    ),
    E'\n',
    E'\n' || target_type || floor(extract(epoch FROM at AT TIME ZONE 'UTC') / 2419200)::int || ':'
), 2), E'\n'))
"""
_INDEX = "kernel_searchentry_keys"


class Migration(migrations.Migration):
    dependencies = [("kernel", "0010_search_drawers_of_four_weeks")]

    operations = [
        migrations.RunSQL(_KEYS, migrations.RunSQL.noop),
        migrations.SeparateDatabaseAndState(
            [
                # A change of settings; nothing is built anew.
                migrations.RunSQL(
                    f"ALTER INDEX {_INDEX} SET (fastupdate = on, gin_pending_list_limit = 64)",
                    f"ALTER INDEX {_INDEX} SET (fastupdate = off)",
                )
            ],
            [
                migrations.RemoveIndex("searchentry", _INDEX),
                migrations.AddIndex(
                    "searchentry",
                    django.contrib.postgres.indexes.GinIndex(
                        baro.kernel.search.models.SearchKeys("target_type", "at", "marks", "words"),
                        name=_INDEX,
                        fastupdate=True,
                        gin_pending_list_limit=64,
                    ),
                ),
            ],
        ),
    ]
