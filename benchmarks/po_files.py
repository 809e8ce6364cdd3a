"""Reading and writing PO files: CPU seconds, peak memory and round trips, beside four other programs.

Run: L10N_TEST_DATA=… .venv/bin/python benchmarks/po_files.py [FOLDER …]
A file of 50,000 entries is made of the texts of the test material. Each program reads a file and writes it
again, in a process of its own; whole processes are measured, the programs in turn, the best of three rounds.
Of each FOLDER, and of the test material, it counts the files that come back byte for byte.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.model.catalog import Entry
from toolkit.model.segment import MessageKey

ENTRIES = 50_000
ROUNDS = 3

# A process that reads each file named in a list, and writes it elsewhere.
_FRAME = """
import sys, pathlib
{imports}
for line in pathlib.Path(sys.argv[1]).read_text().split("\\n"):
    source, _, target = line.partition("\\t")
    try:
{body}
    except Exception:
        continue
"""


def _python(imports: str, body: str) -> str:
    return _FRAME.format(imports=imports, body="\n".join(f"        {line}" for line in body.split("\n")))


PROGRAMS = {
    "toolkit": _python(
        "from toolkit.catalog.po.reader import read_catalog, write_catalog",
        "data = pathlib.Path(source).read_bytes()\n"
        "pathlib.Path(target).write_bytes(write_catalog(read_catalog(data, source)))",
    ),
    "Translate Toolkit": _python(
        "from translate.storage.pypo import pofile", "pofile.parsefile(source).savefile(target)"
    ),
    "polib": _python("import polib", "polib.pofile(source, wrapwidth=78).save(target)"),
    "Babel": _python(
        "from babel.messages.pofile import read_po, write_po",
        "with open(source, 'rb') as read:\n    catalog = read_po(read)\n"
        "with open(target, 'wb') as write:\n    write_po(write, catalog)",
    ),
    "msgcat": _python(
        "import subprocess",
        "subprocess.run(['msgcat', '-o', target, source], check=True, stderr=subprocess.DEVNULL)",
    ),
}


def run(program: str, jobs: list[tuple[Path, Path]]) -> tuple[float, int]:
    """Return CPU seconds and peak memory in megabytes of a program that copies files."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write("\n".join(f"{source}\t{target}" for source, target in jobs))
        listed.flush()
        if program == "msgcat" and len(jobs) == 1:
            command = ["msgcat", "-o", str(jobs[0][1]), str(jobs[0][0])]
        else:
            command = [sys.executable, "-c", PROGRAMS[program], listed.name]
        root = str(Path(__file__).parents[1])
        child = subprocess.Popen(
            command,
            env={**os.environ, "PYTHONPATH": root},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, _, used = os.wait4(child.pid, 0)
        child.returncode = 0  # wait4 has taken it
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def many_entries(files: list[Path]) -> str:
    """Return a file of 50,000 different entries, about 25 MB, from the texts of others."""
    found = [
        entry
        for path in files
        for entry in read_catalog(path.read_bytes(), path.name).entries[1:]
        if entry.msgstr and not entry.obsolete
    ]
    parts = ['msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n']
    parts += [
        _joined(number, entries) for number, entries in zip(range(ENTRIES), _groups(found), strict=False)
    ]
    return "\n".join(parts)


def _groups(found: list[Entry]) -> Iterator[list[Entry]]:
    entries = itertools.cycle(found)
    while True:
        group = [next(entries)]
        while sum(len(entry.key.text) + len(entry.msgstr) for entry in group) < 250:
            group.append(next(entries))
        yield group


def _joined(number: int, entries: list[Entry]) -> str:
    first = entries[0]
    return format_entry(
        MessageKey(first.key.context, " ".join([str(number), *[entry.key.text for entry in entries]])),
        " ".join([entry.msgstr for entry in entries]),
        comments=first.comments,
        notes=first.notes,
        references=first.references,
        flags=first.flags,
        previous=first.previous,
    )


def speed(name: str, source: Path, folder: Path) -> None:
    """Print what each program needs to copy a file."""
    best = {program: (float("inf"), 0) for program in PROGRAMS}
    refused: set[str] = set()
    for _ in range(ROUNDS):
        for program in PROGRAMS:
            target = folder / "out.po"
            target.unlink(missing_ok=True)
            best[program] = min(best[program], run(program, [(source, target)]))
            if not target.exists():
                refused.add(program)
    ours = best["toolkit"][0]
    print(f"\n{name}, {source.stat().st_size / 1e6:.1f} MB\n{'':20}{'CPU s':>8}{'of ours':>9}{'MB':>7}")
    for program, (seconds, memory) in best.items():
        note = "  refuses the file" if program in refused else ""
        print(f"{program:20}{seconds:8.2f}{seconds / ours:9.1f}{memory:7}{note}")


def fidelity(name: str, files: list[Path], folder: Path) -> None:
    """Print how many files come back byte for byte, of those that msgfmt accepts."""
    valid = [
        path
        for path in files
        if path.stat().st_size
        and not subprocess.run(
            ["msgfmt", "-o", os.devnull, str(path)], capture_output=True, check=False
        ).returncode
    ]
    print(
        f"\n{name}: {len(files)} files, {len(valid)} valid\n"
        f"{'':20}{'the same':>9}{'changed':>9}{'refused':>9}"
    )
    for program in PROGRAMS:
        targets = folder / program.replace(" ", "-")
        targets.mkdir()
        jobs = [(path, targets / f"{number}.po") for number, path in enumerate(valid)]
        for start in range(0, len(jobs), 200):
            run(program, jobs[start : start + 200])
        written = [target.exists() for _, target in jobs]
        same = sum(target.exists() and target.read_bytes() == source.read_bytes() for source, target in jobs)
        print(f"{program:20}{same:9}{sum(written) - same:9}{len(jobs) - sum(written):9}")
        shutil.rmtree(targets)


def main() -> None:
    """Measure, and print the tables."""
    data = Path(
        os.environ.get("L10N_TEST_DATA") or sys.exit("set L10N_TEST_DATA to the folder of test material")
    )
    files = sorted((data / "po").glob("*.po"))
    if sys.argv[1:2] == ["--make"]:
        Path(sys.argv[2]).write_text(many_entries(files), encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # In another process: memory of this one would count for those that it starts.
        subprocess.run([sys.executable, __file__, "--make", str(folder / "many.po")], check=True)
        speed(f"{ENTRIES:,} entries, newlines only", folder / "many.po", folder)
        wrapped = folder / "wrapped.po"
        subprocess.run(["msgcat", "-o", str(wrapped), str(folder / "many.po")], check=True)
        speed(f"{ENTRIES:,} entries, wrapped by msgcat", wrapped, folder)
        for path in files:
            speed(path.name, path, folder)
        fidelity("test material", files, folder)
        for argument in sys.argv[1:]:
            found = sorted(path for path in Path(argument).rglob("*.po*") if path.suffix in {".po", ".pot"})
            fidelity(argument, [path for path in found if path.is_file()], folder)


if __name__ == "__main__":
    main()
