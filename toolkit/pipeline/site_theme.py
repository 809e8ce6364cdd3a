"""The theme of a project's pages: what ships, and the user's own in its place."""

from __future__ import annotations

import os

from toolkit.errors import CatalogError
from toolkit.pipeline.project_files import ProjectFiles
from toolkit.publish.theme import SHIPPED, Theme, load_theme
from toolkit.workspace.collisions import INTERFACE_DOMAIN
from toolkit.workspace.locales import LocaleFolder
from toolkit.workspace.package_files import overridden, packaged


def site_theme(files: ProjectFiles) -> Theme:
    """Return the theme: packaged templates, styles and words, each replaced by the project's own."""
    found = {}
    own: set[str] = set()
    for folder in ("templates", "static"):
        shipped = packaged(folder)
        used = overridden(shipped, files.project.theme_dir / folder)
        found.update({f"{folder}/{name}": data for name, data in used.items()})
        if folder == "templates":  # what a template of the user's replaces, for it to build on
            found.update({f"{folder}/{SHIPPED}/{name}": data for name, data in shipped.items()})
        own.update(name for name, data in used.items() if folder == "templates" and data != shipped.get(name))
    found.update({f"locales/{name}": data for name, data in packaged("locales").items()})
    words = {}
    source = LocaleFolder(files.source_locale, files.source_locale.gettext)
    for locale in (source, *files.locales):
        try:
            data = files.po_bytes(locale, INTERFACE_DOMAIN)
            if data is not None:
                files.read(data, f"{locale.path}/{INTERFACE_DOMAIN}.po")
                words[locale.tag.gettext] = data
        except CatalogError as error:
            files.report.failed(error)
    highlight_code = files.project.settings.highlight_code
    folder = f"{os.path.relpath(files.project.theme_dir, files.project.root)}/".replace(os.sep, "/")
    return load_theme(found, words, frozenset(own), folder, highlight_code=highlight_code)
