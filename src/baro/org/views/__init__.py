"""Pages of the directory. It is open to everyone who signed in: names and posts are no secret."""

from baro.org.views.directory import person, unit, unit_list
from baro.org.views.imports import (
    import_application,
    import_preview,
    import_template,
    list_import,
)

__all__ = [
    "import_application",
    "import_preview",
    "import_template",
    "list_import",
    "person",
    "unit",
    "unit_list",
]
