"""Megabytes per CPU second of extraction and build over a real manual, beside the bare block parse.

Run: L10N_TEST_DATA=… .venv/bin/python benchmarks/throughput.py
The manual is copied into a temporary project; for the build each message gets a pseudo-translation.
Every figure is the best of several runs in this process, the ones compared in turn.
"""

from __future__ import annotations

import contextlib
import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.pseudo import pseudo_text
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.cli.main import run

ROUNDS = 5


def bare_parse(sources: list[Path], preset: str) -> Callable[[], None]:
    """Return a run of markdown-it-py's block parser, and nothing else, over files."""
    parser = MarkdownIt(preset, {"linkify": False})

    def parse() -> None:
        for path in sources:
            text = path.read_text(encoding="utf-8")
            parser.block.parse(text, parser, {}, [])

    return parse


def command(*arguments: str) -> Callable[[], None]:
    """Return a run of a command of the toolkit in this process, its output thrown away."""

    def call() -> None:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            code = run(list(arguments))
        if code > 1:  # 1: pseudo-text changes placeholders, which is an error of its own
            raise SystemExit(f"toolkit {' '.join(arguments)} ended with {code}")

    return call


def first_time(locales: Path) -> Callable[[], None]:
    """Return a run of the extraction that has every template to write."""
    call = command("extract", "--pot-only")

    def extract() -> None:
        for template in locales.glob("*.pot"):
            template.unlink()
        call()

    return extract


def cpu_seconds(call: Callable[[], None]) -> float:
    """Return the CPU seconds of one call in this process."""
    start = time.process_time()
    call()
    return time.process_time() - start


def process_seconds(*arguments: str) -> float:
    """Return the CPU seconds of a whole process, start of Python included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def translate(locales: Path) -> None:
    """Give every message of the locale's PO files a pseudo-translation."""
    for path in sorted(locales.glob("*/LC_MESSAGES/*.po")):
        header, *entries = read_catalog(path.read_bytes(), str(path)).entries
        texts = [
            format_entry(
                entry.key, pseudo_text(entry.key.text), notes=entry.notes, references=entry.references
            )
            for entry in entries
        ]
        path.write_text("\n".join([header.raw, *texts]), encoding="utf-8")


def main() -> None:
    """Measure, and print the table."""
    data = os.environ.get("L10N_TEST_DATA")
    if not data:
        raise SystemExit("set L10N_TEST_DATA to the folder of test material")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(Path(data) / "rust-book", root / "source")
        (root / "babel.cfg").write_text("[markdown: source/**.md]\n", encoding="utf-8")
        (root / "locales/uk/LC_MESSAGES").mkdir(parents=True)
        os.chdir(root)
        sources = sorted((root / "source").rglob("*.md"))
        megabytes = sum(path.stat().st_size for path in sources) / 1e6
        command("extract")()
        translate(root / "locales")
        calls = {
            "markdown-it-py, blocks only, commonmark": bare_parse(sources, "commonmark"),
            "markdown-it-py, blocks only, gfm-like2": bare_parse(sources, "gfm-like2"),
            "toolkit extract --pot-only, first time": first_time(root / "locales"),
            "toolkit extract --pot-only": command("extract", "--pot-only"),
            "toolkit extract, one locale": command("extract"),
            "toolkit status, one locale": command("status"),
            "toolkit build, source and one locale": command("build"),
        }
        best = dict.fromkeys(calls, float("inf"))
        for _ in range(ROUNDS):
            for name, call in calls.items():
                best[name] = min(best[name], cpu_seconds(call))
        bare = best["markdown-it-py, blocks only, commonmark"]
        print(
            f"{len(sources)} files, {megabytes:.2f} MB, best of {ROUNDS} rounds, "
            f"Python {sys.version.split()[0]}"
        )
        print(f"{'':45}{'CPU s':>8}{'MB/s':>8}{'of bare':>9}")
        for name, seconds in best.items():
            print(f"{name:45}{seconds:8.3f}{megabytes / seconds:8.2f}{bare / seconds:9.0%}")
        whole = min(process_seconds("-m", "toolkit", "extract", "--pot-only") for _ in range(ROUNDS))
        help_page = min(process_seconds("-m", "toolkit", "--help") for _ in range(ROUNDS))
        print(f"{'toolkit extract --pot-only, whole process':45}{whole:8.3f}{megabytes / whole:8.2f}")
        print(f"{'toolkit --help, whole process':45}{help_page:8.3f}")


if __name__ == "__main__":
    main()
