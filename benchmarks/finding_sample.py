"""A random sample of findings, each with the two texts it is about, to be judged true or false by hand.

Run: toolkit check FILE … --format json-lines --exit-zero -o findings.jsonl
     .venv/bin/python benchmarks/finding_sample.py findings.jsonl SIZE [SEED]
Run it from where `toolkit check` ran, since findings name PO files relative to there.
Rules take turns, each with at most eight findings, so that those that are seldom broken are seen; at most
three findings in ten are infos.  The same findings, size and seed give the same sample.
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from toolkit.catalog.po.reader import read_catalog
from toolkit.errors import CatalogError
from toolkit.model.catalog import Entry

SEED: Final = 20261122
OF_A_RULE: Final = 8
INFOS: Final = 0.3
_Found = dict[str, Any]


def drawn(findings: list[_Found], size: int, seed: int) -> list[_Found]:
    """Return the sample, by severity and rule."""
    random_one = random.Random(seed)
    by_rule: dict[tuple[bool, str], list[_Found]] = defaultdict(list)
    for finding in findings:
        by_rule[finding["severity"] == "info", finding["rule"]].append(finding)
    serious = _in_turn([found for (info, _), found in sorted(by_rule.items()) if not info], random_one)
    infos = _in_turn([found for (info, _), found in sorted(by_rule.items()) if info], random_one)
    kept = infos[: round(size * INFOS)]
    return sorted(serious[: size - len(kept)] + kept, key=lambda one: (one["severity"], one["rule"]))


def _in_turn(rules: list[list[_Found]], random_one: random.Random) -> list[_Found]:
    samples = [random_one.sample(found, min(OF_A_RULE, len(found))) for found in rules]
    return [found[turn] for turn in range(OF_A_RULE) for found in samples if turn < len(found)]


@cache
def _entries(path: str) -> tuple[tuple[int, Entry], ...]:
    """Return the entries of a PO file, each with the line it ends at."""
    line = 1
    entries = []
    try:
        catalog = read_catalog(Path(path).read_bytes(), path)
    except CatalogError:
        return ()  # a finding says why
    for entry in catalog.entries:
        line += entry.raw.count("\n")
        entries.append((line, entry))
    return tuple(entries)


def entry_of(finding: _Found) -> Entry | None:
    """Return the entry that a finding is about."""
    return next((entry for end, entry in _entries(finding["path"]) if finding["line"] < end), None)


def main() -> None:
    """Print the sample."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").split("\n")
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else SEED
    for number, finding in enumerate(
        drawn([json.loads(one) for one in lines if one], int(sys.argv[2]), seed), 1
    ):
        entry = entry_of(finding)
        print(f"{number}. {finding['severity']}[{finding['rule']}] {finding['path']}:{finding['line']}")
        print(f"   {finding['message']}; {finding['piece']!r}")
        if entry:
            print(f"   msgid  {entry.key.text!r}")
            print(f"   msgstr {' | '.join(entry.translations)!r}\n")


if __name__ == "__main__":
    main()
