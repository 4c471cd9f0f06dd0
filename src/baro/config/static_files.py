"""Static files with a hash in their name, so that browsers may keep them for ever."""

from typing import Any

from django.contrib.staticfiles.apps import StaticFilesConfig
from whitenoise.storage import CompressedManifestStaticFilesStorage


class AssetsConfig(StaticFilesConfig):
    """Django's static files, without what npm packages ship and no page asks for."""

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        *(
            "*.map",
            "*.rtl.*",
            "*.ts",
            "tabler-icons*.html",
            "*.cjs",
            "*.mjs",
            "*.scss",
            "*.json",
            "*.md",
            "LICENSE",
        ),
        *("*.esm.*", "extension", "ext", "flags", "payments", "social", "libs"),
        *("echarts.js", "echarts.common*", "echarts.simple*", "htmx.js", "htmx.cjs.js", "*.ttf"),
    ]


class HashedStaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Bears files that are not there.

    Third-party styles refer to source maps that their packages leave out; such a reference keeps
    its plain name instead of ending the installation.
    """

    manifest_strict = False

    def hashed_name(self, name: str, content: Any = None, filename: str | None = None) -> str:
        try:
            hashed: str = super().hashed_name(name, content, filename)
        except ValueError:
            return name
        return hashed
