"""Law 10: a second extraction and a second build write nothing, whatever the documents and translations."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.hostile import TRANSLATIONS
from tests.laws.strategies import DOCUMENTS
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.pipeline.build import build
from toolkit.pipeline.extract import extract
from toolkit.pipeline.project_files import open_project


def translate(path: Path, translations: list[str]) -> None:
    header, *entries = read_catalog(path.read_bytes(), path.name).entries
    texts = [
        format_entry(entry.key, translations[number % len(translations)], notes=entry.notes)
        for number, entry in enumerate(entries)
    ]
    path.write_bytes("\n".join([header.raw, *texts]).encode())


def times(root: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}


@settings(max_examples=40)
@given(
    st.lists(DOCUMENTS, min_size=1, max_size=3),
    st.lists(st.one_of(TRANSLATIONS, st.just("")), min_size=1, max_size=5),
)
def test_doing_it_again_writes_nothing(texts: list[str], translations: list[str]) -> None:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "source").mkdir()
        (root / "locales/ar/LC_MESSAGES").mkdir(parents=True)
        (root / "babel.cfg").write_text("[markdown: source/**.md]\n")
        for number, text in enumerate(texts):
            (root / f"source/{number}.md").write_bytes(text.encode())
        extract(open_project(root))
        for path in (root / "locales/ar/LC_MESSAGES").glob("*.po"):
            translate(path, translations)
        extract(open_project(root))
        build(open_project(root))
        before = times(root)
        assert extract(open_project(root)).changes == ()
        assert build(open_project(root)).report.written == ()
        assert times(root) == before
