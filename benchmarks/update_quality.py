"""Which old translation a new message is offered, and what it costs: ours beside msgmerge and pot2po.

Run: L10N_TEST_DATA=… .venv/bin/python benchmarks/update_quality.py [--seeds 1,2,3] [--sizes 10000]
     [--tools toolkit,msgmerge,pot2po] [--folders OLD NEW] [--direct] [--no-synthetic] [--no-real]
     [--sample N]

Every message of an old catalog is translated as its number and its own text, so that an updated catalog says
where each translation came from.  Programs run as processes on the same PO files, `toolkit merge` among them;
the figures are their CPU seconds and largest memory (not below this
process's own, from which they are started).  `--direct` calls the matching alone, in this process.

Synthetic: real prose (the texts of the rust-book's newer state and the msgids of po/*.po, long paragraphs cut
into their sentences where more texts are needed), a tenth edited by one word, 20 % or
40 % of the words, a tenth moved, a twentieth new and as many gone; see `update_cases.synthetic`.  The right
ancestor is the message that was edited.  Messages that are edited have five words or more; in the row "any
length" shorter ones are edited too, headings of one word among them, which nobody can recognize then.

Real: two states of a manual (the rust-book; or any two folders of Markdown, `--folders`), as one PO file for
each document that both have, and as one PO file of all documents, with notes and references and without.
Truth, as `update_cases.aligned` has it: within a document, between paragraphs that stayed, the alignment in
order with the greatest sum of likeness (words in common in order, by difflib, of pairs of 0.4 or more); the
parts of a split paragraph and the wholes of a joined one are right too.  A new message is "unlike" its fuzzy
where they share under 0.4 of their words.  "right" is an aligned old message, "as good" another one that is
as much like it by the judge's measure, "wrong" any other.  "From elsewhere" is a new message that is aligned
with none and shares 60 % of its words with an old one that vanished anywhere; all others that are aligned
with none are brand-new.  Precision: the fuzzies that are neither wrong nor, on a message that is aligned with
none, unlike.

`--sample N` prints N pairs of the truth for a look by hand.  Of 40 of the rust-book all 40 aligned texts were
right; so was one of the three that the rule of split and joined texts added to them, the others being a
caption of the same pattern and a heading whose words its paragraph repeats.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.update_cases import PARTS, Case, likeness_by_words, prose, real, synthetic, together
from toolkit.catalog.matching.ancestors import find_ancestors, place_of
from toolkit.catalog.po.reader import read_catalog
from toolkit.catalog.po.text import format_entry
from toolkit.model.message import Message

HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: x\\n"\n"POT-Creation-Date: 2026-01-01 00:00+0000\\n"\n'
    '"PO-Revision-Date: 2026-01-01 00:00+0000\\n"\n"Last-Translator: A <a@example.org>\\n"\n'
    '"Language-Team: A <a@example.org>\\n"\n"Language: fr\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n'
)


@dataclass(slots=True)
class Offer:
    """What an update put into a new message: the old message, and whether as a fuzzy."""

    origin: int
    fuzzy: bool


@dataclass(slots=True)
class Figures:
    """What one tool scored on one or more cases."""

    cpu: float = 0.0
    megabytes: float = 0.0
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)


Update = Callable[[Case, Figures], dict[int, Offer]]


def as_process(command: Sequence[str]) -> Update:
    """Return an update by a program; ``OLD``, ``NEW`` and ``OUT`` in its command are the files."""

    def update(case: Case, figures: Figures) -> dict[int, Offer]:
        with tempfile.TemporaryDirectory() as folder:
            files = {name: Path(folder) / f"{name.lower()}.{kind}" for name, kind in _FILES}
            files["OLD"].write_text(_po(case.old, True), "utf-8")
            files["NEW"].write_text(_po(case.new, False), "utf-8")
            process = subprocess.Popen(
                [str(files.get(word, word)) for word in command],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            _, status, usage = os.wait4(process.pid, 0)
            if status:
                sys.exit(f"{command[0]} failed: {os.waitstatus_to_exitcode(status)}")
            figures.cpu += usage.ru_utime + usage.ru_stime
            figures.megabytes = max(figures.megabytes, usage.ru_maxrss / 1024)
            return _offers(case, files["OUT"].read_bytes())

    return update


_FILES = (("OLD", "po"), ("NEW", "pot"), ("OUT", "po"))


def _po(messages: Iterable[Message], translated: bool) -> str:
    entries = [
        format_entry(
            message.key,
            f"{number}|{message.key.text}" if translated else "",
            notes=message.notes,
            references=message.references,
        )
        for number, message in enumerate(messages)
    ]
    return "\n".join([HEADER, *entries])


def _offers(case: Case, data: bytes) -> dict[int, Offer]:
    places = {message.key: j for j, message in enumerate(case.new)}
    return {
        places[entry.key]: Offer(int(entry.msgstr.partition("|")[0]), entry.fuzzy)
        for entry in read_catalog(data, "out.po").entries
        if entry.key in places and not entry.obsolete and entry.msgstr
    }


def direct(case: Case, figures: Figures) -> dict[int, Offer]:
    """Return what matching offers, called in this process."""
    old = [place_of(m.key, m.notes, m.references) for m in case.old]
    new = [place_of(m.key, m.notes, m.references) for m in case.new]
    before = {place.key: i for i, place in enumerate(old)}
    after = {place.key for place in new}
    start = time.process_time()
    found = find_ancestors(
        old,
        new,
        [i for i, place in enumerate(old) if place.key not in after],
        [j for j, place in enumerate(new) if place.key not in before],
    )
    figures.cpu += time.process_time() - start
    offers = {j: Offer(before[place.key], False) for j, place in enumerate(new) if place.key in before}
    return offers | {j: Offer(ancestor.index, True) for j, ancestor in found.items()}


def judge(case: Case, offers: dict[int, Offer], counts: Counter[tuple[str, str]]) -> None:
    """Count what became of each new message, by the kind of its edit."""
    for j, message in enumerate(case.new):
        kind, offer = case.part.get(j, "kept"), offers.get(j)
        counts[kind, "all"] += 1
        if offer is None:
            counts[kind, "none"] += 1
            continue
        text, origin = message.key.text, case.old[offer.origin].key.text
        if kind == "kept":
            counts[kind, "right"] += origin == text and not offer.fuzzy
        elif kind in ("new", "elsewhere"):
            counts[kind, "fuzzy"] += 1
            counts[kind, "unlike"] += likeness_by_words(origin, text) < 0.4
        elif offer.origin in case.truth[j]:
            counts[kind, "right"] += 1
        else:
            best = max(likeness_by_words(case.old[i].key.text, text) for i in case.truth[j])
            counts[kind, "as good" if likeness_by_words(origin, text) >= best else "wrong"] += 1


def show(name: str, tool: str, figures: Figures) -> None:
    """Print a row of the table."""
    counts = figures.counts
    fuzzies = sum(n for (_, what), n in counts.items() if what in ("as good", "wrong", "fuzzy"))
    fuzzies += sum(n for (kind, what), n in counts.items() if what == "right" and kind != "kept")
    bad = sum(n for (_, what), n in counts.items() if what in ("wrong", "unlike"))
    cells = [f"{100 * counts['kept', 'right'] / max(1, counts['kept', 'all']):.1f}"]
    edits = []
    for kind in (*PARTS, "edited"):
        if counts[kind, "all"]:
            part = {what: counts[kind, what] for what in ("all", "right", "as good", "wrong")}
            edits.append(
                f"{kind}: {100 * part['right'] / part['all']:.1f} % right of {part['all']}, "
                f"as good {part['as good']}, wrong {part['wrong']}"
            )
    cells.append("; ".join(edits))
    for kind in ("elsewhere", "new"):
        given, fresh = counts[kind, "fuzzy"], counts[kind, "all"]
        share = 100 * given / max(1, fresh)
        cells.append(f"{given} of {fresh} = {share:.1f} %, unlike {counts[kind, 'unlike']}")
    cells.append(f"{100 * (fuzzies - bad) / max(1, fuzzies):.1f}")
    print(
        f"| {name} | {tool} | {figures.cpu:.2f} | {figures.megabytes:.0f} | {' | '.join(cells)} |", flush=True
    )


def show_sample(cases: Sequence[Case], count: int) -> None:
    """Print pairs of the truth, for a look by hand."""
    pairs = [(case, j) for case in cases for j in sorted(case.truth) if j in case.part]
    for case, j in random.Random(0).sample(pairs, min(count, len(pairs))):
        print(f"\n{case.name}\n+ {case.new[j].key.text}")
        for i in sorted(case.truth[j]):
            print(f"- {case.old[i].key.text}")


def main() -> None:
    """Measure what the arguments ask for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--sizes", default="10000")
    parser.add_argument("--tools", default="toolkit,msgmerge,pot2po")
    parser.add_argument("--folders", nargs=2, type=Path)
    parser.add_argument("--sample", type=int, default=0)
    for name in ("direct", "no-synthetic", "no-real"):
        parser.add_argument(f"--{name}", action="store_true")
    wanted = parser.parse_args()
    data = Path(os.environ.get("L10N_TEST_DATA") or sys.exit("set L10N_TEST_DATA"))
    beside = Path(sys.executable).parent
    tools: dict[str, Update] = {
        "toolkit": as_process([sys.executable, "-m", "toolkit", "merge", "OLD", "NEW", "-o", "OUT"]),
        "msgmerge": as_process(["msgmerge", "-q", "--previous", "-o", "OUT", "OLD", "NEW"]),
        "pot2po": as_process(
            [
                shutil.which("pot2po", path=str(beside)) or "pot2po",
                "--progress=none",
                "-t",
                "OLD",
                "NEW",
                "OUT",
            ]
        ),
    }
    if wanted.direct:
        tools["toolkit"] = direct
    chosen = {name: tools[name] for name in wanted.tools.split(",")}
    columns = "case", "tool", "CPU s", "MB", "kept %", "edited", "from elsewhere", "brand-new given a fuzzy"
    print(f"| {' | '.join(columns)} | precision % |\n{'|---' * 9}|")
    if not wanted.no_synthetic:
        for size in map(int, wanted.sizes.split(",")):
            texts = prose(data, size + size // 10)
            for seed in map(int, wanted.seeds.split(",")):
                measure(f"synthetic {size}, seed {seed}", [synthetic(texts, size, seed)], chosen)
            measure(f"synthetic {size}, any length", [synthetic(texts, size, 0, 1)], chosen)
    if not wanted.no_real:
        old, new = wanted.folders or (data / "rust-book" / "old", data / "rust-book" / "new")
        singles = real(old, new)
        if wanted.sample:
            show_sample(singles, wanted.sample)
            return
        measure("real, a file each", singles, chosen)
        measure("real, one file", [together(old, new, False)], chosen)
        measure("real, one file, references", [together(old, new, True)], chosen)


def measure(name: str, cases: Sequence[Case], tools: dict[str, Update]) -> None:
    """Run each tool on the cases and print its row."""
    for tool, update in tools.items():
        figures = Figures()
        for case in cases:
            judge(case, update(case, figures), figures.counts)
        show(name, tool, figures)


if __name__ == "__main__":
    main()
