"""When the documents in the search were registered."""

from django.db import migrations

_FILL = """
UPDATE kernel_searchentry found SET at = document.registered_at
FROM documents_document document
WHERE found.target_type = 'documents.document' AND found.target_id = document.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0008_search_drawers"),
        ("documents", "0011_local_words"),
    ]
    # Filling in before the index is there costs a tenth.
    run_before = [("kernel", "0009_search_keys")]

    operations = [migrations.RunSQL(_FILL, migrations.RunSQL.noop)]
