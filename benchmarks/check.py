"""`toolkit check` over 50,000 entries: CPU and wall seconds of whole processes, beside two other programs.

Run: L10N_TEST_DATA=… .venv/bin/python benchmarks/check.py [ENTRIES]
The entries are the real French pairs of the test material, each again and again with a number of its own.
Once they are a PO file alone, which pofilter (Translate Toolkit) and `msgfmt -c` read as well; once a project
of fifty articles, which is parsed, assembled and verified too.  The programs run in turn, the best of three.
Last, each rule alone over the same entries, in this process: microseconds for an entry.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.check.catalog_check import check_entries
from toolkit.check.pair import Allowed
from toolkit.check.profile import DEFAULT_PROFILE, Profile
from toolkit.model.catalog import Catalog, Entry
from toolkit.model.locale import LocaleTag
from toolkit.model.segment import MessageKey

ROOT = Path(__file__).parents[1]
ARTICLES = 50
ROUNDS = 3
HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def pairs(wanted: int) -> Iterator[tuple[str, str]]:
    """Yield so many pairs of one paragraph each, no source text twice."""
    data = Path(os.environ["L10N_TEST_DATA"]) / "po" / "comprehensive-rust.fr.po"
    real = [
        (entry.key.text, entry.msgstr)
        for entry in read_catalog(data.read_bytes(), data.name).entries
        if entry.key.text
        and entry.msgstr
        and not entry.fuzzy
        and not entry.obsolete
        and "\n" not in entry.key.text + entry.msgstr
        and entry.key.text[0].isalpha()
    ]
    for number in count():
        for source, translation in real:
            if wanted == 0:
                return
            wanted -= 1
            yield f"{source} ({number})", f"{translation} ({number})"


def timed(command: list[str], folder: Path) -> tuple[float, float, int]:
    """Return CPU seconds, wall seconds and peak memory in megabytes of a program."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss // 1024


def write_project(folder: Path, found: list[tuple[str, str]]) -> None:
    """Write the pairs as articles with their French PO files."""
    (folder / "babel.cfg").write_text("[markdown: source/**.md]\n", encoding="utf-8")
    catalogs = folder / "locales/fr/LC_MESSAGES"
    catalogs.mkdir(parents=True)
    (folder / "source").mkdir()
    size = -(-len(found) // ARTICLES)
    for number in range(ARTICLES):
        part = found[number * size : (number + 1) * size]
        text = "\n\n".join(source for source, _ in part)
        (folder / f"source/a{number}.md").write_text(f"{text}\n", encoding="utf-8")
        (catalogs / f"a{number}.po").write_text(HEADER + entries_of(part), encoding="utf-8")


def entries_of(found: list[tuple[str, str]]) -> str:
    """Return the pairs as entries of a PO file."""
    return "\n".join(format_entry(MessageKey(None, source), text) for source, text in found)


def main() -> None:
    """Print the table."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    found = list(pairs(wanted))
    toolkit = [sys.executable, "-m", "toolkit", "check", "--format", "concise"]
    with tempfile.TemporaryDirectory() as name:
        alone, project = Path(name) / "alone", Path(name) / "project"
        alone.mkdir()
        project.mkdir()
        (alone / "a.fr.po").write_text(HEADER + entries_of(found), encoding="utf-8")
        write_project(project, found)
        print(f"{wanted:,} entries, {(alone / 'a.fr.po').stat().st_size / 1e6:.1f} MB")
        print(f"{'':34}{'CPU s':>8}{'wall s':>8}{'MB':>6}")
        commands = {
            "toolkit check, the PO file": ([*toolkit, "a.fr.po"], alone),
            f"toolkit check, {ARTICLES} articles": (toolkit, project),
            "toolkit status, the same": ([sys.executable, "-m", "toolkit", "status"], project),
        }
        if pofilter := shutil.which("pofilter", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}"):
            commands["pofilter, all its tests"] = ([pofilter, "a.fr.po", "out.po"], alone)
        if msgfmt := shutil.which("msgfmt"):
            commands["msgfmt -c"] = ([msgfmt, "-c", "-o", "/dev/null", "a.fr.po"], alone)
        best: dict[str, tuple[float, float, int]] = {}
        for _ in range(ROUNDS):
            for label, (command, folder) in commands.items():
                once = timed(command, folder)
                best[label] = min(best.get(label, once), once)
        for label, (cpu, wall, memory) in best.items():
            print(f"{label:34}{cpu:8.2f}{wall:8.2f}{memory:6}")
    rules(found[:5_000])


def rules(found: list[tuple[str, str]]) -> None:
    """Print what each rule takes, and how often it finds something."""
    catalog = Catalog("a.po", tuple(Entry("", MessageKey(None, source), text) for source, text in found))
    empty = _seconds(catalog, Profile())[0]
    print(f"\n{'rule':24}{'µs':>8}{'found':>8}")
    for one in DEFAULT_PROFILE.entry_rules:
        seconds, hits = _seconds(catalog, Profile(entry_rules=(one,)))
        print(f"{one[0].name:24}{max(0.0, seconds - empty) / len(found) * 1e6:8.1f}{hits:8}")


def _seconds(catalog: Catalog, profile: Profile) -> tuple[float, int]:
    def once() -> tuple[float, int]:
        start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        found = sum(1 for _ in check_entries(catalog, profile, LocaleTag("fr"), LocaleTag("en"), Allowed()))
        return resource.getrusage(resource.RUSAGE_SELF).ru_utime - start, found

    return min(once() for _ in range(ROUNDS))


if __name__ == "__main__":
    main()
