"""When each entry of the search was made and for whom it is; the keys of its index as a function.

The modules fill in what their entries lack before the index of 0009 is built.
"""

import django.contrib.postgres.fields
from django.db import migrations, models
from django.db.models.functions import Now

# A body in standard SQL is bound to what it calls when it is made, so that no search path of
# whoever restores a backup can change what the index holds. 16,000 words stay within the megabyte
# of a vector.
KEYS = """
CREATE FUNCTION kernel_search_keys(
    target_type text, at timestamp with time zone, marks text[], words tsvector
) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT array_to_tsvector(ARRAY(
        SELECT drawer.name || lexeme
        FROM (
            SELECT target_type
                || floor(extract(epoch FROM at AT TIME ZONE 'UTC') / 2419200)::int || ':' AS name
        ) drawer,
        unnest((tsvector_to_array(words))[:16000] || ARRAY(SELECT '@' || mark FROM unnest(marks) mark))
            lexeme
    ));
END
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0007_shared_cache")]

    operations = [
        migrations.RunSQL(
            KEYS,
            "DROP FUNCTION kernel_search_keys(text, timestamp with time zone, text[], tsvector)",
        ),
        migrations.AddField(
            model_name="searchentry",
            name="at",
            field=models.DateTimeField(db_default=Now()),
        ),
        migrations.AddField(
            model_name="searchentry",
            name="marks",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), db_default=[], size=None
            ),
        ),
    ]
