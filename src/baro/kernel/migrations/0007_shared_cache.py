"""What web processes must know of each other for minutes: failed sign-ins, codes already used."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("kernel", "0006_webhooks")]

    operations = [
        migrations.RunSQL(
            sql=[
                """
                CREATE TABLE kernel_cache (
                    cache_key varchar(255) PRIMARY KEY,
                    value text NOT NULL,
                    expires timestamp with time zone NOT NULL
                )
                """,
                "CREATE INDEX kernel_cache_expires ON kernel_cache (expires)",
            ],
            reverse_sql="DROP TABLE kernel_cache",
        )
    ]
