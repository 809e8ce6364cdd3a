"""What a search for breaking documents begins with: the fixtures of every dialect."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.fuzz.splice_law import OPTIONS
from tests.unit.markdown.dialect_cases import CASES
from tests.unit.markdown.fixture_files import fixtures, unsigned
from toolkit.model.document import MarkdownOptions

_GFM = ("segments.md", "html.md", "front-matter.md", "links.md", "directives.md")


def seeds() -> list[bytes]:
    """Return the inputs of all fixtures, the byte that chooses their dialect first."""
    plain = [(MarkdownOptions(), unsigned(source)) for name in _GFM for _, source, _ in fixtures(name)]
    cases = [(case.options, case.source) for case in CASES]
    return [bytes((_number(options),)) + text.encode("utf-8", "replace") for options, text in plain + cases]


def _number(options: MarkdownOptions) -> int:
    chosen = [(found.dialect, found.math) for found in OPTIONS]
    return chosen.index((options.dialect, options.math))


if __name__ == "__main__":
    for number, data in enumerate(seeds()):
        (Path(sys.argv[1]) / f"seed-{number}").write_bytes(data)
