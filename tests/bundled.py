"""The bundled articles and their translations, copied to where a test may change and build them."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]


def bundled_project(folder: Path, settings: str = "") -> Path:
    """Copy the project's articles with its own settings, and further lines of TOML; return the folder."""
    for name in ("source", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "babel.cfg", folder)
    table = "[tool.toolkit]\n"
    own = (ROOT / "pyproject.toml").read_text("utf-8")
    assert own.count(table) == 1
    (folder / "pyproject.toml").write_text(own.replace(table, f"{table}{settings}"), "utf-8")
    return folder
