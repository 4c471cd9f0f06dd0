"""Pages of the directory. It is open to everyone who signed in: names and posts are no secret."""

from baro.org.views.directory import person, unit, unit_list
from baro.org.views.imports import (
    import_application,
    import_preview,
    import_template,
    list_import,
)
from baro.org.views.substitutions import absence, person_substitution, substitution_ending
from baro.org.views.tokens import api_token_revocation, api_tokens

__all__ = [
    "absence",
    "api_token_revocation",
    "api_tokens",
    "import_application",
    "import_preview",
    "import_template",
    "list_import",
    "person",
    "person_substitution",
    "substitution_ending",
    "unit",
    "unit_list",
]
