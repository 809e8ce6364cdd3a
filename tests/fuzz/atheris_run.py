"""Search for documents that break the splice law with Atheris; arguments go to libFuzzer.

The module is imported by name, since Atheris has no types and is installed for this search alone.
"""

from __future__ import annotations

import sys
from importlib import import_module


def main() -> None:
    """Fuzz until libFuzzer's limits (``-max_total_time=60``); a find is written to a file and ends it."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["toolkit", "markdown_it", "mdit_py_plugins"]):
        law = import_module("tests.fuzz.splice_law")
    atheris.Setup(sys.argv, law.check_splice)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
