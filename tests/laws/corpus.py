"""Real documents and the examples of the standard, as texts."""

from __future__ import annotations

import json

from tests.data import outside_data


def spec_examples() -> tuple[str, ...]:
    """Return the Markdown of every example of the CommonMark standard, or skip."""
    examples = json.loads((outside_data() / "commonmark-spec.json").read_text("utf-8"))
    return tuple(example["markdown"] for example in examples)


def book_texts() -> tuple[str, ...]:
    """Return every chapter of a real manual in two versions, or skip."""
    paths = sorted((outside_data() / "rust-book").rglob("*.md"))
    return tuple(path.read_bytes().decode("utf-8") for path in paths)
