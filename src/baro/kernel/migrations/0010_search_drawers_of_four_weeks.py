"""Drawers of four weeks also where 0008 was run while they still held one.

A quiet year filled so many drawers with so little that a rare word took longest of all.
"""

from importlib import import_module

from django.db import migrations

_KEYS = import_module("baro.kernel.migrations.0008_search_drawers").KEYS
_MEND = f"""
DO $mend$
BEGIN
    IF pg_get_functiondef('kernel_search_keys'::regproc) LIKE '%604800%' THEN
        {_KEYS.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")};
        REINDEX INDEX kernel_searchentry_keys;
    END IF;
END
$mend$
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0009_search_keys")]

    operations = [migrations.RunSQL(_MEND, migrations.RunSQL.noop)]
