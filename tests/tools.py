"""Outside programs that tests compare with."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

_TOOLS = Path(__file__).parents[1] / ".tools"


def require_tool(name: str) -> str:
    """Return the path of a program, looked for beside Python first.

    Without it the test is skipped, or fails where the environment asks for all tools.
    """
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    return found or _missing(name)


def require_html_checker() -> list[str]:
    """Return the command of the Nu Html Checker: Java, and ``vnu.jar`` as ``scripts/html-checker`` gets it.

    ``VNU_JAR`` names another one. Without Java or the jar it is as for `require_tool`.
    """
    java = require_tool("java")
    jar = Path(os.environ.get("VNU_JAR") or _TOOLS / "node_modules/vnu-jar/build/dist/vnu.jar")
    return [java, "-jar", str(jar) if jar.is_file() else _missing("vnu.jar (see scripts/html-checker)")]


def _missing(name: str) -> NoReturn:
    if os.environ.get("L10N_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{name} is not installed, and L10N_REQUIRE_TOOLS=1 asks for every tool")
    pytest.skip(f"{name} is not installed")


def require_package(name: str) -> None:
    """Skip the test where a package of an extra is not installed, or fail where all tools are asked for."""
    if find_spec(name) is None:
        _missing(name)
