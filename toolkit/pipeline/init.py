"""``toolkit init``: the files that a project begins with, written into an empty or existing folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.model.output import Output
from toolkit.workspace.git import configure
from toolkit.workspace.project import is_configured
from toolkit.workspace.write import bytes_there, write_if_different

_SOURCE_FOLDERS = ("source", "docs", "content", "articles")

_BABEL_CFG = """\
# Which files hold texts to translate, and how they are read. pybabel reads this file too.
# The first section that matches a file counts, so exceptions come first.

# [ignore: {folder}/drafts/**]

[markdown: {folder}/**.md]
# Front matter values to translate: key paths; [] after a list. Default: title description
front_matter = title description tags[]
"""

_TOOLKIT_TOML = """\
# Settings of the localization toolkit. Most lines below show the default.
# What changes the messages themselves (which files, which front matter) stands in babel.cfg.

# Language of the articles, as a tag: en, pt-BR, zh-Hans.
source-locale = "{source_locale}"

# Name of the project in the PO files; empty: the name of this folder, wherever it is checked out.
project = {project}

# Where translators report a mistake in a source text: an address or a URL.
bugs-address = ""

# What "#:" shows in PO files: "file", "line" (changes with every edit above) or "never".
references = "file"

# Share of messages, 0 to 1, that must be translated before a page is published.
# At 0 a page with at least one translated message is published.
min-complete = 0.0

# What pages show where they are not translated: "source" (the source text, marked), "stale" (the old
# translation, marked, where a text has changed) or "last-good" (the page as it was when it was complete).
fallback = "source"

# Where Markdown editions stand below output/markdown: a pattern like the one here or
# "{{path}}.{{locale}}.md", or what a site generator expects: "hugo", "mkdocs-i18n", "docusaurus".
layout = "{{locale}}/{{path}}"

# Whether Markdown editions say the ids of their headings, the same in every language: "none",
# or "dialect" for its own syntax, such as {{#id}} behind a heading.
heading-ids = "none"

# Whether code on HTML pages is coloured by the language that its fence names.
highlight-code = false

# Folder with templates and styles of your own, by the names of the ones that ship.
theme = "theme"

# Where output/html is online, as "https://example.org/texts": absolute addresses for search engines.
base-url = ""

# Where readers can help to translate, as "https://example.org/{{domain}}/{{locale}}/": a link on pages that
# are not complete. {{path}} is the PO file below this folder.
translate-url = ""

# Whether readers can search the pages: pip install "l10n-toolkit[search]".
search = false

# What becomes of a copy of a text that is translated in another article: "fuzzy", so that
# somebody looks whether it fits there, or "translated".
# [memory]
# exact = "fuzzy"

# What is larger is refused.
# [limits]
# source-bytes = 10_000_000
# po-bytes = 64_000_000
# po-entries = 100_000
# message-length = 100_000
# nesting = 100

# A language that the toolkit does not know, or that you want to name otherwise.
# [locale.tlh]
# name = "tlhIngan Hol"
# dir = "ltr"
# plural = "nplurals=1; plural=0;"
"""

_GITIGNORE = ("output/*", "!output/.gitkeep", "*.mo", ".toolkit-*.tmp", ".toolkit.lock")
_GITATTRIBUTES = ("*.po -text", "*.pot -text")
_WHY_ATTRIBUTES = "# PO files keep the line endings that their editors wrote."
_MERGED_BY_ENTRY = ("*.po -text merge=toolkit-po", "*.pot -text merge=toolkit-po")
_WHY_MERGED = "# PO files keep the line endings that their editors wrote, and are merged entry by entry."
_MERGE_DRIVER = {
    "merge.toolkit-po.name": "PO files, entry by entry",
    "merge.toolkit-po.driver": "toolkit merge-driver %O %A %B %P",
}


@dataclass(frozen=True, slots=True)
class Started:
    """What happened to one file: ``created``, ``updated`` or ``kept``."""

    path: str
    verb: str
    why: str = ""


def init(root: Path, source_locale: str, *, git: bool = False) -> Iterator[Started]:
    """Yield what happens to each file of a new project; existing files keep every line.

    With ``git``, PO files are merged by our driver, which the last step writes into the configuration of the
    repository. Raises `OutputError` for a file that cannot be read or written and `ConfigError` for a broken
    configuration, or where that last step fails.
    """
    configured = is_configured(root / "pyproject.toml")  # first, for it may find a file that nobody can read
    folder = _source_folder(root)
    yield _create(root, "babel.cfg", _BABEL_CFG.format(folder=folder))
    if configured:
        yield Started("pyproject.toml", "kept", "it has a [tool.toolkit] table")
    else:
        yield _create(
            root,
            "toolkit.toml",
            _TOOLKIT_TOML.format(
                source_locale=source_locale, project=json.dumps(root.name, ensure_ascii=False)
            ),
        )
    yield _append(root, ".gitignore", _GITIGNORE)
    if git:
        yield _append(root, ".gitattributes", _MERGED_BY_ENTRY, _WHY_MERGED)
    else:
        yield _append(root, ".gitattributes", _GITATTRIBUTES, _WHY_ATTRIBUTES)
    for name in (f"{folder}/.gitkeep", "locales/.gitkeep", "output/.gitkeep"):
        place = (root / name).parent
        if not place.is_dir() or not any(place.iterdir()):
            yield _create(root, name, "")
    if git:
        changed = configure(root, _MERGE_DRIVER)
        where = "the configuration of this repository"
        yield (
            Started(where, "updated", "merge.toolkit-po")
            if changed
            else Started(where, "kept", "it has merge.toolkit-po already")
        )


def _source_folder(root: Path) -> str:
    """Return the folder that holds Markdown already, else ``source``."""
    for name in _SOURCE_FOLDERS:
        if any((root / name).rglob("*.md")):
            return name
    return _SOURCE_FOLDERS[0]


def _create(root: Path, path: str, text: str) -> Started:
    if (root / path).exists():
        return Started(path, "kept", "it is there already")
    write_if_different(root, Output(path, text.encode()))
    return Started(path, "created")


def _append(root: Path, path: str, lines: Iterable[str], comment: str = "") -> Started:
    """Add the lines that a file does not have yet, in its own newline style.

    A line that says more, as with ``merge=toolkit-po`` behind it, counts as there.
    """
    before = bytes_there(root, path) or b""
    present = [line.strip() + b" " for line in before.split(b"\n")]
    missing = [line for line in lines if not any(there.startswith(line.encode() + b" ") for there in present)]
    if not missing:
        return Started(path, "kept", "it has these lines already")
    newline = "\r\n" if b"\r\n" in before else "\n"
    gap = newline if before and not before.endswith(b"\n") else ""
    added = newline.join([*([comment] if comment else []), *missing, ""])
    write_if_different(root, Output(path, before + (gap + added).encode()))
    return Started(path, "updated" if before else "created")
