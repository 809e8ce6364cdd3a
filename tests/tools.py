"""Outside programs that tests compare with."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest


def require_tool(name: str) -> str:
    """Return the path of a program, looked for beside Python first.

    Without it the test is skipped, or fails where the environment asks for all tools.
    """
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        if os.environ.get("L10N_REQUIRE_TOOLS") == "1":
            pytest.fail(f"{name} is not installed, and L10N_REQUIRE_TOOLS=1 asks for every tool")
        pytest.skip(f"{name} is not installed")
    return found


def require_package(name: str) -> None:
    """Skip the test where a package of an extra is not installed, or fail where all tools are asked for."""
    if find_spec(name) is None:
        if os.environ.get("L10N_REQUIRE_TOOLS") == "1":
            pytest.fail(f"{name} is not installed, and L10N_REQUIRE_TOOLS=1 asks for every tool")
        pytest.skip(f"{name} is not installed")
